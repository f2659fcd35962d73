"""Erasing one room from a database that no server has open."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import SystemRandom

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from game.rules.trend import Taken
from server.auth import normal_code
from server.store.opening import designed, hold, open_engine
from server.store.reading import MissingStore
from server.store.tables import rooms
from server.store.trended import keep
from server.store.upkeep import Erased, erase_room, rewrite


def erase(path: Path, code: str, found: Callable[[], Taken]) -> Erased | None:
    """Erases the room with this code and all it has, and writes the file anew; None when there is no such
    room. Raises `StoreError`, a `LockedStore` where a server is running.

    `found` is what the file's rooms add to the trend. It is written down first: what has been told of this
    room and others together would otherwise be told without it, and the difference is the room.
    """
    if not path.is_file():
        raise MissingStore(path)
    with closing(hold(path)):
        engine = open_engine(path)
        try:
            with engine.connect() as connection:
                with connection.begin():
                    wanted = select(rooms.c.id).where(rooms.c.code == normal_code(code))
                    room = connection.execute(wanted).scalar()
                    if room is not None:
                        keep(connection, found(), SystemRandom())
                    erased = erase_room(connection, room) if room is not None else None
                if erased is not None:
                    raw = connection.connection.driver_connection
                    assert raw is not None
                    rewrite(raw)
                    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (DBAPIError, sqlite3.Error, OSError) as error:
            raise designed(error, path) from error
        finally:
            engine.dispose()
    return erased
