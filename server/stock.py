"""The library's socket server, as we set it up."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

import engineio
import socketio
from pydantic_core import from_json, to_json

from server.lines import Line
from server.padding import blanks

HOST_FRAME: Final = 64 * 1024
"""Bytes: the library's one limit. A seat's frame is measured by `SEAT_FRAME` besides."""
PING_INTERVAL: Final = 5
PING_TIMEOUT: Final = 20
"""Seconds: often enough to show after ten who is not heard, and patient with a network that falters."""
FAREWELL: Final = 2
"""Seconds that a socket has to take its last messages."""


class Json:
    """The JSON that comes with pydantic, where the library wants a module: several times as fast."""

    @staticmethod
    def dumps(value: Any, **_: Any) -> str:
        """Without spaces, letters as they are."""
        return to_json(value).decode()

    @staticmethod
    def loads(text: str, **_: Any) -> Any:
        """Raises `ValueError`."""
        return from_json(text)


def _blanks(answer: Any) -> int:
    slices = answer.get("slices") if isinstance(answer, dict) else None
    return blanks(slices) if slices else 0


class TextPacket(socketio.packet.Packet):  # type: ignore[misc]
    """JSON and nothing else: what is sent is not searched for bytes first."""

    uses_binary_events = False
    json = Json

    def encode(self) -> str:
        """With the blanks that the answer to a join needs."""
        text: str = super().encode()
        if self.packet_type != socketio.packet.ACK:
            return text
        return text[:-1] + " " * _blanks(self.data[-1]) + text[-1]


class IndexedManager(socketio.AsyncManager):  # type: ignore[misc]
    """Forgets a socket at the same cost however many there are; the library's own looks into every room.
    Tells many at the cost of one encoding and no task for each.
    """

    def __init__(self) -> None:
        super().__init__()
        self.views = 0
        """Messages to clients that were no answers, and their bytes."""
        self.view_bytes = 0

    async def tell(self, event: str, data: bytes, lines: Sequence[Line]) -> None:
        """The same, as JSON, to each of these sockets; nobody answers it."""
        packet = engineio.packet.Packet(engineio.packet.MESSAGE, f'2["{event}",{data.decode()}]')
        size = len(packet.encode().encode())
        for line in lines:
            self.views, self.view_bytes = self.views + 1, self.view_bytes + size
            with suppress(engineio.exceptions.SocketIsClosedError):  # it has just gone; the others are told
                await self.server.eio.send_packet(line.eio, packet)

    def basic_disconnect(self, sid: str, namespace: str, **kwargs: Any) -> None:
        for room in (None, sid):
            self.basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for pending in (self.pending_connect, self.pending_disconnect):
            if sid in pending.get(namespace, ()):
                pending[namespace].remove(sid)
            if namespace in pending and not pending[namespace]:
                del pending[namespace]


def new_server(manager: socketio.AsyncManager | None = None, *, monitor: bool = True) -> socketio.AsyncServer:
    """WebSockets only, JSON only, one client's messages in their order, same origin for browsers. Whoever
    does not let the library `monitor` who is silent does it.
    """
    quiet = logging.getLogger("server.transport")
    quiet.setLevel(logging.ERROR)  # below that the library logs every message with its contents
    return socketio.AsyncServer(
        async_mode="aiohttp",
        transports=["websocket"],
        async_handlers=False,
        client_manager=manager or IndexedManager(),
        serializer=TextPacket,
        ping_interval=PING_INTERVAL,
        ping_timeout=PING_TIMEOUT,
        monitor_clients=monitor,
        max_http_buffer_size=HOST_FRAME,
        http_compression=False,
        namespaces=["/"],
        logger=quiet,
        engineio_logger=quiet,
    )
