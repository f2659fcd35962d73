"""A staff day of over two hours, at human speed by a clock that is turned by hand, and all that goes wrong.

The day is told in `staffday`: its chapters one after the other, in one room. `HELD` lists which of them
assert each awkward case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import aiohttp
import pytest

from server import hub
from tests.awkward import CASES
from tests.server.kit import Guests, HandClock
from tests.server.staffday import afternoon, door, first_card, second_card
from tests.server.staffday.hall import Day
from tests.server.staffday.people import HURRIED

Chapter = Callable[[Day], Awaitable[None]]

COURSE: tuple[Chapter, ...] = (
    door.they_come,
    door.managers_sit_where_the_room_says,
    door.a_table_is_full_at_eight,
    door.one_who_sits_alone_could_have_company,
    door.two_hosts_press_next,
    door.a_late_person_checks_in,
    first_card.some_are_away_when_the_vote_opens,
    first_card.the_open_vote_is_made_anew,
    first_card.nobody_waits_for_them,
    first_card.a_closed_vote_is_never_reopened,
    first_card.a_tie_has_no_winner,
    first_card.late_ones_meet_the_card,
    first_card.the_sleeper_wakes,
    first_card.a_timeout_tells_nobody_who,
    first_card.they_vote_again,
    first_card.a_lost_machine_has_its_own_vote_again,
    first_card.the_shift_leaves_out_who_was_away,
    second_card.a_card_is_swapped_while_it_is_read,
    second_card.late_ones_vote_on_the_next_card,
    second_card.whoever_led_is_gone,
    second_card.own_answers_come_in_no_order_of_theirs,
    second_card.no_host_is_here,
    second_card.the_server_dies_in_a_vote,
    afternoon.lunch,
    afternoon.one_who_sat_alone_joins_the_neighbours,
    afternoon.the_removed_may_come_back_and_the_barred_may_not,
    afternoon.a_card_comes_too_close,
    afternoon.cards_without_trouble,
    afternoon.a_text_is_shown_and_hidden,
    afternoon.they_go_home,
)

HELD: Mapping[str, tuple[Chapter, ...]] = {
    "options tie": (first_card.a_tie_has_no_winner,),
    "seat away": (
        first_card.some_are_away_when_the_vote_opens,
        first_card.nobody_waits_for_them,
        first_card.the_shift_leaves_out_who_was_away,
    ),
    "seat returns": (first_card.the_sleeper_wakes, first_card.they_vote_again),
    "late person": (
        door.a_late_person_checks_in,
        first_card.late_ones_meet_the_card,
        first_card.they_vote_again,
        second_card.late_ones_vote_on_the_next_card,
    ),
    "late table": (
        first_card.late_ones_meet_the_card,
        first_card.they_vote_again,
        second_card.late_ones_vote_on_the_next_card,
    ),
    "station lost": (
        first_card.some_are_away_when_the_vote_opens,
        first_card.nobody_waits_for_them,
        first_card.the_sleeper_wakes,
        first_card.a_lost_machine_has_its_own_vote_again,
    ),
    "server restarts": (second_card.the_server_dies_in_a_vote,),
    "host lost": (second_card.whoever_led_is_gone, second_card.no_host_is_here),
    "two hosts press next": (door.two_hosts_press_next,),
    "a misunderstanding": (first_card.the_open_vote_is_made_anew, first_card.a_closed_vote_is_never_reopened),
    "time-out": (
        first_card.a_timeout_tells_nobody_who,
        second_card.a_card_is_swapped_while_it_is_read,
        afternoon.a_card_comes_too_close,
    ),
    "removing a station": (afternoon.the_removed_may_come_back_and_the_barred_may_not,),
    "fewer than 2 seats": (
        door.one_who_sits_alone_could_have_company,
        afternoon.one_who_sat_alone_joins_the_neighbours,
    ),
    "more than 8 seats": (door.a_table_is_full_at_eight,),
    "manager at the table": (door.managers_sit_where_the_room_says, first_card.they_vote_again),
    "hurtful text": (afternoon.a_text_is_shown_and_hidden,),
}
"""Each awkward case of the rules, and the chapters that assert it."""


@pytest.fixture(autouse=True)
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Views are told at once: ten times a second of real time is minutes of this day."""
    monkeypatch.setattr(hub, "PACE", 0)
    monkeypatch.setattr(hub, "REST", 0)


def test_the_day_holds_every_awkward_case() -> None:
    assert tuple(HELD) == CASES
    assert {chapter for chapters in HELD.values() for chapter in chapters} <= set(COURSE)


async def test_a_staff_day_with_everything_that_goes_wrong(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    day = Day(database, guests, clock)
    await day.serve()
    try:
        for chapter in COURSE:
            await chapter(day)
        assert await left_of(day) == 0
    finally:
        await day.stop()
    assert day.minutes >= 120
    told = sum((person.told for person in day.people), Counter[str]())
    assert set(told) <= HURRIED, told


async def left_of(day: Day) -> int:
    """How many sealed choices the closed room still holds."""
    address = f"{day.at.url}/api/rooms/{day.made['code']}/left"
    async with (
        aiohttp.ClientSession() as session,
        session.get(address, headers={"X-Host-Key": day.made["host_key"]}) as response,
    ):
        left: int = (await response.json())["ballots"]
        return left
