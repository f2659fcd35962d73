"""What one closed room gives to the trend.

What its own charts and report have told makes lots of the room's own, the very ones that they told; the
rest has been told to nobody outside its table, and waits to be put together with other rooms'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from game.rules.counting import is_lot
from game.rules.event import Event, RecallCounted
from game.rules.insight.lays import Log, observe
from game.rules.insight.lots import Unit, fill
from game.rules.model import Result, Room
from game.rules.report.scales import put_together, scale_lots
from game.rules.shown import lots as shown_lots

Measure: TypeAlias = Literal["checkin", "shift", "notes", "played", "pledges"]
"""What `counts` are: how many chose each number 1-10; (changed, paired) votes; notes to (strengthen,
improve, act on); (tables,); pledges (done, partly, not yet)."""
WIDTHS: Final[Mapping[Measure, int]] = {"checkin": 10, "shift": 2, "notes": 3, "played": 1, "pledges": 3}
"""How many counts each has."""
_TAGS: Final = ("strengthen", "improve", "act")


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What is counted, and of what: a card "deck/card" of check-in and played, a theme "deck/theme" of
    shift and notes, "" of pledges.
    """

    measure: Measure
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one table gave. `seats` are people: who played two cards of a theme is one all the same."""

    team: str
    seats: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """A lot of one room's own."""

    subject: Subject
    seats: int
    tables: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """All that one room gives. `closed` is server ms."""

    room: Room
    closed: int
    whole: tuple[Sum, ...]
    rest: Mapping[Subject, Unit[Part]]


Giving: TypeAlias = Callable[[Log, Sequence[Event]], tuple[list[Sum], list[tuple[Subject, Part]]]]
"""One measure of a room: lots of its own, and what of each table waits."""


def given_by(events: Sequence[Event]) -> Given | None:
    """What the room with this log gives; None while its session is on.

    Raises `ValueError` for a log without its beginning.
    """
    log = observe(events)
    if log.closed is None:
        return None
    if log.room.settings.lecture:  # an audience is no table, and its own report tells what it said
        return Given(log.room, log.closed, (), {})
    whole: list[Sum] = []
    parts: list[tuple[Subject, Part]] = []
    for give in GIVING.values():
        sums, waiting = give(log, events)
        whole += sums
        parts += waiting
    return Given(log.room, log.closed, tuple(whole), _by_subject(log.room, parts))


def theme_of(room: Room, card: str) -> str:
    """The card's first theme as "deck/theme", "" for none. One only: a vote that counted in two themes
    could be found by taking one from the other.
    """
    facts = room.cards.get(card)
    return f"{card.partition('/')[0]}/{facts.themes[0]}" if facts and facts.themes else ""


def _checkin(log: Log, events: Sequence[Event]) -> tuple[list[Sum], list[tuple[Subject, Part]]]:
    """The room's own lots alone: no table's numbers exist anywhere (ADR 0012)."""
    step = next((step for step in log.room.steps if step.kind == "checkin"), None)
    subject = Subject("checkin", (step and step.card) or "")
    lots = scale_lots(log.room, events).get("checkin", [])
    return [Sum(subject, sum(counts), tables, counts) for counts, tables in lots], []


def _shift(log: Log, events: Sequence[Event]) -> tuple[list[Sum], list[tuple[Subject, Part]]]:
    room = log.room
    whole: list[Sum] = []
    waiting: list[tuple[Subject, Part]] = []
    if not room.settings.distribution:
        return whole, waiting
    for card in room.cards:
        subject = Subject("shift", theme_of(room, card))
        found = [(team.id, one) for team in room.teams.values() for one in team.results if one.card == card]
        if not found or not subject.name:
            continue
        told, rest = _shifts(room, found)
        # What the hall's chart told of fewer than our k is left out for good, as in 0018.
        whole += [
            Sum(subject, lot.seats, len(lot.tables), _added(part.counts for part in lot.pieces))
            for lot in fill(told)[0]
        ]
        waiting += [(subject, part) for part in rest]
    return whole, waiting


def _shifts(room: Room, found: list[tuple[str, Result]]) -> tuple[list[Unit[Part]], list[Part]]:
    """The shifts that a card's chart tells, as it told them; and those of tables that are in none."""
    told: list[Unit[Part]] = []
    rest = dict(enumerate(found))
    for lot in shown_lots(room, found):
        parts = [part for team, result in lot if (part := _pair(team, result))]
        if is_lot(room, sum(part.seats for part in parts), len({part.team for part in parts})):
            told.append(Unit(room, tuple(parts)))
            rest = {n: one for n, one in rest.items() if one not in lot}
    return told, [part for team, result in rest.values() if (part := _pair(team, result))]


def _pair(team: str, result: Result) -> Part | None:
    """The seats whose two votes could be told to be one seat's."""
    return Part(team, result.paired, (result.changed or 0, result.paired)) if result.paired else None


def _notes(log: Log, events: Sequence[Event]) -> tuple[list[Sum], list[tuple[Subject, Part]]]:
    room = log.room
    if not room.settings.distribution:
        return [], []
    return [], [
        (
            Subject("notes", theme),
            Part(team.id, _sat(log, team.id, note.card), tuple(int(note.tag == tag) for tag in _TAGS)),
        )
        for team in room.teams.values()
        for note in team.notes.values()
        if (theme := theme_of(room, note.card)) and note.tag in _TAGS
    ]


def _played(log: Log, events: Sequence[Event]) -> tuple[list[Sum], list[tuple[Subject, Part]]]:
    kept = {
        (lay.card, lay.team): Part(lay.team, lay.seats, (1,))
        for lay in log.lays
        if lay.seats and not lay.swapped
    }
    return [], [(Subject("played", card), part) for (card, _), part in kept.items()]


def _pledges(log: Log, events: Sequence[Event]) -> tuple[list[Sum], list[tuple[Subject, Part]]]:
    """The room's own lots, of a follow-up that asked what became of pledges."""
    counted = [(event.counts, event.tables) for event in events if isinstance(event, RecallCounted)]
    subject = Subject("pledges", "")
    lots = put_together(log.room, counted)
    return [Sum(subject, sum(counts), tables, counts) for counts, tables in lots], []


GIVING: Final[Mapping[Measure, Giving]] = {
    "checkin": _checkin,
    "shift": _shift,
    "notes": _notes,
    "played": _played,
    "pledges": _pledges,
}
"""Measure -> how a room gives it. A room that has nothing of one gives nothing."""


def _sat(log: Log, team: str, card: str) -> int:
    """How many sat at the table with the card, at most."""
    found = [lay.seats for lay in log.lays if (lay.team, lay.card) == (team, card)]
    return max(found, default=len(log.room.teams[team].seats))


def _by_subject(room: Room, parts: Iterable[tuple[Subject, Part]]) -> dict[Subject, Unit[Part]]:
    """A unit for each subject, with one part for each table."""
    by: dict[Subject, dict[str, Part]] = {}
    for subject, part in parts:
        teams = by.setdefault(subject, {})
        before = teams.get(part.team)
        teams[part.team] = _joined(before, part) if before else part
    return {subject: Unit(room, tuple(teams.values())) for subject, teams in by.items()}


def _joined(one: Part, other: Part) -> Part:
    return Part(one.team, max(one.seats, other.seats), _added((one.counts, other.counts)))


def _added(rows: Iterable[Sequence[int]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rows, strict=True)))
