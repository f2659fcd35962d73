"""How large a picture is, read from its first bytes: nothing is decoded, so nothing can unfold.

The sizes stand where the formats put them: PNG in the chunk IHDR, JPEG in the first frame header (SOF), WebP
in the first chunk after its RIFF header.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from game.cards.findings import Finding, finding

MAX_BYTES: Final = 2 * 1024 * 1024
MAX_SIDE: Final = 4096
"""Pixels. A card's picture is drawn a few hundred wide; this is a photograph straight from a phone."""

Size: TypeAlias = tuple[int, int]
"""Width and height in pixels."""

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""JPEG markers without a length."""


def judged(data: bytes, suffix: str, file: str) -> Finding | None:
    """What is wrong with the picture, or None. `suffix` is that of its name, as ".png"."""
    size = size_of(data, suffix)
    if size is None or not all(size):
        return finding("picture-broken", file, kind=suffix.removeprefix("."))
    if max(size) > MAX_SIDE:
        return finding("picture-wide", file, width=size[0], height=size[1], limit=MAX_SIDE)
    return None


def size_of(data: bytes, suffix: str) -> Size | None:
    """The size that a picture of this sort says it has, or None when it is not of that sort."""
    return _SORTS[suffix.lower()](data)


def _png(data: bytes) -> Size | None:
    if data[:8] != b"\x89PNG\r\n\x1a\n" or data[12:16] != b"IHDR" or len(data) < 24:
        return None
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def _jpeg(data: bytes) -> Size | None:
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        if marker == 0xFF:  # padding
            at += 1
        else:
            at += 2 if marker in _BARE else 2 + max(2, int.from_bytes(data[at + 2 : at + 4]))
    return None


def _webp(data: bytes) -> Size | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    if data[12:16] == b"VP8X":
        return _little(data[24:27]) + 1, _little(data[27:30]) + 1
    if data[12:16] == b"VP8L" and data[20] == 0x2F:
        bits = _little(data[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if data[12:16] == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
    return None


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")


_SORTS: Final[Mapping[str, Callable[[bytes], Size | None]]] = MappingProxyType(
    {".png": _png, ".jpg": _jpeg, ".jpeg": _jpeg, ".webp": _webp}
)
SUFFIXES: Final = frozenset(_SORTS)
