"""The names of themes and cards, for whoever tells of many sessions and proposes what to play next."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from game.cards.digest import text_of
from game.cards.format import Card, Deck
from game.rules.trend import CardWords, Catalogue

_APART = frozenset({"twist", "pledge"})
"""Kinds that lie on no table by themselves."""


def catalogue_of(decks: Iterable[Deck], supporting: Collection[str]) -> Catalogue:
    """What the decks call their themes and cards; of two decks with one slug the later one counts.

    `supporting` are slugs of decks whose cards are not dealt: check-ins, twists, pledge starters.
    """
    kept = list(decks)
    themes = {f"{deck.slug}/{theme}": dict(names) for deck in kept for theme, names in deck.themes.items()}
    cards = {
        f"{deck.slug}/{card.id}": _card(deck, card, deck.slug not in supporting)
        for deck in kept
        for card in deck.cards
    }
    return Catalogue(themes, cards)


def _card(deck: Deck, card: Card, dealt: bool) -> CardWords:
    texts = {language: text for language in card.text if (text := text_of(card, language))}

    def said(name: str) -> dict[str, str]:
        return {language: str(getattr(text, name, "") or "") for language, text in texts.items()}

    return CardWords(
        card=f"{deck.slug}/{card.id}",
        kind=card.kind,
        title=said("title"),
        deck=dict(deck.title),
        minutes=card.minutes,
        heat=card.heat,
        themes=tuple(f"{deck.slug}/{theme}" for theme in card.themes),
        question=said("situation"),
        low=said("low"),
        high=said("high"),
        offered=card.status == "reviewed" and card.kind not in _APART and dealt,
    )
