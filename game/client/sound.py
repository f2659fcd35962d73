"""Quiet sounds. The mixer is opened at the first sound, and a machine without one stays silent."""

from pathlib import Path

import pygame

from game.places import assets

NAMES = ("card", "reveal", "chime", "time")


class Sounds:
    """Plays the files in assets/sounds by name."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or assets() / "sounds"
        self.silent = False
        self._loaded: dict[str, pygame.mixer.Sound] = {}

    def play(self, name: str) -> None:
        """Play a sound; KeyError when there is no such sound,
        nothing when the machine has no sound device.
        """
        if name not in NAMES:
            raise KeyError(name)
        if self.silent or not self._open():
            return
        if name not in self._loaded:
            self._loaded[name] = pygame.mixer.Sound(self.folder / f"{name}.wav")
        self._loaded[name].play()

    def close(self) -> None:
        """Give the sound device back."""
        self._loaded.clear()
        pygame.mixer.quit()

    def _open(self) -> bool:
        if pygame.mixer.get_init() is None:
            try:
                pygame.mixer.init(44_100, -16, 1, 512)
            except pygame.error:
                self.silent = True
        return not self.silent
