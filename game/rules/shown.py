"""What may leave a table as numbers: sums over all tables, with at least k seats and k tables behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.rules.counting import choices_of
from game.rules.model import Result, Room


@dataclass(frozen=True, slots=True)
class Chart:
    """One card over all tables: before and after, in the order of its choices."""

    step: int
    card: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    changed: int
    paired: int
    seats: int
    tables: int


def enough(room: Room, counts: Sequence[int] | None) -> bool:
    """Whether a count over the room has k seats behind it, from k tables."""
    tables = sum(1 for team in room.teams.values() if team.seats)
    return counts is not None and sum(counts) >= room.settings.k_seats and tables >= room.settings.k_tables


def charts(room: Room) -> list[Chart]:
    """The cards with enough behind them, in the order they were first played."""
    by_card: dict[str, list[Result]] = {}
    for team in room.teams.values():
        for result in team.results:
            by_card.setdefault(result.card, []).append(result)
    found = [_sum(room, card, results) for card, results in by_card.items()]
    return sorted((chart for chart in found if chart), key=lambda chart: chart.step)


def chart_of(room: Room, card: str) -> Chart | None:
    """One card's chart, when there is enough behind it."""
    return _sum(room, card, [r for team in room.teams.values() for r in team.results if r.card == card])


def _sum(room: Room, card: str, results: Sequence[Result]) -> Chart | None:
    seats = sum(min(result.before.cast, result.after.cast) for result in results)
    if (
        not room.settings.distribution
        or seats < room.settings.k_seats
        or len(results) < room.settings.k_tables
    ):
        return None
    changed, paired = _shift(room, results)
    return Chart(
        step=min(result.step for result in results),
        card=card,
        before=_added(room, card, (result.before.votes for result in results)),
        after=_added(room, card, (result.after.votes for result in results)),
        changed=changed,
        paired=paired,
        seats=seats,
        tables=len(results),
    )


def _shift(room: Room, results: Sequence[Result]) -> tuple[int, int]:
    """(changed, paired) over the tables that could pair their votes; (0, 0) when these alone are too few."""
    paired = [(result.changed or 0, result.paired) for result in results if result.paired is not None]
    changed, seats = sum(pair[0] for pair in paired), sum(pair[1] for pair in paired)
    if seats < room.settings.k_seats or len(paired) < room.settings.k_tables:
        return 0, 0
    return changed, seats


def _added(room: Room, card: str, votes: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    totals = [0] * len(choices_of(room, card))
    for counts in votes:
        for index, n in enumerate(counts):
            totals[index] += n
    return tuple(totals)


def median(counts: Sequence[int]) -> float:
    """The median of numbers 1-10 given as counts; halves lie between two numbers."""
    numbers = [n for n, count in enumerate(counts, start=1) for _ in range(count)]
    middle = len(numbers) // 2
    return float(numbers[middle]) if len(numbers) % 2 else (numbers[middle - 1] + numbers[middle]) / 2
