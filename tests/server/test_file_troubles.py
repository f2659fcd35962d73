"""The file under a running server: moved, deleted, write-protected, damaged. What is acknowledged is kept."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from game.rules.command import CastVote
from server.errors import FullStore, MovedStore, ReadOnlyStore, StoreError
from tests.server.kit import Guests, House, advance
from tests.server.stores import Committed, open_store, settled, voting
from tests.server.test_store_troubles import no_room_to_grow

PAGE = 4096


def wal(database: Path) -> Path:
    return database.with_name(database.name + "-wal")


def move(database: Path) -> None:
    database.rename(database.with_name("elsewhere"))


def replace(database: Path) -> None:
    shutil.copy(database, database.with_name("copy"))
    database.with_name("copy").replace(database)


@pytest.mark.parametrize("trouble", [move, Path.unlink, replace, lambda database: wal(database).unlink()])
async def test_nothing_is_acknowledged_that_would_be_written_to_a_file_nobody_finds_again(
    database: Path, trouble: Callable[[Path], None]
) -> None:
    async with open_store(database) as store:
        table = await voting(store)
        trouble(database)
        for seat in range(3):
            with pytest.raises(MovedStore) as refusal:
                await store.commit(table.vote(seat))
        with pytest.raises(MovedStore):
            await store.beat(1)
    assert set(refusal.value.message) == {"sv", "en"}


async def test_a_file_that_is_put_back_is_written_on_to(database: Path) -> None:
    async with open_store(database) as store:
        table = await voting(store)
        before = await settled(store, "r1")
        move(database)
        with pytest.raises(MovedStore):
            await store.commit(table.vote(0, "a", "vote-0001"))
        database.with_name("elsewhere").rename(database)
        outcome = await store.commit(table.vote(0, "a", "vote-0001"))
        assert (outcome.version, outcome.repeated) == (before.version + 1, False)
    async with open_store(database) as store:
        assert (await settled(store, "r1")).version == outcome.version


async def test_a_file_that_may_not_be_written_any_more_is_named_and_nothing_is_kept(database: Path) -> None:
    async with open_store(database) as store:
        table = await voting(store)
        before = await settled(store, "r1")
        store._raw.execute("PRAGMA query_only=ON")
        with pytest.raises(ReadOnlyStore):
            await store.commit(table.vote(0, "a", "vote-0001"))
        store._raw.execute("PRAGMA query_only=OFF")
        assert await settled(store, "r1") == before
        assert not (await store.commit(table.vote(0, "a", "vote-0001"))).repeated


async def test_a_file_that_may_not_grow_keeps_what_it_has_and_goes_on_when_it_may(database: Path) -> None:
    """As SQLite itself tells of a full disk: a batch that needs another page fails, and only that one."""
    async with open_store(database) as store:
        table = await voting(store)
        store._raw.execute("PRAGMA max_page_count=1")  # no fewer than there are
        orders = [table.vote(turn % 3, "abc"[turn % 3], f"vote-{turn:04}") for turn in range(400)]
        kept = refused = 0
        for first in range(0, 400, 20):
            few = (store.commit(order) for order in orders[first : first + 20])
            results = await asyncio.gather(*few, return_exceptions=True)
            refused += sum(isinstance(result, FullStore) for result in results)
            kept += sum(isinstance(result, Committed) for result in results)
        assert kept + refused == 400
        assert refused
        store._raw.execute("PRAGMA max_page_count=1000000")
        again = [result.repeated for result in await asyncio.gather(*map(store.commit, orders))]
        assert (again.count(True), again.count(False)) == (kept, refused)


async def test_on_a_full_disk_a_hall_is_told_so_and_every_vote_counts_once_when_there_is_room(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house, solos=4)
    await advance(session, "vote")
    votes = [CastVote(seat=one.seats[0], serial=one.serial, choice="a") for one in session.players]
    pairs = list(zip(session.players, votes, strict=True))
    with no_room_to_grow():
        refused = [await player.does(vote, f"vote-of-{n}") for n, (player, vote) in enumerate(pairs)]
    assert [answer["code"] for answer in refused] == ["storage"] * 4
    assert all(player.slices["progress"]["done"] == 0 for player in session.players)
    for n, (player, vote) in enumerate(pairs):
        assert (await player.does(vote, f"vote-of-{n}"))["ok"]
    await session.sees(lambda player: player.slices["progress"]["done"] == 4)


def spoil(database: Path, dice: Random) -> None:
    """A few bytes of one page become others, as on a disk that forgets."""
    body = bytearray(database.read_bytes())
    page = dice.randrange(len(body) // PAGE)
    for _ in range(dice.choice((1, 8, 200))):
        body[page * PAGE + dice.randrange(PAGE)] = dice.randrange(256)
    database.write_bytes(body)


async def two_rooms(database: Path) -> None:
    async with open_store(database) as store:
        for name, code in (("r1", "BCD-234"), ("r2", "BCD-345")):
            table = await voting(store, name, code)
            for seat in range(3):
                await store.commit(table.vote(seat, "a", f"vote-{name}-{seat}"))


async def opened(database: Path) -> dict[str, int] | StoreError:
    """The version of each room that a server would serve, or why there is none."""
    try:
        async with open_store(database) as store:
            return {room.id: room.version for room in await store.open_rooms()}
    except StoreError as error:
        return error


def test_a_damaged_page_is_told_in_a_sentence_or_harms_no_other_room(
    database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Found at the start or when it is read; nothing but a designed error ever comes out of it."""
    caplog.set_level(logging.CRITICAL)
    asyncio.run(two_rooms(database))
    whole = database.read_bytes()
    dice, refused, missing = Random(5), 0, 0
    for _ in range(60):
        database.write_bytes(whole)
        wal(database).unlink(missing_ok=True)
        spoil(database, dice)
        found = asyncio.run(opened(database))
        if isinstance(found, StoreError):
            assert set(found.message) == {"sv", "en"}
            refused += 1
        else:
            missing += 2 - len(found)
    assert refused
    assert missing


