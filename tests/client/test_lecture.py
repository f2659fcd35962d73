"""A lecture's audience sits at no tables: nothing that it reads speaks of any, and seats are counted."""

from __future__ import annotations

import re

import pytest

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import host, screen, team
from game.rules import Presence
from game.rules.command import Leave, MarkAway, Pause, RaiseHand, SetPace
from tests.client.pictures_hall import DOOR, board
from tests.client.tables import House

AUDIENCE = 9
TABLE = re.compile(r"\bbord(et|en)?s?\b", re.IGNORECASE)
TABS = ("tables", "card", "results", "wall", "plan")
ASKED = ("message", "pause", "more", "skip", "next", "close", "leave", "plan", "cohost", "gather")
PLACES = (
    ("lobby", 1),
    ("frame", 1),
    ("checkin", 1),
    ("checkin", 2),
    ("draw", 1),
    ("read", 1),
    ("vote", 1),
    ("reveal", 1),
    ("talk", 1),
    ("vote", 2),
    ("compare", 1),
    ("note", 1),
    ("pledge", 1),
)


def lecture() -> tuple[House, list[Play], Play, Play]:
    """(house, audience, host, hall screen)"""
    house = House("Lecture")
    audience = [house.solo() for _ in range(AUDIENCE)]
    return house, audience, house.host(), house.screen()


def test_what_an_audience_and_its_hall_read_speaks_of_no_tables() -> None:
    house, audience, _leader, wall = lecture()
    reader = audience[-1]
    told: dict[tuple[str, int], list[str]] = {}
    for phase, round_ in PLACES:
        house.to(phase, round_)
        card = str(reader.card["text"]["sv"]) if reader.card else ""
        seen = [
            *house.pilot(reader, team.build).texts(),
            *house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR), (1920, 1080)).texts(),
        ]
        found = [text for text in seen if TABLE.search(text) and text not in card]
        if found:
            told[phase, round_] = found
    assert not told


def leads(house: House, leader: Play, size: tuple[int, int] = (1920, 1080)) -> Pilot:
    whole = board(leader)
    return house.pilot(leader, lambda _play, ctx: host.build(whole, ctx), size)


def read(pilot: Pilot) -> list[str]:
    """All that stands in the window or is on a button."""
    return [*pilot.texts(), *(target.label for target in pilot.pane.live())]


@pytest.mark.parametrize("place", [("lobby", 1), ("draw", 1), ("vote", 1), ("compare", 1)], ids=str)
def test_a_lecturers_board_speaks_of_no_tables(place: tuple[str, int]) -> None:
    house, audience, leader, _wall = lecture()
    house.to(*place)
    house.does(audience[0], RaiseHand())
    card = str(leader.card["text"]["sv"]) if leader.card else ""
    pilot = leads(house, leader)
    told: dict[str, list[str]] = {}
    for where, names in (("tab", TABS), ("ask", ASKED)):
        for name in names:
            leader.kept[where] = name
            pilot.pane.refresh()
            told[name] = [text for text in read(pilot) if TABLE.search(text) and text not in card]
        leader.kept.pop(where)
    house.does(leader, Pause(text="Kaffe", minutes=5))
    pilot.pane.refresh()
    told["paused"] = [text for text in read(pilot) if TABLE.search(text)]
    assert {name: found for name, found in told.items() if found} == {}


def test_a_lecturer_sees_who_is_in_who_has_voted_the_time_and_the_hand_and_answers_it() -> None:
    house, audience, leader, _wall = lecture()
    house.table(seats=2)  # two who share a machine
    house.to("vote")
    house._part(audience[1])
    house.does(audience[2], MarkAway(seat=audience[2].seats[0]["id"]))
    house.presence = Presence(lost=frozenset({house.actor(audience[3]).station or ""}))
    house.does(audience[4], RaiseHand())
    house.wait(20_000)
    for size in ((1280, 720), (1920, 1080)):
        pilot = leads(house, leader, size)
        assert pilot.problems() == []
        words = ("Salen", str(AUDIENCE + 2), "platser är med", "1 borta", "1 har tappat nätet")
        assert set(words) <= set(pilot.texts())
        assert {"1", f"av {AUDIENCE + 1} har röstat"} <= set(pilot.texts())
        assert len([text for text in pilot.texts() if re.fullmatch(r"\d:\d\d", text)]) == 2, "ring and page"
    assert pilot.see("Någon vill ha hjälp · nyss")
    pilot.click("Jag kommer")
    assert pilot.see("Ingen ber om hjälp just nu.")
    before = leader.stage["ends"] if leader.stage else None
    pilot.click("+2 minuter")
    assert leader.stage is not None
    assert leader.stage["ends"] == (before or 0) + 120_000


def test_a_lecture_votes_again_only_after_a_question_and_no_number_opens_a_table() -> None:
    house, audience, leader, _wall = lecture()
    pair = house.table(seats=2)
    house.to("vote")
    for play in (audience[0], pair):
        house._part(play)
    house.refresh()
    pilot = leads(house, leader)
    pilot.press("1")
    pilot.click("Rösta om den här omröstningen …")
    assert pilot.see("Rösta om?")
    pilot.press("return")
    assert sum(tile["done"] for tile in leader.tiles) == 3
    pilot.click("Rösta om den här omröstningen …")
    pilot.click("yes vote again")
    assert sum(tile["done"] for tile in leader.tiles) == 0


def test_before_anybody_has_come_a_lecturer_reads_that_nobody_is_in() -> None:
    house = House("Lecture")
    pilot = leads(house, house.host())
    assert pilot.see("Ingen är med än")
    house.solo()
    pilot.pane.refresh()
    assert pilot.see("plats är med")


@pytest.mark.parametrize("place", [("checkin", 1), ("vote", 1), ("pledge", 1)])
def test_host_and_hall_count_the_audience_by_seats(place: tuple[str, int]) -> None:
    house, _audience, leader, wall = lecture()
    house.to(*place)
    assert wall.hall is not None
    assert (wall.hall["done"], wall.hall["of"]) == (0, AUDIENCE)
    hall = house.pilot(wall, lambda play, ctx: screen.build(play, ctx, DOOR), (1920, 1080))
    leading = board(leader)
    for pilot in (hall, house.pilot(leader, lambda _play, ctx: host.build(leading, ctx))):
        assert pilot.see(f"0 av {AUDIENCE} klara")
    house._part(house.plays[0])
    house.refresh()
    assert wall.hall["done"] == 1


def test_a_table_that_is_an_audience_at_its_own_pace_is_still_counted_by_seats() -> None:
    house, _audience, leader, wall = lecture()
    house.to("vote")
    house.does(leader, SetPace(pace="table"))
    assert wall.hall is not None
    assert wall.hall["of"] == AUDIENCE


def test_who_sees_what_is_told_an_audience_without_tables() -> None:
    house = House("Lecture")
    entering = house.solo(ready=False)
    seen = read(house.pilot(entering, team.build))
    assert not [text for text in seen if TABLE.search(text)]
    leader = house.host()
    house.does(entering, Leave())
    assert not [text for text in read(leads(house, leader)) if TABLE.search(text)]


def test_the_host_reads_to_an_audience() -> None:
    house, audience, _leader, _wall = lecture()
    house.to("read")
    for play in audience:
        pilot = house.pilot(play, team.build)
        assert pilot.see("Spelledaren läser högt")
