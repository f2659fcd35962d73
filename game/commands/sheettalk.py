"""How the commands about spreadsheets speak and write: findings by cell, one file whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

from game.commands.terminal import fail, out
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.findings import Finding


def report(findings: Iterable[Finding]) -> None:
    """The findings, each with its sheet and cell."""
    from game.cards.tables.telling import told

    for finding in findings:
        colour = "red" if finding.is_error else "yellow"
        out.print(f"[{colour}]{escape(told(finding, tongue()))}[/]", highlight=False, soft_wrap=True)


def tell(sv: str, en: str, bold: bool = False) -> None:
    """One line in the terminal's language."""
    out.print(say(sv, en), style="bold" if bold else None, highlight=False, markup=False, soft_wrap=True)


def ending(path: Path) -> str:
    """`.xlsx` or `.csv`; any other is wrong use."""
    ending = path.suffix.lower()
    if ending not in {".xlsx", ".csv"}:
        fail(
            say(
                f"{path}: filen ska sluta på .xlsx eller .csv.",
                f"{path}: the file's name must end in .xlsx or .csv.",
            ),
            code=2,
        )
    return ending


def save(path: Path, data: bytes, force: bool) -> None:
    """Writes the file, unless it is there already and may not be overwritten."""
    from game.cards.placing import place

    if path.exists() and not force:
        fail(
            say(
                f"{path} finns redan. Välj ett annat namn, eller lägg till --force för att skriva över den.",
                f"{path} is there already. Choose another name, or add --force to overwrite it.",
            ),
            code=2,
        )
    written(lambda: place({path: data}))


def written(write: Callable[[], tuple[Path, ...]]) -> tuple[Path, ...]:
    """What `write` wrote; the end with a sentence when it could not."""
    try:
        return write()
    except OSError as error:
        fail(
            say(
                f"Det gick inte att skriva: {error.strerror or error}. Inget ändrades.",
                f"It could not be written: {error.strerror or error}. Nothing was changed.",
            )
        )


def only_folder(deck: Path) -> None:
    """Refuses a packed deck, which cannot be written into."""
    if deck.is_file():
        fail(
            say(
                f"{deck} är en fil. Packa upp leken först: bemot deck unpack {deck}",
                f"{deck} is a file. Unpack the deck first: bemot deck unpack {deck}",
            ),
            code=2,
        )
