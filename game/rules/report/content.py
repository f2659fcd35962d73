"""A log becomes a report. The same function tells a running room and a closed one; see ADR 0026."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from game.rules.ahead import in_hall
from game.rules.event import CardDealt, Event
from game.rules.insight import (
    Figures,
    Log,
    Votes,
    figures_of,
    is_crowd,
    limits,
    observe,
)
from game.rules.kinds import KINDS
from game.rules.model import Room
from game.rules.presets import PRESETS
from game.rules.report.past import kept_of, then_of
from game.rules.report.scales import scales_of
from game.rules.report.told import (
    Answers,
    Missing,
    PlayedCard,
    ReleasedText,
    Report,
    Scale,
    TextKind,
)
from game.rules.views.shelf import Shelf

MOST: Final = 3
"""Cards that are named as the largest shifts, or splits."""
ROUNDED: Final = 5
"""To so many seats the number of those who took part is rounded."""
_RATINGS: Final = ("safe", "useful", "again")
_KINDS: Final[tuple[TextKind, ...]] = ("strengthen", "improve", "act", "pledge")
_THIRDS: Final = ((0, 3), (3, 7), (7, 10))
"""A scale's low, middle and high numbers, as slices of its counts."""


def report_of(events: Sequence[Event], shelf: Shelf, day_of: Callable[[int], str]) -> Report:
    """What may be told of the session with this log.

    `day_of` names the day of a moment, server ms, where the session was. Raises `ValueError` for a log
    without its beginning.
    """
    log = observe(events)
    room = log.room
    seats, tables = limits(room.settings)
    lecture = room.settings.lecture
    scales = scales_of(room, events)
    checkin, checkin_missing = _checkin(room, scales, shelf)
    rating, rating_missing = _rating(room, scales)
    kept, kept_missing = kept_of(room, events)
    cards = tuple(_cards(log, events, shelf))
    sat = _sat(log) if room.closed else []
    crowd = any(is_crowd(room.settings, one) for one in sat)
    enough = sum(sat) >= seats and (len(sat) >= tables or crowd)
    return Report(
        k_seats=seats,
        k_tables=1 if lecture else tables,
        lecture=lecture,
        closed=room.closed,
        date=day_of(room.started) if room.started is not None else "",
        preset=room.settings.preset if room.settings.preset in PRESETS else "",
        tables=len(sat) if enough else None,
        seats=max(seats, (sum(sat) + ROUNDED // 2) // ROUNDED * ROUNDED) if enough else None,
        cards=cards,
        shifts=_first(cards, lambda one: (-one.moved, one.largest), lambda one: one.moved > 0),
        splits=_first(cards, lambda one: (one.largest, -one.moved), lambda one: one.largest < 100),
        checkin=checkin,
        checkin_missing=checkin_missing,
        rating=rating,
        rating_missing=rating_missing,
        kept=kept,
        kept_missing=kept_missing,
        then=then_of(room),
        texts=_texts(room),
    )


# --- the scales -----------------------------------------------------------------------------------


def _checkin(room: Room, scales: dict[str, Scale], shelf: Shelf) -> tuple[Scale | None, Missing]:
    step = next((step for step in room.steps if step.kind == "checkin"), None)
    found = scales.get("checkin")
    if step is None:
        return None, "none"
    if not _opened(room, "checkin"):
        return None, "later"
    if found is None:
        return None, "few"
    asked = {"question": "situation", "low": "low", "high": "high"}
    words = {name: _worded(shelf, step.card or "", field) for name, field in asked.items()}
    return found.model_copy(update=words), ""


def _rating(room: Room, scales: dict[str, Scale]) -> tuple[dict[str, Scale], Missing]:
    if not any(step.kind == "debrief" for step in room.steps):
        return {}, "none"
    if not _opened(room, "rating"):
        return {}, "later"
    found: dict[str, Scale] = {name: scales[name] for name in _RATINGS if name in scales}
    return found, "" if found else "few"


def _opened(room: Room, what: str) -> bool:
    """Whether it may be told: the session is over, or the hall has been shown it."""
    return room.closed or what in room.told


# --- the cards ------------------------------------------------------------------------------------


def _cards(log: Log, events: Sequence[Event], shelf: Shelf) -> list[PlayedCard]:
    """Those dealt to the hall, and those of the tables' own that enough tables have had."""
    room = log.room
    figures = {one.edition.card: one for ref in _slugs(room) for one in figures_of(ref, [log], _text, now=0)}
    dealt = dict.fromkeys(
        event.card
        for event in events
        if isinstance(event, CardDealt) and event.team is None and not event.practice
    )
    drawn = [card for card, one in figures.items() if _is_told(room, one) and card not in dealt]
    return [_card(room, card, figures.get(card), shelf) for card in (*dealt, *sorted(drawn))]


def _slugs(room: Room) -> list[str]:
    """The decks that the room's cards are of."""
    return sorted({card.partition("/")[0] for card in room.cards})


def _text(log: Log, card: str) -> str:
    """One room has one text of a card."""
    return ""


def _is_told(room: Room, figures: Figures) -> bool:
    """Whether enough tables have had a card that was not dealt to all."""
    if not room.closed:
        return figures.votes is not None and _in_sight(room, figures.edition.card)
    return figures.votes is not None or figures.lays > 0


def _in_sight(room: Room, card: str) -> bool:
    """Whether the session is over, or the hall sees the card's chart."""
    return room.closed or in_hall(room, card)


def _card(room: Room, card: str, figures: Figures | None, shelf: Shelf) -> PlayedCard:
    facts = room.cards[card]
    kind = KINDS[facts.kind]
    choices = kind.choices(facts)
    votes = figures.votes if figures and _in_sight(room, card) else None
    missing: Missing = ""
    if votes is None:
        missing = "few" if room.closed else "later"
        if not choices:
            missing = "talk"
        elif not room.settings.distribution:
            missing = "apart"
    return PlayedCard(
        card=card,
        kind=facts.kind,
        title=_worded(shelf, card, "title"),
        choices=choices,
        own=kind.own,
        options=_options(shelf, card),
        answers=_answers(facts.kind, votes) if votes else None,
        missing=missing,
    )


def _worded(shelf: Shelf, card: str, name: str) -> dict[str, str]:
    return {language: text for language, text in shelf.words(card, name).items() if text}


def _options(shelf: Shelf, card: str) -> dict[str, tuple[str, ...]]:
    sheet = shelf.sheets.get(card)
    texts = sheet.text.items() if sheet else ()
    found = {
        language: tuple(str(option["text"]) for option in text.get("options", ())) for language, text in texts
    }
    return {language: options for language, options in found.items() if options}


def _answers(kind: str, votes: Votes) -> Answers:
    before, after = (*votes.before, votes.own_before), (*votes.after, votes.own_after)
    moved = votes.changed / votes.paired if votes.paired else _apart(before, after)
    spans = [sum(after[low:high]) for low, high in _THIRDS] if kind == "scale" else after
    return Answers(
        seats=votes.seats,
        tables=votes.tables,
        before=votes.before,
        after=votes.after,
        own_before=votes.own_before,
        own_after=votes.own_after,
        moved=round(100 * moved),
        paired=votes.paired > 0,
        largest=round(100 * max(spans) / max(1, sum(after))),
    )


def _apart(before: Sequence[int], after: Sequence[int]) -> float:
    """The smallest share of the votes that must have moved, from one side to the other."""
    ones, others = max(1, sum(before)), max(1, sum(after))
    return sum(abs(a / ones - b / others) for a, b in zip(before, after, strict=True)) / 2


def _first(
    cards: Sequence[PlayedCard],
    key: Callable[[Answers], tuple[int, int]],
    wanted: Callable[[Answers], bool],
) -> tuple[str, ...]:
    told = [(key(card.answers), card.card) for card in cards if card.answers and wanted(card.answers)]
    return tuple(card for _, card in sorted(told)[:MOST])


# --- who took part, and what was written ----------------------------------------------------------


def _sat(log: Log) -> list[int]:
    """How many sat at each table that took part, at most; in no order that tells which."""
    most: dict[str, int] = {}
    for lay in log.lays:
        most[lay.team] = max(most.get(lay.team, 0), lay.seats)
    for team in log.room.teams.values():
        if team.stage.step >= 0:
            most[team.id] = max(most.get(team.id, 0), len(team.seats))
    return sorted(seats for seats in most.values() if seats)


def _texts(room: Room) -> tuple[ReleasedText, ...]:
    """The wall as the hall sees it."""
    found = {
        (_KINDS.index(_kind(text.kind)), text.group, text.text)
        for text in room.wall.values()
        if text.released
    }
    return tuple(
        ReleasedText(kind=_KINDS[kind], text=words, heading=heading)
        for kind, heading, words in sorted(found, key=lambda one: (one[0], not one[1], one[1], one[2]))
    )


def _kind(kind: str) -> TextKind:
    return next((known for known in _KINDS if known == kind), "improve")
