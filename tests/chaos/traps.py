"""A real server that kills itself, with no goodbye, at a chosen point of a commit."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from threading import Thread
from typing import Any, Literal, cast

import server.app
from game import places
from server.app import Running, run
from server.config import Limits, Settings
from server.store import residue
from server.store import statements as sql
from server.store.contract import Committed
from server.store.sqlite import SqliteStore
from server.store.writer import Told

Point = Literal[
    "never",
    "amid_batch",
    "before_commit",
    "after_commit",
    "half_told",
    "before_reveal",
    "after_reveal",
    "before_compare",
    "after_compare",
    "amid_cleaning",
    "before_checkpoint",
    "after_checkpoint",
]
"""Where: `amid_batch` is between two statements of a transaction, `half_told` when some of a batch have been
answered and others have not; a reveal counts votes, a compare counts them again and destroys them, and a
cleaning lays out anew what is still sealed.
"""
OPEN = Limits(commands=10_000, command_burst=10_000, rooms=1_000, rooms_burst=1_000)
_LAID_OUT = {put for _, _, put, _ in residue._TABLES}
DECKS = ("motet", "incheckning", "lofte")
"""What is played; every start would read all the others too."""
BREATH = 0.002
"""Seconds in which the answers of those who were told leave the process."""


@dataclass(frozen=True, slots=True)
class Trap:
    """The `nth` time that the server comes to this point it dies."""

    point: Point = "never"
    nth: int = 1


def die() -> None:
    """As when the power of one process is cut."""
    os.kill(os.getpid(), signal.SIGKILL)


class Trapped:
    """The writer's connection, with a trap on the way to the file."""

    def __init__(self, raw: sqlite3.Connection, trap: Trap) -> None:
        self._raw, self._trap, self._left = raw, trap, trap.nth
        self._marks: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)

    def execute(self, statement: str, *given: Any) -> Any:
        if statement == "BEGIN IMMEDIATE":
            self._marks = set()
        if statement == "COMMIT":
            return self._around(statement, ("commit", *self._marks))
        if statement.startswith("PRAGMA wal_checkpoint"):
            return self._around(statement, ("checkpoint",))
        return self._raw.execute(statement, *given)

    def executemany(self, statement: str, rows: Sequence[Any]) -> None:
        self._raw.executemany(statement, rows)
        if statement == sql.LOG and any('"type":"revealed"' in row["body"] for row in rows):
            self._marks.add("reveal")
        if statement == sql.BURN_KEY:
            self._marks.add("compare")
        self._at("amid_batch")
        if statement in _LAID_OUT:
            self._at("amid_cleaning")

    def _around(self, statement: str, what: tuple[str, ...]) -> Any:
        for name in what:
            self._at(f"before_{name}")
        done = self._raw.execute(statement)
        for name in what:
            self._at(f"after_{name}")
        return done

    def _at(self, point: str) -> None:
        if point == self._trap.point:
            self._left -= 1
            if not self._left:
                die()


class TrappedStore(SqliteStore):
    """The same store, with a trap in it."""

    def __init__(self, trap: Trap, *given: Any) -> None:
        super().__init__(*given)
        self._raw = cast(Any, Trapped(self._raw, trap))
        self._residue._raw = self._raw
        self._trap, self._tells = trap, trap.nth

    def _tell(self, results: Sequence[tuple[Told, Any]]) -> None:
        if self._trap.point == "half_told" and any(isinstance(result, Committed) for _, result in results):
            self._tells -= 1
            if not self._tells:
                results = results[: (len(results) + 1) // 2]
                asyncio.get_running_loop().call_later(BREATH, die)
        super()._tell(results)


def serve(trap: Trap, port: int, database: Path, told: Connection) -> None:
    """Serves until it dies; tells its port when it listens. It never outlives whoever started it."""
    Thread(target=_with_the_parent, daemon=True).start()
    server.app.deck_folders = lambda chosen: tuple(places.decks() / slug for slug in DECKS)  # type: ignore[attr-defined]
    server.app.SqliteStore = partial(TrappedStore, trap)  # type: ignore[attr-defined,assignment]

    def ready(running: Running) -> None:
        told.send(running.port)

    chosen: dict[str, Any] = {"host": "127.0.0.1", "port": port, "database": database, "hidden": True}
    run(Settings(**chosen, limits=OPEN, log_level="error"), ready=ready)


def _with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        die()
