"""Erasing one room while the server runs: it is closed as an idle one is, its screens are let go of, and then
everything of it goes.

Whoever comes back hears that the session is over, since the closing has ended every token.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from game.rules.command import Expire
from game.rules.model import SYSTEM
from game.rules.trend import Taken
from game.wire import Nack
from server.auth import normal_code
from server.clock import Clock
from server.errors import StoreError
from server.lines import Lines
from server.rooms import Rooms
from server.store.contract import Store
from server.store.upkeep import Erased
from server.trending import write_down

log = logging.getLogger(__name__)


class Unclosed(StoreError):
    slug = "store_unclosed"
    sv = "Rummet {path} gick inte att stänga, så inget raderades. Se serverns logg, och försök igen."
    en = "Room {path} could not be closed, so nothing was erased. Look at the server's log, and try again."


class Purger:
    """`part` lets go of a socket once it has been sent what there was; `found` is what closed rooms add to
    the trend at a moment, server ms, as for the sweep.
    """

    def __init__(
        self,
        store: Store,
        rooms: Rooms,
        lines: Lines,
        clock: Clock,
        part: Callable[[str], None],
        found: Callable[[int], Taken],
    ) -> None:
        self._store, self._rooms, self._lines, self._clock = store, rooms, lines, clock
        self._part, self._found = part, found

    async def purge(self, code: str) -> Erased | None:
        """Erases the room with this code; None when there is none. Raises `StoreError`."""
        row = await self._store.room_by_code(normal_code(code))
        if row is None:
            return None
        room = self._rooms.room(row.id)
        if room is not None and not room.closed:
            answer = await self._rooms.submit(row.id, SYSTEM, Expire())
            if isinstance(answer, Nack) and answer.code != "room_closed":
                raise Unclosed(row.code)
        self._let_go(row.id)
        await write_down(self._store, self._found, self._clock.now())
        erased = await self._store.purge(row.id, told=row.closed)
        self._let_go(row.id)  # whoever came back in between
        self._rooms.forget(row.id)
        log.info("a room was erased, with %d pledges", erased.pledges)
        return erased

    def _let_go(self, room_id: str) -> None:
        for line in list(self._lines.all):
            if line.room == room_id and line.sid is not None:
                self._part(line.sid)
