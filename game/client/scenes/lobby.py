"""The door: the table gathers, and waits for the session to open."""

from __future__ import annotations

from game.client.parts.page import onward, open_dialog, page, status
from game.client.parts.words import by_oneself, sits_alone, words
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
            _alone(play, ctx) or _jobs(play, ctx),
        ],
        gap=30,
        justify="center",
    )
    seats = None
    if play.kind == "table":
        seats = Button(
            _("Platser"), lambda: open_dialog(play, "seats"), "secondary", icon="people", key="seats"
        )
    move = None
    if _may_move(play):
        move = Button(_("Byt bord"), lambda: open_dialog(play, "leave"), "secondary", key="move")
    return page(play, ctx, Panel(body, pad=(64, 44), grow=1), [seats, move, onward(play, ctx, _("Börja"))])


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


def _may_move(play: Play) -> bool:
    """Whether somebody who sits alone can go to another table. A locked room lets nobody in again."""
    return sits_alone(play) and play.room is not None and not play.room["locked"]


def _alone(play: Play, ctx: Ctx) -> Node | None:
    """What somebody who sits alone can do."""
    if not sits_alone(play) or play.team is None:
        return None
    _, number = ctx._, play.team["number"]
    if _may_move(play):
        text = _(
            "Du är ensam vid bord {n} än så länge. Kommer ingen mer: byt till ett annat bord, eller spela "
            "själv.",
            n=number,
        )
    else:
        text = _(
            "Du är ensam vid bord {n}. Räck upp handen om du vill till ett annat bord, eller spela själv.",
            n=number,
        )
    return status(play, ctx, "info", text)


def _jobs(play: Play, ctx: Ctx) -> Node | None:
    _ = ctx._
    if by_oneself(play):
        return None
    text = _("Din plats är en symbol och en färg, aldrig ett namn. Kom ihåg vilken som är din.")
    return Row([Icon("info", 36, "soft"), words(play, ctx, text, "small", colour="soft", grow=1)], gap=16)
