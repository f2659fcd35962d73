"""What is the same about two rooms as far as going on is concerned.

Left out are ids, times, numbers of versions, and what changes nothing but what is read: messages, hands,
prompts, twists, texts on the wall, how much time was given. Where two states have the same shape, one stands
for both.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from game.rules import Room, Team
from game.rules.model import Stage, Turn
from game.rules.timer import Timer

Names = Mapping[str, int]


def shape(room: Room, gone: bool) -> Hashable:
    """`gone` is whether the hosts have been away for so long that a table may go on by itself."""
    stations = {name: at for at, name in enumerate(sorted(room.stations, key=_age))}
    return (
        gone,
        room.closed,
        room.paused,
        room.locked,
        room.settings.pace,
        room.settings.hard,
        room.started is not None,
        room.own,
        room.card,
        room.dealt,
        len(room.steps),
        room.checkin is not None,
        room.rating is not None,
        _stage(room.stage),
        tuple((one.who, one.team is None, one.lead) for one in room.stations.values()),
        tuple(_team(room, team, stations) for team in room.teams.values()),
    )


def _age(name: str) -> tuple[int, str]:
    """Ids are numbered as they are given out."""
    return len(name), name


def _stage(stage: Stage) -> Hashable:
    return stage.step, stage.phase, stage.round, _timer(stage.timer), _timer(stage.grace)


def _timer(timer: Timer | None) -> str:
    return "" if timer is None else "runs" if timer.ends is not None else "stands"


def _team(room: Room, team: Team, stations: Names) -> Hashable:
    seats = {name: at for at, name in enumerate(team.seats)}
    harvest = team.harvest
    return (
        team.way,
        tuple((stations.get(seat.station, -1), seat.away, seat.silent) for seat in team.seats.values()),
        _stage(team.stage),
        team.turn and _turn(team.turn, seats),
        team.rotation % max(len(seats), 1),
        (team.paused, team.held, team.timeout, team.alone),
        (team.swapped, team.played, team.offer),
        _which(team.done, seats),
        min(len(team.notes), 2),
        harvest and (harvest.tries, len(harvest.strengthen), len(harvest.improve), harvest.settled),
    )


def _turn(turn: Turn, seats: Names) -> Hashable:
    return (
        turn.card,
        turn.ready,
        turn.practice,
        tuple(_which(voted, seats) for voted in turn.voted),
        turn.closed,
        turn.tallied,
        tuple(min(len(machines), 2) for machines in turn.machines),
        (turn.compared, turn.before is None, turn.after is None),
        _which(turn.show, seats),
        len(turn.prompts) > 0,
    )


def _which(chosen: frozenset[str], seats: Names) -> Hashable:
    """Seats by their place; those that have left, by their number."""
    return tuple(sorted(seats[name] for name in chosen if name in seats)), len(chosen - seats.keys())
