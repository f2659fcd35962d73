"""The words of decks as views read them: plain JSON values, language by language."""

from collections.abc import Iterable
from typing import Any

from game.cards.format import MIRROR_ANSWERS, Card, Deck
from game.rules.slices import DeckSlice
from game.rules.views import Sheet, Shelf


def shelf_of(decks: Iterable[Deck]) -> Shelf:
    """Every card of the decks by its id "deck/card", and who made the decks."""
    kept = tuple(decks)
    sheets = {f"{deck.slug}/{card.id}": sheet_of(deck, card) for deck in kept for card in deck.cards}
    return Shelf(sheets, tuple(_spine(deck) for deck in kept))


def together(shelves: Iterable[Shelf]) -> Shelf:
    """Several decks' words as one shelf."""
    kept = tuple(shelves)
    sheets = {card: sheet for shelf in kept for card, sheet in shelf.sheets.items()}
    return Shelf(sheets, tuple(spine for shelf in kept for spine in shelf.decks))


def sheet_of(deck: Deck, card: Card) -> Sheet:
    """One card's words."""
    text = {language: _fields(card, language) for language in card.text}
    themes = {
        language: [names.get(language, theme) for theme in card.themes if (names := deck.themes.get(theme))]
        for language in card.text
    }
    return Sheet(deck.slug, text, themes)


def _fields(card: Card, language: str) -> dict[str, Any]:
    fields: dict[str, Any] = card.text[language].model_dump(mode="json", exclude_defaults=True)
    if card.kind == "mirror":
        answers = MIRROR_ANSWERS.get(language, MIRROR_ANSWERS["en"])
        fields["options"] = [{"text": answer} for answer in answers]
    return fields


def _spine(deck: Deck) -> DeckSlice:
    return {
        "slug": deck.slug,
        "version": deck.version,
        "title": dict(deck.title),
        "licence": deck.licence,
        "authors": list(deck.authors),
    }
