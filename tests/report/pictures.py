"""Pages as small grey pictures, kept beside the golden data and compared as an eye at arm's length would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pygame
import pypdfium2  # type: ignore[import-untyped]

PPI = 40
BLOCK = 6
"""Pixels of the squares that are compared, 4 mm on the paper: type set by another hand looks the same."""
SEEN = 14
"""So much darker or lighter, of 255, must a square be to look different."""
MAY_DIFFER = 0.0005
"""So many of the squares may: two of a page. A bar that is half as long again is five."""


@dataclass(frozen=True)
class Picture:
    """A page: a byte for each pixel, row after row; 255 is white."""

    wide: int
    high: int
    grey: bytes

    def save(self, path: Path) -> None:
        """As an 8-bit PNG."""
        surface = pygame.Surface((self.wide, self.high), depth=8)
        surface.set_palette([(n, n, n) for n in range(256)])
        for row in range(self.high):
            for column in range(self.wide):
                surface.set_at((column, row), self.grey[row * self.wide + column])
        pygame.image.save(surface, str(path))

    def apart(self, other: Picture) -> float:
        """The share of squares that look different, 0-1; 1 for another size."""
        if (self.wide, self.high) != (other.wide, other.high):
            return 1.0
        pairs = list(zip(self._squares(), other._squares(), strict=True))
        return sum(abs(one - two) > SEEN for one, two in pairs) / len(pairs)

    def _squares(self) -> Iterator[float]:
        for top in range(0, self.high - BLOCK + 1, BLOCK):
            for left in range(0, self.wide - BLOCK + 1, BLOCK):
                starts = range(top * self.wide + left, (top + BLOCK) * self.wide + left, self.wide)
                yield sum(sum(self.grey[start : start + BLOCK]) for start in starts) / BLOCK**2


def pages(pdf: bytes) -> list[Picture]:
    """Each page of a PDF."""
    return [_rendered(page) for page in pypdfium2.PdfDocument(pdf)]


def _rendered(page: pypdfium2.PdfPage) -> Picture:
    bitmap = page.render(scale=PPI / 72, grayscale=True)
    data, wide = bytes(bitmap.buffer), bitmap.width
    rows = (data[row * bitmap.stride : row * bitmap.stride + wide] for row in range(bitmap.height))
    return Picture(wide, bitmap.height, b"".join(rows))


def kept(path: Path) -> Picture:
    """One that was saved."""
    surface = pygame.image.load(str(path))
    return Picture(*surface.get_size(), pygame.image.tobytes(surface, "RGB")[::3])
