"""The silent vote, before and after the talk. Nothing is chosen beforehand; nobody sees another's choice."""

from __future__ import annotations

from functools import partial

from game.client.ballots import BALLOTS, tally
from game.client.ballots.pick import own, pick, picked, sureness, whole
from game.client.parts.around import (
    Secret,
    all_done,
    around,
    back_out,
    draft,
    field_key,
    is_done,
    seal,
    voters,
    who,
)
from game.client.parts.page import now, page
from game.client.parts.words import by_oneself, card_text, options, sure_names, words
from game.client.play import Play
from game.client.scenes.card import front, option_row
from game.client.ui import (
    Button,
    Calm,
    Choice,
    Column,
    Ctx,
    Dialog,
    Icon,
    Largest,
    Node,
    Panel,
    Row,
    Stack,
    TextField,
    flexible,
)
from game.rules.command import CastVote, CloseVote, VoteAgain


def build(play: Play, ctx: Ctx) -> Node:
    """The vote as this station does it: alone, passed round, cards held up, or only looked at."""
    _ = ctx._
    if play.card is None:
        return page(play, ctx, _late(play, ctx))
    if play.card["kind"] not in BALLOTS:
        return page(
            play, ctx, Panel(words(play, ctx, _("Det här kortet pratar man bara om."), "display"), grow=1)
        )
    if play.kind == "screen":
        return page(play, ctx, face(play, ctx))
    if play.may("tally_cards") or (not play.may("cast_vote") and _cards_up(play)):
        return tally.build(play, ctx)
    if not voters(play) or (not play.may("cast_vote") and not _closed(play)):
        return page(play, ctx, _listen(play, ctx), _closing(play, ctx))
    return around(play, ctx, Secret(_ballot, _after, promise(play, ctx)))


def promise(play: Play, ctx: Ctx) -> str:
    """What will be shown of a vote, to whom and when."""
    _ = ctx._
    if by_oneself(play):
        return _("Bara du ser ditt val. Det sparas inte efter kortet.")
    if play.progress is not None and play.progress["of"] == 2:
        return _("Ni är två: när antalen visas vet båda vad den andra valde.")
    if play.stage and play.stage["round"] == 2:
        return _(
            "Ingen ser vem som valde vad. Efteråt visas bara antal före och efter, på bordets egna skärmar."
        )
    return _("Ingen ser vem som valde vad. När alla är klara visas bara antalen, på bordets egna skärmar.")


def face(play: Play, ctx: Ctx) -> Node:
    """The card to look at: the situation and all options."""

    def rows() -> list[Node | None]:
        card = play.card
        if card is None:
            return []
        if card["choices"] and not card["choices"][0].isdigit():
            return [
                option_row(play, ctx, letter, text)
                for letter, text in zip(card["choices"], options(play, ctx), strict=True)
            ]
        text = card_text(play, ctx)
        return [
            Row(
                [
                    words(play, ctx, f"1 · {text.get('low', '')}"),
                    flexible(),
                    words(play, ctx, f"10 · {text.get('high', '')}"),
                ]
            )
        ]

    def looked_at() -> Node:
        return Column([front(play, ctx, tags=False), Panel(Column(rows(), gap=10), pad=(44, 18))], gap=14)

    return Column(
        [Largest([looked_at], grow=1), Calm(words(play, ctx, promise(play, ctx), "small", colour="soft"))],
        gap=14,
        grow=1,
    )


def _ballot(play: Play, ctx: Ctx, seat: str) -> Node:
    _ = ctx._
    assert play.card is not None
    chosen = picked(play, seat)
    body = Largest(
        [partial(_whole, play, ctx, seat, chosen, columns) for columns in (0, 2)]
        + [partial(_leaf, play, ctx, seat, chosen)],
        grow=1,
    )
    saved = play.kind == "solo" and is_done(play, seat)
    first = _("Tryck det som väger tyngst först.") if play.card["kind"] == "ranking" else ""
    note = _("Sparad. Går att ändra tills omröstningen stänger.") if saved else first
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
        return _closing(play, ctx)
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


def _after(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    progress = play.progress
    complete = progress is not None and progress["done"] >= progress["of"]
    if progress is not None and progress["closed"]:
        text = _("Omröstningen är stängd.")
    elif complete:
        text = _("Alla är klara.")
    else:
        text = _("Alla här är klara. Några röster kommer från andra skärmar.")
    return page(play, ctx, all_done(play, ctx, text, promise=promise(play, ctx)), _closing(play, ctx))


def _closing(play: Play, ctx: Ctx) -> list[Node | None]:
    """For the reader: close it, or clear it after a misunderstanding. Closing early asks twice."""
    _ = ctx._
    if not play.may("close_vote"):
        return []
    progress = play.progress
    early = progress is not None and progress["done"] < progress["of"]
    asked = play.fleeting.get("closing", 0.0)

    def close() -> None:
        if early and not asked:
            play.fleeting["closing"] = now(ctx)
        else:
            play.do(CloseVote(serial=play.serial))

    label = _("Stäng utan dem?") if early and asked else _("Stäng omröstningen")
    again = Button(_("Börja om"), lambda: play.do(VoteAgain(serial=play.serial)), "quiet", key="vote again")
    solo = play.kind == "solo"
    return [
        None if solo else again,
        Button(label, close, "secondary" if early else "primary", key="close vote"),
    ]


def _cards_up(play: Play) -> bool:
    return bool(
        play.team
        and play.team["way"] == "cards_up"
        and play.kind == "table"
        and not play.team["remote"]
        and len(play.team["seats"]) > 1
    )


def _closed(play: Play) -> bool:
    return bool(play.progress and play.progress["closed"])


def _listen(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    return Panel(
        Column(
            [
                Icon("speech", 96, "accent", at="center"),
                words(play, ctx, _("Du lyssnar på det här kortet"), "display", align="center"),
                words(
                    play,
                    ctx,
                    _(
                        "Du kom efter den första rösten, så den här jämförelsen klarar sig utan dig. "
                        "Prata gärna med – på nästa kort röstar du som alla andra."
                    ),
                    "body",
                    align="center",
                ),
            ],
            gap=26,
            justify="center",
        ),
        pad=(140, 44),
        grow=1,
    )


def _late(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    return Panel(
        Column(
            [
                words(play, ctx, _("Salen är mitt i ett kort"), "display", align="center"),
                words(play, ctx, _("Ni är med från nästa kort."), "body", align="center"),
            ],
            gap=26,
            justify="center",
        ),
        grow=1,
    )
