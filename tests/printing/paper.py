"""A printed PDF, looked at as a person with a ruler would."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from game.printing.sizes import CUTS, PAGE, Grid

MM = 72 / 25.4


class Spot(NamedTuple):
    """A rectangle on a page in millimetres from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Cell(NamedTuple):
    """A card's place on a sheet, counted from zero."""

    column: int
    row: int


@dataclass(frozen=True)
class Type:
    """A piece of text as the PDF sets it: its size in points, and its font."""

    size: float
    font: str
    embedded: bool


class Paper:
    """The pages of a PDF, counted from one."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf, self._bytes = pypdfium2.PdfDocument(pdf), pdf
        self.count = len(self._pdf)

    @property
    def is_tagged(self) -> bool:
        """Whether it has a structure that can be read aloud in its order."""
        return bool(pypdfium2.raw.FPDFCatalog_IsTagged(self._pdf.raw))

    @property
    def title(self) -> str:
        """What a reader calls it."""
        found: str = self._pdf.get_metadata_value("Title")
        return found

    @property
    def language(self) -> str:
        """The code of the whole document's."""
        found = re.search(rb"/Lang ?\((\w+)\)", self._bytes)
        return found[1].decode() if found else ""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Each page's text, with single spaces between the words; lines that were broken are whole again."""
        return tuple(plain(page.get_textpage().get_text_range()) for page in self._pdf)

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    def spots(self, page: int) -> list[Spot]:
        """Where each letter of a page stands."""
        words = self._pdf[page - 1].get_textpage()
        found = []
        for index in range(words.count_chars()):
            if words.get_text_range(index, 1).strip():
                left, bottom, right, top = (length / MM for length in words.get_charbox(index))
                found.append(Spot(left, PAGE[1] - top, right, PAGE[1] - bottom))
        return found

    def found(self, page: int, text: str) -> Spot:
        """Where this text begins; AssertionError when it is not there exactly once."""
        words = self._pdf[page - 1].get_textpage()
        search = words.search(text, match_case=True)
        first = search.get_next()
        assert first is not None, f"{text!r} is not on page {page}"
        assert search.get_next() is None, f"{text!r} is on page {page} more than once"
        left, bottom, right, top = (length / MM for length in words.get_charbox(first[0]))
        return Spot(left, PAGE[1] - top, right, PAGE[1] - bottom)

    def cell(self, page: int, text: str, grid: Grid) -> Cell:
        """In which card of the sheet this text begins."""
        cut, spot = CUTS[grid], self.found(page, text)
        x, y = cut.origin
        return Cell(int((spot.left - x) // cut.width), int((spot.top - y) // cut.height))

    def types(self) -> set[Type]:
        """Every size and font of text on all pages."""
        found = set()
        for page in self._pdf:
            for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                scale = item.get_matrix().d
                font = item.get_font()
                size = round(item.get_font_size() * abs(scale), 2)
                found.add(Type(size, font.get_base_name().partition("+")[2], bool(font.is_embedded)))
        return found

    def made(self) -> str:
        """The day the document says it was made, as 20261122; empty without one."""
        return str(self._pdf.get_metadata_dict()["CreationDate"])[2:10]


def plain(text: str) -> str:
    """Text with single spaces and without what a line break may leave behind."""
    return re.sub(r"\s+", " ", text.replace("\ufffe", "").replace("\u200b", "")).strip()


def spread(paper: Paper, page: int, grid: Grid) -> list[Spot]:
    """The letters that stand outside every card of the sheet and are not its note at the bottom."""
    cut = CUTS[grid]
    x, y = cut.origin
    right, bottom = x + cut.columns * cut.width, y + cut.rows * cut.height
    out = []
    for spot in paper.spots(page):
        column = (spot.left - x) // cut.width
        row = (spot.top - y) // cut.height
        safe = 2.5
        inside = (
            x + column * cut.width + safe <= spot.left
            and spot.right <= x + (column + 1) * cut.width - safe
            and y + row * cut.height + safe <= spot.top
            and spot.bottom <= y + (row + 1) * cut.height - safe
            and x <= spot.left < right
            and y <= spot.top < bottom
        )
        if not inside and spot.top < PAGE[1] - 9:
            out.append(spot)
    return out
