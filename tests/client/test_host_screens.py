"""The hall's screens on the host's list: told apart, and taken away after a question."""

from __future__ import annotations

from pathlib import Path

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import host
from tests.client.pictures_hall import board, hall
from tests.client.running import a_led_room, a_run, a_server
from tests.client.tables import House
from tests.client.test_host import reach


def station(play: Play) -> str:
    assert play.you is not None
    return play.you["station"]


def screens(count: int) -> tuple[House, list[str], Pilot]:
    """(house, the screens' stations as they came in, the host's window with everything else in it)."""
    house, leader, wall = hall(1)
    found = [station(wall), *(station(house.screen()) for _ in range(count - 1))]
    whole = board(leader)
    pilot = house.pilot(leader, lambda play, ctx: host.build(whole, ctx))
    pilot.press("m")
    return house, found, pilot


def test_the_only_screen_has_no_number() -> None:
    _house, found, pilot = screens(1)
    pilot.pane.reveal(f"remove {found[0]}")
    assert pilot.see("Storbild i salen")
    assert not pilot.see("den ordning")


def test_of_several_screens_the_one_that_was_meant_goes_after_a_question() -> None:
    house, found, pilot = screens(3)
    reach(pilot, f"remove {found[1]}")
    assert pilot.see("Ta bort Storbild 2 i salen?")
    pilot.press("return")
    assert set(found) <= set(house.game.room.stations), "Enter is the way back"
    reach(pilot, f"remove {found[1]}")
    pilot.click("yes screen")
    assert [one for one in found if one in house.game.room.stations] == [found[0], found[2]]
    pilot.pane.reveal(f"remove {found[2]}")
    assert pilot.see("Storbild 2 i salen")
    assert pilot.problems() == []


def test_the_screen_that_was_opened_from_here_says_so(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "me", server=served.url) as run:
        pilot = run.open()
        a_led_room(run)
        booth = run.booth()
        run.session.open_screen(booth)
        run.until(lambda: bool(booth.play.host and booth.play.host["screens"]))
        run.until(lambda: run.booth(1).play.you is not None)
        run.app.windows[0].pane.refresh()
        pilot.press("m")
        pilot.pane.reveal(f"remove {station(run.booth(1).play)}")
        assert pilot.see("Öppnad härifrån")
