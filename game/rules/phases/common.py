"""Rules that many phases share: moving on, and being done seat by seat."""

from __future__ import annotations

from typing import Any

from game.rules.command import Command, OpenNext, SkipStep, Who
from game.rules.draft import Draft
from game.rules.errors import Missing, NotAllowed
from game.rules.event import SeatBack, SeatDone, TeamSetFree
from game.rules.model import Room, Team
from game.rules.moving import advance, skip
from game.rules.phases.base import Rule, leads, skips
from game.rules.seated import Seat


def target(draft: Draft, command: Command) -> str | None:
    """The team a command acts on: one's own, or the one a host names; None is the hall."""
    if draft.actor.who is Who.HOST:
        return draft.team(command.named).id if command.named else None
    return draft.team(draft.actor.team).id


def targets(draft: Draft, command: Command) -> list[str]:
    """The teams a command acts on; for the hall those that follow it."""
    one = target(draft, command)
    return [one] if one else following_teams(draft.room)


def following_teams(room: Room) -> list[str]:
    """The teams that are where the hall is."""
    step = room.stage.step
    return [team.id for team in room.teams.values() if not team.alone and team.stage.step == step]


def has_its_own(draft: Draft, team_id: str) -> None:
    """A table that comes while every table has a card of its own has one too."""
    if draft.team(team_id).alone == "" and draft.room.own:
        draft.add(TeamSetFree(team=team_id, until="step", at=draft.now))


def own_seat(draft: Draft, seat_id: str) -> tuple[Team, Seat]:
    """The seat a team's station acts for; a seat that acts is back, whatever was thought of it."""
    team = draft.team(draft.actor.team)
    seat = team.seats.get(seat_id)
    if seat is None:
        raise Missing("unknown_seat")
    if seat.station != draft.actor.station:
        raise NotAllowed("not_your_seat")
    if seat.away:
        draft.add(SeatBack(team=team.id, seat=seat.id))
        team = draft.team(team.id)
    return team, team.seats[seat_id]


def seal_once(draft: Draft, box: str, seat_id: str, body: dict[str, Any]) -> Team:
    """Seal what a seat said, in place of what it said before, and mark the seat as done."""
    team, seat = own_seat(draft, seat_id)
    draft.seal(box, 1, seat.id, body)
    draft.add(SeatDone(team=team.id, seat=seat.id))
    return draft.team(team.id)


def open_next(draft: Draft, command: OpenNext) -> None:
    """On to the next place, for the hall, a named team or one's own."""
    advance(draft, target(draft, command))


def skip_step(draft: Draft, command: SkipStep) -> None:
    """Past the rest of the step."""
    skip(draft, target(draft, command))


NEXT = Rule(OpenNext, open_next, leads, moves=True)
SKIP = Rule(SkipStep, skip_step, skips, moves=True)
ON = (NEXT, SKIP)
