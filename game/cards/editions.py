"""Which wording of a card was played: its `rev`, and its text, since one may change without the other."""

from game.cards.digest import source_hash, text_of
from game.cards.format import Card, Deck
from game.rules.insight import Edition


def edition_of(deck: Deck, card: Card) -> Edition | None:
    """The card's edition in this deck; None when it has no text in the deck's source language."""
    text = text_of(card, deck.source)
    return Edition(f"{deck.slug}/{card.id}", card.rev, source_hash(text)) if text else None
