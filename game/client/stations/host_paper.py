"""The programme on paper: a run sheet with clock times, made on this machine."""

from __future__ import annotations

from game.client.parts.again import clock
from game.client.stations.board import Board
from game.client.stations.desk import RunSheet, minutes_of
from game.client.stations.host_edit import steps_of
from game.client.ui import Button, Column, Ctx, Dialog, Flow, Node, Status, Text, TextField

FIELD = "sheet start"


def paper(board: Board, ctx: Ctx) -> Node:
    """When it begins; then the sheet is a file."""
    _, desk = ctx._, board.desk
    first = _first(board, ctx)
    start = minutes_of(ctx.typed(FIELD) or first)

    def back() -> None:
        desk.printed, desk.trouble = "", {}
        ctx.forget(FIELD)
        board.ask("plan")

    def go() -> None:
        begins = minutes_of(ctx.typed(FIELD) or first)
        if desk.print_sheet is not None and begins is not None:
            desk.printed, desk.trouble = "", {}
            desk.print_sheet(_sheet(board, ctx, begins))

    state: Node | None = None
    if desk.print_sheet is None:
        state = Status("info", _("Det går inte härifrån. Skriv bemot run-sheet i en terminal."))
    elif desk.trouble:
        state = Status("warning", _.pick(dict(desk.trouble)))
    elif desk.printed:
        state = Status("saved", _("Sparat: {path}", path=desk.printed))
    body: list[Node | None] = [
        Text(_("Skriv ut körschema"), "title"),
        Text(
            _(
                "En eller två sidor A4 för dig som leder: klockslag, minuter, korten, vad som är bra att "
                "veta och plats för anteckningar. Det blir en PDF."
            ),
            colour="soft",
        ),
        TextField(
            _("BÖRJAR KLOCKAN"),
            value=first,
            limit=5,
            key=FIELD,
            warning="" if start is not None else _("Skriv timme och minut, till exempel 09.00."),
            on_submit=lambda text: go(),
        ),
        state,
        Flow(
            [
                Button(_("Tillbaka"), back, key="back to plan"),
                Button(
                    _("Gör en PDF"),
                    go,
                    "primary",
                    shortcut="return",
                    icon="printer",
                    enabled=start is not None and desk.print_sheet is not None,
                    key="print sheet",
                ),
            ]
        ),
    ]
    return Dialog(Column(body, gap=22), back, span=1000)


def _first(board: Board, ctx: Ctx) -> str:
    """When it began, or else the next quarter."""
    opened = board.play.host["opened"] if board.play.host else None
    quarter = 15 * 60_000
    return clock(opened or -(-ctx.now // quarter) * quarter, ctx._)


def _sheet(board: Board, ctx: Ctx, start: int) -> RunSheet:
    _, play = ctx._, board.play
    room, host = play.room, play.host
    assert room is not None
    assert host is not None
    steps = steps_of(host["steps"])
    factor = host["factor"] / 100
    return RunSheet(
        name=room["code"],
        language=ctx.language,
        start=start,
        steps=tuple(step.model_copy(update={"minutes": step.minutes * factor}) for step in steps),
        titles={step["card"]: _.pick(step["title"]) for step in host["steps"] if step["title"]},
        decks=tuple((deck["slug"], deck["version"]) for deck in room["decks"]),
    )
