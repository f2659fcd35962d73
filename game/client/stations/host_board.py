"""The page of all tables on the host's board: which are shown, in which order, and each as a tile."""

from __future__ import annotations

from functools import partial

from game.client.phases import phase_name
from game.client.play import Play
from game.client.stations.board import Board
from game.client.stations.host_audience import audience
from game.client.stations.host_chips import Chip
from game.client.stations.host_face import Face
from game.client.stations.host_find import finder, typed
from game.client.stations.host_grid import TableGrid
from game.client.stations.host_order import SHOWN
from game.client.stations.host_queue import queue
from game.client.stations.host_table import open_table, table_key
from game.client.stations.host_tables import (
    FEW,
    MANY,
    Need,
    done,
    gone,
    lone,
    lost,
    need_of,
    needs,
    pace_of,
    seats_in,
    table_name,
    there,
    time_left,
    waited,
)
from game.client.ui import Button, Calm, Column, Ctx, Flow, Icon, Node, Row, Text, flexible
from game.rules.slices import TileSlice

PHASES = {
    "lobby": "people",
    "frame": "people",
    "checkin": "scale",
    "practice": "cards",
    "draw": "cards",
    "read": "text",
    "vote": "list",
    "reveal": "eye",
    "talk": "speech",
    "compare": "swap",
    "perspective": "bulb",
    "note": "note",
    "break": "clock",
    "harvest": "heart",
    "pledge": "star",
    "recall": "key",
    "debrief": "people",
    "closed": "check",
}
"""The icon of each phase, for tiles without room for its name."""


def tables(board: Board, ctx: Ctx) -> Node:
    """All tables in sight, those that need the host first; in a lecture the audience in their place."""
    if board.play.lecture:
        return audience(board.play, ctx)
    found = there(board.play)
    if not found:
        return _nobody(ctx)
    shown = _shown(board, ctx, found)
    asked = [tile["id"] for tile in queue(board.play)[:1]]
    alone = lone(board.play)
    faces = [_face(board.play, ctx, tile, tile["id"] in asked, tile["id"] in alone) for tile in shown]
    by_key = {table_key(tile["id"]): tile["id"] for tile in shown}
    grid: Node = TableGrid(faces, lambda key: open_table(board.play, by_key[key]), board.painted, grow=1)
    if not shown:
        grid = _none(board, ctx)
    wanted = len(found) > FEW and board.play.stage is not None and board.play.stage["phase"] != "lobby"
    return Column([_filters(board, ctx, found) if wanted else None, grid], gap=12, grow=1)


def _shown(board: Board, ctx: Ctx, found: list[TileSlice]) -> list[TileSlice]:
    """Those that are asked for, in order."""
    play, memory = board.play, ctx.pane.memory
    pace = pace_of(play)
    if play.kept.get("sort") != "number":
        at = memory.hover or (memory.focus if memory.keyboard else "")
        on = at if at.startswith("table ") else ""
        found = board.order.settle(found, ctx.now, on, memory.pressed.startswith("table "))
        if board.order.wake is not None:
            ctx.again_in(board.order.wake)
    show = str(play.kept.get("show", "all"))
    if show == "lone":
        alone = lone(play)
        return [tile for tile in found if tile["id"] in alone]
    return [tile for tile in found if SHOWN[show](tile, pace)]


def _filters(board: Board, ctx: Ctx, found: list[TileSlice]) -> Node:
    _, play = ctx._, board.play
    show, pace = play.kept.get("show", "all"), pace_of(play)
    names = {
        "all": ("", "", _("Alla")),
        "help": ("hand", "danger", _("Vill ha hjälp")),
        "time": ("clock", "warn", _("Behöver tid")),
        "undone": ("hourglass", "accent", _("Inte klara")),
        "lost": ("offline", "ink", _("Tappade")),
    }
    counts = {name: sum(SHOWN[name](tile, pace) for tile in found) for name in SHOWN}
    counts["lone"] = len(lone(play))
    # Last and only when there are any, so that they move no other.
    if show == "lone" or counts["lone"]:
        names["lone"] = ("person", "ink", _("Ensamma"))
    # Not where every table goes at its own pace.
    if show == "alone" or counts["alone"]:
        names["alone"] = ("right", "ink", _("I egen takt"))
    chips = [
        Chip(
            label,
            partial(_keep, play, "show", name),
            show == name,
            icon,
            counts[name],
            ink,
            key=f"show {name}",
        )
        for name, (icon, ink, label) in names.items()
    ]
    number = play.kept.get("sort") == "number"
    turn = partial(_keep, play, "sort", "need" if number else "number")
    order = Chip(_("Efter nummer"), turn, number, key="sort number")
    find = finder(board, ctx) if len(found) > MANY or typed(board, ctx) else None
    return Calm(Row([Column([Flow(chips, gap=10)], grow=1), order, find], gap=10))


