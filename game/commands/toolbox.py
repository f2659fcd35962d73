"""`bemot handbook`, `invitation`, `table-signs`, `calendar`: what whoever leads has on paper and in files."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from game.commands.force import Force, spare
from game.commands.frames import App
from game.commands.programmes import programme, shape
from game.commands.terminal import PORT, Server, fail, out
from game.commands.toolboxtalk import DATE, LANGUAGE, START, day_of, minutes_after_midnight, written
from game.commands.tools import usual_database
from game.networks import addresses
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from collections.abc import Iterator

app = App()

Language = Annotated[Literal["sv", "en"] | None, typer.Option(help=LANGUAGE)]
Date = Annotated[str, typer.Option("--date", help=DATE)]
Start = Annotated[str, typer.Option(help=START)]
Pdf = Annotated[Path | None, typer.Option("--output", "-o", help=say("PDF-filen.", "The PDF file."))]


@app.command(
    help=say(
        "Skriv ut handboken för dig som leder: före, under tiden, när det blir svårt, och efteråt.",
        "Print the handbook for you who lead: before, during, when it gets hard, and afterwards.",
    ),
    epilog=say("Exempel:  bemot handbook -o handbok.pdf", "Example:  bemot handbook -o handbook.pdf"),
)
def handbook(output: Pdf = None, language: Language = None, force: Force = False) -> None:
    """0 when it was printed, 1 when the file cannot be written, 2 for a wrong wish."""
    from game.printing.handbook import TEMPLATE, handbook_data

    _print(handbook_data(language or tongue()), TEMPLATE, output, force)


@app.command(
    help=say(
        "Skriv en inbjudan: som text att klistra in i ett mejl, och med -o som en A4 att sätta upp.",
        "Write an invitation: as text to paste into an e-mail, and with -o as an A4 to put up.",
    ),
    epilog=say(
        "Exempel:  bemot invitation Halvdag --date 2027-01-14 --place 'Stora salen' -o inbjudan.pdf",
        "Example:  bemot invitation Halvdag --date 2027-01-14 --place 'Main hall' -o invitation.pdf",
    ),
)
def invitation(
    preset: Annotated[
        str,
        typer.Argument(
            help=say(
                "Programmet, spelets eller ett eget; det säger hur länge.",
                "The programme, the game's or your own; it tells how long.",
            )
        ),
    ],
    day: Date,
    start: Start = "09.00",
    place: Annotated[str, typer.Option(help=say("Var ni ses.", "Where you meet."))] = "",
    host: Annotated[str, typer.Option(help=say("Vem som leder.", "Who leads."))] = "",
    contact: Annotated[str, typer.Option(help=say("Vem man frågar, och hur.", "Whom to ask, and how."))] = "",
    output: Pdf = None,
    language: Language = None,
    force: Force = False,
) -> None:
    """The text goes to standard output; 1 when the file cannot be written, 2 for a wrong wish."""
    from game.printing.kit import INVITATION, Invitation, invitation_data, invitation_text

    begins = _moment(day, start)
    minutes = shape(programme(preset)).minutes
    wish = Invitation(begins, minutes, language or tongue(), place.strip(), host.strip(), contact.strip())
    if output is not None:
        _print(invitation_data(wish), INVITATION, output, force, quiet=True)
    typer.echo(invitation_text(wish))


@app.command(
    name="table-signs",
    help=say(
        "Skriv ut en skylt till varje bord: nummer, rummets kod, QR-kod, adress och hur man kommer in.",
        "Print a sign for each table: its number, the room's code, a QR code, the address, how to come in.",
    ),
    epilog=say(
        "Exempel:  bemot table-signs FKT-482 --server 192.168.1.20 --tables 12 -o skyltar.pdf",
        "Example:  bemot table-signs FKT-482 --server 192.168.1.20 --tables 12 -o signs.pdf",
    ),
)
def table_signs(
    where: Annotated[
        str,
        typer.Argument(
            help=say(
                "Rummets kod, eller adressen med koden.", "The room's code, or the address with the code."
            )
        ),
    ],
    tables: Annotated[int, typer.Option(min=1, max=200, help=say("Så många skyltar.", "So many signs."))],
    first: Annotated[
        int, typer.Option(min=1, max=200, help=say("Det första bordets nummer.", "The first table's number."))
    ] = 1,
    server: Server = None,
    output: Pdf = None,
    language: Language = None,
    force: Force = False,
) -> None:
    """0 when they were printed, 1 when the file cannot be written, 2 for a wrong wish."""
    from game.client.address import parse
    from game.client.trouble import Trouble
    from game.printing.kit import MOST_TABLES, SIGNS, signs_data

    if first + tables - 1 > MOST_TABLES:
        fail(
            say(f"Borden har nummer 1 till {MOST_TABLES}.", f"Tables have the numbers 1 to {MOST_TABLES}."), 2
        )
    own = f"http://{(addresses() or ['127.0.0.1'])[0]}:{PORT}"
    try:
        at = parse(where, parse(server).url if server else own)
    except Trouble as trouble:
        fail(pick(trouble.message), 2)
    if at.code is None:
        fail(say("Säg rummets kod, som FKT-482.", "Say the room's code, such as FKT-482."), 2)
    if at.url == own and not server:
        out.print(
            say(
                f"Skyltarna leder till den här datorn, {own}. Är servern en annan: --server ADRESS.",
                f"The signs lead to this computer, {own}. If the server is another one: --server ADDRESS.",
            ),
            highlight=False,
            markup=False,
            soft_wrap=True,
        )
    numbers = range(first, first + tables)
    _print(signs_data(at.code, at.url, numbers, language or tongue()), SIGNS, output, force)


@app.command(
    help=say(
        "Lägg uppföljningen i kalendern: en fil (.ics), två till fyra veckor efteråt, med vad ni gör då.",
        "Put the follow-up in a calendar: a file (.ics), two to four weeks afterwards, with what you do.",
    ),
    epilog=say(
        "Exempel:  bemot calendar FKT-482 -o uppfoljning.ics"
        "  ·  bemot calendar --date 2027-01-14 --start 09.00 --weeks 2 -o uppfoljning.ics",
        "Examples:  bemot calendar FKT-482 -o follow-up.ics"
        "  ·  bemot calendar --date 2027-01-14 --start 09:00 --weeks 2 -o follow-up.ics",
    ),
)
def calendar(
    room: Annotated[
        str,
        typer.Argument(
            show_default=False,
            help=say("Rummets kod; annars --date.", "The room's code; otherwise --date."),
        ),
    ] = "",
    day: Date = "",
    start: Start = "09.00",
    weeks: Annotated[
        int, typer.Option(min=2, max=4, help=say("Så många veckor efteråt.", "So many weeks afterwards."))
    ] = 3,
    place: Annotated[str, typer.Option(help=say("Var ni ses.", "Where you meet."))] = "",
    database: Annotated[
        Path | None,
        typer.Option(
            help=say("Serverns databas. Den läses bara.", "The server's database. It is only read.")
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help=say("Kalenderfilen.", "The calendar file."))
    ] = None,
    language: Language = None,
    force: Force = False,
) -> None:
    """0 when it was written, 1 when the room tells no day or the file cannot be, 2 for a wrong wish."""
    from game.followup import FollowUp, calendar_file, weeks_after

    if bool(room) == bool(day):
        fail(
            say(
                "Säg rummets kod eller --date ÅÅÅÅ-MM-DD, ett av dem.",
                "Say the room's code or --date YYYY-MM-DD, one of them.",
            ),
            2,
        )
    if output is None:
        fail(say("Säg vart: -o FIL.ics.", "Say where to: -o FILE.ics."), 2)
    if output.suffix.lower() != ".ics":
        fail(
            say(f"{output} är ingen kalenderfil; låt namnet sluta på .ics.", f"{output} must end in .ics."), 2
        )
    tongue_, code, cards = language or tongue(), "", tuple[str, ...]()
    if room:
        from server.auth import normal_code

        code = normal_code(room)  # the same entry as from the host's last page
        began, cards = _began(code, database or usual_database(), tongue_)
    else:
        began = _moment(day, start)
    spare(output, force)
    found = FollowUp(began, weeks_after(began, weeks), tongue_, place.strip(), code, cards)
    written(output, calendar_file(found, datetime.now(UTC)))
    shown = (
        f"{found.begins:%Y-%m-%d}",
        f"{found.begins:%H.%M}" if tongue() == "sv" else f"{found.begins:%H:%M}",
    )
    out.print(
        say(
            f"Uppföljning {shown[0]} kl. {shown[1]}: öppna {output}.",
            f"Follow-up on {shown[0]} at {shown[1]}: open {output}.",
        ),
        style="bold",
        highlight=False,
        markup=False,
        soft_wrap=True,
    )


def _began(code: str, database: Path, language: str) -> tuple[datetime, tuple[str, ...]]:
    """When the newest room of this code was begun, and what the cards dealt to its hall are called; ends the
    program with a sentence when nobody can tell.
    """
    from game.cards.sheets import shelf_of
    from game.followup import moment
    from game.rules import replay
    from server.auth import normal_code
    from server.errors import StoreError
    from server.store.archive import Unreadable, open_archive

    wanted, started, known, titles = normal_code(code), None, False, tuple[str, ...]()
    try:
        with open_archive(database) as archive:
            for room in reversed(archive.rooms()):
                with suppress(Unreadable):  # another room's log is no hindrance
                    if archive.opened(room).code == wanted:
                        known = True
                        played, decks = replay(archive.log(room)), archive.decks()
                        shelf = shelf_of(decks[ref.digest] for ref in played.decks if ref.digest in decks)
                        found = (shelf.title(card) for card in dict.fromkeys(played.dealt))
                        titles = tuple(words.get(language) or words.get("sv", "") for words in found)
                        started = played.started
                        break
    except StoreError as error:
        fail(pick(error.message), 2)
    if not known:
        fail(say(f"Inget rum har koden {wanted}.", f"No room has the code {wanted}."), 2)
    if started is None:
        fail(
            say(
                f"Rummet {wanted} säger ingen dag. Ange den själv: --date ÅÅÅÅ-MM-DD.",
                f"The room {wanted} tells no day. Say it yourself: --date YYYY-MM-DD.",
            )
        )
    return moment(started), tuple(filter(None, titles))


def _moment(day: str, start: str) -> datetime:
    """The day and clock time that were written; ends the program when they are none."""
    from game.followup import ZONE

    minutes = minutes_after_midnight(start)
    return datetime.combine(day_of(day), time(minutes // 60, minutes % 60), ZONE)


@contextmanager
def _told() -> Iterator[None]:
    """What printing refuses, as a sentence and an end."""
    from game.printing.errors import Misuse, PrintingError

    try:
        yield
    except PrintingError as error:
        fail(error.words.in_language(tongue()), 2 if isinstance(error, Misuse) else 1)


def _print(
    data: Mapping[str, Any], template: str, output: Path | None, force: bool, quiet: bool = False
) -> None:
    """A PDF out of this template; says how many pages unless `quiet`."""
    from game.printing.press import Press
    from game.printing.save import can_save, save

    if output is None:
        fail(say("Säg vart: -o FIL.pdf.", "Say where to: -o FILE.pdf."), 2)
    with _told():
        can_save(output)
        spare(output, force)
        pdf = Press().pdf(data, template)
        save(pdf, output)
    pages = Press.pages(pdf)
    if not quiet:
        counted = say("1 sida", "1 page") if pages == 1 else say(f"{pages} sidor", f"{pages} pages")
        out.print(
            say(f"Utskrivet: {counted} till {output}.", f"Printed: {counted} to {output}."),
            style="bold",
            highlight=False,
            markup=False,
            soft_wrap=True,
        )
