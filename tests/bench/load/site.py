"""What is compared: a server with everybody seated at it, through which bursts are sent."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random
from time import perf_counter
from typing import Any, Literal

from tests.bench.load.machine import Machine
from tests.bench.load.pipe import Pipe

PATIENCE = 60.0
"""Seconds until a burst that is not over has failed."""
SETTLE = 0.4
"""Seconds after the last reveal in which a server may finish what it has put off; that counts too."""
TOGETHER = 50
"""Clients that come in at a time."""


class Wrong(Exception):
    """A vote was lost, or somebody got what was not theirs."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Who sits where. `shared` tables have one machine for all their seats. `voters` is how many of each
    table vote; all of them without it. `press` is what the host waits for before opening the reveal: that all
    have seen the last progress, or only that every vote is answered.
    """

    tables: int
    seats: int
    shared: bool = False
    voters: int | None = None
    press: Literal["seen", "answered"] = "seen"

    @property
    def voting(self) -> int:
        return self.seats if self.voters is None else self.voters

    @property
    def votes(self) -> int:
        return self.tables * self.voting

    @property
    def clients(self) -> int:
        return self.tables * (1 if self.shared else self.seats)


@dataclass(frozen=True, slots=True)
class Burst:
    """One round of votes and its reveal. Times in ms, processor time in µs a vote, bytes of all clients."""

    cpu: float
    acks: tuple[float, ...]
    progress: float
    """From the last vote until every client had the last progress; 0 when the reveal may overtake it."""
    reveal: float
    """From the last vote, or from the host's press when that waited for the progress, until all had it."""
    taken: float
    frames: float

    @property
    def p50(self) -> float:
        return rank(self.acks, 50)

    @property
    def p99(self) -> float:
        return rank(self.acks, 99)


def rank(values: Iterable[float], percent: int) -> float:
    """The nearest-rank percentile.

    >>> rank([3.0, 1.0, 2.0, 4.0], 50)
    2.0
    """
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * percent // 100) - 1)]


@dataclass
class Client:
    """One socket, and the seats it votes for: (table, seat), counted from 0."""

    pipe: Pipe
    table: int
    seats: list[tuple[int, int]]
    state: dict[str, Any] = field(default_factory=dict)


