"""Spoilt spreadsheets: what somebody did to a good one, and what must be said about it, and where."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from game.cards.tables.reading import MAX_FILE
from tests.cards.sheet import Book, joined, repacked, with_part

LONG = "Du sitter i växeln. " * 30
Spoil = Callable[[Book], object]
Bytes = Callable[[bytes], bytes]
Rows = Callable[[list[list[str]]], bytes]


def cell(heading: str, value: Any) -> Spoil:
    """Writes into the first card's row."""
    return lambda book: book.put(heading, value)


def place(at: str, value: Any, sheet: str = "Kort") -> Spoil:
    """Writes into a cell by its place."""
    return lambda book: book.raw(at, value, sheet)


def third_option(book: Book) -> None:
    book.put("Alternativ 3 (sv)", "Jag ber om hjälp.").put("Alternativ 3 talar för (sv)", "Ingen är ensam.")


def second_option_left_out(book: Book) -> None:
    third_option(book)
    book.put("Alternativ 2 (sv)", None).put("Alternativ 2 talar för (sv)", None)


def checked_on(value: Any) -> Spoil:
    """A reference that was checked on this."""
    return lambda book: book.put("Hänvisning 1 (sv)", "Lag").put("Hänvisning 1 kontrollerad (sv)", value)


def heads(book: Book) -> list[str]:
    return [str(cell.value) for cell in book.sheet()[1]]


