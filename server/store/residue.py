"""Nothing is left of what was destroyed: not in the file's pages, not in the write-ahead log.

With `secure_delete` SQLite overwrites what it deletes. When it moves rows between pages to make room, though,
a copy may stay behind in a page's unused middle, and deleting the row later does not reach it. So the two
tables that hold secrets are laid out anew after something has been destroyed: an emptied table's pages are
overwritten whole, and what is still open is put back. Then the write-ahead log, which holds the pages as they
were, is moved into the file and cut.
"""

from __future__ import annotations

import logging
import sqlite3
import time

from sqlalchemy import delete, insert, select

from server.faults import log_fault
from server.store.statements import prepared
from server.store.tables import ballots, boxes

log = logging.getLogger(__name__)
PAUSE = 1.0
"""Seconds at least between two cleanings; what was destroyed lingers no longer."""
SHARE = 20
"""How many times as long as a cleaning took the next one waits, at least: votes go before it."""

_TABLES = tuple(
    (prepared(select(table)), prepared(delete(table)), prepared(insert(table)), table.columns.keys())
    for table in (ballots, boxes)
)


class Residue:
    """What remains to be cleaned up after. Used in the writer's thread, between transactions."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._scattered = self._logged = True  # a server that was killed may have left something
        self._last, self._rest = 0.0, PAUSE

    def destroyed(self) -> None:
        """Something has been, in a transaction that is durable."""
        self._scattered = self._logged = True

    def clean_when_due(self) -> None:
        """Between two batches: not so often that votes wait for it."""
        if self._logged and time.monotonic() - self._last > self._rest:
            self.clean()

    def clean(self) -> bool:
        """Returns whether something remains to be done: a backup may be reading, or the disk be full."""
        if not self._logged:
            return False
        began = time.monotonic()
        try:
            if self._scattered:
                lay_out_anew(self._raw)
                self._scattered = False
            self._logged = bool(self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
        except sqlite3.Error as error:
            log_fault(log, "what was destroyed is still being cleaned up after", error)
        self._last = time.monotonic()
        self._rest = max(PAUSE, SHARE * (self._last - began))
        return self._logged


def lay_out_anew(raw: sqlite3.Connection) -> None:
    """Rewrites the open ballots and their secrets. Takes a few µs for each."""
    raw.execute("BEGIN IMMEDIATE")
    try:
        for read, empty, put, names in _TABLES:
            rows = [dict(zip(names, row, strict=True)) for row in raw.execute(read)]
            raw.execute(empty)
            raw.executemany(put, rows)
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
