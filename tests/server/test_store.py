"""What every store promises."""

from __future__ import annotations

import asyncio
import sqlite3
import struct
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from game.rules import Enter, Refused, Stale
from game.rules.command import CloseRoom, CloseVote, SuggestCard
from game.rules.errors import Missing
from game.rules.model import SYSTEM
from server.errors import StoreError
from server.store.contract import Committed, Holder
from server.store.sqlite import SqliteStore
from tests.server.stores import enter, open_store, opening, order, settled, voting


@pytest_asyncio.fixture
async def store(database: Path) -> AsyncIterator[SqliteStore]:
    async with open_store(database) as opened:
        yield opened


def commits(database: Path) -> int:
    """How many transactions the write-ahead log holds: frames whose header names the file's new size."""
    log = database.with_name(database.name + "-wal").read_bytes()
    page = struct.unpack(">I", log[8:12])[0]
    salts = log[16:24]
    frames = [log[at : at + 24] for at in range(32, len(log) - 23, page + 24)]
    return sum(1 for frame in frames if frame[8:16] == salts and struct.unpack(">I", frame[4:8])[0] > 0)


async def test_what_was_committed_is_there_when_the_file_is_opened_again(database: Path) -> None:
    async with open_store(database) as first:
        table = await voting(first)
        before = (await first.commit(table.vote())).room
    async with open_store(database) as second:
        assert await settled(second, "r1") == before


async def test_the_same_id_again_gives_the_earlier_outcome_and_changes_nothing(store: SqliteStore) -> None:
    table = await voting(store)
    once = await store.commit(table.vote(0, "a", "vote-0001"))
    await store.commit(table.vote(1, "b", "vote-0002"))
    again = await store.commit(table.vote(0, "c", "vote-0001"))
    assert (again.repeated, again.version) == (True, once.version)
    assert (await settled(store, "r1")).version == once.version + 1


async def test_the_same_id_twice_in_one_batch_counts_once(store: SqliteStore) -> None:
    table = await voting(store)
    outcomes = await asyncio.gather(*(store.commit(table.vote(0, "a", "vote-0001")) for _ in range(5)))
    assert [outcome.repeated for outcome in outcomes] == [False, True, True, True, True]
    assert len({outcome.version for outcome in outcomes}) == 1


async def test_a_refused_command_is_not_remembered(store: SqliteStore) -> None:
    table = await voting(store)
    early = order("r1", table.table, CloseVote(serial=table.serial + 99), "close-001")
    with pytest.raises(Stale):
        await store.commit(early)
    later = await store.commit(order("r1", table.table, CloseVote(serial=table.serial), "close-001"))
    assert not later.repeated


async def test_a_refusal_takes_nobody_else_in_its_batch_with_it(store: SqliteStore) -> None:
    table = await voting(store)
    wrong = order("r1", table.table, CloseVote(serial=table.serial + 99))
    results = await asyncio.gather(
        store.commit(table.vote(0)), store.commit(wrong), store.commit(table.vote(1)), return_exceptions=True
    )
    assert [type(result) for result in results] == [Committed, Stale, Committed]
    team = (await settled(store, "r1")).team_of(table.table.station)
    assert team is not None
    assert team.turn is not None
    assert team.turn.voted[0] == set(table.seats[:2])


async def test_an_unknown_room_is_refused(store: SqliteStore) -> None:
    with pytest.raises(Missing, match="unknown_code"):
        await store.commit(order("nowhere", SYSTEM, Enter(kind="solo")))


async def test_an_answer_that_cannot_be_given_keeps_nobody_else_from_theirs(store: SqliteStore) -> None:
    complaints: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))

    def fails(outcome: object) -> None:
        raise EOFError

    table = await voting(store)
    answers: list[object] = []
    store.hand(table.vote(0), answers.append)
    store.hand(table.vote(1), fails)
    await store.commit(table.vote(2))
    assert [type(answer) for answer in answers] == [Committed]
    assert [type(context["exception"]) for context in complaints] == [EOFError]


async def test_what_waits_together_is_committed_together(store: SqliteStore, database: Path) -> None:
    table = await voting(store, seats=8)
    before = commits(database)
    await asyncio.gather(*(store.commit(table.vote(n % 8, "a")) for n in range(200)))
    assert commits(database) - before <= 4


async def test_two_rooms_in_one_batch_do_not_touch_each_other(store: SqliteStore) -> None:
    one, other = await voting(store), await voting(store, "r2", "BCD-345")
    await asyncio.gather(store.commit(one.vote(0)), store.commit(other.vote(1)), store.commit(one.vote(2)))
    for table, voted in ((one, {0, 2}), (other, {1})):
        team = (await settled(store, table.room)).team_of(table.table.station)
        assert team is not None
        assert team.turn is not None
        assert team.turn.voted[0] == {table.seats[n] for n in voted}


async def test_votes_are_counted_from_the_same_batch_that_closes(store: SqliteStore) -> None:
    table = await voting(store)
    close = order("r1", table.table, CloseVote(serial=table.serial))
    await asyncio.gather(*(store.commit(table.vote(seat, "b")) for seat in range(3)), store.commit(close))
    team = (await settled(store, "r1")).team_of(table.table.station)
    assert team is not None
    assert team.turn is not None
    assert team.turn.before is not None
    assert team.turn.before.votes == (0, 3, 0)


async def test_a_changed_vote_replaces_the_first(store: SqliteStore) -> None:
    table = await voting(store, seats=1)
    for choice in ("a", "b", "c"):
        await store.commit(table.vote(0, choice))
    outcome = await store.commit(order("r1", table.table, CloseVote(serial=table.serial)))
    team = outcome.room.team_of(table.table.station)
    assert team is not None
    assert team.turn is not None
    assert team.turn.before is not None
    assert team.turn.before.votes == (0, 0, 1)


