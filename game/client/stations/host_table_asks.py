"""What stands in place of a table's dialog: that nobody sits there any more, and the questions before what
cannot be undone.
"""

from __future__ import annotations

from functools import partial

from game.client.play import Play
from game.client.stations.board import question
from game.client.stations.host_tables import table_name
from game.client.ui import Button, Column, Ctx, Dialog, Flow, Node, Row, SeatSymbol, Text, flexible
from game.rules.command import RemoveStation, VoteAgain
from game.rules.slices import TileSlice, TileStation


def close(play: Play) -> None:
    """Put the dialog away."""
    play.kept.pop("tile", None)
    play.kept.pop("station", None)
    play.kept.pop("vote again", None)


def nobody(play: Play, ctx: Ctx, tile: TileSlice) -> Node:
    """Its last station has gone while the dialog was open: there is nothing left to do for it."""
    _, shut = ctx._, partial(close, play)
    name = Text(table_name(tile, ctx), "title", grow=1)
    ready = Button(_("Klar"), shut, "primary", shortcut="return", key="close table")
    body = [
        Row([SeatSymbol(tile["number"] - 1, 64), name], gap=20),
        Text(_("Ingen sitter vid bordet längre."), "strong"),
        Text(_("Dess skärmar har gått ut eller tagits bort. Den som vill får gå med igen med koden.")),
        Row([flexible(), ready]),
    ]
    return Dialog(Column(body, gap=22), shut, span=1000)


def table_removal(play: Play, ctx: Ctx, tile: TileSlice) -> Node:
    """The question before a table is taken away with all its stations."""
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
        key="yes table",
    )


def removal(play: Play, ctx: Ctx, tile: TileSlice, station: TileStation) -> Node:
    """The question before one station is taken out."""
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


def vote_again(play: Play, ctx: Ctx, tile: TileSlice) -> Node:
    """The question before a table's open vote is thrown away."""
    _ = ctx._

    def back() -> None:
        play.kept.pop("vote again", None)

    def go() -> None:
        play.do(VoteAgain(serial=tile["serial"], team=tile["id"]))
        back()

    return question(
        ctx,
        _("Rösta om vid {name}?", name=table_name(tile, ctx)),
        _("Rösterna som är lagda i den här omröstningen förstörs, och alla vid bordet röstar på nytt."),
        _("Rösta om"),
        go,
        back,
        key="yes vote again",
    )
