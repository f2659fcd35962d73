"""The report from the host's window: asked of the server with the host key, written on this machine."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from game.client.paperwork import NotPrinted, report_from
from game.client.pilot import Pilot
from game.client.stations import host
from game.client.stations.board import Board
from game.client.stations.desk import ReportWish
from game.commands.report import save_report
from game.rules.command import CloseRoom
from game.rules.report import report_of
from tests.client.desk import Desk as Counter
from tests.client.desk import free_port, nack
from tests.client.pictures_board import DOOR, crowd
from tests.client.tables import House
from tests.printing.paper import Paper
from tests.report.day import Day, some_cards

KEY = "K7PR-2MXA-9TBE-HS4D"
WAIT = 20


class Office:
    """A host's window in a room, and a server of a few lines that tells its report."""

    def __init__(self, *, phase: str = "talk", closed: bool = False, key: str = KEY) -> None:
        self.work: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        self.written: list[ReportWish] = []
        self.asked: list[tuple[str, str | None]] = []
        self.house, leader, _tables = crowd(3, phase)
        if closed:
            self.house.does(leader, CloseRoom())
        self.board = Board(leader, DOOR)
        self.key = key

    def open(self, url: str, write: Callable[[ReportWish], Path]) -> Pilot:
        report_from(self.board.desk.report, write, self.work.put, url, lambda: "FKT-482", self.key)
        return self.house.pilot(self.board.play, lambda play, ctx: host.build(self.board, ctx), (1280, 720))

    def done(self, pilot: Pilot) -> None:
        """What the thread has brought."""
        self.work.get(timeout=WAIT)()
        pilot.pane.refresh()


class Telling(Counter):
    """Answers for the report: {"FKT-482" with `KEY`: the report}."""

    def __init__(self, port: int) -> None:
        super().__init__(port, sockets=False)
        self.keys: list[str | None] = []
        self.report: dict[str, Any] = {}

    async def _serve(self) -> web.AppRunner:
        async def tell(request: web.Request) -> web.Response:
            self.keys.append(request.headers.get("X-Host-Key"))
            if request.match_info["code"] != "FKT-482" or self.keys[-1] != KEY:
                return web.json_response(nack("wrong_host_key"), status=403)
            return web.json_response({"ok": True, "report": self.report})

        app = web.Application()
        app.router.add_get("/api/rooms/{code}/report", tell)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._port).start()
        return runner


@pytest.fixture
def server() -> Iterator[Telling]:
    with Telling(free_port()).open() as told:
        assert isinstance(told, Telling)
        day = Day(3, some_cards("dilemma", of=1)).play()
        told.report = report_of(day.log, day.shelf, lambda ms: "2026-11-22").model_dump(mode="json")
        yield told


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "Documents").mkdir()
    return tmp_path / "Documents"


def test_the_last_page_saves_the_report_as_a_pdf_and_says_where(server: Telling, documents: Path) -> None:
    office = Office(closed=True)
    pilot = office.open(server.url, save_report)
    pilot.click("save report")
    assert pilot.see("Hämtar …")
    office.done(pilot)
    assert pilot.see("Sparat: Documents/rapport-FKT-482.pdf")
    assert pilot.problems() == []
    assert Paper((documents / "rapport-FKT-482.pdf").read_bytes()).count == 2
    assert server.keys == [KEY]


def test_while_the_session_is_on_it_is_found_under_more_and_says_what_it_holds(server: Telling) -> None:
    office = Office()
    pilot = office.open(server.url, lambda wish: Path("a", "b.pdf"))
    pilot.press("m")
    pilot.pane.reveal("open report")
    pilot.settle()
    pilot.click("open report")
    assert pilot.see("bara det som du har visat för salen kommer med")
    assert pilot.problems() == []
    pilot.click("save report")
    office.done(pilot)
    assert pilot.see("Sparat: a/b.pdf")


def test_a_window_that_has_come_back_asks_for_the_key_and_keeps_a_right_one(server: Telling) -> None:
    office = Office(closed=True, key="")
    pilot = office.open(server.url, lambda wish: Path("a", "b.pdf"))
    pilot.click("save report")
    assert server.keys == []
    for typed, sentence in (("fel", "wrong_host_key på svenska"), (KEY, "Sparat: a/b.pdf")):
        pilot.click("report key")
        pilot.press("ctrl+a")
        pilot.type(typed)
        pilot.click("save report")
        office.done(pilot)
        assert pilot.see(sentence)
    assert "report key" not in {target.key for target in pilot.pane.live()}
    pilot.click("save report")
    office.done(pilot)
    assert server.keys == ["FEL", KEY, KEY]


def test_a_key_that_has_been_changed_is_asked_for_anew(server: Telling) -> None:
    office = Office(closed=True, key="GAMMAL")
    pilot = office.open(server.url, lambda wish: Path("a", "b.pdf"))
    pilot.click("save report")
    office.done(pilot)
    assert pilot.see("wrong_host_key på svenska")
    assert "report key" in {target.key for target in pilot.pane.live()}


def test_no_server_and_a_file_that_cannot_be_written_are_told_of(server: Telling, documents: Path) -> None:
    (documents / "rapport-FKT-482.pdf").mkdir()
    for url, sentence in (
        (server.url, "går inte att skriva"),
        (f"http://127.0.0.1:{free_port()}", "svarar inte"),
    ):
        office = Office(closed=True)
        pilot = office.open(url, save_report)
        pilot.click("save report")
        office.done(pilot)
        assert pilot.see(sentence)


def test_a_report_of_another_version_is_told_of(documents: Path) -> None:
    with pytest.raises(NotPrinted) as told:
        save_report(ReportWish("FKT-482", "sv", {"format": 2}))
    assert "annan version" in told.value.words["sv"]
    assert list(documents.iterdir()) == []


def test_where_no_report_can_be_made_there_is_no_button() -> None:
    house, leader, _tables = crowd(1, "talk")
    assert isinstance(house, House)
    house.does(leader, CloseRoom())
    board = Board(leader, DOOR)
    pilot = house.pilot(leader, lambda play, ctx: host.build(board, ctx), (1280, 720))
    assert "save report" not in {target.key for target in pilot.pane.live()}
