"""`bemot deck …`: what designers do with decks at the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from game.commands import merge, paper, preview, review, share, sheets, stats, translate
from game.commands.frames import App
from game.commands.sheettalk import report, unwritable
from game.commands.swapped import not_sheets
from game.commands.terminal import err, out
from game.words import say

if TYPE_CHECKING:
    from game.cards.findings import Finding

app = App(
    no_args_is_help=True,
    help=say(
        "Kortlekar: gör, kontrollera, visa, skriv ut, översätt och dela dem.",
        "Decks: make, check, show, print, translate and share them.",
    ),
)
app.add_typer(share.app)
app.add_typer(stats.app)
app.add_typer(review.app)
app.add_typer(preview.app)
app.add_typer(sheets.app)
app.add_typer(translate.app)
app.add_typer(merge.app)
app.add_typer(paper.app)

Paths = Annotated[
    list[Path],
    typer.Argument(
        help=say(
            "Kortlekens mapp eller zip, en eller flera. Exempel: decks/motet",
            "A deck's folder or zip, one or more. Example: decks/motet",
        )
    ),
]


@app.command(
    help=say(
        "Kontrollera kortlekar: form, språk, längder, balans och att varje kort får plats på skärmen.",
        "Check decks: form, languages, lengths, balance, and that every card fits on the screen.",
    ),
    epilog=say("Exempel:  bemot deck check decks/motet", "Example:  bemot deck check decks/motet"),
)
def check(
    paths: Paths,
    as_json: Annotated[
        bool, typer.Option("--json", help=say("Fynden som JSON.", "The findings as JSON."))
    ] = False,
    fit: Annotated[
        bool,
        typer.Option(
            help=say("Rita varje kort och se om det får plats.", "Draw every card and see whether it fits.")
        ),
    ] = True,
) -> None:
    """Errors end with 1, warnings alone with 0."""
    from pydantic import TypeAdapter

    from game.cards.check import check_deck
    from game.cards.findings import Finding

    not_sheets(*paths)
    renderer = None
    if fit:
        from game.client.fit import Renderer

        renderer = Renderer()
    findings: list[Finding] = []
    with _bar(as_json) as bar:
        task = bar.add_task(say("Kontrollerar", "Checking"), total=None)
        for path in paths:
            findings += check_deck(path, fit=renderer, progress=_counting(bar, task, path.name, fit))
    if as_json:
        typer.echo(TypeAdapter(list[Finding]).dump_json(findings, indent=2).decode())
    else:
        _tell(findings, paths)
    raise typer.Exit(1 if any(finding.is_error for finding in findings) else 0)


def _bar(quiet: bool) -> Progress:
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        console=err,
        transient=True,
        disable=quiet,
    )


def _counting(bar: Progress, task: TaskID, deck: str, drawing: bool) -> Callable[[int, int], None]:
    """Tells of one deck how many of its cards have been drawn, or read."""

    def progress(done: int, of: int) -> None:
        reads = say(f"{deck}: läser kort {done} av {of}", f"{deck}: reading card {done} of {of}")
        draws = say(f"{deck}: ritar kort {done} av {of}", f"{deck}: drawing card {done} of {of}")
        bar.update(task, completed=done, total=of, description=draws if drawing else reads)

    return progress


def _tell(findings: list[Finding], paths: list[Path]) -> None:
    """As many errors and pieces of advice are counted as there are lines of them."""
    errors, warnings = report(findings)
    out.print(
        say(
            f"Kontrollerade kortlekar: {len(paths)}. Fel: {errors}. Råd: {warnings}.",
            f"Decks checked: {len(paths)}. Errors: {errors}. Advice: {warnings}.",
        ),
        style="bold",
        highlight=False,
    )


@app.command(
    help=say(
        "Stämpla översättningarna som aktuella: gör det när du har läst dem mot källtexten.",
        "Stamp the translations as current: do it when you have read them against the source text.",
    ),
    epilog=say("Exempel:  bemot deck stamp decks/motet", "Example:  bemot deck stamp decks/motet"),
)
def stamp(paths: Paths) -> None:
    """Write each translation's hash of the source text it was made from."""
    from game.cards.stamp import stamp as stamp_deck

    not_sheets(*paths)
    failed = False
    for path in paths:
        try:
            written, findings = stamp_deck(path)
        except OSError as error:
            unwritable(path, error)
        failed |= any(finding.is_error for finding in findings)
        _tell(list(findings), [path]) if findings else None
        out.print(
            say(f"{path}: {len(written)} kort stämplade.", f"{path}: {len(written)} cards stamped."),
            highlight=False,
        )
    raise typer.Exit(1 if failed else 0)


@app.command(
    help=say("Skriv ut kortens JSON Schema, för editorer.", "Print the cards' JSON Schema, for editors."),
    epilog=say(
        "Exempel:  bemot deck schema > kort.schema.json", "Example:  bemot deck schema > card.schema.json"
    ),
)
def schema() -> None:
    """Deck and card."""
    from game.cards.schema import schema as deck_schema

    typer.echo(json.dumps(deck_schema(), indent=2, ensure_ascii=False))
