"""Pictures and packages for tests: good ones, and such as somebody makes who means harm."""

from __future__ import annotations

import io
import stat
import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.cards.build import CARD, CARD_FILE, COVER

GOOD: Final[Mapping[str, bytes]] = MappingProxyType({"deck.yaml": COVER.encode(), CARD_FILE: CARD.encode()})

Make: TypeAlias = Callable[[], bytes]


def png(width: int = 4, height: int = 3) -> bytes:
    """A whole picture when it is small; the size in its head alone counts when it is large."""
    rows = (b"\0" + b"\x80" * width) * height if width * height < 10_000 else b""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def jpeg(width: int, height: int) -> bytes:
    """A head with a thumbnail's segment before the size, as cameras write it."""
    note = b"\xff\xe1" + struct.pack(">H", 8) + b"Exif\0\0"
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 8, 8, height, width, 1)
    return b"\xff\xd8" + note + b"\xff" + frame + b"\xff\xd9" + bytes(8)


def webp(sort: bytes, width: int, height: int) -> bytes:
    """A head of one of the three sorts of WebP."""
    if sort == b"VP8X":
        body = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    elif sort == b"VP8L":
        body = b"\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little") + bytes(8)
    else:
        body = bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", width, height)
    return b"RIFF" + struct.pack("<I", 12 + len(body)) + b"WEBP" + sort + struct.pack("<I", len(body)) + body


