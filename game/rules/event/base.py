"""What every event has, and how one changes a team."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, TypeVar

from game.rules.mappings import patched, replace
from game.rules.model import Room, Stage, Team
from game.rules.opened import Record

Value = TypeVar("Value")


class Event(Record):
    """The base of everything in a room's log."""

    type: str
    team: str | None = None

    def apply(self, room: Room) -> Room:
        """The room after this event; its version is raised by `evolve`."""
        raise NotImplementedError


class TeamEvent(Event):
    """An event of one team."""

    team: str

    def apply(self, room: Room) -> Room:
        return change(room, self.team, lambda team: self.on(team, room))

    def on(self, team: Team, room: Room) -> Team:
        """The team after this event; `room` is the room before it."""
        raise NotImplementedError


def change(room: Room, team_id: str | None, how: Callable[[Team], Team]) -> Room:
    """The room with one team changed, or every team when no id is given."""
    if team_id is None:
        return replace(room, teams=MappingProxyType({key: how(team) for key, team in room.teams.items()}))
    return replace(room, teams=patched(room.teams, team_id, how(room.teams[team_id])))


MOMENTARY = frozenset({"checkin", "recall"})
"""Charts of how it is, which the hall is shown until it goes on."""


def gone_on(room: Room) -> Room:
    """The room as the hall leaves its place: what tells how it was there is no longer shown."""
    return replace(room, shown=room.shown - MOMENTARY) if room.shown & MOMENTARY else room


def turn_of(team: Team, **changes: Any) -> Team:
    """The team with its turn changed."""
    assert team.turn is not None
    return replace(team, turn=replace(team.turn, **changes))


def put(pair: tuple[Value, Value], round_: int, value: Value) -> tuple[Value, Value]:
    """The pair with the value of one of its two rounds replaced."""
    return (value, pair[1]) if round_ == 1 else (pair[0], value)


def frozen(stage: Stage, at: int) -> Stage:
    """The stage with its clocks stopped at `at`, server ms."""
    return replace(
        stage, timer=stage.timer and stage.timer.frozen(at), grace=stage.grace and stage.grace.frozen(at)
    )


def running(stage: Stage, at: int) -> Stage:
    """The stage with its clocks running on from `at`, server ms."""
    return replace(
        stage, timer=stage.timer and stage.timer.running(at), grace=stage.grace and stage.grace.running(at)
    )


def settled(team: Team, at: int) -> Team:
    """The team with its clocks stopped if anything holds it, running otherwise."""
    held = team.held or team.paused or team.timeout
    return replace(team, stage=(frozen if held else running)(team.stage, at))
