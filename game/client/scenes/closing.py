"""How a vote closes, and what will be shown of it: what every screen of a vote says."""

from __future__ import annotations

from game.client.parts.words import by_oneself
from game.client.play import Play
from game.client.ui import Button, Ctx, Node
from game.rules.command import CloseVote, VoteAgain


def promise(play: Play, ctx: Ctx) -> str:
    """What will be shown of a vote, to whom and when."""
    _ = ctx._
    if by_oneself(play):
        return _("Bara du ser ditt val. Det sparas inte efter kortet.")
    if play.progress is not None and play.progress["of"] == 2:
        return _("Ni är två: när antalen visas vet båda vad den andra valde.")
    if play.stage and play.stage["round"] == 2:
        if play.lecture:
            return _("Ingen ser vem som valde vad. Efteråt visas bara antal före och efter.")
        return _(
            "Ingen ser vem som valde vad. Efteråt visas bara antal före och efter, på bordets egna skärmar."
        )
    if play.lecture:
        return _("Ingen ser vem som valde vad. När alla är klara visas bara antalen.")
    return _("Ingen ser vem som valde vad. När alla är klara visas bara antalen, på bordets egna skärmar.")


def closing(play: Play, ctx: Ctx) -> list[Node | None]:
    """For the reader: close it, or clear it after a misunderstanding. Closing early asks twice."""
    _ = ctx._
    if not play.may("close_vote"):
        return []
    progress = play.progress
    early = progress is not None and progress["done"] < progress["of"]
    asked = "closing" in play.fleeting

    def close() -> None:
        if early and not asked:
            play.fleeting["closing"] = True
        else:
            play.do(CloseVote(serial=play.serial))

    label = _("Stäng utan dem?") if early and asked else _("Stäng omröstningen")
    again = Button(_("Börja om"), lambda: play.do(VoteAgain(serial=play.serial)), "quiet", key="vote again")
    return [
        None if play.kind == "solo" else again,
        Button(label, close, "secondary" if early else "primary", key="close vote"),
    ]
