"""How a window is set up for a picture, and what a picture is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.client.pilot import Pilot
from game.client.settings import Language, Settings
from game.client.ui.fonts import Fonts

SIZES = ((1280, 720), (1920, 1080))
LANGUAGES: tuple[Language, ...] = ("sv", "en")
TEXTS = (1.0, 1.5)


@dataclass(frozen=True)
class Look:
    """How a window is set up for one picture."""

    size: tuple[int, int] = (1280, 720)
    language: Language = "sv"
    text: float = 1.0
    contrast: bool = False

    @property
    def settings(self) -> Settings:
        """The station's settings. Motion is off, so that nothing is caught half way."""
        return Settings(language=self.language, text=self.text, contrast=self.contrast, motion=False)

    def __str__(self) -> str:
        name = f"{self.size[1]}-{self.language}-{round(self.text * 100)}"
        return f"{name}-contrast" if self.contrast else name


@dataclass(frozen=True)
class Shot:
    """One scene as one station sees it. `take` opens a window with this look and brings it there."""

    name: str
    take: Callable[[Look, Fonts], Pilot]


CONTRAST = Look(SIZES[0], "sv", 1.0, contrast=True)
"""Laid out as without, so for eyes alone."""


def looks() -> list[Look]:
    """Every size, language and text size that must hold."""
    return [Look(size, language, text) for size in SIZES for language in LANGUAGES for text in TEXTS]
