"""A TCP proxy that does what bad networks do: it delays, throttles, stands still, cuts and says things twice.

It never puts bytes in another order, as TCP never does. What a broken box between two machines may do is
send a whole message again, so that is done to WebSocket messages from a client.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from random import Random

SMALL = 4096
"""Bytes in the buffers towards a server when a reader is to be slow: the rest waits in the server."""
AT_ONCE = socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
"""A socket that is closed with this is gone without a goodbye."""


@dataclass
class Weather:
    """What happens to whatever passes, from now on. `dice` decide where they are asked."""

    dice: Random = field(default_factory=lambda: Random(1))
    still: bool = False
    """Both sides believe in the connection, and nothing arrives: as when a machine has left the Wi-Fi. What
    was sent meanwhile arrives afterwards, if there is still somebody to take it: TCP sees to that.
    """
    deaf: bool = False
    """The client reads nothing any more."""
    latency: float = 0.0
    """Seconds at most before bytes are passed on."""
    cut: float = 0.0
    """How likely a chunk is to be cut in the middle, and the connection with it."""
    twice: float = 0.0
    """How likely a client's message is to be sent a second time."""
    narrow: bool = False
    """Buffers towards the server are small."""


class Proxy:
    """Stands between clients and the server on `target`. `faults` is what it has done to them, by kind."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self.weather = Weather()
        self.faults: Counter[str] = Counter()
        self.arrivals: list[float] = []
        """When each client came, by the loop's time."""
        self.tape: tuple[bytearray, bytearray] | None = None
        """What clients send and what they are sent, from when a tape is put in."""
        self._lines: set[tuple[asyncio.StreamWriter, asyncio.StreamWriter]] = set()
        self._change = asyncio.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def set(self, **weather: object) -> None:
        """The weather turns."""
        for name, value in weather.items():
            setattr(self.weather, name, value)
        self._change.set()
        self._change = asyncio.Event()

    def cut_all(self) -> None:
        """Every connection ends at once, on both sides."""
        for line in list(self._lines):
            self._cut(line)

    @property
    def connections(self) -> int:
        """How many are open."""
        return len(self._lines)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One client."""
        self.arrivals.append(asyncio.get_running_loop().time())
        try:
            up, down = await self._reach()
        except OSError:
            _reset(writer)
            return
        line = (writer, down)
        self._lines.add(line)
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._pass(reader, down, line, _Messages()))
                both.create_task(self._pass(up, writer, line, None))
        finally:
            self._cut(line)

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        plug = socket.socket()
        plug.setblocking(False)
        if self.weather.narrow:
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
        try:
            await asyncio.get_running_loop().sock_connect(plug, ("127.0.0.1", self.target))
        except OSError:
            plug.close()
            raise
        return await asyncio.open_connection(sock=plug, limit=SMALL if self.weather.narrow else 2**16)

    async def _pass(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        line: tuple[asyncio.StreamWriter, asyncio.StreamWriter],
        messages: _Messages | None,
    ) -> None:
        """One direction, until it ends. `messages` is what finds whole messages of a client."""
        with suppress(ConnectionError):
            while True:
                while self.weather.deaf and messages is None:
                    await self._change.wait()
                chunk = await reader.read(SMALL)
                if self.tape is not None:
                    self.tape[messages is None].extend(chunk)
                await self._moving()
                if not chunk:
                    break
                weather, dice = self.weather, self.weather.dice
                if weather.latency:
                    await asyncio.sleep(dice.uniform(0, weather.latency))
                if dice.random() < weather.cut:
                    self.faults["cut in the middle"] += 1
                    writer.write(chunk[: dice.randrange(len(chunk))])
                    await writer.drain()
                    break
                upgraded = messages is not None and messages.open
                for part in messages.found(chunk) if messages else [chunk]:
                    writer.write(part)
                    if upgraded and dice.random() < weather.twice:
                        self.faults["said twice"] += 1
                        writer.write(part)
                await writer.drain()
        await self._moving()
        self._cut(line)

    async def _moving(self) -> None:
        """Waits while nothing arrives anywhere."""
        if self.weather.still:
            self.faults["held back"] += 1
        while self.weather.still:
            await self._change.wait()

    def _cut(self, line: tuple[asyncio.StreamWriter, asyncio.StreamWriter]) -> None:
        self._lines.discard(line)
        for writer in line:
            _reset(writer)


class _Messages:
    """Finds whole WebSocket messages in what a client sends. What comes before the first, and what is not yet
    whole, is passed on as it comes or kept until it is.
    """

    def __init__(self) -> None:
        self.open = False
        self._rest = b""

    def found(self, chunk: bytes) -> list[bytes]:
        """What can be passed on now: after the handshake, whole frames one by one."""
        self._rest += chunk
        if not self.open:
            head, end, rest = self._rest.partition(b"\r\n\r\n")
            if not end:
                return []
            self._rest = rest
            self.open = True
            return [head + end, *self._frames()] if not rest else [head + end + rest]
        return self._frames()

    def _frames(self) -> list[bytes]:
        frames = []
        while (size := self._size()) and len(self._rest) >= size:
            frames.append(self._rest[:size])
            self._rest = self._rest[size:]
        return frames

    def _size(self) -> int:
        """Of the first frame with its head and mask; 0 while that cannot be told."""
        if len(self._rest) < 2:
            return 0
        size, mask = self._rest[1] & 0x7F, 4 * (self._rest[1] >> 7)
        more = {126: 2, 127: 8}.get(size, 0)
        if len(self._rest) < 2 + more:
            return 0
        if more:
            size = int.from_bytes(self._rest[2 : 2 + more])
        return 2 + more + mask + size


def _reset(writer: asyncio.StreamWriter) -> None:
    plug = writer.get_extra_info("socket")
    with suppress(OSError):
        plug.setsockopt(*AT_ONCE)
    writer.transport.abort()


@asynccontextmanager
async def proxy(target: int) -> AsyncIterator[Proxy]:
    """A proxy before the server on this port, in fair weather."""
    between = Proxy(target)
    tasks: set[asyncio.Task[None]] = set()

    def come(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(between.serve(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    listening = await asyncio.start_server(come, "127.0.0.1", 0)
    between.port = listening.sockets[0].getsockname()[1]
    try:
        yield between
    finally:
        listening.close()
        between.cut_all()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


__all__ = ["Proxy", "Weather", "proxy"]
