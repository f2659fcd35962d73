"""The hall's screens: opening one on this machine, and taking away one that is not to show the room."""

from __future__ import annotations

from functools import partial

from game.client.play import Play
from game.client.stations.board import Board
from game.client.stations.host_leaders import take_out
from game.client.stations.host_lines import line
from game.client.ui import Button, Column, Ctx, Flow, Node, Pill, Row, Text
from game.rules.slices import TileStation

OUT = "screen out"
"""Kept while it is asked about: the station."""


def screens(board: Board, ctx: Ctx) -> list[Node | None]:
    """All of them, those that came in first first."""
    _, play = ctx._, board.play
    found = play.host["screens"] if play.host else []
    opens = board.open_screen
    return [
        Text(_("STORBILD"), "label", colour="soft"),
        line(
            ctx,
            _("Ett fönster för projektorn. F11 fyller skärmen, Skift+F11 byter skärm."),
            Button(_("Öppna storbild här"), opens, icon="screen", key="open screen"),
        )
        if opens
        else None,
        *[_screen(board, ctx, screen) for screen in found],
        Text(_("Storbilderna står i den ordning de kom in."), "small", colour="soft")
        if len(found) > 1
        else None,
    ]


def screen_name(play: Play, station: str, ctx: Ctx) -> str:
    """What a screen is called: by its number among several, as they came in."""
    alike = [one["id"] for one in play.host["screens"]] if play.host else []
    if len(alike) > 1 and station in alike:
        return ctx._("Storbild {n} i salen", n=alike.index(station) + 1)
    return ctx._("Storbild i salen")


def _screen(board: Board, ctx: Ctx, screen: TileStation) -> Node:
    _ = ctx._
    state = (
        Text(_("tappat nätet"), "label", colour="warn")
        if screen["lost"]
        else Text(_("visas"), "label", colour="good")
    )
    here = screen["id"] in board.screens_here()
    words = Column(
        [
            Text(screen_name(board.play, screen["id"], ctx)),
            Text(_("Öppnad härifrån"), "small", colour="soft") if here else None,
        ],
        gap=0,
        grow=1,
    )
    ask = partial(_ask_out, board, screen["id"])
    remove = Button(_("Ta bort …"), ask, "quiet", icon="trash", key=f"remove {screen['id']}")
    if ctx.wide:
        return Row([words, Pill(state, "tint"), remove])
    return Column([words, Flow([Pill(state, "tint"), remove])], gap=6)


def _ask_out(board: Board, station: str) -> None:
    board.play.kept[OUT] = station
    board.ask("remove screen")


def remove_screen(board: Board, ctx: Ctx) -> Node:
    """The question before a screen is taken out."""
    station = str(board.play.kept.get(OUT, ""))
    about = ctx._("Den slutar visa rummet. Med koden går det att komma tillbaka.")
    return take_out(board, ctx, station, screen_name(board.play, station, ctx), about, "yes screen")
