"""Numbers 1-10 over the whole room, out of the events that counted them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from game.rules.event import CheckinCounted, Event, RatingsCounted
from game.rules.insight import is_crowd, limits
from game.rules.model import Room
from game.rules.report.told import Scale
from game.rules.shown import median

Numbers: TypeAlias = tuple[tuple[int, ...], int]
"""(how many gave each answer, at how many tables at least)"""


def scales_of(room: Room, events: Iterable[Event]) -> dict[str, Scale]:
    """ "checkin", "safe", "useful", "again" -> its numbers; those with too few behind them are not there."""
    found = {name: _scale(lots) for name, lots in scale_lots(room, events).items()}
    return {name: scale for name, scale in found.items() if scale is not None}


def scale_lots(room: Room, events: Iterable[Event]) -> dict[str, list[Numbers]]:
    """The same in the lots in which it may leave the room."""
    counted: dict[str, list[Numbers]] = {}
    for event in events:
        if isinstance(event, CheckinCounted):
            counted.setdefault("checkin", []).append((event.counts, event.tables))
        elif isinstance(event, RatingsCounted):
            for name, counts in event.counts.items():
                counted.setdefault(name, []).append((counts, event.tables[name]))
    return {name: put_together(room, one) for name, one in counted.items()}


def put_together(room: Room, counted: Iterable[Numbers]) -> list[Numbers]:
    """The room's own lots, put together until they are large enough to leave it; what is left waits.

    A lot tells of how many tables it is, not how many sat where; with more seats than these tables have when
    none is a crowd, one of them is.
    """
    least_seats, least_tables = limits(room.settings)
    told: list[Numbers] = []
    waiting: tuple[int, ...] = ()
    tables, crowd = 0, False
    for counts, behind in counted:
        waiting = tuple(a + b for a, b in zip(waiting, counts, strict=True)) if waiting else tuple(counts)
        tables = max(tables, behind)  # two lots may be of the same tables
        crowd = crowd or (behind > 0 and is_crowd(room.settings, -(-sum(counts) // behind)))
        if sum(waiting) >= least_seats and (tables >= least_tables or crowd):
            told.append((waiting, tables))
            waiting, tables, crowd = (), 0, False
    return told


def _scale(lots: Sequence[Numbers]) -> Scale | None:
    told = tuple(map(sum, zip(*(counts for counts, _ in lots), strict=True)))
    return Scale(counts=told, median=median(told), seats=sum(told)) if told else None
