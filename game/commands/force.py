"""`--force`, the same for every command that writes one file or one deck."""

from __future__ import annotations

import errno
import os
import os.path
from pathlib import Path
from typing import Annotated

import typer

from game.commands.terminal import fail
from game.words import say

Force = Annotated[
    bool,
    typer.Option("--force", help=say("Skriv över det som finns.", "Overwrite what is there.")),
]


def writable(path: Path) -> None:
    """Raises OSError when no file could be written at `path`: to be asked before long work."""
    folder = path.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        number = errno.EACCES if folder.is_dir() else errno.ENOENT
        raise OSError(number, os.strerror(number), str(path))


def spare(path: Path, force: bool) -> None:
    """Ends with 2 when there is a file at `path` that may not be overwritten."""
    if os.path.lexists(path) and not force:
        fail(
            say(
                f"{path} finns redan. Välj ett annat namn, eller lägg till --force för att skriva över den.",
                f"{path} is there already. Choose another name, or add --force to overwrite it.",
            ),
            code=2,
        )
