"""What an .xlsx file is before it is opened: refused when it could run, reach out, or swell.

The sizes are those the archive declares; Python's zipfile never unpacks more of a part than it declares.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile
from zlib import error as ZipStreamError

from defusedxml.ElementTree import iterparse
from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

MAX_UNPACKED: Final = 32 * 1024 * 1024
MAX_PARTS: Final = 1000
MAX_TAGS: Final = 1_500_000
"""Tags in all parts together: what an XML reader builds takes more room than the text it is made from."""
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def is_zip(data: bytes) -> bool:
    """True when the bytes begin as a zip archive does."""
    return data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}


def refusal(data: bytes, name: str) -> str:
    """The code of the finding that refuses these bytes, or an empty string when they may be opened."""
    if data.startswith(_COMPOUND):
        return "encrypted" if _ENCRYPTED in data else "legacy-xls"
    if name.lower().endswith((".xlsm", ".xltm", ".xlam")):
        return "macros"
    if not is_zip(data):
        return "not-xlsx" if name.lower().endswith((".xlsx", ".xltx")) else ""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return "".join(list(_reasons(archive))[:1])
    except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError, LookupError, ZipStreamError):
        return "not-xlsx"


def _reasons(archive: ZipFile) -> Iterator[str]:
    """Codes of what is wrong with the archive, the gravest first."""
    parts = archive.infolist()
    names = [part.filename.lower() for part in parts]
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        yield "table-swells"
    elif len(set(names)) < len(names):
        yield "not-xlsx"
    elif any("vbaproject" in name or "macrosheets/" in name or "activex/" in name for name in names):
        yield "macros"
    elif any("externallinks/" in name or name.endswith("/connections.xml") for name in names):
        yield "external-links"
    elif any(part.flag_bits & 1 for part in parts):
        yield "encrypted"
    elif "xl/workbook.xml" not in names:
        yield "not-xlsx"
    elif sum(archive.read(part).count(b"<") for part in parts) > MAX_TAGS:
        yield "table-swells"


@dataclass
class Outline:
    """What a sheet holds beside its values. Rows and columns count from one."""

    last_row: int = 0
    last_column: int = 0
    hidden: list[int] = field(default_factory=list)
    merged: list[tuple[int, int]] = field(default_factory=list)
    """Row and column of the upper left corner of each merged range."""


def outline(data: bytes, part: str) -> Outline:
    """Walks through one sheet without keeping its cells. Raises what the XML reader raises on bad XML."""
    found = Outline()
    row = 0
    with ZipFile(BytesIO(data)) as archive, archive.open(part) as stream:
        for event, element in iterparse(stream, events=("start", "end")):
            name = element.tag.removeprefix(_MAIN)
            if event == "start" and name == "row":
                row = int(element.get("r") or row + 1)
                if element.get("hidden") in {"1", "true"}:
                    found.hidden.append(row)
            elif event == "end" and name == "c" and len(element):
                letters, number = coordinate_from_string(element.get("r") or f"A{row}")
                found.last_row = max(found.last_row, number)
                found.last_column = max(found.last_column, column_index_from_string(letters))
            elif event == "end" and name == "mergeCell":
                column, top, _, _ = range_boundaries(str(element.get("ref")))
                found.merged.append((top or 1, column or 1))
            if event == "end" and name in {"c", "row", "mergeCell"}:
                element.clear()
    return found
