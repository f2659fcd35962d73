"""The report as data. Whatever is told of a session in whatever form is one of these fields.

Nothing in it names a table, a seat or a station, and no text was written by anybody but a card's author or
released by the host.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

from pydantic import Field

from game.rules.opened import Record

Missing: TypeAlias = Literal["", "none", "few", "later", "talk", "apart"]
"""Why there is no number: there is one; it was not in the programme; too few are behind it; the session is on
and it has not been shown in the hall; the card is only talked about; numbers never leave a table here."""
MISSING: Final[tuple[Missing, ...]] = get_args(Missing)
TextKind: TypeAlias = Literal["strengthen", "improve", "act", "pledge"]
Words: TypeAlias = dict[str, str]
"""language -> text"""


class Scale(Record):
    """How many chose each number 1-10, summed over lots that are each large enough."""

    counts: tuple[int, ...]
    median: float
    seats: int
    question: Words = Field(default_factory=dict)
    low: Words = Field(default_factory=dict)
    high: Words = Field(default_factory=dict)
    """What the card of the check-in asks, and calls its ends."""


class Answers(Record):
    """What was voted on a card before and after the talk, in the order of its choices, over all tables."""

    seats: int
    tables: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    own_before: int
    """Own answers: how many, never which."""
    own_after: int
    moved: int
    """Per cent that changed their vote. A share and no number: beside the sums a number of seats would tell
    how many passed.
    """
    paired: bool
    """Whether `moved` is counted seat by seat; else it is the least that the sums can come from."""
    largest: int
    """Per cent that the largest answer has after the talk: the lower, the more the room is split. On a scale
    the largest of 1-3, 4-7 and 8-10."""


class PlayedCard(Record):
    """A card that was played. `answers` is None when there is nothing to tell, and `missing` says why."""

    card: str
    """"deck/card"."""
    kind: str
    title: Words
    choices: tuple[str, ...]
    own: bool
    """Whether an answer of one's own could be given."""
    options: dict[str, tuple[str, ...]]
    """language -> what the choices say, where they are not numbers."""
    answers: Answers | None = None
    missing: Missing = ""


class ReleasedText(Record):
    """What the host has released to the wall, under the host's heading; "" for none."""

    kind: TextKind
    text: str
    heading: str = ""


class Kept(Record):
    """How many said in a follow-up that what they had pledged is done, partly done or not yet done."""

    done: int
    partly: int
    not_yet: int

    @property
    def seats(self) -> int:
        """How many answered."""
        return self.done + self.partly + self.not_yet


class Then(Record):
    """What the report of the session before told, of what is told again now."""

    date: str
    checkin: Scale | None = None
    card: str = ""
    """The card that was played again."""
    answers: Answers | None = None


class Report(Record):
    """One session. Two reports of it differ by whole lots and by released texts, and in nothing smaller."""

    format: Literal[1] = 1
    k_seats: int
    k_tables: int
    lecture: bool = False
    """Whether it had an audience in place of tables: how many tables a number is of then says nothing."""
    closed: bool
    """Whether the session is over; of one that is on, only what the hall has been shown is told."""
    date: str
    """The day it was played, as 2026-11-22; no time of day. "" when it was never begun."""
    preset: str
    """The programme, if it is one of the game's own; "" for one that somebody has made and named."""
    tables: int | None = None
    """How many took part; None while the session is on, or when they are fewer than k."""
    seats: int | None = None
    """The same, to the nearest five: who stayed out of a single vote cannot be counted from it."""
    cards: tuple[PlayedCard, ...] = ()
    """In the order they were dealt to the hall; those that tables drew for themselves come after."""
    shifts: tuple[str, ...] = ()
    """The cards with the largest shifts, the largest first."""
    splits: tuple[str, ...] = ()
    """The cards that split the room the most, the most split first."""
    checkin: Scale | None = None
    checkin_missing: Missing = ""
    rating: dict[str, Scale] = Field(default_factory=dict)
    """"safe", "useful" and "again", those with enough behind them."""
    rating_missing: Missing = ""
    kept: Kept | None = None
    kept_missing: Missing = "none"
    then: Then | None = None
    """In a follow-up, if the session before was known when it was made."""
    texts: tuple[ReleasedText, ...] = ()
    """By kind, then by heading, then by the alphabet: not in the order in which tables were done."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is told but that there was a session."""
        return not (self.kept or self.cards or self.checkin or self.rating or self.texts or self.tables)
