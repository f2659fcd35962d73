"""Spreadsheets for tests: a good one to spoil, cell by cell, and the archive round it to spoil too."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from game.cards.digest import from_json, to_json
from game.cards.format import Deck
from game.cards.tables.book import deck_book
from game.cards.tables.deckrows import row_of
from game.cards.tables.flat import Flat
from game.cards.tables.writing import csv_of


def rows_in(deck: Deck) -> tuple[Flat, ...]:
    """The rows of the deck's cards."""
    return tuple(row_of(card) for card in deck.cards)


def book_of(deck: Deck, tongue: str) -> bytes:
    """The deck as a workbook."""
    return deck_book(deck, rows_in(deck), tongue)


def commas_of(deck: Deck, tongue: str, plain: bool) -> bytes:
    """The deck as CSV."""
    return csv_of(deck, rows_in(deck), tongue, plain)


@cache
def written(deck: str) -> bytes:
    """The workbook of the deck with this JSON."""
    return book_of(from_json(deck), "sv")


class Book:
    """The deck's own workbook, opened to be changed."""

    def __init__(self, deck: Deck) -> None:
        self.book: Workbook = load_workbook(BytesIO(written(to_json(deck))))

    def sheet(self, name: str = "Kort") -> Worksheet:
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def at(self, heading: str, row: int = 1) -> str:
        """The cell under this heading, such as `F7`."""
        return str(next(cell for cell in self.sheet()[1] if cell.value == heading).column_letter) + str(row)

    def put(self, heading: str, value: Any, row: int = 2) -> Book:
        """Writes into the row of the first card, as text where the value is text."""
        cell = self.sheet()[self.at(heading, row)]
        cell.value = value
        return self

    def raw(self, cell: str, value: Any, sheet: str = "Kort") -> Book:
        self.sheet(sheet)[cell].value = value
        return self

    def row(self, heading: str, values: Mapping[str, Any]) -> Book:
        """A row below the others that repeats the first card with these values changed."""
        sheet = self.sheet()
        last = sheet.max_row + 1
        for column in range(1, sheet.max_column + 1):
            sheet.cell(last, column).value = sheet.cell(2, column).value
        for name, value in {heading: values.get(heading), **values}.items():
            sheet[self.at(name, last)].value = value
        return self

    def without(self, *headings: str) -> Book:
        """Removes whole columns."""
        for heading in headings:
            sheet = self.sheet()
            sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == heading))
        return self

    def data(self) -> bytes:
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()


def repacked(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The archive with its parts changed."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """The archive with one more part, or another one of that name."""
    return repacked(data, lambda parts: parts.update({name: part}))


def rows_of(deck: Deck) -> list[list[str]]:
    """The deck's CSV, row by row."""
    text = commas_of(deck, "sv", plain=True).decode()
    return list(csv.reader(StringIO(text, newline="")))


def joined(rows: list[list[str]], separator: str = ";", newline: str = "\r\n") -> str:
    """Rows as CSV."""
    stream = StringIO(newline="")
    csv.writer(stream, delimiter=separator, lineterminator=newline).writerows(rows)
    return stream.getvalue()
