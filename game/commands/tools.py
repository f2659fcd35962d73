"""`bemot protocol` and `bemot doctor`: for who builds on the game, and for who sets up a machine."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from game.commands.frames import App
from game.commands.terminal import PORT, Server, fail, out
from game.doctor import Symptom, examine
from game.words import pick, say

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
        "Undersök datorn: skärm, typsnitt, pygame, kortlekar, port, databas, nätverk. Med --server i stället "
        "en server: om den nås, version, WebSocket, certifikat, klocka och svarstid.",
        "Examine this machine: display, typefaces, pygame, decks, port, database, network. With --server a "
        "server instead: whether it is reached, its version, WebSocket, certificate, clock and round trip.",
    ),
    epilog=say(
        "Exempel:  bemot doctor  ·  bemot doctor --server https://bemot.example.se",
        "Examples:  bemot doctor  ·  bemot doctor --server https://bemot.example.se",
    ),
)
def doctor(
    port: Annotated[
        int, typer.Option(min=1, max=65535, help=say("Port att undersöka.", "Port to examine."))
    ] = PORT,
    database: Annotated[
        Path | None, typer.Option(help=say("Databasens fil.", "The database's file."))
    ] = None,
    server: Server = None,
) -> None:
    """Ends with 1 when something must be mended."""
    if server is not None:
        raise typer.Exit(1 if _afar(server) else 0)
    symptoms = [_told(symptom, symptom.hint) for symptom in examine(port, database or usual_database())]
    raise typer.Exit(0 if all(symptoms) else 1)


def _told(symptom: Symptom, advise: bool) -> bool:
    """Tells of it, with advice when it is not well or when asked to. Whether a session would do."""
    mark, colour = ("✓", "green") if symptom.well else ("!", "yellow") if symptom.hint else ("✗", "red")
    out.print(f"{mark} {symptom.name}", style=colour, highlight=False, markup=False)
    if symptom.advice and (advise or not symptom.well):
        out.print(f"  {symptom.advice}", highlight=False, markup=False)
    return symptom.well or symptom.hint


def _afar(given: str) -> bool:
    """Whether something is wrong with that server. Ends with 2 when what was given is no address."""
    import asyncio

    from game.client.address import parse
    from game.client.trouble import Trouble
    from game.reach import examine_server

    try:
        url = parse(given).url
    except Trouble as trouble:
        fail(pick(trouble.message), 2)

    async def examined() -> bool:
        return all([_told(symptom, False) async for symptom in examine_server(url)])

    return not asyncio.run(examined())


def usual_database() -> Path:
    """Where the server keeps its database: what the environment says, as the server reads it, or the default
    place; the home folder when a package is missing that would tell.
    """
    if chosen := os.environ.get("BEMOT_DATABASE"):
        return Path(chosen)
    try:
        from server.config import default_database
    except ModuleNotFoundError:
        return Path.home() / "bemot.sqlite"
    return default_database()
