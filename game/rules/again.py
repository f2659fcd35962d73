"""The session that follows up another: what is carried over, and which card is played again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.event import CardDealt, Event, ProgrammeChanged, RoomOpened
from game.rules.kinds import KINDS
from game.rules.opened import Before, CardFacts, Settings, Step
from game.rules.presets import PRESETS, plan, settings_of
from game.rules.report.told import PlayedCard, Report

FOLLOW_UP = "Uppföljning 30"
_CARRIED = (
    "pace",
    "factor",
    "k_seats",
    "k_tables",
    "max_team",
    "team_size",
    "managers",
    "distribution",
    "self_start",
)
"""Settings that a follow-up takes over."""


@dataclass(frozen=True, slots=True)
class Again:
    """Everything that opens a follow-up."""

    settings: Settings
    steps: tuple[Step, ...]
    cards: tuple[CardFacts, ...]
    follows: Before


def follow_up(
    room: str, settings: Settings, cards: Sequence[CardFacts], log: Sequence[Event], told: Report
) -> Again:
    """The follow-up of the session with this id, of which `log` and its report `told` are left.

    The card that moved most, else the one that split most, else the first that was told of is played again;
    without any, the last one played. Cards that the first session had are not drawn: the other one is new,
    unless there is no other.
    """
    played = [event.card for event in log if isinstance(event, CardDealt) and not event.practice]
    again = _again(told, played)
    fresh = [card for card in cards if card.id not in played]
    new = any(card.pile and KINDS[card.kind].drawn for card in fresh)
    kept = tuple(
        card.model_copy(update={"pile": card.pile and (card.id not in played or not new)}) for card in cards
    )
    # The card that is played again is chosen, not drawn: that it has left the pile does not matter.
    chosen = [again] if again else []
    preset = PRESETS[FOLLOW_UP]
    steps = plan(preset, kept, chosen, _asked(log))
    own = {name: getattr(settings, name) for name in _CARRIED}
    return Again(settings_of(preset, **own), steps, kept, _before(room, told, again))


def _asked(log: Sequence[Event]) -> str | None:
    """What the check-in asked: numbers of two questions cannot stand beside each other."""
    told = [event.steps for event in log if isinstance(event, RoomOpened | ProgrammeChanged)]
    return next((step.card for steps in told[-1:] for step in steps if step.kind == "checkin"), None)


def _again(told: Report, played: Sequence[str]) -> str | None:
    """The card to play again."""
    known = [one.card for one in told.cards if one.answers]
    for found in (*told.shifts, *told.splits, *known):
        return found
    return played[-1] if played else None


def _before(room: str, told: Report, again: str | None) -> Before:
    card: PlayedCard | None = next((one for one in told.cards if one.card == again and one.answers), None)
    checkin = told.checkin.counts if told.checkin else None
    before = Before(room=room, date=told.date, checkin=checkin)
    if card is None or card.answers is None:
        return before
    answers = card.answers.model_dump()
    return before.model_copy(update={"card": card.card, **answers})
