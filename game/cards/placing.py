"""Several files at once, all or none."""

from collections.abc import Mapping
from pathlib import Path

from game.cards.wholefile import beside, write_whole


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
            ready[path] = beside(path, data)
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


def _put_back(path: Path, before: bytes | None) -> None:
    if before is None:
        path.unlink(missing_ok=True)
    else:
        write_whole(path, before)
