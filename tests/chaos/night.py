"""Sessions of bots, kills and audits, until there have been enough of them."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import get_args

from game.bots.cast import Cast
from game.bots.options import Options
from game.client.api import create_room
from game.client.news import Refused, Saved
from game.client.outbox import Outbox
from game.rules.command import Command
from game.wire import RoomMade, RoomRequest
from tests.chaos.audit import Auditor, Letter, Lost
from tests.chaos.traps import DECKS, Point, Trap
from tests.chaos.victim import NeverUp, Victim
from tests.net.proxy import proxy

PRESETS = ("APT 60", "Halvdag")
"""Tables at their own pace, and a hall led by a host with practice, harvest, pledges and debrief."""
OFTEN: tuple[Point, ...] = ("amid_batch", "before_commit", "after_commit", "half_told")
SELDOM: tuple[Point, ...] = tuple(point for point in get_args(Point) if point not in ("never", *OFTEN))
WEATHER = {"cut": 0.01, "twice": 0.02, "latency": 0.004}
"""The clients' network is none of the best either."""
BY_THE_CLOCK, AT_SELDOM = 0.25, 0.35
"""How many kills come from without, at any moment, and how many at points that are not in every batch."""
WITHIN = 2.0
"""Seconds until a server whose trap was not reached is killed all the same; one whose trap is seldom reached
is given twice as long.
"""
REACHED = 40.0
"""Seconds in which a trap that was planned is reached."""


@dataclass
class Figures:
    """What a night came to."""

    kills: Counter[str] = field(default_factory=Counter)
    """How many at each point; "start" is before the server listened."""
    sessions: int = 0
    returns: int = 0
    votes: int = 0
    acknowledged: int = 0
    resent: int = 0
    kept_unanswered: int = 0
    ballots: int = 0
    choices: int = 0
    paused: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    """What the network did meanwhile."""
    seconds: float = 0.0


class Witness(Outbox):
    """An outbox that writes down what was sent, and what was answered."""

    def __init__(self, letters: dict[str, Letter], room: str) -> None:
        super().__init__()
        self._letters, self._room = letters, room

    def put(self, command: Command) -> str:
        name = super().put(command)
        assert self.home is not None
        self._letters[name] = Letter(self._room, self.home.station, command)
        return name

    def settle(self, outcome: Saved | Refused) -> None:
        letter = self._letters[outcome.id]
        if isinstance(outcome, Saved):
            answer = (outcome.version, outcome.already)
            self._letters[outcome.id] = Letter(letter.room, letter.station, letter.command, answer)
        super().settle(outcome)


