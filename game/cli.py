"""`bemot`: the command line, put together from the parts in `game.commands`.

What is heavy (pygame, aiohttp, pydantic, the YAML reader) is imported inside the command that needs it, so
that `--help` and a refusal come at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.commands import (
    again,
    deck,
    keeping,
    month,
    privacy,
    rehearsal,
    report,
    room,
    runsheet,
    serve,
    toolbox,
    tools,
    trend,
    windows,
)
from game.commands.frames import App
from game.commands.ownserver import rehearsal_server
from game.commands.rehearsalplay import album_in, draw, rehearsed
from game.commands.rehearsaltalk import tell
from game.commands.terminal import out
from game.commands.windows import need_display, open_start
from game.doctor import has_display, installed
from game.words import say

app = App(
    name="bemot",
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say(
        "Bemöt: ett samtalskortspel om bemötande. Utan kommando öppnas startfönstret.",
        "Bemöt: a discussion card game about how we meet each other. Without a command: the start window.",
    ),
    epilog=say(
        "Exempel:  bemot  ·  bemot join FKT-482  ·  bemot serve --port 8765",
        "Examples:  bemot  ·  bemot join FKT-482  ·  bemot serve --port 8765",
    ),
)
for part in (windows, serve, rehearsal, runsheet, report, trend, month, keeping, toolbox, privacy, tools):
    app.add_typer(part.app)
app.add_typer(deck.app, name="deck")
room.app.add_typer(again.app)
app.add_typer(room.app, name="room")


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help=say("Visa versionen.", "Show the version."))
    ] = False,
) -> None:
    """The start window."""
    if version:
        typer.echo(f"bemot {installed('bemot')}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        need_display()
        open_start()


@app.command(hidden=True)
def play(shots: Annotated[Path, typer.Option()] = Path("build/pictures")) -> None:
    """`make play`: the start window; without a display, one rehearsed session with pictures."""
    if has_display():
        open_start()
        return
    out.print(
        say(
            "Ingen bildskärm hittades. Robotar spelar en hel session mot den riktiga servern i stället …",
            "No display was found. Bots play a whole session against the real server instead …",
        )
    )
    from game.rehearse import Options

    album = album_in(shots)
    tell(rehearsed(Options(tables=1, seats=5, preset="APT 30"), rehearsal_server, album))
    draw(album)
    out.print(
        say(
            "Den här datorn kan vara server för andra: .venv/bin/bemot serve",
            "This machine can be a server for others: .venv/bin/bemot serve",
        )
    )


def main() -> None:
    """The console script."""
    try:
        app()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
