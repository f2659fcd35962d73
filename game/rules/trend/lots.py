"""Rooms become lots: each at least k seats at k tables, told whole, once and for ever.

A lot that has been taken is written down, and what it was made of is marked as taken; nothing is put into
two lots. So any two tellings, of whatever days and from whatever month on, differ by whole lots.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from game.rules.insight.lots import HOLD, Unit, fill
from game.rules.trend.given import Given, Part, Subject

MonthOf: TypeAlias = Callable[[int], str]
"""Server ms -> the month there, as 2026-11."""
Mark: TypeAlias = tuple[str, str, str]
"""(room, measure, subject) of what has been put into a lot; (room, "", "") of a room's own lots."""
OWN: Final = ("", "")


@dataclass(frozen=True, slots=True)
class TrendLot:
    """What may be told at once. `begun` and `month` are those in which the first and last of its rooms
    closed.
    """

    subject: Subject
    begun: str
    month: str
    seats: int
    tables: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """New lots, and the marks of what they are made of."""

    lots: tuple[TrendLot, ...] = ()
    marks: tuple[Mark, ...] = ()


def take(rooms: Iterable[Given], marked: Collection[Mark], now: int, month_of: MonthOf) -> Taken:
    """The lots that closed rooms make together, in the order of their closing; `now` is server ms.

    A room waits a moment after its closing, so that none that closed before it can still turn up. What
    makes no lot yet is not marked, and waits as long as its room is kept.
    """
    lots: list[TrendLot] = []
    marks: list[Mark] = []
    waiting: dict[Subject, list[Unit[Part]]] = {}
    closed: dict[str, int] = {}
    settled = [one for one in rooms if one.closed <= now - HOLD]
    for given in sorted(settled, key=lambda one: (one.closed, one.room.id)):
        room = given.room.id
        closed[room] = given.closed
        if (room, *OWN) not in marked:
            marks.append((room, *OWN))
            month = month_of(given.closed)
            lots += [
                TrendLot(one.subject, month, month, one.seats, one.tables, one.counts) for one in given.whole
            ]
        for subject, unit in given.rest.items():
            if (room, subject.measure, subject.name) not in marked:
                waiting.setdefault(subject, []).append(unit)
    for subject, units in waiting.items():
        some, used = _filled(subject, units, closed, month_of)
        lots += some
        marks += used
    return Taken(tuple(lots), tuple(marks))


def _filled(
    subject: Subject, units: list[Unit[Part]], closed: Mapping[str, int], month_of: MonthOf
) -> tuple[list[TrendLot], list[Mark]]:
    lots: list[TrendLot] = []
    marks: list[Mark] = []
    for lot in fill(units)[0]:
        months = [month_of(closed[unit.room.id]) for unit in lot.units]
        counts = tuple(map(sum, zip(*(part.counts for part in lot.pieces), strict=True)))
        lots.append(TrendLot(subject, min(months), max(months), lot.seats, len(lot.tables), counts))
        marks += [(unit.room.id, subject.measure, subject.name) for unit in lot.units]
    return lots, marks
