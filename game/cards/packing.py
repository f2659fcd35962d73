"""Decks as packages: packed so that the same deck is the same bytes, and unpacked whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from game.cards import files, pictures
from game.cards.check import check_reading
from game.cards.findings import Finding
from game.cards.format import Deck
from game.cards.load import load_deck, read_deck
from game.cards.packed import Packed, open_packed

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can tell."""
_ORDINARY: Final = 0o100644 << 16
_UNIX: Final = 3


@dataclass(frozen=True)
class Package:
    """A deck as the bytes of a zip, named after its slug and version. `findings` are warnings."""

    deck: Deck
    data: bytes
    findings: tuple[Finding, ...]

    @property
    def name(self) -> str:
        """The file name it is known by."""
        return f"{self.deck.slug}-{self.deck.version}{files.PACKED}"


@dataclass(frozen=True)
class Unpacked:
    """Where a deck was put. `before` is what lay there and `kept` where that is now, when it was replaced."""

    deck: Deck
    path: Path
    before: Deck | None = None
    kept: Path | None = None


class Taken(Exception):
    """There is something at `path` already; `deck` is the deck there, or None when it is none or broken."""

    def __init__(self, path: Path, deck: Deck | None) -> None:
        super().__init__(str(path))
        self.path, self.deck = path, deck


def pack(path: Path) -> Package | tuple[Finding, ...]:
    """The deck in this folder as a package, or its findings when one of them is an error.

    Holds the deck's own files alone, in the order of their names. They are stored, not deflated: so the same
    files are the same bytes on every machine, whatever its compressor.
    """
    reading = read_deck(path)
    found = tuple(check_reading(reading))
    deck = reading.deck
    if deck is None or any(item.is_error for item in found):
        return found
    cards = [f"cards/{item.stem}.yaml" for item in reading.cards]
    contents: dict[str, bytes] = {}
    holder = _holder(path)
    if isinstance(holder, tuple):
        return holder
    for name in sorted([files.COVER, *cards, *reading.pictures]):
        data = holder.read(name, max(files.MAX_BYTES, pictures.MAX_BYTES), "unreadable")
        if isinstance(data, Finding):  # changed since it was checked
            return (data,)
        contents[name] = data
    return Package(deck, _zipped(contents), found)


def unpack(package: Path, folder: Path, replace: bool = False) -> Unpacked | tuple[Finding, ...]:
    """Puts the deck of this package into `folder`, under its slug, or gives the findings of a broken one.

    `folder` may also be the deck's own: a folder called as the deck. With `replace`, a deck that lies there
    is kept under a name that begins with an underscore, where no server looks. Raises `Taken` when something
    lies there and may not be replaced, and OSError when the files cannot be written.
    """
    loaded = load_deck(package)
    if loaded.deck is None:
        return loaded.findings
    opened = open_packed(package)
    if isinstance(opened, tuple):
        return opened
    deck = loaded.deck
    target = folder if folder.resolve().name == deck.slug else folder / deck.slug
    before = _before(target, replace)
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{deck.slug}-"))
    draft = scratch / deck.slug
    try:
        wrong = _write(opened, draft)
        if wrong is not None:
            return (wrong,)
        kept = _aside(target, before) if os.path.lexists(target) else None
        try:
            draft.rename(target)
        except OSError:
            if kept is not None:
                kept.rename(target)
            raise
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return Unpacked(deck, target, before, kept)


def _holder(path: Path) -> files.Holder | tuple[Finding, ...]:
    return files.Folder(path) if path.is_dir() else open_packed(path)


def _zipped(contents: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as package:
        for name, data in contents.items():
            entry = ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = _UNIX, _ORDINARY
            package.writestr(entry, data)
    return stream.getvalue()


def _before(target: Path, replace: bool) -> Deck | None:
    """The deck that lies there, or None. Raises `Taken`; what is no deck is never replaced."""
    if not os.path.lexists(target) or (target.is_dir() and not any(target.iterdir())):
        return None
    deck = load_deck(target).deck if target.is_dir() else None
    if not replace or target.is_symlink() or not (target / files.COVER).is_file():
        raise Taken(target, deck)
    return deck


def _write(opened: Packed, draft: Path) -> Finding | None:
    """Writes the deck's own files, each read through the same limits as when it was checked."""
    cards, _ = files.card_files(opened)
    shown, _ = files.pictures(opened)
    for name in (files.COVER, *cards, *shown):
        limit = pictures.MAX_BYTES if name in shown else files.MAX_BYTES
        data = opened.read(name, limit, "too-large")
        if isinstance(data, Finding):
            return data
        file = draft / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return None


def _aside(target: Path, before: Deck | None) -> Path | None:
    """Moves what lies there out of the way; nothing is deleted but an empty folder."""
    if not any(target.iterdir()):
        target.rmdir()
        return None
    stem = f"_{target.name}-{before.version if before else 'old'}"
    number = 1
    while os.path.lexists(kept := target.with_name(stem if number == 1 else f"{stem}-{number}")):
        number += 1
    target.rename(kept)
    return kept
