"""The trend as data. Whatever is told of an organisation's sessions in whatever form is one of these fields.

Every number is a sum over whole lots. Nothing in it names a room, a table, a seat or a person, and no text
was written by anybody but a card's author.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.rules.opened import Record
from game.rules.report.told import Words


class MonthScale(Record):
    """How many chose each number 1-10 in one month."""

    month: str
    counts: tuple[int, ...]
    median: float
    seats: int


class Question(Record):
    """A check-in question, month by month: answers to another question are another curve."""

    card: str
    question: Words
    low: Words
    high: Words
    counts: tuple[int, ...]
    median: float
    seats: int
    months: tuple[MonthScale, ...]


class MonthShare(Record):
    """Per cent of the votes that the talk moved in one month, over so many tables' cards."""

    month: str
    moved: int
    tables: int


class ThemeShift(Record):
    """Per cent of the votes on the theme's cards that the talk moved. A share and no number: see ADR 0026."""

    theme: str
    name: Words
    moved: int
    tables: int
    months: tuple[MonthShare, ...]


class ThemeNotes(Record):
    """What tables wrote after the theme's cards: how many notes to strengthen, to improve and to act on
    now.
    """

    theme: str
    name: Words
    strengthen: int
    improve: int
    act: int
    tables: int

    @property
    def wanted(self) -> int:
        """Notes that want something changed."""
        return self.improve + self.act

    @property
    def notes(self) -> int:
        """All of them."""
        return self.strengthen + self.wanted


class PledgesKept(Record):
    """What became of pledges, as asked in follow-ups of one month."""

    month: str
    done: int
    partly: int
    not_yet: int


class Proposal(Record):
    """A card to play next, and why."""

    month: str
    card: str
    title: Words
    deck: Words
    minutes: int
    heat: int
    theme: str
    name: Words
    """The theme's."""
    wanted: int
    notes: int
    """Of the theme's notes so many want something improved or acted on."""


class Trend(Record):
    """All sessions of a server that may be told of. Two tellings differ by whole lots."""

    format: Literal[1] = 1
    k_seats: int
    k_tables: int
    since: str = ""
    """The first month asked for, as 2026-01; "" for all."""
    months: tuple[str, ...] = ()
    """From the first to the last that something is told of, none left out."""
    checkins: tuple[Question, ...] = ()
    """The one that most have answered first."""
    moved: tuple[MonthShare, ...] = ()
    """Over all themes."""
    shifts: tuple[ThemeShift, ...] = ()
    """The largest first."""
    notes: tuple[ThemeNotes, ...] = ()
    """Those with most to improve first."""
    pledges: tuple[PledgesKept, ...] = Field(default=())
    """Empty where no session has asked what became of them."""
    season: tuple[Proposal, ...] = ()
    """A card for each of the months to come."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be told yet."""
        return not (self.checkins or self.shifts or self.notes or self.pledges)
