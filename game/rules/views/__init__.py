"""What each role may see, built field by field. Nothing is ever taken away from a whole; what may be seen is
put in.

audience     which of these a station gets; stations of one audience share all slices but `you`
team_slices  a team's own stations and its wall screen
hall_slices  the hall's screen
host_slices  the host, with one `tile` per table
you          what this very station is and may do
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.rules.command import Who
from game.rules.model import HERE, Presence, Room
from game.rules.views.board import host_slice, host_slices, tile, tile_voted
from game.rules.views.hall import hall_slice, hall_slices, hall_voted
from game.rules.views.shelf import Sheet, Shelf, View
from game.rules.views.station import you, you_voted
from game.rules.views.team import team_slices, team_voted


def audience(room: Room, station_id: str) -> str:
    """ "host", "hall" or "team:<id>"."""
    station = room.stations[station_id]
    if station.who is Who.HOST:
        return "host"
    return f"team:{station.team}" if station.team else "hall"


def shared(
    room: Room, audience_name: str, shelf: Shelf, presence: Presence = HERE, common: View | None = None
) -> View:
    """Everything an audience shares. `common` is the hall's view, where that is known already."""
    if audience_name == "host":
        return host_slices(room, shelf, presence, common)
    if audience_name == "hall":
        return common or hall_slices(room, shelf, presence)
    return team_slices(room, audience_name.removeprefix("team:"), shelf, presence, common)


def view(
    room: Room, station_id: str, shelf: Shelf, own: Mapping[str, Mapping[str, Any]], presence: Presence = HERE
) -> View:
    """Everything one station may see. `own` is what its seats have sealed: seat -> body."""
    slices = shared(room, audience(room, station_id), shelf, presence)
    return {**slices, "you": you(room, station_id, own, presence)}


def changes(before: View, after: View) -> View:
    """The slices that differ; None for one that is gone."""
    if after is before:
        return {}
    changed = {
        name: value
        for name, value in after.items()
        if value is not (known := before.get(name)) and value != known
    }
    return {**changed, **{name: None for name in before if name not in after}}


__all__ = [
    "HERE",
    "Presence",
    "Sheet",
    "Shelf",
    "View",
    "audience",
    "changes",
    "hall_slice",
    "hall_slices",
    "hall_voted",
    "host_slice",
    "host_slices",
    "shared",
    "team_slices",
    "team_voted",
    "tile",
    "tile_voted",
    "view",
    "you",
    "you_voted",
]