def zipped(files: Mapping[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """An ordinary package."""
    return raw([(name, data) for name, data in files.items()], method)


def raw(entries: list[tuple[str | ZipInfo, bytes]], method: int = ZIP_DEFLATED) -> bytes:
    """A package of these entries in this order, however often a name comes."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", method) as package, catch_warnings():
        simplefilter("ignore", UserWarning)  # zipfile warns of a name that comes twice
        for name, data in entries:
            entry = name if isinstance(name, ZipInfo) else _named(name)
            package.writestr(entry, data, compress_type=method)
    return stream.getvalue()


def packed(folder: Path, name: str, data: bytes) -> Path:
    """The package as a file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path


def with_entry(name: str, data: bytes = b"x") -> Make:
    """A good deck with one more file of this name."""
    return lambda: raw([*_good(), (name, data)])


def link(name: str, target: str, kind: int = stat.S_IFLNK) -> Make:
    """A good deck with a link, or whatever `kind` is, in it."""

    def make() -> bytes:
        entry = _named(name)
        entry.create_system, entry.external_attr = 3, (kind | 0o777) << 16
        return raw([*_good(), (entry, target.encode())])

    return make


def patched(make: Make, name: str, offset: int, size: int, value: int) -> Make:
    """The package with a number of an entry's head changed, in the list at the end and before its data.

    `offset` counts from the entry in the list; the same number stands two bytes earlier before the data.
    """

    def change() -> bytes:
        data = bytearray(make())
        for mark, shift in ((b"PK\x01\x02", 0), (b"PK\x03\x04", -2)):
            at = -1
            while (at := data.find(mark, at + 1)) >= 0:
                length = int.from_bytes(data[at + 28 + shift : at + 30 + shift], "little")
                start = at + (46 if shift == 0 else 30)
                if data[start : start + length] == name.encode():
                    data[at + offset + shift : at + offset + shift + size] = value.to_bytes(size, "little")
        return bytes(data)

    return change


def bomb() -> bytes:
    """A card of ten gigabytes in ten megabytes would take long to make; a hundred megabytes tell as much."""
    return raw([*_good(), ("images/stor.png", bytes(100 * 1024 * 1024))])


def quilt() -> bytes:
    """Many entries that each unfold to the limit of one file."""
    text = b"#" * (256 * 1024)
    return raw([*_good(), *((f"cards/k{number}.yaml", text) for number in range(400))])


def liar() -> bytes:
    """A card that says it is a hundred bytes and unfolds to thirty megabytes."""
    make = with_entry("cards/x.yaml", b"#" * (30 * 1024 * 1024))
    return patched(make, "cards/x.yaml", 24, 4, 100)()


def crowd() -> bytes:
    """So many entries that the list of them alone would fill the memory: they have no data and no names."""
    entry = b"PK\x01\x02" + bytes(42)
    count = 600_000
    head = zipped(GOOD)
    size = count * len(entry)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, size, len(head), 0)
    return head + entry * count + end


def overlapping() -> bytes:
    """Two names for the same data."""
    data = bytearray(raw([("deck.yaml", GOOD["deck.yaml"]), ("cards/x.yaml", b"#" * 1000)], ZIP_STORED))
    at = data.rfind(b"PK\x01\x02")
    data[at + 42 : at + 46] = bytes(4)
    return bytes(data)


def _good() -> list[tuple[str | ZipInfo, bytes]]:
    return list(GOOD.items())


def _named(name: str) -> ZipInfo:
    """An entry whose name is kept as it is."""
    entry = ZipInfo("x")
    entry.filename = entry.orig_filename = name
    return entry


def heavy_yaml(card: bytes, count: int) -> bytes:
    """Many cards, each as slow to read as its sort allows."""
    return raw([*_good(), *((f"cards/k{number}.yaml", card) for number in range(count))], ZIP_STORED)


REFUSED: Final[Mapping[str, tuple[Make, str, str]]] = MappingProxyType(
    {
        "not a zip": (lambda: b"Hej, det h\xe4r \xe4r ingen zip.", "zip-unreadable", ""),
        "nothing": (lambda: b"", "zip-unreadable", ""),
        "cut off": (lambda: zipped(GOOD)[:-40], "zip-unreadable", ""),
        "a program in front": (lambda: b"MZ" + bytes(98) + zipped(GOOD), "zip-unreadable", ""),
        "too large": (lambda: zipped(GOOD) + bytes(33 * 1024 * 1024), "zip-large", ""),
        "bomb": (bomb, "zip-bomb", ""),
        "quilt of bombs": (quilt, "zip-bomb", ""),
        "crowd": (crowd, "zip-many", ""),
        "many files": (
            lambda: raw([*_good(), *((f"n{number}", b"") for number in range(1300))]),
            "zip-many",
            "",
        ),
        "up and out": (with_entry("../utanfor.yaml"), "zip-path", "../utanfor.yaml"),
        "up in the middle": (with_entry("cards/../../x.yaml"), "zip-path", "cards/../../x.yaml"),
        "absolute": (with_entry("/etc/passwd"), "zip-path", "/etc/passwd"),
        "drive letter": (with_entry("C:/x.yaml"), "zip-path", "C:/x.yaml"),
        "backslash": (with_entry("cards\\x.yaml"), "zip-path", "cards\\x.yaml"),
        "other stream": (with_entry("deck.yaml:dold"), "zip-path", "deck.yaml:dold"),
        "device": (with_entry("cards/nul.yaml"), "zip-path", "cards/nul.yaml"),
        "ends in a dot": (with_entry("cards/x.yaml."), "zip-path", "cards/x.yaml."),
        "control character": (with_entry("cards/x\x1b[2J.yaml"), "zip-path", "cards/x [2J.yaml"),
        "turned round": (with_entry("cards/\u202elmay.exe"), "zip-path", "cards/ lmay.exe"),
        "empty part": (with_entry("cards//x.yaml"), "zip-path", "cards//x.yaml"),
        "long name": (with_entry("cards/" + "x" * 300), "zip-path", "cards/" + "x" * 193 + "…"),
        "link": (link("cards/x.yaml", "/etc/passwd"), "zip-link", "cards/x.yaml"),
        "folder that is a link": (link("images", "/etc"), "zip-link", "images"),
        "device file": (link("cards/x.yaml", "", stat.S_IFCHR), "zip-link", "cards/x.yaml"),
        "twice": (with_entry("deck.yaml"), "zip-twice", "deck.yaml"),
        "twice but for capitals": (with_entry("Deck.YAML"), "zip-twice", "Deck.YAML"),
        "twice but for accents": (
            lambda: raw([*_good(), ("images/\u00e5.png", b""), ("images/a\u030a.png", b"")]),
            "zip-twice",
            "images/a\u030a.png",
        ),
        "package in a package": (with_entry("cards/mer.zip", zipped(GOOD)), "zip-nested", "cards/mer.zip"),
        "encrypted": (patched(lambda: zipped(GOOD), "deck.yaml", 8, 2, 1), "zip-encrypted", "deck.yaml"),
        "lzma": (lambda: zipped(GOOD, ZIP_LZMA), "zip-method", "deck.yaml"),
        "unknown method": (patched(lambda: zipped(GOOD), CARD_FILE, 10, 2, 93), "zip-method", CARD_FILE),
    }
)
"""What is refused before anything in it is read: how to make it, the code, and the entry it names."""

BROKEN: Final[Mapping[str, tuple[Make, str, str]]] = MappingProxyType(
    {
        "liar": (liar, "zip-damaged", "cards/x.yaml"),
        "wrong sum": (
            patched(with_entry("cards/x.yaml", b"id: a"), "cards/x.yaml", 16, 4, 7),
            "zip-damaged",
            "cards/x.yaml",
        ),
        "overlapping": (overlapping, "zip-damaged", "cards/x.yaml"),
        "huge card": (
            lambda: raw([*_good(), ("cards/x.yaml", b"#" * 300_000)]),
            "too-large",
            "cards/x.yaml",
        ),
        "huge picture": (
            lambda: raw([*_good(), ("images/femte-samtalet.png", png() + bytes(2**21))], ZIP_STORED),
            "picture-large",
            "images/femte-samtalet.png",
        ),
        "wide picture": (
            with_entry("images/femte-samtalet.png", png(60_000, 60_000)),
            "picture-wide",
            "images/femte-samtalet.png",
        ),
        "picture that is a package": (
            with_entry("images/femte-samtalet.png", zipped(GOOD)),
            "picture-broken",
            "images/femte-samtalet.png",
        ),
        "picture that is a page": (
            with_entry("images/femte-samtalet.jpg", b"<svg onload='x()'/>"),
            "picture-broken",
            "images/femte-samtalet.jpg",
        ),
        "no cover": (lambda: zipped({CARD_FILE: GOOD[CARD_FILE]}), "no-cover", "deck.yaml"),
        "no cards": (lambda: zipped({"deck.yaml": GOOD["deck.yaml"]}), "no-cards", "cards"),
        "laughs": (
            with_entry("cards/x.yaml", b"a: &a [x]\nb: [*a, *a]\n"),
            "anchor",
            "cards/x.yaml",
        ),
        "brackets": (with_entry("cards/x.yaml", b"[" * 250_000), "too-deep", "cards/x.yaml"),
        "many values": (
            with_entry("cards/x.yaml", b"a: [" + b"1," * 120_000 + b"]"),
            "too-much",
            "cards/x.yaml",
        ),
    }
)
"""Packages that are read, and found to hold no sound deck: how to make them, a code, the file it names."""

COSTLY: Final[Mapping[str, tuple[Make, str]]] = MappingProxyType(
    {
        "many slow cards": (lambda: heavy_yaml(b"a: [" + b"1," * 2_000 + b"]", 450), "too-many-broken"),
        "many long texts": (lambda: heavy_yaml(b"a: " + b"x\n " * 15_000, 60), "too-many-broken"),
        "many fields": (
            lambda: heavy_yaml(b"".join(b"title%d: 1\n" % number for number in range(1_400)), 300),
            "too-many-broken",
        ),
    }
)
"""Packages that are within every limit and as slow to read as can be: how to make them, and a code."""