class Night:
    """One file, one server, many kills. Raises `Lost` at the first promise that is broken."""

    def __init__(
        self,
        folder: Path,
        kills: int,
        seed: int,
        tables: int = 3,
        seats: int = 5,
        tell: Callable[[Figures], None] = lambda figures: None,
        traps: Sequence[Trap] = (),
    ) -> None:
        """With `traps` the server is killed as soon as everybody comes in, then at each of these in turn, and
        never by the clock; otherwise by dice.
        """
        self._wanted, self._seed, self._tables, self._seats = kills, seed, tables, seats
        self._tell, self._planned, self._by_plan = tell, list(traps), bool(traps)
        self._dice = Random(seed)
        self._letters: dict[str, Letter] = {}
        self._auditor = Auditor(self._letters)
        self._victim = Victim(folder / "bemot.sqlite")
        self.figures = Figures()

    async def run(self, presets: tuple[str, ...] = PRESETS) -> Figures:
        """All of it."""
        began = time.monotonic()
        self._victim.start(Trap())
        if not await self._victim.listening():
            raise NeverUp("the first server died")
        try:
            while self.figures.kills.total() < self._wanted:
                await self._session(presets[self.figures.sessions % len(presets)])
                self.figures.sessions += 1
        finally:
            await self._victim.kill()
        self._auditor.look(self._victim.database)
        tally = self._auditor.tally
        self.figures.acknowledged, self.figures.kept_unanswered = tally.acknowledged, tally.unanswered_kept
        self.figures.ballots, self.figures.choices = tally.ballots, tally.choices
        self.figures.paused = tally.paused
        self.figures.seconds = time.monotonic() - began
        return self.figures

    async def _session(self, preset: str) -> None:
        url = f"http://127.0.0.1:{self._victim.port}"
        made = await asyncio.to_thread(create_room, url, RoomRequest(preset=preset, decks=DECKS[:1]))
        assert isinstance(made, RoomMade), made
        async with proxy(self._victim.port) as between:
            between.set(**WEATHER, dice=Random(self._seed + self.figures.sessions))
            await self._played(preset, made, between.url)
            self.figures.faults += between.faults

    async def _played(self, preset: str, made: RoomMade, url: str) -> None:
        options = Options(
            seed=self._seed + self.figures.sessions, preset=preset, tables=self._tables, seats=self._seats
        )
        cast = Cast(options, url, self.figures.sessions, made)
        for bot in cast.everybody:
            bot.wire.outbox = Witness(self._letters, made.room)
        playing = asyncio.create_task(cast.play(lambda: None))
        killing = asyncio.create_task(self._kill_until(playing))
        try:
            await asyncio.wait({playing, killing}, return_when=asyncio.FIRST_COMPLETED)
            if killing.done():
                await killing  # whatever went wrong there
            await playing
            await killing
        finally:
            for task in (playing, killing):
                task.cancel()
            await asyncio.gather(playing, killing, return_exceptions=True)
        self._end(cast, made.room)

    async def _kill_until(self, playing: asyncio.Task[None]) -> None:
        """Kill, look, start again, until the session is over or there have been enough."""
        trap = Trap("never")
        while not playing.done() and self.figures.kills.total() < self._wanted:
            await self._victim.dead_within(self._patience(trap))
            if playing.done():
                break
            self.figures.kills[trap.point if await self._victim.dead_within(0) else "the clock"] += 1
            await self._victim.kill()
            while True:
                self._auditor.look(self._victim.database)
                self._tell(self.figures)
                trap = self._trap()
                self._victim.start(trap)
                if await self._victim.listening():
                    break
                self.figures.kills["start"] += 1
        if trap.point == "never" and not await self._victim.dead_within(0):
            return  # nothing will kill this one
        await self._victim.kill()
        self._victim.start(Trap())
        if not await self._victim.listening():
            raise NeverUp("the server died by itself")

    def _trap(self) -> Trap:
        if self._by_plan:
            return self._planned.pop(0) if self._planned else Trap()
        if self.figures.kills.total() >= self._wanted or self._dice.random() < BY_THE_CLOCK:
            return Trap()
        if self._dice.random() < AT_SELDOM:
            return Trap(self._dice.choice(SELDOM), self._dice.randint(1, 2))
        return Trap(self._dice.choice(OFTEN), self._dice.randint(1, 8))

    def _patience(self, trap: Trap) -> float:
        if self._by_plan:
            return 0 if trap.point == "never" else REACHED
        if trap.point == "never":
            return self._dice.uniform(0, WITHIN)
        return WITHIN if trap.point in OFTEN else 2 * WITHIN

    def _end(self, cast: Cast, room: str) -> None:
        """The session is over: counts are what was acknowledged, and nothing that was sealed is left."""
        figures = cast.figures
        if figures.wrong():
            raise Lost(f"counts that are not the votes: {figures.wrong()}")
        with closing(sqlite3.connect(f"file:{self._victim.database}?mode=ro", uri=True)) as file:
            left = [
                file.execute(f"SELECT count(*) FROM {table} WHERE room = ?", (room,)).fetchone()[0]
                for table in ("ballots", "boxes")
            ]
            pledged = file.execute("SELECT count(*) FROM pledges WHERE room = ?", (room,)).fetchone()[0]
        if left != [0, 0]:
            raise Lost(f"the closed room still holds {left} ballots and boxes")
        self._auditor.pledges(room, pledged)
        bots = cast.everybody
        self.figures.returns += sum(max(0, bot.meter.connections - 1) for bot in bots)
        self.figures.votes += figures.ballots
        self.figures.resent += sum(bot.meter.asked_again for bot in bots)
