"""A preview in a test's hands: a deck copied to a folder of the test's own, and a pilot on its window."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pygame

from game.client.pilot import ManualClock, Pilot
from game.client.preview.preview import OFTEN, Look, Preview
from game.client.preview.watched import WatchedDeck
from game.client.preview.window import Bench
from game.client.settings import Settings
from game.client.ui.fonts import Fonts
from game.places import decks

CARD = "sockorna"


def copied(folder: Path, slug: str = "motet") -> Path:
    """A deck that comes with the game, to do with as one likes."""
    return Path(shutil.copytree(decks() / slug, folder / slug))


class Desk:
    """Somebody at work on a deck."""

    def __init__(
        self,
        path: Path,
        name: str = "",
        look: Look | None = None,
        size: tuple[int, int] = (1280, 720),
        settings: Settings | None = None,
    ) -> None:
        pygame.font.init()
        self.path = path
        self._clock = ManualClock()
        self._saved = 0
        self.preview = Preview(WatchedDeck(path), self._clock, look or Look(), name)
        pane = Bench(self.preview, size, settings or Settings(motion=False), self._clock, Fonts())
        self.pilot = Pilot(pane=pane)

    def press(self, *keys: str) -> None:
        self.pilot.press(*keys)

    def save(self, name: str, text: str) -> None:
        """Write a file of the deck as an editor does, at a time of its own."""
        file = self.path / name
        file.write_text(text, encoding="utf-8")
        self._saved += 1
        now = file.stat().st_mtime_ns + self._saved * 1_000_000
        os.utime(file, ns=(now, now))

    def change(self, old: str, new: str, name: str = CARD) -> None:
        """Put other words in the place of these, and save."""
        text = self.read(name)
        assert old in text
        self.save(f"cards/{name}.yaml", text.replace(old, new, 1))

    def read(self, name: str = CARD) -> str:
        return (self.path / "cards" / f"{name}.yaml").read_text(encoding="utf-8")

    def wait(self) -> None:
        """As long as it takes until the files are looked at again."""
        self._clock.advance(OFTEN)
        self.preview.tick()
        self.pilot.pane.refresh()
        self.pilot.settle()

    def finish(self) -> None:
        """Until it is known whether the card fits."""
        while self.preview.busy:
            self.preview.tick()
        self.pilot.pane.refresh()
        self.pilot.settle()

    def card(self) -> list[str]:
        """What can be read in the picture of the card."""
        self.pilot.settle()
        assert self.preview.picture.pane is not None
        return [text for text, _area in self.preview.picture.pane.layout.words]

    def shows(self, words: str) -> bool:
        """Whether the picture of the card has these words."""
        return any(words in text for text in self.card())

    def pixels(self) -> bytes:
        """The whole window, as it is seen."""
        self.pilot.settle()
        return pygame.image.tobytes(self.pilot.surface, "RGB")
