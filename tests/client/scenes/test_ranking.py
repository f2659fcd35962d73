"""A ranking is voted on by pressing things in order; pressing one again takes it back."""

from __future__ import annotations

import pytest

from game.client.ballots.pick import picked
from game.client.ballots.ranking import turned
from game.client.pilot import Pilot
from game.client.stations import team
from game.rules.command import CastVote, ChooseWay
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


def test_taking_back_all_of_an_order_leaves_nothing_of_what_was_sent(house: House) -> None:
    pilot = ballot(house)
    pilot.press("3", "1", "4", "return")
    pilot.press("3", "1", "4", "2")
    assert not any(target.key == "cast" and target.enabled for target in pilot.pane.live())
    assert picked(house.plays[0], house.plays[0].seats[0]["id"]) == ""


@pytest.fixture
def table() -> tuple[House, Pilot]:
    """Five at a shared machine, at the first vote."""
    found = House("APT 60", [CARD] * 3, slugs=("blandat",))
    play = found.table(5)
    found.host()
    found.to("vote", 1)
    return found, found.pilot(play, team.build)


def reveal(table: tuple[House, Pilot], *orders: str) -> Pilot:
    """The seats put things in these orders, and the counts are shown."""
    house, pilot = table
    play = house.plays[0]
    for seat, order in zip(play.seats, orders, strict=True):
        house.does(play, CastVote(seat=seat["id"], serial=play.serial, choice=order))
    house.wait(6_000, pilot)
    house.to("reveal")
    pilot.pane.refresh()
    return pilot


FIRST = "Talen är hur många som satte det först."
TOGETHER = "Överst står det ni tillsammans satte högst."


def test_what_the_numbers_are_is_said_when_four_have_put_things_in_order(table: tuple[House, Pilot]) -> None:
    pilot = reveal(table, "abcd", "acbd", "bacd", "cabd", "pass")
    assert pilot.see(f"{TOGETHER} {FIRST}")


def test_no_common_order_is_claimed_when_too_few_have_given_one(table: tuple[House, Pilot]) -> None:
    pilot = reveal(table, "abcd", "acbd", "bacd", "pass", "pass")
    assert pilot.see(FIRST)
    assert not pilot.see(TOGETHER)


def test_the_same_thing_first_is_not_called_the_same_order(table: tuple[House, Pilot]) -> None:
    pilot = reveal(table, "abcd", "acbd", "adcb", "abdc", "pass")
    table[0].to("talk")
    pilot.pane.refresh()
    assert pilot.see("A står först hos alla som röstade.")


def test_cards_held_up_show_what_is_put_first() -> None:
    house = House("APT 60", [CARD] * 3, slugs=("blandat",))
    play = house.table(5)
    house.host()
    house.to("read")
    house.does(play, ChooseWay(way="cards_up"))
    house.to("vote", 1)
    assert house.pilot(play, team.build).see("visa vad du sätter först!")
