"""A packed deck, opened with distrust: whatever the zip holds, memory and time are bounded.

The package is read into memory once, at most `MAX_PACKED` bytes; nothing in it is trusted until the whole
list of its entries is judged; an entry is unpacked only when it is asked for, and no further than a deck's
file may be. Nothing is written to disk.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from game.cards import files
from game.cards.findings import Finding, finding

MAX_PACKED: Final = 32 * 1024 * 1024
MAX_UNPACKED: Final = 64 * 1024 * 1024
MAX_FILES: Final = 1200
"""Folders and what other programs leave behind count too."""
MAX_RATIO: Final = 100
SMALL: Final = 1024 * 1024
"""Bytes. A package that unpacks to less is no bomb, however far it shrank: repeated text shrinks a lot."""
MAX_FINDINGS: Final = 20

_ENTRY: Final = b"PK\x01\x02"
_FAULTS: Final = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    LookupError,
    OverflowError,
)
"""What zipfile raises on hostile packages."""
_MIB: Final = 1024 * 1024
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE)
_ARCHIVES: Final = frozenset(
    {".zip", ".jar", ".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst", ".iso"}
)
_LEFT_BEHIND: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


class Packed:
    """A deck in a zip whose entries have been judged. Fulfils `files.Holder`; `open_packed` makes it."""

    name = ""

    def __init__(self, path: Path, package: ZipFile, entries: dict[str, ZipInfo]) -> None:
        self.path = path
        self._package = package
        self._entries = entries

    def has(self, name: str) -> bool:
        """Whether the deck has a file with this name, as "cards/hej.yaml"."""
        return name in self._entries

    def read(self, name: str, limit: int, code: str) -> bytes | Finding:
        """The file's bytes, or why there are none; `code` is said of a file with more than `limit` bytes."""
        file, entry = files.shown(self.path / name), self._entries[name]
        if entry.file_size > limit:
            return finding(code, file, limit=limit // 1024)
        try:
            with self._package.open(entry) as stream:
                data = stream.read(limit + 1)
        except _FAULTS:
            return finding("zip-damaged", file)
        return finding("zip-damaged", file) if len(data) != entry.file_size else data

    def listed(self, folder: str) -> list[str]:
        """The names of the files right in this folder, in order."""
        inside = (name for name in self._entries if name.startswith(f"{folder}/") and name.count("/") == 1)
        return sorted(name.partition("/")[2] for name in inside)


def open_packed(path: Path) -> Packed | tuple[Finding, ...]:
    """The deck in this file, or why it is not opened."""
    shown = files.shown(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_PACKED + 1)
    except OSError:
        return (finding("unreadable", shown),)
    if len(data) > MAX_PACKED:
        return (finding("zip-large", shown, limit=MAX_PACKED // _MIB),)
    if not data.startswith(b"PK\x03\x04"):
        return (finding("zip-unreadable", shown),)
    # Counted before zipfile makes an object of each: no more can be listed than there are signatures.
    if data.count(_ENTRY) > MAX_FILES:
        return (finding("zip-many", shown, limit=MAX_FILES),)
    try:
        package = ZipFile(io.BytesIO(data))
    except _FAULTS:
        return (finding("zip-unreadable", shown),)
    entries = package.infolist()
    wrong = tuple(_judged(entries, len(data), shown))
    return wrong[:MAX_FINDINGS] or Packed(path, package, _rooted(entries))


def _judged(entries: Sequence[ZipInfo], packed: int, file: str) -> Iterator[Finding]:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or unpacked > max(SMALL, MAX_RATIO * packed):
        yield finding("zip-bomb", file, actual=-(-unpacked // _MIB))
    seen: set[str] = set()
    for entry in entries:
        code = _fault(entry)
        key = unicodedata.normalize("NFC", entry.filename).casefold().rstrip("/")
        if code is None and key in seen:
            code = "zip-twice"
        seen.add(key)
        if code is not None:
            yield finding(code, file, loc=(entry.orig_filename,))


def _fault(entry: ZipInfo) -> str | None:
    """The code of what is wrong with one entry, or None."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if not _is_safe(entry.orig_filename) or entry.filename != entry.orig_filename:
        return "zip-path"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "zip-link"
    if entry.flag_bits & 0x1:
        return "zip-encrypted"
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return "zip-method"
    if PurePosixPath(entry.filename).suffix.lower() in _ARCHIVES and not entry.is_dir():
        return "zip-nested"
    return None


def _is_safe(name: str) -> bool:
    """True for a path that stays inside a folder, and means the same, on every system."""
    if len(name) > 200 or not name.isprintable() or re.search(r'[\\:*?"<>|]', name):
        return False
    parts = name.removesuffix("/").split("/")
    return all(part and not part.endswith((".", " ")) and not _DEVICE.fullmatch(part) for part in parts)


def _rooted(entries: Sequence[ZipInfo]) -> dict[str, ZipInfo]:
    """Name in the deck -> entry. A package made by packing the deck's folder has that folder at its top."""
    kept = {entry.filename: entry for entry in entries if not entry.is_dir() and not _left_behind(entry)}
    tops = {name.partition("/")[0] for name in kept}
    top = f"{next(iter(tops))}/" if len(tops) == 1 else ""
    if not top or f"{top}{files.COVER}" not in kept:
        return kept
    return {name.removeprefix(top): entry for name, entry in kept.items()}


def _left_behind(entry: ZipInfo) -> bool:
    """What an operating system puts into packages unasked."""
    path = PurePosixPath(entry.filename)
    return "__MACOSX" in path.parts or path.name in _LEFT_BEHIND or path.name.startswith("._")
