"""The end: thank you, and what happens to what was stored."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.client.parts.page import page, status
from game.client.parts.promising import promise_of, promised, unsaved
from game.client.parts.take_home import sheet_button, sheet_state
from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.scenes.receipt import receipt, receipt_words, slip, unsaved_text
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Flow,
    Icon,
    Largest,
    Node,
    Panel,
    Row,
    SeatSymbol,
    Tile,
    seat_name,
)


def build(play: Play, ctx: Ctx) -> Node:
    """A team that has finished waits here too, until the room is closed."""
    _ = ctx._
    alone = opened(play, ctx)
    if alone is not None:
        return alone
    shown, save = receipts(play, ctx)
    over = bool(play.room and play.room["closed"])
    kept = [
        (
            "trash",
            _("Alla röster och siffror från platserna är raderade, och nycklarna till dem också.")
            if over
            else _("Rösterna raderas kort för kort.")
            if by_oneself(play)
            else _("Rösterna raderas kort för kort. Resten raderas när spelledaren stänger rummet."),
        ),
        (
            "note",
            _(
                "Antal och anteckningar ligger kvar på servern en tid och raderas sedan. "
                "Löften ligger låsta: bara kvittots tre ord öppnar dem."
            ),
        ),
        ("lock", _("Ingen kan se vem som svarade vad, inte heller den som sköter servern.")),
    ]
    text = (
        _("Rummet är stängt. Tack för i dag.")
        if over
        else _("Tack för i dag.")
        if by_oneself(play)
        else _("Tack för i dag. Ni kan prata kvar så länge ni vill.")
    )

    def body() -> Node:
        rows = [
            Row(
                [Icon(icon, 44, "accent"), words(play, ctx, line, "body", size=30, valign="center", grow=1)],
                gap=22,
            )
            for icon, line in kept
        ]
        head = words(play, ctx, text, "display", align="center")
        return Column([head, shown, *rows, sheet_state(play, ctx)], gap=24, justify="center")

    leave = None
    if play.kind != "screen":
        leave = Button(
            _("Till startsidan"),
            play.leave,
            "primary" if over else "secondary",
            "return" if over and shown is None else "",  # words that are told once stay in sight
            key="leave",
        )
    buttons = [save, sheet_button(play, ctx), leave]
    return page(play, ctx, Panel(Largest([body]), pad=(84, 40), grow=1), buttons)


def opened(play: Play, ctx: Ctx) -> Node | None:
    """What a seat has opened on the last page: its receipt, or what it wrote that was not saved."""
    seat = play.kept.get("opened")
    if seat is None:
        return None
    leave = partial(play.kept.pop, "opened", None)
    return receipt(play, ctx, seat, leave) or unsaved_text(play, ctx, seat, leave)


def receipts(play: Play, ctx: Ctx) -> tuple[Node | None, Node | None]:
    """(what is shown, what may be pressed): the words once more, on the screen of whoever has to remember
    them; at a shared machine the seats that have not seen theirs. A pledge that was not saved is told of, and
    what was written opens the same way.
    """
    _ = ctx._
    if play.kind == "table":
        lost = unsaved(play)
        said = (
            status(play, ctx, "warning", _("Ett löfte blev inte sparat innan steget var slut."))
            if lost
            else None
        )
        rows = [
            _symbols(play, ctx, promised(play), _("Egen symbol öppnar kvittot:")),
            said,
            _symbols(play, ctx, lost, _("Egen symbol visar vad som stod:")),
        ]
        return (Column(rows, gap=12) if any(rows) else None), None
    promise = next((promise_of(play, seat["id"]) for seat in play.seats), None)
    if promise is None:
        return None, None
    if promise.state == "failed":
        text = _("Ditt löfte blev inte sparat innan steget var slut.")
        opens = partial(play.kept.__setitem__, "opened", play.seats[0]["id"])
        show = Button(_("Visa vad jag skrev"), opens, "secondary", key="show unsaved")
        return status(play, ctx, "warning", text), show
    if promise.state != "kept":
        return status(play, ctx, "waiting", _("Kvittot kommer när löftet är sparat.")), None
    hint = words(play, ctx, _("Ditt kvitto – skriv upp det innan du går"), "small", align="center")
    told, save = slip(play, ctx, promise)
    return Column([hint, receipt_words(play, ctx, list(promise.receipt)), told], gap=10), save


def _symbols(play: Play, ctx: Ctx, seats: Sequence[str], hint: str) -> Node | None:
    """The seats that have something to open here, each for itself."""
    if not seats:
        return None
    tiles: list[Node] = []
    for seat in play.seats:
        if seat["id"] in seats:
            label = ctx._("Plats {name}", name=seat_name(seat["symbol"], ctx._))
            opens = partial(play.kept.__setitem__, "opened", seat["id"])
            tiles.append(
                Tile(SeatSymbol(seat["symbol"], 48), label, opens, pad=12, key=f"receipt {seat['symbol']}")
            )
    return Row([words(play, ctx, hint, "small", colour="soft"), Flow(tiles, gap=12, grow=1)], gap=20)
