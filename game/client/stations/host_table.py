"""The dialog about one table on the host's board, and what can be done for that table alone."""

from __future__ import annotations

from functools import partial

from game.client.parts.words import by_oneself
from game.client.play import Play
from game.client.stations.host_message import say, standing, writing
from game.client.stations.host_table_asks import close, nobody, removal, table_removal, vote_again
from game.client.stations.host_tables import (
    doing,
    empty,
    gone,
    minutes,
    needs,
    neighbour,
    seats_in,
    table_name,
    there,
    time_left,
)
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Digits,
    Flow,
    Icon,
    Node,
    Panel,
    Row,
    Rule,
    Scroll,
    SeatSymbol,
    Status,
    Text,
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
    RaiseHand,
    Resume,
    SkipStep,
    SwapCard,
    VoteAgain,
)
from game.rules.slices import TileSlice, TileStation


def table_key(team: str) -> str:
    """The key of a table's tile."""
    return f"table {team}"


def open_table(play: Play, team: str) -> None:
    """Show the dialog about this table."""
    play.kept["tile"] = team


def detail(play: Play, ctx: Ctx) -> Node | None:
    """The dialog about one table, when one has been opened."""
    tile = next((tile for tile in play.tiles if tile["id"] == play.kept.get("tile")), None)
    if tile is None:
        return None
    if empty(tile):
        return nobody(play, ctx, tile)
    station = play.kept.get("station")
    found = next((s for s in tile["stations"] if s["id"] == station), None)
    if found is not None:
        return removal(play, ctx, tile, found)
    if play.kept.get("vote again") == tile["serial"] and "vote_again" in tile["may"]:
        return vote_again(play, ctx, tile)
    return _table(play, ctx, tile)


def _table(play: Play, ctx: Ctx, tile: TileSlice) -> Node:
    _ = ctx._
    if play.kept.get("station") == tile["id"]:
        return table_removal(play, ctx, tile)
    body = Column(
        [
            *_state(play, ctx, tile),
            Flow(actions(play, ctx, tile), gap=14),
            Rule(),
            standing(play, ctx, tile["id"], tile["message"]),
            *[_station(play, ctx, tile, station) for station in tile["stations"]],
            None if ctx.wide else writing(play, ctx, tile),
        ],
        gap=18,
    )
    shut = partial(close, play)
    kind = "primary" if tile["help"] is None else "secondary"
    ready = Button(_("Klar"), shut, kind, shortcut="return", key="close table")
    scrolls = Scroll(body, key="table detail", grow=1)
    # A small window keeps its lines for what can be done; the next message is written below that.
    foot = writing(play, ctx, tile, ready) if ctx.wide else Row([flexible(), ready])
    whole = [_head(ctx, tile), _hand(play, ctx, tile), scrolls, foot]
    return Dialog(Column(whole, gap=20), shut, span=1160)


def _head(ctx: Ctx, tile: TileSlice) -> Node:
    left = time_left(tile, ctx.now)
    clock = None
    if left is not None and not ctx.settings.hide_timers:
        clock = Digits(max(0, left), 28, "late" if left <= 0 else "soft", paused=tile["left"] is not None)
    names = [Text(table_name(tile, ctx), "title"), Text(seats_in(tile, ctx), "small", colour="soft")]
    return Row([SeatSymbol(tile["number"] - 1, 64), Column(names, gap=0, grow=1), clock], gap=20)


def _hand(play: Play, ctx: Ctx, tile: TileSlice) -> Node | None:
    """The answer to a table that asks for the host. A hand may rise while the dialog is open, so it has a key
    of its own: Enter goes on putting the dialog away.
    """
    if tile["help"] is None:
        return None
    _ = ctx._

    def coming() -> None:
        say(play, ctx, tile["id"])  # what is typed already is part of the answer
        play.do(RaiseHand(on=False, team=tile["id"]))
        close(play)

    since = minutes(tile["help"], ctx)
    line = _("Handen har varit uppe i {n} min.", n=since) if since else _("Handen räcktes upp nyss.")
    words = Column(
        [Text(_("Vill ha hjälp"), "strong", colour="danger"), Text(line, "small", colour="danger")],
        gap=0,
        grow=1,
    )
    come = Button(_("Jag kommer"), coming, "primary", "ctrl+return", icon="check", key="coming")
    inside = Row([Icon("hand", 44, "danger"), words, come], gap=20)
    return Panel(inside, pad=(24, 16), fill="danger_soft", radius="field", shadow="")


def _state(play: Play, ctx: Ctx, tile: TileSlice) -> list[Node | None]:
    """Where it is, which card it has, and what else there is to know."""
    _, card = ctx._, ctx._.pick(tile["title"])
    started = tile["phase"] != "lobby"
    told = card and started and tile["phase"] != "frame"
    return [
        Text(doing(tile, ctx), "strong") if started else None,
        Text(_("Kortet: {name}", name=card), "small", colour="soft") if told else None,
        *[Status("info", words) for icon, _ink, words in needs(tile, ctx) if icon != "hand"],
        _dead(play, ctx, tile) if gone(tile) else _company(play, ctx, tile),
    ]


def _company(play: Play, ctx: Ctx, tile: TileSlice) -> Node | None:
    """Somebody who sits alone could sit with others."""
    near = neighbour(tile, there(play))
    if near is None or play.lecture or by_oneself(play):
        return None
    words = ctx._(
        "En person sitter ensam här. Vid {name} finns plats: lämna bordet och gå med där, med samma kod.",
        name=table_name(near, ctx),
    )
    return Status("info", words)


def actions(play: Play, ctx: Ctx, tile: TileSlice) -> list[Node]:
    """What the host may do for this table now."""
    _, team, serial, seen = ctx._, tile["id"], tile["serial"], play.version
    closing = _("Stäng omröstningen")
    wanted: list[tuple[str, str, str, Command]] = [
        ("end_timeout", "play", _("Fortsätt efter time-out"), EndTimeout(how="continue", team=team)),
        ("open_next", "next", _("Nästa steg"), OpenNext(serial=serial, team=team)),
        ("close_vote", "lock", closing, CloseVote(serial=serial, team=team)),
        ("vote_again", "repeat", _("Rösta om den här omröstningen …"), VoteAgain(serial=serial, team=team)),
        ("extend", "clock", _("+1 minut"), Extend(serial=serial, seen=seen, minutes=1, team=team)),
        ("extend", "clock", _("+2 minuter"), Extend(serial=serial, seen=seen, minutes=2, team=team)),
        ("swap_card", "swap", _("Byt kort"), SwapCard(serial=serial, team=team)),
        ("skip_step", "right", _("Hoppa över steget"), SkipStep(serial=serial, team=team)),
        ("resume", "play", _("Fortsätt"), Resume(team=team)),
        ("pause", "pause", _("Pausa bordet"), Pause(team=team)),
        ("choose_way", "cards", _("Rösta med kort upp"), ChooseWay(way="cards_up", team=team)),
        ("choose_way", "repeat", _("Rösta i rundgång"), ChooseWay(way="pass_around", team=team)),
    ]
    return [
        Button(label, partial(_does, play, command), icon=icon, key=f"act {label}")
        for name, icon, label, command in wanted
        if name in tile["may"] and not (isinstance(command, ChooseWay) and command.way == tile["way"])
    ]


def _does(play: Play, command: Command) -> None:
    """At once, but for what throws votes away."""
    if isinstance(command, VoteAgain):
        play.kept["vote again"] = command.serial
    else:
        play.do(command)


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
