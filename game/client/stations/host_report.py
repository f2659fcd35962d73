"""The session's report, from the host's own window: asked of the server, made into a PDF on this machine."""

from __future__ import annotations

from game.client.stations.board import Board
from game.client.ui import Button, Column, Ctx, Dialog, Flow, Node, Status, Text, TextField
from game.rules.opened import K_SEATS, K_TABLES, MAX_TALK

FIELD = "report key"


def report_dialog(board: Board, ctx: Ctx) -> Node:
    """What the report is, the way to save it, and what became of it."""
    _, room = ctx._, board.play.room

    def back() -> None:
        ctx.forget(FIELD)
        board.ask()

    about = _(
        "Två sidor A4 för den som inte var med: korten, före och efter, det som släppts till väggen. Inga "
        "namn, bord eller platser."
    )
    on = _("Sessionen pågår: bara det som du har visat för salen kommer med. Spara en ny när den är slut.")
    body = [
        Text(_("Spara rapporten"), "title"),
        Text(f"{about} {_least(board, ctx)}", colour="soft"),
        None if room is None or room["closed"] else Status("info", on),
        *_state(board, ctx),
        _key_field(board, ctx),
        Flow([Button(_("Tillbaka"), back, key="back from report"), save_button(board, ctx, primary=True)]),
    ]
    return Dialog(Column(body, gap=22), back, span=1040)


def _least(board: Board, ctx: Ctx) -> str:
    """How many are behind every number of the report."""
    _, room = ctx._, board.play.room
    seats, tables = (room["k_seats"], room["k_tables"]) if room else (0, 0)
    if board.play.lecture:
        return _("Bakom varje tal står minst {seats} personer.", seats=max(MAX_TALK + 1, seats))
    return _(
        "Bakom varje tal står minst {seats} personer vid minst {tables} bord.",
        seats=max(K_SEATS, seats),
        tables=max(K_TABLES, tables),
    )


def report_part(board: Board, ctx: Ctx) -> list[Node]:
    """The same on the last page; nothing where no report can be made."""
    if board.desk.report.save is None:
        return []
    found = [_key_field(board, ctx), save_button(board, ctx), *_state(board, ctx)]
    return [node for node in found if node is not None]


def report_button(board: Board, ctx: Ctx) -> Node | None:
    """The way to the dialog; nothing where no report can be made."""
    if board.desk.report.save is None:
        return None
    return Button(ctx._("Spara rapporten …"), lambda: board.ask("report"), icon="printer", key="open report")


def save_button(board: Board, ctx: Ctx, *, primary: bool = False) -> Node:
    """Asks the server and writes the file."""
    _, desk = ctx._, board.desk.report
    save, typed = desk.save, ctx.typed(FIELD).strip() if desk.needs_key else ""

    def go() -> None:
        if save is not None:
            save(typed, ctx.language)

    ready = save is not None and not desk.works and (bool(typed) or not desk.needs_key)
    label = _("Hämtar …") if desk.works else _("Spara rapporten som PDF")
    kind = "primary" if primary else "secondary"
    return Button(label, go, kind, icon="printer", enabled=ready, key="save report")


def _key_field(board: Board, ctx: Ctx) -> Node | None:
    """Where the window has come back without its key it is asked for."""
    desk = board.desk.report
    if not desk.needs_key:
        return None
    save = desk.save

    def submit(text: str) -> None:
        if save is not None and text.strip() and not desk.works:
            save(text.strip(), ctx.language)

    return TextField(ctx._("SPELLEDARNYCKELN"), limit=39, upper=True, key=FIELD, on_submit=submit)


def _state(board: Board, ctx: Ctx) -> list[Node]:
    _, desk = ctx._, board.desk.report
    if desk.save is None:
        return [Status("info", _("Det går inte härifrån. Skriv bemot report i en terminal."))]
    if desk.trouble:
        return [Status("warning", _.pick(dict(desk.trouble)))]
    return [Status("saved", _("Sparat: {path}", path=desk.saved))] if desk.saved else []