def hide(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def entities(parts: dict[str, bytes]) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    name = "xl/worksheets/sheet1.xml"
    head, _, tail = parts[name].partition(b"<worksheet")
    parts[name] = head + bomb + b"<worksheet" + tail


def put(rows: list[list[str]], heading: str, value: str) -> bytes:
    rows[1][rows[0].index(heading)] = value
    return joined(rows).encode()


SPOILT: list[tuple[str, Spoil, str, str]] = [
    # what was done, how, the code, and the cell as a heading and a row, or as sheet and cell
    (
        "a misspelt heading",
        lambda b: b.raw(b.at("Situation (sv)"), "Situasion (sv)"),
        "misnamed-column",
        "Situasion (sv)/1",
    ),
    (
        "a misspelt heading that no card needs",
        lambda b: b.raw(b.at("Provkort"), "Prowkort"),
        "misspelt-column",
        "Prowkort/1",
    ),
    ("a column left out", lambda b: b.without("Situation (sv)"), "no-column", "Kort!A1"),
    (
        "a copy of the sheet",
        lambda b: setattr(b.book.copy_worksheet(b.sheet()), "title", "Kort (2)"),
        "unread-sheet",
        "Kort (2)!A1",
    ),
    ("a column of one's own", place("DA1", "Att göra"), "unread-column", "Kort!DA1"),
    ("a heading twice", place("DA1", "situation [SV]"), "column-twice", "Kort!DA1"),
    (
        "a heading without its language",
        lambda b: b.raw(b.at("Titel (sv)"), "Titel"),
        "column-language",
        "Titel/1",
    ),
    ("a value without a heading", place("DB3", "kom ihåg"), "no-heading", "Kort!DB3"),
    ("no column of ids", lambda b: b.without("Id"), "no-id-column", "Kort!A1"),
    (
        "no column of a needed language",
        lambda b: b.without(*(c for c in heads(b) if "(en)" in c)),
        "no-language-columns",
        "Kort!A1",
    ),
    ("no rows", lambda b: b.sheet().delete_rows(2, 20), "no-rows", "Kort!A2"),
    ("no sheet of cards", lambda b: b.book.remove(b.sheet()), "no-card-sheet", "!A1"),
    ("an unknown kind", cell("Sort", "dilemna"), "unknown-value", "Sort/2"),
    ("no kind", cell("Sort", None), "missing", "Sort/2"),
    ("an unknown channel", cell("Kanal", "fax"), "unknown-value", "Kanal/2"),
    ("an unknown theme", cell("Teman", "vantam"), "theme-unknown", "Teman/2"),
    ("no id", cell("Id", None), "missing", "Id/2"),
    ("an id of the wrong shape", cell("Id", "Femte samtalet"), "slug-shape", "Id/2"),
    ("an id twice", lambda b: b.row("Id", {"Id": "femte-samtalet"}), "duplicate-row", "Id/3"),
    ("words for a number", cell("Minuter", "tolv"), "number-expected", "Minuter/2"),
    ("half a number", cell("Minuter", 1.5), "number-expected", "Minuter/2"),
    ("too high a number", cell("Hetta", 4), "too-high", "Hetta/2"),
    ("neither yes nor no", cell("Provkort", "kanske"), "boolean-expected", "Provkort/2"),
    ("a number for a text", cell("Titel (sv)", 7.15), "cell-number", "Titel (sv)/2"),
    ("a date for a text", cell("Titel (sv)", date(2026, 3, 5)), "cell-date", "Titel (sv)/2"),
    (
        "a time for a number",
        cell("Minuter", datetime(2026, 3, 5, 12, tzinfo=UTC).time()),
        "cell-date",
        "Minuter/2",
    ),
    ("a truth for a text", cell("Titel (sv)", True), "cell-boolean", "Titel (sv)/2"),
    ("a text too long", cell("Situation (sv)", LONG), "too-long", "Situation (sv)/2"),
    ("a text too short", cell("Situation (sv)", "Du sitter."), "too-short", "Situation (sv)/2"),
    ("a needed text empty", cell("Perspektiv (sv)", None), "missing", "Perspektiv (sv)/2"),
    (
        "a field of another kind",
        lambda b: b.row("Id", {"Id": "skala", "Sort": "question"}),
        "unknown-field",
        "Alternativ 1 (sv)/3",
    ),
    ("an option left out", second_option_left_out, "gap", "Alternativ 2 (sv)/2"),
    ("half an option", cell("Alternativ 2 talar för (sv)", None), "missing", "Alternativ 2 talar för (sv)/2"),
    ("an option too few in one language", third_option, "options-differ", "Alternativ 1 (en)/2"),
    (
        "a question too many in one language",
        cell("Fråga 3 (sv)", "Vad mer?"),
        "questions-differ",
        "Fråga 1 (en)/2",
    ),
    (
        "a list that cannot be divided",
        cell("Alternativ 1 värden (sv)", '"ärlighet, mod'),
        "bad-list",
        "Alternativ 1 värden (sv)/2",
    ),
    ("a list with an empty place", cell("Roller", "reception,,växel"), "bad-list", "Roller/2"),
    ("no date where one belongs", checked_on("i går"), "date-expected", "Hänvisning 1 kontrollerad (sv)/2"),
    ("a bare number for a date", checked_on(46348), "date-expected", "Hänvisning 1 kontrollerad (sv)/2"),
    ("a formula", cell("Titel (sv)", '=HYPERLINK("http://a.example";"x")'), "formula", "Titel (sv)/2"),
    ("a formula in the id", cell("Id", "=A1"), "formula", "Id/2"),
    ("an error of Excel's", cell("Titel (sv)", "#NAME?"), "cell-error", "Titel (sv)/2"),
    ("merged cells", lambda b: b.sheet().merge_cells("B2:C2"), "merged", "Kort!B2"),
    ("a hidden row", lambda b: hide(b.sheet()), "hidden-rows", "Kort!A2"),
    (
        "a hash in the source language",
        cell("Översatt från (sv)", "6f8f44a1c97c"),
        "of-in-source",
        "Översatt från (sv)/2",
    ),
    ("a hash of the wrong shape", cell("Översatt från (en)", "sist"), "hash-shape", "Översatt från (en)/2"),
    (
        "a language not in the deck",
        lambda b: b.raw("DA1", "Titel (de)").raw("DA2", "Fünf"),
        "missing",
        "Titel (de)/2",
    ),
    ("a row about nothing", place("A3", "Verison", "Lek"), "unknown-row", "Lek!A3"),
    ("a row about the deck twice", place("A20", "licens", "Lek"), "row-twice", "Lek!A20"),
    ("a version of the wrong shape", place("B3", 1, "Lek"), "version-shape", "Lek!B3"),
    ("another deck's name", place("B2", "annan", "Lek"), "slug-of-folder", "Lek!B2"),
    ("a deck without a title in one language", place("D8", None, "Lek"), "language-missing", "Lek!D8"),
    ("a theme without a name", place("D10", None, "Lek"), "language-missing", "Lek!D10"),
    ("a source language not in the deck", place("B4", "fi", "Lek"), "source-language", "Lek!B4"),
    ("a column about no language", place("E1", "anteckning här", "Lek"), "column-language", "Lek!E1"),
    ("a formula about the deck", place("C8", "=1", "Lek"), "formula", "Lek!C8"),
    ("too many rows", place("A5000", "x"), "many-rows", "Kort!A1"),
    ("too many columns", place("BZZ1", "x"), "many-columns", "Kort!A1"),
    ("an invisible sign", cell("Titel (sv)", "Femte\x7fsamtalet"), "bad-character", "Titel (sv)/2"),
]
"""What was done to the good workbook, how, and the code and the cell of the finding about it."""

FILES: list[tuple[str, str, Bytes, str]] = [
    # what it is, its name, how it is made from the good workbook, the code
    ("macros inside", "lek.xlsx", lambda data: with_part(data, "xl/vbaProject.bin", b"x"), "macros"),
    ("a mark that somebody has it open", "~$lek.xlsx", lambda _: b"\x06Kim" * 40, "lock-file"),
    ("macros by name", "lek.xlsm", lambda data: data, "macros"),
    (
        "links to other files",
        "lek.xlsx",
        lambda data: with_part(data, "xl/externalLinks/externalLink1.xml", b"x"),
        "external-links",
    ),
    ("a connection", "lek.xlsx", lambda data: with_part(data, "xl/connections.xml", b"x"), "external-links"),
    (
        "a bomb",
        "lek.xlsx",
        lambda data: with_part(data, "xl/worksheets/sheet1.xml", bytes(40_000_000)),
        "table-swells",
    ),
    (
        "many parts",
        "lek.xlsx",
        lambda data: repacked(data, lambda p: p.update({f"xl/{n}": b"" for n in range(1100)})),
        "table-swells",
    ),
    (
        "more tags than a deck has",
        "lek.xlsx",
        lambda data: with_part(data, "xl/worksheets/sheet1.xml", b"<a/>" * 1_600_000),
        "table-swells",
    ),
    ("an entity bomb", "lek.xlsx", lambda data: repacked(data, entities), "not-xlsx"),
    ("an old .xls", "lek.xls", lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "legacy-xls"),
    (
        "an old .xls called .xlsx",
        "lek.xlsx",
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "legacy-xls",
    ),
    (
        "a password",
        "lek.xlsx",
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    ("a picture called .xlsx", "lek.xlsx", lambda _: b"\x89PNG\r\n\x1a\n", "not-xlsx"),
    ("half a file", "lek.xlsx", lambda data: data[: len(data) // 2], "not-xlsx"),
    (
        "another sort of archive",
        "lek.xlsx",
        lambda data: repacked(data, lambda parts: parts.pop("xl/workbook.xml")),
        "not-xlsx",
    ),
    ("too large a file", "lek.xlsx", lambda data: data + bytes(MAX_FILE), "table-too-large"),
    ("an empty file", "lek.csv", lambda _: b"", "no-headings"),
    (
        "an unknown encoding",
        "lek.csv",
        lambda _: "Id;Titel (sv)\na;å".encode("cp1252") + b"\x81",
        "table-encoding",
    ),
    ("half of UTF-16", "lek.csv", lambda _: b"\xff\xfeI\0d\0;", "table-encoding"),
    ("a picture called .csv", "lek.csv", lambda _: zlib.compress(bytes(range(256)) * 9), "table-encoding"),
]
COMMAS: list[tuple[str, Rows, str, str]] = [
    ("an old encoding", lambda rows: joined(rows).encode("cp1252"), "old-encoding", ""),
    (
        "a quotation mark left open",
        lambda rows: joined([*rows[:2], ["a"]]).encode() + b'"b;c\r\n',
        "csv-quote",
        "A4",
    ),
    ("a formula", lambda rows: put(rows, "Titel (sv)", "=1+1"), "formula", "Titel (sv)/2"),
    ("a cell too long", lambda rows: put(rows, "Titel (sv)", "å" * 33_000), "cell-too-long", "Titel (sv)/2"),
    ("a field too long for CSV", lambda rows: put(rows, "Titel (sv)", "å" * 140_000), "cell-too-long", "A2"),
    ("too many rows", lambda rows: joined(rows[:2] + [["x"]] * 2100).encode(), "many-rows", ""),
    ("too many columns", lambda rows: joined([["Id", "Sort"], ["x"] * 1100]).encode(), "many-columns", ""),
    (
        "a cell after empty rows",
        lambda rows: joined([rows[0], [], [], [*rows[1][:8], "9", *rows[1][9:]]]).encode(),
        "too-high",
        "Hetta/4",
    ),
    (
        "a date as Americans write it",
        lambda rows: put(rows, "Hänvisning 1 kontrollerad (sv)", "11/22/2026"),
        "date-expected",
        "Hänvisning 1 kontrollerad (sv)/2",
    ),
    (
        "an unknown word about the deck",
        lambda rows: joined([*rows, ["Tittel", "", "x", "y"]]).encode(),
        "unknown-row",
        "A15",
    ),
]
"""What was done to the good CSV, how, and the code and the cell of the finding about it."""
