"""Faces, widths and wrapping. Text is measured and drawn in runs,
each in the first face that has its glyphs.
"""

import unicodedata
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pygame

from game.client.ui.coverage import covered

FILES = {
    "text": ("fontpkg_atkinson_hyperlegible", "files/AtkinsonHyperlegible-Regular.ttf"),
    "bold": ("fontpkg_atkinson_hyperlegible", "files/AtkinsonHyperlegible-Bold.ttf"),
    "display": ("fontpkg_spectral", "files/Spectral-Bold.ttf"),
    "spare": ("pygame", "freesansbold.ttf"),
}
SPARES = ("display", "spare")
SUBSTITUTE = "\N{BULLET}"
ZERO_WIDTH = frozenset("\u200b\u200c\u200d\ufe0e\ufe0f\u2060\ufeff\u00ad")

Line = tuple[int, int]


class Run(NamedTuple):
    """A piece of text that one face can draw."""

    face: str
    text: str


class Fonts:
    """Loaded faces by name and pixel size. pygame.font must be initialised."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._coverage: dict[str, frozenset[int]] = {}
        self.width = lru_cache(maxsize=20_000)(self._width)
        self.wrap = lru_cache(maxsize=2_000)(self._wrap)

    def font(self, face: str, px: int) -> pygame.font.Font:
        """The face at a pixel size."""
        found = self._fonts.get((face, px))
        if found is None:
            found = self._fonts[face, px] = pygame.font.Font(_path(face), max(1, px))
        return found

    def runs(self, text: str, face: str) -> tuple[Run, ...]:
        """The text in pieces, each with a face that can draw all of it; what no face has becomes a bullet."""
        points = self._points(face)
        if all(ord(char) in points for char in text):
            return (Run(face, text),) if text else ()
        clean = "".join(char for char in text if char not in ZERO_WIDTH and char.isprintable())
        marked = [(self._face_for(char, face), char) for char in clean]
        return tuple(
            Run(chosen or face, "".join(c if chosen else SUBSTITUTE for _, c in group))
            for chosen, group in groupby(marked, key=lambda pair: pair[0])
        )

    def ascent(self, face: str, px: int) -> int:
        """Pixels from the top of a line to its baseline."""
        return self.font(face, px).get_ascent()

    def height(self, face: str, px: int) -> int:
        """Pixels from the highest to the lowest usual point of a line."""
        return self.font(face, px).get_height()

    def fits(self, text: str, face: str, px: int, width: int) -> bool:
        """Whether no single word is wider than `width` pixels."""
        return all(self.width(word, face, px) <= width for word in text.split())

    def draw(
        self, text: str, face: str, px: int, colour: tuple[int, int, int, int]
    ) -> tuple[pygame.Surface, int]:
        """One line on a transparent surface, and the row of that surface where its baseline lies."""
        pieces = [
            (self.font(run.face, px), self.font(run.face, px).render(run.text, True, colour))
            for run in self.runs(text, face)
        ]
        if len(pieces) == 1:
            return pieces[0][1], _baseline(*pieces[0])
        base = max((_baseline(font, piece) for font, piece in pieces), default=0)
        below = max((piece.get_height() - _baseline(font, piece) for font, piece in pieces), default=0)
        canvas = pygame.Surface(
            (sum(piece.get_width() for _, piece in pieces), base + below), pygame.SRCALPHA
        )
        canvas.fill((*colour[:3], 0))
        x = 0
        for font, piece in pieces:
            canvas.blit(piece, (x, base - _baseline(font, piece)), special_flags=pygame.BLEND_RGBA_MAX)
            x += piece.get_width()
        return canvas, base

    def _width(self, text: str, face: str, px: int) -> int:
        return sum(self.font(run.face, px).size(run.text)[0] for run in self.runs(text, face))

    def _wrap(self, text: str, face: str, px: int, width: int) -> tuple[Line, ...]:
        """Start and end of each line in `text`; a word wider than `width` is divided."""
        lines: list[Line] = []
        start = 0
        for paragraph in text.split("\n"):
            lines += self._paragraph(text, start, start + len(paragraph), face, px, width)
            start += len(paragraph) + 1
        return tuple(lines)

    def _paragraph(self, text: str, start: int, end: int, face: str, px: int, width: int) -> list[Line]:
        lines: list[Line] = []
        while True:
            stop = self._stop(text, start, end, face, px, width)
            lines.append((start, stop))
            if stop >= end:
                return lines
            start = stop + 1 if text[stop] == " " else stop

    def _stop(self, text: str, start: int, end: int, face: str, px: int, width: int) -> int:
        if self.width(text[start:end], face, px) <= width:
            return end
        best = start
        space = text.find(" ", start, end)
        while space != -1 and self.width(text[start:space], face, px) <= width:
            best = space
            space = text.find(" ", space + 1, end)
        if best > start:
            return best
        word_end = end if space == -1 else space
        return self._divide(text, start, word_end, face, px, width)

    def _divide(self, text: str, start: int, end: int, face: str, px: int, width: int) -> int:
        low, high = start + 1, end
        while low < high:
            mid = (low + high + 1) // 2
            low, high = (mid, high) if self.width(text[start:mid], face, px) <= width else (low, mid - 1)
        return low

    def _points(self, face: str) -> frozenset[int]:
        if face not in self._coverage:
            self._coverage[face] = covered(_path(face))
        return self._coverage[face]

    def _face_for(self, char: str, face: str) -> str | None:
        if unicodedata.combining(char):
            return face
        return next((name for name in (face, *SPARES) if ord(char) in self._points(name)), None)


def _path(face: str) -> Path:
    package, name = FILES[face]
    return Path(str(files(package))) / name


def _baseline(font: pygame.font.Font, piece: pygame.Surface) -> int:
    return font.get_ascent() + max(0, piece.get_height() - font.get_height())
