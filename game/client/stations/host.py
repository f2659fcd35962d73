"""The host's board: the plan, what is open, what opens next, and every table.

Numbers only, never who chose what.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.client.outbox import Pending
from game.client.play import Play, left
from game.client.stations.board import Board, question
from game.client.stations.door import way_in
from game.client.stations.host_card import notes
from game.client.stations.host_deal import deal_board, deal_buttons, dealing, heavy
from game.client.stations.host_plan import ahead, place_name, plan
from game.client.stations.host_room import dialog
from game.client.stations.host_shown import results
from game.client.stations.host_tables import detail, gone, table_name, tables
from game.client.stations.host_wall import waiting, wall
from game.client.ui import (
    Button,
    Choice,
    Column,
    Ctx,
    Icon,
    Meter,
    Node,
    Panel,
    Row,
    Scroll,
    Spacer,
    Stack,
    Status,
    Text,
    TimerRing,
    flexible,
)
from game.rules.command import OpenNext, Resume
from game.rules.slices import TileSlice

NAMED = 4
"""Tables that are waited for by name; more are only counted."""


def build(board: Board, ctx: Ctx) -> Node:
    """The whole board."""
    play = board.play
    if play.stage is None or play.host is None or play.room is None:
        return _connecting(board, ctx)
    if play.room["closed"]:
        return _closed(board, ctx)
    inside = _lobby(board, ctx) if play.stage["phase"] == "lobby" else _session(board, ctx)
    page = Column(
        [_head(board, ctx), *_notices(board, ctx), inside], gap=22, pad=(56, 36) if ctx.wide else (40, 24)
    )
    overlays = [detail(play, ctx), heavy(play, ctx), _sure(board, ctx), dialog(board, ctx)]
    return Stack([page, *overlays])


# --- the top ---


def _head(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    room = play.room
    assert room is not None
    code = Text(room["code"], "number", size=52, min=36, colour="accent", lines=1)
    tables_ = ctx.plural("{n} bord", "{n} bord", room["tables"])
    seats = ctx.plural("{n} plats", "{n} platser", room["seats"])
    about = Column(
        [
            Text(f"{tables_} · {seats}", "strong", size=28, min=22),
            Text(board.door.words, "small", size=24, min=20, colour="soft"),
        ],
        gap=0,
    )
    lock = Icon("lock", 36, "warn") if room["locked"] else None
    pause = (
        Button(_("Fortsätt"), lambda: play.do(Resume()), "primary", shortcut="p", icon="play", key="resume")
        if play.may("resume")
        else Button(
            _("Pausa"),
            lambda: board.ask("pause"),
            shortcut="p",
            icon="pause",
            key="pause",
            enabled=play.may("pause"),
        )
    )
    screen = None
    if board.open_screen and ctx.wide:
        screen = Button(_("Öppna storbild här"), board.open_screen, icon="screen", key="open screen")
    more = Button(_("Mer"), lambda: board.ask("more"), shortcut="m", icon="list", key="more")
    return Row([code, lock, Column([about], grow=1), screen, pause, more], gap=24)


def _notices(board: Board, ctx: Ctx) -> list[Node]:
    """How things are, when they are not as usual; one line each."""
    _, play = ctx._, board.play
    found: list[Node] = []
    server = board.server_news()
    if server:
        found.append(Status("waiting", _.pick(dict(server))))
    elif play.status.state in ("offline", "connecting"):
        found.append(
            Status(
                "offline",
                _("Utan kontakt med servern. Försöker igen av sig själv; det du trycker skickas sedan."),
            )
        )
    elif isinstance(play.going, Pending):
        found.append(Status("waiting", _("Skickar …")))
    if play.notice is not None and play.notice.code != "heavy_card":
        found.append(Status("warning", _.pick(dict(play.notice.message))))
    if play.stage and play.stage["paused"]:
        found.append(Status("info", _paused(play, ctx)))
    return found


def _paused(play: Play, ctx: Ctx) -> str:
    _, stage = ctx._, play.stage
    assert stage is not None
    if stage["paused"] == "restart":
        return _("Servern har startat om. Allt är kvar och pausat – tryck Fortsätt när alla är med.")
    text = stage["pause_text"]
    return _("Alla bord är pausade: {words}", words=text) if text else _("Alla bord är pausade.")


# --- before the start ---


def _lobby(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    room = play.room
    assert room is not None
    door = Panel(way_in(board.door, room["code"], ctx, qr=300 if ctx.wide else 240, size=84), pad=40)
    how = Text(
        _(
            "Andra öppnar Bemöt, väljer Gå med och skriver koden. Börja när du vill – sena "
            "bord kommer in i steget ni är i."
        ),
        "small",
        colour="soft",
    )
    start = _next_button(board, ctx)
    if ctx.wide:
        left_ = Column([door, how, plan(play, ctx)], gap=22, grow=5)
        right = Column([tables(play, ctx), Row([flexible(), start])], gap=22, grow=6)
        return Row([left_, right], gap=40, align="stretch", grow=1)
    body = Scroll(
        Column([door, how, Panel(tables(play, ctx), height=420), plan(play, ctx)], gap=20),
        key="lobby",
        grow=1,
    )
    return Column([body, Row([flexible(), start])], gap=16, grow=1)


# --- during the session ---


def _session(board: Board, ctx: Ctx) -> Node:
    play = board.play
    main = Column([_now(board, ctx), _tabs(board, ctx), _tab(board, ctx)], gap=20, grow=1)
    if not ctx.wide:
        return main
    return Row([Column([plan(play, ctx)], width=450), main], gap=36, align="stretch", grow=1)


def _now(board: Board, ctx: Ctx) -> Node:
    """What is open in the hall, how far it has come, and the button that opens what is next."""
    _, play, stage = ctx._, board.play, board.play.stage
    assert stage is not None
    remaining, total = left(stage, ctx.now)
    ring = (
        TimerRing(remaining, total, 108, ctx.settings.hide_timers, bool(stage["paused"])) if total else None
    )
    if play.room and play.room["pace"] == "table":
        return _own_pace(board, ctx)
    words = [
        Text(_("NU"), "label", colour="soft"),
        Text(now_name(play, ctx), "title", size=40),
        _progress(play, ctx),
    ]
    act = deal_buttons(play, ctx) if dealing(play) else _next_button(board, ctx)
    if ctx.wide:
        return Panel(Row([ring, Column(words, gap=4, grow=1), act], gap=32), pad=(36, 26))
    return Panel(Column([Row([Column(words, gap=2, grow=1), ring], gap=20), act], gap=12), pad=(28, 18))


def _own_pace(board: Board, ctx: Ctx) -> Node:
    """What is waited for while the tables go by themselves, and the way to the end."""
    _, play = ctx._, board.play
    here = [tile for tile in play.tiles if tile["seats"] and not gone(tile)]
    still = [tile for tile in here if tile["phase"] != "closed"]
    over = bool(here) and not still
    if over:
        title, line = _("Alla bord är klara"), _("Avsluta när ni har pratat färdigt.")
    else:
        title = _("Borden går i egen takt")
        line = _awaited(still, ctx)
    words = [Text(title, "title", size=38), Text(line, "small", colour="soft")]
    end = Button(
        _("Avsluta sessionen"),
        lambda: board.ask("close"),
        "primary" if over else "secondary",
        "return" if over else "",
        enabled=play.may("close_room"),
        key="end",
    )
    return Panel(Row([Column(words, gap=4, grow=1), end], gap=32), pad=(36, 26))


def _awaited(still: Sequence[TileSlice], ctx: Ctx) -> str:
    _ = ctx._
    if not still:
        return _("Du ser var de är. Tryck på ett bord för att hjälpa just det.")
    if len(still) > NAMED:
        return ctx.plural("{n} bord är inte klart än.", "{n} bord är inte klara än.", len(still))
    names = ", ".join(table_name(tile, ctx) for tile in still)
    return _("Inte klara än: {names}. Tryck på ett bord för att hjälpa just det.", names=names)


def now_name(play: Play, ctx: Ctx) -> str:
    """The open step, with the card's title where there is one."""
    stage, card = play.stage, play.card
    assert stage is not None
    name = place_name((stage["phase"], stage["round"]), ctx)
    texts = card["text"] if card and stage["kind"] in ("round", "practice") else {}
    title = ctx._.pick({language: text.get("title", "") for language, text in texts.items()}) if texts else ""
    return f"{name} · {title}" if title else name


