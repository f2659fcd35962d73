"""What has been kept for long enough is gone, and nothing of it is left in the file."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
import pytest_asyncio

from game.rules import Actor, CastVote, Enter, Refused
from game.rules.command import CloseRoom, MakePledge, OpenNext, SuggestCard
from game.rules.model import SYSTEM
from server.config import Keep
from server.errors import StoreError
from server.store.contract import Opening
from server.store.sqlite import SqliteStore
from server.store.upkeep import DAY, Due, Erased
from tests.pledged import pledged
from tests.server.client import PATIENCE
from tests.server.kit import Guests, HandClock, House, advance, house
from tests.server.stores import enter, open_store, opening, order, voting

KEEP = Keep()


@pytest_asyncio.fixture
async def store(database: Path) -> AsyncIterator[SqliteStore]:
    async with open_store(database) as opened:
        yield opened


def file_bytes(database: Path) -> bytes:
    """The file and what lies beside it."""
    return b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))


def rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(database) as reader:
        found = reader.execute(query).fetchall()
    reader.close()
    return found


async def lived(store: SqliteStore, room: str, code: str, text: str, closed: int | None) -> Actor:
    """A room in which a table has voted and written `text`, closed at that moment unless it is None."""
    table = await voting(store, room, code)
    await store.commit(table.vote(0, "a"))
    await store.commit(order(room, table.table, SuggestCard(situation=text)))
    host = next(s for s in (await store.open_rooms()) if s.id == room).stations.values()
    leader = next(Actor(one.who, one.id, None) for one in host if one.lead)
    if closed is not None:
        await store.commit(order(room, leader, CloseRoom(), now=closed))
    return leader


def due(now: int) -> Due:
    return Due(now, now - KEEP.closed * DAY, now - KEEP.pledges * DAY)


async def test_a_closed_room_is_erased_in_its_time_and_not_before(store: SqliteStore, database: Path) -> None:
    await lived(store, "r1", "BCD-234", "Någon gråter i växeln ÅÄÖ.", closed=DAY)
    assert (await store.erase(due(DAY + KEEP.closed * DAY))).rooms == 0
    assert (await store.room_by_code("BCD-234")) is not None
    assert (await store.erase(due(DAY + KEEP.closed * DAY + 1))).rooms == 1
    assert (await store.room_by_code("BCD-234")) is None
    for table in ("rooms", "events", "outcomes", "ballots", "boxes", "pledges"):
        assert rows(database, f"SELECT count(*) FROM {table}") == [(0,)]


@pytest.mark.parametrize(("seed", "lengths"), [(0, (8,)), (2, (8, 60, 120))])
async def test_nothing_of_erased_rooms_is_left_in_the_files_bytes_and_the_others_are_whole(
    database: Path, seed: int, lengths: tuple[int, ...]
) -> None:
    """The rooms write in turns, and pages are split: in these two orders copies stay behind that only writing
    the file anew reaches.
    """
    dice = Random(seed)
    names = [f"room{n:03}y" for n in range(12)]
    old = set(dice.sample(names, 7))
    written: list[tuple[str, str]] = []
    async with open_store(database) as store:
        tables = {name: await voting(store, name, f"BCD-{n + 222}") for n, name in enumerate(names)}
        for n, name in enumerate(dice.choices(names, k=150)):
            text = f"Ord{name}x{n:03}z"
            own = SuggestCard(situation=text + "å" * dice.choice(lengths))
            with suppress(Refused):  # a table sends twenty at most
                await store.commit(order(name, tables[name].table, own))
                written.append((name, text))
        for room in await store.open_rooms():
            if room.id in old:
                host = next(Actor(one.who, one.id, None) for one in room.stations.values() if one.lead)
                await store.commit(order(room.id, host, CloseRoom(), now=1))
        assert (await store.erase(due((KEEP.closed + 1) * DAY))).rooms == len(old)
        raw = file_bytes(database)
        assert [name for name in names if (name.encode() in raw) == (name in old)] == []
        assert [text for name, text in written if (text.encode() in raw) == (name in old)] == []
        assert {room.id for room in await store.open_rooms()} == set(names) - old
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]


async def test_pledges_outlive_their_room_and_then_the_last_row_of_it_goes(
    store: SqliteStore, database: Path
) -> None:
    table = await voting(store)
    room = next(iter(await store.open_rooms()))
    host = next(Actor(one.who, one.id, None) for one in room.stations.values() if one.lead)
    team = next(iter(room.teams.values()))
    while team.stage.phase != "pledge":
        command = OpenNext(serial=team.stage.serial, team=team.id)
        room = (await store.commit(order("r1", host, command))).room
        team = room.teams[team.id]
    words = pledged("det ringer", "Lyssna klart")
    promise = MakePledge(seat=table.seats[0], serial=team.stage.serial, **words)
    await store.commit(order("r1", table.table, promise))
    await store.commit(order("r1", host, CloseRoom(), now=1))
    assert (await store.erase(due((KEEP.closed + 1) * DAY))).rooms == 1
    assert rows(database, "SELECT host_key, helper_key FROM rooms") == [("", None)]
    assert words["mark"].encode() in file_bytes(database)
    assert rows(database, "SELECT count(*) FROM events") == [(0,)]
    assert await store.erase(due((KEEP.pledges + 1) * DAY)) == Erased(pledges=1)
    assert rows(database, "SELECT count(*) FROM rooms") == [(0,)]
    assert words["mark"].encode() not in file_bytes(database)


async def test_who_sent_what_goes_in_the_moment_the_room_closes_and_not_before(database: Path) -> None:
    async with open_store(database) as store:
        table, other = await voting(store), await voting(store, "r2", "BCD-235")
        await store.commit(other.vote(0, "b", "vote-0002"))
        await store.commit(table.vote(0, "a", "vote-0001"))
        await store.erase(due(1))
        assert (await store.commit(table.vote(0, "a", "vote-0001"))).repeated
        room = next(one for one in await store.open_rooms() if one.id == "r1")
        host = next(Actor(one.who, one.id, None) for one in room.stations.values() if one.lead)
        last = table.vote(1, "a", "vote-0003"), order("r1", host, CloseRoom(), "close-001", now=1)
        await asyncio.gather(*map(store.commit, last))
        assert rows(database, "SELECT room, id FROM outcomes") == [("r2", "vote-0002")]
    raw = file_bytes(database)
    assert [name for name in (b"vote-0001", b"vote-0003", b"close-001") if name in raw] == []
    async with open_store(database) as store:
        assert (await store.commit(other.vote(0, "b", "vote-0002"))).repeated


async def test_a_week_of_which_a_closed_room_is_erased_is_spent_and_no_other(
    store: SqliteStore, database: Path
) -> None:
    await lived(store, "r1", "BCD-234", "Någon gråter i växeln.", closed=DAY)
    await lived(store, "r2", "BCD-235", "Någon ringer och gråter.", closed=20 * DAY)
    await lived(store, "r3", "BCD-236", "Någon väntar på besked.", closed=None)
    await store.erase(due(DAY + KEEP.closed * DAY + 1))
    assert rows(database, "SELECT week FROM spent") == [("1970-W01",)]
    await store.erase(due(20 * DAY + KEEP.closed * DAY + 1))
    await store.erase(due(20 * DAY + KEEP.pledges * DAY + 1))
    assert rows(database, "SELECT week FROM spent") == [("1970-W01",), ("1970-W04",)]
    assert rows(database, "SELECT count(*) FROM rooms") == [(1,)]


async def test_a_deck_goes_with_the_last_room_that_plays_it(store: SqliteStore, database: Path) -> None:
    for n, (room, played) in enumerate((("r1", "ab"), ("r2", "b"))):
        first = opening(room, f"BCD-23{n + 2}")
        refs = [{"slug": name, "version": "1.0", "digest": name * 64} for name in played]
        event = type(first.event).model_validate({**first.event.model_dump(), "decks": refs})
        decks = {name * 64: f'"deck {name * 3}"' for name in played}
        assert await store.open_room(Opening(event, "key", decks))
    host, _ = await enter(store, "r1", Enter(kind="host"))
    await store.commit(order("r1", host, CloseRoom(), now=1))
    assert (await store.erase(due((KEEP.closed + 1) * DAY))).decks == 1
    assert (await store.deck("a" * 64), await store.deck("b" * 64)) == (None, '"deck bbb"')
    assert b"deck aaa" not in file_bytes(database)


async def test_decks_stay_while_the_beginning_of_some_room_cannot_be_read(
    store: SqliteStore, database: Path
) -> None:
    assert await store.open_room(Opening(opening().event, "key", {"d" * 64: "{}"}))
    with sqlite3.connect(database) as raw:
        raw.execute("UPDATE events SET body = 'no json'")
    raw.close()
    await store.erase(due(1))
    assert await store.deck("d" * 64) == "{}"


async def test_the_bare_hash_of_an_ended_token_goes_in_its_time(store: SqliteStore, database: Path) -> None:
    assert await store.open_room(opening())
    entered = await store.commit(order("r1", SYSTEM, Enter(kind="host"), "join-0001", token="hash-1"))
    host = Actor(entered.room.stations[entered.station or ""].who, entered.station)
    await store.commit(order("r1", host, CloseRoom(), now=1))
    await store.erase(due(DAY))
    assert rows(database, "SELECT hash, room, station FROM tokens") == [("hash-1", "1970-01-02", "")]
    holder = await store.holder("hash-1")
    assert holder is not None
    assert holder.ended
    await store.erase(due((KEEP.closed + 1) * DAY))
    assert await store.holder("hash-1") is not None
    await store.erase(due((KEEP.closed + 2) * DAY))
    assert await store.holder("hash-1") is None


async def test_a_room_that_nobody_can_serve_is_erased_at_last_and_one_that_is_served_is_not(
    store: SqliteStore,
) -> None:
    for room, code in (("r1", "BCD-234"), ("r2", "BCD-235")):
        assert await store.open_room(opening(room, code))
    erased = await store.erase(Due(9, closed=1, pledges=1, unread=1, served={"r2"}))
    assert erased.rooms == 1
    assert (await store.room_by_code("BCD-234"), (await store.open_rooms())[0].id) == (None, "r2")


async def test_votes_under_way_are_as_they_were_after_a_sweep(store: SqliteStore) -> None:
    await lived(store, "r1", "BCD-234", "Någon ringer och gråter.", closed=1)
    table = await voting(store, "r2", "BCD-235")
    await store.commit(table.vote(0, "a"))
    await store.commit(table.vote(1, "b"))
    assert (await store.erase(due((KEEP.closed + 1) * DAY))).rooms == 1
    outcome = await store.commit(table.vote(0, "c"))
    team = outcome.room.team_of(table.table.station)
    assert team is not None
    assert team.turn is not None
    found = await store.own_ballots("r2", team.turn.box, 1, table.seats)
    chosen = {seat: ballot.body["choice"] for seat, ballot in found.items()}
    assert chosen == {table.seats[0]: "c", table.seats[1]: "b"}


async def test_a_sweep_that_the_disk_stops_leaves_the_rest_to_the_next_one(
    store: SqliteStore, database: Path
) -> None:
    await lived(store, "r1", "BCD-234", "Någon ringer och gråter.", closed=1)
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError):
        await store.erase(due((KEEP.closed + 1) * DAY))
    holder.execute("ROLLBACK")
    holder.close()
    assert (await store.erase(due((KEEP.closed + 1) * DAY))).rooms == 1


# --- the server


async def gone(place: House, clock: HandClock, query: str) -> None:
    """Rings what is due, and waits until the database answers with nothing."""
    async with asyncio.timeout(PATIENCE):
        while rows(place.database, query) != []:
            clock.advance(0)
            await place.decks()


OPEN_ROOMS = "SELECT id FROM rooms WHERE closed IS NULL"


async def begun(guests: Guests, place: House) -> dict[str, Any]:
    session = await guests.session(place, solos=2)
    await advance(session, "vote")
    player = session.players[0]
    await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="a"))
    await guests.close()
    return session.made


@pytest.mark.parametrize(("days", "closes"), [(KEEP.begun, False), (KEEP.begun + 1, True)])
async def test_a_session_that_nobody_has_touched_for_long_is_closed_and_its_ballots_are_gone(
    database: Path, clock: HandClock, guests: Guests, days: int, closes: bool
) -> None:
    async with house(database, clock=clock) as first:
        await begun(guests, first)
    clock.time += days * DAY
    async with house(database, clock=clock):
        assert (rows(database, OPEN_ROOMS) == []) == closes
        assert (rows(database, "SELECT 1 FROM ballots") == []) == closes


async def test_a_room_that_never_began_waits_longer_for_its_day(database: Path, clock: HandClock) -> None:
    async with house(database, clock=clock) as first:
        await first.make_room()
    clock.time += KEEP.unused * DAY
    async with house(database, clock=clock):
        assert len(rows(database, OPEN_ROOMS)) == 1
    clock.time += DAY
    async with house(database, clock=clock):
        assert rows(database, OPEN_ROOMS) == []


async def test_the_sweep_comes_every_day_while_the_server_runs(database: Path, clock: HandClock) -> None:
    async with house(database, clock=clock) as place:
        await place.make_room()
        clock.time += (KEEP.unused + 1) * DAY
        await gone(place, clock, OPEN_ROOMS)
        clock.time += (KEEP.closed + 1) * DAY
        await gone(place, clock, "SELECT id FROM rooms")


async def test_a_session_puts_the_sweep_off_for_a_day_at_most_and_is_not_closed_under_anybody(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place:
        old = await guests.session(place, solos=1)
        await old.host.must(CloseRoom())
        await guests.close()
        await place.holds(0)
        made = await place.make_room()
        host = await guests.connected(place)
        assert (await host.join(made["code"], "host", host_key=made["host_key"]))["ok"]
        clock.time += max(KEEP.closed, KEEP.unused) * DAY * 2
        clock.advance(0)
        await place.holds(1)
        assert len(rows(database, "SELECT id FROM rooms")) == 2
        clock.time += DAY
        await gone(place, clock, "SELECT id FROM rooms WHERE closed IS NOT NULL")
        assert len(rows(database, OPEN_ROOMS)) == 1
