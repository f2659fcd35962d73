"""An .xlsx file as grids. Nothing in it is run or followed, nothing unpacked before its size is known."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile
from zlib import error as ZipStreamError

from defusedxml import DefusedXmlException
from openpyxl import DEFUSEDXML, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from game.cards.findings import Finding, Place, finding, printable
from game.cards.tables.cells import MAX_CELL, Cell
from game.cards.tables.grid import Grid, Row, Table
from game.cards.tables.zipped import Outline, outline

MAX_ROWS: Final = 2000
MAX_COLUMNS: Final = 1000
MAX_SHEETS: Final = 30
_ESCAPE: Final = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
"""Excel's way to write such signs as `_x0041_` as they are; openpyxl undoes it in shared strings only."""

# What openpyxl and the XML reader raise on a file that is not what it says it is.
FAULTS: Final = (
    BadZipFile,
    ZipStreamError,
    InvalidFileException,
    DefusedXmlException,
    SyntaxError,  # xml.etree.ElementTree.ParseError
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    OSError,
    RuntimeError,  # with NotImplementedError: a way of packing that zipfile does not know
)


def read_xlsx(data: bytes, file: str) -> Table:
    """Every sheet of the workbook. `data` must have passed `zipped.refusal`. Never raises."""
    if not DEFUSEDXML:  # switched off from outside by OPENPYXL_DEFUSEDXML: then nothing is opened
        return Table.refused(file, "not-xlsx")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about decorations of the workbook that are not read
            return _table(data, file)
    except FAULTS:
        return Table.refused(file, "not-xlsx")


def _table(data: bytes, file: str) -> Table:
    book = load_workbook(BytesIO(data), read_only=True, keep_links=False, rich_text=False)
    try:
        sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "_worksheet_path")]
        return Table(file, tuple(_grid(data, file, sheet) for sheet in sheets[:MAX_SHEETS]))
    finally:
        book.close()


def _grid(data: bytes, file: str, sheet: Any) -> Grid:
    name = printable(sheet.title)
    where = f"{file}#{name}"
    shape = outline(data, sheet._worksheet_path)
    if shape.last_row > MAX_ROWS or shape.last_column > MAX_COLUMNS:
        code, limit = ("many-rows", MAX_ROWS) if shape.last_row > MAX_ROWS else ("many-columns", MAX_COLUMNS)
        actual = max(shape.last_row, shape.last_column)
        return Grid(where, name, (), findings=(finding(code, where, actual=actual, limit=limit),))
    sheet.reset_dimensions()  # what the file says of its own size may be wrong
    rows = tuple(_rows(sheet, shape)) if shape.last_row else ()
    return Grid(where, name, rows, findings=tuple(_oddities(where, shape)))


def _rows(sheet: Any, shape: Outline) -> Iterator[Row]:
    # Not `iter_rows`: it makes a row of every number that the file skips.
    found = sheet.iter_rows(max_row=shape.last_row, max_col=shape.last_column)
    for number, cells in enumerate(found, start=1):
        row = Row(number, tuple(_cell(cell.value, cell.data_type) for cell in cells))
        if not row.is_empty:
            yield row


def _cell(value: object, data_type: str) -> Cell:
    if data_type == "f":
        return Cell(printable(getattr(value, "text", None) or value), "formula")
    if data_type == "e":
        return Cell(printable(value), "error")
    if isinstance(value, str):
        return Cell(_ESCAPE.sub("_", value[: MAX_CELL + 1]))  # one more, so that it is found to be too long
    if value is None or isinstance(value, int | float | datetime | date | time | timedelta):
        return Cell(value)
    return Cell(str(value))


def _oddities(where: str, shape: Outline) -> Iterator[Finding]:
    for row, column in shape.merged[:20]:
        yield finding("merged", where, Place(row, column))
    if shape.hidden:
        rows = ", ".join(map(str, shape.hidden[:20]))
        yield finding("hidden-rows", where, Place(shape.hidden[0], 1), rows=rows)