def _keep(play: Play, what: str, value: str) -> None:
    play.kept[what] = value


def _nobody(ctx: Ctx) -> Node:
    _ = ctx._
    words = [
        Icon("table", 96, "edge"),
        Text(_("Inga bord än"), "title", align="center"),
        Text(
            _("Borden dyker upp här när de går med. Du kan börja när du vill."), colour="soft", align="center"
        ),
    ]
    return Column([flexible(), Column(words, gap=14, align="center"), flexible()], grow=1)


def _none(board: Board, ctx: Ctx) -> Node:
    _ = ctx._
    words = [
        Icon("check", 72, "good"),
        Text(_("Inget bord just nu"), "title", size=34, align="center"),
        Button(_("Visa alla bord"), partial(_keep, board.play, "show", "all"), key="show everything"),
    ]
    return Column([flexible(), Column(words, gap=14, align="center"), flexible()], grow=1)


# --- one tile ---


def _face(play: Play, ctx: Ctx, tile: TileSlice, first: bool, alone: bool) -> Face:
    need = need_of(tile, ctx.now)
    if need is Need.LATE and _in_step(play, tile):
        need = Need.GOING  # the hall's own clock says it once for all
    count = f"{tile['done']}/{tile['of']}" if tile["of"] else ""
    phase = phase_name(tile["phase"], tile["round"], ctx._)
    return Face(
        table_key(tile["id"]),
        tile["number"],
        table_name(tile, ctx),
        need,
        needs(tile, ctx)[0][2] if need < Need.LATE or tile["waits"] else phase,
        phase,
        PHASES.get(tile["phase"], ""),
        waited(tile["help"], ctx) if tile["help"] is not None else "",
        count or seats_in(tile, ctx),
        tile["done"],
        tile["of"],
        tile["seats"] - tile["present"],
        _clock(play, ctx, tile),
        (*_marks(play, tile, need), *(("person",) if alone else ())),
        gone(tile),
        first,
    )


def _marks(play: Play, tile: TileSlice, need: Need) -> tuple[str, ...]:
    """What there is to know besides the need."""
    found = (
        ("clock", tile["needs_time"] and need < Need.TIME),
        ("offline", lost(tile) and need < Need.LOST),
        ("pause", tile["paused"] and need is not Need.TIMEOUT),
        ("right", tile["alone"] and not tile["waits"] and pace_of(play) == "hall"),
    )
    return tuple(icon for icon, on in found if on)


def _in_step(play: Play, tile: TileSlice) -> bool:
    """Whether its clock is the hall's, which then stands above; at the tables' own pace no clock does."""
    if play.stage is None or (play.room and play.room["pace"] == "table"):
        return False
    if tile["left"] is not None:
        return tile["left"] == play.stage["left"]
    return tile["ends"] == play.stage["ends"]


def _clock(play: Play, ctx: Ctx, tile: TileSlice) -> float | None:
    """Ms to show: only of a clock that does not stand above, and in step with the hall's, so that all of them
    change in one picture.
    """
    left = time_left(tile, ctx.now)
    if left is None or ctx.settings.hide_timers or done(tile) or _in_step(play, tile):
        return None
    if tile["left"] is not None:
        return left
    since = (ctx.now - ((play.stage["ends"] or 0) if play.stage else 0)) % 1000
    ctx.again_in(1000 - since)
    return left + since
