"""A ranking is voted on by pressing things in order; pressing one again takes it back."""

from __future__ import annotations

import pytest

from game.client.ballots.ranking import turned
from game.client.pilot import Pilot
from game.client.stations import team
from game.rules.event import VoteCast
from tests.client.tables import House

CARD = "blandat/nar-kon-ar-lang"
LETTERS = ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("placed", "letter", "then"),
    [
        ("", "c", "c"),
        ("c", "a", "ca"),
        ("ca", "d", "cadb"),  # the last one left takes its place by itself
        ("cadb", "b", "cad"),
        ("cadb", "d", "ca"),  # and goes with the one before it
        ("cadb", "c", "adb"),
        ("cad", "b", "cadb"),
        ("c", "c", ""),
    ],
)
def test_a_press_puts_a_thing_last_or_takes_it_away(placed: str, letter: str, then: str) -> None:
    assert turned(placed, LETTERS, letter) == then


@pytest.fixture
def house() -> House:
    found = House("APT 60", [CARD] * 3, slugs=("blandat",))
    found.solo(1)
    found.host()
    found.to("vote", 1)
    return found


def ballot(house: House) -> Pilot:
    return house.pilot(house.plays[0], team.build)


def cast(house: House) -> int:
    return sum(isinstance(event, VoteCast) for event in house.game.log)


def test_an_order_is_sent_when_everything_has_its_place(house: House) -> None:
    pilot = ballot(house)
    pilot.press("3", "1")
    pilot.press("return")
    assert cast(house) == 0
    pilot.press("4")
    pilot.press("return")
    assert cast(house) == 1
    own = house.plays[0].you
    assert own is not None
    assert [body["choice"] for body in own["own"].values()] == ["cadb"]
    assert pilot.see("1 av 1 klara · stänger om några sekunder")


def test_a_pass_needs_no_order(house: House) -> None:
    pilot = ballot(house)
    pilot.press("3", "p", "return")
    assert cast(house) == 1
