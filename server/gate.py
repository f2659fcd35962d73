"""How many connections an address may hold, from before anything has been said over them."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from aiohttp import web

from server.origin import Network, counted, trusts

IDLE: Final = 30
"""Seconds that a connection may be open without a whole request, or between two."""


def manners() -> dict[str, Any]:
    """How the library below the requests behaves. It writes nothing down, for it would name the address of
    everybody who sends what is no HTTP (mistakes of our own are logged where requests are answered). What is
    left of a body that nobody wants to read ends the connection.
    """
    log = logging.getLogger("server.http")
    log.setLevel(logging.CRITICAL + 1)
    return {
        "access_log": None,
        "logger": log,
        "keepalive_timeout": IDLE,
        "lingering_time": 0,
        "shutdown_timeout": 5,
    }


class Gate:
    """Cuts an address's connections beyond so many as soon as they open. Proxies that are trusted bring
    everybody, and are not counted here.
    """

    def __init__(self, most: int, trusted: Sequence[Network] = ()) -> None:
        self._most, self._trusted = most, tuple(trusted)
        self._open: Counter[str] = Counter()
        self._held: dict[Any, str] = {}

    def guard(self, server: web.Server | None) -> None:
        """From now on the server's connections are counted."""
        assert server is not None
        opened, closed = server.connection_made, server.connection_lost

        def made(handler: Any, transport: asyncio.Transport) -> None:
            opened(handler, transport)
            if not self._let_in(handler, transport):
                transport.abort()

        def lost(handler: Any, exc: BaseException | None = None) -> None:
            closed(handler, exc)
            self._gone(handler)

        server.connection_made = made  # type: ignore[method-assign]
        server.connection_lost = lost  # type: ignore[method-assign]

    def _let_in(self, handler: Any, transport: asyncio.Transport) -> bool:
        peer = transport.get_extra_info("peername")
        address = str(peer[0]) if isinstance(peer, tuple) else ""
        if trusts(self._trusted, address):
            return True
        address = counted(address)
        self._held[handler] = address
        self._open[address] += 1
        return self._open[address] <= self._most

    def _gone(self, handler: Any) -> None:
        address = self._held.pop(handler, None)
        if address is None:
            return
        self._open[address] -= 1
        if not self._open[address]:
            del self._open[address]
