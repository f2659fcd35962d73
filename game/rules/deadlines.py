"""Deadlines as data: what the server's clock has to remind the rules of."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.door import HALL, HARD_PHASES
from game.rules.model import Room, Stage, Team
from game.rules.phases.base import self_paced
from game.rules.phases.vote import is_open


@dataclass(frozen=True, slots=True)
class Due:
    """At `at` (server ms) the rules want a `TimeUp(team, serial)`; `team` is "hall" for the hall."""

    team: str
    serial: int
    at: int


def due_of(room: Room, team: Team) -> Due | None:
    """The next deadline of one team, if it has one."""
    if room.paused or room.closed:
        return None
    ends = [team.stage.grace.ends] if team.stage.grace else []
    if room.settings.hard and _cuts(team.stage) and (is_open(team) or self_paced(room, team)):
        ends.append(team.stage.timer.ends if team.stage.timer else None)
    times = [at for at in ends if at is not None]
    return Due(team.id, team.stage.serial, min(times)) if times else None


def _cuts(stage: Stage) -> bool:
    return stage.phase in HARD_PHASES and stage.timer is not None


def hall_due(room: Room) -> Due | None:
    """The hall's own deadline: only a hard clock at the hall's pace."""
    stage = room.stage
    if room.paused or room.closed or not room.settings.hard or room.settings.pace != "hall" or not _cuts(stage):
        return None
    at = stage.timer.ends if stage.timer else None
    return None if at is None else Due(HALL, stage.serial, at)


def deadlines(room: Room) -> list[Due]:
    """Every deadline of the room; paused and closed rooms have none."""
    dues = [hall_due(room), *(due_of(room, team) for team in room.teams.values())]
    return [due for due in dues if due]
