"""`/api/rooms/{code}/left`: how many sealed choices the server still holds of a room.

Whoever holds the host key may ask: a rehearsal does when it is over, to see that a closed room keeps none.
"""

from __future__ import annotations

from aiohttp import web

from game.wire import Nack
from server.errors import StoreError
from server.keys import Keys
from server.origin import Origins
from server.refused import refused
from server.rooms import nack
from server.store.contract import RoomRow, Store

HOST_KEY = "X-Host-Key"
"""The key never stands in an address, which ends up in logs."""


async def asked_for(keys: Keys, origins: Origins, request: web.Request) -> RoomRow | Nack:
    """The room in the address, for whoever shows its host key. Raises `StoreError`."""
    typed = request.headers.get(HOST_KEY, "")
    return await keys.room(request.match_info["code"], typed, origins.of(request))


class Left:
    """{"ok": true, "ballots": n}, or a refusal with its code."""

    def __init__(self, store: Store, keys: Keys, origins: Origins) -> None:
        self._store, self._keys, self._origins = store, keys, origins

    def routes(self) -> list[web.RouteDef]:
        """What the application serves."""
        return [web.get("/api/rooms/{code}/left", self.count)]

    async def count(self, request: web.Request) -> web.Response:
        """A number, whatever the room's state."""
        try:
            row = await asked_for(self._keys, self._origins, request)
            if isinstance(row, Nack):
                return refused(row)
            return web.json_response({"ok": True, "ballots": await self._store.ballots_left(row.id)})
        except StoreError:
            return refused(nack("storage"))
