"""Spreadsheets that are small on the disk and dear to read, each with what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.cards.sheet import repacked

SHEET: Final = "xl/worksheets/sheet1.xml"
STYLES: Final = "xl/styles.xml"
BOOK: Final = "xl/workbook.xml"
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_MIB: Final = 1024 * 1024
_HERE: Final = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Make = Callable[[bytes], bytes]


def before(part: str, mark: bytes, more: bytes) -> Make:
    """The workbook with more in this part before the first `mark`."""

    def change(parts: dict[str, bytes]) -> None:
        assert mark in parts[part]
        parts[part] = parts[part].replace(mark, more + mark, 1)

    return lambda data: repacked(data, change)


def attributes(count: int) -> bytes:
    return b"".join(b' a%x=""' % number for number in range(count))


def in_head(more: bytes) -> Make:
    return before(SHEET, b"<sheetData", more)


def in_tail(more: bytes) -> Make:
    return before(SHEET, b"</sheetData>", more)


def formats(count: int, length: int) -> bytes:
    code = b"[" * length
    made = (b'<numFmt numFmtId="%d" formatCode="%s"/>' % (200 + number, code) for number in range(count))
    return b"<numFmts>" + b"".join(made) + b"</numFmts>"


def tabs(data: bytes) -> bytes:
    """A workbook whose tabs are all the same sheet."""
    more = b"".join(
        b'<sheet xmlns:r="%s" name="s%d" sheetId="%d" r:id="rId1"/>' % (_HERE, number, number + 9)
        for number in range(15_000)
    )
    return before(BOOK, b"</sheets>", more)(in_head(b"<a/>" * 100_000)(data))


def rows(count: int, column: bytes) -> bytes:
    return b"".join(
        b'<row r="%d"><c r="%s%d"><v>1</v></c></row>' % (number, column, number)
        for number in range(100, 100 + count)
    )


def wide(data: bytes) -> bytes:
    """Two sheets whose rows hold one cell each, far out."""
    more = rows(1900, b"ALL")
    return before("xl/worksheets/sheet2.xml", b"</sheetData>", more)(in_tail(more)(data))


def swell() -> dict[str, Make]:
    """Refused for their size alone."""
    return {
        "styles": before(STYLES, b"</cellXfs>", b"<xf/>" * 1_000_000),
        "attributes of one tag": in_head(b"<a" + attributes(500_000) + b"/>"),
        "attributes behind a sign": in_head(b'<a b=">"' + attributes(500_000) + b"/>"),
        "a long value": in_head(b'<a b="' + b"a" * 20_000_000 + b'"/>'),
        "a long name": in_head(b"<" + b"a" * 10_000_000 + b"/>"),
        "a long comment": in_head(b"<!--" + b" <" * 5_000_000 + b"-->"),
        "open comments": in_head(b"<!--" * 100_000),
        "a long instruction": in_head(b"<?a" + b" <" * 5_000_000 + b"?>"),
        "a long text": in_tail(b'<row><c t="inlineStr"><is><t>' + b"a" * 20_000_000 + b"</t></is></c></row>"),
        "depth": in_head(b"<a>" * 700_000 + b"</a>" * 700_000),
        "empty rows": in_tail(b"<row/>" * 1_400_000),
        "empty cells": in_tail(b"<row>" + b"<c/>" * 1_400_000 + b"</row>"),
        "merged cells": before(SHEET, b"</worksheet>", b'<mergeCell ref="A1:B1"/>' * 1_250_000),
        "names": before(BOOK, b"</workbook>", b'<definedName name="n">1</definedName>' * 300_000),
        "relations": before(RELATIONS, b"</Relationships>", b'<Relationship Id="z"/>' * 400_000),
        "wide sheets": wide,
    }


def far() -> dict[str, tuple[Make, str]]:
    """Refused for something else."""
    return {
        "a row far down": (in_tail(b'<row r="1048576"><c><v>1</v></c></row>'), "many-rows"),
        "a row further down": (in_tail(b'<row r="%s"><c><v>1</v></c></row>' % (b"9" * 4000)), "many-rows"),
        "a column far out": (in_tail(b'<row r="300"><c r="XFD300"><v>1</v></c></row>'), "many-columns"),
        "two bytes a letter": (
            lambda data: repacked(data, lambda p: p.update({SHEET: p[SHEET].decode().encode("utf-16")})),
            "not-xlsx",
        ),
        "a document type": (in_head(b"<!DOCTYPE a>"), "not-xlsx"),
    }


def borne() -> dict[str, Make]:
    """Read all the same, and cheaply."""
    return {
        "as many styles as Excel has": before(STYLES, b"</cellXfs>", b"<xf><alignment/></xf>" * 64_000),
        "wide rows": in_tail(rows(1900, b"ALL")),
        "many tags": in_tail(b"<row>" + b"<c/>" * 900_000 + b"</row>"),
        "many long tags": in_head((b"<a" + attributes(25_000) + b"/>") * 100),
        "rules": in_head(b'<conditionalFormatting sqref="%s"/>' % (b"A1:B9 " * 40_000) * 100),
        "a password": in_head(b'<sheetProtection password="%s"/>' % (b"A" * 250_000) * 100),
        "formats": before(STYLES, b"<fonts", formats(100, 250_000)),
        "a formula for many cells": in_tail(
            b'<row r="300"><c r="A300"><f t="shared" si="0">%s1</f></c>' % (b"A1+" * 10_000)
            + b'<c r="B300"><f t="shared" si="0"/></c>' * 3000
            + b"</row>"
        ),
        "one sheet in many tabs": tabs,
        "a size that is not so": in_head(b'<dimension ref="A1:XFD1048576"/>'),
        "properties": before("docProps/core.xml", b"</cp:coreProperties>", b"<a/>" * 1_400_000),
    }


def commas() -> dict[str, tuple[bytes, str]]:
    """The same as CSV; an empty code means that it is read."""
    return {
        "separators": (b";" * (10 * _MIB), "many-columns"),
        "tabs": (b"\t" * (10 * _MIB), "many-columns"),
        "a separator of its own": (b"sep=|\n" + b"|" * (9 * _MIB), "many-columns"),
        "empty texts": (b'"";' * (3 * _MIB), "many-columns"),
        "separators in texts, and between": (b'"%s"\n;' % (b";" * 99_000) * 100, ""),
        "a row of many lines": (b'"\n";;;;;' * _MIB, "many-columns"),
        "lines": (b"\n" * (10 * _MIB), "many-rows"),
        "full rows": ((b"ab;" * 999 + b"ab\n") * 1990, ""),
        "quotation marks": (b'"' * (10 * _MIB), "cell-too-long"),
        "one long text": (b"a" * (10 * _MIB), "cell-too-long"),
    }
