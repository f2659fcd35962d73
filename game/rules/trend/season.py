"""Cards to play next: from the themes that tables want to improve, those that have been played least."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from game.rules.trend.catalogue import CardWords, Catalogue
from game.rules.trend.told import Proposal, ThemeNotes

MONTHS_AHEAD: Final = 6
"""A card a month for half a year."""
_HEAVIEST: Final = 3
"""The heat that no season begins with."""


def season_of(
    notes: Sequence[ThemeNotes], played: Mapping[str, int], catalogue: Catalogue, after: str
) -> tuple[Proposal, ...]:
    """A card for each month after `after`: a theme in turn, the one with most to improve first.

    `played` is at how many tables a card has lain, where that may be told. A theme whose cards are all used
    up is passed by.
    """
    themes = [one for one in notes if one.wanted]
    piles = {one.theme: _pile(one.theme, played, catalogue) for one in themes}
    found: list[Proposal] = []
    used: set[str] = set()
    while len(found) < MONTHS_AHEAD and any(piles.values()):
        for theme in themes:
            pile = [card for card in piles[theme.theme] if card.card not in used]
            piles[theme.theme] = pile
            if pile and len(found) < MONTHS_AHEAD:
                card = pile[0] if found else min(pile, key=lambda one: one.heat >= _HEAVIEST)
                used.add(card.card)
                found.append(_proposal(card, theme, month_after(after, len(found) + 1)))
    return tuple(found)


def playable(catalogue: Catalogue) -> list[CardWords]:
    """Every card that can be a month's card."""
    return [card for card in catalogue.cards.values() if card.offered]


def month_after(month: str, n: int) -> str:
    """The month `n` months later.

    >>> month_after("2026-11", 2)
    '2027-01'
    """
    year, number = map(int, month.split("-"))
    past = year * 12 + number - 1 + n
    return f"{past // 12:04}-{past % 12 + 1:02}"


def months_between(first: str, last: str) -> Iterator[str]:
    """Every month from the first to the last.

    >>> list(months_between("2026-12", "2027-02"))
    ['2026-12', '2027-01', '2027-02']
    """
    month = first
    while month <= last:
        yield month
        month = month_after(month, 1)


def _pile(theme: str, played: Mapping[str, int], catalogue: Catalogue) -> list[CardWords]:
    """Those played least first; those whose first theme it is before others, and the lighter before the
    hot.
    """
    cards = [card for card in playable(catalogue) if theme in card.themes]
    return sorted(
        cards,
        key=lambda one: (played.get(one.card, 0), one.themes.index(theme), one.heat, one.card),
    )


def _proposal(card: CardWords, theme: ThemeNotes, month: str) -> Proposal:
    return Proposal(
        month=month,
        card=card.card,
        title=card.title,
        deck=card.deck,
        minutes=card.minutes,
        heat=card.heat,
        theme=theme.theme,
        name=theme.name,
        wanted=theme.wanted,
        notes=theme.notes,
    )
