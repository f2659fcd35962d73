"""The server's time, given to whoever needs it, so that a test can hold it in its hand."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Protocol


class Alarm(Protocol):
    """Something that will happen."""

    def cancel(self) -> None:
        """It will not."""


class Clock(Protocol):
    """Milliseconds since 1970, never running backwards."""

    def now(self) -> int:
        """The time."""

    def call_at(self, at: int, callback: Callable[[], None]) -> Alarm:
        """Calls back on the event loop at `at`, or at once if that has been."""


class SystemClock:
    """Wall time at the start plus what has passed since: setting the machine's clock moves no deadline."""

    def __init__(self) -> None:
        self._start = time.time_ns() // 1_000_000
        self._ticks = time.monotonic_ns()

    def now(self) -> int:
        return self._start + (time.monotonic_ns() - self._ticks) // 1_000_000

    def call_at(self, at: int, callback: Callable[[], None]) -> Alarm:
        return asyncio.get_running_loop().call_later(max(0, at - self.now()) / 1000, callback)
