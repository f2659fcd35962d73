"""Forgetting: once when the server has started and then every day, what has been kept for long enough goes.

A room that nobody has touched for long is closed, as a host would close it; a closed one is erased in its
time. How long that is stands in `server.config.Keep`. Before that, what closed rooms add to the trend is
written down; to know it every closed room is read, so that a server which has just started, and erases
nothing, lets people in first, those too who come back to the rooms that are open.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

from aiohttp import web

from game.rules import Room
from game.rules.command import Expire
from game.rules.model import SYSTEM
from game.rules.trend import Taken
from server.clock import Alarm, Clock
from server.config import Keep
from server.errors import StoppingStore, StoreError
from server.rooms import RETURN, Rooms
from server.store.contract import Committed, Store
from server.store.upkeep import DAY, Due, Erased
from server.trending import write_down

log = logging.getLogger(__name__)
AGAIN = 60 * 60 * 1000
"""Ms until a sweep that somebody's session, or the disk, has put off is tried anew."""
PATIENCE = DAY
"""Ms for which sessions may put it off: writing the file anew holds up votes for a moment."""


class Sweeper:
    """`anybody` tells whether a room has somebody connected; `found` what closed rooms add to the trend at a
    moment, server ms. It is called in a thread, may raise `StoreError`, and comes to its end after `halt`.
    """

    def __init__(
        self,
        store: Store,
        rooms: Rooms,
        anybody: Callable[[str], bool],
        clock: Clock,
        keep: Keep,
        found: Callable[[int], Taken],
        halt: Callable[[], None],
    ) -> None:
        self._store, self._rooms, self._anybody = store, rooms, anybody
        self._clock, self._keep, self._found, self._halt = clock, keep, found, halt
        self._touched: dict[str, int] = {}
        self._due = 0
        self._alarm: Alarm | None = None
        self._later: Alarm | None = None
        self._tasks: set[asyncio.Task[object]] = set()

    async def sweeping(self, app: web.Application) -> AsyncIterator[None]:
        """Sweeps at once and every day while the application runs."""
        self._rooms.follow(self._touch)  # not before: recovering a room is no sign of anybody
        self._due = self._clock.now()
        await self._turn(starting=True)
        try:
            yield
        finally:
            for alarm in (self._alarm, self._later):
                if alarm is not None:
                    alarm.cancel()
            self._halt()
            if self._tasks:
                await asyncio.wait(self._tasks)

    async def sweep(self, *, starting: bool = False) -> Erased:
        """Closes and erases what is due now; while the server is `starting`, the trend is not waited for
        where no room leaves it. Raises `StoreError`.
        """
        now = self._clock.now()
        await self._close_idle(now)
        due = Due(
            now,
            closed=now - self._keep.closed * DAY,
            pledges=now - self._keep.pledges * DAY,
            unread=now - (self._keep.unused + self._keep.closed) * DAY,
            served=frozenset(self._rooms.all),
        )
        later = starting and not await self._store.leaves(due)
        if later and self._rooms.all:
            self._later = self._clock.call_at(now + RETURN, lambda: self._begin(self._remember(now)))
        elif later:
            self._begin(self._remember(now))
        elif not await self._remember(now):
            return Erased()
        erased = await self._store.erase(due)
        if erased.any:
            log.info("erased: %d rooms, %d pledges, %d decks", erased.rooms, erased.pledges, erased.decks)
        return erased

    async def _turn(self, *, starting: bool = False) -> None:
        now = self._clock.now()
        put_off = now < self._due + PATIENCE and any(self._anybody(room) for room in self._rooms.all)
        if not put_off:
            try:
                await self.sweep(starting=starting)
                self._due = now + DAY
            except StoreError as error:
                log.error("nothing was erased (%s); it is tried again in an hour", error.code)
        at = self._due if self._due > now else now + AGAIN
        self._alarm = self._clock.call_at(at, self._again)

    def _again(self) -> None:
        self._begin(self._turn())

    def _begin(self, work: Coroutine[Any, Any, object]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _remember(self, now: int) -> bool:
        """Writes the trend down; whether rooms may be erased now: when it fails they are all the same, in
        their time, but not while the server stops.
        """
        try:
            await write_down(self._store, self._found, now)
        except StoppingStore:
            return False
        except StoreError as error:
            log.error("nothing was added to the trend (%s)", error.code)
        return True

    async def _close_idle(self, now: int) -> None:
        signs = await self._store.last_signs()
        for room in list(self._rooms.all.values()):
            last = max(self._touched.get(room.id, 0), signs.get(room.id, room.opened))
            if not room.closed and not self._anybody(room.id) and last < now - self._patience(room):
                await self._rooms.submit(room.id, SYSTEM, Expire())

    def _patience(self, room: Room) -> int:
        """Ms without a sign of anybody after which the room is closed."""
        return (self._keep.unused if room.started is None else self._keep.begun) * DAY

    def _touch(self, outcome: Committed) -> None:
        if outcome.room.closed:
            self._touched.pop(outcome.room.id, None)
        else:
            self._touched[outcome.room.id] = self._clock.now()
