"""The trend over all rooms of a database: what has been written down, and what closed rooms can add to it.

A server is run by one organisation, so its database is the organisation. The sweep writes lots down before
it erases rooms; a command beside the server tells those that the next sweep will write, too.
`/api/rooms/{code}/trend` with a host key in a header answers what is written down.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from game.cards.catalogue import catalogue_of
from game.cards.load import Loaded
from game.rules.trend import Given, MonthOf, Taken, Trend, given_by, take, trend_of
from game.wire import Nack
from server.clock import Clock
from server.config import Settings
from server.errors import CorruptStore, StoppingStore, StoreError
from server.faults import FAULTS
from server.keys import Keys
from server.left import asked_for
from server.library import SUPPORTING, Library
from server.limits import Buckets
from server.origin import Origins
from server.refused import refused
from server.rooms import nack
from server.store.archive import Archive, Unreadable, open_archive
from server.store.contract import Store
from server.store.trended import kept

Progress = Callable[[int, int], None]
"""Called with how many rooms have been read and how many there are."""
TRIES = 3
"""Readings of a database that a sweep changes meanwhile; the last one stands."""


def local_month(ms: int) -> str:
    """The month by this machine's calendar, as 2026-11."""
    return f"{datetime.fromtimestamp(ms / 1000, UTC).astimezone():%Y-%m}"


@dataclass(frozen=True, slots=True)
class Gathered:
    """`kept` is what the database has written down; `new` what its closed rooms add; `skipped` counts rooms
    that could not be read.
    """

    kept: Taken
    new: Taken
    skipped: int


def gather(
    archive: Archive,
    now: int,
    progress: Progress | None = None,
    month_of: MonthOf = local_month,
    halted: Callable[[], bool] = lambda: False,
) -> Gathered:
    """All lots that may be told at `now`, server ms; fewer once it is `halted`. Raises `StoreError`.

    `now` counts for no more than the newest moment that the server has written down: the reader's clock may
    be ahead. A room is read by itself, and what a sweep takes meanwhile is asked for again.
    """
    for _ in range(TRIES):
        before = kept(archive)
        rooms, skipped = _rooms(archive, progress, halted)
        if kept(archive) == before:
            break
    new = take(rooms, frozenset(before.marks), min(now, archive.newest()), month_of)
    return Gathered(before, new, skipped)


def _rooms(
    archive: Archive, progress: Progress | None, halted: Callable[[], bool]
) -> tuple[list[Given], int]:
    closed = archive.closed_rooms()
    found: list[Given] = []
    skipped = 0
    for done, room in enumerate(closed, start=1):
        if halted():
            break
        try:
            given = given_by(archive.log(room))
            if given is not None:
                found.append(given)
        except (Unreadable, *FAULTS):
            skipped += 1
        if progress is not None:
            progress(done, len(closed))
    return found, skipped


def gather_in(database: Path, now: int, halted: Callable[[], bool] = lambda: False) -> Taken:
    """What the closed rooms of this database add. Raises `StoreError`, a `StoppingStore` once it is `halted`:
    a room that nobody has read to the end must not be erased yet.
    """
    try:
        with open_archive(database) as archive:
            found = gather(archive, now, halted=halted)
    except FAULTS as error:
        raise CorruptStore(database) from error
    if halted():
        raise StoppingStore(database)
    return found.new


async def write_down(store: Store, found: Callable[[int], Taken], now: int) -> None:
    """Adds what is `found` in a thread to what is written down. A sweep and a purge may do so at once: who
    comes second looks again. Raises `StoreError`.
    """
    for _ in range(TRIES):
        if await store.keep_trend(await asyncio.to_thread(found, now)):
            return


class Trends:
    """{"ok": true, "trend": {…}}, null in its place where none is kept, or a refusal with its code. Made in a
    thread, one at a time.

    Whoever holds the host key of any room here may ask: it tells of no room, and everybody who leads
    sessions needs it to choose the next card.
    """

    def __init__(
        self, settings: Settings, library: Library, keys: Keys, clock: Clock, origins: Origins
    ) -> None:
        self._settings, self._library, self._keys = settings, library, keys
        self._clock, self._origins = clock, origins
        self._made = Buckets(settings.limits.keys, settings.limits.keys_burst)
        self._one = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        """What the application serves."""
        return [web.get("/api/rooms/{code}/trend", self.tell)]

    async def tell(self, request: web.Request) -> web.Response:
        """The trend as it was last written down."""
        try:
            row = await asked_for(self._keys, self._origins, request)
            if isinstance(row, Nack):
                return refused(row)
            if not self._made.take(row.id, self._clock.now()):
                return refused(nack("too_fast"))
            if not self._settings.trend:
                return web.json_response({"ok": True, "trend": None})
            decks = await self._library.decks()
            async with self._one:
                trend = await asyncio.to_thread(self._told, decks)
        except StoreError:
            return refused(nack("storage"))
        return web.json_response({"ok": True, "trend": trend.model_dump(mode="json")})

    def _told(self, decks: Mapping[str, Loaded]) -> Trend:
        with open_archive(self._settings.database) as archive:
            lots = kept(archive).lots
        known = [loaded.deck for loaded in decks.values() if loaded.deck is not None]
        catalogue = catalogue_of(known, SUPPORTING)
        return trend_of(lots, catalogue, local_month(self._clock.now()))
