"""Does it fit? Every card is played in memory and laid out by the real scenes, small and with large text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pygame

from game.cards.format import Card, Deck
from game.client.pilot import ManualClock, problems_of
from game.client.preview.round import STATIONS, Moment, Station, played
from game.client.settings import Settings
from game.client.stations import team
from game.client.ui.fonts import Fonts
from game.client.ui.pane import Pane

SIZE: Final = (1280, 720)
TEXTS: Final = (1.0, 1.5)
SPOKEN: Final = ("sv", "en")
"""The languages of the windows themselves; in others nothing is shown yet, so there is nothing to fit."""
SCREENS: Final = {"own": "egen skärm / own screen", "wall": "väggskärm / wall screen"}


class Renderer:
    """The check's `fit`: called with a deck, a card and a language, it says what does not fit, and where.

    Nothing is painted, so no display is needed.
    """

    def __init__(self, fonts: Fonts | None = None) -> None:
        pygame.font.init()
        self._fonts = fonts or Fonts()
        self._round: tuple[Card, list[Moment]] | None = None

    def __call__(self, deck: Deck, card: Card, language: str) -> list[str]:
        return sorted({problem for found in self.steps(deck, card, language) for problem in found})

    def steps(self, deck: Deck, card: Card, language: str) -> Iterator[list[str]]:
        """The same picture by picture, for whoever has something else to do in between."""
        if language not in SPOKEN:
            return
        if self._round is None or self._round[0] is not card:
            self._round = card, list(played(deck, card))
        for moment in self._round[1]:
            for station in STATIONS:
                for text in TEXTS:
                    yield self._problems(moment, station, language, text)

    def _problems(self, moment: Moment, station: Station, language: str, text: float) -> list[str]:
        play = moment.play(station)
        settings = Settings(language=language, text=text, motion=False)  # type: ignore[arg-type]
        pane = Pane(lambda ctx: team.build(play, ctx), SIZE, settings, ManualClock(), self._fonts)
        pane.update()
        where = f"{moment.where}, {SCREENS[station]}, {round(text * 100)} %"
        return [f"{where}: {problem}" for problem in problems_of(pane)]
