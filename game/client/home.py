"""What a window keeps of its room for the next run, and the link that keeps the seat."""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.client.link import Link
from game.client.recent import Recent, Slot, last


class Home:
    """Belongs to one window, until closed. `url` is where to look before anything is known."""

    def __init__(
        self,
        folder: Path,
        name: str,
        url: str,
        mail: queue.SimpleQueue[Any],
        wake: Callable[[], object],
    ) -> None:
        self._slot = Slot(folder, name)
        self._mail, self._wake = mail, wake
        self.recent: Recent = last(self._slot.room) if self._slot.room else Recent()
        self._lasting = True
        self.link = Link(self.recent.url or url, mail, wake, self._slot.seat)

    def turn(self, url: str, lasting: bool) -> None:
        """To a server whose rooms are worth coming back to, or to a rehearsal's, which leaves no trace and
        takes no place of what is kept.
        """
        if lasting is not self._lasting:
            self.link.stop()
            self._lasting = lasting
            self.link = Link(url, self._mail, self._wake, self._slot.seat if lasting else None)

    def remember(self, now: Recent) -> None:
        """The room that this window is in."""
        if now != self.recent and self._lasting and self._slot.room is not None:
            self.recent = now
            with contextlib.suppress(OSError):  # then the next run does not offer to come back
                now.save(self._slot.room)

    def close(self) -> None:
        """The window goes away; the seat is kept."""
        self.link.stop()
        self._slot.close()
