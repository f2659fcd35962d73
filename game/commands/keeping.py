"""`bemot backup` and `bemot restore`: a copy of the server's database, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from game.commands.force import Force
from game.commands.frames import App
from game.commands.terminal import fail, out, typed
from game.commands.tools import usual_database
from game.words import pick, say

if TYPE_CHECKING:
    from server.errors import StoreError
    from server.store.copying import Contents

app = App()

WRONG_USE = ("store_taken", "store_same", "store_missing")


@app.command(
    help=say(
        "Ta en säkerhetskopia av databasen, också medan servern är i gång. Hemliga val som inte har räknats "
        "följer aldrig med.",
        "Back up the database, also while the server runs. Secret choices that have not been counted are "
        "never in it.",
    ),
    epilog=say(
        "Exempel:  bemot backup /media/usb/bemot-2026-05-04.sqlite --database ./bemot.sqlite",
        "Example:  bemot backup /media/usb/bemot-2026-05-04.sqlite --database ./bemot.sqlite",
    ),
)
def backup(
    file: Annotated[
        Path, typer.Argument(metavar=say("FIL", "FILE"), help=say("Kopians fil.", "The copy's file."))
    ],
    database: Annotated[
        Path | None,
        typer.Option(
            help=say("Serverns databas. Den läses bara.", "The server's database. It is only read.")
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Ends with 1 when no backup was made, with 2 when the command was wrong."""
    from server.errors import StoreError
    from server.store.copying import back_up

    source = database or usual_database()
    try:
        found = back_up(source, file, force=force)
    except StoreError as error:
        _refuse(error)
    _say(f"{file} är en hel kopia av {source}.", f"{file} is a whole copy of {source}.")
    _tell(found)
    _say(
        "Val i omröstningar som pågick är inte med; efter en återställning röstar de borden om.",
        "Choices in votes that were open are not in it; after a restore those tables vote again.",
    )


@app.command(
    help=say(
        "Lägg en säkerhetskopia där en server ska använda den. Kopian granskas innan något skrivs över.",
        "Put a backup where a server is to use it. The backup is examined before anything is overwritten.",
    ),
    epilog=say(
        "Exempel:  bemot restore /media/usb/bemot-2026-05-04.sqlite --database ./bemot.sqlite",
        "Example:  bemot restore /media/usb/bemot-2026-05-04.sqlite --database ./bemot.sqlite",
    ),
)
def restore(
    file: Annotated[
        Path,
        typer.Argument(metavar=say("FIL", "FILE"), help=say("Säkerhetskopian.", "The backup.")),
    ],
    database: Annotated[
        Path,
        typer.Option(
            help=say("Databasens fil, där servern letar.", "The database's file, where the server looks.")
        ),
    ],
    force: Force = False,
) -> None:
    """Ends with 1 when nothing was restored, with 2 when the command was wrong."""
    from server.errors import StoreError
    from server.store.copying import restore as put_back

    try:
        found = put_back(file, database, force=force)
    except StoreError as error:
        _refuse(error)
    _say(f"{file} ligger nu i {database}.", f"{file} now lies in {database}.")
    _tell(found)
    _say(
        f"Starta servern: bemot serve --database {typed(database)}",
        f"Start the server: bemot serve --database {typed(database)}",
    )


def _say(sv: str, en: str) -> None:
    out.print(say(sv, en), highlight=False, markup=False, soft_wrap=True)


def _refuse(error: StoreError) -> NoReturn:
    fail(pick(error.message), 2 if error.code in WRONG_USE else 1)


def _tell(found: Contents) -> None:
    """What is in it, and when it is of."""
    moment = f"{found.newest.astimezone():%Y-%m-%d %H:%M}" if found.newest else "–"
    size = f"{max(1, found.size // 1024)} KiB"
    _say(
        f"Öppna rum: {found.open_rooms}, stängda rum: {found.closed_rooms}, kortlekar: {found.decks}, "
        f"löften: {found.pledges}. Senast skrivet {moment}. {size}.",
        f"Open rooms: {found.open_rooms}, closed rooms: {found.closed_rooms}, decks: {found.decks}, "
        f"pledges: {found.pledges}. Last written {moment}. {size}.",
    )
    if found.older:
        _say(
            "Den är från en äldre version av Bemöt; servern gör om den när den startar.",
            "It is of an older version of Bemöt; the server brings it up to date when it starts.",
        )
