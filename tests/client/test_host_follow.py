"""The follow-up from the host's last page: its key is asked for where it is not known, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from game.client.paperwork import desk_of
from game.client.stations import host
from game.client.stations.board import Board
from game.client.stations.desk import AgainDesk, Desk, ReportDesk
from game.rules.command import CloseRoom
from tests.client.pictures_board import DOOR, crowd

KEY = "K7PR-2MXA-9TBE-HS4D"


def at_once(call: Callable[[], object]) -> None:
    call()


class Office:
    """A host's last page; what is asked for is noted in `made`, and leaving in `left`."""

    def __init__(self, desk: Desk, *, needs_key: bool = False) -> None:
        self.made: list[str] = []
        self.left: list[bool] = []
        house, leader, _tables = crowd(1, "talk")
        house.does(leader, CloseRoom())
        leader.leave = lambda: self.left.append(True)
        self.board = Board(leader, DOOR, desk=desk)
        desk.again = AgainDesk(self.make, needs_key=needs_key)
        self.pilot = house.pilot(leader, lambda play, ctx: host.build(self.board, ctx), (1280, 720))

    def make(self, typed: str) -> None:
        self.made.append(typed)
        self.board.desk.again.works = True

    def answered(self) -> None:
        """The server has made the room."""
        again = self.board.desk.again
        again.works, again.code, again.key = False, "GKT-297", KEY
        self.pilot.pane.refresh()

    def fields(self) -> list[str]:
        self.pilot.settle()
        return [target.key for target in self.pilot.pane.live() if target.role == "field"]

    def tab_to(self, key: str) -> None:
        while self.pilot.focused() != key:
            self.pilot.press("tab")


def a_report(needs_key: bool) -> Desk:
    """A desk whose report can be saved."""
    return Desk(report=ReportDesk(lambda typed, language: None, needs_key=needs_key))


def test_the_key_is_asked_for_though_the_report_knows_it_and_enter_makes_the_room() -> None:
    office = Office(a_report(needs_key=False), needs_key=True)
    assert office.fields() == ["follow-up key"]
    office.tab_to("follow-up key")
    office.pilot.press("return")
    office.pilot.type(KEY)
    office.pilot.press("return")
    assert (office.made, office.left) == ([KEY], [])


def test_a_key_that_was_typed_for_the_report_stands_there_already() -> None:
    office = Office(a_report(needs_key=True), needs_key=True)
    assert office.fields() == ["report key"]
    office.tab_to("report key")
    office.pilot.type(KEY)
    office.board.desk.report.needs_key = False
    office.pilot.pane.refresh()
    assert office.fields() == ["follow-up key"]
    office.tab_to("make follow-up")
    office.pilot.press("return")
    assert office.made == [KEY]


def test_enter_leaves_the_last_page_but_never_a_key_that_is_shown_this_once() -> None:
    office = Office(Desk())
    office.tab_to("make follow-up")
    office.pilot.press("return")
    office.pilot.press("return")
    office.answered()
    assert office.pilot.see(KEY)
    office.pilot.press("return")
    assert (office.made, office.left) == ([""], [])
    home = office.pilot.pane.target("home")
    assert home is not None
    assert not home.clip, "the way out scrolls away"
    office.tab_to("home")
    office.pilot.press("return")
    assert office.left == [True]
    other = Office(Desk())
    other.pilot.press("return")
    assert other.left == [True]


def test_the_calendar_has_one_entry_before_and_after_the_room_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    folder = tmp_path / "Documents"
    folder.mkdir()
    office = Office(desk_of(tmp_path, None, at_once))

    def kept() -> tuple[str, str]:
        office.tab_to("follow up")
        office.pilot.press("return")
        assert office.pilot.see("Sparat: Documents/uppfoljning-FKT-482.ics")
        (file,) = folder.iterdir()
        (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        return str(event["uid"]), str(event["description"])

    first, before = kept()
    office.answered()
    assert not office.pilot.see("Sparat")
    again, after = kept()
    assert again == first
    assert ("GKT-297" in before, "GKT-297" in after) == (False, True)