def _progress(play: Play, ctx: Ctx) -> Node | None:
    _, hall, stage = ctx._, play.hall, play.stage
    assert stage is not None
    if hall is None or not hall["of"] or not counted(play):
        words = phase_line(stage["phase"], stage["round"], ctx)
        return Text(words, "small", colour="soft") if words else None
    done = _("{n} av {m} bord klara", n=hall["done"], m=hall["of"])
    return Column([Meter(hall["done"], hall["of"], 18), Text(done, "small", colour="soft")], gap=8)


def counted(play: Play) -> bool:
    """Whether something is open that each seat does by itself."""
    stage = play.stage
    place = (stage["phase"], stage["round"]) if stage else ("", 0)
    return place[0] in ("vote", "harvest") or place in (("checkin", 1), ("pledge", 1), ("debrief", 3))


def phase_line(phase: str, round: int, ctx: Ctx) -> str:
    """What the tables are doing, in one line for the host."""
    _ = ctx._
    lines: dict[str, str] = {
        "frame": _("Borden läser ramen. Läs den gärna högt."),
        "practice": _("Ett lätt kort, för att prova hur det går till."),
        "draw": _("Borden väntar på ett kort."),
        "read": _("Kortläsaren vid varje bord läser situationen högt."),
        "reveal": _("Borden ser sina egna röster. Storbilden är tyst."),
        "talk": _("Borden pratar. Gå runt långsamt och lyssna."),
        "compare": _("Borden ser före och efter. Du kan visa hela salens bild under Resultat."),
        "perspective": _("Kortets baksida ligger uppe."),
        "note": _("Borden skriver en anteckning, eller hoppar över."),
        "break": _("Paus. Klockan syns på alla skärmar."),
        "debrief": _("Samtal i hela rummet. Du leder."),
        "checkin": _("Borden säger en mening var om siffran, eller passar."),
    }
    return lines.get(phase, "")


