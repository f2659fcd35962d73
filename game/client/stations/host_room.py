"""The dialogs of the host's board: which one is open, and the short ones - the key, the door, questions."""

from __future__ import annotations

from collections.abc import Callable

from game.client.parts.handbook import reading
from game.client.preferences import preferences
from game.client.stations.board import Act, Board, question
from game.client.stations.door import way_in
from game.client.stations.host_held import ASKED, anyway
from game.client.stations.host_insert import insert_dialog
from game.client.stations.host_keys import host_key, lead_comes, new_host_key
from game.client.stations.host_leaders import cohost, hand_over, remove_host
from game.client.stations.host_more import more
from game.client.stations.host_moves import gather, pace_hall, pace_table
from game.client.stations.host_paper import paper
from game.client.stations.host_pause import changing, pausing
from game.client.stations.host_programmes import own_programmes
from game.client.stations.host_report import report_dialog
from game.client.stations.host_screens import remove_screen
from game.client.stations.host_steps import steps_dialog
from game.client.stations.host_trend import trend_dialog
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Node,
    Row,
    flexible,
)
from game.rules.command import CloseRoom, SkipStep


def dialog(board: Board, ctx: Ctx) -> Node | None:
    """The dialog that is open, if any."""
    if board.key:
        return host_key(board, ctx)
    if board.desk.lead.came:
        return lead_comes(board, ctx)
    makers: dict[str, Callable[[Board, Ctx], Node | None]] = {
        "pause": pausing,
        "change pause": changing,
        "more": more,
        "plan": steps_dialog,
        "plan add": insert_dialog,
        "programmes": own_programmes,
        "run sheet": paper,
        "report": report_dialog,
        "trend": trend_dialog,
        "cohost": cohost,
        "host key": new_host_key,
        "remove host": remove_host,
        "remove screen": remove_screen,
        "hand over": hand_over,
        "pace hall": pace_hall,
        "pace table": pace_table,
        "gather": gather,
        ASKED: anyway,
        "skip": _skip,
        "close": _close,
        "door": _door,
        "leave": _leave,
        "handbook": lambda board, ctx: reading(board.reader, ctx, board.ask),
        "settings": lambda board, ctx: preferences(ctx, board.play.configure, board.ask),
    }
    maker = makers.get(board.asked)
    return maker(board, ctx) if maker else None


# --- questions before what cannot be undone ---


def _then(board: Board, act: Act) -> Act:
    def done() -> None:
        act()
        board.ask()

    return done


def _skip(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    return question(
        ctx,
        _("Hoppa över resten av steget?"),
        _(
            "Alla går till nästa steg i programmet. Ett kort som inte är färdigt "
            "lämnas, och dess röster förstörs."
        ),
        _("Hoppa över"),
        _then(board, lambda: play.do(SkipStep(serial=play.serial))),
        board.ask,
        key="yes skip",
    )


def _close(board: Board, ctx: Ctx) -> Node:
    _, play, again = ctx._, board.play, board.desk.again
    about = _(
        "Rummet stängs nu. Alla platser och alla röster som finns kvar förstörs, "
        "och ingen kan komma tillbaka."
    )
    if again.make is not None and again.needs_key:
        about += " " + _(
            "Rapporten och återträffen behöver spelledarnyckeln. Har du den inte sparad: gör först en ny "
            "under Mer."
        )
    return question(
        ctx,
        _("Avsluta sessionen för alla?"),
        about,
        _("Avsluta sessionen"),
        _then(board, lambda: play.do(CloseRoom())),
        board.ask,
        key="yes close",
    )


def _leave(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    return question(
        ctx,
        _("Lämna rummet?"),
        _("Alla fortsätter i steget de är i. Du kommer tillbaka med koden och spelledarnyckeln."),
        _("Lämna"),
        _then(board, play.leave),
        board.ask,
        key="yes leave",
    )


def _door(board: Board, ctx: Ctx) -> Node:
    _, room = ctx._, board.play.room
    body = [
        way_in(board.door, room["code"] if room else "", ctx),
        Row([flexible(), Button(_("Klar"), board.ask, "primary", shortcut="return", key="close door")]),
    ]
    return Dialog(Column(body, gap=24), board.ask, span=1160)
