"""A file written whole or not at all: beside its place first, and on the disk before it is moved there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Puts the bytes there, in place of an earlier file. Raises OSError, and then what was there still is."""
    scratch = beside(path, data)
    try:
        scratch.replace(path)
    except OSError:
        scratch.unlink(missing_ok=True)
        raise


def write_new(path: Path, data: bytes) -> None:
    """The same where nothing is yet. Raises FileExistsError when something is."""
    path.touch(exist_ok=False)
    try:
        write_whole(path, data)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def beside(path: Path, data: bytes) -> Path:
    """A hidden file with these bytes in the same folder, to be moved to `path`, with the rights it has there.

    Raises OSError, and then there is no such file.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    scratch = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        scratch.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_mask())
    except OSError:
        scratch.unlink(missing_ok=True)
        raise
    return scratch


def _mask() -> int:
    """The rights that new files do not get here; a temporary file is otherwise for its owner alone."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
