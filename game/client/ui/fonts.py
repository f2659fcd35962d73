"""Faces, widths and wrapping. Text is measured and drawn in runs,
each in the first face that has its glyphs.
"""

import unicodedata
from bisect import bisect
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
GLUED = frozenset("§%–")
"""Signs that belong to the word before them: no line begins with one."""
ZERO_WIDTH = frozenset("\u200b\u200c\u200d\ufe0e\ufe0f\u2060\ufeff\u00ad")

SHORT, LONE = 5, 3
"""A line is short, and one of a single word lonely, when so many of it would fit beside each other."""

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
        self.wrap = lru_cache(maxsize=4_000)(self._wrap)
        self.fits = lru_cache(maxsize=4_000)(self._fits)
        self.filled = lru_cache(maxsize=4_000)(self._lines_filled)

    def font(self, face: str, px: int) -> pygame.font.Font:
        """The face at a pixel size."""
        found = self._fonts.get((face, px))
        if found is None:
            found = self._fonts[face, px] = pygame.font.Font(_path(face), max(1, px))
        return found

    def runs(self, text: str, face: str) -> tuple[Run, ...]:
        """The text in pieces, each with a face that can draw all of it; what no face has becomes a bullet."""
        points = self._points(face)
        if points.issuperset(map(ord, text)):
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

    def _fits(self, text: str, face: str, px: int, width: int) -> bool:
        """Whether no single word is wider than `width` pixels."""
        return all(self.width(word, face, px) <= width for word in text.split())

    def _lines_filled(
        self, text: str, lines: tuple[Line, ...], face: str, px: int, width: int
    ) -> tuple[Line, ...]:
        """The lines of wrapped text, with words moved down from the last line but one of each paragraph
        while its last line is a short or lonely one. As many lines, and none wider than the widest was.
        """
        done = list(lines)
        for last in range(1, len(done)):
            if last + 1 == len(done) or text[done[last][1]] == "\n":
                done[last - 1 : last + 1] = self._filled(text, done[last - 1], done[last], face, px, width)
        return tuple(done)

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
        whole = self.width(text[start:end], face, px)
        if whole <= width:
            return end
        spaces = [at for at in range(start, end) if text[at] == " " and text[at + 1 : at + 2] not in GLUED]
        fitting = bisect(spaces, start + (end - start) * width // whole)  # a good guess, then step by step
        while fitting < len(spaces) and self.width(text[start : spaces[fitting]], face, px) <= width:
            fitting += 1
        while fitting and self.width(text[start : spaces[fitting - 1]], face, px) > width:
            fitting -= 1
        if fitting and spaces[fitting - 1] > start:
            return spaces[fitting - 1]
        word_end = spaces[fitting] if fitting < len(spaces) else end
        return self._divide(text, start, word_end, face, px, width)

    def _filled(
        self, text: str, above: Line, last: Line, face: str, px: int, width: int
    ) -> tuple[Line, Line]:
        """The last two lines of a paragraph."""
        while text[above[1] : last[0]] == " " and self._lone(text, last, face, px, width):
            space = text.rfind(" ", above[0] + 1, above[1])
            if space == -1 or text[space + 1] in GLUED:
                break
            shorter, longer = (above[0], space), (space + 1, last[1])
            if self.width(text[slice(*shorter)], face, px) < self.width(text[slice(*longer)], face, px):
                break
            above, last = shorter, longer
        return above, last

    def _lone(self, text: str, last: Line, face: str, px: int, width: int) -> bool:
        words = text[slice(*last)].strip()
        return bool(words) and self.width(words, face, px) * (SHORT if " " in words else LONE) < width

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
