"""Lots become the trend: sums by month and theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from game.rules.insight import K_SEATS, K_TABLES
from game.rules.report.told import Words
from game.rules.shown import median
from game.rules.trend.catalogue import Catalogue
from game.rules.trend.given import WIDTHS, Measure
from game.rules.trend.lots import TrendLot
from game.rules.trend.season import months_between, season_of
from game.rules.trend.told import (
    MonthScale,
    MonthShare,
    PledgesKept,
    Question,
    ThemeNotes,
    ThemeShift,
    Trend,
)


def trend_of(lots: Iterable[TrendLot], catalogue: Catalogue, today: str, since: str = "") -> Trend:
    """What the lots tell. `today` is the month it is, as 2026-11: the season begins after it.

    `since` picks the lots all of whose rooms closed from that month on; it moves no border between lots.
    """
    told = [lot for lot in lots if lot.begun >= since]
    by = {measure: [lot for lot in told if lot.subject.measure == measure] for measure in WIDTHS}
    months = sorted({lot.month for lot in told if lot.subject.measure != "played"})
    notes = _notes(by["notes"], catalogue)
    played = {name: sum(one.counts[0] for one in some) for name, some in _by_name(by["played"]).items()}
    return Trend(
        k_seats=K_SEATS,
        k_tables=K_TABLES,
        since=since,
        months=tuple(months_between(months[0], months[-1])) if months else (),
        checkins=_questions(by["checkin"], catalogue),
        moved=_shares(by["shift"]),
        shifts=_shifts(by["shift"], catalogue),
        notes=notes,
        pledges=_pledges(by["pledges"]),
        season=season_of(notes, played, catalogue, today),
    )


def _questions(lots: Sequence[TrendLot], catalogue: Catalogue) -> tuple[Question, ...]:
    found = []
    for card, some in _by_name(lots).items():
        words = catalogue.cards.get(card)
        counts = _sum("checkin", some)
        found.append(
            Question(
                card=card,
                question=words.question if words else {},
                low=words.low if words else {},
                high=words.high if words else {},
                counts=counts,
                median=median(counts),
                seats=sum(counts),
                months=tuple(_month(month, _sum("checkin", part)) for month, part in _by_month(some)),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.seats, one.card)))


def _month(month: str, counts: tuple[int, ...]) -> MonthScale:
    return MonthScale(month=month, counts=counts, median=median(counts), seats=sum(counts))


def _shifts(lots: Sequence[TrendLot], catalogue: Catalogue) -> tuple[ThemeShift, ...]:
    found = [
        ThemeShift(
            theme=theme,
            name=_name(theme, catalogue),
            moved=_moved(some),
            tables=sum(lot.tables for lot in some),
            months=_shares(some),
        )
        for theme, some in _by_name(lots).items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.moved, one.theme)))


def _shares(lots: Sequence[TrendLot]) -> tuple[MonthShare, ...]:
    return tuple(
        MonthShare(month=month, moved=_moved(some), tables=sum(lot.tables for lot in some))
        for month, some in _by_month(lots)
    )


def _moved(lots: Sequence[TrendLot]) -> int:
    changed, paired = _sum("shift", lots)
    return round(100 * changed / max(1, paired))


def _notes(lots: Sequence[TrendLot], catalogue: Catalogue) -> tuple[ThemeNotes, ...]:
    found = []
    for theme, some in _by_name(lots).items():
        strengthen, improve, act = _sum("notes", some)
        found.append(
            ThemeNotes(
                theme=theme,
                name=_name(theme, catalogue),
                strengthen=strengthen,
                improve=improve,
                act=act,
                tables=sum(lot.tables for lot in some),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.wanted, one.strengthen, one.theme)))


def _pledges(lots: Sequence[TrendLot]) -> tuple[PledgesKept, ...]:
    found = []
    for month, some in _by_month(lots):
        done, partly, not_yet = _sum("pledges", some)
        found.append(PledgesKept(month=month, done=done, partly=partly, not_yet=not_yet))
    return tuple(found)


def _name(theme: str, catalogue: Catalogue) -> Words:
    """The theme's name; that of a deck that is gone is the word in its files."""
    return catalogue.themes.get(theme) or {"sv": theme.partition("/")[2]}


def _by_name(lots: Iterable[TrendLot]) -> Mapping[str, list[TrendLot]]:
    kept = sorted(lots, key=lambda lot: lot.subject.name)
    return {name: list(some) for name, some in groupby(kept, key=lambda lot: lot.subject.name)}


def _by_month(lots: Iterable[TrendLot]) -> list[tuple[str, list[TrendLot]]]:
    kept = sorted(lots, key=lambda lot: lot.month)
    return [(month, list(some)) for month, some in groupby(kept, key=lambda lot: lot.month)]


def _sum(measure: Measure, lots: Iterable[TrendLot]) -> tuple[int, ...]:
    totals = [0] * WIDTHS[measure]
    for lot in lots:
        totals = [a + b for a, b in zip(totals, lot.counts, strict=True)]
    return tuple(totals)
