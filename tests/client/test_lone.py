"""Tables of one: what the host's board marks, and what whoever sits alone, or among too many, is told."""

from __future__ import annotations

from typing import Any

import pytest

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import team
from game.client.stations.host_table import table_key
from game.rules import Presence
from game.rules.command import Lock
from tests.client.pictures_board import lead
from tests.client.tables import House
from tests.client.test_host_board import a_board


def alone_at(*numbers: int, count: int = 8, **made: Any) -> tuple[House, Play]:
    """So many tables at the door, at these of which one person sits alone."""
    house = House("Halvdag", **made)
    for number in range(1, count + 1):
        if number in numbers:
            house.game.enter("solo", 1, number)
        else:
            house.game.enter("table", 5, number)
    return house, house.host()


def marked(pilot: Pilot) -> int:
    """How many tiles are marked as a table of one; the chip and the line at the door bear the same sign."""
    found = [op for op in pilot.pane.layout.ops if op.kind == "icon" and op.args[0] == "person"]
    return len(found) - pilot.see("Ensamma") - pilot.see("En enda person")


def test_tables_of_one_are_marked_and_named_before_the_start_and_asked_for_after_it() -> None:
    house, leader = alone_at(3, 6)
    pilot = a_board(house, leader)
    assert pilot.see("En enda person vid bord 3, 6.")
    assert marked(pilot) == 2
    lead(house, leader, "talk")
    pilot = a_board(house, leader)
    assert not pilot.see("En enda person")
    assert marked(pilot) == 2
    pilot.click("show lone")
    assert [target.key for target in pilot.pane.live() if target.key.startswith("table ")] == [
        table_key(tile["id"]) for tile in leader.tiles if tile["number"] in (3, 6)
    ]
    house.game.enter("solo", 1, 3)
    house.game.enter("solo", 1, 6)
    house.refresh()
    pilot.pane.refresh()
    assert pilot.see("Inget bord just nu")
    pilot.click("show everything")
    assert not pilot.see("Ensamma")


def test_while_most_tables_have_but_one_seat_nobody_is_called_alone() -> None:
    house, leader = alone_at(1, 2, 3, 4, 5)
    pilot = a_board(house, leader)
    assert not pilot.see("En enda person")
    assert marked(pilot) == 0
    lead(house, leader, "talk")
    assert marked(a_board(house, leader)) == 5


@pytest.mark.parametrize("made", [{"max_team": 1000, "k_tables": 1}, {"distribution": False}])
def test_in_a_lecture_and_in_practice_nobody_is_called_alone(made: dict[str, Any]) -> None:
    house, leader = alone_at(3, **made)
    assert marked(a_board(house, leader)) == 0
    assert leader.tiles


def test_who_sits_where_nobody_else_does_or_has_lost_the_network_is_not_called_alone() -> None:
    house, leader = alone_at(1, count=1)
    assert marked(a_board(house, leader)) == 0
    house, leader = alone_at(3)
    lead(house, leader, "talk")
    team = next(tile for tile in leader.tiles if tile["number"] == 3)
    house.presence = Presence(lost=frozenset({team["stations"][0]["id"]}))
    house.refresh()
    assert marked(a_board(house, leader)) == 0


# --- at the table itself ---


def test_whoever_sits_alone_reads_it_at_the_door_and_how_to_change_table() -> None:
    house = House("Halvdag")
    me = house.solo(4)
    pilot = house.pilot(me, team.build)
    assert not pilot.see("ensam"), "there is nobody to go to"
    house.game.enter("table", 5, 7)
    house.refresh()
    pilot.pane.refresh()
    assert pilot.see("Du är ensam vid bord 4 än så länge.")
    assert not house.pilot(house.screen(4), team.build).see("ensam"), "a wall is nobody"
    pilot.click("Byt bord")
    assert pilot.see("Välj då numret på ett bord där andra sitter.")
    pilot.press("escape")
    house.game.enter("solo", 1, 4)
    house.refresh()
    pilot.pane.refresh()
    assert not pilot.see("ensam")
    assert not pilot.see("Byt bord")


def test_where_nobody_may_come_in_again_whoever_sits_alone_is_sent_to_the_host() -> None:
    house = House("Halvdag")
    me, _other, leader = house.solo(4), house.table(5, 7), house.host()
    house.does(leader, Lock(on=True))
    pilot = house.pilot(me, team.build)
    assert pilot.see("Räck upp handen om du vill till ett annat bord")
    assert not pilot.see("Byt bord")


@pytest.mark.parametrize("preset", ["Lecture", "Solo"])
def test_in_an_audience_and_in_practice_nobody_reads_that_they_are_alone(preset: str) -> None:
    house = House(preset)
    me = house.solo(1)
    house.solo(2)
    assert not house.pilot(me, team.build).see("ensam")


def test_eight_at_one_machine_are_told_how_more_can_sit() -> None:
    house = House("Halvdag")
    eight, seven = house.table(8), house.table(7)
    pilots = [house.pilot(play, team.build) for play in (eight, seven)]
    for pilot in pilots:
        pilot.click("seats")
    assert [pilot.see("Är ni fler, dela er på två bord") for pilot in pilots] == [True, False]
