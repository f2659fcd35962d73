"""`bemot serve`: the server, in this process, until it is stopped."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from game.commands.frames import App
from game.commands.shelftalk import tell_shelf
from game.commands.terminal import Decks, fail, out
from game.doctor import addresses
from game.process import when_orphaned
from game.words import pick, say

app = App()


@app.command(
    help=say("Kör servern utan fönster.", "Run the server without a window."),
    epilog=say(
        "Exempel:  bemot serve --port 8765 --database ./bemot.sqlite",
        "Example:  bemot serve --port 8765 --database ./bemot.sqlite",
    ),
)
def serve(
    host: Annotated[
        str | None, typer.Option(help=say("Adress att lyssna på.", "Address to listen on."))
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=65535,
            help=say("Port att lyssna på; 0 tar en ledig.", "Port to listen on; 0 takes a free one."),
        ),
    ] = None,
    database: Annotated[
        Path | None, typer.Option(help=say("Databasens fil.", "The database's file."))
    ] = None,
    decks: Decks = None,
    public_url: Annotated[
        str | None,
        typer.Option(
            "--url", help=say("Adressen som deltagarna ska få se.", "The address that participants are told.")
        ),
    ] = None,
    hidden: Annotated[
        bool,
        typer.Option(
            "--hidden",
            help=say(
                "Låt inte andra i nätet hitta servern av sig själva.",
                "Do not let others in the network find the server by themselves.",
            ),
        ),
    ] = False,
    announce: Annotated[bool, typer.Option("--announce", hidden=True)] = False,
) -> None:
    """Until it is stopped with Ctrl+C."""
    import asyncio

    from server.app import Running, run
    from server.config import Settings
    from server.errors import ServerError

    given = {
        "host": host,
        "port": port,
        "database": database,
        "decks": tuple(decks) if decks else None,
        "public_url": public_url,
        "hidden": hidden or None,
    }

    def ready(running: Running) -> None:
        if announce:
            loop = asyncio.get_running_loop()

            def stop() -> None:
                with suppress(RuntimeError):  # the loop has been closed: the server ends already
                    loop.call_soon_threadsafe(running.stop)

            when_orphaned(stop)
            sys.stdout.write(json.dumps({"url": running.url, "port": running.port}) + "\n")
            sys.stdout.flush()
            return
        for address in addresses() or ["127.0.0.1"]:
            out.print(
                say(
                    f"Bemöt lyssnar på http://{address}:{running.port}",
                    f"Bemöt listens on http://{address}:{running.port}",
                ),
                highlight=False,
            )
        out.print(
            say(
                "Avsluta med Ctrl+C. Allt som är sparat finns kvar.",
                "Stop with Ctrl+C. All that was saved remains.",
            )
        )

    try:
        settings = Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
        run(settings, ready=ready, read=(lambda shelf: None) if announce else tell_shelf)
    except ServerError as error:
        if announce:
            sys.stdout.write(json.dumps({"error": {"code": error.code, "message": error.message}}) + "\n")
            raise typer.Exit(2) from error
        fail(pick(error.message), 2)
