"""`bemot serve`: the server, in this process, until it is stopped."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from game.commands.frames import App
from game.commands.shelftalk import tell_shelf
from game.commands.terminal import Decks, fail, out
from game.networks import addresses
from game.process import when_orphaned
from game.words import pick, say

app = App()


class LogFormat(StrEnum):
    """How the server's log lines look."""

    text = "text"
    json = "json"


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
    tls_cert: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Certifikat i PEM, hela kedjan; servern talar då bara HTTPS.",
                "Certificate in PEM, the whole chain; the server then speaks HTTPS only.",
            )
        ),
    ] = None,
    tls_key: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Certifikatets nyckel i PEM, utan lösenord.",
                "The certificate's key in PEM, without a password.",
            )
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
    log_format: Annotated[
        LogFormat | None,
        typer.Option(
            "--log-format",
            help=say(
                "Loggrader för människor (text) eller för maskiner (json).",
                "Log lines for people (text) or for machines (json).",
            ),
        ),
    ] = None,
    announce: Annotated[bool, typer.Option("--announce", hidden=True)] = False,
) -> None:
    """Until it is stopped with Ctrl+C."""
    import asyncio

    from server.app import Running, run
    from server.chosen import chosen
    from server.errors import ServerError

    given = {
        "host": host,
        "port": port,
        "database": database,
        "decks": tuple(decks) if decks else None,
        "public_url": public_url,
        "tls_cert": tls_cert,
        "tls_key": tls_key,
        "hidden": hidden or None,
        "log_format": log_format.value if log_format else None,
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
                    f"Bemöt lyssnar på {settings.scheme}://{address}:{running.port}",
                    f"Bemöt listens on {settings.scheme}://{address}:{running.port}",
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
        settings = chosen({name: value for name, value in given.items() if value is not None})
        run(settings, ready=ready, read=(lambda shelf: None) if announce else tell_shelf)
    except ServerError as error:
        if announce:
            sys.stdout.write(json.dumps({"error": {"code": error.code, "message": error.message}}) + "\n")
            raise typer.Exit(2) from error
        fail(pick(error.message), 2)
