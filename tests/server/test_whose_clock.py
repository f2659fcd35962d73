"""The minute for which a closed room waits is the server's: no reader's clock makes it shorter."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import aiohttp
import pytest

from game.rules import Event, RoomOpened
from game.rules.command import CloseRoom
from game.rules.insight import HOLD
from server.insight import gather
from server.store.archive import open_archive
from server.store.contract import Opening
from tests.rules.build import in_hall
from tests.server.kit import Guests, HandClock, House, house
from tests.server.stores import open_store

CLOSED = 1_000_000
YEAR = 365 * 24 * 3_600_000


def one_table(room: str) -> Sequence[Event]:
    """The log of a room with one table of two, closed at `CLOSED`."""
    played, (table,), host = in_hall("vote", tables=[2], programme="round:prov/luren pledge")
    played.vote(table, "a b")
    played.until(host, "vote", 2)
    played.vote(table, "a a")
    played.until(host, "pledge")
    played.facts.now = CLOSED
    played.does(host, CloseRoom())
    opened = played.log[0]
    assert isinstance(opened, RoomOpened)
    return [opened.model_copy(update={"id": room, "code": f"BCD-23{room[1:]}"}), *played.log[1:]]


async def kept(database: Path, beat: int | None) -> Path:
    """Three such rooms, which together are enough to be told of; and when the server last said it lived."""
    async with open_store(database) as store:
        for number in range(3):
            first, *rest = one_table(f"r{number}")
            assert isinstance(first, RoomOpened)
            assert await store.open_room(Opening(first, "hash-of-key", {}))
            with sqlite3.connect(database) as raw:
                rows = [(first.id, seq, event.model_dump_json()) for seq, event in enumerate(rest, start=2)]
                raw.executemany("INSERT INTO events VALUES (?, ?, ?)", rows)
                raw.execute("UPDATE rooms SET closed = ? WHERE id = ?", (CLOSED, first.id))
            raw.close()
        if beat is not None:
            await store.beat(beat)
    with sqlite3.connect(database) as raw:  # decks are named by the rooms alone: the cards are the rules' own
        raw.execute(
            "UPDATE events SET body = json_set(body, '$.decks', json(?)) WHERE seq = 1",
            ('[{"slug": "prov", "version": "1.0.0", "digest": "d"}]',),
        )
    raw.close()
    return database


def tables_told(database: Path, now: int) -> int:
    """How many tables are told of by a reader whose clock says `now`."""
    with open_archive(database) as archive:
        return sum(figures.tables for figures in gather(archive, "prov", now).figures)


@pytest.mark.parametrize(
    ("beat", "now", "tables"),
    [
        (CLOSED + HOLD - 1, CLOSED + YEAR, 0),  # the reader's clock is ahead
        (None, CLOSED + YEAR, 0),  # and the server has said nothing since
        (CLOSED + HOLD, CLOSED + YEAR, 3),
        (CLOSED + HOLD, CLOSED + HOLD, 3),
        (CLOSED + YEAR, CLOSED + HOLD - 1, 0),  # the reader's clock is behind
    ],
)
async def test_a_room_waits_until_both_clocks_have_passed_its_minute(
    database: Path, beat: int | None, now: int, tables: int
) -> None:
    await kept(database, beat)
    assert tables_told(database, now) == tables


async def asked_for_something(place: House) -> None:
    """Whatever the server had begun to write is written: a question to its store waits behind it."""
    async with aiohttp.ClientSession() as session, session.get(f"{place.url}/api/rooms/BCD-234/left"):
        pass


async def test_a_server_without_rooms_goes_on_telling_the_time_until_the_minute_is_over(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place:
        session = await guests.session(place, solos=1)
        clock.advance(2_000)
        await session.host.must(CloseRoom())
        await guests.close()
        await place.holds(0)
        closed = clock.now()
        for _ in range(40):
            clock.advance(2_000)
            await asked_for_something(place)
        with open_archive(database) as archive:
            assert closed + HOLD <= archive.newest() <= closed + HOLD + 4_000
