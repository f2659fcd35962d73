"""A lecture's audience sits at no tables: nothing that it reads speaks of any, and seats are counted."""

from __future__ import annotations

import re

import pytest

from game.client.play import Play
from game.client.stations import host, screen, team
from game.rules.command import SetPace
from tests.client.pictures_hall import DOOR, board
from tests.client.tables import House

AUDIENCE = 9
TABLE = re.compile(r"\bbord(et|en)?s?\b", re.IGNORECASE)
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
