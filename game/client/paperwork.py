"""The host's desk of one window: programmes in the folder of settings, and a printer that works beside it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from game.client.own_programmes import OwnProgrammes
from game.client.stations.desk import Desk, RunSheet

PrintSheet = Callable[[RunSheet], Path]
"""Writes a PDF and answers where it lies. Raises NotPrinted. It may take a second: called in a thread."""
Post = Callable[[Callable[[], object]], None]
"""Brings a call to the thread that draws."""


class NotPrinted(Exception):
    """Why there is no sheet: language -> sentence."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__(words.get("en", ""))
        self.words = words


def desk_of(folder: Path, write: PrintSheet | None, post: Post) -> Desk:
    """A desk whose programmes lie in this folder of settings; without `write` nothing can be printed."""
    desk = Desk(OwnProgrammes(folder))
    if write is not None:
        desk.print_sheet = lambda sheet: _start(desk, write, sheet, post)
    return desk


def _start(desk: Desk, write: PrintSheet, sheet: RunSheet, post: Post) -> None:
    def told(where: str, trouble: Mapping[str, str]) -> None:
        desk.printed, desk.trouble = where, trouble

    def go() -> None:
        try:
            path = write(sheet)
        except NotPrinted as why:
            words = why.words
            post(lambda: told("", words))
        else:
            post(lambda: told(str(path), {}))

    threading.Thread(target=go, name="bemot-sheet", daemon=True).start()
