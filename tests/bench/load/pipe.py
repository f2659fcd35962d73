"""One client as lean as it can be: it must never be what is measured.

Frames are kept as they come, with the time, and read when nobody waits. While a burst runs each is only
looked at for an ack and for the text that is waited for.
"""

from __future__ import annotations

import asyncio
import json
import struct
from collections.abc import Callable
from time import perf_counter
from typing import Any

_HANDSHAKE = (
    "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
_MASK = b"\0\0\0\0"
"""A key of nothing leaves the text as it is."""


class Gone(Exception):
    """The server has hung up."""


class Refused(Exception):
    """The server has said no. Its answer is the argument."""


class Pipe(asyncio.Protocol):
    """A connected client. `frames` holds (time, bytes on the wire, text) of every message that is no ack."""

    def __init__(self) -> None:
        self.frames: list[tuple[float, int, bytes]] = []
        self.answered: dict[int, tuple[float, bytes]] = {}
        self.taken = 0
        self.on_ack: Callable[[], None] | None = None
        self.on_found: Callable[[], None] | None = None
        self.lost = asyncio.get_running_loop().create_future()
        self._wanted: bytes | None = None
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._upgraded = False
        self._auth = b""
        self._next = 0
        self._calls: dict[int, asyncio.Future[Any]] = {}
        self._connected: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @classmethod
    async def open(
        cls,
        port: int,
        auth: dict[str, Any] | None = None,
        path: str = "/socket.io/?EIO=4&transport=websocket",
    ) -> Pipe:
        """Connected and greeted. Raises `Gone` or `OSError`."""
        _, pipe = await asyncio.get_running_loop().create_connection(cls, "127.0.0.1", port)
        pipe._auth = json.dumps(auth).encode() if auth else b""
        assert pipe._transport is not None
        pipe._transport.write(_HANDSHAKE.format(path=path).encode())
        await pipe._connected
        return pipe

    # --- sending
    # ----------------------------------------------------------------------------------------------------

    def emit(self, event: str, data: Any) -> int:
        """Asks; gives the number under which `answered` will hold when and what the answer was."""
        self._next += 1
        body = json.dumps([event, data], separators=(",", ":"))
        self._write(f"42{self._next}{body}".encode())
        return self._next

    async def call(self, event: str, data: Any) -> Any:
        """The answer. Raises `Gone`."""
        future = asyncio.get_running_loop().create_future()
        self._calls[self.emit(event, data)] = future
        return await future

    def await_text(self, text: bytes | None) -> None:
        """`on_found` is called once for the first message from now on that holds this."""
        self._wanted = text

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def _write(self, body: bytes, kind: int = 1) -> None:
        """One frame; of text, unless another kind is said."""
        assert self._transport is not None
        size, first = len(body), 0x80 | kind
        head = bytes((first, 0x80 | size)) if size < 126 else struct.pack("!BBH", first, 0xFE, size)
        self._transport.write(head + _MASK + body)

    # --- receiving
    # --------------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        for future in (self._connected, *self._calls.values()):
            if not future.done():
                future.set_exception(Gone())
        if not self.lost.done():
            self.lost.set_result(None)

    def data_received(self, data: bytes) -> None:
        self.taken += len(data)
        buffer = self._buffer
        buffer += data
        if not self._upgraded:
            end = buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            del buffer[: end + 4]
            self._upgraded = True
        start, have = 0, len(buffer)
        while have - start >= 2:
            size, head = buffer[start + 1] & 127, 2
            if size > 125:
                head = 4 if size == 126 else 10
                if have - start < head:
                    break
                size = int.from_bytes(buffer[start + 2 : start + head])
            if have - start < head + size:
                break
            self._framed(buffer[start] & 15, bytes(buffer[start + head : start + head + size]), head + size)
            start += head + size
        del buffer[:start]

    def take(self, size: int, text: bytes) -> None:
        """A message that is no answer."""
        self.frames.append((perf_counter(), size, text))
        if self._wanted is not None and self._wanted in text:
            self._wanted = None
            if self.on_found is not None:
                self.on_found()

    def _framed(self, frame: int, text: bytes, size: int) -> None:
        kind = text[:2]
        if frame != 1:
            return
        if kind == b"42":
            self.take(size, text)
        elif kind == b"43":
            number = int(text[2 : text.index(b"[")])
            future = self._calls.pop(number, None)
            if future is not None:
                if not future.done():
                    future.set_result(json.loads(text[text.index(b"[") :])[0])
                return
            self.answered[number] = perf_counter(), text
            if self.on_ack is not None:
                self.on_ack()
        elif text[:1] == b"0":
            self._write(b"40" + self._auth)
        elif text == b"2":
            self._write(b"3")
        elif kind == b"40":
            self._connected.set_result(None)
        elif kind == b"44":
            self._connected.set_exception(Refused(text.decode()))


def said(text: bytes) -> Any:
    """What a frame or an answer carries: [event, data], or [answer].

    >>> said(b'42["view",{"version":3}]')
    ['view', {'version': 3}]
    """
    return json.loads(text[text.index(b"[") :])
