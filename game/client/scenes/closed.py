"""The end: thank you, and what happens to what was stored."""

from __future__ import annotations

from functools import partial

from game.client.parts.page import page
from game.client.parts.promising import promise_of, promised
from game.client.parts.take_home import sheet_button, sheet_state
from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.scenes.receipt import receipt, receipt_words, slip
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
    opened = play.kept.get("opened")
    if opened is not None and (alone := receipt(play, ctx, opened, partial(play.kept.pop, "opened", None))):
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
            "return" if over else "",
            key="leave",
        )
    buttons = [save, sheet_button(play, ctx), leave]
    return page(play, ctx, Panel(Largest([body]), pad=(84, 40), grow=1), buttons)


def receipts(play: Play, ctx: Ctx) -> tuple[Node | None, Node | None]:
    """(what is shown, what may be pressed): the words once more, on the screen of whoever has to remember
    them; at a shared machine the seats that have not seen theirs.
    """
    seats = promised(play)
    if not seats:
        return None, None
    if play.kind == "table":
        hint = words(play, ctx, ctx._("Egen symbol öppnar kvittot:"), "small", colour="soft")
        tiles: list[Node] = []
        for seat in play.seats:
            if seat["id"] in seats:
                label = ctx._("Plats {name}", name=seat_name(seat["symbol"], ctx._))
                opens = partial(play.kept.__setitem__, "opened", seat["id"])
                key = f"receipt {seat['symbol']}"
                tiles.append(Tile(SeatSymbol(seat["symbol"], 48), label, opens, pad=12, key=key))
        return Row([hint, Flow(tiles, gap=12, grow=1)], gap=20), None
    promise = promise_of(play, seats[0])
    if promise is None or promise.state != "kept":
        return None, None
    hint = words(play, ctx, ctx._("Ditt kvitto – skriv upp det innan du går"), "small", align="center")
    said, save = slip(play, ctx, promise)
    return Column([hint, receipt_words(play, ctx, list(promise.receipt)), said], gap=10), save
