"""Who asks for the host, at the top of the board: hands, the first raised first, and wishes for time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.client.play import Play
from game.client.stations.host_chips import Abreast, Beside, Chip
from game.client.stations.host_table import open_table
from game.client.stations.host_tables import table_name, table_names, waited
from game.client.ui import Calm, Ctx, Hotkey, Icon, KeyHint, Node, Panel, Row, Text
from game.rules.command import Extend, RaiseHand
from game.rules.slices import TileSlice

HIGH = 78
FEW = 3
"""Tables that are given more time by name."""
READABLE = 420
"""Least width for what the host has said to all."""


def queue(play: Play) -> list[TileSlice]:
    """The tables that ask for the host, the first to ask first."""
    tiles = {tile["id"]: tile for tile in play.tiles}
    return [tiles[team] for team in (play.host["help"] if play.host else [])]


def asking(play: Play, ctx: Ctx, keep: bool) -> Node | None:
    """The hands and the wishes for time. To `keep` its place while nobody asks for anything lets nothing
    move when somebody does. What the host has said to all stands there too, where there is room.
    """
    parts = [part for part in (_hands(play, ctx), _time(play, ctx)) if part is not None]
    if not parts and not keep:
        return None
    said = _said(play, ctx)
    if not parts:
        calm = Text(ctx._("Ingen ber om hjälp just nu."), "small", colour="soft")
        return _high(_quiet([Icon("hand", 32, "edge"), calm, *said]))
    asked = Row(parts, gap=14, align="stretch", grow=1)
    return _high(Beside(asked, _quiet(said), READABLE, grow=1) if said else asked)


def _high(node: Node) -> Node:
    return Calm(Row([node], align="stretch", height=HIGH))


def _quiet(inside: Sequence[Node]) -> Node:
    return Panel(Row(inside, gap=14), pad=(20, 4), fill="tint", radius="field", shadow="", grow=1)


def _said(play: Play, ctx: Ctx) -> list[Node]:
    """What the host has said to all, when it stands."""
    message = play.room["message"] if play.room else None
    if message is None:
        return []
    words = ctx._("Alla läser: ”{words}”", words=message["text"])
    line = Text(words, "small", min=18, colour="accent", align="end", lines=2, grow=1)
    return [line, Icon("speech", 32, "accent")]


def first_in_queue(play: Play) -> Node | None:
    """`h` opens the table that has asked the longest."""
    waiting = queue(play)
    if not waiting or play.lecture:
        return None
    return Hotkey("h", partial(open_table, play, waiting[0]["id"]))


def _hands(play: Play, ctx: Ctx) -> Node | None:
    waiting = queue(play)
    if not waiting:
        return None
    if play.lecture:
        return _hand(play, ctx, waiting[0])
    title = ctx.plural("{n} bord vill ha hjälp", "{n} bord vill ha hjälp", len(waiting))
    rest = partial(_all_hands, play)
    hands = [
        Chip(
            f"{table_name(tile, ctx)} · {waited(tile['help'] or 0, ctx)}",
            partial(open_table, play, tile["id"]),
            on=place == 0,
            tone="danger",
            role="button",
            key=f"hand {tile['id']}",
        )
        for place, tile in enumerate(waiting)
    ]
    sign, key = Icon("hand", 40, "danger"), KeyHint("h", "danger")
    head = Text(title, "strong", size=28, min=22, colour="danger")
    count = Text(str(len(waiting)), "strong", size=32, colour="danger")
    heads = ([sign, head, key], [sign, count])
    inside = Abreast(heads, hands, lambda n: Chip(_more(n, ctx), rest, role="button", key="more hands"))
    return Panel(inside, pad=(20, 4), fill="danger_soft", line="danger", radius="field", shadow="", grow=1)


def _hand(play: Play, ctx: Ctx, tile: TileSlice) -> Node:
    """Somebody in an audience asks for the host: there is no table to open, so it is answered at once."""
    come = Chip(
        ctx._("Jag kommer"),
        partial(play.do, RaiseHand(on=False, team=tile["id"])),
        on=True,
        tone="danger",
        role="button",
        key="coming",
    )
    words = ctx._("Någon vill ha hjälp · {since}", since=waited(tile["help"] or 0, ctx))
    head = Text(words, "strong", size=28, min=22, colour="danger")
    inside = Row([Icon("hand", 40, "danger"), head, come], gap=12)
    return Panel(inside, pad=(20, 4), fill="danger_soft", line="danger", radius="field", shadow="", grow=1)


def _more(n: int, ctx: Ctx) -> str:
    return ctx._("+{n} till", n=n)


def _all_hands(play: Play) -> None:
    """Show every table that asks for the host."""
    play.kept.update(tab="tables", show="help")


def _all_late(play: Play) -> None:
    """Show every table that wants more time."""
    play.kept.update(tab="tables", show="time")


def _give(play: Play, tiles: Sequence[TileSlice], minutes: int) -> None:
    """More time for these tables alone."""
    for tile in tiles:
        play.do(Extend(serial=tile["serial"], seen=play.version, minutes=minutes, team=tile["id"]))


def _time(play: Play, ctx: Ctx) -> Node | None:
    host, room = play.host, play.room
    if host is None or room is None or not host["needs_time"]:
        return None
    words = ctx._("{n} av {m} bord vill ha mer tid", n=host["needs_time"], m=room["tables"])
    if play.lecture:
        words = ctx._("Mer än hälften vill ha mer tid")
    more = [
        Chip(
            label,
            partial(play.do, Extend(serial=play.serial, seen=play.version, minutes=n)),
            role="button",
            key=f"time for all {n}",
        )
        for n, label in ((1, ctx._("+1 min till alla")), (2, ctx._("+2 min till alla")))
    ]
    asks = [tile for tile in play.tiles if tile["needs_time"]]
    if len(asks) <= FEW and not play.lecture:
        label = ctx._("+2 min till {names}", names=table_names(asks, ctx))
        more.insert(0, Chip(label, partial(_give, play, asks, 2), role="button", key="time for them"))
    sign = Icon("clock", 40, "warn")
    head = Text(words, "strong", size=28, min=22, colour="warn")
    count = Text(str(host["needs_time"]), "strong", size=32, colour="warn")
    rest = partial(_all_late, play)
    # Hands come first: beside them only the number is told.
    heads = ([sign, count],) if queue(play) else ([sign, head], [sign, count])
    inside = Abreast(heads, more, lambda n: Chip(_more(n, ctx), rest, role="button", key="more time"))
    grow = 0 if queue(play) else 1
    return Panel(inside, pad=(20, 4), fill="warn_soft", line="warn", radius="field", shadow="", grow=grow)
