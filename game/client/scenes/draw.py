"""Draw: the pile, and one of a few cards turned – or the host deals one to every table."""

from __future__ import annotations

from functools import partial
from zlib import crc32

from game.client.parts.page import page
from game.client.parts.words import card_text, words
from game.client.play import Play
from game.client.ui import (
    Button,
    CardBack,
    Column,
    Ctx,
    Icon,
    KeyHint,
    Node,
    Panel,
    Pile,
    Row,
    SeatSymbol,
    Stack,
    Tile,
    flexible,
    seat_name,
)
from game.rules.command import AcceptHeavy, DrawCard, SwapCard
from game.rules.slices import BackSlice

COVERS = 6


def build(play: Play, ctx: Ctx) -> Node:
    """What may be turned, or who turns it."""
    draw = play.draw
    if draw is not None and draw["heavy"]:
        return _heavy(play, ctx)
    offer = draw["offer"] if draw else []
    if play.may("draw_card") and offer:
        return _choose(play, ctx, offer)
    return _wait(play, ctx, offer, draw["left"] if draw else 0)


def back(ctx: Ctx, theme: BackSlice | None, size: float = 420) -> CardBack:
    """The back of a card: only its theme and its heat."""
    names = theme["themes"] if theme else {}
    named = names.get(ctx.language) or names.get("sv") or []
    return CardBack(named[0] if named else "", theme["heat"] if theme else 0, cover_of(names), size)


def cover_of(names: dict[str, list[str]]) -> int:
    """The same colour for the same theme, in every language."""
    first = (names.get("sv") or next(iter(names.values()), []) or [""])[0]
    return crc32(first.encode()) % COVERS


def _choose(play: Play, ctx: Ctx, offer: list[BackSlice]) -> Node:
    _ = ctx._
    several = len(offer) > 1
    cards: list[Node] = [flexible()]
    for index, card in enumerate(offer):
        cards.append(
            Tile(
                Column(
                    [
                        Stack([back(ctx, card, 500)], grow=1),
                        Row([KeyHint(str(index + 1))], justify="center") if several else None,
                    ],
                    gap=12,
                ),
                _("Vänd kort {n}", n=index + 1),
                partial(play.do, DrawCard(serial=play.serial, pick=index)),
                shortcut=str(index + 1),
                pad=14,
                key=f"card {index}",
            )
        )
    cards.append(flexible())
    head = _("Välj ett av korten") if several else _("Vänd kortet")
    body = Column(
        [
            words(play, ctx, head, "display", align="center"),
            words(play, ctx, _own(play, ctx), "body", align="center") if _is_own(play) else None,
            words(play, ctx, _reader(play, ctx), "body", colour="soft", align="center"),
            Row(cards, gap=60, grow=1),
        ],
        gap=20,
        grow=1,
    )
    note = _(
        "{n} kort i högen. Lågorna visar hur tungt ett kort är.", n=play.draw["left"] if play.draw else 0
    )
    return page(play, ctx, body, note=note)


def _reader(play: Play, ctx: Ctx) -> str:
    _ = ctx._
    seat = play.seat(play.team["reader"] if play.team else None)
    if seat is None:
        return _("Vänd det som lockar mest.")
    if play.kind == "solo":
        return _("Du är kortläsare den här gången.")
    return _("Kortläsare den här gången: {name}", name=seat_name(seat["symbol"], _))


def _is_own(play: Play) -> bool:
    """Whether the table draws a card of its own, while the others draw theirs."""
    return bool(play.room and play.room["pace"] == "hall" and play.stage and play.stage["alone"] == "step")


def _own(play: Play, ctx: Ctx) -> str:
    return ctx._("Varje bord drar sitt eget kort nu. Alla möts i nästa steg.")


def _wait(play: Play, ctx: Ctx, offer: list[BackSlice], left: int) -> Node:
    _ = ctx._
    seat = play.seat(play.team["reader"] if play.team else None)
    by_host = bool(play.room and play.room["pace"] == "hall") and not _is_own(play)
    text = _("Spelledaren delar snart ut ett kort.") if by_host else _("Kortläsaren vänder ett kort.")
    sign = SeatSymbol(seat["symbol"], 120, at="center") if seat and not by_host else None
    name = words(play, ctx, seat_name(seat["symbol"], _), "body", align="center") if seat and sign else None
    pile = Pile(max(1, left), back(ctx, offer[0] if offer else None, 460))
    own = words(play, ctx, _own(play, ctx), "body", colour="soft", align="center") if _is_own(play) else None
    side = Column(
        [sign, name, words(play, ctx, text, "display", align="start" if by_host else "center"), own],
        gap=18,
        justify="center",
        grow=4,
    )
    body = Row([flexible(), pile, side, flexible()], gap=100, pad=(40, 0), align="center")
    return page(play, ctx, Panel(body, grow=1))


def _heavy(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    text = card_text(play, ctx)
    body = Column(
        [
            Row([flexible(), *(Icon("flame", 64, "warn") for _n in range(3)), flexible()], gap=10),
            words(play, ctx, _("Är ni redo för ett tungt kort?"), "display", align="center"),
            words(play, ctx, text.get("warn") or text.get("title", ""), "body", align="center"),
            words(
                play,
                ctx,
                _("Ingen behöver säga varför. Att byta kort är lika bra."),
                "small",
                colour="soft",
                align="center",
            ),
        ],
        gap=26,
        justify="center",
    )
    accept = swap = None
    if play.may("accept_heavy"):
        accept = Button(
            _("Ja, vi är redo"),
            lambda: play.do(AcceptHeavy(serial=play.serial)),
            "primary",
            "return",
            key="accept",
        )
    if play.may("swap_card"):
        swap = Button(
            _("Byt kort"), lambda: play.do(SwapCard(serial=play.serial)), "secondary", "b", "swap", key="swap"
        )
    return page(play, ctx, Panel(body, pad=(80, 44), grow=1), [swap, accept])
