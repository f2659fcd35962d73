"""Signs of life: when the server dies, the clocks of its rooms stand where the last one was."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from game.rules.insight import HOLD
from server.clock import Alarm, Clock
from server.errors import StoreError
from server.rooms import Rooms
from server.store.contract import Store

BEAT = 2_000
"""Ms between two signs of life; after a crash the clocks stand where the last one was."""
AFTER = HOLD + BEAT
"""Ms for which they go on when no room is left: whoever reads the figures knows no other clock."""


@asynccontextmanager
async def beating(store: Store, rooms: Rooms, clock: Clock) -> AsyncIterator[None]:
    """A sign of life every two seconds while there is something to lose, for a moment after, and at the
    end.
    """
    until = clock.now()
    tasks: set[asyncio.Task[None]] = set()
    alarm: Alarm | None = None

    async def beat() -> None:
        with suppress(StoreError):  # the disk is full or held; the next commit will say so to somebody
            await store.beat(clock.now())

    def again() -> None:
        nonlocal until, alarm
        if rooms.all:
            until = clock.now() + AFTER
        if clock.now() <= until:
            task = asyncio.get_running_loop().create_task(beat())
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        alarm = clock.call_at(clock.now() + BEAT, again)

    again()
    yield
    if alarm is not None:
        alarm.cancel()
    await beat()
