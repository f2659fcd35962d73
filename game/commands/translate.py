"""`bemot deck translate`: what a language lacks, as a work list, and the list taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.commands.force import Force
from game.commands.frames import App
from game.commands.sheets import DeckPath, Plain, is_code
from game.commands.sheettalk import ending, only_folder, report, save, tell, written
from game.commands.swapped import is_deck, not_sheets
from game.commands.terminal import fail, out, typed
from game.words import say, tongue

if TYPE_CHECKING:
    from game.cards.load import Reading

app = App()


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
        typer.Option("--take", help=say("Ta tillbaka en ifylld lista.", "Take a filled-in list back.")),
    ] = None,
    older: Annotated[
        bool,
        typer.Option(
            "--also-older",
            help=say(
                "Med --take: skriv även över texter som har ändrats i leken sedan listan gjordes.",
                "With --take: write over texts too that were changed in the deck after the list was made.",
            ),
        ),
    ] = False,
    plain: Plain = False,
    force: Force = False,
) -> None:
    """A language that the deck does not have is added when all its texts are there; till then they wait."""
    from game.cards.load import read_deck

    if output and take:
        fail(say("Välj en av -o och --take.", "Choose one of -o and --take."), code=2)
    if is_deck(Path(language)):
        command = f"bemot deck translate {typed(language)} {typed(deck)}"
        fail(
            say(f"Leken först, språket sedan: {command}", f"The deck first, then the language: {command}"),
            code=2,
        )
    not_sheets(deck)
    is_code(language)
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
        _take(deck, reading, take, language, older)
    else:
        _work(reading, language, output, plain, force)


def _work(reading: Reading, language: str, output: Path | None, plain: bool, force: bool) -> None:
    """Counts what is left, and writes the list of it."""
    from game.cards.load import COVER
    from game.cards.tables.begun import begun
    from game.cards.tables.lists import work_book, work_csv
    from game.cards.tables.worklist import jobs

    assert reading.cover is not None
    origin = reading.cover.source
    every = jobs(reading, language, begun(reading.path, origin, language))
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
        f"{language}: {len(work)} av {len(every)} texter kvar: {missing} saknas, {outdated} är inaktuella.",
        f"{language}: {len(work)} of {len(every)} texts left: {missing} missing, {outdated} outdated.",
        bold=True,
    )
    if output is None:
        return
    if not work:
        tell(
            f"Inget kvar att översätta, så ingen lista skrevs till {output}.",
            f"Nothing is left to translate, so no list was written to {output}.",
        )
        return
    if ending(output) == ".xlsx":
        data = work_book(work, origin, language, tongue())
    else:
        data = work_csv(work, origin, language, tongue(), plain)
    save(output, data, force)
    command = f"bemot deck translate {typed(reading.path)} {language} --take {typed(output)}"
    tell(f"{output}: en rad per text. Tillbaka: {command}", f"{output}: a row per text. Back: {command}")


def _take(deck: Path, reading: Reading, file: Path, language: str, older: bool) -> None:
    from game.cards.tables.reading import read_table
    from game.cards.tables.taking import take, write_taken

    assert reading.cover is not None
    only_folder(deck)
    table, origin = read_table(file), reading.cover.source
    taken = take(reading, table, language, older)
    report(taken.outcome.findings, table)
    if taken.outcome.is_broken:
        fail(say("Inget skrevs.", "Nothing was written."))
    files = written(lambda: write_taken(deck, taken, origin, language))
    if not files:
        tell("Listan ändrade inget.", "The list changed nothing.")
    cards, stamped = len(taken.written), len(taken.stamped)
    if cards:
        tell(
            f"{language}: {cards} kort skrevs, {stamped} av dem är nu helt aktuella.",
            f"{language}: {cards} cards were written, {stamped} of them are now wholly current.",
        )
    if taken.left:
        # Beside the one that came back: rows that were left stand there alone.
        new = file.with_stem(f"{file.stem}-{say('ny', 'new')}")
        more = f"bemot deck translate {typed(deck)} {language} -o {typed(new)}"
        tell(
            f"{language}: {taken.left} av {taken.total} texter kvar. Ny lista med dem: {more}",
            f"{language}: {taken.left} of {taken.total} texts left. A new list of them: {more}",
            bold=True,
        )
    if taken.waiting:
        tell(
            f"{len(taken.waiting)} texter väntar i leken, i translations/{language}.csv. Lekens kort och "
            "andra språk är som förut.",
            f"{len(taken.waiting)} texts wait in the deck, in translations/{language}.csv. The deck's cards "
            "and other languages are as before.",
        )
    if taken.refused:
        fail(
            say(
                "Rader som inte togs in, för leken har ändrats sedan listan gjordes: "
                f"{taken.refused}. Där står lekens egen text kvar; allt annat i listan togs in.",
                "Rows that were not taken, because the deck has changed since the list was made: "
                f"{taken.refused}. There the deck's own text stands; all else in the list was taken.",
            )
        )
