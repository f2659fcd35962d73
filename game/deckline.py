"""`bemot deck …`: what designers do with decks at the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from game.words import say, tongue

app = typer.Typer(
    no_args_is_help=True, help=say("Kortlekar: kontrollera och stämpla.", "Decks: check and stamp them.")
)
out = Console()
err = Console(stderr=True)

Paths = Annotated[
    list[Path],
    typer.Argument(
        help=say(
            "Kortlekens mapp, en eller flera. Exempel: decks/motet",
            "A deck's folder, one or more. Example: decks/motet",
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
    from game.cards.check import check_deck
    from game.cards.findings import Finding

    renderer = None
    if fit:
        from game.client.fit import Renderer

        renderer = Renderer()
    findings: list[Finding] = []
    with _bar(as_json) as bar:
        task = bar.add_task(say("Kontrollerar", "Checking"), total=None)
        for path in paths:
            findings += check_deck(
                path, fit=renderer, progress=lambda done, of: bar.update(task, completed=done, total=of)
            )
    if as_json:
        typer.echo(TypeAdapter(list[Finding]).dump_json(findings, indent=2).decode())
    else:
        _tell(findings, paths)
    raise typer.Exit(1 if any(finding.is_error for finding in findings) else 0)


def _bar(quiet: bool) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=err,
        transient=True,
        disable=quiet,
    )


def _tell(findings: list, paths: list[Path]) -> None:  # type: ignore[type-arg]
    for finding in findings:
        colour = "red" if finding.is_error else "yellow"
        out.print(f"[{colour}]{escape(finding.sentence(tongue()))}[/]", highlight=False, soft_wrap=True)
    errors = sum(finding.is_error for finding in findings)
    warnings = len(findings) - errors
    out.print(
        say(
            f"Kontrollerade kortlekar: {len(paths)}. Fel: {errors}. Varningar: {warnings}.",
            f"Decks checked: {len(paths)}. Errors: {errors}. Warnings: {warnings}.",
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

    for path in paths:
        written, findings = stamp_deck(path)
        _tell(list(findings), [path]) if findings else None
        out.print(
            say(f"{path}: {len(written)} kort stämplade.", f"{path}: {len(written)} cards stamped."),
            highlight=False,
        )


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
