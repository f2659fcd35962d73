"""One seat's ballot: the situation over what there is to choose among, and all that goes with a choice."""

from __future__ import annotations

from functools import partial

from game.client.ballots import BALLOTS
from game.client.ballots.pick import own, pick, picked, sureness, whole
from game.client.parts.around import back_out, draft, field_key, is_done, seal, who
from game.client.parts.page import page
from game.client.parts.unsaved import Unsaved, hold, sent
from game.client.parts.words import by_oneself, in_order, sure_names, words
from game.client.play import Play
from game.client.scenes.card import front
from game.client.scenes.closing import closing, promise
from game.client.ui import (
    Button,
    Calm,
    Choice,
    Column,
    Ctx,
    Dialog,
    Largest,
    Node,
    Row,
    Stack,
    TextField,
    flexible,
)
from game.rules.command import CastVote


def ballot(play: Play, ctx: Ctx, seat: str) -> Node:
    """Nothing is chosen beforehand, and nothing is sent until it is cast."""
    _ = ctx._
    assert play.card is not None
    chosen = picked(play, seat)
    body = Largest(
        [partial(_whole, play, ctx, seat, chosen, columns) for columns in (0, 2)]
        + [partial(_leaf, play, ctx, seat, chosen)],
        grow=1,
    )
    saved = play.kind == "solo" and is_done(play, seat)
    first = _("Tryck det som väger tyngst först.") if in_order(play) else ""
    note = _("Sparad. Går att ändra tills omröstningen stänger.") if saved else first
    key = field_key(play, seat, "own")
    typed = ctx.typed(key).strip() if chosen == "own" else ""
    unsaved = "" if typed == own(play, seat).get("text", "") else typed
    hold(play, f"own {seat}", Unsaved("own", unsaved, play.serial, fields=(key,)))
    tree = page(play, ctx, body, _actions(play, ctx, seat, chosen), note, saved, calm=True)
    if draft(play, seat).get("writing"):
        return Stack([tree, _own_words(play, ctx, seat)])
    return tree


def _whole(play: Play, ctx: Ctx, seat: str, chosen: str, columns: int) -> Node:
    """The situation over what there is to choose among."""
    secret = who(play, ctx, seat, promise(play, ctx))
    return Column(
        [
            Calm(secret) if secret is not None else None,
            _situation(play, ctx),
            _choices(play, ctx, seat, chosen, columns),
            Calm(_besides(play, ctx, seat, chosen)),
        ],
        gap=_gap(ctx),
        grow=1,
    )


def _leaf(play: Play, ctx: Ctx, seat: str, chosen: str) -> Node:
    """With text too large for both: what there is to choose among, and the situation when it is asked for."""
    _ = ctx._
    reads = bool(draft(play, seat).get("reads"))

    def turn() -> None:
        draft(play, seat)["reads"] = not reads
        ctx.refresh()

    label = _("Till svaren") if reads else _("Läs kortet")
    other = Button(label, turn, "secondary", "l", "back" if reads else "cards", key=f"leaf {seat}")
    secret = who(play, ctx, seat, promise(play, ctx))
    return Column(
        [
            Calm(Row([Stack([secret], grow=1) if secret is not None else flexible(), other], gap=18)),
            _situation(play, ctx) if reads else _choices(play, ctx, seat, chosen, 1),
            None if reads else flexible(),
            Calm(_besides(play, ctx, seat, chosen)),
        ],
        gap=_gap(ctx),
        grow=1,
    )


def _situation(play: Play, ctx: Ctx) -> Node:
    return front(play, ctx, least=32, size=48, tags=False)


def _choices(play: Play, ctx: Ctx, seat: str, chosen: str, columns: int) -> Node:
    assert play.card is not None
    return BALLOTS[play.card["kind"]](play, ctx, seat, chosen, columns)


def _gap(ctx: Ctx) -> float:
    return 18 if ctx.settings.text <= 1 else 12


