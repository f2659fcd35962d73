"""`bemot room`: what is kept of sessions in a server's database - to list, to take out, to erase."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from game.commands.asking import answered
from game.commands.force import Force, spare
from game.commands.frames import App
from game.commands.sheettalk import save, tell
from game.commands.terminal import fail, is_terminal, out
from game.commands.tools import usual_database
from game.words import pick, say, tongue

app = App(
    no_args_is_help=True,
    help=say(
        "Se, ta ut och radera det som är sparat om sessioner.",
        "See, take out and erase what is kept of sessions.",
    ),
)

Database = Annotated[
    Path | None,
    typer.Option(
        "--database",
        help=say(
            "Serverns databas; annars den som bemot serve använder.",
            "The server's database; otherwise the one that bemot serve uses.",
        ),
    ),
]
Code = Annotated[
    str, typer.Argument(help=say("Rummets kod, som FKT-482.", "The room's code, as in FKT-482."))
]


@app.command(
    "list",
    help=say(
        "Lista rummen i databasen. Den läses bara, också medan servern är i gång.",
        "List the rooms in the database. It is only read, also while the server runs.",
    ),
    epilog=say("Exempel:  bemot room list", "Example:  bemot room list"),
)
def list_rooms(
    database: Database = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("Som JSON.", "As JSON."))] = False,
) -> None:
    """Ends with 2 when there is no such database."""
    from server.errors import StoreError
    from server.store.archive import open_archive
    from server.store.export import listed

    try:
        with open_archive(database or usual_database()) as archive:
            rooms = listed(archive)
    except StoreError as error:
        fail(pick(error.message), 2)
    if as_json:
        told = [
            {
                "code": room.code,
                "opened": room.created,
                "closed": room.closed,
                "events": room.events,
                "pledges": room.pledges,
                "erased": not room.words,
            }
            for room in rooms
        ]
        typer.echo(json.dumps(told, indent=2))
        return
    if not rooms:
        tell("Inga rum är sparade.", "No rooms are kept.")
        return
    heads = say("Kod|Öppnat|Stängt|Händelser|Löften", "Code|Opened|Closed|Events|Pledges").split("|")
    table = Table(*heads, box=None, pad_edge=False)
    for room in rooms:
        events = str(room.events) if room.words else say("raderade", "erased")
        table.add_row(room.code, _day(room.created), _day(room.closed), events, str(room.pledges))
    out.print(table, highlight=False)


@app.command(
    help=say(
        "Skriv ut allt som är sparat om ett rum, med ett ord om varje fält. Databasen läses bara.",
        "Write out everything that is kept of a room, with a word on every field. The database is only read.",
    ),
    epilog=say(
        "Exempel:  bemot room export FKT-482 -o rum.json", "Example:  bemot room export FKT-482 -o room.json"
    ),
)
def export(
    code: Code,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help=say("Filen att skriva, .json.", "The file to write, .json.")),
    ],
    database: Database = None,
    force: Force = False,
) -> None:
    """Ends with 2 when there is no such room or database, or already a file."""
    from server.errors import StoreError
    from server.store.archive import open_archive
    from server.store.export import exported

    spare(output, force)
    try:
        with open_archive(database or usual_database()) as archive:
            told = exported(archive, code, 1 if tongue() == "en" else 0)
    except StoreError as error:
        fail(pick(error.message), 2)
    if told is None:
        fail(_unknown(code), 2)
    save(output, (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode(), force)
    tell(
        f"Skrev {output}. Filen kan innehålla fri text om människor: förvara och radera den därefter.",
        f"Wrote {output}. The file may hold free text about people: keep and erase it accordingly.",
    )


@app.command(
    help=say(
        "Radera ett rum och allt som är sparat om det. Är servern i gång stänger den rummet och raderar det.",
        "Erase a room and everything that is kept of it. A server that runs closes the room and erases it.",
    ),
    epilog=say("Exempel:  bemot room purge FKT-482", "Example:  bemot room purge FKT-482"),
)
def purge(
    code: Code,
    database: Database = None,
    yes: Annotated[bool, typer.Option("--yes", help=say("Fråga inte först.", "Do not ask first."))] = False,
) -> None:
    """Ends with 2 when there is no such room or database, or a server that cannot be asked; 0 at a no."""
    from server.errors import StoreError
    from server.store.archive import open_archive
    from server.store.export import listed

    path = database or usual_database()
    try:
        with open_archive(path) as archive:
            known = any(_plain(room.code) == _plain(code) for room in listed(archive))
        if not known:
            fail(_unknown(code), 2)
        if not yes and not _sure(code):
            tell("Inget raderades.", "Nothing was erased.")
            return
        pledges = _erased(path, code)
    except StoreError as error:
        fail(pick(error.message), 2)
    if pledges is None:
        fail(_unknown(code), 2)
    tell(
        f"{code} är raderat, med {pledges} löften. Säkerhetskopior och uttag har det kvar.",
        f"{code} is erased, with {pledges} pledges. Backups and exports still have it.",
    )


def _erased(path: Path, code: str) -> int | None:
    """How many pledges went with the room; None when there is none. A server that runs does it itself. Raises
    `StoreError`.
    """
    import asyncio

    from server.caretaker import ask_to_purge
    from server.errors import LockedStore
    from server.store.erasing import erase
    from server.trending import gather_in

    try:
        erased = erase(path, code, lambda: gather_in(path, time.time_ns() // 1_000_000))
    except LockedStore:
        return asyncio.run(ask_to_purge(path, code))
    return None if erased is None else erased.pledges


def _sure(code: str) -> bool:
    if not is_terminal():
        fail(
            say(
                "Här kan ingen svara. Lägg till --yes för att radera utan fråga.",
                "Nobody can answer here. Add --yes to erase without a question.",
            ),
            2,
        )
    question = say(
        f"Radera {code} med all text, alla tal och alla löften? Det går inte att ångra. [j/n]",
        f"Erase {code} with all its texts, numbers and pledges? It cannot be undone. [y/n]",
    )
    return answered(question, say("yes: j ja, no: n nej", "yes: y yes, no: n no")) == "yes"


def _unknown(code: str) -> str:
    return say(
        f"Inget rum i databasen har koden {code}. Se vilka som finns: bemot room list",
        f"No room in the database has the code {code}. See which there are: bemot room list",
    )


def _plain(code: str) -> str:
    return "".join(letter for letter in code.upper() if letter.isalnum())


def _day(moment: int | None) -> str:
    if moment is None:
        return "–"
    return datetime.fromtimestamp(moment / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
