"""The open sockets: who each one is, how fast it has been asking, and whether it keeps up with what it is
told.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from game.rules import Actor
from server.clock import Alarm
from server.config import Limits
from server.limits import Bucket


class Waiting(Protocol):
    """The queue of messages that a socket has not taken yet."""

    def qsize(self) -> int:
        """How many."""


@dataclass(slots=True)
class Line:
    """One socket. `room`, `actor` and `audience` are set when it has joined."""

    eio: str
    address: str
    transport: asyncio.Transport | None
    bucket: Bucket
    alarm: Alarm | None = None
    queue: Waiting | None = None
    sid: str | None = None
    room: str | None = None
    actor: Actor | None = None
    audience: str = ""
    taken: int = 0
    """Commands that were taken without waiting for them and are not answered yet."""
    untaken: asyncio.Event | None = None
    """Set when there are none any more, for whoever waits for that."""
    oversize: bool = False
    """The frame being handled is larger than a seat's station may send."""
    silent: bool = False
    """It has joined, and has not been heard for some time."""

    def answered(self) -> None:
        """One of them is."""
        self.taken -= 1
        if not self.taken and self.untaken is not None:
            self.untaken.set()

    async def caught_up(self) -> None:
        """Until all of them are."""
        if self.taken:
            if self.untaken is None or self.untaken.is_set():
                self.untaken = asyncio.Event()
            await self.untaken.wait()

    def cut(self) -> None:
        """Ends the connection at once, without a word to a peer that does not listen."""
        if self.transport is not None:
            self.transport.abort()


class Lines:
    """Every open socket, by both of its ids."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._by_eio: dict[str, Line] = {}
        self._by_sid: dict[str, Line] = {}
        self._by_address: Counter[str] = Counter()
        self.cut_off = 0
        """How many did not keep up."""

    def __len__(self) -> int:
        return len(self._by_eio)

    @property
    def all(self) -> Collection[Line]:
        """Every open line."""
        return self._by_eio.values()

    def add(self, line: Line) -> None:
        """A socket has opened."""
        self._by_eio[line.eio] = line
        self._by_address[line.address] += 1

    def name(self, line: Line, sid: str) -> None:
        """It has introduced itself."""
        line.sid = sid
        self._by_sid[sid] = line

    def by_eio(self, eio: str) -> Line | None:
        """The line with this transport id."""
        return self._by_eio.get(eio)

    def by_sid(self, sid: str) -> Line | None:
        """The line with this socket id."""
        return self._by_sid.get(sid)

    def of_address(self, address: str) -> int:
        """How many sockets this address holds."""
        return self._by_address[address]

    def audience(self, sid: str) -> str:
        """The audience that the socket joined."""
        return self._by_sid[sid].audience

    def remove(self, eio: str) -> Line | None:
        """The socket has closed."""
        line = self._by_eio.pop(eio, None)
        if line is None:
            return None
        self._by_address[line.address] -= 1
        if not self._by_address[line.address]:
            del self._by_address[line.address]
        if line.sid is not None:
            self._by_sid.pop(line.sid, None)
        return line

    def joined(self) -> int:
        """How many have joined a room."""
        return sum(line.room is not None for line in self._by_eio.values())

    def listening(self, sid: str) -> Line | None:
        """The socket's line; None when it is gone, or had so much waiting that it was cut off: it will come
        back to a whole view.
        """
        line = self._by_sid.get(sid)
        return None if line is None or self.cut_if_behind(line) else line

    def cut_if_behind(self, line: Line) -> bool:
        """Whether it had so much waiting that it was cut off."""
        behind = line.queue is not None and line.queue.qsize() > self._limits.backlog
        if not behind and line.transport is not None and not line.transport.is_closing():
            behind = line.transport.get_write_buffer_size() > self._limits.backlog_bytes
        if behind:
            self.cut_off += line.transport is None or not line.transport.is_closing()
            line.cut()
        return behind
