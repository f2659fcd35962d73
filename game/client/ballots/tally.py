"""Cards up: everybody holds up a printed card, and the writer enters how many of each."""

from __future__ import annotations

from game.client.parts.page import page, status
from game.client.parts.words import in_order, options, words
from game.client.play import Play
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Grid,
    Icon,
    Largest,
    Letter,
    Node,
    Panel,
    Row,
    Stepper,
    Text,
    seat_name,
)
from game.rules.command import CloseVote, TallyCards


def build(play: Play, ctx: Ctx) -> Node:
    """The count, its sum, and the sentence that this is not secret."""
    _ = ctx._
    if not play.may("tally_cards"):
        return page(play, ctx, _looking_on(play, ctx))
    names = _names(play, ctx)
    counts: dict[str, int] = play.fleeting.setdefault("tally", {})
    total, wanted = sum(counts.values()), play.progress["of"] if play.progress else 0
    fits = total == wanted
    tone = "saved" if fits else "info"
    text = _("{n} av {m} kort räknade", n=total, m=wanted)
    if total > wanted:
        tone, text = (
            "warning",
            _("{n} kort, men ni är {m} vid bordet. Räkna en gång till.", n=total, m=wanted),
        )

    def counted() -> Node:
        steppers = [_stepper(play, ctx, choice, label, counts) for choice, label in names]
        head = words(play, ctx, _now(play, ctx), "title")
        return Column([head, Grid(steppers, columns=2, gap=14, grow=1)], gap=18)

    eye = Icon("eye", 36, "soft")
    body = Column(
        [
            Row([eye, words(play, ctx, _not_secret(ctx), "small", colour="soft", grow=1)], gap=16),
            Panel(Largest([counted]), pad=(44, 28), grow=1),
            status(play, ctx, tone, text),
        ],
        gap=18,
        grow=1,
    )

    def send() -> None:
        play.do(TallyCards(serial=play.serial, counts=dict(counts)))

    saved = fits and bool(play.progress and play.progress["done"] == wanted)
    close = None
    if saved and play.may("close_vote"):
        close = Button(
            _("Stäng omröstningen"), lambda: play.do(CloseVote(serial=play.serial)), key="close vote"
        )
    label = _("Ändra antalen") if saved else _("Spara antalen")
    return page(play, ctx, body, [close, Button(label, send, "primary", "return", enabled=fits, key="tally")])


def _names(play: Play, ctx: Ctx) -> list[tuple[str, str]]:
    card = play.card
    if card is None:
        return []
    found = list(zip(card["choices"], options(play, ctx), strict=True))
    own = [("own", ctx._("Eget svar"))] if card["own"] else []
    return [*found, *own, ("pass", ctx._("Passar"))]


def _stepper(play: Play, ctx: Ctx, choice: str, text: str, counts: dict[str, int]) -> Node:
    def change(value: int) -> None:
        counts[choice] = value

    most = play.progress["of"] if play.progress else 0
    sign: Node = Text(choice if choice.isdigit() else "", "strong", width=48)
    if len(choice) == 1 and choice.isalpha():
        sign = Letter(choice.upper(), 48)
    return Row(
        [
            sign,
            words(play, ctx, text, "small", valign="center", grow=1),
            Stepper("", counts.get(choice, 0), change, 0, most, key=f"count {choice}"),
        ],
        gap=16,
    )


def _now(play: Play, ctx: Ctx) -> str:
    """The word at which all cards go up; of an order only what stands first can be held up."""
    _ = ctx._
    if in_order(play):
        return _("Tre – två – ett – visa vad du sätter först!")
    return _("Tre – två – ett – visa!")


def _not_secret(ctx: Ctx) -> str:
    return ctx._("Kort upp är inte hemligt: alla vid bordet ser alla kort. Utanför bordet syns inget.")


def _looking_on(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    writer = play.seat(play.team["writer"] if play.team else None)
    name = seat_name(writer["symbol"], _) if writer else ""
    return Panel(
        Column(
            [
                words(play, ctx, _now(play, ctx), "display", align="center"),
                words(
                    play,
                    ctx,
                    _("Håll upp ert kort. Skrivaren ({name}) räknar.", name=name),
                    "body",
                    align="center",
                ),
                words(play, ctx, _not_secret(ctx), "small", colour="soft", align="center"),
            ],
            gap=28,
            justify="center",
        ),
        grow=1,
    )
