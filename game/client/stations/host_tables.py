"""The tables on the host's board: one tile each, and what can be done for one of them.

Never who, never what.
"""

from __future__ import annotations

from collections.abc import Callable

from game.client.parts.words import phase_name
from game.client.play import Play
from game.client.stations.board import question
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Digits,
    Flow,
    Grid,
    Icon,
    Meter,
    Node,
    Pill,
    Row,
    Rule,
    Scroll,
    SeatSymbol,
    Status,
    Text,
    Tile,
    flexible,
)
from game.rules.command import (
    ChooseWay,
    CloseVote,
    Command,
    EndTimeout,
    Extend,
    OpenNext,
    Pause,
    RemoveStation,
    Resume,
    SkipStep,
    SwapCard,
    VoteAgain,
)
from game.rules.slices import TileSlice, TileStation

FEW = 12
"""Up to so many tables the tiles are large."""


def tables(play: Play, ctx: Ctx) -> Node:
    """All tables, those that need something first in sight by their colour."""
    _, found = ctx._, [tile for tile in play.tiles if tile["seats"] or tile["stations"]]
    if not found:
        return _nobody(ctx)
    columns = _columns(len(found), ctx)
    tiles = [_tile(play, ctx, tile, small=len(found) > FEW) for tile in found]
    return Scroll(Column([Grid(tiles, columns=columns, gap=20)]), key="tables", grow=1)


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


def _columns(count: int, ctx: Ctx) -> int:
    if not ctx.wide:
        return 2
    return 2 if count <= 4 else 3 if count <= FEW else 4


def table_name(tile: TileSlice, ctx: Ctx) -> str:
    """A table's neutral name."""
    return ctx._("Bord {n}", n=tile["number"])


def gone(tile: TileSlice) -> bool:
    """Whether every station of the table has been lost, so that nobody can do anything there."""
    return bool(tile["stations"]) and all(station["lost"] for station in tile["stations"])


def needs(tile: TileSlice, ctx: Ctx) -> list[tuple[str, str, str]]:
    """(icon, colour, words) for everything about a table that the host should see, the most urgent first."""
    _ = ctx._
    lost = [station for station in tile["stations"] if station["lost"]]
    found = [
        (tile["help"], "hand", "danger", _("Vill ha hjälp")),
        (tile["timeout"] and not tile["help"], "pause", "warn", _("Time-out")),
        (tile["needs_time"], "clock", "warn", _("Behöver tid")),
        (tile["paused"], "pause", "soft", _("Pausat")),
        (bool(lost), "offline", "soft", _("Tappat nätet")),
        (tile["alone"], "right", "soft", _("I egen takt")),
    ]
    return [(icon, colour, words) for on, icon, colour, words in found if on]


def _tile(play: Play, ctx: Ctx, tile: TileSlice, small: bool) -> Node:
    _ = ctx._
    away = gone(tile)
    ink = "soft" if away else "ink"
    name = table_name(tile, ctx)
    top = Row(
        [
            SeatSymbol(tile["number"] - 1, 44, away=away),
            Text(name, "strong", size=30, min=22, colour=ink, grow=1, lines=1),
            None if small else _clock(tile, ctx),
        ],
        gap=14,
    )
    rows: list[Node | None] = [top, Text(_where(play, tile, ctx), "small", colour="soft", size=24, min=20)]
    if tile["of"] and not small:
        rows.append(Meter(tile["done"], tile["of"], 16))
    pills = [_pill(*need) for need in needs(tile, ctx)]
    if pills:
        rows.append(Flow(pills, gap=8))
    return Tile(
        Column(rows, gap=10),
        name,
        lambda: _open(play, tile["id"]),
        key=f"table {tile['id']}",
        pad=22,
        chosen=tile["help"],
    )


def _open(play: Play, team: str) -> None:
    play.kept["tile"] = team


def _pill(icon: str, colour: str, words: str) -> Node:
    fill = {"danger": "danger_soft", "warn": "warn_soft"}.get(colour, "tint")
    return Pill(
        Row([Icon(icon, 26, colour), Text(words, "label", size=22, colour=colour)], gap=8), fill, (14, 6)
    )


