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
from tests.server.staffday import afternoon, midday, morning
from tests.server.staffday.hall import HURRIED, Day

Chapter = Callable[[Day], Awaitable[None]]

COURSE: tuple[Chapter, ...] = (
    morning.they_come,
    morning.managers_sit_where_the_room_says,
    morning.a_table_is_full_at_eight,
    morning.one_who_sits_alone_could_have_company,
    morning.two_hosts_press_next,
    morning.a_late_person_checks_in,
    morning.some_are_away_when_the_vote_opens,
    morning.the_open_vote_is_made_anew,
    morning.nobody_waits_for_them,
    morning.a_closed_vote_is_never_reopened,
    morning.a_tie_has_no_winner,
    morning.late_ones_meet_the_card,
    morning.the_sleeper_wakes,
    morning.a_timeout_tells_nobody_who,
    morning.they_vote_again,
    morning.a_lost_machine_has_its_own_vote_again,
    morning.the_shift_leaves_out_who_was_away,
    midday.a_card_is_swapped_while_it_is_read,
    midday.late_ones_vote_on_the_next_card,
    midday.whoever_led_is_gone,
    midday.own_answers_come_in_no_order_of_theirs,
    midday.no_host_is_here,
    midday.the_server_dies_in_a_vote,
    afternoon.lunch,
    afternoon.one_who_sat_alone_joins_the_neighbours,
    afternoon.the_removed_may_come_back_and_the_barred_may_not,
    afternoon.a_card_comes_too_close,
    afternoon.cards_without_trouble,
    afternoon.a_text_is_shown_and_hidden,
    afternoon.they_go_home,
)

HELD: Mapping[str, tuple[Chapter, ...]] = {
    "options tie": (morning.a_tie_has_no_winner,),
    "seat away": (
        morning.some_are_away_when_the_vote_opens,
        morning.nobody_waits_for_them,
        morning.the_shift_leaves_out_who_was_away,
    ),
    "seat returns": (morning.the_sleeper_wakes, morning.they_vote_again),
    "late person": (
        morning.a_late_person_checks_in,
        morning.late_ones_meet_the_card,
        morning.they_vote_again,
        midday.late_ones_vote_on_the_next_card,
    ),
    "late table": (
        morning.late_ones_meet_the_card,
        morning.they_vote_again,
        midday.late_ones_vote_on_the_next_card,
    ),
    "station lost": (
        morning.some_are_away_when_the_vote_opens,
        morning.nobody_waits_for_them,
        morning.the_sleeper_wakes,
        morning.a_lost_machine_has_its_own_vote_again,
    ),
    "server restarts": (midday.the_server_dies_in_a_vote,),
    "host lost": (midday.whoever_led_is_gone, midday.no_host_is_here),
    "two hosts press next": (morning.two_hosts_press_next,),
    "a misunderstanding": (morning.the_open_vote_is_made_anew, morning.a_closed_vote_is_never_reopened),
    "time-out": (
        morning.a_timeout_tells_nobody_who,
        midday.a_card_is_swapped_while_it_is_read,
        afternoon.a_card_comes_too_close,
    ),
    "removing a station": (afternoon.the_removed_may_come_back_and_the_barred_may_not,),
    "fewer than 2 seats": (
        morning.one_who_sits_alone_could_have_company,
        afternoon.one_who_sat_alone_joins_the_neighbours,
    ),
    "more than 8 seats": (morning.a_table_is_full_at_eight,),
    "manager at the table": (morning.managers_sit_where_the_room_says, morning.they_vote_again),
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
