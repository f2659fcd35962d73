"""A deck's files, opened with care: nothing outside its folder, no devices, nothing too large."""

import os
from pathlib import Path, PurePosixPath
from typing import Final, Protocol

from game.cards import pictures as picture_files
from game.cards.findings import Finding, finding, printable

COVER: Final = "deck.yaml"
MAX_BYTES: Final = 256 * 1024
MAX_CARDS: Final = 500
PICTURES: Final = picture_files.SUFFIXES
PACKED: Final = ".zip"


class Holder(Protocol):
    """Where a deck's files lie: in a folder (`Folder`) or in a package (`packed.Packed`).

    Names are those inside the deck, as "cards/hej.yaml".
    """

    path: Path
    name: str
    """What the deck's slug must be; empty when the holder's name says nothing about it."""

    def has(self, name: str) -> bool:
        """Whether there is a file with this name."""

    def read(self, name: str, limit: int, code: str) -> bytes | Finding:
        """The file's bytes, or why there are none; `code` is said of a file with more than `limit` bytes."""

    def listed(self, folder: str) -> list[str]:
        """The names of what lies right in this folder, in order."""


class Folder:
    """A deck's folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.resolve().name

    def has(self, name: str) -> bool:
        """Whether there is a file with this name."""
        return os.path.lexists(self.path / name)

    def read(self, name: str, limit: int, code: str) -> bytes | Finding:
        """The file's bytes, or why there are none."""
        return read_bytes(self.path / name, self.path, limit, code)

    def listed(self, folder: str) -> list[str]:
        """The names of what lies right in this folder, in order."""
        return [path.name for path in _listed(self.path / folder)]


def shown(path: Path) -> str:
    """The path with forward slashes and every character printable."""
    return printable(os.fsencode(path.as_posix()).decode("utf-8", "replace"))


def read_bytes(path: Path, root: Path, limit: int = MAX_BYTES, code: str = "too-large") -> bytes | Finding:
    """The file's bytes, or the finding that says why it was not read. `root` is the deck's folder."""
    file = shown(path)
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return finding("outside", file)
        if not path.is_file():
            return finding("unreadable", file)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, RuntimeError):  # RuntimeError: a link that leads round to itself
        return finding("unreadable", file)
    return finding(code, file, limit=limit // 1024) if len(data) > limit else data


def card_files(holder: Holder) -> tuple[list[str], list[Finding]]:
    """The names of the deck's card files in order, and what else lies among them."""
    return _sorted_out(holder, "cards", frozenset({".yaml"}), "other-file")


def pictures(holder: Holder) -> tuple[list[str], list[Finding]]:
    """The names of the deck's pictures in order, and what else lies among them."""
    return _sorted_out(holder, "images", PICTURES, "picture-type")


def decks(root: Path) -> list[Path]:
    """The folders and packages in which decks may lie, packages first, each sort in the order of the names.

    Names that begin with a dot or an underscore are left alone.
    """
    found = [path for path in _listed(root) if path.name[0] not in "._"]
    packages = [path for path in found if path.suffix.lower() == PACKED and not path.is_dir()]
    return [*packages, *(path for path in found if path.is_dir())]


def _sorted_out(
    holder: Holder, folder: str, suffixes: frozenset[str], code: str
) -> tuple[list[str], list[Finding]]:
    kept: list[str] = []
    found: list[Finding] = []
    for name in holder.listed(folder):
        suffix = PurePosixPath(name).suffix
        if suffix in suffixes or (folder == "images" and suffix.lower() in suffixes):
            kept.append(f"{folder}/{name}")
        elif not name.startswith(".") and not name.endswith("~") and name != "Thumbs.db":
            found.append(finding(code, shown(holder.path / folder / name)))
    return kept, found


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        return []
