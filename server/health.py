"""`/healthz`: whether the server takes and keeps what it is given. Numbers only, nothing about anybody."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from server.errors import StoreError
from server.lines import Lines
from server.rooms import Rooms
from server.store.contract import Store


class Health:
    """200 when a beat could just be written, 503 with a code otherwise."""

    def __init__(self, store: Store, rooms: Rooms, lines: Lines, now: Callable[[], int]) -> None:
        self._store, self._rooms, self._lines, self._now = store, rooms, lines, now

    def routes(self) -> list[web.RouteDef]:
        """What the application serves."""
        return [web.get("/healthz", self.look)]

    async def look(self, request: web.Request) -> web.Response:
        """{"ok", "code", "rooms", "sockets"}"""
        code = "stopping" if self._rooms.stopping else ""
        try:
            await self._store.beat(self._now())
        except StoreError as error:
            code = error.code
        body = {"ok": not code, "code": code, "rooms": len(self._rooms.all), "sockets": len(self._lines)}
        return web.json_response(body, status=503 if code else 200)
