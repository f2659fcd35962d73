"""What an .xlsx file is before it is opened: refused when it could run, reach out, or swell.

The sizes are those the archive declares; Python's zipfile never unpacks more of a part than it declares.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile
from zlib import error as ZipStreamError

MAX_UNPACKED: Final = 32 * 1024 * 1024
MAX_PARTS: Final = 1000
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def is_zip(data: bytes) -> bool:
    """True when the bytes begin as a zip archive does."""
    return data[:4] in {b"PK\x03\x04", b"PK\x05\x06"}


def refusal(data: bytes, name: str) -> str:
    """The code of the finding that refuses these bytes, or an empty string when they may be opened."""
    if name.rpartition("/")[2].startswith("~$"):
        return "lock-file"
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