@pytest.mark.parametrize("which", ["in the middle", "the last"])
def test_events_whose_room_was_overwritten_are_missed(
    database: Path, which: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever looks a room up by its key finds a shorter log, and nothing wrong with it."""
    caplog.set_level(logging.CRITICAL)
    asyncio.run(two_rooms(database))
    with contextlib.closing(sqlite3.connect(database)) as raw, raw:
        (last,) = raw.execute("SELECT max(seq) FROM events WHERE room = 'r1'").fetchone()
        lost = last if which == "the last" else last // 2
        raw.execute("UPDATE events SET room = 'q9' WHERE room = 'r1' AND seq = ?", (lost,))
    assert isinstance(asyncio.run(opened(database)), StoreError)


def test_a_log_in_pieces_is_not_served(database: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    asyncio.run(two_rooms(database))
    with contextlib.closing(sqlite3.connect(database)) as raw, raw:
        (last,) = raw.execute("SELECT max(seq) FROM events WHERE room = 'r1'").fetchone()
        raw.execute("DELETE FROM events WHERE room = 'r1' AND seq = ?", (last // 2,))
    found = asyncio.run(opened(database))
    assert isinstance(found, dict)
    assert set(found) == {"r2"}


async def played_on_damage(database: Path, seed: int) -> dict[str, int]:
    """The last acknowledged version of two rooms, when a page was overwritten while they were played."""
    acked: dict[str, int] = {}
    async with open_store(database) as store:
        tables = [await voting(store), await voting(store, "r2", "BCD-345")]
        for table in tables:
            await asyncio.gather(*(store.commit(table.vote(n % 3)) for n in range(200)))
        store._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        overwrite(database, Random(seed))
        for table in tables:
            for seat in range(3):
                with contextlib.suppress(StoreError):
                    acked[table.room] = (await store.commit(table.vote(seat))).version
    return acked


def test_a_page_that_is_damaged_under_a_running_server_changes_no_room_in_silence(
    database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever was acknowledged before and after is there at the next start, or the room or the file is
    told to be damaged.
    """
    caplog.set_level(logging.CRITICAL)
    whole, told = 0, 0
    for seed in range(16):
        for part in database.parent.glob(database.name + "*"):
            part.unlink()
        acked = asyncio.run(played_on_damage(database, seed))
        found = asyncio.run(opened(database))
        if isinstance(found, StoreError):
            told += 1
            continue
        assert {room: acked.get(room) for room in found} == found
        told += 2 - len(found)
        whole += len(found)
    assert whole
    assert told


def overwrite(database: Path, dice: Random) -> None:
    """Three hundred bytes of one page, in place."""
    with database.open("r+b") as file:
        file.seek(dice.randrange(database.stat().st_size // PAGE) * PAGE + dice.randrange(PAGE - 300))
        file.write(dice.randbytes(300))


async def test_what_the_clients_hold_is_enough_to_go_on_where_the_file_was_locked(
    open_house: House, guests: Guests
) -> None:
    """A program that holds the file for a moment, such as one that copies it, costs nobody a vote."""
    session = await guests.session(open_house, solos=1)
    await advance(session, "vote")
    player = session.players[0]
    vote = CastVote(seat=player.seats[0], serial=player.serial, choice="a")
    holder = sqlite3.connect(open_house.database, isolation_level=None)
    holder.execute("BEGIN")
    holder.execute("SELECT count(*) FROM events").fetchone()  # reads, as a backup does
    assert (await player.does(vote))["ok"]
    holder.execute("ROLLBACK")
    holder.close()
