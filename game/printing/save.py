"""Writing whole files or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from game.printing.errors import Hindrance


def can_save(path: Path) -> None:
    """Raises Hindrance when a PDF could not be written there, before anything is measured."""
    if path.suffix.lower() != ".pdf":
        raise Hindrance(
            f"{path} är ingen PDF; ge filen ett namn som slutar på .pdf.",
            f"{path} is no PDF; give the file a name that ends in .pdf.",
        )
    if path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise _unwritable(path)


def save(data: bytes, path: Path) -> None:
    """Puts the file there at once, in place of an earlier one of that name; no other file is touched.

    Raises Hindrance when it cannot, and then what was there is left as it was.
    """
    with _told(path):
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
        try:
            with os.fdopen(number, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


def can_hold(folder: Path) -> None:
    """Raises Hindrance unless the folder is empty or not there yet: pictures never mix with other files."""
    with _told(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise Hindrance(
                f"Mappen {folder} är inte tom; välj en ny mapp för bilderna.",
                f"The folder {folder} is not empty; choose a new folder for the pictures.",
            )


def save_pictures(pictures: Sequence[bytes], folder: Path) -> None:
    """Writes page-001.png and so on. Raises Hindrance when the folder holds anything or cannot be written."""
    can_hold(folder)
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for number, picture in enumerate(pictures, start=1):
            (folder / f"page-{number:03d}.png").write_bytes(picture)


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


def _umask() -> int:
    """What the person's other files may not be: a temporary file is otherwise for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
