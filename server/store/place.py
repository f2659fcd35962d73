"""Whether the file still lies where it was opened.

The operating system lets a program write on to a file that somebody has moved away or deleted. What is
written then is in no file that the next server will find, so nothing of it may be acknowledged.
"""

from __future__ import annotations

from pathlib import Path

from server.errors import MovedStore


class Place:
    """The file at `path` and its write-ahead log, as they are now: both must be there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log = path.with_name(path.name + "-wal")
        self._seen = self._look()

    def check(self) -> None:
        """Raises `MovedStore` while either of them is gone, or is another file than it was."""
        if self._look() != self._seen:
            raise MovedStore(self._path)

    def _look(self) -> tuple[int, ...]:
        try:
            file, log = self._path.stat(), self._log.stat()
        except OSError:
            return ()
        return file.st_dev, file.st_ino, log.st_dev, log.st_ino
