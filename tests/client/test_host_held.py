"""A card that some table has yet to vote on: the host is told whom it would spoil, and may show it anyway."""

from __future__ import annotations

import pytest

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.settings import Language, Settings
from game.client.stations import host
from game.rules.command import OpenNext, ShowResult
from tests.client.pictures_hall import board
from tests.client.tables import House

CARD = "motet/sockorna"


def apart() -> tuple[House, Play, Play, Play]:
    """(house, host, hall screen, table 4) when three tables are done with a card and table 4 is not."""
    house = House("APT 60", [CARD, "motet/luren-och-disken"], pace="table")
    slow = house.table(4, 4)
    leader, wall = house.host(), house.screen()
    house.does(leader, OpenNext(serial=leader.serial))
    quick = [house.table(4, number) for number in (1, 2, 3)]
    house.go(quick, "perspective")
    leader.kept["tab"] = "results"
    return house, leader, wall, slow


def window(house: House, leader: Play, language: Language = "sv", text: float = 1.0) -> Pilot:
    whole, settings = board(leader), Settings(language=language, text=text)
    return house.pilot(leader, lambda play, ctx: host.build(whole, ctx), (1280, 720), settings)


def offered(pilot: Pilot) -> bool:
    """Whether there is a switch that shows the card."""
    return any(target.key == f"show card:{CARD}" for target in pilot.pane.live())


def charts(wall: Play) -> list[str]:
    return [chart["card"] for chart in wall.hall["charts"]] if wall.hall else []


def test_the_host_is_told_which_table_the_hall_waits_for() -> None:
    house, leader, _wall, slow = apart()
    pilot = window(house, leader)
    assert pilot.see("Bord 4 har inte röstat klart på det här kortet.")
    assert not offered(pilot)
    house.go([slow], "compare")
    pilot.pane.refresh()
    assert not pilot.see("har inte röstat klart")
    assert offered(pilot)


def test_enter_is_the_way_back_from_showing_it_anyway() -> None:
    house, leader, wall, _slow = apart()
    pilot = window(house, leader)
    pilot.click(f"anyway {CARD}")
    assert pilot.see("Visa kortet ändå?")
    pilot.press("return")
    assert (pilot.see("Visa kortet ändå?"), charts(wall)) == (False, [])
    pilot.click(f"anyway {CARD}")
    pilot.click("yes anyway")
    assert (pilot.see("Visa kortet ändå?"), charts(wall)) == (False, [CARD])


def test_a_table_that_comes_late_is_told_of_beside_the_switch_that_is_on() -> None:
    house, leader, wall, slow = apart()
    house.go([slow], "compare")
    house.does(leader, ShowResult(what=f"card:{CARD}"))
    assert charts(wall) == [CARD]
    house.table(4, 9)
    pilot = window(house, leader)
    assert charts(wall) == []
    assert pilot.see("Bord 9 har inte röstat klart på det här kortet.")
    assert offered(pilot)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_fits_with_large_text(language: Language) -> None:
    house, leader, _wall, _slow = apart()
    pilot = window(house, leader, language, 1.5)
    assert pilot.problems() == []
    pilot.click(f"anyway {CARD}")
    assert pilot.problems() == []
