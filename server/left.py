"""`/api/rooms/{code}/left`: how many sealed choices the server still holds of a room.

Whoever holds the host key may ask: a rehearsal does when it is over, to see that a closed room keeps none.
"""

from __future__ import annotations

from aiohttp import web

from server.auth import host_key_hash, normal_code, same
from server.clock import Clock
from server.config import Limits
from server.errors import StoreError
from server.limits import Buckets
from server.origin import Origins
from server.rooms import nack
from server.store.contract import Store

HOST_KEY = "X-Host-Key"
"""The key never stands in an address, which ends up in logs."""


class Left:
    """{"ok": true, "ballots": n}, or a refusal with its code."""

    def __init__(self, store: Store, clock: Clock, limits: Limits, origins: Origins) -> None:
        self._store, self._clock, self._origins = store, clock, origins
        self._keys = Buckets(limits.keys, limits.keys_burst)

    def routes(self) -> list[web.RouteDef]:
        """What the application serves."""
        return [web.get("/api/rooms/{code}/left", self.count)]

    async def count(self, request: web.Request) -> web.Response:
        """A number, whatever the room's state. An unknown room is refused as a wrong key is."""
        key = host_key_hash(request.headers.get(HOST_KEY, ""))
        try:
            row = await self._store.room_by_code(normal_code(request.match_info["code"]))
            if row is None or not same(key, row.host_key):
                if not self._keys.take(self._origins.of(request), self._clock.now()):
                    return _said("too_many_tries", 429)
                return _said("wrong_host_key", 403)
            return web.json_response({"ok": True, "ballots": await self._store.ballots_left(row.id)})
        except StoreError:
            return _said("storage", 503)


def _said(code: str, status: int) -> web.Response:
    return web.json_response(nack(code).model_dump(), status=status)
