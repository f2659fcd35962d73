"""What was destroyed is nowhere in the file, however its pages have been filled and emptied before."""

from __future__ import annotations

import hmac
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from server.store import statements as sql
from server.store.opening import PRAGMAS, open_engine
from server.store.residue import Residue
from tests.server.stores import open_store, opening

SENTINEL = re.compile(rb"SENT\d{6}")
SEEDS = (2, 6, 8)
"""With these SQLite leaves a copy behind when it is left to itself."""


@pytest.fixture
def raw(database: Path) -> Iterator[sqlite3.Connection]:
    """The schema in a file, and a connection such as the store's."""
    open_engine(database).dispose()
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for pragma in (*PRAGMAS, "PRAGMA synchronous=OFF"):
            connection.execute(pragma)
        yield connection


class Boxes:
    """Boxes of many rooms, filled and emptied in an order that follows the seed."""

    def __init__(self, raw: sqlite3.Connection, seed: int) -> None:
        self.raw, self.dice, self.n = raw, Random(seed), 0
        self.open: dict[tuple[str, str], dict[str, bytes]] = {}

    def step(self) -> None:
        place = f"r{self.dice.randrange(8)}", f"t1/turn/{self.dice.randrange(3)}"
        self.raw.execute("BEGIN IMMEDIATE")
        if self.dice.random() < 0.75:
            self._fill(*place)
        elif self.open:
            room, box = self.dice.choice(sorted(self.open))
            self.raw.execute(sql.EMPTY_BOX, {"room_id": room, "box_id": box})
            del self.open[room, box]
        self.raw.execute("COMMIT")

    def _fill(self, room: str, box: str) -> None:
        lying = self.open.setdefault((room, box), {})
        for _ in range(self.dice.choice((1, 1, 3, 5, 30, 200))):
            self.n += 1
            new = self.dice.random() < 0.8 or not lying
            key = hmac.digest(b"key", b"%d" % self.n, "sha256").hex()
            key = key if new else self.dice.choice(sorted(lying))
            lying[key] = b"SENT%06d" % self.n
            body = lying[key].decode() + "z" * self.dice.choice((0, 0, 30, 100))
            row = {"room": room, "box": box, "round": 1, "key": key, "body": body}
            self.raw.execute(sql.PUT_BALLOT, row)

    @property
    def lying(self) -> set[bytes]:
        return {text for lying in self.open.values() for text in lying.values()}


def found(database: Path) -> set[bytes]:
    """Every sentinel in any file of the database."""
    raw = b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))
    return set(SENTINEL.findall(raw))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_destroyed_ballot_leaves_no_copy_in_the_middle_of_a_page(
    database: Path, raw: sqlite3.Connection, seed: int
) -> None:
    boxes, residue = Boxes(raw, seed), Residue(raw)
    for _ in range(40):
        for _ in range(10):
            boxes.step()
        residue.destroyed()
        assert not residue.clean()
        assert found(database) == boxes.lying


def test_what_a_statement_lays_aside_stays_in_memory(database: Path) -> None:
    engine = open_engine(database)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA temp_store").scalar() == 2  # MEMORY
    engine.dispose()


async def test_a_server_that_was_killed_is_cleaned_up_after_by_the_next(database: Path) -> None:
    async with open_store(database) as store:
        assert await store.open_room(opening())
    left = sqlite3.connect(database)
    left.execute("PRAGMA secure_delete=ON")
    left.execute("PRAGMA wal_autocheckpoint=0")
    left.execute("INSERT INTO ballots VALUES ('r1', 't1/turn/1', 1, 'k', 'SENT000001')")
    left.commit()
    left.execute("DELETE FROM ballots")
    left.commit()
    wal = database.with_name(database.name + "-wal")
    killed = wal.read_bytes()
    left.close()
    wal.write_bytes(killed)  # as it lay there when the power went
    assert found(database)
    async with open_store(database):
        assert found(database) == set()
