"""The bare servers, seen from their clients."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any

from tests.bench.load.machine import Machine
from tests.bench.load.pipe import Pipe, said
from tests.bench.load.site import Client, Plan, Site, Wrong


class Bare(Site):
    """Python or node: the same few messages."""

    def __init__(self, name: str, machine: Machine, plan: Plan) -> None:
        super().__init__(name, machine, plan)
        self._host: Pipe | None = None
        self._cast: dict[int, Counter[str]] = {}

    async def come_in(self, table: int, seats: Sequence[tuple[int, int]]) -> Client:
        pipe = await Pipe.open(self.machine.port)
        await pipe.call("join", {"table": table, "of": self.plan.voting})
        return Client(pipe, table, list(seats))

    async def come_back(self, client: Client) -> None:
        client.pipe = (await self.come_in(client.table, client.seats)).pipe

    async def kept(self) -> None:
        """Nothing is."""

    async def prepare(self) -> None:
        if self._host is None:
            self._host = await Pipe.open(self.machine.port)
        self._cast = {}

    def vote(self, client: Client, seat: tuple[int, int], dice: Random) -> int:
        choice = dice.choice("abc")
        self._cast.setdefault(seat[0], Counter())[choice] += 1
        return client.pipe.emit("vote", {"table": seat[0], "seat": seat[1], "choice": choice})

    def press(self) -> int:
        assert self._host is not None
        return self._host.emit("reveal", {})

    def progress_text(self) -> bytes:
        return b'"done":%d,' % self.plan.voting

    def reveal_text(self) -> bytes:
        return b'"reveal"'

    def told(self, frame: bytes) -> list[Any]:
        """What a message carries: event and data."""
        heard: list[Any] = said(frame)
        return heard

    async def check(self, marks: Sequence[int]) -> None:
        for client, mark in zip(self.clients, marks, strict=True):
            told = [self.told(text) for _, _, text in client.pipe.frames[mark:]]
            done = [data["done"] for event, data in told if event == "progress"]
            votes = [Counter(data["votes"]) for event, data in told if event == "reveal"]
            if sorted(done) != list(range(1, self.plan.voting + 1)) or votes != [self._cast[client.table]]:
                raise Wrong(f"{self.name}: table {client.table} was told {done} and {votes}")
