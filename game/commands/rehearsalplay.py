"""Bots play while the terminal shows how far they have come; pictures are drawn afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from game.commands.rehearsaltalk import begins, goes_on, no_room, stands_still, turned_away
from game.commands.terminal import err, fail, out
from game.process import NotStarted
from game.words import pick, say, tongue

if TYPE_CHECKING:
    from game.client.album import Album
    from game.rehearse import Options, Report, Starter


def rehearsed(
    options: Options, starter: Starter, album: Album | None = None, *, shown: bool = True
) -> Report:
    """Play with a progress bar, where it is to be `shown`; the album sees what the stations see."""
    from game.bots.station import TurnedAway
    from game.client.trouble import Trouble
    from game.rehearse import NoRoom, Stuck
    from game.rehearse import Progress as How
    from game.rehearse import rehearse as play

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not shown) as bar:
        task = bar.add_task(begins(options), total=None)

        def moved(how: How) -> None:
            bar.update(task, completed=how.done, total=how.of, description=goes_on(how))

        try:
            return play(options, moved, starter, album.see if album else None)
        except (NotStarted, Trouble) as error:
            fail(pick(error.message), 2)
        except NoRoom as error:
            fail(no_room(error), 2)
        except TurnedAway as error:
            fail(turned_away(error), 2)
        except Stuck as error:
            fail(stands_still(error, options), 2)


def draw(album: Album | None) -> None:
    """Pictures of the session that was just played, drawn by the real client without a window."""
    if album:
        count = album.draw()
        out.print(
            say(f"{count} bilder i {album.folder}", f"{count} pictures in {album.folder}"), highlight=False
        )


def album_in(folder: Path | None) -> Album | None:
    """An empty album, when pictures are wanted. Raises OSError when there can be no such folder."""
    if folder is None:
        return None
    from game.client.album import Album
    from game.client.settings import Settings

    folder.mkdir(parents=True, exist_ok=True)
    return Album(folder, settings=Settings(language=tongue(), motion=False))
