"""A wish for a room, fitted to what a server has."""

from __future__ import annotations

from collections.abc import Iterable

from game.client import api
from game.client.api import CardOffer
from game.client.offers import usual
from game.rules import KINDS, Step
from game.wire import RoomRequest


def fitted(url: str, request: RoomRequest) -> RoomRequest:
    """With the usual decks where it names none, and with steps that draw instead of a card that these decks
    lack. Waits until the server at `url` has read them. Raises Trouble.
    """
    if request.decks and not request.steps:
        return request
    offered = api.decks(url)
    slugs = request.decks or tuple(sorted(usual(offered)))
    if not request.steps:
        return request.model_copy(update={"decks": slugs})
    while any(deck.reading for deck in offered if deck.supporting or deck.slug in slugs):
        offered = api.decks(url)
    cards = [
        card for deck in offered if deck.ok and (deck.supporting or deck.slug in slugs) for card in deck.cards
    ]
    steps = tuple(
        step if has_card(step, cards) else step.model_copy(update={"card": None}) for step in request.steps
    )
    return request.model_copy(update={"decks": slugs, "steps": steps})


def has_card(step: Step, cards: Iterable[CardOffer]) -> bool:
    """Whether the step's card is among these, and may be played in such a step."""
    kind = next((card.kind for card in cards if card.id == step.card), None)
    if kind is None or step.kind == "checkin":
        return kind == "scale"
    return KINDS[kind].drawn