def _besides(play: Play, ctx: Ctx, seat: str, chosen: str) -> Node:
    """An answer of one's own, a pass, and how sure one is."""
    _ = ctx._
    assert play.card is not None

    def write() -> None:
        pick(play, ctx, seat, "own")
        draft(play, seat)["writing"] = True

    own_answer = None
    if play.card["own"]:
        sign = "check" if chosen == "own" else "edit"
        own_answer = Button(_("Eget svar"), write, "secondary", "e", sign, key=f"own {seat}")
    sign = "check" if chosen == "pass" else "hand"
    passes = Button(
        _("Passar"), lambda: pick(play, ctx, seat, "pass"), "secondary", "p", sign, key=f"pass {seat}"
    )
    return Row([own_answer, passes, _sure(play, ctx, seat, chosen)], gap=18)


def _sure(play: Play, ctx: Ctx, seat: str, chosen: str) -> Node:
    """Always there, so that choosing moves nothing; it can be used when something is chosen."""
    _ = ctx._
    value = sureness(play, seat)
    usable = whole(play, chosen) and chosen != "pass"

    def change(picked_: str) -> None:
        draft(play, seat).setdefault("choice", chosen)
        draft(play, seat)["confidence"] = None if value == int(picked_) else int(picked_)

    names = [(str(number), name) for number, name in enumerate(sure_names(ctx), start=1)]
    return Row(
        [
            words(play, ctx, _("Hur säker? (valfritt)"), "small", colour="soft"),
            Choice(
                names,
                str(value or "") if usable else "",
                change,
                usable,
                key=f"sure {seat}",
                grow=1,
            ),
        ],
        gap=18,
        grow=1,
    )


def _actions(play: Play, ctx: Ctx, seat: str, chosen: str) -> list[Node | None]:
    _ = ctx._
    found = draft(play, seat)
    sent = own(play, seat)
    changed = bool(found.get("choice")) and (
        found.get("choice") != sent.get("choice")
        or found.get("confidence", sent.get("confidence")) != sent.get("confidence")
        or ctx.typed(field_key(play, seat, "own")) != sent.get("text", "")
    )
    if is_done(play, seat) and not changed and play.kind == "solo":
        return closing(play, ctx)
    label = _("Ändra min röst") if is_done(play, seat) else _("Lägg min röst")
    lock = Button(
        label,
        lambda: _cast(play, ctx, seat, chosen),
        "primary",
        "return",
        enabled=whole(play, chosen),
        key="cast",
    )
    return [back_out(play, ctx), lock]


def _cast(play: Play, ctx: Ctx, seat: str, chosen: str) -> None:
    sure = sureness(play, seat)
    text = ctx.typed(field_key(play, seat, "own")).strip() if chosen == "own" else ""
    confidence = sure if chosen != "pass" else None
    vote = CastVote(seat=seat, serial=play.serial, choice=chosen, confidence=confidence, text=text)
    seal(play, ctx, seat, vote)
    if play.notice is None:
        sent(play, f"own {seat}")


def _own_words(play: Play, ctx: Ctx, seat: str) -> Node:
    """The dialog for an answer of one's own."""
    _ = ctx._
    key = field_key(play, seat, "own")

    def done() -> None:
        draft(play, seat)["writing"] = False
        ctx.refresh()

    return Dialog(
        Column(
            [
                words(play, ctx, _("Ditt eget svar"), "title"),
                TextField(
                    _("Vad skulle du göra?"),
                    own(play, seat).get("text", ""),
                    limit=120,
                    key=key,
                    on_submit=lambda text: done(),
                ),
                words(
                    play,
                    ctx,
                    _("Bara du ser det.")
                    if by_oneself(play)
                    else _("Det visas för bordet utan avsändare. Lämna tomt om du hellre säger det högt."),
                    "small",
                    colour="soft",
                ),
                Row([flexible(), Button(_("Klar"), done, "primary", key="own done")]),
            ],
            gap=24,
        ),
        done,
        span=1240,
    )
