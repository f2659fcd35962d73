"""From the first schema to the newest: what was written then is understood now, and gone on with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from game.rules.command import CastVote, Resume
from game.rules.trend import Taken
from server.errors import NewerStore
from server.store.archive import open_archive
from server.store.copying import back_up, restore
from server.store.export import exported, listed
from server.store.tables import HEAD
from server.store.trended import kept
from tests.server.kit import Guests, HandClock, Session, advance, house
from tests.server.stores import open_store
from tests.server.test_secrecy import file_bytes

KEPT = Path(__file__).with_name("kept") / "first_schema.sql"
"""Written by the version that had that schema; never made anew."""
CODE = "GKT-297"
HOST_KEY = "PSAX-7LS8-3K8E-7736"
HOST = "K6-VwwSmDu6Xccwaswt__jCIlEPWq6p5uHd7CJKZEU0"
PLAYERS = (
    "8FUxr6FUSeoeVGPbqBeZ_hlRY-oX4743rasM8AlXO54",
    "Nm3Q6e24mHm1KnqwGESLijEUOqNlj33ty6AHUQr-Gtg",
    "2P7tvkKwjLRG30Afkf8MtqId5lfiujmeuSXHCirWEm0",
)


@pytest.fixture
def first(database: Path) -> Path:
    with closing(sqlite3.connect(database)) as raw:
        raw.executescript(KEPT.read_text(encoding="utf-8"))
    return database


def version(database: Path) -> str:
    with closing(sqlite3.connect(database)) as raw:
        found: str = raw.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        return found


def everything(database: Path) -> dict[str, list[dict[str, Any]]]:
    """table -> its rows by column, but for what a start of the server writes."""
    with closing(sqlite3.connect(database)) as raw:
        raw.row_factory = sqlite3.Row
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        left = sorted(set(names) - {"alembic_version"})
        return {name: [dict(row) for row in raw.execute(f"SELECT * FROM {name}")] for name in left}


async def resumed(place: Any, guests: Guests) -> Session:
    """Everybody comes back with the token that they were given then."""
    clients = []
    for token in (HOST, *PLAYERS):
        client = await guests.connected(place)
        assert (await client.come_back(token))["ok"]
        clients.append(client)
    return Session(place, {"code": CODE, "host_key": HOST_KEY}, clients[0], clients[1:])


async def test_no_row_of_the_first_schema_is_lost_or_changed_on_the_way(first: Path) -> None:
    before = everything(first)
    del before["pledges"]
    assert version(first) == "0001"
    async with open_store(first) as store:
        assert len(await store.open_rooms()) == 1
    after = everything(first)
    assert version(first) == HEAD
    ended = {room["id"] for room in before["rooms"] if room["closed"] is not None}
    assert ended & {row["room"] for row in before["outcomes"]}
    before["outcomes"] = [row for row in before["outcomes"] if row["room"] not in ended]
    for table, rows in before.items():
        assert rows == [
            {name: new[name] for name in old} for old, new in zip(rows, after[table], strict=True)
        ]


async def test_pledges_that_could_be_read_in_the_file_are_gone_from_it(
    first: Path, clock: HandClock, guests: Guests
) -> None:
    with closing(sqlite3.connect(first)) as raw, raw:
        (body,) = raw.execute("SELECT body FROM pledges").fetchone()
        raw.execute("INSERT INTO ballots VALUES ('r1', 't1/pledge/2', 1, 'k', ?)", (body,))
    copy = first.with_name("copy.sqlite")
    assert back_up(first, copy).pledges == 0
    assert body.encode() in file_bytes(first)
    assert body.encode() not in file_bytes(copy)
    async with house(first, clock=clock):
        pass
    after = everything(first)
    assert after["pledges"] == []
    assert [row["box"] for row in after["ballots"] if "/pledge/" in row["box"]] == []
    assert body.encode() not in file_bytes(first)


async def test_a_session_of_the_first_schema_goes_on_with_its_votes_and_ends(
    first: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(first, clock=clock) as place:
        session = await resumed(place, guests)
        mine = session.players[0]
        assert (mine.stage["phase"], mine.stage["round"], mine.slices["progress"]["done"]) == ("vote", 2, 1)
        await session.host.must(Resume())
        for player in session.players[1:]:
            await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="b"))
        await advance(session, "compare")
        result = mine.slices["result"]
        assert (result["before"]["votes"][:2], result["after"]["votes"][:2]) == ([2, 1], [0, 3])
        assert (result["changed"], result["paired"]) == (2, 3)  # paired with what they sealed under 0001
        await advance(session, "closed")


async def test_a_room_whose_lead_was_handed_over_is_not_taken_for_an_erased_one(first: Path) -> None:
    """The earlier schemas had the same mark for both, and a sweep deleted the room's row and left its log."""
    with closing(sqlite3.connect(first)) as raw, raw:
        raw.execute("UPDATE rooms SET host_key = '' WHERE closed IS NULL")
        (body,) = raw.execute("SELECT body FROM events LIMIT 1").fetchone()
        raw.execute("INSERT INTO events VALUES ('gone', 1, ?)", (body,))
    for _ in range(2):
        async with house(first):
            pass
    async with open_store(first) as store:
        assert len(await store.open_rooms()) == 1
    with closing(sqlite3.connect(first)) as raw:
        assert raw.execute("SELECT count(*) FROM events WHERE room = 'gone'").fetchone() == (0,)


def test_a_file_of_the_first_schema_is_read_beside_the_server(first: Path) -> None:
    with open_archive(first) as archive:
        assert CODE in [room.code for room in listed(archive)]
        told = exported(archive, CODE, 0)
        assert told is not None
        assert told["sparat"]["rooms"]
        assert kept(archive) == Taken()


async def test_its_keys_and_codes_still_open(first: Path, clock: HandClock, guests: Guests) -> None:
    async with house(first, clock=clock) as place:
        newcomer, host = await guests.connected(place), await guests.connected(place)
        assert (await newcomer.join(CODE))["ok"]
        assert (await host.join(CODE, "host", host_key=HOST_KEY))["ok"]


async def test_a_backup_of_the_first_schema_is_restored_and_gone_on_with(
    first: Path, tmp_path: Path, clock: HandClock, guests: Guests
) -> None:
    copy, again = tmp_path / "copy.sqlite", tmp_path / "again.sqlite"
    assert back_up(first, copy).schema == "0001"
    assert restore(copy, again).older
    async with house(again, clock=clock) as place:
        session = await resumed(place, guests)
        assert session.players[0].slices["progress"]["done"] == 0  # what was sealed is asked for again
    assert version(again) == HEAD


async def test_a_newer_schema_is_refused_in_one_sentence_and_left_alone(database: Path) -> None:
    async with open_store(database):
        pass
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerStore) as refusal:
        async with open_store(database):
            pass
    for language, word in (("sv", "nyare"), ("en", "newer")):
        sentence = refusal.value.message[language]
        assert word in sentence
        assert str(database) in sentence
    assert version(database) == "9999"
