"""Disks that fail, files that are not ours, and servers that are killed."""

from __future__ import annotations

import asyncio
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from server.errors import CorruptStore, LockedStore, NewerStore, ReadOnlyStore, StoreError
from server.store import migrations, tables
from server.store.sqlite import SqliteStore
from tests.server.stores import open_store, opening, settled, voting

ROOT = Path(__file__).parents[2]


@contextmanager
def no_room_to_grow() -> Iterator[None]:
    """No file of this process can grow any more, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


async def test_when_the_disk_fails_the_whole_batch_hears_of_it_and_nothing_of_it_is_kept(
    database: Path,
) -> None:
    async with open_store(database) as store:
        table = await voting(store)
        before = await settled(store, "r1")
        with no_room_to_grow():
            results = await asyncio.gather(
                *(store.commit(table.vote(n)) for n in range(3)), return_exceptions=True
            )
        assert all(isinstance(result, StoreError) for result in results)
        assert await settled(store, "r1") == before
        outcome = await store.commit(table.vote(0))
        assert outcome.version == before.version + 1


async def test_while_somebody_else_holds_the_file_nothing_is_taken(database: Path) -> None:
    async with open_store(database) as store:
        table = await voting(store)
        other = sqlite3.connect(database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedStore):
            await store.commit(table.vote(0, "a", "vote-0001"))
        other.execute("ROLLBACK")
        other.close()
        assert not (await store.commit(table.vote(0, "a", "vote-0001"))).repeated


async def test_a_second_server_is_told_that_the_file_is_in_use(database: Path) -> None:
    async with open_store(database):
        with pytest.raises(LockedStore) as refusal:
            SqliteStore(database, Random(1))
    assert set(refusal.value.message) == {"sv", "en"}
    async with open_store(database) as after:
        assert await after.open_rooms() == []


def test_a_file_that_is_no_database_is_left_alone(database: Path) -> None:
    database.write_bytes(b"Minnesanteckningar fran APT\n" * 200)
    before = database.read_bytes()
    with pytest.raises(CorruptStore):
        asyncio.run(_open(database))
    assert database.read_bytes() == before


async def test_another_programs_database_is_left_alone(database: Path) -> None:
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    with pytest.raises(CorruptStore):
        SqliteStore(database, Random(1))


async def test_a_database_from_a_newer_version_is_left_alone(database: Path) -> None:
    async with open_store(database) as store:
        await store.open_room(opening())
    with sqlite3.connect(database) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    with pytest.raises(NewerStore):
        SqliteStore(database, Random(1))


async def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadOnlyStore, match="file"):
        SqliteStore(tmp_path / "file" / "bemot.sqlite", Random(1))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE events SET body = 'x' WHERE seq = 3 AND room = 'r1'",
        "UPDATE events SET body = CAST(X'FF7B7D' AS TEXT) WHERE seq = 3 AND room = 'r1'",
        "DELETE FROM events WHERE seq = 1 AND room = 'r1'",
        "DELETE FROM events WHERE room = 'r1'",
    ],
)
async def test_a_log_that_cannot_be_read_is_left_out_and_named_without_its_words(
    database: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_store(database) as store:
        await voting(store)
        await voting(store, "r2", "BCD-345")
    with sqlite3.connect(database) as other:
        other.execute(damage)
    other.close()
    async with open_store(database) as store:
        assert [room.id for room in await store.open_rooms()] == ["r2"]
        assert await store.room_by_code("BCD-234") is not None
    lines = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert [line.split(":")[0] for line in lines] == ["room r1 is not served"]
    assert "motet" not in lines[0]


def test_the_migrations_lead_to_the_schema_that_the_code_uses(database: Path) -> None:
    scripts = Config()
    scripts.set_main_option("script_location", str(Path(str(migrations.__path__[0]))))
    directory = ScriptDirectory.from_config(scripts)
    assert directory.get_current_head() == tables.HEAD
    assert {script.revision for script in directory.walk_revisions()} == tables.KNOWN

    asyncio.run(_open(database))
    engine = create_engine(f"sqlite:///{database}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    engine.dispose()


def test_every_acknowledged_vote_survives_kill_9_exactly_once(database: Path) -> None:
    acked: set[str] = set()
    for burst in range(3):
        acked |= _until_killed(database, burst)
    rooms = asyncio.run(_open(database))
    assert rooms == 3
    with sqlite3.connect(database) as reader:
        kept = [row[0] for row in reader.execute("SELECT id FROM outcomes WHERE id LIKE 'vote-%'")]
        holes = reader.execute("SELECT room FROM events GROUP BY room HAVING count(*) != max(seq)").fetchall()
    reader.close()
    assert acked <= set(kept)
    assert len(kept) == len(set(kept))
    assert holes == []


def _until_killed(database: Path, burst: int) -> set[str]:
    """The votes that a child had been told were durable when it was killed in the middle of more."""
    command = [sys.executable, "-m", "tests.server.burst", str(database), str(burst)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(400)]
    child.kill()
    lines += child.stdout.readlines()
    child.stdout.close()
    assert child.wait() == -signal.SIGKILL
    return {line.removesuffix(".\n") for line in lines if line.endswith(".\n")}


async def _open(database: Path) -> int:
    """Opens the file as a server does; how many open rooms there are."""
    async with open_store(database) as store:
        return len(await store.open_rooms())
