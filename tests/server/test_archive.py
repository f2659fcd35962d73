"""Reading the database beside the server: what may be read, and a sentence for what may not."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Engine, event

from server.errors import CorruptStore, NewerStore, StoreError
from server.insight import gather
from server.store.archive import Unreadable, open_archive
from server.store.reading import BusyStore, MissingStore, RestlessStore, SealedStore
from tests.server.stores import open_store, voting

LATE = 10**15


@pytest_asyncio.fixture
async def left(database: Path) -> Path:
    """A database with one room, as a server left it."""
    async with open_store(database) as store:
        await voting(store)
    return database


async def test_it_is_read_while_a_server_runs_and_keeps_it_from_nothing(database: Path) -> None:
    async with open_store(database) as store:
        table = await voting(store)
        with open_archive(database) as archive:
            before = archive.log("r1")
            await store.commit(table.vote(0))
            assert len(archive.log("r1")) > len(before)
            assert archive.rooms() == ["r1"]


def test_a_copy_is_read_and_nothing_is_left_beside_it(left: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(left, tmp_path / "kopia åäö.sqlite"))
    bytes_before, files_before = copy.read_bytes(), sorted(tmp_path.iterdir())
    with open_archive(copy) as archive:
        assert archive.opened("r1").id == "r1"
    assert (copy.read_bytes(), sorted(tmp_path.iterdir())) == (bytes_before, files_before)


async def test_a_room_that_cannot_be_read_is_left_out_and_counted(database: Path) -> None:
    async with open_store(database) as store:
        await voting(store, "r1", "BCD-234")
        await voting(store, "r2", "BCD-235")
        await voting(store, "r3", "BCD-236")
        await voting(store, "r4", "BCD-237")
    with sqlite3.connect(database) as raw:
        raw.execute(
            """UPDATE events SET body = '{"type": "of_another_time"}' WHERE room = 'r1' AND seq = 1"""
        )
        raw.execute("UPDATE events SET body = CAST(x'ff00' AS TEXT) WHERE room = 'r2' AND seq = 1")
        raw.execute("DELETE FROM events WHERE room = 'r3'")
    raw.close()
    with open_archive(database) as archive:
        found = gather(archive, "motet", LATE)
        assert found.skipped == 3
        assert len(archive.log("r4")) > 1
        with pytest.raises(Unreadable):
            archive.log("r1")


def test_a_log_with_a_gap_is_no_log(left: Path) -> None:
    with sqlite3.connect(left) as raw:
        raw.execute("DELETE FROM events WHERE seq = 3")
    raw.close()
    with open_archive(left) as archive, pytest.raises(Unreadable):
        archive.log("r1")


def refused(path: Path) -> StoreError:
    with pytest.raises(StoreError) as refusal, open_archive(path) as archive:
        archive.rooms()
    assert set(refusal.value.message) == {"sv", "en"}
    return refusal.value


def test_no_file_a_folder_and_what_is_no_database_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("inte en databas " * 100)
    (tmp_path / "empty").touch()
    sqlite3.connect(tmp_path / "foreign").executescript("CREATE TABLE people (name)").connection.close()
    newer = sqlite3.connect(tmp_path / "newer")
    newer.executescript(
        "CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('9999')"
    )
    newer.close()
    assert isinstance(refused(tmp_path / "nowhere"), MissingStore)
    assert isinstance(refused(tmp_path), SealedStore)
    assert [type(refused(tmp_path / name)) for name in ("text", "empty", "foreign", "newer")] == [
        CorruptStore,
        CorruptStore,
        CorruptStore,
        NewerStore,
    ]


def test_a_damaged_file_is_a_sentence(left: Path) -> None:
    data = bytearray(left.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    left.write_bytes(data)
    assert isinstance(refused(left), CorruptStore)


@contextmanager
def writer(database: Path, burst: int) -> Iterator[subprocess.Popen[str]]:
    """A process that opens the database as a server does and votes as fast as it can; it has begun."""
    command = [sys.executable, "-m", "tests.server.burst", str(database), str(burst)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("vote-")
        try:
            yield process
        finally:
            process.kill()
            process.stdout.read()


def test_a_server_that_starts_while_the_file_is_read_is_noticed(left: Path) -> None:
    with open_archive(left) as archive:
        before = archive.log("r1")
        with writer(left, 7):
            assert archive.rooms() == ["r1", "r7"]
            lengths = [len(archive.log("r7")) for _ in range(50)]
        assert archive.log("r1") == before
        assert lengths == sorted(lengths)
        assert len(archive.log("r7")) >= lengths[-1] > 1


@contextmanager
def after_every_answer(call: Callable[[], None]) -> Iterator[None]:
    """Does this when SQLite has answered a reader, and nobody has taken the answer yet."""

    def answered(connection: Any, *_: object) -> None:
        if str(connection.engine.url) == "sqlite://":
            call()

    event.listen(Engine, "after_cursor_execute", answered)
    try:
        yield
    finally:
        event.remove(Engine, "after_cursor_execute", answered)


def test_an_answer_from_a_file_that_changed_meanwhile_is_asked_for_anew(left: Path) -> None:
    rooms = ["r2"]

    async def one_room(name: str) -> None:
        async with open_store(left) as store:
            await voting(store, name, "BCD-235")

    def serve() -> None:
        if rooms:
            asyncio.run(one_room(rooms.pop()))

    with open_archive(left) as archive, after_every_answer(serve):
        assert archive.rooms() == ["r1", "r2"]


def test_a_file_that_never_lies_still_is_a_sentence(left: Path) -> None:
    def touch() -> None:
        with left.open("ab") as file:
            file.write(b"x")

    with open_archive(left) as archive, after_every_answer(touch), pytest.raises(RestlessStore):
        archive.rooms()


def test_a_file_that_somebody_holds_whole_is_a_sentence(left: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.store.reading.PATIENCE", 1)
    holder = sqlite3.connect(left, isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("INSERT INTO beats VALUES (2, 0)")
    assert isinstance(refused(left), BusyStore)
    holder.execute("ROLLBACK")
    holder.close()