async def test_a_seat_finds_its_own_ballot_again_and_no_other(store: SqliteStore) -> None:
    table = await voting(store)
    await store.commit(table.vote(0, "a"))
    await store.commit(table.vote(1, "b"))
    team = (await settled(store, "r1")).team_of(table.table.station)
    assert team is not None
    assert team.turn is not None
    found = await store.own_ballots("r1", team.turn.box, 1, [table.seats[0]])
    assert {seat: ballot.body["choice"] for seat, ballot in found.items()} == {table.seats[0]: "a"}


async def test_listeners_hear_every_outcome_in_the_order_of_the_log(store: SqliteStore) -> None:
    heard: list[int] = []
    table = await voting(store)
    store.follow(lambda outcome: heard.append(outcome.version))
    await asyncio.gather(*(store.commit(table.vote(n % 3, "a", f"vote-{n % 20:04}")) for n in range(40)))
    assert heard == sorted(heard)
    assert len(heard) == 20


async def test_a_token_leads_back_to_its_station_until_the_room_closes(store: SqliteStore) -> None:
    assert await store.open_room(opening())
    outcome = await store.commit(order("r1", SYSTEM, Enter(kind="host"), "join-0001", token="hash-1"))
    assert outcome.station is not None
    assert await store.holder("hash-1") == Holder("r1", outcome.station)
    host = outcome.room.stations[outcome.station]
    await store.commit(order("r1", type(SYSTEM)(host.who, host.id), CloseRoom()))
    ended = await store.holder("hash-1")
    assert ended == Holder("", "")
    assert ended.ended
    assert await store.holder("hash-2") is None


async def test_of_a_closed_rooms_tokens_the_file_keeps_no_room_and_no_station(
    store: SqliteStore, database: Path
) -> None:
    assert await store.open_room(opening())
    entered = await store.commit(order("r1", SYSTEM, Enter(kind="host"), "join-0001", token="hash-1"))
    host = type(SYSTEM)(entered.room.stations[entered.station or ""].who, entered.station)
    late = order("r1", SYSTEM, Enter(kind="solo"), "join-0002", token="hash-2")
    await asyncio.gather(store.commit(late), store.commit(order("r1", host, CloseRoom())))
    with pytest.raises(Refused, match="room_closed"):
        await store.commit(order("r1", SYSTEM, Enter(kind="solo"), "join-0002", token="hash-3"))
    with sqlite3.connect(database) as reader:
        rows = reader.execute("SELECT hash, room, station FROM tokens ORDER BY hash").fetchall()
    reader.close()
    assert rows == [("hash-1", "", ""), ("hash-2", "", "")]


async def test_a_join_sent_again_gives_the_same_station_with_a_token_that_works(store: SqliteStore) -> None:
    assert await store.open_room(opening())
    once = await store.commit(order("r1", SYSTEM, Enter(kind="solo"), "join-0001", token="hash-1"))
    again = await store.commit(order("r1", SYSTEM, Enter(kind="solo"), "join-0001", token="hash-2"))
    assert again.station == once.station
    assert await store.holder("hash-2") == await store.holder("hash-1")


async def test_a_code_is_given_to_one_room_only(store: SqliteStore) -> None:
    assert await store.open_room(opening("r1", "BCD-234"))
    assert not await store.open_room(opening("r2", "BCD-234"))
    row = await store.room_by_code("BCD-234")
    assert row is not None
    assert row.id == "r1"


async def test_a_closed_room_is_not_opened_again_at_the_next_start(database: Path) -> None:
    async with open_store(database) as first:
        assert await first.open_room(opening())
        host, _ = await enter(first, "r1", Enter(kind="host"))
        await first.commit(order("r1", host, CloseRoom()))
        with pytest.raises(Refused):
            await first.commit(order("r1", SYSTEM, Enter(kind="solo")))
    async with open_store(database) as second:
        assert await second.open_rooms() == []
        row = await second.room_by_code("BCD-234")
        assert row is not None
        assert row.closed


async def test_the_last_sign_of_life_is_kept(store: SqliteStore) -> None:
    assert await store.last_beat() is None
    await store.beat(1_000)
    await store.beat(3_000)
    assert await store.last_beat() == 3_000


async def test_a_table_sends_twenty_dilemmas_of_its_own_also_in_one_batch_and_another_table_its_own(
    store: SqliteStore,
) -> None:
    table = await voting(store)
    other, _ = await enter(store, "r1", Enter(kind="table", seats=1, team=2))
    own = SuggestCard(situation="Du sitter i växeln. Någon ringer och gråter.")
    sent = (store.commit(order("r1", table.table, own, f"own-{n:04}")) for n in range(21))
    outcomes = await asyncio.gather(*sent, return_exceptions=True)
    assert [one for one in outcomes if isinstance(one, Refused)] == [outcomes[20]]
    refusal = outcomes[20]
    assert isinstance(refusal, Refused)
    assert refusal.code == "enough_suggestions"
    assert (await store.commit(order("r1", table.table, own, "own-0001"))).repeated
    assert (await store.commit(order("r1", other, own))).room.suggested == 21


async def test_a_suggestion_that_could_not_be_saved_is_not_counted(database: Path) -> None:
    own = SuggestCard(situation="Du sitter i växeln. Någon ringer och gråter.")
    async with open_store(database) as store:
        table = await voting(store)
        holder = sqlite3.connect(database, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError):
            await store.commit(order("r1", table.table, own))
        holder.execute("ROLLBACK")
        holder.close()
        outcomes = [await store.commit(order("r1", table.table, own)) for _ in range(20)]
        assert outcomes[-1].room.suggested == 20
