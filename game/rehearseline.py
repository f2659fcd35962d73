"""What the command line shows of a rehearsal: progress, the outcome, and pictures of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from game.process import NotStarted
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.client.album import Album
    from game.rehearse import Options, Report, Starter

out = Console()
err = Console(stderr=True)


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
            _fail(pick(error.message))
        except Trouble as error:
            _fail(pick(error.message))
        except NoRoom as error:
            _fail(pick(error.nack.message))
        except TurnedAway as error:
            _fail(pick(error.message))
        except (Stuck, ValueError) as error:
            _fail(str(error))


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


def _fail(sentence: str) -> NoReturn:
    err.print(sentence, style="bold red", highlight=False, markup=False)
    raise typer.Exit(2)
