"""Numbers per card and revision over many rooms, out of lots that are large enough."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from game.rules.counting import is_lot
from game.rules.insight.lays import Lay, Log
from game.rules.insight.lots import Lot, Unit, Voted, lay_lots, vote_lots
from game.rules.kinds import KINDS
from game.rules.model import Counts, Result
from game.rules.opened import CardFacts


@dataclass(frozen=True, slots=True, order=True)
class Edition:
    """One wording of a card: results of another `rev`, or of another text, are another edition's."""

    card: str
    """"deck/card"."""
    rev: int
    text: str
    """Names the text that was played, so that a change without a new `rev` is noticed."""


@dataclass(frozen=True, slots=True)
class Votes:
    """What was voted, in the order of the card's choices; sums over all tables."""

    rooms: int
    tables: int
    seats: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    own_before: int
    own_after: int
    """Own answers: how many, never which."""
    changed: int
    paired: int
    """The seats whose two votes could be told to be one seat's; 0 when these alone are too few."""
    places_before: tuple[float, ...] = ()
    places_after: tuple[float, ...] = ()
    """The mean place of each choice, 1 first; empty where fewer than k told a whole order."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One edition of a card. Nothing in it is of fewer than k seats or tables."""

    edition: Edition
    kind: str
    choices: tuple[str, ...]
    rooms: int = 0
    tables: int = 0
    seats: int = 0
    lays: int = 0
    """How often it lay on a table; 0 when that is told of too few."""
    swaps: int = 0
    timeouts: int = 0
    """Tables that called a time-out while it lay there."""
    asked: int = 0
    passed: int = 0
    """First votes, and how many of them were passes."""
    minutes: float | None = None
    """The median length of the talk."""
    votes: Votes | None = None


def figures_of(
    slug: str,
    logs: Iterable[Log],
    text_of: Callable[[Log, str], str],
    now: int,
    since: int = 0,
    spent: Collection[str] = (),
) -> list[Figures]:
    """The figures of every card of a deck that was dealt, by edition; those with too few behind them have
    zeros.

    `text_of` names the text that a card had in a room. `since` is server ms: only lots whose rooms were all
    opened from then on are counted. They are filled regardless of it, or two dates could be compared. `spent`
    are weeks of which rooms have been erased.
    """
    editions: dict[Edition, list[Log]] = {}
    facts: dict[Edition, CardFacts] = {}
    for log in logs:
        for card in sorted({lay.card for lay in log.lays} | _voted_on(log)):
            if card.partition("/")[0] != slug:
                continue
            known = log.room.cards[card]
            edition = Edition(card, known.rev, text_of(log, card))
            editions.setdefault(edition, []).append(log)
            facts.setdefault(edition, known)
    return [
        _figures(edition, facts[edition], editions[edition], now, since, spent)
        for edition in sorted(editions)
    ]


def _voted_on(log: Log) -> set[str]:
    return {result.card for team in log.room.teams.values() for result in team.results}


def _figures(
    edition: Edition, card: CardFacts, logs: Sequence[Log], now: int, since: int, spent: Collection[str]
) -> Figures:
    choices = KINDS[card.kind].choices(card)
    lots = [lot for lot in lay_lots(logs, edition.card, now, spent) if lot.opened >= since]
    voted = [lot for lot in vote_lots(logs, edition.card, now, spent) if lot.opened >= since]
    lays = [lay for lot in lots for lay in lot.pieces]
    asked = [lay for lot in lots for lay in lot.part(lambda lay: lay.asked)]
    return Figures(
        edition=edition,
        kind=card.kind,
        choices=choices,
        rooms=len({room for lot in lots for room in lot.rooms}),
        tables=len({table for lot in lots for table in lot.tables}),
        seats=sum(lot.seats for lot in lots),
        lays=len(lays),
        swaps=sum(lay.swapped for lay in lays),
        timeouts=sum(lay.timeouts > 0 for lay in lays),
        asked=sum(lay.asked for lay in asked),
        passed=sum(lay.passed for lay in asked),
        minutes=_minutes(lots),
        votes=_votes(voted, len(choices)) if voted else None,
    )


def _minutes(lots: Iterable[Lot[Lay]]) -> float | None:
    """The median talk to the half minute, over the lots in which enough tables came to it."""
    talked = [lay for lot in lots for lay in lot.part(lambda lay: 0 if lay.talked is None else lay.seats)]
    told = [lay.talked for lay in talked if lay.talked is not None]
    return round(median(told) / 30_000) / 2 if told else None


def _votes(lots: Sequence[Lot[Voted]], choices: int) -> Votes:
    results = [piece.result for lot in lots for piece in lot.pieces]
    paired = [piece.result for lot in lots for piece in _pairs(lot)]
    return Votes(
        rooms=len({room for lot in lots for room in lot.rooms}),
        tables=len({table for lot in lots for table in lot.tables}),
        seats=sum(lot.seats for lot in lots),
        before=_added((result.before.votes for result in results), choices),
        after=_added((result.after.votes for result in results), choices),
        own_before=sum(result.before.own for result in results),
        own_after=sum(result.after.own for result in results),
        changed=sum(result.changed or 0 for result in paired),
        paired=sum(result.paired or 0 for result in paired),
        places_before=_places((_ordered(lot, lambda result: result.before) for lot in lots), choices),
        places_after=_places((_ordered(lot, lambda result: result.after) for lot in lots), choices),
    )


def _added(rows: Iterable[Sequence[int]], width: int) -> tuple[int, ...]:
    totals = [0] * width
    for row in rows:
        for index, n in enumerate(row[:width]):
            totals[index] += n
    return tuple(totals)


def _pairs(lot: Lot[Voted]) -> tuple[Voted, ...]:
    """What could be paired, where that alone is enough; in a lot of one room, in the charts that said so."""
    if len(lot.rooms) == 1:
        lot = Lot(tuple(unit for unit in lot.units if _paired_in_chart(unit)))
    return lot.part(lambda piece: piece.result.paired or 0)


def _paired_in_chart(unit: Unit[Voted]) -> bool:
    paired = [piece for piece in unit.pieces if piece.result.paired]
    seats = sum(piece.result.paired or 0 for piece in paired)
    return is_lot(unit.room, seats, len({piece.team for piece in paired}))


def _ordered(lot: Lot[Voted], side: Callable[[Result], Counts]) -> list[Counts]:
    """The counts of those that told a whole order, where they alone are enough."""
    told = lot.part(lambda piece: sum(side(piece.result).votes) if side(piece.result).places else 0)
    return [side(piece.result) for piece in told]


def _places(lots: Iterable[list[Counts]], choices: int) -> tuple[float, ...]:
    """The mean place of each choice; empty where nobody told an order."""
    told = [counts for lot in lots for counts in lot]
    orders = sum(sum(counts.votes) for counts in told)
    return tuple(total / orders for total in _added((one.places for one in told), choices)) if orders else ()
