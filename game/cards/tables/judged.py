"""An archive whose parts are judged when they are opened: what is dear to read is not handed to the reader.

Time and memory go where no limit on bytes reaches: into many small tags, of which the reader makes an object
each, and into one long tag or comment, which it scans from its beginning for every piece that it is fed.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import IO, Any, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

MAX_RUN: Final = 256 * 1024
"""Bytes from one tag to the next, and in a comment. The longest text of a cell takes 192 KiB, all escaped."""
_LONG: Final = re.compile(rb"<[^<]{%d}" % MAX_RUN)
_ASIDES: Final = ((b"<!--", b"-->"), (b"<?", b"?>"))


class Swells(Exception):
    """A part that costs more to read than a deck may."""


class Judged(ZipFile):
    """Opens a part only when it has no more tags than there is room for; `room` is set before each step.

    A part that is opened again takes no more room. Raises Swells, and BadZipFile for XML that no workbook
    has: a document type, or another encoding than the one all of them are written in.
    """

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))
        self.room = 0
        self._known: set[str] = set()

    def open(self, name: str | ZipInfo, *given: Any, **named: Any) -> IO[bytes]:
        """The part's bytes, unpacked."""
        with super().open(name, *given, **named) as stream:
            data = stream.read()
        part = name if isinstance(name, str) else name.filename
        if part not in self._known:
            self.room -= _tags(data)
            if self.room < 0:
                raise Swells(part)
            self._known.add(part)
        return BytesIO(data)


def _tags(data: bytes) -> int:
    """How many tags there are at most. What stands between quotation marks cannot hide one: no < may."""
    if b"\0" in data or b"<!DOCTYPE" in data:
        raise BadZipFile("not the XML of a workbook")
    if _LONG.search(data) or any(_is_long(data, *aside) for aside in _ASIDES):
        raise Swells
    return data.count(b"<")


def _is_long(data: bytes, opening: bytes, closing: bytes) -> bool:
    """True when something from `opening` to `closing` is longer than a run, or is never closed."""
    at = data.find(opening)
    while at >= 0:
        end = data.find(closing, at, at + MAX_RUN)
        if end < 0:
            return True
        at = data.find(opening, end)
    return False
