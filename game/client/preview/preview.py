"""What is looked at and how: which card, which place in its round, at which size, in which words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from game.cards.findings import Finding
from game.cards.format import Card
from game.client.preview.fitting import Fitting
from game.client.preview.picture import Picture
from game.client.preview.places import PLACES, Place, by_place, nearest, telling
from game.client.preview.round import STATIONS, Moment, Station, played
from game.client.preview.watched import Leaf, WatchedDeck
from game.client.settings import TEXTS, Settings
from game.client.ui.area import Size
from game.client.ui.pane import Clock

SIZES: Final[tuple[Size, ...]] = ((1280, 720), (1920, 1080), (3840, 2160))
OFTEN: Final = 250
"""Ms between two looks at the deck's files."""


@dataclass(frozen=True)
class Look:
    """How the players' screen is set up. `language` may be any of the deck's."""

    size: Size = SIZES[0]
    text: float = 1.0
    contrast: bool = False
    language: str = "sv"
    station: Station = "own"

    @property
    def settings(self) -> Settings:
        """The same, as the scenes are told it. In a language that the windows do not speak they are Swedish
        round the card's own words.
        """
        return Settings(language=self.language, text=self.text, contrast=self.contrast, motion=False)  # type: ignore[arg-type]


class Preview:
    """The state of the window, and everything that can be done in it.

    `dialog` is "help", "find" or "" for none. What a window can do is `fill` (fill the screen, or no longer),
    `back` (no longer fill it, or else close) and `close`; without a window they do nothing.
    """

    def __init__(self, deck: WatchedDeck, clock: Clock, look: Look, name: str = "") -> None:
        self.deck = deck
        self.look = look
        self.wanted: Place = "front"
        self.part = 0
        self.name = name or (deck.leaves[0].name if deck.leaves else "")
        self.panel = True
        self.dialog = ""
        self.marked = 0
        """The line of the list of cards that Enter picks."""
        self.picture = Picture()
        self.fitting = Fitting()
        self.fill: Callable[[], object] = _nothing
        self.back: Callable[[], object] = _nothing
        self.close: Callable[[], object] = _nothing
        self._clock = clock
        self._looked = clock.ms()
        self._index = 0
        self._round: tuple[Card, Mapping[Place, tuple[Moment, ...]]] | None = None
        self._settle()

    # --- what is there ---

    @property
    def leaf(self) -> Leaf | None:
        """The card that is looked at; None in a deck without cards."""
        return next((leaf for leaf in self.deck.leaves if leaf.name == self.name), None)

    @property
    def number(self) -> int:
        """Which card of the deck's this is, counted from one."""
        return self._index + 1

    @property
    def places(self) -> Mapping[Place, tuple[Moment, ...]]:
        """The places that the card has; none at all while nothing of it can be shown."""
        leaf = self.leaf
        deck = self.deck.deck_of(leaf) if leaf else None
        if leaf is None or leaf.card is None or deck is None:
            return {}
        if self._round is None or self._round[0] is not leaf.card:
            self._round = leaf.card, by_place(played(deck, leaf.card))
        return self._round[1]

    @property
    def place(self) -> Place | None:
        """The place that is shown: the wanted one, or the nearest that the card has."""
        return nearest(self.wanted, self.places)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Those of the place that is shown."""
        return self.places[self.place] if self.place else ()

    @property
    def moment(self) -> Moment | None:
        """The one that is shown."""
        return self.moments[min(self.part, len(self.moments) - 1)] if self.moments else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The deck's languages, or the card's while the deck's are not known."""
        leaf = self.leaf
        if self.deck.cover is not None:
            return tuple(dict.fromkeys(self.deck.cover.languages))
        return tuple(leaf.card.text) if leaf and leaf.card else (self.look.language,)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of the card that is looked at."""
        leaf = self.leaf
        if leaf is None:
            return ()
        return (*self.deck.of(leaf), *(self.fitting.of(leaf.item) if leaf.item and leaf.fresh else ()))

    @property
    def counts(self) -> tuple[int, int]:
        """(errors, warnings) of the whole deck, with what is known of what does not fit."""
        fits = [
            item
            for leaf in self.deck.leaves
            if leaf.item and leaf.fresh
            for item in self.fitting.of(leaf.item)
        ]
        found = [*self.deck.findings, *fits]
        errors = sum(item.is_error for item in found)
        return errors, len(found) - errors

    # --- what can be done ---

    def go(self, name: str) -> None:
        """Look at another card, at the same place."""
        self.name, self.part, self.dialog = name, 0, ""
        self._settle()

    def step(self, by: int) -> None:
        """The next card or the one before; round at the ends."""
        if self.deck.leaves:
            self.go(self.deck.leaves[(self._index + by) % len(self.deck.leaves)].name)

    def end(self, last: bool) -> None:
        """The first card, or the last."""
        if self.deck.leaves:
            self.go(self.deck.leaves[-1 if last else 0].name)

    def show(self, place: Place) -> None:
        """Another place of the same card."""
        self.wanted = place
        self._settle()

    def walk(self, by: int) -> None:
        """The next place that the card has, or the one before."""
        there = [place for place in PLACES if place in self.places]
        if self.place in there:
            self.show(there[max(0, min(len(there) - 1, there.index(self.place) + by))])

    def turn(self, by: int) -> None:
        """The next moment of the place, round at the ends: prompt by prompt in a talk."""
        if self.moments:
            self.part = (self.part + by) % len(self.moments)

    def change(self, **values: Any) -> None:
        """Look in another way: fields of `Look`."""
        self.look = replace(self.look, **values)

    def toggle_panel(self) -> None:
        """Show what there is to mend beside the card, or put it away for a larger picture."""
        self.panel = not self.panel

    def next_size(self) -> None:
        """Go round the sizes."""
        self.change(size=_after(self.look.size, SIZES))

    def next_text(self) -> None:
        """Go round the text sizes."""
        self.change(text=_after(self.look.text, TEXTS))

    def next_language(self) -> None:
        """Go round the deck's languages."""
        self.change(language=_after(self.look.language, self.languages))

    def next_station(self) -> None:
        """One's own screen, or the wall's."""
        self.change(station=_after(self.look.station, STATIONS))

    def ask(self, dialog: str = "") -> None:
        """Open a dialog, or close it."""
        self.dialog, self.marked = dialog, 0

    # --- as time goes ---

    @property
    def busy(self) -> bool:
        """Whether there is more to find out."""
        return self.fitting.busy

    def tick(self) -> bool:
        """A little work: the files now and then, or one picture more of the fit; whether there is news."""
        now = self._clock.ms()
        if now - self._looked >= OFTEN:
            self._looked = now
            if self.deck.look():
                self._keep()
                return True
        return self.fitting.step()

    def _keep(self) -> None:
        """After a change on disk: the same card and place, or the card that now stands where it stood."""
        leaves = self.deck.leaves
        if self.leaf is None and leaves:
            self.name = leaves[min(self._index, len(leaves) - 1)].name
            self._settle()
            return
        part = self.part
        self._settle()
        self.part = min(part, max(0, len(self.moments) - 1))

    def _settle(self) -> None:
        """What follows from another card or place."""
        leaf = self.leaf
        if leaf is not None:
            self._index = self.deck.leaves.index(leaf)
            deck = self.deck.deck_of(leaf)
            if leaf.item is not None and deck is not None:
                self.fitting.look_at(deck, leaf.item)
        if self.look.language not in self.languages:
            self.change(language=self.languages[0])
        self.part = telling(self.moments)


def _nothing() -> None:
    """What is asked of a window that is not there."""


def _after(value: Any, values: tuple[Any, ...]) -> Any:
    """The next of the values, round at the end; the first after one that is not among them."""
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]
