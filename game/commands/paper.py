"""`bemot deck print`: decks on paper, so that a table can go on without a machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.progress import BarColumn, Progress, TextColumn

from game.commands.frames import App
from game.commands.terminal import err, fail, out
from game.words import say, tongue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.cards.findings import Finding
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
            help=say("Bara de här delarna, med komma mellan: ", "Only these parts, with commas between: ")
            + "rules,cards,votes,timeouts,slips,booklet."
        ),
    ] = "",
    language: Annotated[
        Literal["sv", "en"] | None,
        typer.Option(help=say("Språk: sv eller en.", "Language: sv or en.")),
    ] = None,
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
    try:
        wish = Wish(language or tongue(), _parts(only), size, flip, preset, seats, drafts)
        can_save(output) if output else None
        can_hold(png) if png else None
        press = Press()
        with Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            console=err,
            transient=True,
            disable=not err.is_terminal,
        ) as bar:
            printout = _prepared(press, paths, wish, bar)
            pages = bar.add_task(say("Sätter ihop sidorna", "Putting the pages together"), total=None)
            if output:
                save(printout.pdf(press), output)
            if png:
                bar.update(pages, description=say("Ritar bilderna", "Drawing the pictures"))
                save_pictures(printout.pictures(press), png)
    except PrintingError as error:
        fail(error.words.in_language(tongue()), 2 if isinstance(error, Misuse) else 1)
    _tell(printout.findings)
    where = " + ".join(str(path) for path in (output, png) if path)
    out.print(
        say(
            f"Utskrivet: {printout.cards} kort till {where}.", f"Printed: {printout.cards} cards to {where}."
        ),
        style="bold",
        highlight=False,
        markup=False,
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
    from game.cards.load import read_deck
    from game.printing.job import prepare

    task = bar.add_task(say("Läser kortlekarna", "Reading the decks"), total=None)
    readings = [read_deck(path) for path in paths]
    bar.remove_task(task)
    broken = [item for one in readings for item in one.findings if item.is_error]
    if broken:
        bar.stop()
        _tell(broken)
        fail(
            say(
                f"Inget skrevs ut: rätta först felen ({len(broken)}).",
                f"Nothing was printed: mend the errors first ({len(broken)}).",
            )
        )
    return prepare(press, readings, wish, _counting(bar))


def _counting(bar: Progress) -> Callable[[int, int], None]:
    task = bar.add_task(say("Trycker", "Printing"), total=None)

    def progress(done: int, of: int) -> None:
        words = say(f"Trycker kort {done} av {of}", f"Printing card {done} of {of}")
        bar.update(task, completed=done, total=of, description=words)
        if done == of:
            bar.remove_task(task)

    return progress


def _tell(findings: Sequence[Finding]) -> None:
    for finding in findings:
        colour = "red" if finding.is_error else "yellow"
        out.print(finding.sentence(tongue()), style=colour, highlight=False, markup=False, soft_wrap=True)
