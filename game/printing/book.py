"""Tables of a report as files: a workbook, or one CSV file as a spreadsheet of that language reads it.

A cell that a spreadsheet would run has an apostrophe before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Final, TypeAlias

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from game.cards.tables.cells import guarded
from game.cards.tables.commas import write_csv
from game.printing.words import Language

Value: TypeAlias = str | int | float | None
Rows: TypeAlias = list[list[Value]]
WIDEST: Final = 70
"""Characters of a column; longer texts are broken."""


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """A sheet for each name; its first row is headings, and every row is as long as that."""
    book = Workbook()
    book.properties.creator = "Bemöt"
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet: Worksheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column, _plain(value))
                if isinstance(value, str):
                    cell.data_type = "s"  # a text is never a formula, whatever it begins with
                cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
                cell.font = Font(bold=number == 1)
        for column in range(1, len(rows[0]) + 1):
            longest = max(len(str(row[column - 1] or "")) for row in rows)
            sheet.column_dimensions[get_column_letter(column)].width = min(WIDEST, longest + 3)
        sheet.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def commas(rows: Rows, language: Language) -> bytes:
    """The rows as CSV."""
    return write_csv([[_cell(value, language) for value in row] for row in rows], plain=language == "en")


def _plain(value: Value) -> Value:
    """As it may stand in a workbook."""
    return guarded(ILLEGAL_CHARACTERS_RE.sub("", value), numbers=False) if isinstance(value, str) else value


def _cell(value: Value, language: Language) -> str:
    """As it may stand in CSV."""
    if isinstance(value, float):
        return f"{value:g}".replace(".", "," if language == "sv" else ".")
    plain = _plain(value)
    return "" if plain is None else str(plain)
