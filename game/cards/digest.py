"""Decks and source texts as canonical JSON, and the hashes made from it.

Canonical: UTF-8, keys sorted, no spaces, fields that have their default left out. So a field added to the
format later changes no hash of a deck that does not use it.
"""

import json
from hashlib import sha256
from typing import Final

from pydantic import BaseModel

from game.cards.format import Card, Deck, Text

HASH_LENGTH: Final = 12
"""How many hex digits of the source text's hash a translation carries in `of`."""


def to_json(deck: Deck) -> str:
    """The deck as canonical JSON; `from_json` gives an equal deck back, without the files."""
    return _canonical(deck)


def from_json(text: str | bytes) -> Deck:
    """The deck that `to_json` wrote. Raises `pydantic.ValidationError` (a ValueError) for anything else."""
    return Deck.model_validate_json(text)


def digest(deck: Deck) -> str:
    """64 hex digits that name exactly this content."""
    return sha256(to_json(deck).encode()).hexdigest()


def source_hash(text: Text) -> str:
    """12 hex digits that name a source language's text; `of` itself does not count."""
    return sha256(_canonical(text.model_copy(update={"of": ""})).encode()).hexdigest()[:HASH_LENGTH]


def text_of(card: Card, language: str) -> Text | None:
    """The card's text in this language, or None."""
    texts: dict[str, Text] = dict(card.text)
    return texts.get(language)


def _canonical(model: BaseModel) -> str:
    data = model.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
