"""What a window has beside its room: programmes in the folder of settings, and a printer in a thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from game.cards.wholefile import write_whole
from game.client import api
from game.client.own_programmes import OwnProgrammes
from game.client.play import SheetDesk
from game.client.stations.desk import AgainDesk, Desk, ReportDesk, ReportWish, RunSheet
from game.client.trouble import Trouble
from game.followup import FollowUp, calendar_file
from game.places import documents
from game.tablesheet import TableSheet
from game.wire import Nack, RoomMade

PrintSheet = Callable[[RunSheet], Path]
"""Writes a PDF and answers where it lies. Raises NotPrinted. It may take a second: called in a thread."""
SaveReport = Callable[[ReportWish], Path]
"""The same for a report."""
SaveTableSheet = Callable[[TableSheet], Path]
"""The same for a table's own sheet."""
Post = Callable[[Callable[[], object]], None]
"""Brings a call to the thread that draws."""


class NotPrinted(Exception):
    """Why there is no sheet: language -> sentence."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__(words.get("en", ""))
        self.words = words


def desk_of(folder: Path, write: PrintSheet | None, post: Post) -> Desk:
    """A desk whose programmes lie in this folder of settings; without `write` nothing can be printed."""
    desk = Desk(OwnProgrammes(folder))
    desk.keep_follow_up = lambda found: _keep(desk, found)
    if write is not None:
        desk.print_sheet = lambda sheet: _start(desk, write, sheet, post)
    return desk


def _keep(desk: Desk, found: FollowUp) -> None:
    """The file in the person's folder for documents: a few kilobytes, written at once."""
    path = documents() / found.file_name
    desk.followed, desk.unfollowed = "", {}
    try:
        write_whole(path, calendar_file(found, datetime.now(UTC)))
    except OSError:
        desk.unfollowed = {
            "sv": f"Det går inte att skriva {path}; se efter att mappen finns och att filen inte är öppen.",
            "en": f"{path} cannot be written; see that the folder exists and that the file is not open.",
        }
    else:
        desk.followed, desk.followed_room = str(Path(path.parent.name, path.name)), found.room


def _start(desk: Desk, write: PrintSheet, sheet: RunSheet, post: Post) -> None:
    def told(path: Path | None, trouble: Mapping[str, str]) -> None:
        desk.printed, desk.trouble = str(path or ""), trouble

    _beside(lambda: write(sheet), told, post)


def sheets_to(write: SaveTableSheet | None, post: Post) -> SheetDesk:
    """Where a table saves its own sheet; without `write` it cannot. Needs no server."""
    desk = SheetDesk()

    def told(path: Path | None, trouble: Mapping[str, str]) -> None:
        desk.works, desk.trouble = False, trouble
        desk.saved = str(Path(path.parent.name, path.name)) if path else ""

    def save(sheet: TableSheet) -> None:
        if write is not None and not desk.works:
            desk.works, desk.saved, desk.trouble = True, "", {}
            _beside(lambda: write(sheet), told, post)

    if write is not None:
        desk.save = save
    return desk


def _beside(
    write: Callable[[], Path], told: Callable[[Path | None, Mapping[str, str]], None], post: Post
) -> None:
    """Write in a thread, and tell where or why not to the thread that draws."""

    def go() -> None:
        try:
            path = write()
        except NotPrinted as why:
            words = why.words
            post(lambda: told(None, words))
        else:
            post(lambda: told(path, {}))

    threading.Thread(target=go, name="bemot-sheet", daemon=True).start()


def again_from(desk: AgainDesk, post: Post, url: str, code: Callable[[], str], key: str) -> None:
    """From now on the desk can ask the server at `url` for a room that follows up the one with this code."""
    kept = [key]
    desk.needs_key = not key

    def told(answer: RoomMade | None, trouble: Mapping[str, str], asked: str) -> None:
        desk.works, desk.trouble, desk.needs_key = False, trouble, not asked
        kept[0] = asked
        if answer is not None:
            desk.code, desk.key = answer.code, answer.host_key

    def make(typed: str) -> None:
        asked, room = typed or kept[0], code()
        desk.works, desk.trouble = True, {}

        def go() -> None:
            made: RoomMade | None = None
            words: Mapping[str, str] = {}
            good = asked
            try:
                answer = api.follow_up(url, room, asked)
                if isinstance(answer, Nack):
                    words, good = dict(answer.message), "" if answer.code == "wrong_host_key" else asked
                else:
                    made = answer
            except Trouble as trouble:
                words = dict(trouble.message)
            post(lambda: told(made, words, good))

        threading.Thread(target=go, name="bemot-again", daemon=True).start()

    desk.make = make


def report_from(
    desk: ReportDesk, write: SaveReport, post: Post, url: str, code: Callable[[], str], key: str
) -> None:
    """From now on the desk can ask the server at `url` for the report of the room with this code.

    `key` is the host key, "" when it is not known here. One that the server refuses is asked for anew.
    """
    kept = [key]
    desk.needs_key = not key

    def told(where: str, trouble: Mapping[str, str], asked: str) -> None:
        desk.works, desk.saved, desk.trouble = False, where, trouble
        desk.needs_key = not asked
        kept[0] = asked

    def save(typed: str, language: str) -> None:
        asked, room = typed or kept[0], code()
        desk.works, desk.saved, desk.trouble = True, "", {}

        def go() -> None:
            where, words, good = "", {}, asked
            try:
                answer = api.report(url, room, asked)
                if isinstance(answer, Nack):
                    words, good = dict(answer.message), "" if answer.code == "wrong_host_key" else asked
                else:
                    path = write(ReportWish(room, language, answer))
                    where = str(Path(path.parent.name, path.name))
            except Trouble as trouble:
                words = dict(trouble.message)
            except NotPrinted as why:
                words = dict(why.words)
            post(lambda: told(where, words, good))

        threading.Thread(target=go, name="bemot-report", daemon=True).start()

    desk.save = save
