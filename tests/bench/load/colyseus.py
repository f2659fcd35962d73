"""Colyseus, seen from its clients: the bare server's few messages in MessagePack, a room for each table."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Mapping, Sequence
from time import perf_counter
from typing import Any

import aiohttp

from tests.bench.load.bare import Bare
from tests.bench.load.pipe import Pipe
from tests.bench.load.site import Client

JOIN, DATA = 10, 13
"""What the first byte of a message says."""


class Line(Pipe):
    """Answers are messages like others here, and bear the number of what they answer."""

    def emit(self, event: str, data: Any) -> int:
        self._next += 1
        self._write(bytes((DATA,)) + packed(event) + packed({**data, "id": self._next}), 2)
        return self._next

    def _framed(self, kind: int, body: bytes, size: int) -> None:
        if kind == 9:
            self._write(body, 10)
        elif kind != 2:
            return
        elif body[0] == JOIN:
            self._write(bytes((JOIN,)), 2)
            self._connected.set_result(None)
        elif body[0] == DATA and body[1:5] == b"\xa3ack":
            answer, _ = unpacked(body, 5)
            self.answered[answer["id"]] = perf_counter(), b'"ok":true' if answer["ok"] else body
            if self.on_ack is not None:
                self.on_ack()
        elif body[0] == DATA:
            self.take(size, body)


class Colyseus(Bare):
    """The first at a table makes its room; the others come into it."""

    _rooms: dict[int, asyncio.Future[str]]

    async def come_in(self, table: int, seats: Sequence[tuple[int, int]]) -> Client:
        self._rooms = getattr(self, "_rooms", {})
        if table in self._rooms:
            ask = f"joinById/{await self._rooms[table]}"
            return Client(await self._enter(ask, {}), table, list(seats))
        self._rooms[table] = asyncio.get_running_loop().create_future()
        pipe = await self._enter("create/table", {"of": self.plan.voting}, self._rooms[table])
        return Client(pipe, table, list(seats))

    async def prepare(self) -> None:
        if self._host is None:
            self._host = await self._enter("create/host", {})
        self._cast = {}

    async def _enter(
        self, ask: str, options: Mapping[str, int], made: asyncio.Future[str] | None = None
    ) -> Pipe:
        url = f"http://127.0.0.1:{self.machine.port}/matchmake/{ask}"
        async with aiohttp.ClientSession() as session, session.post(url, json=options) as reply:
            told = await reply.json()
        room = told["room"]
        pipe = await Line.open(
            self.machine.port, path=f"/{room['processId']}/{room['roomId']}?sessionId={told['sessionId']}"
        )
        if made is not None:
            made.set_result(room["roomId"])
        return pipe

    def progress_text(self) -> bytes:
        return packed("done") + packed(self.plan.voting)

    def reveal_text(self) -> bytes:
        return packed("reveal")

    def told(self, frame: bytes) -> list[Any]:
        event, at = unpacked(frame, 1)
        return [event, unpacked(frame, at)[0]]


def packed(value: Any) -> bytes:
    """As much of MessagePack as these messages are made of.

    >>> packed({"done": 5, "of": 1000})
    b'\\x82\\xa4done\\x05\\xa2of\\xcd\\x03\\xe8'
    """
    if isinstance(value, Mapping):
        return bytes((0x80 | len(value),)) + b"".join(packed(key) + packed(value[key]) for key in value)
    if isinstance(value, str):
        return bytes((0xA0 | len(value),)) + value.encode("ascii")
    return bytes((value,)) if value < 128 else struct.pack("!BH", 0xCD, value)


def unpacked(body: bytes, at: int) -> tuple[Any, int]:
    """What stands there, and where it ends.

    >>> unpacked(packed({"votes": {"a": 3}}), 0)
    ({'votes': {'a': 3}}, 11)
    """
    kind, at = body[at], at + 1
    if kind < 0x80:
        return kind, at
    if kind & 0xE0 == 0xA0:
        end = at + (kind & 31)
        return body[at:end].decode("ascii"), end
    if kind in (0xC2, 0xC3):
        return kind == 0xC3, at
    if kind in (0xCC, 0xCD, 0xCE):
        end = at + (1 << (kind - 0xCC))
        return int.from_bytes(body[at:end]), end
    length, found = kind & 15, {}
    if kind == 0xDE:
        length, at = int.from_bytes(body[at : at + 2]), at + 2
    for _ in range(length):
        key, at = unpacked(body, at)
        found[key], at = unpacked(body, at)
    return found, at
