"""What a window shows: the pages before a room, the station in it, and what lies over both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.client import join, make_room, start
from game.client.ending import closing, stopped
from game.client.stations import host, screen, team
from game.client.stations.cover import out
from game.client.ui import Ctx, Node, Stack

if TYPE_CHECKING:
    from game.client.booth import Booth


def build(booth: Booth, ctx: Ctx) -> Node:
    """The page, and what lies over it."""
    return Stack([_page(booth, ctx), _over(booth, ctx)])


def _page(booth: Booth, ctx: Ctx) -> Node:
    if booth.page == "start":
        return start.build(booth.start, ctx)
    if booth.page == "join":
        return join.build(booth.join, ctx)
    if booth.page == "make":
        return make_room.build(booth.make, ctx)
    return _station(booth, ctx)


def _station(booth: Booth, ctx: Ctx) -> Node:
    play, kind = booth.play, booth.kind
    if kind in ("host", "screen") and play.status.state == "refused":
        return out(play, ctx)
    if kind == "host":
        return host.build(booth.board, ctx)
    if kind == "screen" and (play.you is None or play.you["team"] is None):
        return screen.build(play, ctx, booth.board.door)
    return team.build(play, ctx)


def _over(booth: Booth, ctx: Ctx) -> Node | None:
    if booth.closing:
        return closing(booth.session.stop, booth.stay, ctx)
    if booth.keeper is not None and booth.keeper.trouble:
        return stopped(booth.keeper, ctx)
    return None
