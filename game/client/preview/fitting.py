"""Does the card that is looked at fit? Found out picture by picture, between the window's own."""

from __future__ import annotations

from collections.abc import Iterator

from game.cards.findings import Finding
from game.cards.format import Deck
from game.cards.whole import CardFile
from game.client.fit import SPOKEN, Renderer
from game.client.ui.fonts import Fonts


class Fitting:
    """One card at a time; what was found of the others is kept until they change."""

    def __init__(self, fonts: Fonts | None = None) -> None:
        self._renderer = Renderer(fonts)
        self._item: CardFile | None = None
        self._steps: Iterator[tuple[str, list[str]]] = iter(())
        self._problems: dict[tuple[str, str], None] = {}
        self._done: dict[str, tuple[CardFile, tuple[Finding, ...]]] = {}

    def look_at(self, deck: Deck, item: CardFile) -> None:
        """Begin with this card, unless it is known already."""
        if self._item is item or self.knows(item):
            return
        self._item, self._problems = item, {}
        self._steps = (
            (language, found)
            for language in item.card.text
            for found in self._renderer.steps(deck, item.card, language)
        )

    def step(self) -> bool:
        """One picture more; whether that was the last, so that there is something to tell."""
        item = self._item
        if item is None:
            return False
        try:
            language, found = next(self._steps)
        except StopIteration:
            self._done[item.source.file] = item, tuple(_findings(item, self._problems))
            self._item = None
            return True
        self._problems.update({(language, problem): None for problem in found})
        return False

    @property
    def busy(self) -> bool:
        """Whether a card is being looked at."""
        return self._item is not None

    def knows(self, item: CardFile) -> bool:
        """Whether everything is known of this very version."""
        known = self._done.get(item.source.file)
        return known is not None and known[0] is item

    def of(self, item: CardFile) -> tuple[Finding, ...]:
        """What does not fit of it; nothing until all of it has been looked at."""
        return self._done[item.source.file][1] if self.knows(item) else ()

    @staticmethod
    def spoken(item: CardFile) -> tuple[str, ...]:
        """The languages of the card that are looked at."""
        return tuple(language for language in item.card.text if language in SPOKEN)


def _findings(item: CardFile, problems: dict[tuple[str, str], None]) -> Iterator[Finding]:
    for language, problem in sorted(problems):
        yield item.source.finding("overflow", ("text", language), on_key=True, problem=problem)
