"""Whoever keeps every trend that has ever been told subtracts one from another, whatever days and months
they are of.

Whatever is left is told of at least k seats at k tables. Each table's count is a power of two of its own,
so that a sum tells which tables are in it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules import Settings
from game.rules.insight import HOLD, K_SEATS, K_TABLES
from game.rules.insight.lots import Unit
from game.rules.model import Room
from game.rules.trend import Given, Part, Subject, Taken, TrendLot, take

YEARS = int(os.environ.get("YEARS", "150"))
"""`YEARS=5000 pytest tests/trend/test_differences.py` for a long run."""
SUBJECTS = (
    Subject("shift", "motet/vantan"),
    Subject("notes", "motet/vantan"),
    Subject("played", "motet/kon"),
)
WEEK = 7 * 24 * 60 * 60 * 1000
Act = Literal["close", "tell", "sweep", "erase", "purge"]


@dataclass(frozen=True)
class Held:
    """A room as it will close: seats of its tables, how strict it is, and which subjects each table gives
    to.
    """

    seats: tuple[int, ...]
    subjects: tuple[int, ...]
    k_seats: int
    k_tables: int


helds = st.builds(
    Held,
    seats=st.lists(st.integers(1, 6), min_size=1, max_size=4).map(tuple),
    subjects=st.lists(st.integers(1, 7), min_size=4, max_size=4).map(tuple),
    k_seats=st.sampled_from([5, 6, 6, 6, 10]),
    k_tables=st.sampled_from([1, 3, 3, 4]),
)
acts: st.SearchStrategy[list[Act]] = st.lists(
    st.sampled_from(["close", "close", "close", "tell", "sweep", "erase", "purge"]), min_size=8, max_size=40
)


def month_of(ms: int) -> str:
    """Four weeks each."""
    return f"2026-{ms // (4 * WEEK) + 1:02}"


@dataclass
class Database:
    """What a server keeps, and everything that has been told from it."""

    rooms: list[Given] = field(default_factory=list)
    kept: list[TrendLot] = field(default_factory=list)
    marks: set[tuple[str, str, str]] = field(default_factory=set)
    seats: dict[int, int] = field(default_factory=dict)
    """The number of a table -> its seats."""
    told: list[tuple[TrendLot, ...]] = field(default_factory=list)
    now: int = 0

    def close(self, held: Held) -> None:
        """One more room; some close at the same moment."""
        parts: dict[Subject, list[Part]] = {}
        made = {"preset": "APT 30", "pace": "hall", "k_seats": held.k_seats, "k_tables": held.k_tables}
        name = f"r{len(self.seats)}"
        for team, seats in enumerate(held.seats):
            number = len(self.seats)
            self.seats[number] = seats
            for bit, subject in enumerate(SUBJECTS):
                if held.subjects[team] & 1 << bit:
                    parts.setdefault(subject, []).append(Part(f"t{team}", seats, (1 << number,)))
        room = Room(name, name, 1, 0, Settings.model_validate(made), (), (), {})
        rest = {subject: Unit(room, tuple(some)) for subject, some in parts.items()}
        self.rooms.append(Given(room, self.now, (), rest))

    def found(self) -> Taken:
        return take(self.rooms, self.marks, self.now, month_of)

    def tell(self) -> None:
        """As a command beside the server does."""
        self.told.append((*self.kept, *self.found().lots))

    def sweep(self) -> None:
        """As the server does, before it erases anything."""
        found = self.found()
        self.kept += found.lots
        self.marks |= set(found.marks)

    def erase(self, which: int) -> None:
        """A room and its marks are gone, whatever of it has been told."""
        self.sweep()
        gone = self.rooms.pop(which)
        self.marks = {mark for mark in self.marks if mark[0] != gone.room.id}


def lived(rooms: list[Held], what: list[Act]) -> Database:
    database, waiting = Database(), list(rooms)
    for n, act in enumerate(what):
        database.now += (n % 3) * WEEK + HOLD // 2
        if act == "close" and waiting:
            database.close(waiting.pop())
        elif act == "sweep":
            database.sweep()
        elif act in ("erase", "purge") and database.rooms:
            database.erase(0 if act == "erase" else n % len(database.rooms))
        else:
            database.tell()
    database.tell()
    return database


def cells(lots: tuple[TrendLot, ...]) -> Mapping[tuple[str, ...], int]:
    """Everything that a trend adds up: whole years, months, and what is left when it begins in a later
    month.
    """
    sums: Counter[tuple[str, ...]] = Counter()
    for lot in lots:
        name = (lot.subject.measure, lot.subject.name)
        sums[name] += lot.counts[0]
        sums[(*name, lot.month)] += lot.counts[0]
        for since in ("2026-02", "2026-03", "2026-05"):
            if lot.begun >= since:
                sums[(*name, "since", since)] += lot.counts[0]
                sums[(*name, "since", since, lot.month)] += lot.counts[0]
    return sums


@settings(max_examples=YEARS, deadline=None)
@given(rooms=st.lists(helds, min_size=3, max_size=14), what=acts)
def test_no_two_tellings_differ_by_fewer_than_k(rooms: list[Held], what: list[Act]) -> None:
    database = lived(rooms, what)
    tellings = [cells(lots) for lots in database.told]
    names = sorted({name for telling in tellings for name in telling})
    for name in names:
        known = {0, *(telling.get(name, 0) for telling in tellings)}
        known |= {
            telling.get(name[:2], 0) - telling[name] for telling in tellings if name[2:] and name in telling
        }
        for one, other in combinations(sorted(known), 2):
            assert_k(one ^ other, database)


def assert_k(tables: int, database: Database) -> None:
    """A set of tables, as the bits of a number."""
    behind = [seats for number, seats in database.seats.items() if tables & 1 << number]
    assert len(behind) >= K_TABLES
    assert sum(behind) >= K_SEATS


@settings(max_examples=YEARS, deadline=None)
@given(rooms=st.lists(helds, min_size=3, max_size=14), what=acts)
def test_what_has_been_told_stays_told_and_no_table_is_told_twice(rooms: list[Held], what: list[Act]) -> None:
    database = lived(rooms, what)
    for earlier, later in zip(database.told, database.told[1:], strict=False):
        assert not Counter(earlier) - Counter(later)
    for subject in SUBJECTS:
        seen = 0
        for lot in database.told[-1]:
            if lot.subject == subject:
                assert not seen & lot.counts[0]
                seen |= lot.counts[0]


def test_the_strictest_room_of_a_lot_says_how_many_there_must_be() -> None:
    database = Database()
    for k_tables in (3, 5, 3, 3, 3):
        database.close(Held((4,), (1,), 6, k_tables))
        database.now += HOLD
    database.tell()
    assert [lot.tables for lot in database.told[-1]] == [5]
