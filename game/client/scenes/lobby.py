"""The door: the table gathers, and waits for the session to open."""

from __future__ import annotations

from game.client.parts.page import onward, open_dialog, page
from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.ui import Button, Column, Ctx, Flow, Icon, Node, Panel, Row, SeatSymbol, seat_name


def build(play: Play, ctx: Ctx) -> Node:
    """Which table this is, whose seats sit here, and what is waited for."""
    _ = ctx._
    alone = play.may("open_next")
    number, numbered = play.team["number"] if play.team else 0, not (alone or play.lecture)
    body = Column(
        [
            words(
                play, ctx, _("Välkommen till bord {n}", n=number) if numbered else _("Välkommen"), "display"
            ),
            words(play, ctx, _waiting(play, ctx), "body", colour="soft"),
            _seats(play, ctx),
            _jobs(play, ctx),
        ],
        gap=30,
        justify="center",
    )
    seats = None
    if play.kind == "table":
        seats = Button(
            _("Platser"), lambda: open_dialog(play, "seats"), "secondary", icon="people", key="seats"
        )
    return page(play, ctx, Panel(body, pad=(64, 44), grow=1), [seats, onward(play, ctx, _("Börja"))])


def _waiting(play: Play, ctx: Ctx) -> str:
    _ = ctx._
    if play.may("open_next"):
        return _("Börja när du vill. Ingen annan ser vad du svarar.")
    return _("Spelledaren öppnar sessionen när alla har kommit in. Här är ni så länge:")


def _seats(play: Play, ctx: Ctx) -> Node | None:
    seats = play.team["seats"] if play.team else []
    own = {seat["id"] for seat in play.seats}
    here = [_seat(play, ctx, seat["symbol"], seat["away"], seat["id"] in own) for seat in seats]
    return Flow(here, gap=26) if here else None


def _seat(play: Play, ctx: Ctx, symbol: int, away: bool, own: bool) -> Node:
    _ = ctx._
    name = seat_name(symbol, _)
    text = _("{name} (du)", name=name) if own and play.kind == "solo" else name
    sign = SeatSymbol(symbol, 64, away=away)
    return Panel(
        Row([sign, words(play, ctx, text, "small")], gap=16),
        pad=(22, 16),
        fill="tint",
        radius="card",
        shadow="",
    )


def _jobs(play: Play, ctx: Ctx) -> Node | None:
    _ = ctx._
    if by_oneself(play):
        return None
    text = _("Din plats är en symbol och en färg, aldrig ett namn. Kom ihåg vilken som är din.")
    return Row([Icon("info", 36, "soft"), words(play, ctx, text, "small", colour="soft", grow=1)], gap=16)
