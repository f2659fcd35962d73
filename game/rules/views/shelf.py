"""The words of cards as views read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.rules.slices import (
    DeckSlice,
    Words,
)

View = dict[str, Any]
"""slice name -> slice"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A card's words, ready for JSON: language -> field -> text, and its themes' names per language."""

    deck: str
    text: Mapping[str, Mapping[str, Any]]
    themes: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def words(self, name: str) -> Words:
        """One field in every language."""
        return {language: str(text.get(name, "")) for language, text in self.text.items()}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The words of the decks a room plays: card id -> sheet."""

    sheets: Mapping[str, Sheet]
    decks: tuple[DeckSlice, ...] = ()

    def title(self, card: str) -> Words:
        return self.words(card, "title")

    def words(self, card: str, name: str) -> Words:
        """One field of a card in every language; nothing for a card that is not there."""
        sheet = self.sheets.get(card)
        return sheet.words(name) if sheet else {}
