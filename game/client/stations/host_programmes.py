"""A host's own programmes: keeping the one that is played under a name, and taking away those kept before."""

from __future__ import annotations

from functools import partial
from typing import Literal, cast

from game.client.own_programmes import LONGEST_NAME, OwnProgramme
from game.client.programmes import forgetting
from game.client.stations.board import Board
from game.client.stations.host_edit import programme
from game.client.ui import Button, Column, Ctx, Dialog, Flow, Node, Row, Rule, Scroll, Status, Text, TextField
from game.rules import PRESETS
from game.rules.opened import K_SEATS, K_TABLES

FIELD = "programme name"


def own_programmes(board: Board, ctx: Ctx) -> Node:
    """The name first; below it what is kept already."""
    _, kept = ctx._, board.desk.programmes
    out = str(board.play.kept.get("programme out", ""))
    if out:
        return forgetting(out, partial(_remove, board, ctx, out), partial(_ask, board, ""), ctx)
    found = kept.listed() if kept is not None else ()
    typed = ctx.typed(FIELD).strip()
    same = next((one for one in found if one.name.casefold() == typed.casefold()), None)
    save = partial(_save, board, ctx)
    said: tuple[str, str] = board.play.kept.get("programme said", ("", ""))
    field = TextField(
        _("NAMN"),
        placeholder=_("Till exempel: Vår halvdag"),
        limit=LONGEST_NAME,
        key=FIELD,
        on_submit=lambda text: save(),
        on_change=lambda text: board.play.kept.pop("programme said", None),
    )
    label = _("Byt ut ”{name}”", name=same.name) if same else _("Spara")
    body: list[Node | None] = [
        Text(_("Spara som eget program"), "title"),
        Text(
            _(
                "Stegen, minuterna, de valda korten och takten sparas på den här datorn. "
                "Programmet finns att välja nästa gång du gör ett rum."
            ),
            colour="soft",
        ),
        field,
        Status(*said) if said[0] else None,
        Rule() if found else None,
        Scroll(Column([_row(board, ctx, one) for one in found], gap=8), key="kept programmes", grow=1)
        if found
        else None,
        Flow(
            [
                Button(_("Tillbaka"), lambda: _back(board, ctx), key="back to plan"),
                Button(
                    label,
                    save,
                    "primary",
                    shortcut="return",
                    icon="save",
                    enabled=bool(typed) and kept is not None,
                    key="save programme",
                ),
            ]
        ),
    ]
    return Dialog(Column(body, gap=20), lambda: _back(board, ctx), span=1080)


def _row(board: Board, ctx: Ctx, one: OwnProgramme) -> Node:
    _ = ctx._
    about = _("{steps} steg, {n} min", steps=len(one.steps), n=f"{one.minutes:g}")
    words = Column([Text(one.name), Text(about, "small", colour="soft")], gap=0, grow=1)
    ask = partial(_ask, board, one.name)
    return Row([words, Button(_("Ta bort …"), ask, "quiet", icon="trash", key=f"forget {one.name}")])


def _ask(board: Board, name: str) -> None:
    board.play.kept["programme out"] = name


def _save(board: Board, ctx: Ctx) -> None:
    play, kept, name = board.play, board.desk.programmes, ctx.typed(FIELD).strip()
    room, steps = play.room, programme(play)
    if kept is None or room is None or not name or not steps:
        return
    one = OwnProgramme(
        name=name,
        preset=_shape(room["preset"], room["pace"]),
        pace=cast(Literal["hall", "table"], room["pace"]),
        decks=tuple(deck["slug"] for deck in room["decks"]),
        k_seats=room["k_seats"] if room["k_seats"] > K_SEATS else None,
        k_tables=room["k_tables"] if room["k_tables"] > K_TABLES else None,
        steps=steps,
    )
    _tried(board, ctx, lambda: kept.save(one), ctx._("”{name}” är sparat.", name=name))


def _shape(preset: str, pace: str) -> str:
    """The preset whose settings a programme has; a room that follows somebody's own is of its pace's usual
    one.
    """
    return preset if preset in PRESETS else "Halvdag" if pace == "hall" else "APT 60"


def _remove(board: Board, ctx: Ctx, name: str) -> None:
    kept = board.desk.programmes
    board.play.kept.pop("programme out", None)
    if kept is not None:
        _tried(board, ctx, lambda: kept.remove(name), ctx._("”{name}” är borttaget.", name=name))


def _tried(board: Board, ctx: Ctx, act: object, done: str) -> None:
    assert callable(act)
    try:
        act()
    except OSError:
        words = ctx._("Mappen för inställningar går inte att skriva i, så inget ändrades.")
        board.play.kept["programme said"] = ("warning", words)
    else:
        board.play.kept["programme said"] = ("saved", done)


def _back(board: Board, ctx: Ctx) -> None:
    for name in ("programme said", "programme out"):
        board.play.kept.pop(name, None)
    ctx.forget(FIELD)
    board.ask("plan")
