"""The pile: which cards may still be drawn."""

from __future__ import annotations

from game.rules.kinds import KINDS
from game.rules.model import Room, Team
from game.rules.opened import CardFacts
from game.rules.programme import HEAVY


def voted(card: CardFacts) -> bool:
    """Whether the card's kind has a vote."""
    return bool(KINDS[card.kind].choices(card))


def pile(room: Room, team: Team | None) -> list[CardFacts]:
    """The cards a team (or the hall) may still draw in its step: unplayed, unpromised, of its theme if any
    are.

    A heavy card is never the first one, as long as there is another; to the hall none comes that some table
    has had by itself, and to nobody one whose chart the hall has seen, as long as there is another.
    """
    played = set(room.dealt if team is None else team.played)
    promised = {step.card for step in room.steps if step.card}
    left = [
        card
        for card in room.cards.values()
        if card.pile and KINDS[card.kind].drawn and card.id not in played and card.id not in promised
    ]
    if team is None:
        met = {card for table in room.teams.values() if table.seats for card in table.played}
        left = [card for card in left if card.id not in met] or left
    left = [card for card in left if f"card:{card.id}" not in room.told] or left
    stage = room.stage if team is None else team.stage
    step = room.steps[stage.step] if 0 <= stage.step < len(room.steps) else None
    if step and step.theme:
        left = [card for card in left if step.theme in card.themes] or left
    if is_first(room, stage.step):
        left = [card for card in left if card.heat < HEAVY] or left
    return left


def is_first(room: Room, step: int) -> bool:
    """Whether no round lies before this step."""
    return not any(earlier.kind == "round" for earlier in room.steps[: max(step, 0)])
