"""`bemot protocol` and `bemot doctor`: for who builds on the game, and for who sets up a machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from game.commands.frames import App
from game.commands.terminal import PORT, out
from game.doctor import examine
from game.words import say

app = App()


@app.command(
    help=say(
        "Skriv ut JSON Schema för allt som går över nätet.",
        "Print the JSON Schema of everything on the wire.",
    ),
    epilog=say("Exempel:  bemot protocol > protokoll.json", "Example:  bemot protocol > protocol.json"),
)
def protocol(
    markdown: Annotated[
        bool,
        typer.Option(
            "--markdown", help=say("Tabellerna i docs/PROTOCOL.md.", "The tables of docs/PROTOCOL.md.")
        ),
    ] = False,
) -> None:
    """docs/PROTOCOL.md tells it in prose."""
    from game.reference import reference
    from game.wire import schema

    if markdown:
        typer.echo(reference())
        return
    typer.echo(json.dumps(schema(), indent=2, ensure_ascii=False))


@app.command(
    help=say(
        "Undersök datorn: skärm, typsnitt, pygame, kortlekar, port, databas, nätverk.",
        "Examine this machine: display, typefaces, pygame, decks, port, database, network.",
    ),
    epilog=say("Exempel:  bemot doctor --port 8765", "Example:  bemot doctor --port 8765"),
)
def doctor(
    port: Annotated[
        int, typer.Option(min=1, max=65535, help=say("Port att undersöka.", "Port to examine."))
    ] = PORT,
    database: Annotated[
        Path | None, typer.Option(help=say("Databasens fil.", "The database's file."))
    ] = None,
) -> None:
    """Ends with 1 when something must be mended."""
    ill = False
    for symptom in examine(port, database or usual_database()):
        mark, colour = ("✓", "green") if symptom.well else ("!", "yellow") if symptom.hint else ("✗", "red")
        out.print(f"{mark} {symptom.name}", style=colour, highlight=False, markup=False)
        if symptom.advice and (not symptom.well or symptom.hint):
            out.print(f"  {symptom.advice}", highlight=False, markup=False)
        ill = ill or not (symptom.well or symptom.hint)
    raise typer.Exit(1 if ill else 0)


def usual_database() -> Path:
    """Where the server keeps its database; the home folder when a package is missing that would tell."""
    try:
        from server.config import default_database
    except ModuleNotFoundError:
        return Path.home() / "bemot.sqlite"
    return default_database()
