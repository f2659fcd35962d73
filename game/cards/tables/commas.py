"""CSV in and out, of the kinds that Excel and others write.

Read: UTF-8 with or without its mark, UTF-16 ("Unicode text"), Windows-1252; comma, semicolon or tab; a first
line `sep=;`. Rows are counted as Excel shows them: a cell may hold several lines, and `sep=` is no row.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from io import StringIO
from itertools import islice
from typing import Final

from game.cards.findings import Finding, Place, finding
from game.cards.tables.cells import MAX_CELL, Cell
from game.cards.tables.columns import column_of
from game.cards.tables.grid import EMPTY, Grid, Table, rows_of
from game.cards.tables.listheads import is_list_heading
from game.cards.tables.xlsx import MAX_COLUMNS, MAX_ROWS

_SEPARATORS: Final = ";,\t"
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_MOST: Final = 100 * MAX_COLUMNS
"""Separators in one row, those inside quoted texts too: only the reader can tell them apart."""
_HEAD: Final = 64 * 1024
"""Characters in which the headings are looked for."""
_TOLD: Final = re.compile(r"^\s*\"?sep=(.)\"?\s*(?:\r\n|\n|\r)", re.IGNORECASE)


def write_csv(rows: Iterable[Sequence[str]], plain: bool) -> bytes:
    """As Swedish Excel writes it (UTF-8 with its mark, semicolons); `plain`: no mark, and commas."""
    text = StringIO(newline="")
    csv.writer(text, delimiter="," if plain else ";", lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8" if plain else "utf-8-sig")


def read_csv(data: bytes, file: str) -> Table:
    """The file as one grid. Never raises: what cannot be read is a finding."""
    text, found = _decoded(data, file)
    if text is None:
        return Table(file, findings=found)
    told = _TOLD.match(text)
    separator = told[1] if told else _separator(text)
    values: list[list[Cell]] = []
    lines = _Lines(StringIO(text[told.end() :] if told else text, newline=""), separator)
    try:
        for cells in csv.reader(lines, delimiter=separator, strict=True):
            lines.separators = 0
            if len(cells) > MAX_COLUMNS:
                return Table.refused(file, "many-columns", limit=MAX_COLUMNS)
            values.append([Cell(value) if value else EMPTY for value in cells])
            if len(values) > MAX_ROWS:
                return Table.refused(file, "many-rows", limit=MAX_ROWS)
    except _Crowded:
        return Table.refused(file, "many-columns", limit=MAX_COLUMNS)
    except csv.Error as error:
        code = "cell-too-long" if "field larger" in str(error) else "csv-quote"
        place = Place(len(values) + 1, 1)
        return Table(file, findings=(finding(code, file, place, limit=MAX_CELL),))
    return Table(file, (Grid(file, "", rows_of(values), is_text=True),), found)


class _Crowded(Exception):
    """A row with more separators than any deck has, in its texts too."""


class _Lines:
    """The lines of a file, counted before they are divided. `separators` are those since it was last zero."""

    def __init__(self, stream: StringIO, separator: str) -> None:
        self._stream, self._separator = stream, separator
        self.separators = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.separators += line.count(self._separator)
            if self.separators > _MOST:
                raise _Crowded
            yield line


def _decoded(data: bytes, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    mark, encoding = next((item for item in _MARKS if data.startswith(item[0])), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding), ()
    except UnicodeDecodeError as error:
        if not mark:
            with suppress(UnicodeDecodeError):
                return data.decode("cp1252"), (finding("old-encoding", file),)
        line = data.count(b"\n", 0, len(mark) + error.start) + 1
        return None, (finding("table-encoding", file, Place(line, 1)),)


def _separator(text: str) -> str:
    """The one that divides one of the first rows into most headings that are known, else the first row into
    most cells.
    """

    def score(separator: str) -> tuple[int, int]:
        try:
            first = list(islice(csv.reader(StringIO(text[:_HEAD], newline=""), delimiter=separator), 5))
        except csv.Error:
            return 0, 0
        known = ((sum(map(_is_known, row)), len(row)) for row in first)
        return max((row for row in known if row[0]), default=(0, len(first[0]) if first else 0))

    return max(_SEPARATORS, key=score)


def _is_known(heading: str) -> bool:
    return column_of(heading) is not None or is_list_heading(heading)
