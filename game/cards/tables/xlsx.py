"""An .xlsx file as grids. Nothing in it is run or followed, nothing unpacked before its size is known."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zipfile import BadZipFile
from zlib import error as ZipStreamError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from openpyxl import DEFUSEDXML
from openpyxl.utils import range_boundaries
from openpyxl.worksheet._reader import WorkSheetParser

from game.cards.findings import Finding, Place, finding, printable
from game.cards.tables.cells import MAX_CELL, Cell
from game.cards.tables.grid import EMPTY, Grid, Row, Table
from game.cards.tables.judged import Judged, Swells
from game.cards.tables.workbook import MAIN, Workbook, workbook

MAX_ROWS: Final = 2000
MAX_COLUMNS: Final = 1000
MAX_CELLS: Final = MAX_ROWS * MAX_COLUMNS
"""In all sheets, with the empty ones between: a row may be told of by its last cell alone."""
_TOLD: Final = 20
"""Hidden rows and merged ranges that are told of; a sheet with more is told of these."""
_ESCAPE: Final = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
"""Excel's way to write such signs as `_x0041_` as they are; openpyxl undoes it in shared strings only."""

# What openpyxl and the XML reader raise on a file that is not what it says it is.
FAULTS: Final = (
    BadZipFile,
    ZipStreamError,
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
        with warnings.catch_warnings(), Judged(data) as archive:
            warnings.simplefilter("ignore")  # about decorations of the workbook that are not read
            return _table(archive, file)
    except Swells:
        return Table.refused(file, "table-swells")
    except FAULTS:
        return Table.refused(file, "not-xlsx")


def _table(archive: Judged, file: str) -> Table:
    book = workbook(archive)
    grids: list[Grid] = []
    for title, part in book.sheets:
        name = printable(title)
        grids.append(_grid(_walked(archive, part, book), f"{file}#{name}", name))
        if sum(len(row.cells) for grid in grids for row in grid.rows) > MAX_CELLS:
            raise Swells(part)
    return Table(file, tuple(grids))


@dataclass
class _Sheet:
    """What was met on the way through a sheet. Rows and columns count from one."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    """The cells that hold something."""
    hidden: list[int] = field(default_factory=list)
    merged: list[tuple[int, int]] = field(default_factory=list)
    """Row and column of the upper left corner of each merged range."""


def _walked(archive: Judged, part: str, book: Workbook) -> _Sheet:
    found = _Sheet()
    inside = False
    with archive.open(part) as stream:
        parser = WorkSheetParser(
            stream, book.texts, data_only=True, epoch=book.epoch, date_formats=book.dates,
            timedelta_formats=book.spans,
        )  # fmt: skip
        cells: dict[int, Cell] = {}
        for event, element in iterparse(stream, events=("start", "end")):
            name = element.tag.removeprefix(MAIN)
            if event == "start":
                if name == "row":
                    parser.row_counter = int(element.get("r") or parser.row_counter + 1)
                    parser.col_counter = 0
                    cells = found.rows.setdefault(parser.row_counter, {})
                    if element.get("hidden") in {"1", "true"} and len(found.hidden) < _TOLD:
                        found.hidden.append(parser.row_counter)
                inside = inside or name == "c"
                continue
            if name == "c":
                inside = False
                cell = _cell(parser.parse_cell(element), element.find(f"{MAIN}f"))
                if cell != EMPTY:
                    cells[parser.col_counter] = cell
            elif name == "mergeCell" and len(found.merged) < _TOLD:
                column, top, _, _ = range_boundaries(str(element.get("ref")))
                found.merged.append((top or 1, column or 1))
            if not inside:
                element.clear()
    return found


def _grid(sheet: _Sheet, where: str, name: str) -> Grid:
    filled = {number: cells for number, cells in sorted(sheet.rows.items()) if cells}
    tall, wide = max(filled, default=0), max(map(max, filled.values()), default=0)
    if tall > MAX_ROWS or wide > MAX_COLUMNS:
        code, limit = ("many-rows", MAX_ROWS) if tall > MAX_ROWS else ("many-columns", MAX_COLUMNS)
        return Grid(where, name, (), findings=(finding(code, where, actual=max(tall, wide), limit=limit),))
    rows = (
        Row(number, tuple(cells.get(column, EMPTY) for column in range(1, max(cells) + 1)))
        for number, cells in filled.items()
    )
    kept = tuple(row for row in rows if not row.is_empty)
    return Grid(where, name, kept, findings=tuple(_oddities(where, sheet)))


def _cell(cell: dict[str, Any], formula: Any) -> Cell:
    value = cell["value"]
    if formula is not None:  # as it is written: openpyxl would work out those that repeat another
        return Cell(printable(f"={formula.text or ''}"), "formula")
    if cell["data_type"] == "e":
        return Cell(printable(value), "error")
    if isinstance(value, str):
        return Cell(_ESCAPE.sub("_", value[: MAX_CELL + 1]))  # one more, so that it is found to be too long
    if value is None or isinstance(value, int | float | datetime | date | time | timedelta):
        return Cell(value)
    return Cell(str(value))


def _oddities(where: str, sheet: _Sheet) -> Iterator[Finding]:
    for row, column in sheet.merged:
        yield finding("merged", where, Place(row, column))
    if sheet.hidden:
        rows = ", ".join(map(str, sheet.hidden))
        yield finding("hidden-rows", where, Place(sheet.hidden[0], 1), rows=rows)
