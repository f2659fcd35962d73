"""What is open in the hall, how far the tables have come in it, and the button that opens what is next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.client.play import Play, left
from game.client.stations.board import Board, question
from game.client.stations.host_ahead import ahead, place_name
from game.client.stations.host_course import LATE, course, playing
from game.client.stations.host_deal import deal_buttons, dealing
from game.client.stations.host_find import typed
from game.client.stations.host_pause import paused
from game.client.stations.host_plan import drift, ending, step_name, tone
from game.client.stations.host_tables import lone, table_name, undone
from game.client.ui import Button, Column, Ctx, Icon, Meter, Node, Panel, Row, Text, TimerRing
from game.rules.command import OpenNext
from game.rules.slices import TileSlice

NAMED = 4
"""Tables that are waited for by name; more are only counted."""


def now(board: Board, ctx: Ctx, slim: bool, ends: bool) -> Node:
    """The open step and what opens the next. A `slim` one leaves the height to the tables; it also tells when
    all `ends`, where nothing else does.
    """
    _, play, stage = ctx._, board.play, board.play.stage
    assert stage is not None
    if play.room and play.room["pace"] == "table":
        return _own_pace(board, ctx, slim, ends)
    remaining, total = left(stage, ctx.now)
    size = 72 if slim else 96
    ring = (
        TimerRing(remaining, total, size, ctx.settings.hide_timers, bool(stage["paused"])) if total else None
    )
    name = Text(now_name(play, ctx), "title", size=34 if slim else 38, grow=1)
    line = _pause(play, ctx, slim) or _progress(play, ctx)
    words = [Row([name, _course(play, ctx) if ends else None], gap=20), line]
    act = deal_buttons(play, ctx) if dealing(play) else next_button(board, ctx)
    pad = (32, 10) if slim else (36, 18)
    return Panel(Row([ring, Column(words, gap=4, grow=1), act], gap=32), pad=pad)


def _own_pace(board: Board, ctx: Ctx, slim: bool, ends: bool) -> Node:
    """What is waited for while the tables go by themselves, and the way to the end."""
    _, play = ctx._, board.play
    here = playing(play)
    still = [tile for tile in here if undone(tile, "table")]
    over = bool(here) and not still
    if over:
        title, line = _("Alla bord är klara"), _("Avsluta när ni har pratat färdigt.")
    else:
        title, line = _("Borden går i egen takt"), _awaited(still, ctx)
    if play.lecture:
        title, line = (_("Alla är klara"), line) if over else (_("Salen går i egen takt"), "")
    words = [
        Row(
            [Text(title, "title", size=34 if slim else 38, grow=1), _course(play, ctx) if ends else None],
            gap=20,
        ),
        Meter(len(here) - len(still), len(here), 14) if here else None,
        _pause(play, ctx, slim) or (Text(line, "small", colour="soft") if line else None),
    ]
    end = Button(
        _("Avsluta sessionen"),
        lambda: board.ask("close"),
        "primary" if over else "secondary",
        "return" if over and not typed(board, ctx) else "",
        enabled=play.may("close_room"),
        key="end",
    )
    pad = (32, 10) if slim else (36, 18)
    return Panel(Row([Column(words, gap=6, grow=1), end], gap=32), pad=pad)


def _pause(play: Play, ctx: Ctx, slim: bool) -> Node | None:
    """A pause, where it has no line of its own: in it nothing goes on that could be told instead."""
    return paused(play, ctx) if slim and ctx.wide else None


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
    if own(play):
        return ctx._("Varje bord har sitt eget kort")
    name = place_name((stage["phase"], stage["round"]), ctx)
    texts = card["text"] if card and stage["kind"] in ("round", "practice") else {}
    title = ctx._.pick({language: text.get("title", "") for language, text in texts.items()}) if texts else ""
    return f"{name} · {title}" if title else name


def _course(play: Play, ctx: Ctx) -> Node | None:
    """When the session is expected to end, where the plan itself is not in sight."""
    known = course(play, ctx.now)
    if known is None:
        return None
    late = known.behind >= LATE
    words = [ending(known, ctx), drift(known, ctx) if late else ""]
    return Text(" · ".join(filter(None, words)), "label", colour=tone(known) if late else "soft")


def own(play: Play) -> bool:
    """Whether every table plays a card of its own until the hall's next step."""
    return play.host is not None and play.host["own"]


def _progress(play: Play, ctx: Ctx) -> Node | None:
    _, hall, stage = ctx._, play.hall, play.stage
    assert stage is not None
    waits = sum(tile["waits"] for tile in play.tiles if tile["present"])
    if hall is None or not hall["of"] or not (counted(play) or own(play)):
        words = (audience_line(stage["phase"], ctx) if play.lecture else "") or phase_line(
            stage["phase"], ctx
        )
        if waits:
            words = ctx.plural("{n} bord väntar på nästa steg.", "{n} bord väntar på nästa steg.", waits)
        return Text(words, "small", colour="soft") if words else None
    count = {"n": hall["done"], "m": hall["of"]}
    line = _("{n} av {m} klara", **count) if play.lecture else _("{n} av {m} bord klara", **count)
    if waits:
        line += " · " + ctx.plural("{n} väntar på nästa steg", "{n} väntar på nästa steg", waits)
    return Column([Meter(hall["done"], hall["of"], 16), Text(line, "small", colour="soft")], gap=6)


