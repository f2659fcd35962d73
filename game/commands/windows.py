"""`bemot`, `bemot join`, `bemot screen`, `bemot host`: the commands that open a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from game.commands.frames import App
from game.commands.ownserver import OwnRehearsal, own_server
from game.commands.terminal import Server, fail
from game.doctor import has_display
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.client import session

app = App()

Where = Annotated[
    str,
    typer.Argument(
        help=say("Rummets kod, eller adressen med koden.", "The room's code, or the address with the code.")
    ),
]

Hall = Annotated[
    bool,
    typer.Option(
        "--hall",
        help=say(
            "Öppna salens storbild också, på den andra skärmen om det finns en.",
            "Open the hall's big screen too, on the second display if there is one.",
        ),
    ),
]


def need_display() -> None:
    """Windows need a screen; say what can be done without one."""
    if not has_display():
        fail(
            say(
                "Ingen bildskärm hittades, så inget fönster kan öppnas. Datorn kan vara server: bemot serve",
                "No display was found, so no window can open. This machine can be the server: bemot serve",
            )
        )


def options(server: str | None = None, full: bool = False, hall: bool = False) -> session.Options:
    """How windows run. Raises Exit when the server's address makes no sense."""
    from game.client import session
    from game.client.address import parse
    from game.client.settings import Settings
    from game.client.trouble import Trouble
    from game.commands.month import save_trend
    from game.commands.report import save_report
    from game.commands.runsheet import print_sheet
    from game.commands.tablesheet import save_table_sheet

    try:
        url = parse(server).url if server else None
    except Trouble as trouble:
        fail(pick(trouble.message), 2)
    return session.Options(
        settings=Settings(language=tongue()),
        server=url,
        full=full,
        print_sheet=print_sheet,
        save_report=save_report,
        save_table_sheet=save_table_sheet,
        save_trend=save_trend,
        start_rehearsal=OwnRehearsal,
        hall=hall,
    )


def open_start() -> None:
    """The start window: its picture at once, the rest of the program behind it."""
    from game.client.first import first_picture
    from game.client.settings import Chosen, Settings, user_folder

    chosen = Chosen(user_folder()).load("start", Settings(language=tongue()))
    shown = first_picture(chosen)
    from game.client import session

    session.run_start(options(), own_server, *shown)


@app.command(
    help=say("Gå med i ett rum.", "Join a room."),
    epilog=say(
        "Exempel:  bemot join FKT-482 --server 192.168.1.20  ·  bemot join http://192.168.1.20:8765/j/FKT-482",
        "Examples:  bemot join FKT-482 --server 192.168.1.20  ·  bemot join http://192.168.1.20:8765/j/FKT-482",
    ),
)
def join(
    where: Where,
    server: Server = None,
    seats: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=8,
            help=say(
                "Så många delar den här skärmen. Utan detta frågar fönstret.",
                "So many share this screen. Without it the window asks.",
            ),
        ),
    ] = None,
    table: Annotated[
        int | None, typer.Option(min=1, max=999, help=say("Bordets nummer.", "The table's number."))
    ] = None,
) -> None:
    """One's own screen, or a shared one."""
    need_display()
    from game.client import session

    kind: Literal["solo", "table"] | None = None if seats is None else "solo" if seats == 1 else "table"
    session.run_join(options(server), where, kind, seats or 1, table, own_server)


@app.command(
    help=say("Visa ett rum på stor skärm.", "Show a room on a big screen."),
    epilog=say("Exempel:  bemot screen FKT-482", "Example:  bemot screen FKT-482"),
)
def screen(
    where: Where,
    server: Server = None,
    table: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=999,
            help=say(
                "Ett bords egen väggskärm i stället för hela salens.",
                "One table's own wall screen instead of the hall's.",
            ),
        ),
    ] = None,
    full: Annotated[bool, typer.Option(help=say("Fyll skärmen.", "Fill the screen."))] = True,
) -> None:
    """The hall's projector, or a table's wall screen."""
    need_display()
    from game.client import session

    session.run_screen(options(server, full), where, table)


@app.command(
    help=say(
        "Led ett rum: öppna ett nytt, eller kom in i ett som pågår med spelledarnyckeln.",
        "Host a room: open a new one, or come into a running one with the host key.",
    ),
    epilog=say(
        "Exempel:  bemot host  ·  bemot host --hall  ·  bemot host FKT-482 --server 192.168.1.20",
        "Examples:  bemot host  ·  bemot host --hall  ·  bemot host FKT-482 --server 192.168.1.20",
    ),
)
def host(
    where: Annotated[
        str | None,
        typer.Argument(help=say("Rummets kod, om det redan finns.", "The room's code, if there is one.")),
    ] = None,
    server: Server = None,
    hall: Hall = False,
) -> None:
    """The key is asked for in the window, so that it never stands in a list of processes."""
    need_display()
    from game.client import session

    if where:
        session.run_join(options(server, hall=hall), where, "host")
    else:
        session.run_host(options(server, hall=hall), own_server)
