"""What a room is opened with: settings, programme, decks, and what the rules need of their cards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

K_SEATS = 6
K_TABLES = 3
"""The smallest group whose numbers are shown outside its own table: so many seats, from so many tables. A
host may raise both when the room is made.
"""
MIN_K_SEATS = 5
"""No host can lower the smallest shown group below this."""
MOST_K_SEATS = 1000
MOST_K_TABLES = 200


class Record(BaseModel):
    """A frozen value that also travels in the log."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class CardFacts(Record):
    """What the rules need to know of a card; its texts stay in the deck."""

    id: str
    """"deck/card"."""
    kind: str
    heat: int = 1
    minutes: int = 12
    options: int = 0
    questions: int = 0
    steps: int = 0
    twist: bool = False
    back: bool = True
    """Whether there is something to read on its other side."""
    themes: tuple[str, ...] = ()
    rev: int = 1
    practice: bool = False
    pile: bool = True
    """Whether it lies in the pile; cards of the check-in, twist and pledge decks do not."""


class Step(Record):
    """One entry of the programme."""

    kind: Literal["frame", "checkin", "practice", "round", "break", "harvest", "pledge", "recall", "debrief"]
    minutes: Annotated[float, Field(ge=0, le=480)]
    card: str | None = None
    """The chosen card of a practice or round, or of the check-in; None lets it be drawn."""
    block: int = 0
    theme: Annotated[str, Field(max_length=64)] | None = None
    """Only cards of this theme are drawn."""


class Before(Record):
    """What a follow-up is told of the session before it: what its report told, which is lots alone."""

    room: str
    """Its id, which its receipts are salted with."""
    date: str
    """The day it was played, as 2026-11-22."""
    checkin: tuple[int, ...] | None = None
    """How many chose each number 1-10."""
    card: str | None = None
    """The card that is played again; the votes on it follow its choices."""
    before: tuple[int, ...] = ()
    after: tuple[int, ...] = ()
    own_before: int = 0
    own_after: int = 0
    seats: int = 0
    tables: int = 0
    moved: int = 0
    """Per cent that changed their vote."""
    paired: bool = False
    largest: int = 0
    """Per cent that the largest answer had after the talk."""


class DeckRef(Record):
    """The very deck a room plays, whatever happens to its files."""

    slug: str
    version: str
    digest: str


MAX_TALK = 8
"""Own answers are read out up to this many seats: more at one table are an audience."""


class Settings(Record):
    """How this room plays; made from a preset."""

    preset: str
    pace: Literal["hall", "table"]
    k_seats: Annotated[int, Field(ge=MIN_K_SEATS)] = K_SEATS
    """It and `k_tables` hold for as long as the room is there, since numbers that have been told would be put
    together otherwise by another k, and the difference could tell of a few.
    """
    k_tables: int = K_TABLES
    factor: int = 100
    hard: bool = False
    way: Literal["pass_around", "cards_up"] = "pass_around"
    offer: int = 2
    """How many cards a team may choose among when it draws."""
    team_size: int = 5
    """Where the next solo seat sits down: in the first team with fewer seats than this."""
    max_team: int = 8
    max_teams: int = 200
    max_stations: int = 2000
    distribution: bool = True
    self_start: bool = False
    """The team itself may open the door, without a host."""
    managers: Literal["own", "mixed", "host"] = "own"

    @property
    def lecture(self) -> bool:
        """Whether the room is for one audience in place of tables, which its own charts take as one."""
        return self.max_team > MAX_TALK and self.k_tables == 1


def minutes_of(steps: Iterable[Step], settings: Settings) -> float:
    """How long these steps take in this room."""
    return sum(step.minutes for step in steps) * settings.factor / 100
