"""Who is where: seats at stations, stations at tables, and what follows from that alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.command import Who


@dataclass(frozen=True)
class Seat:
    id: str
    station: str
    symbol: int
    away: bool = False
    silent: bool = False
    """Away because its station fell silent; it comes back by itself when heard."""


@dataclass(frozen=True, slots=True)
class Seating:
    """What follows from a team's seats alone, worked out once for as long as nobody comes or goes."""

    seats: Mapping[str, Seat]
    present: frozenset[str]
    at: Mapping[str, tuple[str, ...]]
    """station -> its seats, in the order they were taken"""
    stations: frozenset[str]

    @classmethod
    def of(cls, seats: Mapping[str, Seat]) -> Seating:
        at: dict[str, tuple[str, ...]] = {}
        for seat in seats.values():
            at[seat.station] = (*at.get(seat.station, ()), seat.id)
        present = frozenset(seat.id for seat in seats.values() if not seat.away)
        return cls(seats, present, at, frozenset(at))


@dataclass(frozen=True)
class Station:
    id: str
    who: Who
    team: str | None
    acknowledged: bool = False
    lead: bool = False
    """Whether this host also hands out keys, removes hosts and closes the room; a co-host does the rest."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Which stations are where, worked out once for as long as none comes or goes: every tile asks."""

    stations: Mapping[str, Station]
    at: Mapping[str | None, tuple[Station, ...]]
    """team -> its stations by id; None -> the others in the order they came"""

    @classmethod
    def of(cls, stations: Mapping[str, Station]) -> Placing:
        found: dict[str | None, list[Station]] = {}
        for station in stations.values():
            found.setdefault(station.team, []).append(station)
        ranked = {
            team: tuple(sorted(here, key=lambda station: station.id) if team else here)
            for team, here in found.items()
        }
        return cls(stations, ranked)
