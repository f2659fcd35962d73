"""Several files at once, all or none."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def place(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Writes the files; those written, in order. Missing folders are made.

    All are whole beside their places before the first is moved there, and when one cannot be moved those
    before it are put back. Raises OSError, and then everything is as it was.
    """
    ready: dict[Path, Path] = {}
    moved: dict[Path, bytes | None] = {}
    try:
        for path, data in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            ready[path] = _beside(path, data)
        for path, scratch in ready.items():
            before = path.read_bytes() if path.exists() else None
            scratch.replace(path)
            moved[path] = before
    except OSError:
        for path, before in moved.items():
            _put_back(path, before)
        raise
    finally:
        for scratch in ready.values():
            scratch.unlink(missing_ok=True)
    return tuple(contents)


def _beside(path: Path, data: bytes) -> Path:
    """A file with these bytes in the same folder, with the permissions of the file at `path`."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    Path(name).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_mask())
    return Path(name)


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        _beside(path, before).replace(path)


def _mask() -> int:
    """The permissions that new files do not get here."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
