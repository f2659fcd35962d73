"""Numbers 1-10 over the whole room, out of the events that counted them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from game.rules.event import CheckinCounted, Event, RatingsCounted
from game.rules.insight import K_SEATS, K_TABLES
from game.rules.model import Room
from game.rules.report.told import Scale
from game.rules.shown import median

NUMBERS: Final = 10


def limits(room: Room) -> tuple[int, int]:
    """(seats, tables) that must be behind a number that leaves the room: its own k, and never below ours."""
    return max(K_SEATS, room.settings.k_seats), max(K_TABLES, room.settings.k_tables)


def scales_of(room: Room, events: Iterable[Event]) -> dict[str, Scale]:
    """ "checkin", "safe", "useful", "again" -> its numbers; those with too few behind them are not there."""
    lots: dict[str, list[tuple[Sequence[int], int]]] = {}
    for event in events:
        if isinstance(event, CheckinCounted):
            lots.setdefault("checkin", []).append((event.counts, event.tables))
        elif isinstance(event, RatingsCounted):
            for name, counts in event.counts.items():
                lots.setdefault(name, []).append((counts, event.tables[name]))
    found = {name: _scale(room, one) for name, one in lots.items()}
    return {name: scale for name, scale in found.items() if scale is not None}


def _scale(room: Room, counted: Iterable[tuple[Sequence[int], int]]) -> Scale | None:
    """The room's own lots, put together until they are large enough to leave it; what is left waits."""
    least_seats, least_tables = limits(room)
    told, waiting, tables = [0] * NUMBERS, [0] * NUMBERS, 0
    for counts, behind in counted:
        waiting = [a + b for a, b in zip(waiting, counts, strict=True)]
        tables = max(tables, behind)  # two lots may be of the same tables
        if sum(waiting) >= least_seats and tables >= least_tables:
            told = [a + b for a, b in zip(told, waiting, strict=True)]
            waiting, tables = [0] * NUMBERS, 0
    return Scale(counts=tuple(told), median=median(told), seats=sum(told)) if any(told) else None
