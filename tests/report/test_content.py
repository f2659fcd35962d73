"""What a report tells, and what it never does."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.rules import Event
from game.rules.command import CloseRoom, OpenNext, ShowResult
from game.rules.event import CheckinCounted, Compared, RatingsCounted
from game.rules.report import Report, report_of
from game.rules.slices import HallSlice
from game.rules.views.hall import hall_slices
from tests.golden.story import Teller
from tests.golden.story import library as told_library
from tests.report.day import Day, some_cards
from tests.rules.build import in_hall, session

GOLDEN = Path(__file__).parent / "golden"
STORIES = Path(__file__).parents[1] / "golden"
TOLD = ("halvdag-hall", "staff-day-hall", "staff-day-tables", "apt-30-shared-table")
DAY = "2026-11-22"


def a_day(ms: int) -> str:
    return DAY


@cache
def whole_day(tables: int = 12) -> Day:
    cards = [*some_cards("dilemma", of=3), *some_cards("scale", "mirror", "ranking", of=3)]
    return Day(tables, cards).play()


def told(day: Day) -> Report:
    return report_of(day.log, day.shelf, a_day)


def log_of(name: str) -> Sequence[Event]:
    """The log of a golden story."""
    teller = Teller()
    for line in (STORIES / f"{name}.story").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith(("#", "==", "  ")) and not line.startswith("see "):
            teller.tell(line)
    return teller.game.log


# --- golden sessions, as data ---------------------------------------------------------------------


@pytest.mark.parametrize("name", TOLD)
def test_the_report_of_a_golden_session_is_as_before(name: str) -> None:
    """`GOLDEN=write pytest tests/report` writes them anew; read the difference before keeping it."""
    now = report_of(log_of(name), told_library()[1], a_day).model_dump(mode="json")
    file = GOLDEN / f"{name}.json"
    if os.environ.get("GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(now, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert now == json.loads(file.read_text("utf-8"))


# --- sums -----------------------------------------------------------------------------------------


def test_a_cards_numbers_are_the_sums_of_what_its_tables_counted() -> None:
    day = whole_day()
    compared = [event for event in day.log if isinstance(event, Compared)]
    for card in told(day).cards:
        step = next(n for n, step in enumerate(day.room.steps) if step.card == card.card)
        mine = [event for event in compared if event.step == step]
        answers = card.answers
        assert answers is not None
        assert answers.tables == len(mine) == 12
        assert answers.after == tuple(map(sum, zip(*(event.counts.votes for event in mine), strict=True)))
        assert answers.own_after == sum(event.counts.own for event in mine)
        changed, paired = (sum(getattr(event, name) or 0 for event in mine) for name in ("changed", "paired"))
        assert (answers.moved, answers.paired) == (round(100 * changed / paired), True)


def test_the_scales_are_the_sums_of_what_was_counted() -> None:
    day, report = whole_day(), told(whole_day())
    (checkin,) = [event for event in day.log if isinstance(event, CheckinCounted)]
    (rating,) = [event for event in day.log if isinstance(event, RatingsCounted)]
    assert report.checkin is not None
    assert report.checkin.counts == checkin.counts
    assert report.checkin.seats == sum(checkin.counts)
    assert {name: scale.counts for name, scale in report.rating.items()} == rating.counts


def test_the_largest_shifts_and_splits_come_first() -> None:
    report = told(whole_day())
    answers = {card.card: card.answers for card in report.cards if card.answers}
    moved = [answers[card].moved for card in report.shifts]
    largest = [answers[card].largest for card in report.splits]
    assert moved == sorted((one.moved for one in answers.values()), reverse=True)[:3]
    assert largest == sorted(one.largest for one in answers.values())[:3]


def test_no_time_of_day_and_no_id_of_anything_is_told() -> None:
    day = whole_day()
    text = told(day).model_dump_json()
    room = day.room
    ids = {
        *room.teams,
        *room.stations,
        *room.wall,
        *(seat for team in room.teams.values() for seat in team.seats),
    }
    found = json.loads(text)
    assert not ids & set(_strings(found))
    assert room.id not in _strings(found)
    assert room.code not in text
    assert str(room.started) not in text


def _strings(tree: Any) -> Iterable[str]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from _strings(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _strings(value)
    elif isinstance(tree, str):
        yield tree


# --- texts ----------------------------------------------------------------------------------------


def test_what_is_told_of_the_wall_is_what_the_hall_sees_of_it() -> None:
    day = whole_day()
    report = told(day)
    seen = {(text.text, text.group) for text in day.room.wall.values() if text.released}
    assert {(text.text, text.heading) for text in report.texts} == seen
    assert 0 < len(seen) < len(day.room.wall)
    kinds = [text.kind for text in report.texts]
    assert {"strengthen", "improve", "act", "pledge"} == set(kinds)


def test_texts_stand_in_no_order_that_tells_which_table_wrote_them() -> None:
    for kind in ("strengthen", "improve", "act", "pledge"):
        mine = [
            (not text.heading, text.heading, text.text)
            for text in told(whole_day()).texts
            if text.kind == kind
        ]
        assert mine == sorted(mine)


def test_a_programme_that_somebody_has_named_is_not_called_by_that_name() -> None:
    day = Day(3, some_cards("dilemma", of=1), preset="Annas sista dag").play()
    assert told(day).preset == ""
    assert "Anna" not in told(day).model_dump_json()


# --- too few --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tables", "seats", "more"),
    [
        (2, 5, {}),
        (3, 1, {"k_seats": 5}),
        (3, 5, {"k_seats": 16}),
        (3, 5, {"k_tables": 4}),
        (1, 8, {"k_tables": 1}),
        (2, 8, {"k_tables": 1, "k_seats": 5}),
    ],
)
def test_too_few_are_a_plain_word_and_no_number(tables: int, seats: int, more: dict[str, int]) -> None:
    report = told(Day(tables, some_cards("dilemma", of=2), seats=seats, **more).play())
    assert (report.checkin, report.rating, report.tables, report.seats) == (None, {}, None, None)
    assert (report.checkin_missing, report.rating_missing) == ("few", "few")
    assert [(card.answers, card.missing) for card in report.cards] == [(None, "few")] * 2
    assert (report.shifts, report.splits) == ((), ())


def test_just_enough_is_told() -> None:
    report = told(Day(3, some_cards("dilemma", of=1), seats=2).play())
    assert report.cards[0].answers is not None
    assert (report.tables, report.seats) == (3, 6)


def test_where_numbers_never_leave_a_table_it_says_so() -> None:
    report = told(Day(3, some_cards("dilemma", of=1), distribution=False).play())
    assert [(card.answers, card.missing) for card in report.cards] == [(None, "apart")]


def test_what_was_not_in_the_programme_says_so() -> None:
    played, _, host = in_hall("pledge", tables=(3, 3, 3))
    played.does(host, CloseRoom())
    report = report_of(played.log, played.shelf, a_day)
    assert (report.checkin_missing, report.rating_missing) == ("none", "none")


def test_a_room_that_never_began_has_nothing_to_tell() -> None:
    empty = session("checkin round pledge")
    assert report_of(empty.log, empty.shelf, a_day).is_empty


def test_how_many_took_part_is_rounded_to_five() -> None:
    for seats, about in ((4, 10), (5, 15), (7, 20)):
        day = Day(3, some_cards("dilemma", of=1), seats=seats).play()
        assert told(day).seats == about


# --- a lecture --------------------------------------------------------------------------------------


@cache
def lecture(people: int = 40) -> Day:
    return Day(0, some_cards("dilemma", of=2), audience=people).play()


def test_a_lecture_tells_its_numbers_though_it_is_one_table() -> None:
    report = told(lecture())
    assert (report.lecture, report.k_seats, report.k_tables, report.seats) == (True, 9, 1, 40)
    assert [card.answers and card.answers.seats for card in report.cards] == [40, 40]
    assert report.checkin is not None
    assert set(report.rating) == {"safe", "useful", "again"}


@pytest.mark.parametrize(("people", "is_told"), [(6, False), (8, False), (9, True)])
def test_a_lecture_no_larger_than_a_table_is_a_table(people: int, is_told: bool) -> None:
    report = told(lecture(people))
    assert [bool(card.answers) for card in report.cards] == [is_told] * 2
    assert bool(report.seats) == is_told


def test_eight_at_a_table_are_no_audience_however_low_the_room_set_its_limit() -> None:
    day = Day(2, some_cards("dilemma", of=1), seats=8, k_tables=1).play()
    assert not told(day).lecture
    assert told(day).cards[0].answers is None


def test_the_halls_screen_and_the_report_of_a_lecture_say_the_same() -> None:
    day = Day(0, some_cards("dilemma", of=2), audience=12).play(until="debrief")
    assert [card.missing for card in told(day).cards] == ["later"] * 2
    day.does(day.host, ShowResult(what=f"card:{day.room.dealt[0]}", on=True))
    answers = told(day).cards[0].answers
    assert answers is not None
    assert list(answers.after) == hall_of(day)["charts"][0]["after"]


# --- while the session is on ----------------------------------------------------------------------


def hall_of(day: Day) -> HallSlice:
    hall: HallSlice = hall_slices(day.room, day.shelf)["hall"]
    return hall


def test_a_session_that_is_on_tells_only_what_the_hall_has_been_shown() -> None:
    day = Day(6, some_cards("dilemma", of=2)).play(until="harvest")
    before = told(day)
    assert (before.closed, before.tables, before.checkin, before.shifts) == (False, None, None, ())
    assert [card.missing for card in before.cards] == ["later"] * 2
    day.does(day.host, ShowResult(what="checkin", on=True))
    day.does(day.host, ShowResult(what=f"card:{day.room.dealt[0]}", on=True))
    now, hall = told(day), hall_of(day)
    assert now.checkin is not None
    assert list(now.checkin.counts) == hall["checkin"]
    day.does(day.host, OpenNext(serial=day.serial(day.host)))
    assert (hall_of(day)["checkin"], told(day).checkin) == (None, now.checkin), "what has been seen is told"
    assert [card.missing for card in now.cards] == ["", "later"]
    assert now.cards[0].answers is not None
    assert list(now.cards[0].answers.after) == hall["charts"][0]["after"]


def test_a_card_that_some_table_still_plays_is_not_told_though_it_is_opened() -> None:
    day = Day(6, some_cards("dilemma", of=2)).play(until="compare")
    day.does(day.host, ShowResult(what=f"card:{day.room.dealt[0]}", on=True))
    assert hall_of(day)["charts"]
    late = day.enter("table", 3)
    assert late.team
    assert bool(told(day).cards[0].answers) == bool(hall_of(day)["charts"])
