"""What may leave a table as numbers: sums over all tables, with at least k seats and k tables behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from game.rules.counting import RATINGS, choices_of, is_lot
from game.rules.model import Result, Room

Lot = list[tuple[str, Result]]
"""(team, what the card did there), published together."""


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


def enough(room: Room, counts: Sequence[int] | None, name: str) -> bool:
    """Whether a count over the room has k seats behind it, and each lot of it k tables."""
    return counts is not None and is_lot(room, sum(counts), room.behind.get(name, 0))


def checkin_of(room: Room) -> tuple[int, ...] | None:
    """The check-in over the room, when there is enough behind it."""
    return room.checkin if enough(room, room.checkin, "checkin") else None


def recalled_of(room: Room) -> tuple[int, ...] | None:
    """How the pledges went over the room, when there is enough behind it."""
    return room.recalled if enough(room, room.recalled, "recall") else None


def rating_of(room: Room) -> Mapping[str, tuple[int, ...]] | None:
    """The ratings over the room, when there is enough behind every question."""
    rating = room.rating or {}
    return room.rating if all(enough(room, rating.get(name), name) for name in RATINGS) else None


def charts(room: Room) -> list[Chart]:
    """The cards with enough behind them, in the order they were first played."""
    by_card: dict[str, Lot] = {}
    for team in room.teams.values():
        for result in team.results:
            by_card.setdefault(result.card, []).append((team.id, result))
    found = [_chart(room, card, results) for card, results in by_card.items()]
    return sorted((chart for chart in found if chart), key=lambda chart: chart.step)


def chart_of(room: Room, card: str) -> Chart | None:
    """One card's chart, when there is enough behind it."""
    found = [(team.id, one) for team in room.teams.values() for one in team.results if one.card == card]
    return _chart(room, card, found)


def _chart(room: Room, card: str, found: Lot) -> Chart | None:
    published = lots(room, found) if room.settings.distribution else []
    results = [result for lot in published for _, result in lot]
    if not results:
        return None
    shifts = [_shift(room, lot) for lot in published]
    return Chart(
        step=min(result.step for result in results),
        card=card,
        before=_added(room, card, (result.before.votes for result in results)),
        after=_added(room, card, (result.after.votes for result in results)),
        changed=sum(changed for changed, _ in shifts),
        paired=sum(paired for _, paired in shifts),
        seats=sum(_seats(result) for result in results),
        tables=len({team for lot in published for team, _ in lot}),
    )


def lots(room: Room, found: Lot) -> list[Lot]:
    """A card's results as they may be published: in lots, each with k seats and k tables by itself.

    Results come as the tables get to the comparison, all at once where the hall opens it. They wait till they
    make a lot together, so that a chart that grows never tells, by what it was before, of fewer than k. What
    makes no lot is not published, after the session either. A table that meets a card again is counted the
    first time only: its seats stand behind a number once.
    """
    counted = sorted((one for one in found if _seats(one[1])), key=lambda one: one[1].moment)
    first: dict[str, Result] = {}
    for team, result in counted:
        first.setdefault(team, result)
    contributing = list(first.items())
    published: list[Lot] = []
    waiting: Lot = []
    for _, together in groupby(contributing, key=lambda one: one[1].moment):
        waiting = [*waiting, *together]
        if is_lot(room, sum(_seats(result) for _, result in waiting), len({team for team, _ in waiting})):
            published.append(waiting)
            waiting = []
    return published


def _seats(result: Result) -> int:
    """How many seats chose something both times, at most."""
    return min(result.before.cast, result.after.cast)


def _shift(room: Room, lot: Lot) -> tuple[int, int]:
    """(changed, paired) over the tables that could pair their votes; (0, 0) when these alone are too few."""
    paired = [(team, result.changed or 0, result.paired) for team, result in lot if result.paired]
    seats = sum(n for _, _, n in paired)
    if not is_lot(room, seats, len({team for team, _, _ in paired})):
        return 0, 0
    return sum(changed for _, changed, _ in paired), seats


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
