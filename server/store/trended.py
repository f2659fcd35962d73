"""Lots of the trend as rows: written once, never changed, and kept when the rooms they came from are
erased.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random

from sqlalchemy import Connection, Row, insert, literal, select, union_all

from game.rules.trend import Subject, Taken, TrendLot
from server.store.archive import Archive
from server.store.tables import rooms, taken, trend

_ALL = union_all(
    select(
        literal("lot").label("what"), trend.c.begun, trend.c.month, trend.c.measure, trend.c.subject,
        trend.c.seats, trend.c.tables, trend.c.counts,
    ),
    select(
        literal("mark"), taken.c.room, literal(""), taken.c.measure, taken.c.subject,
        literal(0), literal(0), literal(""),
    ),
)  # fmt: skip
"""Lots and marks in one reading: a sweep between two would count a lot twice or not at all."""


def kept(archive: Archive) -> Taken:
    """Every lot that has been written down, and every mark. Raises `StoreError`."""
    if not archive.has(trend):
        return Taken()
    rows = archive.rows(_ALL)
    return Taken(
        tuple(_lot(row) for row in rows if row.what == "lot"),
        tuple((row.begun, row.measure, row.subject) for row in rows if row.what == "mark"),
    )


def keep(connection: Connection, found: Taken, dice: Random) -> bool:
    """Writes new lots and marks, in the open transaction: all of them; or none, and gives False, when one of
    them has been written or its room erased since they were gathered.
    """
    if _is_stale(connection, found):
        return False
    if found.lots:
        connection.execute(insert(trend), [_row(lot, dice) for lot in found.lots])
    if found.marks:
        marks: Sequence[dict[str, str]] = [
            {"room": room, "measure": measure, "subject": subject} for room, measure, subject in found.marks
        ]
        connection.execute(insert(taken), marks)
    return True


def _is_stale(connection: Connection, found: Taken) -> bool:
    here = set(connection.execute(select(rooms.c.id).where(rooms.c.host_key != "")).scalars())
    written = connection.execute(select(taken.c.room, taken.c.measure, taken.c.subject))
    known = {(row.room, row.measure, row.subject) for row in written}
    return any(mark[0] not in here or mark in known for mark in found.marks)


def _row(lot: TrendLot, dice: Random) -> dict[str, object]:
    return {
        "lot": f"{dice.getrandbits(128):032x}",
        "begun": lot.begun,
        "month": lot.month,
        "measure": lot.subject.measure,
        "subject": lot.subject.name,
        "seats": lot.seats,
        "tables": lot.tables,
        "counts": json.dumps(lot.counts),
    }


def _lot(row: Row[tuple[object, ...]]) -> TrendLot:
    subject = Subject(row.measure, row.subject)
    return TrendLot(subject, row.begun, row.month, row.seats, row.tables, tuple(json.loads(row.counts)))
