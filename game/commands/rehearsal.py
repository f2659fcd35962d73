"""`bemot rehearse`: bots play, and the terminal shows progress, the outcome, and where pictures of it lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from game.commands.frames import App
from game.commands.ownserver import rehearsal_server
from game.commands.terminal import Server, err, fail, out
from game.process import NotStarted
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.client.album import Album
    from game.rehearse import Options, Report, Starter

app = App()


@app.command(
    help=say(
        "Repetera: spela hela sessioner med robotar mot en riktig server, eller bredvid riktiga människor.",
        "Rehearse: play whole sessions with bots against a real server, or beside real people.",
    ),
    epilog=say(
        "Exempel:  bemot rehearse --tables 4 --seats 5  ·  bemot rehearse --join http://127.0.0.1:8765/j/FKT-482",
        "Examples:  bemot rehearse --tables 4 --seats 5  ·  bemot rehearse --join http://127.0.0.1:8765/j/FKT-482",
    ),
)
def rehearse(
    tables: Annotated[int, typer.Option(min=1, max=200, help=say("Antal bord.", "How many tables."))] = 3,
    seats: Annotated[
        int, typer.Option(min=1, max=1000, help=say("Platser vid varje bord.", "Seats at each table."))
    ] = 5,
    preset: Annotated[str, typer.Option(help=say("Program.", "Programme."))] = "APT 30",
    deck: Annotated[
        list[str] | None, typer.Option(help=say("Kortlek; kan upprepas.", "Deck; may be repeated."))
    ] = None,
    seed: Annotated[
        int, typer.Option(help=say("Samma tal ger samma utfall.", "The same number gives the same outcome."))
    ] = 1,
    rooms: Annotated[int, typer.Option(min=1, max=50, help=say("Antal rum.", "How many rooms."))] = 1,
    pace: Annotated[
        Literal["fast", "human"], typer.Option(help=say("fast eller human.", "fast or human."))
    ] = "fast",
    server: Server = None,
    join_room: Annotated[
        str | None,
        typer.Option(
            "--join",
            help=say(
                "Sätt robotar bredvid människor: adressen med rummets kod.",
                "Seat bots beside people: the address with the room's code.",
            ),
        ),
    ] = None,
    first_table: Annotated[
        int | None,
        typer.Option(
            min=1,
            help=say(
                "Robotarnas första bord; bredvid människor 21, så att deras bord lämnas i fred.",
                "The bots' first table; beside people 21, so that their tables are left alone.",
            ),
        ),
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--json", help=say("Skriv rapporten hit.", "Write the report here."))
    ] = None,
    shots: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Spara bilder av scenerna i den här mappen.", "Save pictures of the scenes in this folder."
            )
        ),
    ] = None,
) -> None:
    """Ends with 1 when a count was wrong or a ballot was left."""
    from pydantic import ValidationError

    from game.rehearse import Options
    from game.rules import PRESETS

    if preset not in PRESETS:
        known = ", ".join(PRESETS)
        fail(
            say(f"Programmet finns inte. Välj ett av: {known}", f"No such programme. Choose one of: {known}"),
            2,
        )
    try:
        wanted = Options(
            tables=tables,
            seats=seats,
            preset=preset,
            decks=tuple(deck or ()),
            seed=seed,
            rooms=rooms,
            pace=pace,
            server=server,
            join=join_room,
            first_table=first_table or (21 if join_room else 1),
        )
    except ValidationError as error:
        fail("; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors()), 2)
    album = album_in(shots)
    told = rehearsed(wanted, rehearsal_server, album)
    if report:
        report.write_text(told.model_dump_json(indent=2), encoding="utf-8")
    tell(told)
    draw(album)
    if told.wrong or told.ballots_left:
        fail(say("Repetitionen fann fel: se rapporten.", "The rehearsal found errors: see the report."))


def rehearsed(options: Options, starter: Starter, album: Album | None = None) -> Report:
    """Play with a progress bar; the album sees what the stations see."""
    from game.bots.station import TurnedAway
    from game.client.trouble import Trouble
    from game.rehearse import NoRoom, Stuck
    from game.rehearse import Progress as How
    from game.rehearse import rehearse as play

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(say("Startar servern …", "Starting the server …"), total=None)

        def moved(how: How) -> None:
            bar.update(
                task,
                completed=how.done,
                total=how.of,
                description=say(f"Spelar: {how.phase}", f"Playing: {how.phase}"),
            )

        try:
            return play(options, moved, starter, album.see if album else None)
        except NotStarted as error:
            fail(pick(error.message), 2)
        except Trouble as error:
            fail(pick(error.message), 2)
        except NoRoom as error:
            fail(pick(error.nack.message), 2)
        except TurnedAway as error:
            fail(pick(error.message), 2)
        except (Stuck, ValueError) as error:
            fail(str(error), 2)


def tell(report: Report) -> None:
    """What came of it, for people."""
    table = Table(show_header=False, box=None, pad_edge=False)
    rows = (
        (
            say("Rum, bord, platser, skärmar", "Rooms, tables, seats, screens"),
            f"{report.rooms}, {report.tables}, {report.seats}, {report.stations}",
        ),
        (
            say("Kommandon: skickade, kvitterade, avvisade", "Commands: sent, acknowledged, refused"),
            f"{report.sent}, {report.acked}, {sum(report.refused.values())}",
        ),
        (say("Händelser", "Events"), str(report.events)),
        (
            say("Röster: lagda, kvar på servern", "Ballots: cast, left on the server"),
            f"{report.ballots}, {report.ballots_left if report.ballots_left is not None else '–'}",
        ),
        (
            say("Röst → sparad, median och p99 (ms)", "Vote → saved, median and p99 (ms)"),
            f"{report.latency.vote_acked.p50:.1f}, {report.latency.vote_acked.p99:.1f}",
        ),
        (
            say(
                "Röst → allas skärmar, median och p99 (ms)", "Vote → everybody's screens, median and p99 (ms)"
            ),
            f"{report.latency.vote_seen.p50:.1f}, {report.latency.vote_seen.p99:.1f}",
        ),
        (say("Tid (s)", "Time (s)"), f"{report.seconds:.1f}"),
    )
    for name, value in rows:
        table.add_row(name, value)
    out.print(table)
    for wrong in report.wrong:
        err.print(wrong, style="bold red", highlight=False, markup=False)


def draw(album: Album | None) -> None:
    """Pictures of the session that was just played, drawn by the real client without a window."""
    if album:
        count = album.draw()
        out.print(
            say(f"{count} bilder i {album.folder}", f"{count} pictures in {album.folder}"), highlight=False
        )


def album_in(folder: Path | None) -> Album | None:
    """An empty album, when pictures are wanted."""
    from game.client.album import Album
    from game.client.settings import Settings

    return Album(folder, settings=Settings(language=tongue(), motion=False)) if folder else None
