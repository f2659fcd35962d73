"""What may be told at once: sums of at least k seats at k tables, and so the difference of any two tellings.

A *lot* is told whole or not at all, and once it can be told it never changes: logs only grow. So whoever
tells twice, on different days or from different dates on, tells of sets of whole lots, and the difference is
a set of whole lots.

- Within a room lots are filled in the order of its log, while the session is on.
- What fills no lot in its room waits till the room is closed, and fills lots with rooms that closed in the
  same week, in the order of their closing. The newest closings wait a moment more: see `HOLD`.
- Rooms are erased, and logs that are gone would move every border after them. So a week of which a room has
  been erased is *spent*: no lot over several of its rooms is told again, and those that were are gone whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Final, Generic, Protocol, TypeVar

from game.rules.insight.crowd import is_crowd, limits
from game.rules.insight.lays import Lay, Log
from game.rules.model import Result, Room
from game.rules.shown import lots as shown_lots

HOLD: Final = 60_000
"""Ms after its closing for which a room waits, so that no room that closed before it can still turn up."""


class Piece(Protocol):
    """What one table gave."""

    @property
    def team(self) -> str:
        """The team."""

    @property
    def seats(self) -> int:
        """The seats behind it."""


T = TypeVar("T", bound=Piece)


@dataclass(frozen=True, slots=True)
class Voted:
    """What a card did at one table."""

    team: str
    result: Result

    @property
    def seats(self) -> int:
        """How many seats chose something both times, at most."""
        return min(self.result.before.cast, self.result.after.cast)


@dataclass(frozen=True, slots=True)
class Unit(Generic[T]):
    """What became known at once in a room, and so is told at once."""

    room: Room
    pieces: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Lot(Generic[T]):
    """Units that are told together."""

    units: tuple[Unit[T], ...]

    @property
    def pieces(self) -> tuple[T, ...]:
        """Everything in it."""
        return tuple(piece for unit in self.units for piece in unit.pieces)

    @property
    def seats(self) -> int:
        """The seats behind it."""
        return sum(piece.seats for piece in self.pieces)

    @property
    def tables(self) -> frozenset[tuple[str, str]]:
        """(room, team) of the tables behind it."""
        return frozenset((unit.room.id, piece.team) for unit in self.units for piece in unit.pieces)

    @property
    def rooms(self) -> frozenset[str]:
        """The rooms behind it."""
        return frozenset(unit.room.id for unit in self.units)

    @property
    def opened(self) -> int:
        """When the first of its rooms opened, server ms."""
        return min(unit.room.opened for unit in self.units)

    def part(self, seats: Callable[[T], int]) -> tuple[T, ...]:
        """The pieces with some of these seats behind them; none at all when these alone are too few."""
        kept = [(unit, piece) for unit in self.units for piece in unit.pieces if seats(piece)]
        return tuple(piece for _, piece in kept) if self._suffices(kept, seats) else ()

    @property
    def is_enough(self) -> bool:
        """Whether it has k seats at k tables behind it, by the strictest k among its rooms' and ours; or,
        when it is of one room, a lecture's crowd.
        """
        pieces = [(unit, piece) for unit in self.units for piece in unit.pieces]
        return self._suffices(pieces, lambda piece: piece.seats)

    def _suffices(self, pieces: Sequence[tuple[Unit[T], T]], seats: Callable[[T], int]) -> bool:
        asked = [limits(unit.room.settings) for unit in self.units]
        total = sum(seats(piece) for _, piece in pieces)
        if not pieces or total < max(least for least, _ in asked):
            return False
        tables = {(unit.room.id, piece.team) for unit, piece in pieces}
        crowd = any(is_crowd(unit.room.settings, seats(piece)) for unit, piece in pieces)
        return len(tables) >= max(least for _, least in asked) or (crowd and len(self.rooms) == 1)


def fill(units: Iterable[Unit[T]]) -> tuple[list[Lot[T]], list[Unit[T]]]:
    """Lots in the order of the units, and what is left of them."""
    lots: list[Lot[T]] = []
    waiting: list[Unit[T]] = []
    for unit in units:
        waiting.append(unit)
        if (lot := Lot(tuple(waiting))).is_enough:
            lots.append(lot)
            waiting = []
    return lots, waiting


def lay_lots(logs: Iterable[Log], card: str, now: int, spent: Collection[str] = ()) -> list[Lot[Lay]]:
    """What happened to this card at the tables of these rooms, as it may be told at `now`, server ms; `spent`
    are weeks.
    """
    told: list[Lot[Lay]] = []
    left: Left[Lay] = {}
    for log in in_closing_order(logs):
        lays = [lay for lay in log.lays if lay.card == card and lay.seats]
        together = groupby(lays, key=lambda lay: lay.ended)
        lots, rest = fill([Unit(log.room, tuple(group)) for _, group in together])
        told += lots
        if rest and is_settled(log, now):
            wait(left, log, Unit(log.room, Lot(tuple(rest)).pieces))
    return told + over_rooms(left, spent)


def vote_lots(logs: Iterable[Log], card: str, now: int, spent: Collection[str] = ()) -> list[Lot[Voted]]:
    """The votes on this card in these rooms, as they may be told at `now`, server ms; `spent` are weeks.

    Within a room the lots are made of those that its own charts show, so that nobody who has seen a chart
    learns of fewer than k by taking it away. Of these, what stays below our k is left out for good; what no
    chart has shown waits for other rooms.
    """
    told: list[Lot[Voted]] = []
    left: Left[Voted] = {}
    for log in in_closing_order(logs):
        shown, rest = _shown(log.room, card)
        told += fill(shown)[0]
        if rest.pieces and is_settled(log, now):
            wait(left, log, rest)
    return told + over_rooms(left, spent)


Left = dict[str, list[Unit[T]]]
"""week -> what filled no lot in rooms that closed in it, in the order of their closing."""


def wait(left: Left[T], log: Log, unit: Unit[T]) -> None:
    """What a settled room has left waits with that of the others of its week."""
    assert log.closed is not None
    left.setdefault(week_of(log.closed), []).append(unit)


def over_rooms(left: Left[T], spent: Collection[str]) -> list[Lot[T]]:
    """Lots over several rooms, week by week."""
    return [lot for week, units in left.items() if week not in spent for lot in fill(units)[0]]


def week_of(moment: int) -> str:
    """The week of a moment, server ms; the same wherever it is asked.

    >>> week_of(0)
    '1970-W01'
    """
    year, week, _ = datetime.fromtimestamp(moment / 1000, UTC).isocalendar()
    return f"{year}-W{week:02}"


def _shown(room: Room, card: str) -> tuple[list[Unit[Voted]], Unit[Voted]]:
    """The room's own lots of this card, and what is in none; nothing where counts never leave a table."""
    if not room.settings.distribution:
        return [], Unit(room, ())
    found = [
        (team.id, result) for team in room.teams.values() for result in team.results if result.card == card
    ]
    lots = shown_lots(room, found)
    known = [one for lot in lots for one in lot]
    rest = [Voted(*one) for one in found if one not in known]
    return [_voted(room, lot) for lot in lots], Unit(room, tuple(one for one in rest if one.seats))


def _voted(room: Room, found: Sequence[tuple[str, Result]]) -> Unit[Voted]:
    return Unit(room, tuple(Voted(team, result) for team, result in found))


def is_settled(log: Log, now: int) -> bool:
    """Whether the room is closed, and no room that closed before it can still turn up."""
    return log.closed is not None and log.closed <= now - HOLD


def in_closing_order(logs: Iterable[Log]) -> list[Log]:
    """Closed rooms first, in the order of their closing."""
    return sorted(logs, key=lambda log: (log.closed is None, log.closed or 0, log.room.id))
