"""Answers out of a database file that somebody else may be writing.

SQLite's locks would do it, but a reader that takes them creates the files of the write-ahead log beside a
database that nobody has open and leaves them there: beside a copy, and in the way of a server that another
user runs. So while there is no such log the file is read as one that cannot change, and whether it did is
looked at after every answer. If it did, the answer is thrown away and asked for anew; by then there is a log,
and the locks are taken.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from sqlalchemy import CompoundSelect, Engine, Row, Select, column, create_engine, select, table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from server.errors import CorruptStore, LockedStore, NewerStore, ReadOnlyStore, StoreError
from server.store.opening import designed
from server.store.tables import KNOWN, versions

PATIENCE = 2000
"""Ms to wait for whoever holds the whole file."""
TRIES: Final = 5
"""Answers thrown away before somebody is told that the file never lies still."""

_HAS_VERSION: Final[Select[Any]] = (
    select(column("name")).select_from(table("sqlite_master")).where(column("name") == versions.name)
)
_VERSION = select(versions.c.version_num)

Mark: TypeAlias = tuple[int, ...]
"""What changes with a file: its number, its size, and when it was last written, ns. Empty for none."""


class MissingStore(StoreError):
    slug = "store_missing"
    sv = "Det finns ingen databas {path}. Ange serverns fil, den som står i bemot serve --database."
    en = "There is no database {path}. Name the server's file, the one given to bemot serve --database."


class SealedStore(StoreError):
    slug = "store_unreadable"
    sv = "Det går inte att läsa {path}. Kontrollera att det är en fil som du får läsa."
    en = "Cannot read {path}. Check that it is a file you may read."


class BusyStore(StoreError):
    slug = "store_busy"
    sv = "Någon annan håller {path} låst just nu. Försök igen om en stund, eller läs en kopia."
    en = "Somebody else has {path} locked just now. Try again in a while, or read a copy."


class RestlessStore(StoreError):
    slug = "store_restless"
    sv = "{path} ändras hela tiden medan den läses. Försök igen om en stund, eller läs en kopia."
    en = "{path} goes on changing while it is read. Try again in a while, or read a copy."


class Reader:
    """Questions to the file at `path`; each is one short reading. `close` it afterwards."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[Mark, ...] = ()
        """The file and what lies beside it, as they were when it was opened as one that cannot change."""
        self._engine: Engine = create_engine("sqlite://", creator=self._connected, poolclass=StaticPool)

    def rows(
        self, query: Select[Any] | CompoundSelect[Any], values: Mapping[str, object]
    ) -> Sequence[Row[Any]]:
        """The whole answer. Raises `StoreError`."""
        for _ in range(TRIES):
            try:
                with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                    found = connection.execute(query, values).all()
            except DBAPIError as error:
                if not self._changed():
                    raise read_error(error, self._path) from error
            else:
                if not self._changed():
                    return found
            self._engine.dispose()
        raise RestlessStore(self._path)

    def check(self) -> None:
        """Raises `StoreError` for a file that is no database of ours, or one of a newer version."""
        found = [row.version_num for row in self.rows(_VERSION, {})] if self.rows(_HAS_VERSION, {}) else []
        if not found:
            raise CorruptStore(self._path)  # somebody else's database, or an empty file
        if found[0] not in KNOWN:
            raise NewerStore(self._path)

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def _connected(self) -> sqlite3.Connection:
        found = marks(self._path)
        still = not any(found[1:])
        self._seen = found if still else ()
        address = f"{self._path.resolve().as_uri()}?mode=ro{'&immutable=1' if still else ''}"
        connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA busy_timeout={PATIENCE}")
        connection.execute("PRAGMA query_only=ON")
        return connection

    def _changed(self) -> bool:
        """Whether the answer may be a mixture: somebody wrote, or may be writing, while no lock was held."""
        return bool(self._seen) and self._seen != marks(self._path)


def marks(path: Path) -> tuple[Mark, ...]:
    """What tells whether somebody writes: of the file, of its write-ahead log and of its journal."""
    return tuple(_mark(path.with_name(path.name + end)) for end in ("", "-wal", "-journal"))


def _mark(path: Path) -> Mark:
    try:
        stat = path.stat()
    except OSError:
        return ()
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def read_error(error: Exception, path: Path) -> StoreError:
    """In the words of somebody who only reads."""
    reason = designed(error, path)
    if isinstance(reason, LockedStore):
        return BusyStore(path)
    return SealedStore(path) if isinstance(reason, ReadOnlyStore) else reason
