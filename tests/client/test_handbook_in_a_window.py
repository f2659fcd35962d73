"""The handbook in the windows, the keys that it names, and the follow-up from the last page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from pathlib import Path

import pytest
from icalendar import Calendar

from game.client.paperwork import desk_of
from game.client.parts.handbook import QUOTES
from game.client.pilot import Pilot
from game.client.play import Play
from game.client.settings import TEXTS, Settings
from game.client.start import build as start
from game.client.stations import host
from game.client.stations.board import Board
from game.followup import moment, weeks_after
from game.handbook import LANGUAGES, handbook, plain
from game.rules.command import CloseRoom, RaiseHand
from tests.client.pictures_board import DOOR, crowd
from tests.client.pictures_windows import a_start
from tests.client.tables import House


@pytest.fixture(scope="module")
def led() -> tuple[House, Play]:
    house, leader, _tables = crowd(3, "talk")
    return house, leader


def at_once(call: Callable[[], object]) -> None:
    call()


def window(led: tuple[House, Play], settings: Settings | None = None) -> tuple[Board, Pilot]:
    house, leader = led
    leader.kept.clear()
    board = Board(leader, DOOR)
    shown = settings or Settings(motion=False)
    return board, house.pilot(leader, lambda play, ctx: host.build(board, ctx), (1280, 720), shown)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_read_by_keyboard_from_beginning_to_end(
    led: tuple[House, Play], language: str, text: float
) -> None:
    board, pilot = window(led, Settings(language="sv" if language == "sv" else "en", text=text, motion=False))
    pilot.press("f1")
    assert board.asked == "handbook"
    book = handbook(language)
    for number, page in enumerate(book.pages, 1):
        assert pilot.problems() == []
        pilot.press("return")
        assert (board.reader.page, pilot.see(page.title)) == (number, True)
        seen = set(pilot.texts())
        for _ in range(60):
            before = pilot.texts()
            pilot.press("pagedown")
            seen.update(pilot.texts())
            if pilot.texts() == before:
                break
        for block in page.blocks:
            runs = block.runs
            while block.shape == "fact" and runs[0].kind == "key":
                runs = runs[1:]
            assert plain(runs, QUOTES[language]).strip() in seen
        assert pilot.problems() == []
    pilot.press("return")
    assert board.asked == ""


def test_the_contents_lead_to_a_page_by_its_number_and_back(led: tuple[House, Play]) -> None:
    board, pilot = window(led)
    pilot.press("m")
    pilot.click("open handbook")
    pilot.press("9")
    assert pilot.see(handbook("sv").pages[8].title)
    pilot.click("previous page")
    assert board.reader.page == 8
    pilot.click("contents")
    assert pilot.see(handbook("sv").title)
    pilot.press("escape", "f1")
    assert board.reader.page == 0


def test_it_is_opened_again_where_one_was(led: tuple[House, Play]) -> None:
    board, pilot = window(led)
    pilot.press("f1", "7", "escape")
    assert board.asked == ""
    pilot.press("f1")
    assert pilot.see(handbook("sv").pages[6].title)


def test_the_start_window_has_it_under_help() -> None:
    first = a_start()
    pilot = Pilot(lambda ctx: start(first, ctx), (1280, 720), Settings(motion=False))
    pilot.press("f1")
    pilot.click("open handbook")
    assert pilot.see(handbook("sv").title)
    assert pilot.problems() == []
    pilot.press("escape")
    assert first.dialog == ""


def test_the_keys_of_the_board_do_what_the_handbook_says() -> None:
    house, leader, _tables = crowd(3, "talk")
    _, pilot = window((house, leader))
    pilot.press("p")
    assert pilot.see("Pausa för alla")
    pilot.press("escape", "m")
    assert pilot.see("Mer tid nu, för alla")
    pilot.press("escape", "2", "return")
    assert pilot.see("+2 minuter")
    assert pilot.see("Pausa bordet")
    pilot.press("escape", "t")
    assert pilot.see("Alla skärmar säger: Titta fram")
    pilot.press("p")
    assert not pilot.see("Alla skärmar säger: Titta fram")


def test_a_raised_hand_is_one_key_away() -> None:
    house, leader, tables = crowd(3, "talk")
    house.game.decide(tables[1], RaiseHand())
    house.refresh()
    _, pilot = window((house, leader))
    pilot.press("h")
    assert pilot.see("Jag kommer")


@pytest.mark.parametrize(
    ("preset", "phase", "button"),
    [("APT 60", "frame", "Nästa steg"), ("Halvdag", "vote", "Rösta om den här omröstningen …")],
)
def test_a_table_is_helped_on_by_the_button_that_the_handbook_names(
    preset: str, phase: str, button: str
) -> None:
    house, leader, _tables = crowd(1, phase, preset=preset)
    _, pilot = window((house, leader))
    pilot.press("1", "return")
    assert pilot.see(button)


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    folder = tmp_path / "Documents"
    folder.mkdir()
    return folder


def closed(folder: Path) -> tuple[House, Board, Pilot]:
    house, leader, _tables = crowd(1, "talk")
    house.does(leader, CloseRoom())
    board = Board(leader, DOOR, desk=desk_of(folder, None, at_once))
    return house, board, house.pilot(leader, lambda play, ctx: host.build(board, ctx), (1280, 720))


def test_the_last_page_keeps_the_follow_up_in_a_file_and_says_where(documents: Path, tmp_path: Path) -> None:
    _, board, pilot = closed(tmp_path)
    pilot.click("follow up")
    file = documents / "uppfoljning-FKT-482.ics"
    assert pilot.see("Sparat: Documents/uppfoljning-FKT-482.ics")
    assert pilot.problems() == []
    assert board.play.host is not None
    opened = board.play.host["opened"]
    assert opened is not None
    begins = weeks_after(moment(opened)).astimezone(UTC)
    assert f"DTSTART:{begins:%Y%m%dT%H%M%SZ}\r\n".encode() in file.read_bytes()
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    (card,) = board.play.host["dealt"]
    assert str(event["description"]).endswith(f"Korten ni pratade om då: {card['sv']}.")


def test_a_file_that_cannot_be_written_is_told_of(documents: Path, tmp_path: Path) -> None:
    (documents / "uppfoljning-FKT-482.ics").mkdir()
    _, _, pilot = closed(tmp_path)
    pilot.click("follow up")
    assert pilot.see("går inte att skriva")


def test_a_room_that_never_began_has_nothing_to_follow_up(documents: Path, tmp_path: Path) -> None:
    house = House("APT 60")
    leader = house.host()
    house.does(leader, CloseRoom())
    board = Board(leader, DOOR, desk=desk_of(tmp_path, None, at_once))
    pilot = house.pilot(leader, lambda play, ctx: host.build(board, ctx), (1280, 720))
    assert not pilot.see("kalendern")
