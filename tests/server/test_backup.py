"""A copy of the database: whole, without anything sealed, and good to go on from."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from game.cli import app
from game.rules import EVENT, replay
from game.rules.command import CastVote, MakePledge, Resume
from server.errors import LockedStore, NewerStore, StoreError
from server.store import tables
from server.store.copying import (
    LEFT_OUT,
    BadBackup,
    NowhereStore,
    SameStore,
    TakenStore,
    back_up,
    contents,
    restore,
)
from server.store.reading import MissingStore
from tests.pledged import cheap, pledged
from tests.server.client import Client
from tests.server.kit import Guests, HandClock, Session, advance, house
from tests.server.stores import open_store, opening, voting
from tests.server.test_store_troubles import no_room_to_grow

SECRET = "Sekretessprov-4711"


def query(database: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as raw:
        return raw.execute(sql).fetchall()


def bemot(*arguments: object, language: str = "en") -> Result:
    speaking = {"BEMOT_LANGUAGE": language, "COLUMNS": "200"}
    return CliRunner().invoke(app, [*map(str, arguments)], env=speaking)


def held(path: Path) -> bytes:
    return path.read_bytes()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


async def vote(session: Session, choice: str, text: str = "") -> None:
    for player in session.players:
        await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice=choice, text=text))


async def back_again(guests: Guests, place: Any, before: Client) -> Client:
    client = await guests.connected(place)
    assert (await client.come_back(before.token))["ok"]
    return client


async def test_nothing_sealed_is_in_a_backup_and_whoever_goes_on_from_it_votes_again_once(
    database: Path, tmp_path: Path, clock: HandClock, guests: Guests
) -> None:
    copy = tmp_path / "copy.sqlite"
    async with house(database, clock=clock) as first:
        session = await guests.session(first, solos=3)
        await advance(session, "vote")
        await vote(session, "own", SECRET)
        secrets = [row[0] for row in query(database, "SELECT secret FROM boxes")]
        keys = [row[0] for row in query(database, "SELECT key FROM ballots")]
        assert len(keys) == 3
        found = await asyncio.to_thread(back_up, database, copy)
        assert len(query(database, "SELECT key FROM ballots")) == 3  # the server's own file lost nothing
    assert (found.open_rooms, found.closed_rooms) == (1, 0)
    raw = copy.read_bytes()
    assert secrets
    for sealed in (*secrets, *(key.encode() for key in keys), SECRET.encode()):
        assert sealed not in raw

    async with house(copy, clock=clock) as second:
        host = await back_again(guests, second, session.host)
        players = [await back_again(guests, second, player) for player in session.players]
        assert players[0].stage["paused"] or host.slices["room"]["paused"]
        again = Session(second, session.made, host, players)
        assert players[0].slices["progress"]["done"] == 0
        await host.must(Resume())
        await vote(again, "a")
        assert len(query(copy, "SELECT key FROM ballots")) == 3
        await advance(again, "reveal")
        assert players[0].slices["result"]["before"]["votes"][0] == 3
        assert players[0].slices["result"]["before"]["own"] == 0


async def test_every_table_is_either_copied_or_left_out_on_purpose() -> None:
    """A new table that holds anything sealed belongs in `LEFT_OUT`; then it is counted here."""
    assert set(LEFT_OUT) == {"ballots", "boxes"}
    assert {"rooms", "decks", "events", "outcomes", "tokens", "beats"} <= set(tables.metadata.tables)


async def test_kept_pledges_are_copied_as_they_were_sealed(
    database: Path, tmp_path: Path, clock: HandClock, guests: Guests
) -> None:
    """A receipt opens nothing that is not there; whoever has the copy alone can read none of it."""
    async with house(database, clock=clock) as place:
        session = await guests.session(place, solos=1)
        await advance(session, "pledge")
        player = session.players[0]
        words = pledged("telefonen ringer", SECRET)
        await player.must(MakePledge(seat=player.seats[0], serial=player.serial, **words))
        lying, kept = tmp_path / "lying.sqlite", tmp_path / "kept.sqlite"
        assert (await asyncio.to_thread(back_up, database, lying)).pledges == 0
        assert words["mark"].encode() not in lying.read_bytes()  # in a box it is a ballot like any other
        await advance(session, "closed")
        assert (await asyncio.to_thread(back_up, database, kept)).pledges == 1
        assert query(kept, "SELECT sealed FROM pledges") == [(words["sealed"],)]
        assert SECRET.encode() not in kept.read_bytes()
        opened = cheap(f"telefonen ringer/{SECRET}").open(words["sealed"])
        assert opened is not None
        assert opened.then == SECRET


async def test_backups_taken_while_everybody_votes_are_each_of_one_moment(
    database: Path, tmp_path: Path
) -> None:
    async with open_store(database) as store:
        table = await voting(store, seats=3)
        done = asyncio.Event()

        async def voting_on() -> None:
            while not done.is_set():
                await asyncio.gather(*(store.commit(table.vote(seat)) for seat in range(3)))

        task = asyncio.create_task(voting_on())
        for number in range(8):
            copy = tmp_path / f"{number}.sqlite"
            await asyncio.to_thread(back_up, database, copy)
            bodies = [body for (body,) in query(copy, "SELECT body FROM events ORDER BY seq")]
            outcomes = query(copy, "SELECT max(version) FROM outcomes")[0][0] or 0
            assert replay(EVENT.validate_json(body) for body in bodies).version == len(bodies) >= outcomes
        done.set()
        await task


async def test_a_backup_is_for_its_owners_eyes_and_leaves_nothing_half_done(
    database: Path, tmp_path: Path
) -> None:
    async with open_store(database) as store:
        await store.open_room(opening())
    back_up(database, tmp_path / "copy.sqlite")
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "copy.sqlite").stat().st_mode) == 0o600
    assert names(tmp_path) == {"bemot.sqlite", "bemot.sqlite.lock", "copy.sqlite"}


async def made(database: Path) -> Path:
    async with open_store(database) as store:
        await voting(store)
    return database


async def test_what_is_there_already_is_only_overwritten_on_purpose(database: Path, tmp_path: Path) -> None:
    await made(database)
    other = await made(tmp_path / "other.sqlite")
    for copied in (back_up, restore):
        before = held(other)
        with pytest.raises(TakenStore):
            copied(database, other)
        assert held(other) == before
        assert copied(database, other, force=True).open_rooms == 1


async def test_a_database_is_never_copied_onto_itself(database: Path) -> None:
    await made(database)
    for copied in (back_up, restore):
        with pytest.raises(SameStore):
            copied(database, database, force=True)
    assert contents(database).open_rooms == 1


async def test_nothing_is_put_where_a_server_is_running(database: Path, tmp_path: Path) -> None:
    source = await made(tmp_path / "source.sqlite")
    async with open_store(database):
        for copied in (back_up, restore):
            with pytest.raises(LockedStore):
                copied(source, database, force=True)


def spoil(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xa5" * 4096)


def age(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")


def replace_by_notes(path: Path) -> None:
    path.write_bytes(b"Minnesanteckningar\n" * 500)


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (spoil, BadBackup),
        (age, NewerStore),
        (replace_by_notes, BadBackup),
        (lambda path: path.write_bytes(b""), BadBackup),
        (lambda path: path.unlink(), MissingStore),
    ],
)
async def test_a_backup_that_cannot_be_trusted_replaces_nothing(
    database: Path, tmp_path: Path, harm: Callable[[Path], object], error: type[StoreError]
) -> None:
    await made(database)
    before = held(database)
    bad = await made(tmp_path / "bad.sqlite")
    harm(bad)
    with pytest.raises(error):
        restore(bad, database, force=True)
    assert held(database) == before
    assert not {name for name in names(tmp_path) if name.endswith(".part")}


async def test_what_a_killed_server_left_beside_its_file_is_not_taken_for_the_backups(
    database: Path, tmp_path: Path, clock: HandClock
) -> None:
    source = await made(tmp_path / "source.sqlite")
    async with open_store(database) as store:
        await voting(store, "other", "BCD-999")
        killed = tmp_path / "killed.sqlite"
        for end in ("", "-wal"):
            killed.with_name(killed.name + end).write_bytes(
                database.with_name(database.name + end).read_bytes()
            )
    assert killed.with_name(killed.name + "-wal").stat().st_size
    restore(source, killed, force=True)
    async with open_store(killed) as store:
        assert [room.id for room in await store.open_rooms()] == ["r1"]


async def test_on_a_full_disk_the_last_backup_stays_and_nothing_half_done_does(
    database: Path, tmp_path: Path
) -> None:
    await made(database)
    copy = tmp_path / "copy.sqlite"
    back_up(database, copy)
    before = held(copy)
    with no_room_to_grow(), pytest.raises(StoreError):
        back_up(database, copy, force=True)
    assert held(copy) == before
    assert "copy.sqlite.part" not in names(tmp_path)


async def test_a_folder_that_is_not_there_is_named(database: Path, tmp_path: Path) -> None:
    await made(database)
    with pytest.raises(NowhereStore, match="nowhere"):
        back_up(database, tmp_path / "nowhere" / "copy.sqlite")


@pytest.mark.parametrize(("language", "told"), [("sv", "är en hel kopia av"), ("en", "is a whole copy of")])
async def test_the_command_line_backs_up_and_restores_and_says_what_is_in_it(
    database: Path, tmp_path: Path, language: str, told: str
) -> None:
    await made(database)
    copy, again = tmp_path / "copy.sqlite", tmp_path / "again" / "bemot.sqlite"
    done = bemot("backup", copy, "--database", database, language=language)
    assert (done.exit_code, told in done.stdout) == (0, True)
    done = bemot("restore", copy, "--database", again, language=language)
    assert done.exit_code == 0
    assert ("Öppna rum: 1" if language == "sv" else "Open rooms: 1") in done.stdout
    async with open_store(again) as store:
        assert len(await store.open_rooms()) == 1


async def test_the_command_line_tells_wrong_use_from_trouble(database: Path, tmp_path: Path) -> None:
    await made(database)
    copy = tmp_path / "copy.sqlite"
    assert bemot("backup", copy, "--database", tmp_path / "none.sqlite").exit_code == 2
    assert bemot("backup", copy, "--database", database).exit_code == 0
    taken = bemot("backup", copy, "--database", database)
    assert (taken.exit_code, "--force" in taken.stderr) == (2, True)
    spoil(copy)
    assert bemot("restore", copy, "--database", tmp_path / "new.sqlite").exit_code == 1
    assert not (tmp_path / "new.sqlite").exists()
