"""Opening a table by its number: type the digits anywhere on the board, then Enter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.client.stations.board import Board
from game.client.stations.host_table import open_table, table_key
from game.client.stations.host_tables import there
from game.client.ui import Ctx, Hotkey, Icon, Node, Panel, Row, Text
from game.rules.slices import TileSlice

FORGET = 4_000.0
"""Ms after which the next digit starts a new number."""
LONGEST = 3


def typed(board: Board, ctx: Ctx) -> str:
    """The digits typed a moment ago; "" for none."""
    digits, at = board.play.kept.get("typed", ("", 0.0))
    left = FORGET - (ctx.now - at)
    if not digits or left <= 0:
        return ""
    ctx.again_in(left)
    return str(digits)


def keys(board: Board, ctx: Ctx) -> list[Node]:
    """What listens for digits, and for what ends them. Put them where they lie under every dialog."""
    digits = typed(board, ctx)
    found: list[Node] = [Hotkey(str(n), partial(_type, board, ctx, digits + str(n))) for n in range(10)]
    if digits:
        found += [
            Hotkey("backspace", partial(_type, board, ctx, digits[:-1])),
            Hotkey("escape", partial(_type, board, ctx, "")),
            Hotkey("return", _opener(board, ctx, digits)),
        ]
    return found


def finder(board: Board, ctx: Ctx) -> Node:
    """Says that numbers may be typed; then the number, and whether there is such a table."""
    _, digits = ctx._, typed(board, ctx)
    missing = bool(digits) and _table(board, digits) is None
    if missing:
        words = _("Bord {n} finns inte", n=digits)
    else:
        words = _("Bord {n}: Enter", n=digits) if digits else _("Skriv nummer")
    ink = "danger" if missing else "ink" if digits else "soft"
    inside = Row([Icon("search", 26, ink), Text(words, "label", colour=ink, lines=1)], gap=10)
    line = "danger" if missing else "accent" if digits else "line"
    return Panel(
        inside, pad=(18, 18), fill="card" if digits else "tint", line=line, radius="field", shadow=""
    )


def _table(board: Board, digits: str) -> TileSlice | None:
    return next((tile for tile in there(board.play) if str(tile["number"]) == digits), None)


def _type(board: Board, ctx: Ctx, digits: str) -> None:
    """Take the digits, and go to the table that has them, so that Enter opens no other."""
    digits = digits[-LONGEST:]
    board.play.kept["typed"] = (digits, ctx.now)
    tile, pane = _table(board, digits), ctx.pane
    key = table_key(tile["id"]) if tile else ""
    pane.memory.focus = key if pane.target(key) else ""
    pane.memory.keyboard = True
    pane.reveal(key)


def _opener(board: Board, ctx: Ctx, digits: str) -> Callable[[], None]:
    def go() -> None:
        tile = _table(board, digits)
        if tile is not None:
            board.play.kept.pop("typed", None)
            open_table(board.play, tile["id"])

    return go
