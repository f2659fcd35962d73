"""Whose `you` a change may have touched: a thousand need not be looked at anew because one has voted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from operator import attrgetter, is_

from game.rules import Room, Team
from game.rules.model import Stage, Turn

_ROOM = attrgetter(
    *(field.name for field in fields(Room) if field.compare and field.name not in ("version", "teams"))
)
_TEAM = attrgetter(
    *(field.name for field in fields(Team) if field.compare and field.name not in ("turn", "done", "stage"))
)
_STAGE = attrgetter(*(field.name for field in fields(Stage) if field.name != "grace"))
_TURN = attrgetter(*(field.name for field in fields(Turn) if field.name not in ("voted", "machines")))
_ALONE = frozenset({"checkin", "pledge", "recall"})
"""Phases in which a seat that is done changes nothing for the others."""


def still(before: Room, after: Room) -> bool:
    """Whether nothing has changed but teams."""
    return _same(_ROOM(before), _ROOM(after))


def stirred(before: Room, after: Room, team_id: str, sealing: Collection[str]) -> frozenset[str] | None:
    """The stations of a team whose `you` may differ between two values of a room that is `still`, when all
    that has happened to the team is that these seats have put choices into boxes; None when any of them may.
    What has not changed is the same object, so this costs little.
    """
    team, was = after.teams.get(team_id), before.teams.get(team_id)
    if team is None or was is None or not _same(_TEAM(was), _TEAM(team)):
        return None
    if was.stage is not team.stage and not _same(_STAGE(was.stage), _STAGE(team.stage)):
        return None
    if was.done is not team.done and team.stage.phase not in _ALONE:
        return None
    if was.turn is not team.turn and (
        was.turn is None or team.turn is None or not _same(_TURN(was.turn), _TURN(team.turn))
    ):
        return None
    return frozenset(team.seats[seat].station for seat in sealing if seat in team.seats)


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether these hold the very same objects, or equal small ones."""
    if all(map(is_, one, other)):
        return True
    return all(
        left is right or (isinstance(left, str | int | tuple) and left == right)
        for left, right in zip(one, other, strict=True)
    )
