"""How the commands about decks speak of findings, and write: one file whole or not at all."""

from __future__ import annotations

import errno
import os.path
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rich.markup import escape

from game.commands.force import spare
from game.commands.terminal import fail, out
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.findings import Finding
    from game.cards.tables.grid import Table


def report(findings: Iterable[Finding], table: Table | None = None) -> tuple[int, int]:
    """The findings, a line each, with file and line or sheet and cell; a word first says how grave it is.
    How many lines told of errors, and how many of the rest.

    `table` is the spreadsheet that they are about, for the headings that its cells stand under.
    """
    from game.cards.tables.layout import seen_in
    from game.cards.tables.telling import lines

    seen = seen_in(table) if table is not None else lambda _: ""
    errors = advice = 0
    for finding, line in lines(findings, tongue(), seen):
        errors, advice = errors + finding.is_error, advice + (not finding.is_error)
        word = say("Fel:", "Error:") if finding.is_error else say("Råd:", "Advice:")
        colour = "red" if finding.is_error else "yellow"
        out.print(f"[bold {colour}]{word}[/] {escape(line)}", highlight=False, soft_wrap=True)
    return errors, advice


def tell(sv: str, en: str, bold: bool = False) -> None:
    """One line in the terminal's language."""
    out.print(say(sv, en), style="bold" if bold else None, highlight=False, markup=False, soft_wrap=True)


def unfinished(count: int) -> str:
    """How many of the cards just counted are drafts that lack something; empty when none does."""
    many = say(f", {count} av dem ofärdiga utkast", f", {count} of them unfinished drafts")
    one = say(", ett av dem ett ofärdigt utkast", ", one of them an unfinished draft")
    return many if count > 1 else one if count else ""


def finished(count: int) -> str:
    """How many of the cards just counted were drafts and are finished now; empty when none was."""
    many = say(f", {count} av dem utkast som nu är färdiga", f", {count} of them drafts now finished")
    one = say(", ett av dem ett utkast som nu är färdigt", ", one of them a draft now finished")
    return many if count > 1 else one if count else ""


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

    spare(path, force)
    written(lambda: place({path: data}))


def written(write: Callable[[], tuple[Path, ...]]) -> tuple[Path, ...]:
    """What `write` wrote; the end with a sentence when it could not."""
    try:
        return write()
    except OSError as error:
        file = Path(str(error.filename or ""))
        # A file is written beside its place first, under a name that nobody has given.
        where = f" {file.parent if file.name.startswith('.') else file}" if error.filename else ""
        fail(
            say(
                f"Det gick inte att skriva{where}: {why(error)}. Inget ändrades.",
                f"Could not write{where}: {why(error)}. Nothing was changed.",
            )
        )


def unwritable(path: Path, error: OSError) -> NoReturn:
    """Says why nothing can be written there, and ends."""
    fail(
        say(
            f"Det går inte att skriva {path}: {why(error)}.",
            f"Cannot write {path}: {why(error)}.",
        )
    )


def cannot_use(path: Path, error: OSError) -> str:
    """Why a file could not be used."""
    return say(
        f"Det går inte att läsa eller skriva {path}: {why(error)}.",
        f"Cannot read or write {path}: {why(error)}.",
    )


def unusable(path: Path, error: OSError) -> NoReturn:
    """Says so, and ends."""
    fail(cannot_use(path, error))


def why(error: OSError) -> str:
    """What stopped a file from being read or written, in the terminal's language."""
    words = {
        errno.EACCES: say(
            "du saknar rätt till det, eller så har ett annat program filen öppen",
            "you have no right to, or another program has it open",
        ),
        errno.ENOENT: say("mappen finns inte", "the folder does not exist"),
        errno.ENOTDIR: say("det som skulle vara en mapp är en fil", "what should be a folder is a file"),
        errno.EISDIR: say("det är en mapp", "it is a folder"),
        errno.ENOSPC: say("disken är full", "the disk is full"),
        errno.EROFS: say("disken går bara att läsa", "the disk can only be read"),
        errno.ENAMETOOLONG: say("namnet är för långt", "the name is too long"),
    }
    words[errno.EPERM] = words[errno.EACCES]
    words[errno.EEXIST] = words[errno.ENOTDIR]  # a folder was to be made where a file lies
    unknown = say(
        f"datorn säger ”{error.strerror or error}”", f"the computer says “{error.strerror or error}”"
    )
    return words.get(error.errno or 0, unknown)


def only_folder(deck: Path) -> None:
    """Refuses a packed deck, which cannot be written into."""
    if os.path.isfile(deck):  # noqa: PTH113 - Path.is_file may raise
        fail(
            say(
                f"{deck} är en fil. Packa upp leken först: bemot deck unpack {deck}",
                f"{deck} is a file. Unpack the deck first: bemot deck unpack {deck}",
            ),
            code=2,
        )
