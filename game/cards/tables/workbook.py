"""What the cells of a workbook mean: its sheets by name, its texts, and which styles are dates.

Read straight from the parts, without openpyxl's models: these take in everything else that a workbook may
hold (rules, protections, pictures), and some of it costs far more time than its size tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from posixpath import join, normpath
from typing import Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse
from openpyxl.reader.strings import read_string_table
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from game.cards.tables.judged import Judged

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORKBOOK: Final = "xl/workbook.xml"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MAX_SHEETS: Final = 30
_LISTS: Final = 20_000
_STYLES: Final = 300_000
_CELLS: Final = 1_200_000
"""Tags there is room for: in the workbook's own parts, in its styles (Excel allows 64,000), in all cells."""
_FORMATS: Final = 1000
_FORMAT: Final = 255
"""Formats of numbers that are looked at, and the characters of each: more than Excel allows."""


@dataclass(frozen=True)
class Workbook:
    """`sheets` are titles and parts in the order of the tabs, at most `MAX_SHEETS`; charts are left out."""

    sheets: tuple[tuple[str, str], ...]
    texts: tuple[str, ...]
    epoch: datetime
    dates: frozenset[int]
    spans: frozenset[int]
    """The styles that show a number as a date, and those that show it as a length of time."""


def workbook(archive: Judged) -> Workbook:
    """Reads all but the sheets themselves, for which the archive then has room.

    Raises what the XML reader and the archive raise.
    """
    archive.room = _LISTS
    related = {
        element.get("Id"): (
            str(element.get("Type")).rpartition("/")[2],
            normpath(join("/xl", str(element.get("Target")))).removeprefix("/"),
        )
        for element in _elements(archive, "xl/_rels/workbook.xml.rels")
    }
    parts = {kind: part for kind, part in related.values() if part in archive.NameToInfo}
    epoch, found = WINDOWS_EPOCH, dict[str, str]()
    for element in _elements(archive, WORKBOOK):
        if element.tag == f"{MAIN}workbookPr" and element.get("date1904") in {"1", "true"}:
            epoch = MAC_EPOCH
        elif element.tag == f"{MAIN}sheet":
            kind, part = related.get(element.get(_RELATION), ("", ""))
            if kind == "worksheet" and part in archive.NameToInfo:
                found.setdefault(part, str(element.get("name")))
    archive.room = _STYLES
    dates, spans = _timely(archive, parts["styles"]) if "styles" in parts else (frozenset(), frozenset())
    archive.room = _CELLS
    texts: tuple[str, ...] = ()
    if "sharedStrings" in parts:
        with archive.open(parts["sharedStrings"]) as stream:
            texts = tuple(read_string_table(stream))
    sheets = tuple((title, part) for part, title in islice(found.items(), MAX_SHEETS))
    return Workbook(sheets, texts, epoch, dates, spans)


def _elements(archive: Judged, part: str) -> Iterator[Element]:
    """Each element at its end, and emptied after that."""
    with archive.open(part) as stream:
        for _, element in iterparse(stream):
            yield element
            element.clear()


def _timely(archive: Judged, part: str) -> tuple[frozenset[int], frozenset[int]]:
    """The styles of cells that show dates, and lengths of time, by their place in the list."""
    codes: dict[str | None, str] = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    own: dict[str | None, str] = {}
    styles: list[str | None] = []
    depth = 0
    with archive.open(part) as stream:
        for event, element in iterparse(stream, events=("start", "end")):
            if element.tag == f"{MAIN}cellXfs":
                depth += 1 if event == "start" else -1
            elif event == "start" and element.tag == f"{MAIN}numFmt" and len(own) < _FORMATS:
                own[element.get("numFmtId")] = str(element.get("formatCode"))[:_FORMAT]
            elif event == "start" and element.tag == f"{MAIN}xf" and depth:
                styles.append(element.get("numFmtId"))
            if event == "end":
                element.clear()
    codes |= own
    dates = {number for number in {*styles} & {*codes} if is_date_format(codes[number])}
    spans = {number for number in dates if is_timedelta_format(codes[number])}
    return (
        frozenset(at for at, number in enumerate(styles) if number in dates),
        frozenset(at for at, number in enumerate(styles) if number in spans),
    )
