"""What the parts of the command line share: where they speak, how they end badly, `--server`, `--decks`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from game.words import say

PORT = 8765


class Speaker(Console):
    """Breaks sentences between words and never inside one: a path longer than the window can be copied."""

    def print(self, *objects: Any, **how: Any) -> None:
        """As `Console.print`, which otherwise folds a long word at the window's edge."""
        if how.get("soft_wrap") or len(objects) != 1 or not isinstance(objects[0], str):
            super().print(*objects, **how)
            return
        style, reading = how.pop("style", None), {"markup": how.pop("markup", None)}
        text = self.render_str(objects[0], highlight=how.pop("highlight", None), **reading)
        super().print(_unbroken(text, self.width), style=style, soft_wrap=True, **how)


def _unbroken(text: Text, width: int) -> Text:
    """The text in lines of at most `width` columns, where its words are not longer."""
    lines: list[Text] = []
    for line in text.split("\n", allow_blank=True):
        breaks, begun, long = [], 0, 0
        for word in re.finditer(r"\s*\S+", line.plain):
            bare = word.start() + len(word[0]) - len(word[0].lstrip())
            if long and long + cell_len(word[0]) > width:
                breaks.append(bare)
                begun = bare
            long = cell_len(line.plain[begun : word.end()])
        for part in line.divide(breaks):
            part.rstrip()
            lines.append(part)
    return Text("\n").join(lines)


out = Speaker()
err = Speaker(stderr=True)

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