def lonely(play: Play, ctx: Ctx) -> Node | None:
    """Where somebody sits alone, beside what starts the session."""
    _, alone = ctx._, lone(play)
    if not alone:
        return None
    if len(alone) > NAMED:
        told = ctx.plural("{n} bord har en enda person.", "{n} bord har en enda person.", len(alone))
    else:
        numbers = ", ".join(str(tile["number"]) for tile in play.tiles if tile["id"] in alone)
        told = _("En enda person vid bord {numbers}.", numbers=numbers)
    way = _("Tryck på bordet för ett förslag.")
    words = Text(f"{told} {way}", "small", colour="soft", grow=1)
    return Row([Icon("person", 32, "soft"), words], gap=12, grow=1)


def counted(play: Play) -> bool:
    """Whether something is open that each seat does by itself."""
    stage = play.stage
    place = (stage["phase"], stage["round"]) if stage else ("", 0)
    return place[0] in ("vote", "harvest") or place in (
        ("checkin", 1),
        ("pledge", 1),
        ("recall", 1),
        ("debrief", 3),
    )


def audience_line(phase: str, ctx: Ctx) -> str:
    """What an audience is doing, in one line for the host; "" where it is what tables do."""
    _ = ctx._
    lines: dict[str, str] = {
        "frame": _("Alla läser ramen. Läs den gärna högt."),
        "draw": _("Alla väntar på ett kort."),
        "read": _("Läs situationen högt för alla."),
        "reveal": _("Var och en ser rösterna på sin egen skärm. Storbilden är tyst."),
        "talk": _("De pratar med dem som sitter närmast. Gå runt långsamt och lyssna."),
        "compare": _("Var och en ser före och efter. Du kan visa bilden för alla under Resultat."),
        "note": _("Någon skriver en anteckning, eller så hoppar ni över."),
        "checkin": _("De säger en mening om siffran till dem som sitter närmast, eller passar."),
    }
    return lines.get(phase, "")


def phase_line(phase: str, ctx: Ctx) -> str:
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
        "recall": _("Borden berättar vad som hände, eller passar."),
        "checkin": _("Borden säger en mening var om siffran, eller passar."),
    }
    return lines.get(phase, "")


def next_button(board: Board, ctx: Ctx) -> Node:
    """Opens what comes next for all tables; Enter presses it, unless a table's number is being typed."""
    _, play, stage = ctx._, board.play, board.play.stage
    assert stage is not None
    name, over = _following(play, ctx)
    return Button(
        _("Avsluta sessionen") if over else _("Öppna: {name}", name=name),
        (lambda: board.ask("close")) if over else _opens(board),
        "primary",
        shortcut="" if typed(board, ctx) else "return",
        icon="next",
        enabled=play.may("open_next"),
        why=_("Pausat") if stage["paused"] else _("Den som leder avslutar") if over else "",
        key="next",
        width=520 if ctx.wide else 760,
        height=88 if ctx.wide else None,
    )


def _following(play: Play, ctx: Ctx) -> tuple[str, bool]:
    """What opens next, and whether that is the end. After cards of the tables' own it is the next step."""
    stage, steps = play.stage, play.host["steps"] if play.host else []
    assert stage is not None
    if not own(play):
        place = ahead(play, stage)
        return place_name(place, ctx), place[0] == "closed"
    at = stage["step"] + 1
    return (step_name(play, at, ctx), False) if at < len(steps) else ("", True)


def _opens(board: Board) -> Callable[[], object]:
    """Open the next place; while somebody is not done yet, or nobody is there, ask first."""
    play, hall = board.play, board.play.hall
    if play.stage and play.stage["phase"] == "lobby" and play.room and not play.room["seats"]:
        return lambda: board.ask("start empty")
    unfinished = (counted(play) or own(play)) and hall is not None and hall["done"] < hall["of"]
    if unfinished:
        return lambda: board.ask("next")
    return lambda: play.do(OpenNext(serial=play.serial))


def sure(board: Board, ctx: Ctx) -> Node | None:
    """The question before a step is opened while tables are not done, or before the first one for nobody."""
    _, play, hall = ctx._, board.play, board.play.hall

    def go() -> None:
        play.do(OpenNext(serial=play.serial))
        board.ask()

    if board.asked == "start empty":
        nobody = _("Ingen har kommit in än") if play.lecture else _("Inget bord har kommit in än")
        late = _("Det går inte att gå tillbaka hit. Den som kommer sent kommer in i steget ni är i.")
        return question(ctx, nobody, late, _("Starta ändå"), go, board.ask, key="yes start")
    if board.asked != "next" or hall is None:
        return None
    missing = hall["of"] - hall["done"]
    title = ctx.plural("{n} bord är inte klart än", "{n} bord är inte klara än", missing)
    if play.lecture:
        title = ctx.plural("{n} är inte klar än", "{n} är inte klara än", missing)
    about = _("Går du vidare nu räknas de som saknas som ”röstade inte”. Vill du ge dem en stund till?")
    if own(play):
        about = _("Går du vidare nu lämnas kort som inte är klara. Vill du ge dem en stund till?")
    elif play.stage and play.stage["phase"] != "vote":
        about = _("Går du vidare nu hinner de inte bli klara. Vill du ge dem en stund till?")
    return question(ctx, title, about, _("Gå vidare ändå"), go, board.ask, key="yes next")
