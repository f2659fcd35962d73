"""Writing whole files or none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from game.cards.wholefile import write_whole
from game.printing.errors import Hindrance, Misuse

_PICTURE: Final = re.compile(r"page-\d{3,}\.png")


def can_save(path: Path) -> None:
    """Raises Hindrance when a PDF could not be written there, before anything is measured."""
    if path.suffix.lower() != ".pdf":
        raise Hindrance(
            f"{path} är ingen PDF; ge filen ett namn som slutar på .pdf.",
            f"{path} is no PDF; give the file a name that ends in .pdf.",
        )
    if not os.access(path.parent, os.W_OK | os.X_OK) or not path.parent.is_dir() or path.is_dir():
        raise _unwritable(path)


def save(data: bytes, path: Path) -> None:
    """Puts the file there at once, in place of an earlier one of that name; no other file is touched.

    Raises Hindrance when it cannot, and then what was there is left as it was.
    """
    with _told(path):
        write_whole(path, data)


def can_hold(folder: Path, force: bool = False) -> None:
    """Raises Hindrance unless the folder is empty or not there yet: pictures never mix with other files.

    With `force` it may hold pictures of pages, but nothing else.
    """
    with _told(folder):
        if folder.exists() and not folder.is_dir():
            raise _unwritable(folder)
        there = list(folder.iterdir()) if folder.exists() else []
        if any(not _PICTURE.fullmatch(path.name) for path in there):
            raise Hindrance(
                f"Mappen {folder} är inte tom; välj en ny mapp för bilderna.",
                f"The folder {folder} is not empty; choose a new folder for the pictures.",
            )
        if there and not force:
            raise Misuse(
                f"Det finns bilder i {folder} redan; välj en ny mapp, eller byt ut dem med --force.",
                f"There are pictures in {folder} already; choose a new folder, or replace them with --force.",
            )


def save_pictures(pictures: Sequence[bytes], folder: Path, force: bool = False) -> None:
    """Writes page-001.png and so on, in place of earlier ones with `force`. Raises what `can_hold` does."""
    can_hold(folder, force)
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        earlier = set(folder.iterdir())
        for number, picture in enumerate(pictures, start=1):
            path = folder / f"page-{number:03d}.png"
            write_whole(path, picture)
            earlier.discard(path)
        for path in earlier:
            path.unlink()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _unwritable(path) from error


def _unwritable(path: Path) -> Hindrance:
    return Hindrance(
        f"Det går inte att skriva {path}; kontrollera att mappen finns och att filen inte är öppen.",
        f"{path} cannot be written; see that the folder exists and that the file is not open.",
    )
