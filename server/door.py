"""The door: who may come in with what, and coming back. Joining and returning end in the same whole view."""

from __future__ import annotations

from typing import Any

from game.rules import Actor, Room, Who
from game.rules.command import Enter
from game.wire import Join, Joined, Nack, Return
from server.auth import hashed, new_token, normal_code
from server.clock import Clock
from server.config import Limits
from server.errors import StoreError
from server.guesses import Guesses
from server.hub import Hub
from server.keys import Keys
from server.lines import Line
from server.own import OwnChoices, open_place
from server.presence import Attendance
from server.rooms import Rooms, nack
from server.store.contract import Store


class Door:
    """Answers joins. A wrong code costs the address one of its tries, a right one costs nothing; without any
    left every code waits, since a right one that was let in would tell a guesser what it is.

    Keys and tokens are too long to be guessed, so a right one is never turned away for others' wrong ones.
    """

    def __init__(
        self,
        store: Store,
        rooms: Rooms,
        hub: Hub,
        presence: Attendance,
        own: OwnChoices,
        keys: Keys,
        clock: Clock,
        limits: Limits,
    ) -> None:
        self._store, self._rooms, self._hub, self._presence, self._own = store, rooms, hub, presence, own
        self._keys, self._clock = keys, clock
        self._guesses = Guesses(limits, clock.now())

    async def join(self, line: Line, data: Any) -> dict[str, Any] | Nack:
        """`Joined` as it goes over the wire, or why not. Raises `ValidationError` for what is neither join
        nor return.
        """
        returning = isinstance(data, dict) and "token" in data
        message = Return.model_validate(data) if returning else Join.model_validate(data)
        try:
            if isinstance(message, Return):
                return await self._come_back(line, message.token)
            return await self._come_in(line, message)
        except StoreError:
            return nack("storage")

    def refusal(self, line: Line) -> Nack | None:
        """Why this station is no longer heard, if it is not."""
        room = self._rooms.room(line.room or "")
        station = line.actor.station if line.actor else None
        return nack("unknown_token") if room is None or station is None else _missing(room, station)

    def leave(self, line: Line, *, to: str = "") -> None:
        """The socket is gone, or goes over to the station `to`; the one it was may come back."""
        if line.room is None or line.actor is None or line.actor.station is None or line.sid is None:
            return
        room_id, station = line.room, line.actor.station
        self._hub.leave(line.sid, room_id)
        line.room = None
        room = self._rooms.room(room_id)
        if room is None:
            self._own.forget(room_id, station)
            return
        self._presence.left(room, station, line.actor.who, silent=line.silent)
        line.silent = False
        if station != to and not self._presence.connected(room_id, station):
            self._own.forget(room_id, station)
        if room.closed and not self._presence.anybody(room_id):
            self._presence.forget(room)
            self._rooms.forget(room_id)

    def miss(self, line: Line, seconds: float | None) -> None:
        """The socket has not been heard for so long, and may only look alive; None when it is heard again.
        It stays where it is, and is told what the others are.
        """
        room = self._rooms.room(line.room or "")
        station = line.actor.station if line.actor else None
        if room is None or station is None or station not in room.stations:
            return
        if seconds is not None:
            line.silent = True
            self._presence.missed(room, station, round(seconds * 1000))
        elif line.silent:
            line.silent = False
            self._presence.heard(room, station)

    async def _come_in(self, line: Line, join: Join) -> dict[str, Any] | Nack:
        if not self._guesses.left(line.address, self._clock.now()):
            return nack("too_many_tries")
        row = await self._store.room_by_code(normal_code(join.code))
        if row is None or row.closed:
            self._guesses.wrong(line.address, self._clock.now())
            return nack("unknown_code")
        if self._rooms.room(row.id) is None:
            return nack("storage")  # what is kept of it cannot be read
        opens = self._keys.opens(line, row, join.host_key) if join.kind == "host" else "host"
        if isinstance(opens, Nack):
            return opens
        token = new_token()
        command = Enter(kind=join.kind, seats=join.seats, team=join.team, lead=opens == "host")
        outcome = await self._rooms.enter(row.id, command, join.id, hashed(token))
        if isinstance(outcome, Nack):
            return outcome
        station = outcome.room.stations.get(outcome.station or "")
        if station is not None and station.who != join.kind:  # another join's id, which is no key
            return self._keys.wrong(line) if station.who is Who.HOST else nack("malformed")
        self._guesses.right(line.address)
        return await self._arrive(line, row.id, outcome.station or "", token)

    async def _come_back(self, line: Line, token: str) -> dict[str, Any] | Nack:
        holder = await self._store.holder(hashed(token))
        if holder is None:
            return nack("unknown_token")
        if holder.ended:
            return nack("room_closed")
        if self._rooms.room(holder.room) is None:
            return nack("storage")
        return await self._arrive(line, holder.room, holder.station, token)

    async def _arrive(self, line: Line, room_id: str, station: str, token: str) -> dict[str, Any] | Nack:
        await self._remember(room_id, station)
        room = self._rooms.room(
            room_id
        )  # read after the last wait, so that nothing falls between this and the view
        if room is None or line.sid is None:
            return nack("unknown_token")
        if refusal := _missing(room, station):
            return refusal
        self.leave(line, to=station)
        known = room.stations[station]
        line.room, line.actor = room_id, Actor(known.who, station, known.team)
        self._presence.arrived(room, station)
        slices = self._hub.arrive(line, room, station)
        return Joined(
            station=station,
            token=token,
            room=room_id,
            version=room.version,
            now=self._clock.now(),
            slices=slices,
        ).model_dump()

    async def _remember(self, room_id: str, station: str) -> None:
        """What the station's seats have sealed and may still change."""
        room = self._rooms.room(room_id)
        team = room.team_of(station) if room else None
        place = open_place(team) if team else None
        if room is None or team is None or place is None or self._presence.connected(room_id, station):
            return
        seats = [seat.id for seat in team.seats.values() if seat.station == station]
        found = await self._store.own_ballots(room_id, place[0], place[1], seats)
        self._own.read_again(room, station, place, {seat: ballot.body for seat, ballot in found.items()})


def _missing(room: Room, station: str) -> Nack | None:
    if station in room.stations:
        return None
    if station in room.removed:
        return nack("barred" if room.removed[station] else "removed")
    return nack("unknown_token")
