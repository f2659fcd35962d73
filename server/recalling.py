"""A pledge is asked for by its mark, in the room that follows up the session in which it was made.

What is answered is as sealed as it lies. A mark comes out of a receipt at a second of work, and whoever
guesses has few tries here, per address and per station; nobody is told whether a room has pledges at all.
"""

from __future__ import annotations

from typing import Any, Final

from game.wire import Nack, PledgeFound, PledgeRequest
from server.clock import Clock
from server.config import Limits
from server.limits import Buckets
from server.lines import Line
from server.rooms import Rooms, nack
from server.store.contract import Store

TRIES: Final = 10
"""Wrong receipts that one station may send in a row."""
REGAIN: Final = 1 / 30
"""How many it regains a second."""


class Recalls:
    """Answers with what lies under a mark."""

    def __init__(self, store: Store, rooms: Rooms, clock: Clock, limits: Limits) -> None:
        self._store, self._rooms, self._clock = store, rooms, clock
        self._each = Buckets(REGAIN, TRIES)
        self._address = Buckets(limits.tries, limits.tries_burst)

    async def find(self, line: Line, data: Any) -> PledgeFound | Nack:
        """Raises `ValidationError` and `StoreError`."""
        request = PledgeRequest.model_validate(data)
        room = self._rooms.room(line.room or "")
        station = line.actor.station if line.actor else None
        if room is None or station is None:
            return nack("not_joined")
        now = self._clock.now()
        name = f"{room.id}/{station}"
        if not (self._each.holds(name, now) and self._address.holds(line.address, now)):
            return nack("too_many_tries")
        team = room.team_of(station)
        if room.follows is not None and team is not None and team.stage.phase == "recall":
            sealed = await self._store.pledge(room.follows.room, request.mark)
            if sealed is not None:
                return PledgeFound(sealed=sealed)
        self._each.take(name, now)
        self._address.take(line.address, now)
        return nack("no_pledge")
