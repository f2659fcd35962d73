"""The only one that emits. After commits it works out what each audience may see now and sends what has
changed.

Stations of one audience share every slice but `you`, so a burst of votes at a table costs one view, however
many votes and stations; and what one table does costs the other tables nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.rules import Presence, Room, Shelf, audience, changes, shared, you
from game.rules.views import View, hall_slices, host_slice, tile
from game.wire import ViewOut
from server.clock import Clock
from server.faults import FAULTS, log_fault
from server.lines import Line, Lines
from server.own import OwnChoices
from server.rooms import Rooms
from server.stirred import stirred
from server.store.contract import Committed

log = logging.getLogger(__name__)
PACE = 0.1
"""Seconds between two sendings to a room. The first after a rest goes at once; a room that takes long to
tell waits.
"""
REST = 3
"""How many times as long as a sending took the next one waits, at least."""

Emit = Callable[..., Awaitable[None]]
"""`socketio.AsyncServer.emit`"""


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
    yours: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """socket -> its `you`"""
    common: View = field(default_factory=dict)
    """The slices about the whole room, as everybody has them; empty when somebody may have others."""
    touched: set[str] | None = field(default_factory=set)
    """Teams that have changed since; None for everything."""
    sealing: set[str] = field(default_factory=set)
    """Seats that have put a choice into a box since."""
    told: Room | None = None
    """The room that every `you` was last worked out from; None when that went wrong."""
    dirty: bool = False
    pump: asyncio.Task[None] | None = None


class Hub:
    """`presence_of` tells who is connected; `part` is asked to let go of the sockets of stations that were
    removed.
    """

    def __init__(
        self,
        emit: Emit,
        rooms: Rooms,
        own: OwnChoices,
        lines: Lines,
        clock: Clock,
        presence_of: Callable[[Room], Presence],
        part: Callable[[str], None],
    ) -> None:
        self._emit, self._rooms, self._own, self._lines, self._clock = emit, rooms, own, lines, clock
        self._presence_of, self._part = presence_of, part
        self._watched: dict[str, Watched] = {}
        rooms.follow(self._committed)

    def arrive(self, line: Line, room: Room, station: str) -> View:
        """The whole view for a socket that has just joined; from now on it is told of changes."""
        watched = self._watched.setdefault(room.id, Watched(room))
        assert line.sid is not None
        sid, name = line.sid, audience(room, station)
        line.audience = name
        presence, shelf = self._presence_of(room), self._rooms.shelf(room.id)
        fresh = shared(room, name, shelf, presence)
        if name in watched.shown:
            watched.newcomers[sid] = fresh
        else:
            watched.shown[name] = fresh
        watched.common = {}
        mine = you(room, station, self._own.of(room, station), presence)
        watched.stations[sid] = station
        watched.audiences.setdefault(name, {})[sid] = None
        watched.yours[sid] = dict(mine)
        return {**fresh, "you": mine}

    def leave(self, sid: str, room_id: str) -> None:
        """The socket is gone. Costs the same however many there are."""
        watched = self._watched.get(room_id)
        if watched is None or sid not in watched.stations:
            return
        del watched.stations[sid], watched.yours[sid]
        watched.newcomers.pop(sid, None)
        # A station never changes audience, so the one line that knows its name is asked, not every audience.
        name = self._lines.audience(sid)
        members = watched.audiences[name]
        del members[sid]
        if not members:
            del watched.audiences[name], watched.shown[name]
        if not watched.stations:
            del self._watched[room_id]

    def touch(self, room_id: str, teams: Iterable[str] | None) -> None:
        """These teams, or all for None, have something new to be told."""
        watched = self._watched.get(room_id)
        if watched is None:
            return
        watched.touched = None if teams is None or watched.touched is None else watched.touched | set(teams)
        watched.dirty = True
        if watched.pump is None:
            # One turn of the loop later, so that the sender's ack goes out before the room is told.
            watched.pump = asyncio.get_running_loop().create_task(self._run(room_id, watched))

    async def stop(self) -> None:
        """What has been committed has been sent; nothing more is."""
        pumps = [watched.pump for watched in self._watched.values() if watched.pump]
        for pump in pumps:
            pump.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)
        for watched in list(self._watched.values()):
            if watched.dirty:
                await self._flush(watched)

    def _committed(self, outcome: Committed) -> None:
        room = outcome.room
        self._own.sealed(room, outcome.seals, room.teams if outcome.teams is None else outcome.teams)
        if outcome.teams is None or outcome.teams:
            self.touch(room.id, outcome.teams)
        elif outcome.seals:
            self.touch(room.id, ())
        if outcome.seals and (watched := self._watched.get(room.id)) is not None:
            watched.sealing.update(seal.seat for seal in outcome.seals)

    async def _run(self, room_id: str, watched: Watched) -> None:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(0)
        try:
            while watched.dirty and watched.stations:
                began = loop.time()
                await self._flush(watched)
                await asyncio.sleep(max(PACE, REST * (loop.time() - began)))
        finally:
            watched.pump = None

    async def _flush(self, watched: Watched) -> None:
        room = self._rooms.room(watched.room.id)
        if room is None:
            return
        teams, watched.touched, watched.dirty, watched.room = watched.touched, set(), False, room
        try:
            parcels, parting = self._parcels(watched, teams)
        except FAULTS as error:
            log_fault(log, "a view could not be made", error)
            watched.touched, watched.common, watched.told = None, {}, None  # the next one makes up for it
            return
        now = self._clock.now()
        for sids, slices in parcels:
            await self._send(sids, ViewOut(version=room.version, now=now, slices=slices))
        for sid in parting:
            self._part(sid)

    def _parcels(
        self, watched: Watched, teams: set[str] | None
    ) -> tuple[list[tuple[list[str], View]], list[str]]:
        """Who is sent what, and which sockets belong to stations that have been removed."""
        room, presence = watched.room, self._presence_of(watched.room)
        shelf = self._rooms.shelf(room.id)
        common = hall_slices(room, shelf, presence)
        everybody = watched.common != common
        was, watched.told, watched.common = watched.told, room, common
        sealing, watched.sealing = watched.sealing, set()
        parcels: list[tuple[list[str], View]] = []
        for name in list(watched.audiences) if everybody else _told(watched, teams):
            told = teams is None or name in ("host", "hall") or name.removeprefix("team:") in teams
            before = watched.shown[name]
            after = (
                _after(room, name, shelf, presence, before, common, teams)
                if told
                else _patched(before, common)
            )
            watched.shown[name] = after
            team = name.removeprefix("team:")
            alone = None if teams is None or was is None else stirred(was, room, team, sealing)
            parcels += self._deliver(watched, name, before, presence, alone, told=told)
        parting = (
            []
            if teams == set()
            else [sid for sid, station in watched.stations.items() if station not in room.stations]
        )
        return parcels, parting

    def _deliver(
        self,
        watched: Watched,
        name: str,
        before: View,
        presence: Presence,
        alone: Collection[str] | None,
        *,
        told: bool,
    ) -> Iterable[tuple[list[str], View]]:
        """One message for all of an audience, and one each for those with something of their own: only these
        stations can have, when `alone` names them.
        """
        after = watched.shown[name]
        delta = changes(before, after)
        crowd: list[str] = []
        for sid in watched.audiences[name]:
            base = watched.newcomers.pop(sid, None)
            asked = told and (alone is None or watched.stations[sid] in alone)
            mine = self._mine(watched, sid, presence) if asked else None
            if base is None and mine is None:
                crowd.append(sid)
                continue
            news = delta if base is None else changes(base, after)
            news = news if mine is None else {**news, "you": mine}
            if news:
                yield [sid], news
        if delta and crowd:
            yield crowd, delta

    def _mine(self, watched: Watched, sid: str, presence: Presence) -> Mapping[str, Any] | None:
        """The socket's `you` when it has changed."""
        room, station = watched.room, watched.stations[sid]
        if station not in room.stations:
            return None
        mine = dict(you(room, station, self._own.of(room, station), presence))
        if mine == watched.yours[sid]:
            return None
        watched.yours[sid] = mine
        return mine

    async def _send(self, sids: list[str], message: ViewOut) -> None:
        ready = [sid for sid in sids if not self._lines.cut_if_behind(sid)]
        if ready:
            await self._emit(
                "view", {"version": message.version, "now": message.now, "slices": message.slices}, to=ready
            )


def _told(watched: Watched, teams: set[str] | None) -> list[str]:
    """The audiences that these teams' changes concern."""
    if teams is None:
        return list(watched.audiences)
    names = ("host", "hall", *(f"team:{team}" for team in teams))
    return [name for name in names if name in watched.audiences]


def _after(
    room: Room,
    name: str,
    shelf: Shelf,
    presence: Presence,
    before: View,
    common: View,
    teams: set[str] | None,
) -> View:
    if name == "hall":
        return common
    if name == "host" and teams is not None:
        tiles = {key: value for key, value in before.items() if key.startswith("tile:")}
        tiles |= {f"tile:{team}": tile(room, team, shelf, presence) for team in teams}
        return {**common, "host": host_slice(room, shelf, presence), **tiles}
    return shared(room, name, shelf, presence)


def _patched(before: View, common: View) -> View:
    """A team's slices that tell of the whole room, brought up to date."""
    fresh: View = {
        key: common[key] for key in ("room", "hall") if key in before and before[key] != common[key]
    }
    return {**before, **fresh} if fresh else before
