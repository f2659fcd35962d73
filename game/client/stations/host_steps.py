"""The dialog in which a host changes the programme while it runs: every coming step can be moved, made longer
or shorter, left out, and something put in beside it. What has begun stays, and says so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.client.parts.again import clock
from game.client.play import Play
from game.client.stations import host_edit as edit
from game.client.stations.board import Board
from game.client.stations.host_course import Course, course
from game.client.stations.host_plan import (
    proposal,
    reached,
    standing,
    step_minutes,
    step_name,
    step_sign,
    tables_in,
    told,
)
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Flow,
    Hotkey,
    Icon,
    Node,
    Panel,
    Row,
    Rule,
    Scroll,
    Stack,
    Status,
    Stepper,
    Text,
    Tile,
    flexible,
)
from game.rules.slices import StepSlice

PACES = 5
"""Minutes at a time for what is longer than `SHORT`."""
SHORT = 20
LAST = "step out"
"""The last thing that may be done with a step."""


def steps_dialog(board: Board, ctx: Ctx) -> Node:
    """The whole programme, one step chosen at a time."""
    _, play = ctx._, board.play
    host, stage = play.host, play.stage
    if host is None or stage is None:
        return Column([])
    _reveal(play, ctx)
    known, fixed = course(play, ctx.now), min(edit.fixed(play), len(host["steps"]))
    rows: list[Node | None] = [*_begun(board, ctx, fixed, known)]
    for number in range(fixed, len(host["steps"])):
        rows.append(_row(board, ctx, number, known))
        if number == play.kept.get("plan at"):
            rows.append(_tools(board, ctx, number, host["steps"][number]))
    hint = _("Välj ett steg för att ändra det. Ctrl och pil flyttar, Delete tar bort, Ctrl+Z ångrar.")
    trouble, advice, beside = _trouble(board, ctx), proposal(play, ctx), _beside(board, ctx)
    if ctx.wide:
        above: list[Node | None] = [
            Row([Column([_head(board, ctx)], grow=1), *beside], gap=8),
            Text(hint, "small", size=24, colour="soft"),
            trouble,
            advice,
        ]
    else:  # the steps get what room there is
        above, rows = [_head(board, ctx), trouble], [advice, *rows, Flow(beside, gap=8)]
    body: list[Node | None] = [
        *above,
        Scroll(Column(rows, gap=8, pad=(4, 4)), key="steps", grow=1),
        Rule(),
        _foot(board, ctx),
        Stack(_keys(board), height=0),
    ]
    return Dialog(Column(body, gap=16), lambda: _close(board), span=1380)


def _reveal(play: Play, ctx: Ctx) -> None:
    """Bring what may be done with the step just chosen into view, once it is there."""
    if not play.kept.get("plan reveal"):
        return
    if ctx.pane.target(LAST) is None:
        ctx.again_in(1)
        return
    play.kept["plan reveal"] = False
    ctx.pane.reveal(LAST)


def _head(board: Board, ctx: Ctx) -> Node:
    return Column([Text(ctx._("Programmet"), "title"), told(board.play, ctx)], gap=2)


def _beside(board: Board, ctx: Ctx) -> list[Node]:
    """What the programme may become outside the room."""
    _ = ctx._
    return [
        Button(_("Spara som eget …"), lambda: board.ask("programmes"), "quiet", icon="save", key="keep plan"),
        Button(_("Körschema …"), lambda: board.ask("run sheet"), "quiet", icon="printer", key="run sheet"),
    ]


def _trouble(board: Board, ctx: Ctx) -> Node | None:
    """Why a change was not made; the list below is the programme as it is."""
    notice = board.play.notice
    return Status("warning", ctx._.pick(dict(notice.message))) if notice is not None else None


def _begun(board: Board, ctx: Ctx, fixed: int, known: Course | None) -> list[Node]:
    """What has begun and stays: what somebody is in, and the rest when it is asked for."""
    _, play, kept = ctx._, board.play, board.play.kept
    first = max(0, min([fixed - 1, *standing(play)]))
    every = bool(kept.get("plan past shown"))

    def show() -> None:
        kept["plan past shown"] = not every

    shown = range(0 if every else first, fixed)
    label = (
        _("Dölj de tidigare")
        if every
        else ctx.plural("Visa {n} tidigare steg", "Visa {n} tidigare steg", first)
    )
    more = Button(label, show, "quiet", icon="up" if every else "down", key="past steps", at="start")
    lines = [Panel(_line(board, ctx, number, known), pad=(22, 10), fill="", shadow="") for number in shown]
    return [more, *lines] if first else [*lines]


def _row(board: Board, ctx: Ctx, number: int, known: Course | None) -> Node:
    """A coming step, to choose."""
    kept = board.play.kept
    chosen = number == kept.get("plan at")

    def choose() -> None:
        kept["plan at"] = None if chosen else number
        kept["plan reveal"] = not chosen

    name = step_name(board.play, number, ctx)
    return Tile(_line(board, ctx, number, known), name, choose, chosen=chosen, pad=18, key=f"step {number}")


def _line(board: Board, ctx: Ctx, number: int, known: Course | None) -> Node:
    """One step: when, what, and for how long; what has begun has a lock."""
    _, play = ctx._, board.play
    host, stage = play.host, play.stage
    assert host is not None
    assert stage is not None
    tables, begun = tables_in(play, number, ctx), number < edit.fixed(play)
    here = number if tables else reached(play, stage)
    name = Text(
        step_name(play, number, ctx),
        "strong" if number == here else "body",
        size=30,
        min=24,
        colour="soft" if begun and number != here else "ink",
        grow=1,
    )
    time = None
    if known is not None and known.begins:
        wide = 90 * min(1.5, ctx.settings.text)
        time = Text(clock(known.begins[number], _), "label", size=24, colour="soft", width=wide)
    stays = None
    if begun:
        why = _("pågår, ligger fast") if number == here else _("har börjat, ligger fast")
        stays = Row([Icon("lock", 26, "soft"), Text(why if ctx.wide else "", "small", size=24)], gap=10)
    minutes = Text(step_minutes(play, number, ctx), "label", size=24)
    return Row([time, step_sign(number, here), name, tables, stays, minutes], gap=18)


def _tools(board: Board, ctx: Ctx, at: int, step: StepSlice) -> Node:
    """What can be done with the chosen step."""
    _, play = ctx._, board.play
    unit = PACES if step["minutes"] > SHORT and step["kind"] == "break" else 1

    def change(n: int) -> None:
        now = round(step["minutes"])
        edit.last(play, at, max(1, now + (n - now) * unit))

    minutes = Stepper(
        _("Minuter"),
        round(step["minutes"]),
        change,
        1,
        edit.LONGEST,
        lambda n: _("{n} min", n=n),
        key="step minutes",
    )
    tools = Flow(
        [
            Button(
                _("Tidigare"),
                partial(edit.move, play, at, -1),
                icon="up",
                enabled=edit.may_move(play, at, -1),
                key="step up",
            ),
            Button(
                _("Senare"),
                partial(edit.move, play, at, 1),
                icon="down",
                enabled=edit.may_move(play, at, 1),
                key="step down",
            ),
            minutes,
            Button(_("Ta bort"), lambda: _drop(board, at), "quiet", icon="trash", key=LAST),
        ],
        gap=14,
    )
    return Panel(tools, pad=(18, 6), fill="", shadow="")


def _drop(board: Board, at: int) -> None:
    edit.drop(board.play, at)
    board.play.kept["plan at"] = None


def _foot(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    undo = Button(
        _("Ångra"),
        lambda: edit.undo(play),
        icon="back",
        enabled=edit.may_undo(play),
        key="undo plan",
    )
    over = edit.fixed(play) > len(edit.programme(play))
    add = Button(
        _("Lägg till …"),
        lambda: board.ask("plan add"),
        icon="plus",
        enabled=not over,
        why=_("Ett bord är klart"),
        key="add step",
    )
    done = Button(_("Klar"), lambda: _close(board), "primary", shortcut="return", key="close plan")
    return Row([add, undo, flexible(), done], gap=14) if ctx.wide else Flow([add, undo, done], gap=12)


def _keys(board: Board) -> list[Node]:
    """What the keyboard does with the chosen step."""
    play = board.play
    at = play.kept.get("plan at")
    found: list[tuple[str, Callable[[], object]]] = [("ctrl+z", lambda: edit.undo(play))]
    if at is not None:
        found += [
            ("ctrl+up", lambda: edit.move(play, at, -1)),
            ("ctrl+down", lambda: edit.move(play, at, 1)),
            ("delete", lambda: _drop(board, at) if at >= edit.fixed(play) else None),
        ]
    return [Hotkey(stroke, act) for stroke, act in found]


def _close(board: Board) -> None:
    board.play.kept["plan at"] = None
    board.play.notice = None
    board.ask()