def _clock(tile: TileSlice, ctx: Ctx) -> Node | None:
    left = (
        tile["left"] if tile["left"] is not None else (tile["ends"] or 0) - ctx.now if tile["ends"] else None
    )
    if left is None or ctx.settings.hide_timers:
        return None
    return Digits(max(0, left), 28, "late" if left <= 0 else "soft", paused=tile["left"] is not None)


def _where(play: Play, tile: TileSlice, ctx: Ctx) -> str:
    _ = ctx._
    if tile["phase"] == "lobby":
        return seats_in(tile, ctx)
    return _doing(tile, ctx) if tile["of"] else f"{_doing(tile, ctx)} · {seats_in(tile, ctx)}"


def _doing(tile: TileSlice, ctx: Ctx) -> str:
    """The open phase, and how far the table has come in it."""
    _, name = ctx._, phase_name(tile["phase"], tile["round"], ctx)
    if not tile["of"]:
        return name
    done = _("stängd") if tile["closed"] else _("{n} av {m} klara", n=tile["done"], m=tile["of"])
    return f"{name} · {done}"


def seats_in(tile: TileSlice, ctx: Ctx) -> str:
    """How many sit there, and how many of them have stepped out."""
    _ = ctx._
    seats = ctx.plural("{n} plats", "{n} platser", tile["seats"])
    away = tile["seats"] - tile["present"]
    return f"{seats}, {ctx.plural('{n} borta', '{n} borta', away)}" if away else seats


# --- one table ---


def detail(play: Play, ctx: Ctx) -> Node | None:
    """The dialog about one table, when one has been opened."""
    tile = next((tile for tile in play.tiles if tile["id"] == play.kept.get("tile")), None)
    if tile is None:
        return None
    station = play.kept.get("station")
    found = next((s for s in tile["stations"] if s["id"] == station), None)
    if found is not None:
        return _removal(play, ctx, tile, found)
    return _table(play, ctx, tile)


def close(play: Play) -> None:
    """Put the dialog away."""
    play.kept.pop("tile", None)
    play.kept.pop("station", None)


def _table(play: Play, ctx: Ctx, tile: TileSlice) -> Node:
    _ = ctx._
    card = _.pick(tile["title"])
    if play.kept.get("station") == tile["id"]:
        return _table_removal(play, ctx, tile)
    head = Row(
        [
            SeatSymbol(tile["number"] - 1, 64),
            Column(
                [Text(table_name(tile, ctx), "title"), Text(seats_in(tile, ctx), "small", colour="soft")],
                gap=0,
                grow=1,
            ),
            _clock(tile, ctx),
        ],
        gap=20,
    )
    lines: list[Node | None] = [head]
    if tile["phase"] != "lobby":
        lines.append(Text(_doing(tile, ctx), "strong"))
    if card and tile["phase"] not in ("lobby", "frame"):
        lines.append(Text(_("Kortet: {name}", name=card), "small", colour="soft"))
    lines += [
        Status("warning" if colour == "danger" else "info", words)
        for _icon, colour, words in needs(tile, ctx)
    ]
    if gone(tile):
        lines.append(_dead(play, ctx, tile))
    body = Column(
        [*lines, Flow(actions(play, ctx, tile), gap=14), Rule(), *_stations(play, ctx, tile)], gap=18
    )
    shut = Row(
        [flexible(), Button(_("Klar"), lambda: close(play), "primary", shortcut="return", key="close table")]
    )
    return Dialog(Column([Scroll(body, key="table detail"), shut], gap=24), lambda: close(play), span=1120)


