"""The door: stations come in, choose their seats, read who sees what. The host opens the session."""

from __future__ import annotations

from game.rules.command import OpenNext, Who
from game.rules.draft import Draft
from game.rules.model import Actor, Room, Team
from game.rules.moving import advance
from game.rules.phases.base import Phase, Rule, may_come_to


def may_start(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The host for everybody at once, or in Solo the seat itself."""
    if actor.who is Who.HOST:
        return "follows_hall" if team else may_come_to(room, actor, 0)
    return None if room.settings.self_start else "host_only"


def start(draft: Draft, command: OpenNext) -> None:
    """The session begins for everybody, whatever the pace; a table that comes later begins by itself."""
    advance(draft, None)


LOBBY = Phase("lobby", (Rule(OpenNext, start, may_start, moves=True),))
