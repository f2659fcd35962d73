"""What many rooms say together, in the host's window: asked with the host key, and put on paper here."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from aiohttp import web

from game.client.paperwork import NotPrinted
from game.client.pilot import Pilot
from game.client.settings import Settings
from game.client.stations import host
from game.client.stations.board import Board
from game.client.stations.desk import TrendWish
from game.client.trended import trend_from
from game.commands.month import save_trend
from game.rules.command import CloseRoom
from tests.client.desk import Desk as Counter
from tests.client.desk import free_port, nack
from tests.client.pictures_board import DOOR, crowd
from tests.printing.paper import Paper
from tests.trend.test_forms import nothing, year

KEY = "K7PR-2MXA-9TBE-HS4D"
WAIT = 20
LANGUAGES: tuple[Literal["sv", "en"], ...] = ("sv", "en")
LOOKS = [
    (size, scale, contrast, language)
    for size in ((1280, 720), (1920, 1080))
    for scale, contrast in ((1.0, False), (1.5, False), (1.5, True))
    for language in LANGUAGES
]


class Office:
    """A host's window in a room, and a server of a few lines that tells the trend."""

    def __init__(self, *, key: str = KEY, closed: bool = False) -> None:
        self.work: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        self.house, self.leader, _tables = crowd(3, "talk")
        if closed:
            self.house.does(self.leader, CloseRoom())
        self.board = Board(self.leader, DOOR)
        self.key = key

    def open(
        self,
        url: str,
        write: Callable[[TrendWish], Path] = save_trend,
        size: tuple[int, int] = (1280, 720),
        settings: Settings | None = None,
    ) -> Pilot:
        trend_from(self.board.desk.trend, write, self.work.put, url, lambda: "FKT-482", self.key)
        return self.house.pilot(self.leader, lambda play, ctx: host.build(self.board, ctx), size, settings)

    def page(self, pilot: Pilot) -> None:
        """From the board to the page, by keyboard and a click."""
        pilot.press("m")
        pilot.pane.reveal("open trend")
        pilot.settle()
        pilot.click("open trend")

    def done(self, pilot: Pilot) -> None:
        """What the thread has brought."""
        self.work.get(timeout=WAIT)()
        pilot.pane.refresh()
        pilot.settle()


class Telling(Counter):
    """Answers for the trend with `KEY`."""

    def __init__(self, port: int) -> None:
        super().__init__(port, sockets=False)
        self.trend: dict[str, Any] | None = {}

    async def _serve(self) -> web.AppRunner:
        async def tell(request: web.Request) -> web.Response:
            if request.headers.get("X-Host-Key") != KEY:
                return web.json_response(nack("wrong_host_key"), status=403)
            return web.json_response({"ok": True, "trend": self.trend})

        app = web.Application()
        app.router.add_get("/api/rooms/{code}/trend", tell)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._port).start()
        return runner


@pytest.fixture
def server() -> Iterator[Telling]:
    with Telling(free_port()).open() as told:
        assert isinstance(told, Telling)
        told.trend = year().model_dump(mode="json")
        yield told


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    folder = tmp_path / "Documents"
    folder.mkdir()
    return folder


def test_the_page_tells_themes_and_cards_to_come_and_writes_both_papers(
    server: Telling, documents: Path
) -> None:
    office = Office()
    pilot = office.open(server.url)
    office.page(pilot)
    assert pilot.see("Hämtar …")
    office.done(pilot)
    told = year()
    assert pilot.see("januari 2026 – december 2026")
    assert pilot.see(told.checkins[0].question["sv"])
    pilot.click("save trend")
    office.done(pilot)
    assert pilot.see("Sparat: Documents/over-tid.pdf")
    assert Paper((documents / "over-tid.pdf").read_bytes()).count == 2
    card = told.season[0].card
    pilot.pane.reveal(f"save {card}")
    pilot.settle()
    for words in (told.season[0].title["sv"], "anteckningar vill förbättra", "januari 2027"):
        assert pilot.see(words)
    pilot.click(f"save {card}")
    office.done(pilot)
    paper = Paper((documents / f"manadens-kort-{card.partition('/')[2]}.pdf").read_bytes())
    assert told.season[0].title["sv"] in paper.text


@pytest.mark.parametrize(("size", "scale", "contrast", "language"), LOOKS)
def test_it_fits_every_window(
    server: Telling, size: tuple[int, int], scale: float, contrast: bool, language: Literal["sv", "en"]
) -> None:
    office = Office()
    look = Settings(language=language, text=scale, contrast=contrast)
    pilot = office.open(server.url, size=size, settings=look)
    office.page(pilot)
    office.done(pilot)
    assert pilot.problems() == []


def test_the_last_page_has_it_too(server: Telling) -> None:
    office = Office(closed=True)
    pilot = office.open(server.url)
    assert pilot.problems() == []
    pilot.click("open trend")
    office.done(pilot)
    assert pilot.see("januari 2026 – december 2026")
    pilot.press("escape")
    assert pilot.see("Sessionen är slut")


def test_nothing_to_tell_says_what_is_needed(server: Telling) -> None:
    server.trend = nothing().model_dump(mode="json")
    office = Office()
    pilot = office.open(server.url)
    office.page(pilot)
    office.done(pilot)
    assert pilot.see("Tre arbetsplatsträffar med ett bord var räcker")
    assert "save trend" not in {target.key for target in pilot.pane.live()}
    assert pilot.problems() == []


def test_a_server_that_keeps_none_and_one_of_another_version_are_told_of(server: Telling) -> None:
    for trend, words in ((None, "sparar inget över tid"), ({"format": 2}, "annan version")):
        server.trend = trend
        office = Office()
        pilot = office.open(server.url)
        office.page(pilot)
        office.done(pilot)
        assert pilot.see(words)


def test_a_window_that_has_come_back_asks_for_the_key(server: Telling) -> None:
    office = Office(key="")
    pilot = office.open(server.url)
    office.page(pilot)
    assert office.work.empty()
    for typed, words in (("fel", "wrong_host_key på svenska"), (KEY, "januari 2026 – december 2026")):
        pilot.click("trend key")
        pilot.press("ctrl+a")
        pilot.type(typed)
        pilot.click("show trend")
        office.done(pilot)
        assert pilot.see(words)
    assert "trend key" not in {target.key for target in pilot.pane.live()}


def test_no_server_is_told_of() -> None:
    office = Office()
    pilot = office.open(f"http://127.0.0.1:{free_port()}")
    office.page(pilot)
    office.done(pilot)
    assert pilot.see("svarar inte")


def test_a_card_that_is_not_on_this_computer_is_told_of(documents: Path) -> None:
    with pytest.raises(NotPrinted) as told:
        save_trend(TrendWish("sv", {}, "borta/kort"))
    assert "finns inte på den här datorn" in told.value.words["sv"]
    assert list(documents.iterdir()) == []


def test_where_nobody_can_be_asked_there_is_no_button() -> None:
    office = Office()
    pilot = office.house.pilot(office.leader, lambda play, ctx: host.build(office.board, ctx), (1280, 720))
    pilot.press("m")
    assert "open trend" not in {target.key for target in pilot.pane.live()}
