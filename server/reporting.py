"""The report of one room, out of its log: for a command beside the server, and over HTTP for the host; and
the room that follows it up, which takes from the first what its report tells.

`/api/rooms/{code}/report` with the host key in a header answers the very report that `bemot report` makes;
`POST /api/rooms/{code}/follow-up` makes the follow-up of a closed room.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from game.cards.sheets import shelf_of
from game.rules import Refused, RoomOpened
from game.rules.report import Report, report_of
from game.wire import Nack
from server.clock import Clock
from server.config import Limits
from server.errors import StoreError
from server.faults import FAULTS
from server.keys import Keys
from server.left import asked_for
from server.limits import Buckets
from server.making import First, Maker
from server.origin import Origins
from server.refused import refused
from server.rooms import nack
from server.store.archive import Archive, Unreadable, open_archive


def local_day(ms: int) -> str:
    """The day by this machine's calendar, as 2026-11-22."""
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone().date().isoformat()


def report_in(archive: Archive, room: str, day_of: Callable[[int], str] = local_day) -> Report:
    """What may be told of the room with this id. Raises `StoreError`, or `Unreadable` for a damaged log."""
    events, decks = archive.log(room), archive.decks()
    try:
        opened = events[0]
        if not isinstance(opened, RoomOpened):
            raise Unreadable
        shelf = shelf_of(decks[ref.digest] for ref in opened.decks if ref.digest in decks)
        return report_of(events, shelf, day_of)
    except FAULTS as error:
        raise Unreadable from error


class Reports:
    """{"ok": true, "report": {…}}, or a refusal with its code. Made in a thread, one at a time."""

    def __init__(
        self,
        database: Path,
        keys: Keys,
        maker: Maker,
        clock: Clock,
        limits: Limits,
        origins: Origins,
        address: Callable[[], str],
    ) -> None:
        self._maker, self._address = maker, address
        self._database, self._keys, self._clock, self._origins = database, keys, clock, origins
        self._made = Buckets(limits.keys, limits.keys_burst)
        self._one = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        """What the application serves."""
        return [
            web.get("/api/rooms/{code}/report", self.tell),
            web.post("/api/rooms/{code}/follow-up", self.follow_up),
        ]

    async def follow_up(self, request: web.Request) -> web.Response:
        """`RoomMade`: a room that follows up this closed one, for whoever has its host key."""
        try:
            row = await asked_for(self._keys, self._origins, request)
            if isinstance(row, Nack):
                return refused(row)
            if not row.closed:
                return refused(nack("not_over"))
            if not self._made.take(row.id, self._clock.now()):
                return refused(nack("too_fast"))
            async with self._one:
                first = await asyncio.to_thread(self._first, row.id)
            made = await self._maker.follow_up(first, self._address())
        except Refused as refusal:
            return refused(Nack(code=refusal.code, message=refusal.message))
        except (StoreError, Unreadable):
            return refused(nack("storage"))
        return web.json_response(made.model_dump(), status=201)

    def _first(self, room: str) -> First:
        with open_archive(self._database) as archive:
            opened, events, decks = archive.opened(room), archive.log(room), archive.decks()
            if any(ref.digest not in decks for ref in opened.decks):
                raise Unreadable
            return First(opened, events, report_in(archive, room), decks)

    async def tell(self, request: web.Request) -> web.Response:
        """The report as it stands."""
        try:
            row = await asked_for(self._keys, self._origins, request)
            if isinstance(row, Nack):
                return refused(row)
            if not self._made.take(row.id, self._clock.now()):
                return refused(nack("too_fast"))
            async with self._one:
                report = await asyncio.to_thread(self._made_of, row.id)
        except (StoreError, Unreadable):
            return refused(nack("storage"))
        return web.json_response({"ok": True, "report": report.model_dump(mode="json")})

    def _made_of(self, room: str) -> Report:
        with open_archive(self._database) as archive:
            return report_in(archive, room)
