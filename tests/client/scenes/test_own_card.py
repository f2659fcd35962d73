"""A table writes a dilemma of its own: it is sent whole, and nothing of it stays on the screen."""

from __future__ import annotations

import pytest

from game.client.pilot import Pilot
from game.client.stations import team
from game.rules.event import CardSuggested
from tests.client.tables import House


@pytest.fixture
def house() -> House:
    found = House("APT 60", ["motet/utelast-igen"] * 3)
    found.table(5, 1)
    found.host()
    found.to("talk", 1)
    return found


def opened(house: House) -> Pilot:
    table = house.plays[0]
    pilot = house.pilot(table, team.build)
    pilot.click("menu")
    pilot.click("Skriv ett eget kort")
    return pilot


def test_what_is_written_is_sent_and_forgotten(house: House) -> None:
    pilot = opened(house)
    pilot.type("Du sitter i växeln. Någon ringer och säger ingenting.")
    pilot.click("own card b")
    pilot.type("Väntar.")
    pilot.press("ctrl+return")
    assert pilot.see("Tack. Kortet ligger för granskning.")
    sent = [event for event in house.game.log if isinstance(event, CardSuggested)]
    assert [(event.situation, event.options) for event in sent] == [
        ("Du sitter i växeln. Någon ringer och säger ingenting.", ("Väntar.",))
    ]
    pilot.press("return")
    pilot.click("menu")
    pilot.click("Skriv ett eget kort")
    assert not pilot.see("Väntar.")


def test_too_little_cannot_be_sent(house: House) -> None:
    pilot = opened(house)
    pilot.type("För kort.")
    pilot.press("ctrl+return")
    assert not any(isinstance(event, CardSuggested) for event in house.game.log)
    assert pilot.see("Skicka till granskning")


def test_a_name_is_warned_about_before_it_leaves_the_table(house: House) -> None:
    pilot = opened(house)
    pilot.type("Anna Karlsson kommer till disken igen och är arg.")
    assert pilot.see("Det ser ut som ett namn. Skriv hellre vad som hände än vem det var.")
