"""When the votes are so few that they might be told apart, the table is asked; nobody has to agree."""

from __future__ import annotations

from typing import Any

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import team
from game.rules.command import CastVote, CloseVote
from tests.client.tables import House


def asked() -> tuple[House, Pilot]:
    """A shared machine of three where the vote was closed when one had voted."""
    house = House("APT 60", ["motet/nummer-61"] * 3)
    table = house.table(3)
    house.host()
    house.to("vote", 1)
    house.does(table, CastVote(seat=table.seats[0]["id"], serial=table.serial, choice="a"))
    house.does(table, CloseVote(serial=table.serial))
    return house, house.pilot(table, team.build)


def before(table: Play) -> Any:
    """The first vote's counts as the table is shown them."""
    assert table.result is not None
    return table.result["before"]


def test_the_counts_are_shown_when_every_seat_of_the_machine_has_agreed() -> None:
    house, pilot = asked()
    table = house.plays[0]
    for seat in table.seats:
        assert before(table) is None
        pilot.click(f"show {seat['id']}")
    assert before(table) is not None


def test_whoever_does_not_agree_holds_nobody_up() -> None:
    house, pilot = asked()
    pilot.press("ctrl+return")
    table = house.plays[0]
    assert table.stage is not None
    assert table.stage["phase"] == "talk"
    assert before(table) is None
