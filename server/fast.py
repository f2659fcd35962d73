"""The fast socket: one write for every client and turn of the loop, where the library has a task, a queue and
a timer for every message; and commands that are taken without a coroutine each.

    library   WebSocket - task - timer - packets - handlers - coroutine - packets - queue - task - write
    here      WebSocket - lane - future - frame - outbox - write

What travels is the same, and the library stays in charge: it opens, names and closes the sockets, and
whatever is not a command goes its way. What is its own and taken from it: the queue it makes for a socket,
the WebSocket it is handed, and the pings. Where a new version has moved them, its own sockets serve.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

import engineio
import socketio
from aiohttp import WSMsgType, web

from server.lines import Line
from server.stock import FAREWELL, IndexedManager, new_server

log = logging.getLogger(__name__)

_GOODBYE: Final = b"\x88\x02\x03\xe8"
"""A closing frame that says that all is well: 1000."""
_PING: Final = b"\x81\x012"
"""The library's, as it goes over the line."""

Lane = Callable[[str, str, Callable[[bytes], None]], bool]
"""(socket's transport id, message, what sends an answer) -> whether it was taken; otherwise it goes the
library's way.
"""
Missed = Callable[[str, float | None], None]
"""(socket's transport id, seconds for which it has not been heard): told when two pings in a row have not
been answered, and with None when it is heard again.
"""


def framed(text: bytes) -> bytes:
    """One whole WebSocket message from a server (RFC 6455, section 5.2).

    >>> framed(b"hej").hex()
    '810368656a'
    >>> [framed(b"." * size)[:4].hex() for size in (126, 65536)]
    ['817e007e', '817f0000']
    """
    size = len(text)
    if size < 126:
        return bytes((0x81, size)) + text
    if size < 65536:
        return b"\x81\x7e" + size.to_bytes(2) + text
    return b"\x81\x7f" + size.to_bytes(8) + text


class Cork:
    """Writes what has been put into outboxes, once for each, when this turn of the loop is over."""

    def __init__(self) -> None:
        self._full: list[Outbox] = []

    def add(self, outbox: Outbox) -> None:
        """It has something to write."""
        if not self._full:
            asyncio.get_running_loop().call_soon(self._write)
        self._full.append(outbox)

    def _write(self) -> None:
        full, self._full = self._full, []
        for outbox in full:
            try:
                outbox.write()
            except OSError:  # its line is broken; the others' are not
                outbox.cut()


