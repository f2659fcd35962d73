"""When everybody is sent anything does not depend on what was chosen.

The loop's clock and the server's are held in the hand, and everything that has been sent by then has arrived
before they go on by ten milliseconds. So the moments are exact, however slow the machine is.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import aiohttp

from server.hub import PACE
from tests.leak.play import Act, Play
from tests.leak.twins import VIEW, _plain
from tests.server.kit import Guests, HandClock, house

STEP = 10
"""Ms."""
SAYS: tuple[Act, ...] = (
    {"choice": "a"},
    {"choice": "pass"},
    {"choice": "own", "text": "Jag vill inte att någon vet att jag säger det här.", "confidence": 1},
)
Sent = dict[str, list[tuple[int, str]]]
"""station -> (ms, frame)"""


class HeldLoop(asyncio.SelectorEventLoop):
    """A loop whose time stands until it is moved. Nothing in it ever times out by itself."""

    held = 0.0

    def time(self) -> float:
        return self.held


class Timed(Play):
    """A session that goes on in steps, and notes what arrives in each."""

    clock: HandClock
    began: int

    async def quiet(self) -> None:
        """Everybody has been sent what there is, and the room has rested."""
        await super().quiet()
        self._go(int(PACE * 1000) + STEP)
        await super().quiet()

    async def press(self, name: str, act: Act) -> None:
        """One command; not what it leads to."""
        self.presses += 1
        answer = await self.here[name].call("command", {"id": f"press-{self.presses:06}", "command": act})
        assert answer["ok"], answer

    presses = 0

    def begin(self) -> None:
        """From now on."""
        self.began = self.clock.now()
        self.marks = {name: len(client.frames) for name, client in self.here.items()}
        self.heard: Sent = {name: [] for name in self.here}

    async def steps(self, count: int, ms: int = STEP) -> None:
        for _ in range(count):
            await self._written()
            await super().quiet()
            for name, client in self.here.items():
                at, new = self.clock.now() - self.began, client.frames[self.marks[name] :]
                self.heard[name] += [(at, _plain(one)) for one in new if one.startswith(VIEW)]
                self.marks[name] = len(client.frames)
            self._go(ms)

    async def _written(self) -> None:
        """What the server has begun by itself is written: a question to its store waits behind it."""
        async with aiohttp.ClientSession() as asked, asked.get(f"{self.house.url}/api/rooms/X/left"):
            pass

    def _go(self, ms: int) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, HeldLoop)
        loop.held += ms / 1000
        self.clock.advance(ms)


async def moments(folder: Path, says: Act) -> tuple[Sent, Sent]:
    """What was sent until the vote was counted, and in the seconds in which it was."""
    await asyncio.to_thread(folder.mkdir)
    guests, clock = Guests(), HandClock()
    async with house(folder / "bemot.sqlite", clock=clock, seed=7) as opened:
        play = Timed(opened, guests, Random(7), "table", ({"kind": "round", "minutes": 10},))
        play.clock = clock
        try:
            await play.open()
            while play.here["bord"].stage["phase"] != "vote":
                await play.lead()
            play.begin()
            for name in ("anna", "bord"):
                client = play.here[name]
                for seat in client.slices["you"]["seats"]:
                    says_now = says if name == "anna" else {"choice": "b"}
                    vote = {"type": "cast_vote", "seat": seat, "serial": client.serial, **says_now}
                    await play.press(name, vote)
                    await play.steps(3)
            await play.steps(15)
            before, play.heard = play.heard, {name: [] for name in play.here}
            await play.steps(60, 100)
            return before, play.heard
        finally:
            await guests.close()


def test_everybody_is_sent_everything_in_the_same_moment_whatever_somebody_chose(
    tmp_path: Path,
) -> None:
    with asyncio.Runner(loop_factory=HeldLoop) as runner:
        twins = [runner.run(moments(tmp_path / str(n), says)) for n, says in enumerate(SAYS)]
    (before, after), *others = twins
    assert len({at for at, _ in before["bord"]}) > 1  # the pace is seen
    assert any("result" in names for _, names in shapes(after["bord"]))
    for early, late in others:
        for name in before:
            if name == "anna":
                assert list(shapes(before[name])) == list(shapes(early[name]))
            else:
                assert before[name] == early[name], name
            assert list(shapes(after[name])) == list(shapes(late[name])), name


def shapes(sent: list[tuple[int, str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(ms, names of the slices)"""
    for at, frame in sent:
        yield at, tuple(json.loads(frame[1:])[1]["slices"])