class Site(ABC):
    """A server with everybody at it."""

    def __init__(self, name: str, machine: Machine, plan: Plan) -> None:
        self.name, self.machine, self.plan = name, machine, plan
        self.clients: list[Client] = []
        self.memory = 0.0
        """KB a client, as they sit."""
        self.joining = 0.0
        """µs of processor time for one to come in."""

    @abstractmethod
    async def come_in(self, table: int, seats: Sequence[tuple[int, int]]) -> Client:
        """One client takes its seats."""

    @abstractmethod
    async def prepare(self) -> None:
        """An open vote at every table, with nobody's vote in it."""

    @abstractmethod
    def vote(self, client: Client, seat: tuple[int, int], dice: Random) -> int:
        """Sends one vote; gives the number of its answer."""

    @abstractmethod
    def press(self) -> int:
        """The host opens the reveal; gives the number of the answer on `host`."""

    @abstractmethod
    def progress_text(self) -> bytes:
        """What the last progress at a table holds."""

    @abstractmethod
    def reveal_text(self) -> bytes:
        """What a reveal holds."""

    @abstractmethod
    async def check(self, marks: Sequence[int]) -> None:
        """Raises `Wrong` when the burst that just ended was not right; `marks` are how many frames each
        client had had before it.
        """

    @abstractmethod
    async def come_back(self, client: Client) -> None:
        """A client whose server was restarted. Raises `Wrong` when it is not as it was."""

    @abstractmethod
    async def kept(self) -> None:
        """Raises `Wrong` when a vote that was answered is not kept."""

    async def seat_everybody(self) -> None:
        """All clients in, some at a time."""
        before, used = self.machine.memory(), self.machine.cpu()
        plan = self.plan
        asked = [(table, [(table, seat) for seat in range(plan.seats)]) for table in range(plan.tables)]
        if not plan.shared:
            asked = [(table, [seat]) for table, seats in asked for seat in seats]
        gate = asyncio.Semaphore(TOGETHER)

        async def one(table: int, seats: Sequence[tuple[int, int]]) -> Client:
            async with gate:
                return await self.come_in(table, seats)

        self.clients = list(await asyncio.gather(*(one(table, seats) for table, seats in asked)))
        await asyncio.sleep(SETTLE)
        self.memory = (self.machine.memory() - before) / len(self.clients)
        self.joining = (self.machine.cpu() - used) / len(self.clients) * 1e6

    async def burst(self, window: float, seed: int) -> Burst:
        """One round of votes spread over `window` seconds, and its reveal, checked."""
        await self.prepare()
        plan, clients = self.plan, self.clients
        marks = [len(client.pipe.frames) for client in clients]
        taken = sum(client.pipe.taken for client in clients)
        told = self._await(self.progress_text() if plan.press == "seen" else self.reveal_text())
        used = self.machine.cpu()
        sent, last = await self._send(window, Random(seed))
        progress = 0.0
        async with asyncio.timeout(PATIENCE):
            if plan.press == "seen":
                progress = (await told - last) * 1000
                last, told = perf_counter(), self._await(self.reveal_text())
            self.press()
            reveal = (await told - last) * 1000
        await asyncio.sleep(SETTLE)
        spent = self.machine.cpu() - used
        frames = sum(len(client.pipe.frames) for client in clients) - sum(marks)
        acks = tuple((pipe.answered[number][0] - at) * 1000 for pipe, number, at in sent)
        await self.check(marks)
        for client in clients:
            client.pipe.frames.clear()
            client.pipe.answered.clear()
        total = sum(client.pipe.taken for client in clients) - taken
        return Burst(
            spent / plan.votes * 1e6, acks, progress, reveal, total / len(clients), frames / len(clients)
        )

    async def votes_only(self, seed: int) -> None:
        """Everybody votes and is answered; nothing is revealed."""
        await self.prepare()
        await self._send(0, Random(seed))

    async def _send(self, window: float, dice: Random) -> tuple[list[tuple[Pipe, int, float]], float]:
        """All votes, until the last is answered: what was sent where and when, and when the last one was."""
        voting = [
            (client, seat) for client in self.clients for seat in client.seats if seat[1] < self.plan.voting
        ]
        dice.shuffle(voting)
        times = sorted(dice.random() * window for _ in voting)
        answered = _Countdown(len(voting))
        for client in self.clients:
            client.pipe.on_ack = answered.one
        began = perf_counter()
        sent: list[tuple[Pipe, int, float]] = []
        for number, ((client, seat), due) in enumerate(zip(voting, times, strict=True)):
            wait = began + due - perf_counter()
            if wait > 0 or number % 20 == 19:
                await asyncio.sleep(max(0.0, wait))
            sent.append((client.pipe, self.vote(client, seat, dice), perf_counter()))
        last = perf_counter()
        await asyncio.wait_for(answered.over, PATIENCE)
        if not all(b'"ok":true' in pipe.answered[number][1] for pipe, number, _ in sent):
            raise Wrong(f"{self.name}: a vote was refused")
        return sent, last

    def _await(self, text: bytes) -> asyncio.Future[float]:
        """When the last client was sent this."""
        told = _Countdown(len(self.clients))
        for client in self.clients:
            client.pipe.on_found = told.one
            client.pipe.await_text(text)
        return told.over

    def close(self) -> None:
        """Everybody goes, and the server ends."""
        for client in self.clients:
            client.pipe.close()
        self.machine.close()


class _Countdown:
    """`over` is when the last of so many was counted."""

    def __init__(self, left: int) -> None:
        self._left = left
        self.over: asyncio.Future[float] = asyncio.get_running_loop().create_future()

    def one(self) -> None:
        self._left -= 1
        if not self._left and not self.over.done():
            self.over.set_result(perf_counter())
