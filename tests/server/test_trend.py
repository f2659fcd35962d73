"""Sums that outlive their rooms: written down before rooms are erased, told to hosts, and never below k."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from game.rules.insight import HOLD, K_SEATS, K_TABLES
from game.rules.trend import Taken
from server.config import Keep
from server.errors import StoppingStore
from server.library import Library
from server.rooms import RETURN, Rooms
from server.store.archive import open_archive
from server.store.erasing import erase
from server.store.sqlite import SqliteStore
from server.store.tables import HEAD
from server.store.trended import kept
from server.store.upkeep import DAY
from server.sweeping import Sweeper
from server.trending import gather, gather_in, write_down
from tests.server.client import PATIENCE
from tests.server.kit import HandClock, House, house
from tests.server.stores import open_store
from tests.server.test_migrations import KEPT, version
from tests.trend.year import JANUARY, KEY, Plan, code_of, halls, lived

CARD = "motet/nummer-61"
SMALL = [Plan(f"r{n}", JANUARY + n * DAY, (4,), (CARD,)) for n in range(4)]
"""Four workplace meetings with one table each, a day apart."""
AFTER = JANUARY + 5 * DAY


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as reader:
        return reader.execute(query).fetchall()


async def ask(place: House, code: str, key: str) -> tuple[int, dict[str, Any]]:
    url = f"{place.url}/api/rooms/{code}/trend"
    async with aiohttp.ClientSession() as session, session.get(url, headers={"X-Host-Key": key}) as response:
        return response.status, await response.json()


async def written(database: Path) -> None:
    """Waits until a server that erases nothing as it starts has written the trend down all the same."""
    async with asyncio.timeout(PATIENCE):
        while not rows(database, "SELECT 1 FROM trend"):  # noqa: ASYNC110 - another thread writes it
            await asyncio.sleep(0.01)


async def test_a_sweep_writes_lots_down_and_they_stay_when_the_rooms_are_gone(
    database: Path, clock: HandClock
) -> None:
    await lived(database, SMALL)
    clock.time = AFTER
    async with house(database, clock=clock):
        pass
    written = rows(database, "SELECT measure, subject, begun, month, seats, tables FROM trend ORDER BY 1, 2")
    assert [row[:2] for row in written] == [
        ("notes", "motet/vantan"),
        ("played", CARD),
        ("shift", "motet/vantan"),
    ]
    assert {row[2:] for row in written} == {("2026-01", "2026-01", 12, 3)}
    clock.time = AFTER + (Keep().closed + 5) * DAY
    async with house(database, clock=clock):
        pass
    assert rows(database, "SELECT count(*) FROM events") == [(0,)]
    assert rows(database, "SELECT count(*) FROM taken") == [(0,)]
    assert len(rows(database, "SELECT * FROM trend")) == 3


class Held:
    """A sweep that is held up when it has read what closed rooms add."""

    def __init__(self, store: SqliteStore, database: Path, now: int, *, halted: bool = False) -> None:
        self._asked, self._held, self._halted = threading.Event(), threading.Event(), threading.Event()
        if halted:
            self._halted.set()
        clock = HandClock()
        clock.time = now
        served = Rooms(store, Library([]), clock, lambda room: 0, lambda room: 0)
        sweeper = Sweeper(store, served, lambda room: False, clock, Keep(), self._found, self._halted.set)
        self.sweeping = sweeper.sweeping(web.Application())
        self._database = database

    def _found(self, moment: int) -> Taken:
        found = gather_in(self._database, moment, self._halted.is_set)
        self._asked.set()
        assert self._held.wait(PATIENCE)
        return found

    async def asked(self) -> None:
        """Until it has read."""
        assert await asyncio.to_thread(self._asked.wait, PATIENCE)

    def let_go(self) -> None:
        """It may go on."""
        self._held.set()

    async def over(self) -> None:
        """The server ends when all is done."""
        with pytest.raises(StopAsyncIteration):
            await asyncio.wait_for(anext(self.sweeping), PATIENCE)


async def test_people_are_let_in_before_every_closed_room_is_read_where_nothing_is_erased(
    database: Path,
) -> None:
    await lived(database, SMALL)
    async with open_store(database) as store:
        held = Held(store, database, AFTER)
        await asyncio.wait_for(anext(held.sweeping), PATIENCE)
        await held.asked()
        assert not rows(database, "SELECT 1 FROM trend")
        held.let_go()
        await held.over()
        assert len(rows(database, "SELECT 1 FROM trend")) == 3


async def test_closed_rooms_are_read_after_people_have_come_back_to_open_ones(
    database: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def gathered(path: Path, moment: int, *, halted: Callable[[], bool]) -> Taken:
        asked.append(moment)
        return gather_in(path, moment, halted=halted)

    monkeypatch.setattr("server.app.gather_in", gathered)
    await lived(database, SMALL)
    clock.time = AFTER
    async with house(database, clock=clock, trend=False) as place:
        await place.make_room("APT 30")
    async with house(database, clock=clock):
        clock.advance(RETURN - 1)
    clock.advance(1)
    assert not asked, "nor when the server has ended"
    async with house(database, clock=clock), asyncio.timeout(PATIENCE):
        clock.advance(RETURN)
        while len(rows(database, "SELECT 1 FROM trend")) < 3:  # noqa: ASYNC110 - a thread writes them
            await asyncio.sleep(0.01)
    assert len(asked) == 1


@pytest.mark.parametrize("purged", [["r1"], ["r0", "r1", "r2", "r3"]])
async def test_a_purge_while_the_starting_server_reads_counts_nothing_twice(
    database: Path, purged: list[str]
) -> None:
    await lived(database, SMALL)
    async with open_store(database) as store:
        held = Held(store, database, AFTER)
        await asyncio.wait_for(anext(held.sweeping), PATIENCE)
        await held.asked()
        await write_down(store, partial(gather_in, database), AFTER)
        for room in purged:
            await store.purge(room, told=True)
        told = sorted(rows(database, "SELECT * FROM trend"))
        held.let_go()
        await held.over()
    assert sorted(rows(database, "SELECT * FROM trend")) == told
    assert len(told) == 3
    assert not [room for (room,) in rows(database, "SELECT room FROM taken") if room in purged]


async def test_a_reading_that_is_halted_tells_so_and_what_it_has_not_read_is_not_erased(
    database: Path,
) -> None:
    await lived(database, SMALL)
    heeded = iter((False, True))  # it reads one room
    with pytest.raises(StoppingStore):
        gather_in(database, AFTER, lambda: next(heeded, True))
    async with open_store(database) as store:
        held = Held(store, database, AFTER + (Keep().closed + 5) * DAY, halted=True)
        held.let_go()
        await asyncio.wait_for(anext(held.sweeping), PATIENCE)
        await held.over()
    assert len(rows(database, "SELECT 1 FROM rooms WHERE host_key != ''")) == len(SMALL)
    assert not rows(database, "SELECT 1 FROM trend")


async def test_what_a_room_adds_is_written_down_before_it_is_erased_as_the_server_starts(
    database: Path,
) -> None:
    await lived(database, SMALL)
    async with open_store(database) as store:
        held = Held(store, database, AFTER + (Keep().closed + 5) * DAY)
        starting = asyncio.ensure_future(anext(held.sweeping))
        await held.asked()
        assert rows(database, "SELECT 1 FROM events")
        assert not starting.done()
        held.let_go()
        await asyncio.wait_for(starting, PATIENCE)
        assert len(rows(database, "SELECT 1 FROM trend")) == 3
        assert not rows(database, "SELECT 1 FROM events")
        await held.over()


async def test_what_a_command_tells_today_is_what_the_sweep_writes_tomorrow(
    database: Path, clock: HandClock
) -> None:
    await lived(database, halls(30, Random(3)))
    with open_archive(database) as archive:
        before = gather(archive, 10 * AFTER)
    clock.time = JANUARY + 365 * DAY
    async with house(database, clock=clock):
        pass
    with open_archive(database) as archive:
        after = gather(archive, 10 * AFTER)
    assert not before.kept.lots
    assert before.new.lots
    assert sorted(map(repr, after.kept.lots)) == sorted(map(repr, before.new.lots))
    assert not after.new.lots
    for lot in after.kept.lots:
        assert lot.seats >= K_SEATS
        assert lot.tables >= K_TABLES


async def test_a_room_that_is_erased_by_hand_takes_nothing_out_of_what_has_been_told(database: Path) -> None:
    await lived(database, SMALL)
    with open_archive(database) as archive:
        told = gather(archive, AFTER).new.lots
    assert told
    assert erase(database, code_of(1), lambda: gather_in(database, AFTER)) is not None
    with open_archive(database) as archive:
        again = gather(archive, AFTER)
    assert sorted(map(repr, again.kept.lots)) == sorted(map(repr, told))
    assert not again.new.lots
    assert not [mark for mark in again.kept.marks if mark[0] == "r1"]


async def test_rows_lie_in_no_order_that_tells_what_was_written_together(database: Path) -> None:
    await lived(database, SMALL)
    async with open_store(database) as store:
        await store.keep_trend(gather_in(database, AFTER))
    names = [name for (name,) in rows(database, "SELECT lot FROM trend")]
    assert names == sorted(names)
    assert {len(name) for name in names} == {32}


async def test_a_room_that_closed_this_minute_is_not_told_of_yet(database: Path) -> None:
    await lived(database, SMALL[:3])
    last = max(closed for (closed,) in rows(database, "SELECT closed FROM rooms"))
    with open_archive(database) as archive:
        assert not gather(archive, last + HOLD - 1).new.lots
        assert gather(archive, last + HOLD).new.lots


async def test_whoever_leads_a_room_is_told_and_nobody_else(database: Path, clock: HandClock) -> None:
    await lived(database, SMALL)
    clock.time = AFTER
    async with house(database, clock=clock) as place:
        made = await place.make_room()
        await written(database)
        status, body = await ask(place, made["code"], made["host_key"])
        assert (status, body["ok"]) == (200, True)
        assert [one["theme"] for one in body["trend"]["notes"]] == ["motet/vantan"]
        assert (await ask(place, made["code"], "fel nyckel"))[0] == 403
        assert (await ask(place, code_of(1), KEY))[0] == 200
    assert "r1" not in str(body)


async def test_a_server_that_keeps_no_trend_writes_none_and_tells_none(
    database: Path, clock: HandClock
) -> None:
    await lived(database, SMALL)
    clock.time = AFTER
    async with house(database, clock=clock, trend=False) as place:
        made = await place.make_room()
        told = await ask(place, made["code"], made["host_key"])
    assert told == (200, {"ok": True, "trend": None})
    assert rows(database, "SELECT count(*) FROM trend") == [(0,)]


async def test_the_first_schema_gets_a_trend_with_nothing_in_it(database: Path) -> None:
    with closing(sqlite3.connect(database)) as raw:
        raw.executescript(KEPT.read_text(encoding="utf-8"))
    async with open_store(database) as store:
        await store.keep_trend(gather_in(database, AFTER))
    assert version(database) == HEAD
    with open_archive(database) as archive:
        assert kept(archive).lots == ()


async def test_a_damaged_room_is_left_out_and_counted(database: Path) -> None:
    await lived(database, SMALL)
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("UPDATE events SET body = '{' WHERE room = 'r1' AND seq = 5")
    with open_archive(database) as archive:
        found = gather(archive, AFTER)
    assert found.skipped == 1
    assert {lot.tables for lot in found.new.lots} == {3}


async def test_a_lot_that_cannot_be_read_stops_neither_the_server_nor_the_erasing(
    database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with house(database):
        pass
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("INSERT INTO trend VALUES ('l', '2026-10', '2026-10', 'notes', 'a/b', 9, 3, '[3')")
    async with house(database) as place:
        assert (await place.make_room())["code"]
    assert "nothing was added to the trend (store_corrupt)" in caplog.text
