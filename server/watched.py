"""A room as its sockets have been told of it, and what is new to each audience since."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Final, cast

from game.rules import Presence, Room, Shelf, shared
from game.rules.slices import YouSlice
from game.rules.views import View, host_slice, tile, tile_voted
from server.stirred import still, stirred

UNKNOWN: Final = object()
"""In the place of a slice that a socket may have, in whatever state: it equals none."""


@dataclass(slots=True)
class Watched:
    """One room as its sockets have last been told of it."""

    room: Room
    stations: dict[str, str] = field(default_factory=dict)
    """socket -> station"""
    audiences: dict[str, dict[str, None]] = field(default_factory=dict)
    """audience -> its sockets, in the order they came"""
    shown: dict[str, View] = field(default_factory=dict)
    """audience -> what its sockets have"""
    newcomers: dict[str, View] = field(default_factory=dict)
    """socket -> what it was given as it joined an audience that had something waiting"""
    yours: dict[str, YouSlice] = field(default_factory=dict)
    """socket -> its `you`"""
    common: View = field(default_factory=dict)
    """The slices about the whole room, as everybody has them; empty when somebody may have others."""
    touched: set[str] | None = field(default_factory=set)
    """Teams that have changed since; None for everything."""
    sealing: dict[str, set[str]] = field(default_factory=dict)
    """team -> its seats that have put a choice into a box since"""
    anew: set[str] = field(default_factory=set)
    """Teams whose touched ones are not only a matter of the room: somebody has come or gone."""
    told: Room | None = None
    """The room that every `you` was last worked out from; None when that went wrong."""
    urgent: asyncio.Event = field(default_factory=asyncio.Event)
    """Something else than votes waits to be told."""
    failed: bool = False
    """Whether the last telling went wrong."""
    dirty: bool = False
    pump: asyncio.Task[None] | None = None

    def voters(self) -> frozenset[str]:
        """The stations whose seats have put a choice into a box since."""
        teams = self.room.teams
        return frozenset(
            teams[team].seats[seat].station
            for team, seats in self.sealing.items()
            for seat in seats
            if team in teams and seat in teams[team].seats
        )

    def forget(self) -> None:
        """Nothing is known of what the sockets have: they are told everything next time."""
        self.touched, self.common, self.told = None, {}, None
        for shown in (self.shown, self.newcomers):
            for name, view in shown.items():
                shown[name] = dict.fromkeys(view, UNKNOWN)
        self.yours = dict.fromkeys(self.yours, cast(YouSlice, {}))


@dataclass(frozen=True, slots=True)
class Voted:
    """What is known of the teams that changed. `light` ones have done nothing but vote; `stations` names, by
    team, the only ones whose `you` may have changed.
    """

    light: Set[str] = frozenset()
    stations: Mapping[str, Collection[str]] = field(default_factory=dict)


def voted(watched: Watched, was: Room | None, teams: set[str] | None) -> Voted:
    """Which of the teams that changed since `was` have only voted; none are known to for None."""
    if was is None or teams is None:
        return Voted()
    room, found = watched.room, dict[str, Collection[str]]()
    if not still(was, room):
        return Voted()
    for team in teams:
        stations = stirred(was, room, team, watched.sealing.get(team, ()))
        if stations is not None:
            found[team] = stations
    light = {team for team in found if team not in watched.anew and room.teams[team].stage.phase == "vote"}
    return Voted(light, found)


def concerned(watched: Watched, teams: set[str] | None) -> list[str]:
    """The audiences that these teams' changes concern."""
    if teams is None:
        return list(watched.audiences)
    names = ("host", "hall", *(f"team:{team}" for team in teams))
    return [name for name in names if name in watched.audiences]


def composed(
    room: Room,
    name: str,
    shelf: Shelf,
    presence: Presence,
    before: View,
    common: View,
    teams: set[str] | None,
    light: Set[str],
) -> View:
    """What an audience sees now that these teams, or everything for None, have changed."""
    if name == "hall":
        return common
    if name == "host" and teams is not None:
        tiles = {key: value for key, value in before.items() if key.startswith("tile:")}
        for team in teams:
            known: Any = tiles.get(key := f"tile:{team}")
            patched = known is not None and team in light
            tiles[key] = tile_voted(known, room.teams[team]) if patched else tile(room, team, shelf, presence)
        quiet = "host" in before and teams and teams <= light
        host = before["host"] if quiet else host_slice(room, shelf, presence)
        return {**common, "host": host, **tiles}
    return shared(room, name, shelf, presence, common)


def patched(before: View, common: View) -> View:
    """A team's slices that tell of the whole room, brought up to date."""
    fresh: View = {
        key: common[key]
        for key in ("room", "hall")
        if key in before and before[key] is not common[key] and before[key] != common[key]
    }
    return {**before, **fresh} if fresh else before


def kept(before: View, after: View) -> View:
    """`after`, with every slice that equals the one before it being that very one: it need not be compared
    again for every audience.
    """
    return {name: known if (known := before.get(name)) == value else value for name, value in after.items()}
