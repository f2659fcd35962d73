"""A copy of the database that may leave the server's care: everything but what lies sealed.

A copy outlives what it was made from. With a box in it, whoever has the copy could open that box for ever,
long after the server has destroyed it; and even without its secret, two copies taken round one vote would
tell it. So the tables of the sealed boxes are copied empty. No page of theirs is ever written into the copy,
so there is nothing to erase from it. Kept pledges come along: only their receipts open them, here or there.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from server.errors import CorruptStore, FullStore, NewerStore, StoreError
from server.store.opening import LOCK, designed, hold
from server.store.reading import PATIENCE, TRIES, MissingStore, RestlessStore, SealedStore, marks, read_error
from server.store.tables import HEAD, KNOWN, ballots, beats, boxes, decks, pledges, rooms, versions

LEFT_OUT: Final = frozenset({ballots.name, boxes.name})
"""Tables of which a copy holds nothing."""
OPEN_PLEDGES: Final = frozenset({"0001", "0002", "0003", "0004"})
"""Schemas whose pledges could be read in the file: they are left out too, as their migration erases them."""
UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds, in numbers."""

    schema: str
    open_rooms: int
    closed_rooms: int
    decks: int
    pledges: int
    newest: datetime | None
    """The newest moment that a server has written into it."""
    size: int
    """Bytes."""

    @property
    def older(self) -> bool:
        """Whether a server would bring its schema up to date."""
        return self.schema != HEAD


class TakenStore(StoreError):
    slug = "store_taken"
    sv = "{path} finns redan. Välj ett annat namn, eller lägg till --force för att skriva över den."
    en = "{path} is there already. Choose another name, or add --force to overwrite it."


class NowhereStore(StoreError):
    slug = "store_nowhere"
    sv = (
        "Det går inte att skriva {path}. Kontrollera att mappen finns och får skrivas i, eller välj en annan."
    )
    en = "Cannot write {path}. Check that its folder is there and may be written, or choose another."


class SameStore(StoreError):
    slug = "store_same"
    sv = "{path} är databasen själv. Välj ett annat namn för säkerhetskopian."
    en = "{path} is the database itself. Choose another name for the backup."


class BadBackup(CorruptStore):
    slug = "store_bad_backup"
    sv = "{path} är skadad eller ingen Bemöt-databas. Ta en annan säkerhetskopia; inget har skrivits över."
    en = "{path} is damaged or is no Bemöt database. Use another backup; nothing has been overwritten."


def back_up(database: Path, target: Path, *, force: bool = False) -> Contents:
    """Copies the database as it stands at one moment, whether or not a server uses it; no server is kept
    from writing meanwhile. Raises `StoreError`.
    """
    _found(database)
    if target.exists() and _same(database, target):
        raise SameStore(target)
    if os.path.lexists(target) and not force:
        raise TakenStore(target)
    with ExitStack() as held:
        if target.with_name(target.name + LOCK).exists():
            held.enter_context(closing(hold(target)))  # it has been a server's database, and may be still
        with _written(target) as unfinished:
            _copied(database, unfinished)
        return contents(target)


def restore(backup: Path, database: Path, *, force: bool = False) -> Contents:
    """Puts a backup where a server will look for it. Holds the place meanwhile, so that no server can be
    using it; the backup is copied and examined before anything is overwritten. Raises `StoreError`.
    """
    _found(backup)
    if database.exists() and _same(backup, database):
        raise SameStore(database)
    with closing(hold(database)):
        if os.path.lexists(database) and not force:
            raise TakenStore(database)
        with _written(database) as unfinished:
            try:
                _copied(backup, unfinished)
            except CorruptStore as error:
                raise BadBackup(backup) from error
            _put_away(database)
        return contents(database)


