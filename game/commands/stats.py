"""`bemot deck stats`: how a deck fares, out of a server's database."""

from __future__ import annotations

import json
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from game.commands.force import Force, spare
from game.commands.frames import App
from game.commands.sheettalk import save
from game.commands.swapped import not_sheets
from game.commands.terminal import err, fail, out
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.cards.format import Deck
    from server.insight import Insight

app = App()

Database = Annotated[
    Path,
    typer.Option(
        "--database",
        help=say(
            "Serverns databas, eller en kopia av den. Den läses bara, också medan servern är i gång.",
            "The server's database, or a copy of it. It is only read, also while the server runs.",
        ),
    ),
]


def _day(text: str) -> datetime:
    """A day as it is written everywhere; from its first moment, by this machine's clock."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").astimezone()
    except ValueError as error:
        raise typer.BadParameter(
            say(
                f"”{text}” är ingen dag. Skriv år, månad och dag, som 2026-01-31.",
                f"“{text}” is no day. Write year, month and day, as in 2026-01-31.",
            )
        ) from error


@app.command(
    help=say(
        "Se hur lekens kort fungerar: röster, skiften, byten, time-outer och samtalstid över alla rum. "
        "Bara tal som minst sex platser vid tre bord, eller nio vid en föreläsning, står bakom visas.",
        "See how the deck's cards fare: votes, shifts, swaps, time-outs and talk over all rooms. "
        "Only numbers with at least six seats at three tables, or nine in a lecture, behind them are shown.",
    ),
    epilog=say(
        "Exempel:  bemot deck stats decks/motet --database bemot.sqlite",
        "Example:  bemot deck stats decks/motet --database bemot.sqlite",
    ),
)
def stats(
    deck: Annotated[
        str,
        typer.Argument(
            help=say(
                "Kortlekens mapp eller zip, eller dess slug. Exempel: decks/motet, eller motet",
                "The deck's folder or zip, or its slug. Example: decks/motet, or motet",
            )
        ),
    ],
    database: Database,
    since: Annotated[
        datetime | None,
        typer.Option(
            parser=_day,
            metavar=say("ÅÅÅÅ-MM-DD", "YYYY-MM-DD"),
            help=say(
                "Bara rum som öppnades den dagen eller senare.", "Only rooms opened on that day or later."
            ),
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help=say("Talen som JSON.", "The numbers as JSON."))
    ] = False,
    csv: Annotated[
        Path | None,
        typer.Option(
            "--csv",
            help=say(
                "Skriv talen som CSV till den här filen, för Excel.",
                "Write the numbers as CSV to this file, for a spreadsheet.",
            ),
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Ends with 2 when there is no such deck or database, or already a file where one would be written."""
    from game.commands.statsfile import as_csv, as_records
    from game.commands.statstable import rows_of, table_of, untold
    from server.errors import StoreError
    from server.insight import gather
    from server.store.archive import open_archive

    not_sheets(Path(deck))
    if csv is not None:
        spare(csv, force)
    shown = _deck_at(Path(deck))
    slug = shown.slug if shown else deck.rstrip("/")
    now = time.time_ns() // 1_000_000
    from_ms = int(since.timestamp() * 1000) if since else 0
    try:
        with open_archive(database) as archive, _bar(as_json) as bar:
            task = bar.add_task(say("Läser rum", "Reading rooms"), total=None)
            found = gather(
                archive, slug, now, from_ms, lambda done, of: bar.update(task, completed=done, total=of)
            )
            known = sorted({each.slug for each in archive.decks().values()})
    except StoreError as error:
        fail(pick(error.message), 2)
    _told_of_skipped(found)
    current = shown or found.newest
    if current is None:
        _unknown(deck, known)
    rows = rows_of(current, found.figures, tongue())
    if csv is not None:
        save(csv, as_csv(rows, tongue()), force)
        err.print(say(f"Skrev {csv}", f"Wrote {csv}"), highlight=False, markup=False)
    if as_json:
        told = {"deck": slug, "version": current.version, "skipped": found.skipped, **as_records(rows)}
        typer.echo(json.dumps(told, indent=2, ensure_ascii=False))
    elif csv is None:
        out.print(table_of(current, rows, tongue()))
        if few := untold(rows, tongue()):
            out.print(few, highlight=False, markup=False)
        out.print(_note(), style="dim", highlight=False)


def _deck_at(path: Path) -> Deck | None:
    """The deck in this folder or package, as much of it as can be read; None when nothing is there."""
    from game.cards.load import read_deck

    try:
        if not path.exists() or (path.is_dir() and not (path / "deck.yaml").exists()):
            return None
    except OSError:
        return None
    reading = read_deck(path)
    if reading.partial is None:
        first = next((one for one in reading.findings if one.is_error), None)
        fail(first.sentence(tongue()) if first else str(path), 2)
    return reading.partial


def _unknown(deck: str, known: list[str]) -> NoReturn:
    from game.cards.findings import closest

    guess = closest(Path(deck).name, known)
    fail(
        say(
            f"Här finns ingen kortlek ”{deck}”, och inget rum i databasen har spelat den."
            + (f" Menade du ”{guess}”?" if guess else ""),
            f"There is no deck “{deck}” here, and no room in the database has played it."
            + (f" Did you mean “{guess}”?" if guess else ""),
        ),
        2,
    )


def _told_of_skipped(found: Insight) -> None:
    if found.skipped:
        err.print(
            say(
                f"{found.skipped} rum är skadade eller från en annan version och räknas inte med.",
                f"{found.skipped} rooms are damaged or of another version and are left out.",
            ),
            style="yellow",
            highlight=False,
        )


def _note() -> str:
    return say(
        "Underlag: rum/bord/platser. Tal visas när minst sex platser vid tre bord, eller nio vid en "
        "föreläsning, står bakom dem, och lämnar databasen i minst så stora knippen. Skift: platser som "
        "ändrade sig, av dem som går att jämföra. Byten och time-out (t-out) räknar bord; inom parentes står "
        "medelplatsen i en rangordning, eller kvartilerna på en skala.",
        "Basis: rooms/tables/seats. Numbers are shown once at least six seats at three tables, or nine in a "
        "lecture, stand behind them, and leave the database in lots of at least that size. Shift: seats that "
        "changed, of those that can be compared. Swaps and time-outs (t-out) count tables; in brackets "
        "stands the mean place of a ranking, or the quartiles of a scale.",
    )


def _bar(quiet: bool) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=err, transient=True, disable=quiet)
