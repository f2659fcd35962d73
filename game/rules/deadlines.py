"""Deadlines as data: what the server's clock has to remind the rules of."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.model import Room, Stage, Team
from game.rules.phases.base import self_paced
from game.rules.phases.vote import is_open
from game.rules.programme import following, waits_for_hall

HALL = "hall"
"""The team name by which a deadline of the hall goes."""

HARD_PHASES = frozenset({"read", "vote", "reveal", "talk", "compare", "perspective", "note"})
"""Where a hard clock moves on by itself: a vote closes, other phases of a round give way to the next."""


@dataclass(frozen=True, slots=True)
class Due:
    """At `at` (server ms) the rules want a `TimeUp(team, serial)`; `team` is "hall" for the hall."""

    team: str
    serial: int
    at: int


def due_of(room: Room, team: Team) -> Due | None:
    """The next deadline of one team, if it has one; a clock that stands has none."""
    stage = team.stage
    cuts = _cuts(stage)
    if not cuts and stage.grace is None:
        return None
    opened = is_open(team)
    ends = [stage.grace.ends] if stage.grace and opened else []
    if stage.timer and cuts and (opened or (self_paced(room, team) and not waits_for_hall(room, team))):
        ends.append(stage.timer.ends)
    times = [at for at in ends if at is not None]
    return Due(team.id, stage.serial, min(times)) if times else None


def _cuts(stage: Stage) -> bool:
    return stage.phase in HARD_PHASES and stage.timer is not None and stage.timer.hard


def hall_due(room: Room) -> Due | None:
    """The hall's own deadline: only a hard clock at the hall's pace, and none that would close the room."""
    timer = room.stage.timer
    if room.settings.pace != "hall" or timer is None or timer.ends is None or not _cuts(room.stage):
        return None
    if following(room, None)[1] == ("closed", 1):
        return None  # no clock ends a session: there are texts to release, and people to thank
    return Due(HALL, room.stage.serial, timer.ends)


def deadlines(room: Room) -> list[Due]:
    """Every deadline of the room; paused and closed rooms have none."""
    dues = [hall_due(room), *(due_of(room, team) for team in room.teams.values())]
    return [due for due in dues if due]
