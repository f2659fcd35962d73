"""The words of themes and cards as the trend needs them, out of the decks that are at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.rules.report.told import Words


@dataclass(frozen=True, slots=True)
class CardWords:
    """A card that may be proposed. `themes` are "deck/theme", the first one first."""

    card: str
    kind: str
    title: Words
    deck: Words
    """The deck's title."""
    minutes: int
    heat: int
    themes: tuple[str, ...]
    question: Words = field(default_factory=dict)
    low: Words = field(default_factory=dict)
    high: Words = field(default_factory=dict)
    """Of a scale: what it asks, and what it calls its ends."""
    offered: bool = True
    """Whether it can be played as a card of its own: not drafts, twists, check-ins or pledge starters."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is known by name."""

    themes: Mapping[str, Words] = field(default_factory=dict)
    """"deck/theme" -> its name."""
    cards: Mapping[str, CardWords] = field(default_factory=dict)
