"""What a window remembers between two runs: its last room, and a file of its own to keep its seat in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict, ValidationError

MOST = 16
"""Windows of one kind that can each keep a seat on one machine."""


class Recent(BaseModel):
    """The room a window was in. `own` tells that its server ran on this machine, started by this program."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    url: str = ""
    code: str = ""
    kind: str = ""
    addresses: tuple[str, ...] = ()
    own: bool = False

    def save(self, path: Path) -> None:
        """Write it so that a crash leaves the old or the new. OSError when the folder cannot be written."""
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(self.model_dump_json(), encoding="utf-8")
        fresh.replace(path)


def last(path: Path) -> Recent:
    """What was saved there; an empty one when there is nothing that can be understood."""
    try:
        return Recent.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return Recent()


class Slot:
    """Files that belong to one window, although several may run on this machine. Held until closed.

    `seat` is where the link keeps its token and `room` where the last room stands; both None when nothing
    can be kept, because the folder cannot be written or too many windows are open.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.seat: Path | None = None
        self.room: Path | None = None
        self._held: IO[str] | None = None
        for number in range(1, MOST + 1):
            held = _hold(folder / f"{name}-{number}.lock")
            if held is not None:
                self._held = held
                self.seat, self.room = (
                    folder / f"{name}-{number}-seat.json",
                    folder / f"{name}-{number}-room.json",
                )
                return

    def close(self) -> None:
        """Another window may have it."""
        if self._held is not None:
            self._held.close()
            self._held = None


def _hold(path: Path) -> IO[str] | None:
    """The file, locked until it is closed or this process ends; None when another holds it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a", encoding="utf-8")
    except OSError:
        return None
    try:
        _lock(file)
    except OSError:
        file.close()
        return None
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
