"""Which of a server's decks to show when a room is made, and which are played unless somebody chooses."""

from __future__ import annotations

from collections.abc import Sequence

from game.client.api import DeckOffer

ROUNDS = frozenset({"dilemma", "mirror"})
"""Kinds that make a deck one to play rounds from when nobody has chosen."""
FIRST = "motet"
"""The deck that suits everybody who meets people at work."""


def shown(decks: Sequence[DeckOffer]) -> tuple[DeckOffer, ...]:
    """Those to choose among: the usual ones first, the broken ones last."""
    found = [deck for deck in decks if not _supporting(deck)]
    return tuple(sorted(found, key=lambda deck: (not deck.ok, deck.slug != FIRST, not _usual(deck))))


def usual(decks: Sequence[DeckOffer]) -> frozenset[str]:
    """The slugs to begin with: the first deck, or else those with dilemmas, or else all that are sound."""
    chosen = frozenset(deck.slug for deck in decks if _usual(deck))
    if FIRST in chosen:
        return frozenset({FIRST})
    return chosen or frozenset(deck.slug for deck in decks if deck.ok and not _supporting(deck))


def why_broken(deck: DeckOffer) -> tuple[str, dict[str, str]]:
    """Where the first fault of a broken deck is, as file:line or "", and what it is, in every language."""
    for fault in deck.findings:
        what, file, line = fault.get("what"), fault.get("file", ""), fault.get("line", 0)
        if isinstance(what, dict):
            return f"{file}:{line}" if file and line else str(file), {str(k): str(v) for k, v in what.items()}
    return "", {}


def _supporting(deck: DeckOffer) -> bool:
    return deck.supporting


def _usual(deck: DeckOffer) -> bool:
    """One whose cards have not been read yet is taken for one, and not passed over."""
    likely = deck.reading or any(card.kind in ROUNDS for card in deck.cards)
    return deck.ok and not deck.supporting and likely
