"""`bemot deck export`, `template` and `translate`: decks in Excel and CSV, and their translations."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.commands.frames import App
from game.commands.sheettalk import ending, only_folder, report, save, tell, written
from game.commands.terminal import fail, out, typed
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.format import Deck
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
Force = Annotated[
    bool,
    typer.Option("--force", help=say("Skriv över filen om den finns.", "Overwrite the file if it exists.")),
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
    from game.cards.tables.writing import csv_of

    wanted = [(path, ending(path)) for path in (file,) if path is not None]
    wanted += [(path, ".xlsx") for path in (xlsx,) if path is not None]
    wanted += [(path, ".csv") for path in (comma,) if path is not None]
    if not wanted:
        fail(
            say("Säg vilken fil: motet.xlsx eller motet.csv.", "Say which file: motet.xlsx or motet.csv."),
            code=2,
        )
    whole = _whole_deck(deck)
    for path, kind in wanted:
        data = deck_book(whole, tongue()) if kind == ".xlsx" else csv_of(whole, tongue(), plain)
        save(path, data, force)
        tell(
            f"{path}: {len(whole.cards)} kort på {', '.join(whole.languages)}. "
            f"Tillbaka: bemot deck import {typed(path)} {typed(deck)}",
            f"{path}: {len(whole.cards)} cards in {', '.join(whole.languages)}. "
            f"Back: bemot deck import {typed(path)} {typed(deck)}",
        )


@app.command(
    help=say(
        "Skriv en tom Excelfil att göra en ny kortlek i, med val, förklaringar och ett exempel.",
        "Write an empty Excel file to make a new deck in, with choices, explanations and an example.",
    ),
    epilog=say("Exempel:  bemot deck template min-lek.xlsx", "Example:  bemot deck template my-deck.xlsx"),
)
def template(
    file: Annotated[Path, typer.Argument(help=say("Filen att skriva: .xlsx.", "The file to write: .xlsx."))],
    force: Force = False,
) -> None:
    """The example is the one that `bemot deck new` begins with."""
    import tempfile
    from datetime import UTC, datetime

    from game.cards.load import read_deck
    from game.cards.starter import begin
    from game.cards.tables.book import template_book

    if ending(file) != ".xlsx":
        fail(
            say(
                "Mallen behöver Excel: döp filen till .xlsx.",
                "The template needs Excel: name the file .xlsx.",
            ),
            code=2,
        )
    with tempfile.TemporaryDirectory() as folder:
        begun = Path(folder) / say("min-lek", "my-deck")
        begin(begun, tongue(), datetime.now(UTC).date())
        example = read_deck(begun).deck
    assert example is not None
    save(file, template_book(example, tongue()), force)
    tell(
        f"{file}: fyll i bladen Kort och Lek. Bli en lek: "
        f"bemot deck import {typed(file)} decks/{example.slug}",
        f"{file}: fill in the sheets Cards and Deck. Make it a deck: "
        f"bemot deck import {typed(file)} decks/{example.slug}",
    )


@app.command(
    help=say(
        "Visa vad som saknas eller är inaktuellt på ett språk, skriv en arbetslista, eller ta tillbaka den.",
        "Show what is missing or outdated in a language, write a work list, or take it back.",
    ),
    epilog=say(
        "Exempel:  bemot deck translate decks/motet fi -o finska.xlsx  ·  … fi --take finska.xlsx",
        "Examples:  bemot deck translate decks/motet fi -o finnish.xlsx  ·  … fi --take finnish.xlsx",
    ),
)
def translate(
    deck: DeckPath,
    language: Annotated[
        str,
        typer.Argument(
            metavar="LANG",
            help=say("Språkkod. Exempel: en, fi, ar", "The language's code. Examples: en, fi, ar"),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help=say("Skriv arbetslistan: .xlsx eller .csv.", "Write the work list.")
        ),
    ] = None,
    take: Annotated[
        Path | None,
        typer.Option(
            "--take", "--from", help=say("Ta tillbaka en ifylld lista.", "Take a filled-in list back.")
        ),
    ] = None,
    plain: Plain = False,
    force: Force = False,
) -> None:
    """A language that the deck does not have is added when its list comes back whole."""
    from game.cards.load import read_deck

    if output and take:
        fail(say("Välj en av -o och --take.", "Choose one of -o and --take."), code=2)
    if not re.fullmatch(r"[a-z]{2,3}", language):
        fail(
            say(
                f"”{language}” är ingen språkkod. Skriv två eller tre små bokstäver, till exempel fi.",
                f"“{language}” is not a language code. Write two or three small letters, for example fi.",
            ),
            code=2,
        )
    reading = read_deck(deck)
    if reading.cover is None:
        report(reading.findings)
        raise typer.Exit(1)
    if language == reading.cover.source:
        fail(
            say(
                f"{language} är lekens källspråk; välj ett språk att översätta till.",
                f"{language} is the deck's source language; choose one to translate into.",
            ),
            code=2,
        )
    if take is not None:
        _take(deck, reading, take, language)
    else:
        _work(reading, language, output, plain, force)


def _work(reading: Reading, language: str, output: Path | None, plain: bool, force: bool) -> None:
    """Counts what is left, and writes the list of it."""
    from game.cards.load import COVER
    from game.cards.tables.worklist import jobs, work_book, work_csv

    assert reading.cover is not None
    every = jobs(reading, language)
    work = tuple(job for job in every if job.state != "current")
    missing, outdated = (sum(job.state == state for job in work) for state in ("missing", "outdated"))
    if output is None:
        for card in dict.fromkeys(job.card for job in work):
            states = [job.state for job in work if job.card == card]
            name = say("om leken", "about the deck") if card == COVER else card
            there = {
                say("saknas", "missing"): states.count("missing"),
                say("inaktuella", "outdated"): states.count("outdated"),
            }
            counts = ", ".join(f"{count} {word}" for word, count in there.items() if count)
            out.print(f"  {name}: {counts}", highlight=False, markup=False)
    unread = [item for item in reading.findings if item.is_error and item.file.rpartition("/")[2] != COVER]
    report(
        item for item in unread if item.code not in {"language-missing", "options-differ", "questions-differ"}
    )
    tell(
        f"{language}: {missing} texter saknas och {outdated} är inaktuella, av {len(every)}.",
        f"{language}: {missing} texts are missing and {outdated} are outdated, of {len(every)}.",
        bold=True,
    )
    if output is None:
        return
    origin = reading.cover.source
    if ending(output) == ".xlsx":
        data = work_book(work, origin, language, tongue())
    else:
        data = work_csv(work, origin, language, tongue(), plain)
    save(output, data, force)
    command = f"bemot deck translate {typed(reading.path)} {language} --take {typed(output)}"
    tell(f"{output}: en rad per text. Tillbaka: {command}", f"{output}: a row per text. Back: {command}")


def _take(deck: Path, reading: Reading, file: Path, language: str) -> None:
    from game.cards.tables.merge import write
    from game.cards.tables.reading import read_table
    from game.cards.tables.taking import take

    only_folder(deck)
    taken = take(reading, read_table(file), language)
    report(taken.outcome.findings)
    if taken.outcome.is_broken:
        fail(say("Inget skrevs.", "Nothing was written."))
    files = written(lambda: write(deck, taken.outcome))
    if not files:
        tell("Listan ändrade inget.", "The list changed nothing.")
        return
    cards, stamped = len(taken.written), len(taken.stamped)
    tell(
        f"{language}: {cards} kort skrevs, {stamped} av dem är nu stämplade som aktuella.",
        f"{language}: {cards} cards were written, {stamped} of them are now stamped as current.",
    )


def _whole_deck(path: Path) -> Deck:
    """The deck, or the end with its findings."""
    from game.cards.load import load_deck

    loaded = load_deck(path)
    if loaded.deck is None:
        report(loaded.findings)
        fail(say("Leken har fel och skrevs inte ut.", "The deck has errors and was not written."))
    drafts = [Path(item.file).stem for item in loaded.findings if item.code == "unfinished"]
    if drafts:
        names = ", ".join(drafts)
        tell(
            f"Ofärdiga utkast följer inte med, och ligger kvar i leken: {names}",
            f"Unfinished drafts do not come along, and stay in the deck: {names}",
        )
    return loaded.deck
