"""Opening the file: one server at a time, settings that survive a power cut, and the right schema."""

from __future__ import annotations

import errno
import sqlite3
import sys
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from server.errors import (
    BrokenStore,
    CorruptStore,
    FullStore,
    LockedStore,
    NewerStore,
    ReadOnlyStore,
    StoreError,
)
from server.store.tables import HEAD, KNOWN, versions

LOCK = ".lock"
"""How the name of the small file beside the database ends that a server holds."""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # a commit that is told of survives a power cut
    "PRAGMA secure_delete=ON",  # a destroyed ballot leaves no trace in the file's free space
    "PRAGMA temp_store=MEMORY",  # what a statement lays aside is never written to a folder of the system's
    "PRAGMA busy_timeout=2000",  # a backup may hold the file for a moment
    *(("PRAGMA fullfsync=ON", "PRAGMA checkpoint_fullfsync=ON") if sys.platform == "darwin" else ()),
)

_CODES = {
    sqlite3.SQLITE_CORRUPT: CorruptStore,
    sqlite3.SQLITE_NOTADB: CorruptStore,
    sqlite3.SQLITE_READONLY: ReadOnlyStore,
    sqlite3.SQLITE_CANTOPEN: ReadOnlyStore,
    sqlite3.SQLITE_PERM: ReadOnlyStore,
    sqlite3.SQLITE_FULL: FullStore,
    sqlite3.SQLITE_BUSY: LockedStore,
    sqlite3.SQLITE_LOCKED: LockedStore,
}


def designed(error: Exception, path: Path) -> StoreError:
    """The error as one that tells a person what to do."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.OperationalError) and not hasattr(cause, "sqlite_errorcode"):
        return CorruptStore(path)  # a text that is no text: the driver's own complaint, not SQLite's
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        return _CODES.get(code, BrokenStore)(path)
    if isinstance(cause, UnicodeError):
        return CorruptStore(path)  # SQLite quotes the file's own names, and the driver cannot read them
    if isinstance(cause, OSError):
        return (FullStore if cause.errno == errno.ENOSPC else ReadOnlyStore)(path)
    return BrokenStore(path)


def hold(path: Path) -> sqlite3.Connection:
    """Holds the file for this server as long as the connection is open; the operating system lets go if we
    die.

    The lock is a transaction in a small file beside the database, so the database itself can be read and
    backed up while the server runs. Raises `StoreError`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        guard = sqlite3.connect(
            path.with_name(path.name + LOCK), isolation_level=None, check_same_thread=False
        )
        try:
            guard.execute("PRAGMA busy_timeout=0")
            guard.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error:
            guard.close()
            raise
    except (OSError, sqlite3.Error) as error:
        raise designed(error, path) from error
    return guard


def open_engine(path: Path) -> Engine:
    """An engine with one connection, the file checked and its schema brought up to date. Raises
    `StoreError`.
    """
    engine = create_engine(
        f"sqlite:///{path}", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            _migrate(connection, path)
    except (DBAPIError, OSError, sqlite3.Error, UnicodeError) as error:
        engine.dispose()
        raise designed(error, path) from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def _settle(raw: sqlite3.Connection, _record: object) -> None:
    raw.isolation_level = None  # SQLAlchemy's own BEGIN below, not the driver's
    for pragma in PRAGMAS:
        raw.execute(pragma)


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _migrate(connection: Connection, path: Path) -> None:
    found = None
    if inspect(connection).has_table(versions.name):
        found = connection.execute(select(versions.c.version_num)).scalar()
    elif inspect(connection).get_table_names():
        raise CorruptStore(path)  # somebody else's database
    if found == HEAD:
        return
    if found is not None and found not in KNOWN:
        raise NewerStore(path)
    from alembic import command  # a fifth of a second, only paid when the schema changes
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
