"""The practice card: one light card, to learn the controls. It leaves no result."""

from __future__ import annotations

from game.rules.draft import Draft
from game.rules.event import CardDealt
from game.rules.model import Room
from game.rules.opened import CardFacts
from game.rules.phases.base import Phase, self_paced
from game.rules.phases.common import ON, has_its_own
from game.rules.presets import light_cards


def practice_card(draft: Draft) -> CardFacts | None:
    """The step's chosen card, else one marked as light enough, else one of the lightest that are voted on."""
    chosen = _chosen(draft.room)
    if chosen:
        return chosen
    light = light_cards(draft.room.cards.values(), (step.card for step in draft.room.steps))
    return draft.facts.shuffled(light)[0] if light else None


def _chosen(room: Room) -> CardFacts | None:
    step = next(step for step in room.steps if step.kind == "practice")
    return room.cards.get(step.card) if step.card else None


def deal_to_hall(draft: Draft) -> None:
    card = practice_card(draft)
    if card and draft.room.settings.pace == "hall":
        draft.add(CardDealt(card=card.id, practice=True))


def deal_to_team(draft: Draft, team_id: str) -> None:
    has_its_own(draft, team_id)
    team = draft.team(team_id)
    card = practice_card(draft) if team.turn is None and self_paced(draft.room, team) else None
    if card:
        draft.add(CardDealt(team=team_id, card=card.id, practice=True))


PRACTICE = Phase("practice", ON, enter=deal_to_team, enter_hall=deal_to_hall)
