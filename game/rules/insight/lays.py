"""What happened to the cards that lay on a room's tables, read off while its log is folded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.rules.draft import evolve
from game.rules.event import CardSwapped, Event, RoomClosed, TimeoutCalled
from game.rules.model import Counts, Room, Team, Turn


@dataclass(frozen=True, slots=True)
class Lay:
    """One card on one table, from when it was dealt until it was left; nobody's words are in it.

    `ended` is the version that put it away: cards of one version were put away at once.
    """

    team: str
    card: str
    ended: int
    seats: int
    """How many sat there at most."""
    asked: int
    """How many chose or passed in the first vote; 0 where no vote was counted."""
    passed: int
    swapped: bool
    timeouts: int
    talked: int | None
    """Ms of talk, without what was paused; None when the table never came to the talk."""


@dataclass(frozen=True, slots=True)
class Log:
    """A room as its log tells it. `closed` is server ms, None while the session is on."""

    room: Room
    lays: tuple[Lay, ...]
    closed: int | None


def observe(events: Iterable[Event]) -> Log:
    """The room, and every card that was put away on a table; practice cards are left out.

    Raises `ValueError` for an empty log or one without its beginning.
    """
    room: Room | None = None
    lying: dict[str, _Lying] = {}
    lays: list[Lay] = []
    now, closed = 0, None
    for event in events:
        now = getattr(event, "at", now)
        room = evolve(room, event)
        if isinstance(event, RoomClosed):
            closed = event.at
        for team in room.teams.values() if event.team is None else (room.teams[event.team],):
            there = lying.get(team.id)
            if there is not None and (team.turn is None or team.turn.box != there.turn.box):
                there.heard(team, now)
                lays.append(there.put_away(room, isinstance(event, CardSwapped)))
                del lying[team.id]
                there = None
            if there is None and team.turn is not None and not team.turn.practice:
                there = lying[team.id] = _Lying(team.id, team.turn)
            if there is not None and team.turn is not None:
                there.turn = team.turn
                there.timeouts += isinstance(event, TimeoutCalled)
                there.heard(team, now)
    if room is None:
        raise ValueError("an empty log tells of no room")
    return Log(room, tuple(lays), closed)


@dataclass(slots=True)
class _Lying:
    """A card that still lies there, as its turn last stood."""

    team: str
    turn: Turn
    seats: int = 0
    timeouts: int = 0
    talked: int | None = None
    since: int | None = None
    """From when the talk has been running."""

    def heard(self, team: Team, now: int) -> None:
        """The team as it stands at `now`, server ms; a clock that was set back takes no time away."""
        mine = team.turn is not None and team.turn.box == self.turn.box
        running = mine and team.stage.phase == "talk" and not (team.held or team.paused or team.timeout)
        self.seats = max(self.seats, len(team.present)) if mine else self.seats
        if self.since is not None and not running:
            self.talked = (self.talked or 0) + max(0, now - self.since)
            self.since = None
        elif self.since is None and running:
            self.since = now

    def put_away(self, room: Room, swapped: bool) -> Lay:
        """As it ended. Where counts never leave a table nobody is said to have been asked."""
        before = self.turn.before if room.settings.distribution else None
        counts = before or Counts(votes=())
        return Lay(
            self.team, self.turn.card, room.version, self.seats, counts.cast + counts.passed,
            counts.passed, swapped, self.timeouts, self.talked,
        )  # fmt: skip
