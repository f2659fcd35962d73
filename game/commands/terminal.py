"""What the parts of the command line share: where they speak, how they end badly, `--server`, `--decks`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from game.words import say

PORT = 8765

out = Console()
err = Console(stderr=True)

Server = Annotated[
    str | None,
    typer.Option(
        "--server",
        help=say(
            "Serverns adress. Exempel: http://192.168.1.20:8765",
            "The server's address. Example: http://192.168.1.20:8765",
        ),
    ),
]

Decks = Annotated[
    list[Path] | None,
    typer.Option(
        "--decks",
        help=say(
            "Mapp med egna kortlekar, eller en packad lek (.zip); kan upprepas.",
            "Folder with decks of your own, or a packed deck (.zip); may be repeated.",
        ),
    ),
]


def is_terminal() -> bool:
    """True when somebody can be asked and can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def typed(path: object) -> str:
    """A path as it is typed at a prompt, quoted where it has to be."""
    text = str(path)
    return f'"{text}"' if " " in text else text


def fail(sentence: str, code: int = 1) -> NoReturn:
    """Say what is wrong, and end."""
    err.print(sentence, style="bold red", highlight=False, markup=False, soft_wrap=True)
    raise typer.Exit(code)
