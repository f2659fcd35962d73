"""What one station is and may do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from game.rules.command import Who
from game.rules.engine import may
from game.rules.model import HERE, Actor, Presence, Room, Team
from game.rules.slices import (
    OwnSlice,
    YouSlice,
)
from game.rules.views.room import progress_slice, waited_for

_OWN_FIELDS = ("choice", "confidence", "text", "number", "kept")


def you(
    room: Room, station_id: str, own: Mapping[str, Mapping[str, Any]], presence: Presence = HERE
) -> YouSlice:
    """What a station is and may do. A choice is echoed only to a screen of one's own, while it may be
    changed.
    """
    station = room.stations[station_id]
    team = room.team_of(station_id)
    seats = list(team.seats_of(station_id)) if team else []
    counted = waited_for(team) if team else None
    done = [seat for seat in seats if counted and seat in counted[0]]
    mendable = done if team and not (progress_slice(team) or {"closed": True})["closed"] else []
    echoed = [seat for seat in mendable if seat in own and "sealed" not in own[seat]]
    commands = may(room, Actor(station.who, station_id, station.team))
    if presence.host != "long_gone" and not room.settings.self_start:
        commands = [name for name in commands if name != "continue_alone"]
    if not presence.lead_gone:
        commands = [name for name in commands if name != "take_lead"]
    return {
        "station": station_id,
        "kind": station.who.value,
        "team": station.team,
        "seats": seats,
        "acknowledged": station.acknowledged,
        "may": commands,
        "own": {seat: _own(own[seat]) for seat in echoed if station.who is Who.SOLO},
        "done": done,
        "listeners": _listeners(team, seats),
    }


def you_voted(before: YouSlice, team: Team, own: Mapping[str, Mapping[str, Any]]) -> YouSlice:
    """A station's `you` brought up to date when all that has happened in its open vote is that seats have put
    choices into boxes.
    """
    counted = waited_for(team)
    done = [seat for seat in before["seats"] if counted and seat in counted[0]]
    echoed = done if before["kind"] == Who.SOLO.value else []
    return {**before, "done": done, "own": {seat: _own(own[seat]) for seat in echoed if seat in own}}


def _own(body: Mapping[str, Any]) -> OwnSlice:
    return {name: body[name] for name in _OWN_FIELDS if name in body}  # type: ignore[return-value]


def _listeners(team: Team | None, seats: Iterable[str]) -> list[str]:
    """Seats that talk on this card but do not vote: they missed its first vote."""
    turn = team.turn if team else None
    if turn is None or not turn.closed[0]:
        return []
    return [seat for seat in seats if seat not in turn.voted[0]]
