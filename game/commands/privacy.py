"""`bemot privacy`: what a server on this machine keeps, as its page `/privacy` tells it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from game.commands.frames import App
from game.commands.terminal import fail, out
from game.words import pick, say, tongue

app = App()


class Spoken(StrEnum):
    """The languages that the page is written in."""

    sv = "sv"
    en = "en"


@app.command(
    help=say(
        "Vad sparas? Allt som en server på den här datorn sparar, varför och hur länge.",
        "What is stored? All that a server on this machine keeps, why and for how long.",
    ),
    epilog=say("Exempel:  bemot privacy --language en", "Example:  bemot privacy --language sv"),
)
def privacy(
    language: Annotated[
        Spoken | None,
        typer.Option(
            help=say("Språket; annars terminalens.", "The language; otherwise the terminal's."),
        ),
    ] = None,
) -> None:
    """The settings are those of the environment (BEMOT_…), as for `bemot serve`."""
    from server.chosen import chosen
    from server.errors import ServerError
    from server.privacy import heading, told

    spoken = language.value if language else tongue()
    try:
        settings = chosen({})
    except ServerError as error:
        fail(pick(error.message), 2)
    out.print(f"[bold]{escape(heading(spoken))}[/]", highlight=False)
    for section in told(settings, spoken):
        out.print(f"\n[bold]{escape(section.title)}[/]", highlight=False)
        for line in section.lines:
            out.print(f"- {line}", highlight=False, markup=False)
        for stored in section.tables:
            out.print(f"\n[bold]{escape(stored.title)}[/]", highlight=False)
            for line in stored.lines:
                out.print(line, highlight=False, markup=False)
            rows = Table(box=None, show_header=False, pad_edge=False)
            for name, purpose in stored.columns:
                rows.add_row(f"  {escape(name)}", escape(purpose))
            out.print(rows, highlight=False)
