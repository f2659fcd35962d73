"""What a host may do with the whole room: time, pace, the lock, who leads, big screens, the end."""

from __future__ import annotations

from functools import partial
from typing import Literal, cast

from game.client.play import Play
from game.client.stations.board import Act, Board
from game.client.stations.host_leaders import leaders
from game.client.stations.host_lines import line
from game.client.stations.host_moves import change_pace
from game.client.stations.host_plan import told
from game.client.stations.host_report import report_button
from game.client.stations.host_screens import screens
from game.client.stations.host_trend import trend_button
from game.client.ui import (
    Button,
    Choice,
    Column,
    Ctx,
    Dialog,
    Flow,
    Node,
    Row,
    Rule,
    Scroll,
    Text,
    Toggle,
    flexible,
)
from game.rules.command import Extend, Lock, SetClock


def more(board: Board, ctx: Ctx) -> Node:
    """What is not needed every minute, in one dialog."""
    _ = ctx._
    rows: list[Node | None] = [
        *_time(board, ctx),
        Rule(),
        *_programme(board, ctx),
        Rule(),
        *_people(board, ctx),
        Rule(),
        *leaders(board, ctx),
        Rule(),
        *screens(board, ctx),
        Rule(),
        _leaving(board, ctx),
    ]
    beside = [
        Button(_("Handbok"), partial(board.ask, "handbook"), "quiet", icon="help", key="open handbook"),
        Button(_("Inställningar"), partial(board.ask, "settings"), "quiet", icon="settings", key="settings"),
    ]
    title = Text(_("Mer"), "title", grow=1)
    body = [
        Row([title, *beside]) if ctx.wide else Column([title, Flow(beside)], gap=8),
        Scroll(Column(rows, gap=20), key="more", grow=1),
        Row([flexible(), Button(_("Klar"), board.ask, "primary", shortcut="return", key="close more")]),
    ]
    return Dialog(Column(body, gap=20), board.ask, span=1160)


def _time(board: Board, ctx: Ctx) -> list[Node | None]:
    _, play = ctx._, board.play
    factor = str(play.host["factor"]) if play.host else "100"
    hard = bool(play.host and play.host["hard"])

    def clock(factor: str, hard: bool) -> None:
        play.do(SetClock(factor=cast(Literal[100, 150, 200], int(factor)), hard=hard))

    factors = Choice(
        [("100", "×1"), ("150", _("×1,5")), ("200", "×2")], factor, lambda f: clock(f, hard), key="factor"
    )
    more = [
        Button(label, _extend(play, n), icon="plus", key=f"extend {n}", enabled=play.may("extend"))
        for n, label in ((1, _("1 min")), (2, _("2 min")), (5, _("5 min")))
    ]
    return [
        Text(_("TID"), "label", colour="soft"),
        _the_pause(board, ctx),
        line(ctx, _("Mer tid nu, för alla"), Row(more, gap=12)),
        line(ctx, _("Tid i kommande steg"), factors),
        Toggle(
            _("Stäng stegen när tiden är slut"),
            hard,
            lambda on: clock(factor, on),
            play.may("set_clock"),
            _("Annars är tiden mjuk: den syns, men ingen blir avbruten."),
            key="hard",
        ),
    ]


def _the_pause(board: Board, ctx: Ctx) -> Node | None:
    """While a pause lasts: its words and time, to which more time for the tables is not added."""
    _, play = ctx._, board.play
    if play.stage is None or play.stage["paused"] != "host":
        return None
    ask = partial(board.ask, "change pause")
    change = Button(_("Ändra pausen"), ask, icon="edit", enabled=play.may("pause"), key="change pause")
    about = _("Mer tid nedan läggs på stegets klocka, som står still, och inte på pausen.")
    return line(ctx, about, change)


def _extend(play: Play, minutes: int) -> Act:
    return lambda: play.do(Extend(serial=play.serial, seen=play.version, minutes=minutes))


def _programme(board: Board, ctx: Ctx) -> list[Node | None]:
    """The programme's own page, and who opens its steps."""
    _, play = ctx._, board.play
    pace = play.room["pace"] if play.room else "hall"
    about = (
        _("Byter du till Borden själva går varje bord vidare för sig, från det steg det är i nu.")
        if pace == "hall"
        else _("Byter du till Du leder alla gör borden klart kortet de har och möts vid nästa steg.")
    )
    if play.lecture:
        about = _("Byter du till Salen själv öppnar kortläsaren stegen på sin egen skärm.")
    paces = Choice(
        [("hall", _("Du leder alla")), ("table", _("Salen själv") if play.lecture else _("Borden själva"))],
        pace,
        partial(change_pace, board),
        enabled=play.may("set_pace"),
        key="pace",
    )
    edit = Button(_("Visa och ändra"), lambda: board.ask("plan"), icon="edit", key="open plan")
    return [
        Text(_("PROGRAMMET"), "label", colour="soft"),
        line(ctx, told(play, ctx), edit),
        line(ctx, _("Vem som öppnar stegen"), paces),
        Text(about, "small", colour="soft"),
    ]


def _people(board: Board, ctx: Ctx) -> list[Node | None]:
    _, play = ctx._, board.play
    locked = bool(play.room and play.room["locked"])
    alone = any(tile["alone"] for tile in play.tiles)
    apart, gathers = _("Hämta in bord som gått i egen takt"), _("Samla borden …")
    if play.lecture:
        apart, gathers = _("Hämta in dem som gått i egen takt"), _("Samla alla …")
    gather = Button(gathers, partial(board.ask, "gather"), icon="people", key="gather")
    return [
        Text(_("RUMMET"), "label", colour="soft"),
        Toggle(
            _("Lås rummet"),
            locked,
            lambda on: play.do(Lock(on=on)),
            play.may("lock"),
            _("Inga nya skärmar släpps in. De som varit här får komma tillbaka."),
            key="lock",
        ),
        line(ctx, apart, gather) if alone else None,
        line(
            ctx, _("Kod, QR-kod och adress"), Button(_("Visa dörren"), lambda: board.ask("door"), key="door")
        ),
    ]


def _leaving(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    return Flow(
        [
            report_button(board, ctx),
            trend_button(board, ctx),
            Button(
                _("Hoppa över steget …"),
                lambda: board.ask("skip"),
                icon="right",
                enabled=play.may("skip_step"),
                key="skip",
            ),
            Button(_("Lämna rummet …"), lambda: board.ask("leave"), icon="home", key="leave"),
            Button(
                _("Avsluta sessionen …"),
                lambda: board.ask("close"),
                "danger",
                icon="lock",
                enabled=play.may("close_room"),
                key="close room",
            ),
        ]
    )
