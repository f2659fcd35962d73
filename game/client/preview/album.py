"""Every card as image files, without a window: one per place and language, and a sheet with all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import pygame

from game.client.pilot import ManualClock
from game.client.preview.picture import Picture, Shot, fitted, scaled
from game.client.preview.places import PLACES, Place, by_place, telling
from game.client.preview.preview import Look
from game.client.preview.round import played
from game.client.preview.watched import Leaf, WatchedDeck
from game.client.settings import Settings
from game.client.ui import Column, Ctx, Node, Row, Text
from game.client.ui.area import Area, Size
from game.client.ui.fonts import Fonts
from game.client.ui.layout import Layout
from game.client.ui.pane import Pane

THUMB: Final[Size] = (448, 252)
SHEET: Final = 1920
"""Pixels: how broad a sheet is."""
ROW: Final = 320
"""Pixels: how high a card is on it."""
MARGIN: Final = 40
A_SHEET: Final = 12
"""Cards on one sheet."""

Progress = Callable[[int, int], None]
"""Called with how many cards are drawn, and how many there are."""
Line = tuple[str, dict[Place, pygame.Surface]]
"""A card's name, and its pictures made small."""


@dataclass(frozen=True)
class Album:
    """What was written: pictures and sheets. `left` are the cards that could not be drawn."""

    pictures: tuple[Path, ...]
    sheets: tuple[Path, ...]
    left: tuple[str, ...]


class Printer:
    """Writes the cards of a deck into a folder, which is made when it is not there.

    `look` says how; its language is exchanged for each of `languages`.
    """

    def __init__(self, deck: WatchedDeck, folder: Path, languages: Sequence[str], look: Look) -> None:
        pygame.font.init()
        self._deck = deck
        self._folder = folder
        self._languages = tuple(languages)
        self._look = look
        self._fonts = Fonts()
        self._picture = Picture(self._fonts)

    def write(self, leaves: Sequence[Leaf], progress: Progress) -> Album:
        """All of these cards. Raises OSError when the folder cannot be written."""
        self._folder.mkdir(parents=True, exist_ok=True)
        pictures: list[Path] = []
        sheets: list[Path] = []
        left: list[str] = []
        for start in range(0, len(leaves), A_SHEET):
            lines: dict[str, list[Line]] = {language: [] for language in self._languages}
            for done, leaf in enumerate(leaves[start : start + A_SHEET], start=start + 1):
                drawn = list(self._card(leaf, lines))
                pictures += drawn
                left += [] if drawn else [leaf.name]
                progress(done, len(leaves))
            page = start // A_SHEET + 1 if len(leaves) > A_SHEET else 0
            sheets += [self._sheet(language, page, found) for language, found in lines.items() if found]
        return Album(tuple(pictures), tuple(sheets), tuple(left))

    def _card(self, leaf: Leaf, lines: dict[str, list[Line]]) -> Iterator[Path]:
        deck = self._deck.deck_of(leaf)
        if deck is None or leaf.card is None or not leaf.fresh:
            return
        places = by_place(played(deck, leaf.card))
        for language in self._languages:
            if language not in leaf.card.text:
                continue
            small: dict[Place, pygame.Surface] = {}
            settings = replace(self._look, language=language).settings
            for place, moments in places.items():
                moment = moments[telling(moments)]
                self._picture.show(moment, self._look.station, settings, self._look.size)
                surface = self._picture.drawn()
                path = self._folder / f"{leaf.name}-{place}-{language}.png"
                _save(surface, path)
                small[place] = scaled(surface, fitted(surface.get_size(), THUMB))
                yield path
            lines[language].append((f"{leaf.card.text[language].title} · {leaf.name}", small))

    def _sheet(self, language: str, page: int, lines: list[Line]) -> Path:
        """All cards of a page in one picture, a row each, their places in columns."""
        size = (SHEET, max(1080, 2 * MARGIN + ROW * len(lines)))
        settings = Settings(contrast=self._look.contrast, motion=False)
        pane = Pane(lambda ctx: _rows(lines, ctx), size, settings, ManualClock(0), self._fonts)
        surface = pygame.Surface(size, depth=32)
        pane.draw(surface)
        path = self._folder / (f"sheet-{language}-{page}.png" if page else f"sheet-{language}.png")
        _save(surface, path)
        return path


@dataclass(frozen=True, eq=False)
class _Thumb(Node):
    """A small picture, or an empty room where the card has no such place."""

    surface: pygame.Surface | None

    def natural(self, lay: Layout, width: int) -> Size:
        return THUMB

    def place(self, lay: Layout, area: Area) -> None:
        if self.surface is not None:
            spot = (*area[:2], *self.surface.get_size())
            lay.box(spot, "card", "", 0, 0, "button")
            lay.paint("shot", spot, Shot(self.surface))


def _rows(lines: list[Line], ctx: Ctx) -> Node:
    rows: list[Node | None] = []
    for name, small in lines:
        thumbs: list[Node | None] = [_Thumb(small.get(place)) for place in PLACES]
        rows.append(Column([Text(name, "label", lines=1, height=40), Row(thumbs, gap=16)], gap=4, height=ROW))
    return Column(rows, gap=0, pad=MARGIN)


def _save(surface: pygame.Surface, path: Path) -> None:
    """Write a PNG. Raises OSError when it cannot be written."""
    try:
        pygame.image.save(surface, str(path))
    except pygame.error as error:
        raise OSError(str(error)) from error
