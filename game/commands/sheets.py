"""`bemot deck export` and `template`: decks out to Excel and CSV."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.commands.force import Force
from game.commands.frames import App
from game.commands.sheettalk import ending, report, save, tell, unfinished
from game.commands.swapped import out_in_order
from game.commands.terminal import fail, typed
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.load import Reading

app = App()

DeckPath = Annotated[
    Path,
    typer.Argument(
        metavar="DECK",
        help=say("Kortlekens mapp. Exempel: decks/motet", "The deck's folder. Example: decks/motet"),
    ),
]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain",
        help=say(
            "CSV med komma och utan märke i början, för andra program än Excel.",
            "CSV with commas and without a mark at its beginning, for others than Excel.",
        ),
    ),
]


@app.command(
    help=say(
        "Skriv kortleken som kalkylblad, för Excel (.xlsx) eller som CSV.",
        "Write the deck as a spreadsheet, for Excel (.xlsx) or as CSV.",
    ),
    epilog=say(
        "Exempel:  bemot deck export decks/motet motet.xlsx",
        "Example:  bemot deck export decks/motet motet.xlsx",
    ),
)
def export(
    deck: DeckPath,
    file: Annotated[
        Path | None,
        typer.Argument(help=say("Filen att skriva: .xlsx eller .csv.", "The file to write: .xlsx or .csv.")),
    ] = None,
    xlsx: Annotated[Path | None, typer.Option(help=say("Skriv en Excelfil.", "Write an Excel file."))] = None,
    comma: Annotated[
        Path | None, typer.Option("--csv", help=say("Skriv en CSV-fil.", "Write a CSV file."))
    ] = None,
    plain: Plain = False,
    force: Force = False,
) -> None:
    """Nothing of the deck is left out, so that `import` gives the same deck back."""
    from game.cards.tables.book import deck_book
    from game.cards.tables.deckrows import rows
    from game.cards.tables.writing import csv_of

    out_in_order(deck, file)
    wanted = [(path, ending(path)) for path in (file,) if path is not None]
    wanted += [(path, ".xlsx") for path in (xlsx,) if path is not None]
    wanted += [(path, ".csv") for path in (comma,) if path is not None]
    if not wanted:
        fail(
            say("Säg vilken fil: motet.xlsx eller motet.csv.", "Say which file: motet.xlsx or motet.csv."),
            code=2,
        )
    whole = _readable(deck)
    cover, cards = whole.cover, rows(whole)
    assert cover is not None
    begun = len(cards) - len(whole.cards)
    drafts = unfinished(begun)
    spoken = ", ".join(cover.languages)
    for path, kind in wanted:
        data = deck_book(cover, cards, tongue()) if kind == ".xlsx" else csv_of(cover, cards, tongue(), plain)
        save(path, data, force)
        tell(
            f"{path}: {len(cards)} kort på {spoken}{drafts}. "
            f"Tillbaka: bemot deck import {typed(path)} {typed(deck)}",
            f"{path}: {len(cards)} cards in {spoken}{drafts}. "
            f"Back: bemot deck import {typed(path)} {typed(deck)}",
        )


@app.command(
    help=say(
        "Skriv en tom Excelfil att göra en ny kortlek i, med val, förklaringar och ett exempel.",
        "Write an empty Excel file to make a new deck in, with choices, explanations and an example.",
    ),
    epilog=say(
        "Exempel:  bemot deck template min-lek.xlsx --language sv",
        "Example:  bemot deck template my-deck.xlsx --language en",
    ),
)
def template(
    file: Annotated[Path, typer.Argument(help=say("Filen att skriva: .xlsx.", "The file to write: .xlsx."))],
    languages: Annotated[
        list[str] | None,
        typer.Option(
            "--language",
            help=say(
                "Språk som korten skrivs på, ett eller flera; det första är källspråket. Annars sv och en.",
                "A language of the cards, once or more; the first is the source. Otherwise sv and en.",
            ),
        ),
    ] = None,
    force: Force = False,
) -> None:
    """The example is the card that `bemot deck new` begins with; it is never read as one of the deck's."""
    from game.cards.tables.template import template

    if file.suffix.lower() != ".xlsx":
        name = typed(file.with_suffix(".xlsx")) if file.name else "kort.xlsx"
        fail(
            say(
                f"Mallen är en Excelfil, så namnet ska sluta på .xlsx: bemot deck template {name}",
                f"The template is an Excel file, so its name must end in .xlsx: bemot deck template {name}",
            ),
            code=2,
        )
    chosen = tuple(dict.fromkeys(code for part in languages or ["sv", "en"] for code in part.split(",")))
    for language in chosen:
        is_code(language)
    slug, data = template(file.stem, chosen, tongue())
    save(file, data, force)
    tell(
        f"{file}: fyll i bladen Kort och Lek; bladet Exempel visar ett kort och läses inte. "
        f"Gör den till en lek: bemot deck import {typed(file)} decks/{slug}",
        f"{file}: fill in the sheets Cards and Deck; the sheet Example shows a card and is not read. "
        f"Make it a deck: bemot deck import {typed(file)} decks/{slug}",
    )


def is_code(language: str) -> None:
    """Refuses what cannot be a language's code."""
    if not re.fullmatch(r"[a-z]{2,3}", language):
        fail(
            say(
                f"”{language}” är ingen språkkod. Skriv två eller tre små bokstäver, till exempel fi.",
                f"“{language}” is not a language code. Write two or three small letters, for example fi.",
            ),
            code=2,
        )


def _readable(path: Path) -> Reading:
    """The deck, or the end with its findings. One of drafts alone may be written too."""
    from game.cards.load import read_deck
    from game.cards.tables.deckrows import left_out

    reading = read_deck(path)
    wrong = [item for item in reading.findings if item.is_error]
    only_drafts = bool(reading.drafts) and {item.code for item in wrong} == {"no-cards"}
    if reading.cover is None or (wrong and not only_drafts):
        report(reading.findings)
        fail(say("Leken har fel och skrevs inte ut.", "The deck has errors and was not written."))
    odd = [Path(file).stem for file in left_out(reading)]
    if odd:
        names = ", ".join(odd)
        tell(
            f"Utkast som har något som ingen kolumn är till för följer inte med, och ligger kvar: {names}",
            f"Drafts with something that no column is for do not come along, and stay in the deck: {names}",
        )
    return reading