class Outbox:
    """Stands where the library has a queue with a task that empties it."""

    __slots__ = ("_cork", "_frames", "_transport", "_waits")

    def __init__(self, cork: Cork) -> None:
        self._cork = cork
        self._frames: list[bytes] = []
        self._transport: asyncio.Transport | None = None
        self._waits = False

    def attach(self, transport: asyncio.Transport) -> None:
        """From now on there is somebody to write to."""
        self._transport = transport
        self.write()

    def say(self, text: bytes) -> None:
        """Sends one message, after those before it."""
        self.push(framed(text))

    def push(self, frame: bytes) -> None:
        """Sends one whole frame, after those before it."""
        self._frames.append(frame)
        if not self._waits and self._transport is not None:
            self._waits = True
            self._cork.add(self)

    def write(self) -> None:
        """Everything put so far, in one write."""
        self._waits = False
        frames, self._frames = self._frames, []
        if frames and self._transport is not None and not self._transport.is_closing():
            self._transport.write(frames[0] if len(frames) == 1 else b"".join(frames))

    def cut(self) -> None:
        """Ends the connection at once."""
        if self._transport is not None:
            self._transport.abort()

    # --- what the library asks of its queue
    # -------------------------------------------------------------------------

    async def put(self, packet: engineio.packet.Packet | None) -> None:
        """Sends a packet of the library's; its farewell is the last one."""
        if packet is None:
            return
        text = packet.encode()
        self.push(framed(text if isinstance(text, bytes) else text.encode()))
        if packet.packet_type == engineio.packet.CLOSE:
            self.write()
            self._hang_up()

    async def join(self) -> None:
        """Everything put so far has been handed on."""
        self.write()

    def qsize(self) -> int:
        """How many frames have not been handed on."""
        return len(self._frames)

    def _hang_up(self) -> None:
        """Once all is taken; a peer that does not take it is cut off."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(_GOODBYE)
            self._transport.close()
            asyncio.get_running_loop().call_later(FAREWELL, self._transport.abort)


class Pulse:
    """Pings a client, and cuts the line of one that has been silent for longer than anybody is who answers:
    one timer for each, where the library has a task for every ping and walks past all sockets besides. And
    the library measures by the machine's clock: set back, it would find nobody for as long.
    """

    __slots__ = ("_heard", "_interval", "_loop", "_missed", "_outbox", "_patience", "_silent", "_timer")

    def __init__(
        self, outbox: Outbox, interval: float, timeout: float, missed: Callable[[float | None], None]
    ) -> None:
        """`interval` seconds from ping to ping; an answer may take `timeout` more."""
        self._outbox, self._interval, self._patience = outbox, interval, interval + timeout
        self._missed, self._silent = missed, False
        self._loop = asyncio.get_running_loop()
        self._heard = self._loop.time()
        self._timer = self._loop.call_later(interval, self._beat)

    def heard(self) -> None:
        """Something has been."""
        self._heard = self._loop.time()
        if self._silent:
            self._silent = False
            self._missed(None)

    def over(self) -> None:
        """Nobody is listened for any more."""
        self._timer.cancel()

    def _beat(self) -> None:
        silence = self._loop.time() - self._heard
        left = self._patience - silence
        if left <= 0:
            self._outbox.cut()
            return
        if silence > 1.5 * self._interval and not self._silent:
            self._silent = True
            self._missed(silence)
        self._outbox.push(_PING)
        self._timer = self._loop.call_later(min(left, self._interval), self._beat)


class Driver:
    """The WebSocket the library is handed: reads until the end, with no task or timer for a message."""

    def __init__(self, lane: Lane, missed: Missed, handler: Any, server: engineio.AsyncServer) -> None:
        self._lane, self._missed, self._socket, self._server = lane, missed, handler.__self__, server

    async def __call__(self, environ: dict[str, Any]) -> web.WebSocketResponse:
        """Serves one client until it is gone."""
        request: web.Request = environ["aiohttp.request"]
        response = web.WebSocketResponse(max_msg_size=self._server.max_http_buffer_size, compress=False)
        socket = self._socket
        missed = partial(self._missed, socket.sid)
        pulse = Pulse(socket.queue, self._server.ping_interval, self._server.ping_timeout, missed)
        try:
            await response.prepare(request)
            socket.connected = socket.upgraded = True
            if request.transport is not None:
                socket.queue.attach(request.transport)
            await self._read(response, pulse)
        finally:
            pulse.over()
            await socket.close(wait=False, abort=True, reason=self._server.reason.TRANSPORT_CLOSE)
            self._server.sockets.pop(socket.sid, None)
        return response

    async def _read(self, response: web.WebSocketResponse, pulse: Pulse) -> None:
        sid, lane, say = self._socket.sid, self._lane, self._socket.queue.say
        while True:
            message = await response.receive()
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                return
            pulse.heard()
            if message.type is WSMsgType.TEXT and lane(sid, message.data, say):
                continue
            try:
                await self._socket.receive(engineio.packet.Packet(encoded_packet=message.data))
            except (engineio.exceptions.EngineIOError, ValueError, TypeError, LookupError):
                return  # no packet at all, or one that ends it


class FastManager(IndexedManager):
    """Tells many at the cost of one frame, with nothing to wait for."""

    async def tell(self, event: str, data: bytes, lines: Sequence[Line]) -> None:
        frame = framed(b'42["%b",%b]' % (event.encode(), data))
        outboxes: list[Any] = [line.queue for line in lines]  # made by `fast_server` below
        for outbox in outboxes:
            outbox.push(frame)
        self.views += len(lines)
        self.view_bytes += len(lines) * len(frame)


def fast_server(lane: Lane, missed: Missed) -> socketio.AsyncServer:
    """The library's server with fast sockets; with its own ones when it is not built as this module knows
    it.
    """
    sio = new_server(FastManager(), monitor=False)
    own: dict[str, Any] = getattr(sio.eio, "_async", {})
    opening = sio.eio.handlers.get("connect")
    known = "websocket" in own and opening is not None and callable(sio.eio.create_queue)
    if not known or not hasattr(engineio.async_socket.AsyncSocket(sio.eio, ""), "last_ping"):
        log.warning("this version of the socket library is not known here: its own sockets serve")
        return new_server()
    cork = Cork()

    async def opened(eio: str, environ: dict[str, Any]) -> Any:
        sio.eio.sockets[eio].last_ping = None  # no first ping, so no later one either, and none is missed
        return await opening(eio, environ)

    sio.eio.on("connect", opened)
    sio.eio.create_queue = lambda: Outbox(cork)
    sio.eio._async = {**own, "websocket": lambda handler, server: Driver(lane, missed, handler, server)}
    return sio
