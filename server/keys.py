"""The keys of a room: what each makes of a host, and new ones in place of those that are known too well.

A room has a host key, with which one leads, and from when somebody asks for it a helper's key, with which one
helps to. Each opens only until a new one is made in its place; whoever has come in stays. When the lead is
handed over the host key ends in the same transaction, and whoever leads makes a new one when it is wanted.
"""

from __future__ import annotations

from typing import Any, Literal

from game.wire import KeyMade, KeyRequest, Nack
from server.auth import host_key_hash, new_host_key, normal_code, same
from server.clock import Clock
from server.config import Limits
from server.limits import Buckets
from server.lines import Line
from server.rooms import Rooms, nack
from server.store.contract import RoomRow, Store


class Keys:
    """Checks keys, slowly for an address that keeps guessing, and makes new ones."""

    def __init__(self, store: Store, rooms: Rooms, clock: Clock, limits: Limits) -> None:
        self._store, self._rooms, self._clock = store, rooms, clock
        self._tries = Buckets(limits.keys, limits.keys_burst)

    async def room(self, code: str, typed: str, address: str) -> RoomRow | Nack:
        """The room that this is the host key of. An unknown one is refused as a wrong key is. Raises
        `StoreError`.
        """
        row = await self._store.room_by_code(normal_code(code))
        if row is None or not same(host_key_hash(typed), row.host_key):
            return self._wrong(address)
        return row

    def opens(self, line: Line, row: RoomRow, typed: str | None) -> Literal["host", "helper"] | Nack:
        """What the key makes of whoever typed it."""
        found = host_key_hash(typed or "")
        leads, helps = same(found, row.host_key), same(found, row.helper_key or "")
        if typed is None or not (leads or helps):
            return self.wrong(line)
        return "host" if leads else "helper"

    def wrong(self, line: Line) -> Nack:
        """One try less for this address."""
        return self._wrong(line.address)

    async def renew(self, line: Line, data: Any) -> KeyMade | Nack:
        """A new key in place of the last of its kind, for a host who leads. Raises `ValidationError` and
        `StoreError`.
        """
        request = KeyRequest.model_validate(data)
        room = self._rooms.room(line.room or "")
        station = room.stations.get(line.actor.station or "") if room and line.actor else None
        if room is None or station is None:
            return nack("not_joined")
        if room.closed:
            return nack("room_closed")
        if not station.lead:
            return nack("lead_only")
        key = new_host_key()
        await self._store.set_key(room.id, request.kind, host_key_hash(key))
        return KeyMade(key=key)

    def _wrong(self, address: str) -> Nack:
        told = self._tries.take(address, self._clock.now())
        return nack("wrong_host_key" if told else "too_many_tries")
