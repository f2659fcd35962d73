"""Deadlines are data in the room; here a due one becomes the command `TimeUp`, which checks again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from game.rules import Room
from game.rules.command import TimeUp
from game.rules.deadlines import Due, deadlines
from server.clock import Alarm, Clock

SETTLE = 0.05
"""Seconds between a change and reading the room's deadlines: a burst of votes is read once."""


class Deadlines:
    """Rings for every room. `ring` is asked to submit the command; a late or repeated one does no harm."""

    def __init__(self, clock: Clock, ring: Callable[[str, TimeUp], None]) -> None:
        self._clock = clock
        self._ring = ring
        self._rooms: dict[str, Room] = {}
        self._settling: dict[str, asyncio.TimerHandle] = {}
        self._alarms: dict[str, Alarm] = {}
        self._rung: dict[str, frozenset[Due]] = {}

    def changed(self, room: Room) -> None:
        """A room has a new version."""
        if room.closed:
            self.forget(room.id)
            return
        self._rooms[room.id] = room
        if room.id not in self._settling:
            loop = asyncio.get_running_loop()
            self._settling[room.id] = loop.call_later(SETTLE, self._read, room.id)

    def forget(self, room_id: str) -> None:
        """The room is closed."""
        self._rooms.pop(room_id, None)
        self._rung.pop(room_id, None)
        if settling := self._settling.pop(room_id, None):
            settling.cancel()
        if alarm := self._alarms.pop(room_id, None):
            alarm.cancel()

    def stop(self) -> None:
        """Nothing rings any more."""
        for room_id in list(self._rooms):
            self.forget(room_id)

    def _read(self, room_id: str) -> None:
        self._settling.pop(room_id, None)
        if alarm := self._alarms.pop(room_id, None):
            alarm.cancel()
        now = self._clock.now()
        dues = deadlines(self._rooms[room_id])
        due = frozenset(item for item in dues if item.at <= now)
        rung = self._rung.get(room_id, frozenset())
        self._rung[room_id] = due
        for item in sorted(due - rung, key=lambda item: item.at):
            self._ring(room_id, TimeUp(team=item.team, serial=item.serial))
        coming = [item.at for item in dues if item.at > now]
        if coming:
            self._alarms[room_id] = self._clock.call_at(min(coming), lambda: self._read(room_id))
