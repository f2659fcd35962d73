"""`bemot deck print`: decks on paper, so that a table can go on without a machine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.progress import BarColumn, Progress, TextColumn

from game.commands.force import Force, spare
from game.commands.frames import App
from game.commands.sheettalk import report, tell
from game.commands.swapped import not_sheets
from game.commands.terminal import err, fail, out
from game.words import say, tongue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.cards.load import Reading
    from game.printing.job import Part, Printout, Wish
    from game.printing.press import Press

app = App()


@app.command(
    name="print",
    help=say(
        "Skriv ut på papper: kort, röstkort, time-out, regelblad, lappar och spelledarens häfte, som en PDF.",
        "Print on paper: cards, vote cards, time-outs, rules, slips and the facilitator's booklet, as a PDF.",
    ),
    epilog=say(
        "Exempel:  bemot deck print decks/motet decks/lofte -o bordet.pdf"
        "  ·  bemot deck print decks/motet -o kort.pdf --only cards,votes",
        "Examples:  bemot deck print decks/motet decks/lofte -o table.pdf"
        "  ·  bemot deck print decks/motet -o cards.pdf --only cards,votes",
    ),
)
def print_deck(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help=say(
                "Kortlekens mapp eller zip, en eller flera. Exempel: decks/motet",
                "A deck's folder or zip, one or more. Example: decks/motet",
            )
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=say("PDF-filen.", "The PDF file."))
    ] = None,
    png: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Skriv sidorna som bilder i den här mappen.", "Write the pages as pictures in this folder."
            )
        ),
    ] = None,
    only: Annotated[
        str,
        typer.Option(
            help=say(
                "Bara de här delarna, med komma mellan: rules, cards, votes, timeouts, slips, booklet.",
                "Only these parts, with commas between: rules, cards, votes, timeouts, slips, booklet.",
            )
        ),
    ] = "",
    language: Annotated[
        str,
        typer.Option(
            help=say(
                "Ett av lekens språk, som sv; annars ditt, om leken har det.",
                "One of the deck's languages, such as en; else yours, if the deck has it.",
            ),
            show_default=False,
        ),
    ] = "",
    size: Annotated[
        Literal["auto", "2x2", "3x3"],
        typer.Option(
            help=say(
                "Kort per ark: 2x2, 3x3 eller auto, som väljer det minsta som går att läsa bekvämt.",
                "Cards a sheet: 2x2, 3x3 or auto, which chooses the smallest that is comfortable to read.",
            )
        ),
    ] = "auto",
    flip: Annotated[
        Literal["long", "short"],
        typer.Option(
            help=say(
                "Hur skrivaren vänder arket: long, längs långsidan, eller short, längs kortsidan.",
                "How the printer turns the sheet: on its long or its short edge.",
            )
        ),
    ] = "long",
    preset: Annotated[
        str, typer.Option(help=say("Programmet i häftet.", "The programme in the booklet."))
    ] = "APT 60",
    seats: Annotated[
        int,
        typer.Option(min=2, max=8, help=say("Uppsättningar röstkort.", "Sets of vote cards.")),
    ] = 8,
    drafts: Annotated[
        bool,
        typer.Option(
            "--drafts",
            help=say("Ta med utkast och pensionerade kort.", "Include drafts and retired cards."),
        ),
    ] = False,
    force: Force = False,
) -> None:
    """0 when all of it was printed, 1 when a deck is broken or a card fits on no card, 2 for a wrong wish."""
    from game.printing.errors import Misuse, PrintingError
    from game.printing.job import Wish
    from game.printing.press import Press
    from game.printing.save import can_hold, can_save, save, save_pictures

    if output is None and png is None:
        fail(
            say(
                "Säg vart: -o FIL.pdf, --png MAPP eller båda.",
                "Say where to: -o FILE.pdf, --png DIR or both.",
            ),
            2,
        )
    not_sheets(*paths)
    try:
        wish = Wish(language, _parts(only), size, flip, preset, seats, drafts, tongue())
        if output:
            can_save(output)
            spare(output, force)
        can_hold(png, force) if png else None
        press = Press()
        with Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            console=err,
            transient=True,
            disable=not err.is_terminal,
        ) as bar:
            printout = _prepared(press, paths, wish, bar)
            task = bar.add_task(say("Sätter ihop sidorna", "Putting the pages together"), total=None)
            pages = 0
            if output:
                pdf = printout.pdf(press)
                pages = press.pages(pdf)
                save(pdf, output)
            if png:
                bar.update(task, description=say("Ritar bilderna", "Drawing the pictures"))
                pictures = printout.pictures(press)
                pages = len(pictures)
                save_pictures(pictures, png, force)
    except PrintingError as error:
        fail(error.words.in_language(tongue()), 2 if isinstance(error, Misuse) else 1)
    report(printout.findings)
    _tell_language(printout)
    where = " + ".join(str(path) for path in (output, png) if path)
    cards, sheets = printout.cards, (pages + 1) // 2
    out.print(
        say(
            f"Utskrivet: {cards} kort, {pages} sidor, {sheets} ark dubbelsidigt, till {where}.",
            f"Printed: {cards} cards, {pages} pages, {sheets} sheets two-sided, to {where}.",
        ),
        style="bold",
        highlight=False,
        markup=False,
        soft_wrap=True,
    )
    raise typer.Exit(1 if printout.findings else 0)


def _parts(only: str) -> tuple[Part, ...]:
    from game.cards.findings import closest
    from game.printing.errors import Misuse
    from game.printing.job import PARTS

    asked = [name.strip().lower() for name in only.split(",") if name.strip()]
    for name in asked:
        if name not in PARTS:
            guess, known = closest(name, PARTS), ", ".join(PARTS)
            raise Misuse(
                f"Delen ”{name}” finns inte; välj bland {known}."
                + (f" Menade du ”{guess}”?" if guess else ""),
                f"There is no part “{name}”; choose among {known}."
                + (f" Did you mean “{guess}”?" if guess else ""),
            )
    return tuple(part for part in PARTS if part in asked or not asked)


def _prepared(press: Press, paths: Sequence[Path], wish: Wish, bar: Progress) -> Printout:
    """The decks read, refused when one of them is broken, and measured."""
    from game.cards.check import check_reading
    from game.cards.load import read_deck
    from game.printing.job import language_for, prepare

    task = bar.add_task(say("Läser kortlekarna", "Reading the decks"), total=None)
    readings = [read_deck(path) for path in paths]
    bar.remove_task(task)
    broken = [item for one in readings for item in check_reading(one) if item.is_error]
    if broken:
        bar.stop()
        errors, _ = report(broken)
        fail(
            say(
                f"Inget skrevs ut: rätta först felen ({errors}).",
                f"Nothing was printed: mend the errors first ({errors}).",
            )
        )
    _tell_drafts(readings, wish.drafts)
    language = wish.language or language_for(readings, tongue())
    return prepare(press, readings, replace(wish, language=language), _counting(bar))


def _tell_drafts(readings: Sequence[Reading], wanted: bool) -> None:
    """Which cards are not printed because they are drafts."""
    whole = [item.card.id for one in readings for item in one.cards if item.card.status == "draft"]
    begun = [Path(source.file).stem for one in readings for source in one.drafts]
    if whole and not wanted:
        names = ", ".join(whole)
        tell(
            f"Utkast som inte skrivs ut utan --drafts: {names}.",
            f"Drafts not printed without --drafts: {names}.",
        )
    if begun:
        names = ", ".join(begun)
        tell(
            f"Ofärdiga utkast, som inte kan skrivas ut: {names}.",
            f"Unfinished drafts, which cannot be printed: {names}.",
        )


def _counting(bar: Progress) -> Callable[[int, int], None]:
    task = bar.add_task(say("Trycker", "Printing"), total=None)

    def progress(done: int, of: int) -> None:
        words = say(f"Trycker kort {done} av {of}", f"Printing card {done} of {of}")
        bar.update(task, completed=done, total=of, description=words)
        if done == of:
            bar.remove_task(task)

    return progress


def _tell_language(printout: Printout) -> None:
    """One line when the rules and the headings are in another language than the cards."""
    if printout.language not in ("sv", "en"):
        out.print(
            say(
                f"Korten är på språket {printout.language}; regler och rubriker är på svenska.",
                f"The cards are in the language {printout.language}; rules and headings are in English.",
            ),
            highlight=False,
            markup=False,
            soft_wrap=True,
        )
