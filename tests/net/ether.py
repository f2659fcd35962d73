"""Time that passes at once, for a server and its clients on the same loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from game.rules.command import Acknowledge
from tests.server.client import Client
from tests.server.kit import HandClock

STEP = 0.5
"""Seconds at most by which timers jump: what rings may set the next timer."""
BREATHS = 2
"""Round trips in each step, through every queue of the server and its disk: whatever was on its way when the
step began has arrived.
"""


class Ether:
    """Moves the loop's timers and the server's clock together. Nobody waits.

    `bystander` is somebody on a good network, whose answered calls tell that the server has come round.
    """

    def __init__(self, clock: HandClock, bystander: Client) -> None:
        self._clock, self._bystander, self._loop = clock, bystander, asyncio.get_running_loop()
        self._ahead, self._time = 0.0, self._loop.time
        self._loop.time = lambda: self._time() + self._ahead  # type: ignore[method-assign]

    async def passes(self, seconds: float) -> None:
        """So much time, and everything that happens meanwhile."""
        while seconds > 0:
            step = min(STEP, seconds)
            seconds -= step
            self._ahead += step
            self._clock.advance(round(step * 1000))
            for _ in range(BREATHS):
                await self._bystander.does(Acknowledge())

    async def passes_until(self, holds: Callable[[], bool], at_most: float = 120.0) -> float:
        """Time passes until it is so; how much did. Fails after `at_most` seconds of it."""
        passed = 0.0
        while not holds():
            assert passed < at_most, "it never comes to that"
            await self.passes(STEP)
            passed += STEP
        return passed
