"""What a window has beside its room: programmes in the folder of settings, and a printer in a thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TypeVar

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
Made = TypeVar("Made")


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

    beside(lambda: write(sheet), told, post)


def sheets_to(write: SaveTableSheet | None, post: Post) -> SheetDesk:
    """Where a table saves its own sheet; without `write` it cannot. Needs no server."""
    desk = SheetDesk()

    def told(path: Path | None, trouble: Mapping[str, str]) -> None:
        desk.works, desk.trouble = False, trouble
        desk.saved = str(Path(path.parent.name, path.name)) if path else ""

    def save(sheet: TableSheet) -> None:
        if write is not None and not desk.works:
            desk.works, desk.saved, desk.trouble = True, "", {}
            beside(lambda: write(sheet), told, post)

    if write is not None:
        desk.save = save
    return desk


def beside(
    work: Callable[[], Made], told: Callable[[Made | None, Mapping[str, str]], object], post: Post
) -> None:
    """Do something in a thread, and tell what came of it, or why nothing did, to the thread that draws."""

    def go() -> None:
        made: Made | None = None
        words: Mapping[str, str] = {}
        try:
            made = work()
        except NotPrinted as why:
            words = why.words
        except Trouble as trouble:
            words = trouble.message
        post(lambda: told(made, words))

    threading.Thread(target=go, name="bemot-beside", daemon=True).start()


class Asks(Protocol):
    """A part of the desk that asks a server. `trouble` is why nothing came, language -> sentence."""

    works: bool
    needs_key: bool
    trouble: Mapping[str, str]


class Asking:
    """Asks with the host key, which it keeps: "" when it is not known here. One that the server refuses is
    asked for anew.
    """

    def __init__(self, desk: Asks, post: Post, key: str) -> None:
        self._desk, self._post, self._key = desk, post, key
        desk.needs_key = not key

    def ask(self, typed: str, question: Callable[[str], Made | Nack], told: Callable[[Made], object]) -> None:
        """Put the question in a thread, with the key that was typed, "" for the one that is kept. `told` is
        given the answer, on the thread that draws, when there is one.
        """
        key = typed or self._key
        self._desk.works, self._desk.trouble = True, {}

        def ended(answer: Made | Nack | None, trouble: Mapping[str, str]) -> None:
            self._desk.works, self._desk.trouble = False, trouble
            refused = isinstance(answer, Nack) and answer.code == "wrong_host_key"
            self._key = "" if refused else key
            self._desk.needs_key = not self._key
            if isinstance(answer, Nack):
                self._desk.trouble = dict(answer.message)
            elif answer is not None:
                told(answer)

        beside(lambda: question(key), ended, self._post)


def again_from(desk: AgainDesk, post: Post, url: str, code: Callable[[], str], key: str) -> None:
    """From now on the desk can ask the server at `url` for a room that follows up the one with this code."""
    asking = Asking(desk, post, key)

    def told(made: RoomMade) -> None:
        desk.code, desk.key = made.code, made.host_key

    def make(typed: str) -> None:
        room = code()
        asking.ask(typed, lambda known: api.follow_up(url, room, known), told)

    desk.make = make


def report_from(
    desk: ReportDesk, write: SaveReport, post: Post, url: str, code: Callable[[], str], key: str
) -> None:
    """From now on the desk can ask the server at `url` for the report of the room with this code."""
    asking = Asking(desk, post, key)

    def told(path: Path) -> None:
        desk.saved = str(Path(path.parent.name, path.name))

    def save(typed: str, language: str) -> None:
        room = code()

        def written(known: str) -> Path | Nack:
            answer = api.report(url, room, known)
            return answer if isinstance(answer, Nack) else write(ReportWish(room, language, answer))

        desk.saved = ""
        asking.ask(typed, written, told)

    desk.save = save
