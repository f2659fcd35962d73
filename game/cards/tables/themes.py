"""The themes that a card's row names: people write what a theme is called, and the deck keeps its id."""

import re
from typing import Final

from game.cards.findings import Finding
from game.cards.format import Cover
from game.cards.source import Source
from game.cards.tables.flat import Flat
from game.cards.whole import unknown_theme

_OF_CARD: Final = re.compile(r"themes\[(\d+)\]")


class Themes:
    """The deck's themes; none without a cover."""

    def __init__(self, cover: Cover | None) -> None:
        self._known = cover is not None
        there = cover.themes if cover else {}
        names = {name.casefold(): slug for slug, words in there.items() for name in words.values()}
        self._slugs = {**names, **{slug: slug for slug in there}}
        self._names = tuple(next(iter(words.values()), slug) for slug, words in there.items())

    def slug(self, word: str) -> str:
        """The id of the theme that is called so in any language; the word itself when none is."""
        return self._slugs.get(word.casefold(), word)

    def told(self, found: Finding, flat: Flat, row: Source) -> Finding | None:
        """The finding, or one that says which themes there are when it is about a name of none of them; None
        when nobody can tell, because what is said about the deck cannot be read.
        """
        match, words = _OF_CARD.fullmatch(found.field), flat.get(("themes",))
        if found.code != "slug-shape" or match is None or not isinstance(words, tuple):
            return found
        if not self._known:
            return None
        index = int(match[1]) - 1
        return unknown_theme(row, index, str(words[index]), self._names)
