"""`bemot report`: a session for those who were not there, out of a server's database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from game.commands.force import Force, spare
from game.commands.frames import App
from game.commands.terminal import err, fail, out
from game.commands.tools import usual_database
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.client.stations.desk import ReportWish
    from game.rules.report import Report

app = App()


@app.command(
    help=say(
        "Gör rapporten från en session: kort, skiften, vad som släppts till väggen. Bara tal som minst sex "
        "platser vid tre bord står bakom, eller nio vid en föreläsning; inga namn, bord eller platser. "
        "Utan -o: en sammanfattning här.",
        "Make the report of a session: cards, shifts, what has been released to the wall. Only numbers with "
        "at least six seats at three tables behind them, or nine in a lecture; no names, tables or seats. "
        "Without -o: a summary.",
    ),
    epilog=say(
        "Exempel:  bemot report FKT-482 -o rapport.pdf  ·  bemot report FKT-482 -o rapport.xlsx",
        "Examples:  bemot report FKT-482 -o report.pdf  ·  bemot report FKT-482 -o report.xlsx",
    ),
)
def report(
    room: Annotated[str, typer.Argument(help=say("Rummets kod.", "The room's code."))],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=say(
                "Filen: slutar på .pdf, .html, .csv, .xlsx eller .json.",
                "The file: ends in .pdf, .html, .csv, .xlsx or .json.",
            ),
        ),
    ] = None,
    database: Annotated[
        Path | None,
        typer.Option(
            "--database",
            help=say(
                "Serverns databas, eller en kopia av den. Den läses bara, också medan servern är i gång.",
                "The server's database, or a copy of it. It is only read, also while the server runs.",
            ),
        ),
    ] = None,
    language: Annotated[
        Literal["sv", "en"] | None, typer.Option(help=say("Språk: sv eller en.", "Language: sv or en."))
    ] = None,
    force: Force = False,
) -> None:
    """0 when it was told, 1 when there is nothing to tell or it cannot be written, 2 for a wrong wish."""
    from game.printing.errors import Misuse, PrintingError
    from game.printing.report.form import form_of, written
    from game.printing.save import save

    try:
        if output is not None:
            form_of(output)
            spare(output, force)
        told = _told(room, database or usual_database())
        if told.is_empty:
            fail(
                say(
                    "Det finns inget att berätta om rummet än: inget kort är utdelat och inget har visats.",
                    "There is nothing to tell of the room yet: no card has been dealt and nothing shown.",
                )
            )
        if output is None:
            _summary(told, language or tongue())
            return
        save(written(told, output, language or tongue()), output)
    except PrintingError as error:
        fail(error.words.in_language(tongue()), 2 if isinstance(error, Misuse) else 1)
    out.print(say(f"Skrev {output}.", f"Wrote {output}."), style="bold", highlight=False, markup=False)
    _still_on(told)


def save_report(wish: ReportWish) -> Path:
    """The report that a server has sent, as a PDF in the person's folder for documents.

    Raises `game.client.paperwork.NotPrinted` when it cannot be made.
    """
    from pydantic import ValidationError

    from game.client.paperwork import NotPrinted
    from game.places import documents
    from game.printing.errors import PrintingError
    from game.printing.report.paper import as_pdf
    from game.printing.save import save
    from game.rules.report import Report

    language: Literal["sv", "en"] = "sv" if wish.language == "sv" else "en"
    path = documents() / f"{'rapport' if language == 'sv' else 'report'}-{wish.name}.pdf"
    try:
        save(as_pdf(Report.model_validate(wish.report), language), path)
    except ValidationError as error:
        raise NotPrinted(
            {
                "sv": "Servern är av en annan version, så rapporten går inte att läsa. Uppdatera Bemöt.",
                "en": "The server is of another version, so the report cannot be read. Update Bemöt.",
            }
        ) from error
    except PrintingError as error:
        raise NotPrinted({"sv": error.words.sv, "en": error.words.en}) from error
    return path


def _told(code: str, database: Path) -> Report:
    """The report of the room with this code, however it was typed. Ends with 2 when there is none."""
    from server.auth import normal_code
    from server.errors import StoreError
    from server.reporting import report_in
    from server.store.archive import Unreadable, open_archive

    known = normal_code(code)
    try:
        with open_archive(database) as archive:
            room = archive.room_of(known)
            if not room:
                _no_room(known, database, erased=room is not None)
            return report_in(archive, room)
    except StoreError as error:
        fail(pick(error.message), 2)
    except Unreadable:
        fail(
            say(
                f"Rummet {known} är skadat, eller från en annan version av Bemöt, och går inte att läsa.",
                f"The room {known} is damaged, or of another version of Bemöt, and cannot be read.",
            )
        )


def _no_room(code: str, database: Path, *, erased: bool) -> NoReturn:
    if erased:
        fail(
            say(
                f"Rummet {code} är raderat: det har sparats så länge som servern sparar rum.",
                f"The room {code} has been erased: it was kept for as long as the server keeps rooms.",
            )
        )
    fail(
        say(
            f"Inget rum i {database} har koden {code}. Kontrollera den, eller välj fil med --database.",
            f"No room in {database} has the code {code}. Check it, or choose a file with --database.",
        ),
        2,
    )


def _summary(told: Report, language: Literal["sv", "en"]) -> None:
    """What the paper says first, in a few lines."""
    from game.printing.report.spoken import spoken

    words = spoken(told, language)
    _line(" · ".join(filter(None, (words["title"], words["programme"], words["date"]))), "bold")
    _line(words["who"])
    for part in (words["checkin"], words["rating"]):
        _line(f"\n{part['title']}", "bold")
        for scale in part["scales"]:
            _line("  " + " · ".join(filter(None, (scale["name"], scale["middle"], scale["answered"]))))
        if part["note"]:
            _line(f"  {part['note']}")
    for part in (words["shifts"], words["splits"]):
        _line(f"\n{part['title']}", "bold")
        for row in part["rows"]:
            _line(f"  {row['title']}: {row['line']}")
        if part["note"]:
            _line(f"  {part['note']}")
    for part in words["texts"]:
        _line(f"\n{part['title']}", "bold")
        for text in (text for group in part["groups"] for text in group["texts"]):
            _line(f"  – {text}")
        if part["note"]:
            _line(f"  {part['note']}")
    for line in words["cards"]["untold"]:
        _line(f"\n{line}")
    _still_on(told)


def _line(text: str, style: str = "") -> None:
    out.print(text, style=style or None, highlight=False, markup=False)


def _still_on(told: Report) -> None:
    if not told.closed:
        err.print(
            say(
                "Sessionen pågår: bara det som salen har fått se är med. Gör om rapporten när den är slut.",
                "The session is on: only what the hall has been shown is told. Make it again afterwards.",
            ),
            style="yellow",
            highlight=False,
        )
