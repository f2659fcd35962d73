"""A room as a value. Nothing in here changes; a change is a new value.

    Room ─┬─ Settings, Steps (the programme), CardFacts (the pile)
          ├─ Stage            where the hall is
          ├─ Teams ─┬─ Seats
          │         ├─ Stage  where this team is
          │         ├─ Turn   the card on its table
          │         └─ Notes, Results
          └─ Stations         which client is which

What a seat chose is nowhere in it: choices lie in sealed ballots beside the log (see `Seal`).
Times are integers: milliseconds, absolute ones by the server's clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from game.rules.command import Who
from game.rules.opened import Before, CardFacts, DeckRef, Record, Settings, Step
from game.rules.seated import Placing, Seat, Seating, Station
from game.rules.timer import Timer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """More time: the version with which it came, when (server ms), and from which host's station; "" when a
    table gave it itself.
    """

    version: int
    at: int
    by: str


@dataclass(frozen=True)
class Stage:
    """Where a team or the hall is in the programme.

    `serial` names what is open: the version at which the phase opened, or at which its vote began anew.
    """

    step: int = -1
    phase: str = "lobby"
    round: int = 1
    serial: int = 0
    opened: int = 0
    """The serial with which the phase opened; lower than `serial` once a vote in it has begun anew."""
    entered: int = 0
    """The serial with which the step began."""
    began: int = 0
    """When that was, server ms."""
    timer: Timer | None = None
    grace: Timer | None = None
    """When a vote in which everybody has voted closes by itself."""
    given: Given | None = None
    """The last time that more of it was given here."""

    @property
    def place(self) -> tuple[str, int]:
        return self.phase, self.round


class Counts(Record):
    """One vote, counted. `votes` follows the kind's choices for the card.

    Where a vote puts them in order, `votes` is how many put each one first, and `places` the sum of the
    places (1 is first) that each one got; it is empty where nobody told an order.
    """

    votes: tuple[int, ...]
    places: tuple[int, ...] = ()
    own: int = 0
    passed: int = 0
    missing: int = 0
    confidence: tuple[int, int, int] | None = None
    own_texts: tuple[str, ...] = ()

    @property
    def cast(self) -> int:
        """How many chose something, passes left out."""
        return sum(self.votes) + self.own


class Prompt(Record):
    """One prompt of the talk; see `PromptSlice`."""

    kind: str
    choice: str = ""
    drawn: bool = False
    index: int = -1


@dataclass(frozen=True)
class Turn:
    """The card on a team's table. Round 1 is before the talk, round 2 after it."""

    card: str
    number: int
    box: str
    practice: bool = False
    ready: bool = True
    voted: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    closed: tuple[bool, bool] = (False, False)
    tallied: tuple[bool, bool] = (False, False)
    """Where cards were held up, nobody's two votes can be paired."""
    missing: tuple[int, int] = (0, 0)
    """Seats that had a vote when it closed and had cast none."""
    machines: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    """The stations round the table whenever a vote was cast or closed: who leaves does not leave these."""
    compared: bool = False
    before: Counts | None = None
    after: Counts | None = None
    changed: int | None = None
    paired: int | None = None
    show: frozenset[str] = frozenset()
    prompts: tuple[Prompt, ...] = ()
    shown: int = 0
    twist: bool = False
    what_if: str = ""
    """The card of a twist deck that was turned up, besides the card's own twist or instead of it."""
    asked: frozenset[str] = frozenset()
    extensions: int = 0


@dataclass(frozen=True)
class Note:
    id: str
    card: str
    tag: str
    text: str
    released: bool = False