def contents(path: Path) -> Contents:
    """Reads the numbers of a database that nobody is writing. Raises `StoreError`."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as raw:
            schema = _schema(raw, "main", path)

            def one(query: str) -> int:
                found = raw.execute(query).fetchone()[0]
                return int(found or 0)

            newest = max(
                one(f"SELECT max({column.name}) FROM {column.table.name}")
                for column in (rooms.c.created, rooms.c.closed, beats.c.at)
            )
            return Contents(
                schema,
                one(f"SELECT count(*) FROM {rooms.name} WHERE closed IS NULL"),
                one(f"SELECT count(*) FROM {rooms.name} WHERE closed IS NOT NULL"),
                one(f"SELECT count(*) FROM {decks.name}"),
                one(f"SELECT count(*) FROM {pledges.name}"),
                datetime.fromtimestamp(newest / 1000, UTC) if newest else None,
                path.stat().st_size,
            )
    except sqlite3.Error as error:
        raise read_error(error, path) from error


def _found(path: Path) -> None:
    try:
        if not path.exists():
            raise MissingStore(path)
        if not path.is_file():
            raise SealedStore(path)
    except OSError as error:
        raise SealedStore(path) from error


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


@contextmanager
def _written(target: Path) -> Iterator[Path]:
    """A file that takes the target's place in one step when all went well, and is gone otherwise. Only its
    owner may read it.
    """
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield unfinished
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise (FullStore if error.errno == errno.ENOSPC else NowhereStore)(target) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """The new name survives a power cut too, where folders can be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _copied(source: Path, target: Path) -> None:
    """Copies one moment of the source. Without locks when nobody has it open, as `reading` tells; then it is
    copied anew if it has changed meanwhile.
    """
    for _ in range(TRIES):
        before = marks(source)
        still = not any(before[1:])
        target.write_bytes(b"")
        try:
            with closing(sqlite3.connect(target, isolation_level=None)) as raw:
                _pour(raw, f"{source.resolve().as_uri()}?mode=ro{'&immutable=1' if still else ''}", source)
        except sqlite3.Error as error:
            if not still or marks(source) == before:
                raise _blamed(error, source, target) from error
        else:
            if not still or marks(source) == before:
                return
    raise RestlessStore(source)


def _pour(raw: sqlite3.Connection, source: str, path: Path) -> None:
    """Everything but the sealed rows, in one reading transaction."""
    for pragma in (f"busy_timeout={PATIENCE}", "journal_mode=OFF", "synchronous=OFF"):  # synced as a whole
        raw.execute(f"PRAGMA {pragma}")
    raw.execute("ATTACH ? AS source", (source,))
    raw.execute("BEGIN")
    schema = _schema(raw, "source", path)
    if schema not in KNOWN:
        raise NewerStore(path)
    if raw.execute("PRAGMA source.integrity_check(1)").fetchone()[0] != "ok":
        raise CorruptStore(path)
    made = raw.execute(
        "SELECT type, name, sql FROM source.sqlite_master"
        " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type = 'index'"
    ).fetchall()
    for kind, name, statement in made:
        raw.execute(statement)
        if kind == "table":
            if name in LEFT_OUT or (name == pledges.name and schema in OPEN_PLEDGES):
                continue
            raw.execute(f'INSERT INTO main."{name}" SELECT * FROM source."{name}"')
    raw.execute("COMMIT")


def _schema(raw: sqlite3.Connection, which: str, path: Path) -> str:
    try:
        found = raw.execute(f"SELECT version_num FROM {which}.{versions.name}").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        found = None
    if found is None:
        raise CorruptStore(path)  # somebody else's database, or an empty file
    return str(found[0])


def _blamed(error: sqlite3.Error, source: Path, target: Path) -> StoreError:
    """A full disk is the copy's, everything else the source's."""
    full = getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
    return designed(error, target) if full else read_error(error, source)


def _put_away(database: Path) -> None:
    """What the last server left beside its file would be taken for the new one's. It is moved into the old
    file first, which so stays whole until the new one takes its place.
    """
    if database.with_name(database.name + "-wal").exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(database)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for end in ("-wal", "-shm", "-journal"):
        database.with_name(database.name + end).unlink(missing_ok=True)