def _next_button(board: Board, ctx: Ctx) -> Node | None:
    _, play, stage = ctx._, board.play, board.play.stage
    assert stage is not None
    place = ahead(play, stage)
    over = place[0] == "closed"
    label = _("Avsluta sessionen") if over else _("Öppna: {name}", name=place_name(place, ctx))
    why = _("Pausat") if play.stage and play.stage["paused"] else ""
    go = (lambda: board.ask("close")) if over else _opens(board)
    return Button(
        label,
        go,
        "primary",
        shortcut="return",
        icon="next",
        enabled=play.may("open_next"),
        why=why,
        key="next",
        width=560 if ctx.wide else None,
        height=104 if ctx.wide else None,
    )


def _opens(board: Board) -> Callable[[], object]:
    """Open the next place; while somebody is not done yet, ask first."""
    play, hall = board.play, board.play.hall
    unfinished = counted(play) and hall is not None and hall["done"] < hall["of"]
    if unfinished:
        return lambda: board.ask("next")
    return lambda: play.do(OpenNext(serial=play.serial))


def _sure(board: Board, ctx: Ctx) -> Node | None:
    _, play, hall = ctx._, board.play, board.play.hall
    if board.asked != "next" or hall is None:
        return None

    def go() -> None:
        play.do(OpenNext(serial=play.serial))
        board.ask()

    missing = hall["of"] - hall["done"]
    title = ctx.plural("{n} bord är inte klart än", "{n} bord är inte klara än", missing)
    about = _("Går du vidare nu räknas de som saknas som ”röstade inte”. Vill du ge dem en stund till?")
    if play.stage and play.stage["phase"] != "vote":
        about = _("Går du vidare nu hinner de inte bli klara. Vill du ge dem en stund till?")
    return question(ctx, title, about, _("Gå vidare ändå"), go, board.ask, key="yes next")


def _tabs(board: Board, ctx: Ctx) -> Node:
    _, play = ctx._, board.play
    still = waiting(play)
    hall = [("deal", _("Dela ut"))] if dealing(play) else []
    names = [
        *hall,
        ("tables", _("Bord")),
        ("card", _("Kortet")),
        ("results", _("Resultat")),
        ("wall", _("Vägg ({n})", n=still) if still else _("Vägg")),
    ]

    def pick(tab: str) -> None:
        play.kept["tab"] = tab

    return Choice(names, _open_tab(play), pick, key="tabs")


def _open_tab(play: Play) -> str:
    tab = str(play.kept.get("tab", "deal" if dealing(play) else "tables"))
    if tab == "deal" and not dealing(play):
        return "tables"
    return tab


def _tab(board: Board, ctx: Ctx) -> Node:
    play = board.play
    makers: dict[str, Callable[[Play, Ctx], Node]] = {
        "deal": deal_board,
        "tables": tables,
        "card": notes,
        "results": results,
        "wall": wall,
    }
    return Column([makers[_open_tab(play)](play, ctx)], grow=1)


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
    _, play = ctx._, board.play
    words = [
        Icon("check", 96, "good"),
        Text(_("Sessionen är slut"), "display", align="center"),
        Text(
            _("Rummet är stängt. Alla platser och röster är förstörda. Tack för att du ledde samtalet."),
            align="center",
        ),
        Spacer(8),
        Button(_("Till startfönstret"), play.leave, "primary", shortcut="return", icon="home", key="home"),
    ]
    middle = Column([flexible(), Column(words, gap=18, align="center"), flexible()], grow=4)
    if not ctx.wide:
        return Column([middle], pad=48)
    return Row([middle, Column([results(play, ctx)], grow=5)], gap=56, pad=(72, 56), align="stretch")