@dataclass(frozen=True)
class Harvest:
    tries: int = 1
    strengthen: tuple[str, ...] = ()
    improve: tuple[str, ...] = ()
    chosen_strengthen: str | None = None
    chosen_improve: str | None = None
    settled: bool = False
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What a card did at one table; kept after the ballots are gone."""

    step: int
    card: str
    before: Counts
    after: Counts
    changed: int | None
    paired: int | None
    moment: int
    """Results of one moment, the hall's or a single table's, became known at once; a later one is greater."""


@dataclass(frozen=True, slots=True)
class Message:
    """A line from a host to everybody or to one table. `serial` is the version at which it was sent."""

    text: str
    serial: int


@dataclass(frozen=True)
class Team:
    id: str
    number: int
    way: str
    seats: Mapping[str, Seat] = field(default_factory=dict)
    stage: Stage = Stage()
    turn: Turn | None = None
    turns: int = 0
    rotation: int = 0
    """How many cards have had a reader; a swapped one keeps the reader of the card it replaces."""
    paused: bool = False
    """By the host, this team alone."""
    pause_text: str = ""
    pause_until: int | None = None
    held: bool = False
    """By the room's pause; a team that goes on without a host is let go of it."""
    timeout: bool = False
    hand: int | None = None
    """Since when it asks for the host, server ms."""
    hand_in_timeout: bool = False
    """Whether the hand went up in a time-out, and goes down with it."""
    coming: int | None = None
    """The serial in which a host answered the hand: that one is on the way is said until the next step."""
    message: Message | None = None
    alone: Literal["", "step", "session"] = ""
    """At its own pace: for this step (it swapped a card), or until the host gathers the teams."""
    swapped: frozenset[int] = frozenset()
    played: tuple[str, ...] = ()
    twisted: tuple[str, ...] = ()
    """Cards of twist decks that it has turned up."""
    offer: tuple[str, ...] = ()
    done: frozenset[str] = frozenset()
    """Seats that are done with the open check-in, marking, pledge or rating."""
    notes: Mapping[str, Note] = field(default_factory=dict)
    harvest: Harvest | None = None
    talked: tuple[str, ...] = ()
    """Cards that it has come to talk about, in order; what it only drew or swapped away is not there."""
    agreed: tuple[str | None, str | None] = (None, None)
    """The notes that its harvest settled on: one to strengthen, one to improve."""
    results: tuple[Result, ...] = ()
    _seated: Seating | None = field(default=None, repr=False, compare=False)
    _known: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What has been worked out from this very value, once: a lecture's team has a thousand seats, and each of
    them asks.
    """

    def once(self, name: str, work: Callable[[], T]) -> T:
        """What `work` gives for this value, worked out the first time it is asked for."""
        if name not in self._known:
            self._known[name] = work()
        found: T = self._known[name]
        return found

    @property
    def present(self) -> frozenset[str]:
        """Seats that are not away."""
        return self._seating.present

    @property
    def stations(self) -> frozenset[str]:
        return self._seating.stations

    def seats_of(self, station: str | None) -> tuple[str, ...]:
        """The seats that a station acts for, in the order they were taken."""
        return self._seating.at.get(station or "", ())

    @property
    def _seating(self) -> Seating:
        """That of these very seats; a value made from another one still has the other's."""
        if self._seated is None or self._seated.seats is not self.seats:
            object.__setattr__(self, "_seated", Seating.of(self.seats))
        assert self._seated is not None
        return self._seated

    @property
    def remote(self) -> bool:
        """Whether the team is spread over more than one machine."""
        return len(self.stations) > 1

    def remote_in(self, round_: int) -> bool:
        """Whether its votes of this round came from other machines than the one they would be shown on."""
        return self.turn is not None and len(self.turn.machines[round_ - 1] | self.stations) > 1


@dataclass(frozen=True)
class WallText:
    """A text that waits for, or has, the host's release. It bears no table."""

    id: str
    kind: str
    text: str
    released: bool = False
    group: str = ""
    """The heading it hangs under, if the host has put it under one."""


@dataclass(frozen=True)
class Room:
    id: str
    code: str
    version: int
    opened: int
    settings: Settings
    steps: tuple[Step, ...]
    decks: tuple[DeckRef, ...]
    cards: Mapping[str, CardFacts]
    aim: float = 0
    """Minutes of the programme as it was when the session started, the room's factor included; 0 before."""
    follows: Before | None = None
    """The session that this room follows up, if it is still known."""
    stage: Stage = Stage()
    teams: Mapping[str, Team] = field(default_factory=dict)
    stations: Mapping[str, Station] = field(default_factory=dict)
    removed: Mapping[str, bool] = field(default_factory=dict)
    """Stations taken out; True when barred from returning."""
    card: str | None = None
    """The card dealt to the hall."""
    dealt: tuple[str, ...] = ()
    started: int | None = None
    times: tuple[tuple[int, int, int], ...] = ()
    """(step, server ms, the clock's factor) of each step as the hall, or the first team, opened it."""
    begun: int = 0
    """How many steps of the programme somebody has begun."""
    own: bool = False
    """Whether every table draws a card of its own in the hall's step, those that come later too."""
    planned: int = 0
    """The version at which the programme was last changed."""
    paused: Literal["", "host", "restart", "look"] = ""
    """Why every clock stands; "look" is the host's signal to look up."""
    pause_text: str = ""
    pause_until: int | None = None
    locked: bool = False
    message: Message | None = None
    shown: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    """What the hall has been shown, also what has been closed since."""
    despite: frozenset[tuple[str, str]] = frozenset()
    """(what is shown, table): a host opened it knowing that this table had not voted on it."""
    checkin: tuple[int, ...] | None = None
    rating: Mapping[str, tuple[int, ...]] | None = None
    recalled: tuple[int, ...] | None = None
    """How many pledges are done, partly done and not yet done."""
    behind: Mapping[str, int] = field(default_factory=dict)
    """How many tables the smallest lot of "checkin", "recall", "safe", "useful" or "again" came from."""
    wall: Mapping[str, WallText] = field(default_factory=dict)
    suggested: int = 0
    """How many dilemmas of their own the tables have sent to review; their words are in the log alone."""
    closed: bool = False
    _placed: Placing | None = field(default=None, repr=False, compare=False)

    def at(self, team: str | None) -> tuple[Station, ...]:
        """A team's stations by id; those of no team, hosts among them, in the order they came."""
        if self._placed is None or self._placed.stations is not self.stations:
            object.__setattr__(self, "_placed", Placing.of(self.stations))
        assert self._placed is not None
        return self._placed.at.get(team, ())

    def team_of(self, station: str | None) -> Team | None:
        """The team that a station plays in; None for hosts and hall screens."""
        known = self.stations.get(station or "")
        return self.teams.get(known.team) if known and known.team else None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who sends a command, as the server has authenticated it."""

    who: Who
    station: str | None = None
    team: str | None = None


SYSTEM = Actor(Who.SYSTEM)


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is connected right now. It colours what is shown and never decides what may happen to a vote."""

    host: Literal["here", "gone", "long_gone"] = "here"
    lost: frozenset[str] = frozenset()
    """Stations not heard for ten seconds."""
    lead_gone: bool = False
    """Whether nobody who leads has been here for a minute."""


HERE = Presence()
