"""The host's board: the plan, what is open, what opens next, and every table.

Numbers only, never who chose what.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.client.play import Play
from game.client.stations.board import Board
from game.client.stations.door import way_in
from game.client.stations.host_audience import asked_again
from game.client.stations.host_board import tables
from game.client.stations.host_card import notes
from game.client.stations.host_deal import deal_board, dealing, heavy
from game.client.stations.host_find import keys
from game.client.stations.host_follow import again, follow_up
from game.client.stations.host_head import head, notices
from game.client.stations.host_keys import host_key
from game.client.stations.host_message import message
from game.client.stations.host_now import lonely, next_button, now, sure
from game.client.stations.host_plan import late, plan
from game.client.stations.host_queue import asking, first_in_queue
from game.client.stations.host_release import releasing
from game.client.stations.host_report import report_button, report_part
from game.client.stations.host_room import dialog
from game.client.stations.host_shown import results
from game.client.stations.host_table import detail
from game.client.stations.host_tables import MANY, there
from game.client.stations.host_trend import trend_button, trend_dialog
from game.client.stations.host_wall import waiting, wall
from game.client.ui import (
    Button,
    Calm,
    Choice,
    Column,
    Ctx,
    Flow,
    Hotkey,
    Icon,
    Node,
    Panel,
    Row,
    Scroll,
    Stack,
    Status,
    Text,
    flexible,
)


def build(board: Board, ctx: Ctx) -> Node:
    """The whole board."""
    play = board.play
    if play.stage is None or play.host is None or play.room is None:
        return _connecting(board, ctx)
    if play.room["closed"]:
        told = host_key(board, ctx) if board.key else None  # also when another host has closed the room
        trend = trend_dialog(board, ctx) if board.asked == "trend" else None
        return Stack([_closed(board, ctx), trend, told])
    lobby = play.stage["phase"] == "lobby"
    dense = _dense(play, ctx)
    # Where there is width but no height, what is open also tells of a pause, and when it will end.
    slim = dense and ctx.wide and not lobby
    inside = _lobby(board, ctx) if lobby else _session(board, ctx)
    above = asking(play, ctx, play.room["message"] is not None) if lobby else None
    behind = late(play, ctx) if dense and not slim and _open_tab(play) != "plan" else None
    parts = [head(board, ctx), *notices(board, ctx, pause=not slim), behind, above, inside]
    page = Column(parts, gap=10 if dense else 20, pad=(40, 18) if dense else (56, 32))
    helps = Hotkey("f1", lambda: board.ask("handbook"))
    hidden = [
        first_in_queue(play),
        helps,
        *(keys(board, ctx) if not play.lecture and (lobby or _open_tab(play) == "tables") else []),
    ]
    about = asked_again(play, ctx) if play.lecture else detail(play, ctx)
    asked = [
        about,
        heavy(play, ctx),
        releasing(play, ctx),
        sure(board, ctx),
        message(board, ctx),
        dialog(board, ctx),
    ]
    return Stack([page, *hidden, *asked])


def _dense(play: Play, ctx: Ctx) -> bool:
    """Whether every line of the window is needed for the tables."""
    return not ctx.wide or len(there(play)) > MANY


# --- before the start ---


def _lobby(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    room = play.room
    assert room is not None
    short = not ctx.wide or bool(notices(board, ctx))
    door = Panel(way_in(board.door, room["code"], ctx, qr=240 if short else 300, size=84), pad=40)
    how = Text(
        _(
            "Andra öppnar Bemöt, väljer Gå med och skriver koden. Börja när du vill – den som "
            "kommer sent kommer in i steget ni är i."
        )
        if board.door.urls
        else _("Robotarna sätter sig vid borden. Börja när du vill."),
        "small",
        colour="soft",
    )
    start, alone = next_button(board, ctx), lonely(play, ctx)
    if not ctx.wide:
        body = Scroll(Column([door, how, tables(board, ctx), plan(play, ctx)], gap=20), key="lobby", grow=1)
        return Column([body, Row([alone or flexible(), start], gap=20)], gap=16, grow=1)
    if len(there(play)) > MANY:
        code = Panel(way_in(board.door, room["code"], ctx, qr=200, size=52), pad=24)
        left = Column([code, plan(play, ctx), alone, Row([start])], gap=18, width=560)
        return Row([left, tables(board, ctx)], gap=24, align="stretch", grow=1)
    left = Column([door, how, plan(play, ctx)], gap=22, grow=5)
    right = Column([tables(board, ctx), Row([alone or flexible(), start], gap=20)], gap=22, grow=6)
    return Row([left, right], gap=40, align="stretch", grow=1)


# --- during the session ---


def _session(board: Board, ctx: Ctx) -> Node:
    play, dense = board.play, _dense(board.play, ctx)
    parts = [
        now(board, ctx, dense, ends=dense and ctx.wide and _open_tab(play) != "plan"),
        _tabs(board, ctx),
        asking(play, ctx, _open_tab(play) == "tables"),
        _tab(board, ctx),
    ]
    main = Column(parts, gap=10 if dense else 18, grow=1)
    if dense:
        return main
    return Row([Column([plan(play, ctx)], width=450), main], gap=36, align="stretch", grow=1)


def _tabs(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    still = waiting(play)
    names = [
        ("deal", _("Dela ut")) if dealing(play) else None,
        ("tables", _("Salen") if play.lecture else _("Bord")),
        ("card", _("Kortet")),
        ("results", _("Resultat")),
        ("wall", _("Vägg ({n})", n=still) if still else _("Vägg")),
        ("plan", _("Programmet")) if _dense(play, ctx) else None,
    ]

    def pick(tab: str) -> None:
        play.kept["tab"] = tab

    return Calm(Choice([name for name in names if name], _open_tab(play), pick, key="tabs"))


def _open_tab(play: Play) -> str:
    tab = str(play.kept.get("tab", "deal" if dealing(play) else "tables"))
    if tab == "deal" and not dealing(play):
        return "tables"
    return tab


def _tab(board: Board, ctx: Ctx) -> Node:
    makers: dict[str, Callable[[Play, Ctx], Node]] = {
        "deal": deal_board,
        "card": notes,
        "results": results,
        "wall": wall,
    }
    if _dense(board.play, ctx):
        makers["plan"] = partial(plan, page=True)
    maker = makers.get(_open_tab(board.play))
    report = (
        report_button(board, ctx) if _open_tab(board.play) == "results" and _debriefs(board.play) else None
    )
    above = [Row([flexible(), report])] if report is not None else []
    return Column([*above, maker(board.play, ctx) if maker else tables(board, ctx)], gap=14, grow=1)


def _debriefs(play: Play) -> bool:
    """Whether the session is at its end, and what it came to is talked about."""
    return play.stage is not None and play.stage["phase"] == "debrief"


# --- the edges ---


def _connecting(board: Board, ctx: Ctx) -> Node:
    _, status = ctx._, board.play.status
    words = _.pick(dict(status.message)) if status.message else _("Ansluter …")
    back = Button(_("Till startfönstret"), board.play.leave, icon="home", key="home")
    kind = "warning" if status.state == "refused" else "waiting"
    return Column(
        [
            flexible(),
            Row([flexible(), Column([Status(kind, words), back], gap=24, align="center"), flexible()]),
            flexible(),
        ],
        pad=80,
    )


def _closed(board: Board, ctx: Ctx) -> Node:
    _, play, new = ctx._, board.play, board.desk.again
    # A key that is shown this once is not thrown away by one press too many.
    away = "" if new.works or new.code else "return"
    words = [
        Icon("check", 96, "good"),
        Text(_("Sessionen är slut"), "display", align="center"),
        Text(
            _("Rummet är stängt. Alla platser och röster är förstörda. Tack för att du ledde samtalet."),
            align="center",
        ),
        *report_part(board, ctx),
        *again(board, ctx),
        *follow_up(board, ctx),
    ]
    on = Flow(
        [
            trend_button(board, ctx),
            Button(_("Till startfönstret"), play.leave, "primary", shortcut=away, icon="home", key="home"),
        ],
        justify="center",
    )
    told = Scroll(Column(words, gap=18, align="center", pad=(6, 6)), key="closed")
    middle = Column([flexible(), told, on, flexible()], gap=20, grow=4)
    if not ctx.wide:
        return Column([middle], pad=48)
    return Row([middle, Column([results(play, ctx)], grow=5)], gap=56, pad=(72, 56), align="stretch")
