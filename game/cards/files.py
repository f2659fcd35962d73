"""A deck's files, opened with care: nothing outside its folder, no devices, nothing too large."""

import os
from pathlib import Path
from typing import Final

from game.cards.findings import Finding, finding, printable

MAX_BYTES: Final = 256 * 1024
MAX_CARDS: Final = 500
PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".webp"})


def shown(path: Path) -> str:
    """The path with forward slashes and every character printable."""
    return printable(os.fsencode(path.as_posix()).decode("utf-8", "replace"))


def read_bytes(path: Path, root: Path) -> bytes | Finding:
    """The file's bytes, or the finding that says why it was not read. `root` is the deck's folder."""
    file = shown(path)
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return finding("outside", file)
        if not path.is_file():
            return finding("unreadable", file)
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, RuntimeError):  # RuntimeError: a link that leads round to itself
        return finding("unreadable", file)
    return finding("too-large", file, limit=MAX_BYTES // 1024) if len(data) > MAX_BYTES else data


def card_files(root: Path) -> tuple[list[Path], list[Finding]]:
    """The files of the deck's cards in the order of their names, and what else lies among them."""
    cards: list[Path] = []
    found: list[Finding] = []
    for path in _listed(root / "cards"):
        if path.suffix == ".yaml":
            cards.append(path)
        elif not path.name.startswith(".") and not path.name.endswith("~"):
            found.append(finding("other-file", shown(path)))
    return cards, found


def pictures(root: Path) -> list[Path]:
    """The pictures in the deck's folder `images`."""
    return [path for path in _listed(root / "images") if path.suffix.lower() in PICTURES]


def folders(root: Path) -> list[Path]:
    """The folders in which decks may lie; names that begin with a dot or an underscore are left alone."""
    return [path for path in _listed(root) if path.is_dir() and path.name[0] not in "._"]


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        return []
