"""A spreadsheet where a deck belongs, and the other way round: which command was meant."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import NoReturn

from game.commands.terminal import fail, typed
from game.words import say

SHEETS = frozenset({".xlsx", ".xltx", ".xlsm", ".xls", ".ods", ".csv", ".tsv"})


def is_sheet(path: Path) -> bool:
    """True for what is named as a spreadsheet and is no folder."""
    return path.suffix.lower() in SHEETS and not os.path.isdir(path)  # noqa: PTH112 - Path.is_dir may raise


def is_deck(path: Path) -> bool:
    """True for a folder, or a package."""
    return os.path.isdir(path) or path.suffix.lower() == ".zip"  # noqa: PTH112


def not_sheets(*paths: Path) -> None:
    """Ends with 2 when one of these, which should be decks, is a spreadsheet."""
    for path in filter(is_sheet, paths):
        command = f"bemot deck import {typed(path)} {typed(_deck_of(path))}"
        _fail(
            f"{path} är ett kalkylblad, ingen kortlek. Ta först in det i en lek: {command}",
            f"{path} is a spreadsheet, not a deck. Take it into a deck first: {command}",
        )


def in_order(file: Path, deck: Path) -> None:
    """Ends with 2 when the file of an import is a deck, or its deck a spreadsheet."""
    if is_deck(file) and is_sheet(deck):
        command = f"bemot deck import {typed(deck)} {typed(file)}"
        _fail(f"Filen först, leken sedan: {command}", f"The file first, then the deck: {command}")
    if is_deck(file):
        command = f"bemot deck export {typed(file)} {typed(file.resolve().stem + '.xlsx')}"
        _fail(
            f"{file} är en kortlek, inget kalkylblad. Gör ett av den: {command}",
            f"{file} is a deck, not a spreadsheet. Make one of it: {command}",
        )
    not_sheets(deck)


def out_in_order(deck: Path, file: Path | None) -> None:
    """Ends with 2 when the deck of an export is a spreadsheet."""
    if file is not None and is_sheet(deck) and is_deck(file):
        command = f"bemot deck export {typed(file)} {typed(deck)}"
        _fail(f"Leken först, filen sedan: {command}", f"The deck first, then the file: {command}")
    not_sheets(deck)


def _deck_of(path: Path) -> Path:
    """The folder that the template of this name speaks of."""
    from game.cards.near import slug_of

    return Path("decks") / (slug_of(path.stem) or say("min-lek", "my-deck"))


def _fail(sv: str, en: str) -> NoReturn:
    fail(say(sv, en), code=2)