def actions(play: Play, ctx: Ctx, tile: TileSlice) -> list[Node]:
    """What the host may do for this table now."""
    _, team, serial = ctx._, tile["id"], tile["serial"]
    closing = _("Stäng omröstningen")
    wanted: list[tuple[str, str, str, Command]] = [
        ("end_timeout", "play", _("Fortsätt efter time-out"), EndTimeout(how="continue", team=team)),
        ("open_next", "next", _("Nästa steg"), OpenNext(serial=serial, team=team)),
        ("close_vote", "lock", closing, CloseVote(serial=serial, team=team)),
        ("vote_again", "repeat", _("Rösta om den här omröstningen"), VoteAgain(serial=serial, team=team)),
        ("extend", "plus", _("+1 minut"), Extend(serial=serial, minutes=1, team=team)),
        ("extend", "plus", _("+2 minuter"), Extend(serial=serial, minutes=2, team=team)),
        ("swap_card", "swap", _("Byt kort"), SwapCard(serial=serial, team=team)),
        ("skip_step", "right", _("Hoppa över steget"), SkipStep(serial=serial, team=team)),
        ("resume", "play", _("Fortsätt"), Resume(team=team)),
        ("pause", "pause", _("Pausa bordet"), Pause(team=team)),
        ("choose_way", "cards", _("Rösta med kort upp"), ChooseWay(way="cards_up", team=team)),
        ("choose_way", "repeat", _("Rösta i rundgång"), ChooseWay(way="pass_around", team=team)),
    ]
    return [
        Button(label, _does(play, command), icon=icon, key=f"act {label}")
        for name, icon, label, command in wanted
        if name in tile["may"]
    ]


def _does(play: Play, command: Command) -> Callable[[], object]:
    return lambda: play.do(command)


def _stations(play: Play, ctx: Ctx, tile: TileSlice) -> list[Node]:
    return [_station(play, ctx, tile, station) for station in tile["stations"]]


def _station(play: Play, ctx: Ctx, tile: TileSlice, station: TileStation) -> Node:
    _ = ctx._
    name = {"solo": _("Egen skärm"), "table": _("Delad skärm"), "screen": _("Väggskärm")}.get(
        station["kind"], ""
    )
    shared = len(tile["stations"]) > 1 and station["seats"]
    seats = [ctx.plural("{n} plats", "{n} platser", station["seats"])] if shared else []
    words = " · ".join([name, *seats, *([_("tappat nätet")] if station["lost"] else [])])
    icon = {"solo": "person", "table": "people"}.get(station["kind"], "screen")
    ink = "soft" if station["lost"] else "ink"

    def ask() -> None:
        play.kept["station"] = station["id"]

    remove = Button(_("Ta bort …"), ask, "quiet", icon="trash", key=f"remove {station['id']}")
    return Row([Icon(icon, 40, ink), Text(words, "small", colour=ink, grow=1), remove], gap=18)


def _dead(play: Play, ctx: Ctx, tile: TileSlice) -> Node:
    """A table that nobody can do anything at: it holds nothing up, and may be taken away."""
    _ = ctx._

    def ask() -> None:
        play.kept["station"] = tile["id"]

    words = _("Bordets skärmar har tappat nätet. De kommer tillbaka av sig själva, om de finns kvar.")
    remove = Button(_("Ta bort bordet …"), ask, icon="trash", key="remove table")
    return Flow([Text(words, "small", colour="soft"), remove], gap=14)


def _table_removal(play: Play, ctx: Ctx, tile: TileSlice) -> Node:
    _ = ctx._

    def go() -> None:
        for station in tile["stations"]:
            play.do(RemoveStation(station=station["id"]))
        close(play)

    def back() -> None:
        play.kept.pop("station", None)

    return question(
        ctx,
        _("Ta bort {name}?", name=table_name(tile, ctx)),
        _("Dess skärmar och platser försvinner. Den som vill får gå med igen med koden."),
        _("Ta bort bordet"),
        go,
        back,
        danger=True,
        key="yes table",
    )


def _removal(play: Play, ctx: Ctx, tile: TileSlice, station: TileStation) -> Node:
    _ = ctx._

    def go(bar: bool) -> None:
        play.do(RemoveStation(station=station["id"], bar=bar))
        play.kept.pop("station", None)

    def back() -> None:
        play.kept.pop("station", None)

    body = [
        Text(_("Ta bort skärmen från {name}?", name=table_name(tile, ctx)), "title"),
        Text(_("Dess platser försvinner. Röster som redan är lagda ligger kvar.")),
        Text(
            _("Den som tas bort får gå med igen med koden. Den som spärras släpps inte in mer."),
            "small",
            colour="soft",
        ),
        Flow(
            [
                Button(_("Avbryt"), back, "primary", shortcut="return", key="keep station"),
                Button(_("Ta bort"), lambda: go(False), icon="trash", key="remove station"),
                Button(_("Spärra"), lambda: go(True), "danger", icon="lock", key="bar station"),
            ]
        ),
    ]
    return Dialog(Column(body, gap=26), back, span=1040)
