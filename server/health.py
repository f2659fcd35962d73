"""`/healthz`: the server is alive. `/readyz`: it can take a session. Numbers only, nothing about anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from aiohttp import web

from game.wire import PROTOCOL
from server.errors import StoreError
from server.lines import Lines
from server.rooms import Rooms
from server.store.contract import Store

FRESH: Final = 1_000
"""Ms for which the disk's answer stands: asking often costs no more writing than asking seldom."""


class Health:
    """`decks_ready` tells whether every deck has been looked at, or waits for people who come back."""

    def __init__(
        self,
        store: Store,
        rooms: Rooms,
        lines: Lines,
        decks_ready: Callable[[], bool],
        now: Callable[[], int],
    ) -> None:
        self._store, self._rooms, self._lines = store, rooms, lines
        self._decks_ready, self._now = decks_ready, now
        self._asked, self._disk = -FRESH, ""

    def routes(self) -> list[web.RouteDef]:
        """What the application serves."""
        return [web.get("/healthz", self.alive), web.get("/readyz", self.ready)]

    async def alive(self, request: web.Request) -> web.Response:
        """{"ok", "rooms", "sockets", "protocol", "now"}; `now` is the server's clock in ms."""
        return web.json_response(
            {
                "ok": True,
                "rooms": len(self._rooms.all),
                "sockets": len(self._lines),
                "protocol": PROTOCOL,
                "now": self._now(),
            }
        )

    async def ready(self, request: web.Request) -> web.Response:
        """{"ok", "reasons"}; with a reason 503: "stopping", "decks_unread", or what is wrong with the disk
        ("store_full", …).
        """
        disk = await self._look_at_the_disk()
        reasons = [
            reason
            for reason, holds in (
                ("stopping", self._rooms.stopping),
                (disk, bool(disk)),
                ("decks_unread", not self._decks_ready()),
            )
            if holds
        ]
        return web.json_response({"ok": not reasons, "reasons": reasons}, status=503 if reasons else 200)

    async def _look_at_the_disk(self) -> str:
        """The code of what keeps a sign of life from being written; nothing when it could be."""
        now = self._now()
        if not 0 <= now - self._asked < FRESH:
            self._asked = now
            try:
                await self._store.beat(now)
                self._disk = ""
            except StoreError as error:
                self._disk = error.code
        return self._disk
