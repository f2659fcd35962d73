"""Whose `you` a change may have touched: a thousand need not be looked at anew because one has voted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields

from game.rules import Room, Team
from game.rules.model import Stage, Turn

_ROOM = tuple(
    field.name for field in fields(Room) if field.compare and field.name not in ("version", "teams")
)
_TEAM = tuple(
    field.name for field in fields(Team) if field.compare and field.name not in ("turn", "done", "stage")
)
_STAGE = tuple(field.name for field in fields(Stage) if field.name != "grace")
_TURN = tuple(field.name for field in fields(Turn) if field.name not in ("voted", "machines"))
_ALONE = frozenset({"checkin", "pledge"})
"""Phases in which a seat that is done changes nothing for the others."""


def stirred(before: Room, after: Room, team_id: str, sealing: Collection[str]) -> frozenset[str] | None:
    """The stations of a team whose `you` may differ between two values of a room, when all that has happened
    to the team is that these seats have put choices into boxes; None when any of them may. What has not
    changed is the same object, so this costs little.
    """
    team, was = after.teams.get(team_id), before.teams.get(team_id)
    if team is None or was is None or not _same(before, after, _ROOM) or not _same(was, team, _TEAM):
        return None
    if was.stage is not team.stage and not _same(was.stage, team.stage, _STAGE):
        return None
    if was.done is not team.done and team.stage.phase not in _ALONE:
        return None
    if was.turn is not team.turn and (
        was.turn is None or team.turn is None or not _same(was.turn, team.turn, _TURN)
    ):
        return None
    return frozenset(team.seats[seat].station for seat in sealing if seat in team.seats)


def _same(one: object, other: object, names: tuple[str, ...]) -> bool:
    """Whether these fields hold the very same objects, or equal small ones."""
    for name in names:
        left, right = getattr(one, name), getattr(other, name)
        if left is not right and not (isinstance(left, str | int | tuple) and left == right):
            return False
    return True
