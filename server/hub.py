"""The only one that emits. After commits it works out what each audience may see now and sends what has
changed.

Stations of one audience share every slice but `you`, so a burst of votes at a table costs one view, however
many votes and stations; and what one table does costs the other tables nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress

from game.rules import Presence, Room, audience, changes, shared, you
from game.rules.slices import YouSlice
from game.rules.views import View, hall_slices, hall_voted, team_voted, you_voted
from server.clock import Clock
from server.faults import FAULTS, log_fault
from server.lines import Line, Lines
from server.own import OwnChoices
from server.rooms import Rooms
from server.store.contract import Committed
from server.telling import Parcel, message, piece
from server.watched import Watched, composed, concerned, kept, patched, voted

log = logging.getLogger(__name__)
PACE = 0.1
"""Seconds between two sendings to a room. The first after a rest goes at once, and so does whatever is more
than votes when only votes have just been told; a room that takes long to tell waits.
"""
REST = 3
"""How many times as long as a sending took the next one waits, at least."""
CROWD = 100
"""With so many sockets in a room, those who have voted are told of together."""
GATHER = 0.5
"""Seconds for which a vote there waits for others to be told of with it. Anything else does not wait."""

Emit = Callable[[str, bytes, Sequence[Line]], Awaitable[None]]
"""(event, JSON, sockets): sends the same to all of these"""


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
        watched.yours[sid] = mine
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
        """These teams, or all for None, have something new to be told that is not in the room."""
        watched = self._watched.get(room_id)
        if watched is not None:
            watched.anew.update(teams or ())
            self._stir(watched, teams)

    def _stir(self, watched: Watched, teams: Iterable[str] | None, *, voted: bool = False) -> None:
        if not voted:
            watched.urgent.set()
        if teams is None:
            watched.touched = None
        elif watched.touched is not None:
            watched.touched.update(teams)
        watched.dirty = True
        if watched.pump is None:
            # One turn of the loop later, so that the sender's ack goes out before the room is told.
            watched.pump = asyncio.get_running_loop().create_task(self._run(watched.room.id, watched))

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
        watched = self._watched.get(room.id)
        if watched is None:
            return
        for seal in outcome.seals:
            for team in outcome.teams or ():
                watched.sealing.setdefault(team, set()).add(seal.seat)
        if outcome.teams is None or outcome.teams or outcome.seals:
            self._stir(watched, outcome.teams, voted=bool(outcome.seals))

    async def _run(self, room_id: str, watched: Watched) -> None:
        loop = asyncio.get_running_loop()
        await asyncio.sleep(0)
        try:
            while watched.dirty and watched.stations:
                if len(watched.stations) >= CROWD:
                    await _more_than_votes(watched, GATHER)
                votes, began = not watched.urgent.is_set(), loop.time()
                await self._flush(watched)
                rest = max(PACE, REST * (loop.time() - began))
                await (_more_than_votes(watched, rest) if votes else asyncio.sleep(rest))
        finally:
            watched.pump = None

    async def _flush(self, watched: Watched) -> None:
        room = self._rooms.room(watched.room.id)
        if room is None:
            return
        teams, watched.touched, watched.dirty, watched.room = watched.touched, set(), False, room
        watched.urgent.clear()
        try:
            parcels, parting = self._parcels(watched, teams)
        except FAULTS as error:
            log_fault(log, "a view could not be made", error)
            watched.forget()
            # Tried once more by itself, and then with the next news.
            watched.dirty, watched.failed = not watched.failed, True
            return
        watched.failed = False
        now = self._clock.now()
        for parcel in parcels:
            await self._send(parcel.sids, message(room.version, now, parcel.pieces))
        for sid in parting:
            self._part(sid)

    def _parcels(self, watched: Watched, teams: set[str] | None) -> tuple[list[Parcel], list[str]]:
        """Who is sent what, and which sockets belong to stations that have been removed."""
        room, presence = watched.room, self._presence_of(watched.room)
        shelf = self._rooms.shelf(room.id)
        was, watched.told = watched.told, room
        votes = voted(watched, was, teams)
        if watched.common and teams and teams <= votes.light:
            common = hall_voted(watched.common, room)
        else:
            common = kept(watched.common, hall_slices(room, shelf, presence))
        everybody = watched.common != common
        voters = watched.voters()
        watched.common, watched.sealing, watched.anew = common, {}, set()
        parcels: list[Parcel] = []
        for name in list(watched.audiences) if everybody else concerned(watched, teams):
            team = name.removeprefix("team:")
            heard = teams is None or name in ("host", "hall") or team in teams
            before = watched.shown[name]
            if not heard:
                after = patched(before, common)
                if after is before and not watched.newcomers:
                    continue  # one table's vote has changed a count in the hall; this one hears nothing of it
            elif team in votes.light:
                after = team_voted(patched(before, common), room.teams[team])
            else:
                after = composed(room, name, shelf, presence, before, common, teams, votes.light)
            watched.shown[name] = after
            asked = votes.stations.get(team) if heard else frozenset()
            light = team in votes.light
            parcels += self._deliver(watched, name, before, presence, asked, voters, light=light)
        gone = was is None or room.stations is not was.stations
        parting = [sid for sid, station in watched.stations.items() if gone and station not in room.stations]
        return parcels, parting

    def _deliver(
        self,
        watched: Watched,
        name: str,
        before: View,
        presence: Presence,
        asked: Collection[str] | None,
        voters: Collection[str],
        *,
        light: bool,
    ) -> Iterator[Parcel]:
        """One message for all of an audience, and one each for those with something of their own: only these
        stations can have, when `asked` names them. `voters` are told what is theirs in any case: to hear
        nothing would say that a second choice was the first one again.
        """
        after = watched.shown[name]
        delta = changes(before, after)
        alike = _pieces(delta)
        crowd: list[str] = []
        for sid in watched.audiences[name]:
            base = watched.newcomers.pop(sid, None)
            mine = None
            if asked is None or watched.stations[sid] in asked:
                mine = self._mine(watched, sid, presence, voters, light=light)
            if base is None and mine is None:
                crowd.append(sid)
                continue
            pieces = alike if base is None else _pieces(changes(base, after))
            pieces = pieces if mine is None else (*pieces, piece({"you": mine}))
            if pieces:
                yield Parcel((sid,), pieces)
        if alike and crowd:
            yield Parcel(crowd, alike)

    def _mine(
        self, watched: Watched, sid: str, presence: Presence, voters: Collection[str], *, light: bool
    ) -> YouSlice | None:
        """The socket's `you` when it has changed, or is one of the voters'."""
        room, station = watched.room, watched.stations[sid]
        if station not in room.stations:
            return None
        own, before = self._own.of(room, station), watched.yours[sid]
        team = room.team_of(station) if light else None
        mine = you_voted(before, team, own) if team else you(room, station, own, presence)
        if mine == before and station not in voters:
            return None
        watched.yours[sid] = mine
        return mine

    async def _send(self, sids: Sequence[str], text: bytes) -> None:
        ready = [line for sid in sids if (line := self._lines.listening(sid)) is not None]
        if ready:
            await self._emit("view", text, ready)


def _pieces(slices: View) -> tuple[bytes, ...]:
    return (piece(slices),) if slices else ()


async def _more_than_votes(watched: Watched, longest: float) -> None:
    """Until there is more to tell than votes, or for so many seconds."""
    if not watched.urgent.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(watched.urgent.wait(), longest)
