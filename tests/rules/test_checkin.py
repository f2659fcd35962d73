"""The check-in: a secret number each, shown to nobody but as a sum of many."""

import pytest

from game.rules import CheckIn, CloseRoom, DealCard, MarkAway, ShowResult
from game.rules.command import SetPace
from tests.rules.build import Session, at_table, in_hall

PROGRAMME = "checkin round:prov/luren"


def counted(played: Session) -> int:
    """How many numbers the room has counted."""
    return sum(played.room.checkin or ())


def test_numbers_are_counted_over_the_room_as_the_talk_opens() -> None:
    played, tables, host = in_hall("checkin", programme=PROGRAMME)
    for table in tables:
        played.check_in(table, 3, 7, None)
    assert played.view(host)["host"]["checkin"] is None
    assert played.next(host) == ["phase_opened", "checkin_counted"]
    assert played.room.checkin == (0, 0, 3, 0, 0, 0, 3, 0, 0, 0)
    assert played.facts.boxes == {}


def test_the_hall_sees_histogram_and_median_when_the_host_shows_them() -> None:
    played, tables, host = in_hall("checkin", programme=PROGRAMME)
    for table in tables:
        played.check_in(table, 3, 7, 8)
    played.next(host)
    hall = played.screen()
    assert played.view(hall)["hall"]["checkin"] is None
    assert played.view(host)["host"]["checkin"] == [0, 0, 3, 0, 0, 0, 3, 3, 0, 0]
    assert played.does(host, ShowResult(what="checkin")) == ["result_shown"]
    assert played.view(hall)["hall"]["checkin_median"] == 7.0
    assert played.view(tables[0])["hall"]["checkin"] == [0, 0, 3, 0, 0, 0, 3, 3, 0, 0]
    assert played.does(host, ShowResult(what="checkin", on=False)) == ["result_shown"]
    assert played.view(hall)["hall"]["checkin"] is None


@pytest.mark.parametrize("how", ["deal", "own", "pace"])
def test_the_hall_sees_it_until_the_hall_goes_on(how: str) -> None:
    played, tables, host = in_hall("checkin", programme="checkin round:prov/luren")
    for table in tables:
        played.check_in(table, 3, 7, 8)
    played.until(host, "draw")
    played.does(host, ShowResult(what="checkin"))
    screen = played.screen()
    assert played.view(screen)["hall"]["checkin"]
    going = {
        "deal": DealCard(serial=played.serial(host)),
        "own": DealCard(serial=played.serial(host), own=True),
        "pace": SetPace(pace="table"),
    }
    played.does(host, going[how])
    assert played.view(screen)["hall"]["checkin"] is None
    assert played.view(host)["host"]["shown"] == []
    assert played.does(host, ShowResult(what="checkin")) == ["result_shown"], "it may be opened again"


def test_too_few_seats_or_tables_are_never_shown() -> None:
    for tables, numbers in (((3, 3), (3, 4, 5)), ((1, 1, 1), (3,))):
        played, stations, host = in_hall("checkin", tables=tables, programme=PROGRAMME)
        for table in stations:
            played.check_in(table, *numbers)
        played.next(host)
        assert played.refused(host, ShowResult(what="checkin")) == "no_grounds"
        assert played.view(host)["host"]["checkin"] is None


def test_a_number_may_be_changed_until_the_talk_and_is_shown_to_its_own_screen_alone() -> None:
    played, tables, host = in_hall("checkin", programme=PROGRAMME)
    solo = played.solo(1)
    played.check_in(solo, 2)
    played.check_in(solo, 9)
    assert played.view(solo)["you"]["own"] == {played.seats(solo)[0]: {"number": 9}}
    assert played.view(tables[0])["you"]["own"] == {}
    assert played.view(solo)["progress"]["done"] == 1
    for table in tables:
        played.check_in(table, 1, 1, 1)
    played.next(host)
    assert played.room.checkin == (9, 0, 0, 0, 0, 0, 0, 0, 1, 0)
    late = CheckIn(seat=played.seats(solo)[0], serial=played.serial(solo), number=3)
    assert played.refused(solo, late) == "wrong_phase"
    assert "check_in" not in played.may(solo)
    assert "check_in" not in played.may(tables[0])


def test_a_seat_that_checks_in_is_back() -> None:
    played, table, _ = at_table("checkin", programme=PROGRAMME)
    seat = played.seats(table)[0]
    played.does(table, MarkAway(seat=seat))
    sent = CheckIn(seat=seat, serial=played.serial(table), number=4)
    assert played.does(table, sent) == ["seat_back", "seat_done"]


def test_at_the_tables_own_pace_the_last_one_to_pick_lets_it_be_counted() -> None:
    played, first, _ = at_table("checkin", programme=PROGRAMME, k_tables=2)
    played.check_in(first, 5, 5, 5)
    second = played.table(3)
    played.check_in(second, 6, 6, 6)
    assert "checkin_counted" not in played.next(first)
    assert "checkin_counted" in played.next(second)
    assert counted(played) == 6


def test_fewer_than_k_wait_until_more_have_come_so_that_no_sum_tells_of_a_few() -> None:
    played, first, host = at_table("checkin", seats=6, programme=PROGRAMME, k_tables=1)
    played.check_in(first, 5, 5, 5, 5, 5, 5)
    played.next(first)
    assert counted(played) == 6
    few = played.table(4)
    played.check_in(few, 1, 1, 1, 1)
    played.next(few)
    assert counted(played) == 6
    more = played.table(3)
    played.check_in(more, 2, 2, None)
    played.next(more)
    assert played.room.checkin == (4, 2, 0, 0, 6, 0, 0, 0, 0, 0)
    last = played.table(3)
    played.check_in(last, 9, 9, 9)
    played.does(host, CloseRoom())
    assert counted(played) == 12
    assert played.facts.boxes == {}


def test_tables_where_nobody_gave_a_number_are_not_behind_it() -> None:
    played, tables, host = in_hall("checkin", tables=(4, 4, 2), programme=PROGRAMME)
    for table in tables[:2]:
        played.check_in(table, 3, 3, 3, 3)
    played.check_in(tables[2], None, None)
    assert "checkin_counted" not in played.next(host)
    assert played.refused(host, ShowResult(what="checkin")) == "no_grounds"
    played.until(host, "draw")
    assert counted(played) == 0


def test_a_lot_that_is_added_later_has_k_tables_by_itself_too() -> None:
    played, first, host = at_table("checkin", seats=3, programme=PROGRAMME, k_tables=2)
    second = played.table(3)
    for table in (first, second):
        played.check_in(table, 5, 5, 5)
        played.next(table)
    assert (counted(played), played.room.behind["checkin"]) == (6, 2)
    played.does(host, ShowResult(what="checkin"))
    alone = played.table(8)
    played.check_in(alone, *[9] * 8)
    played.next(alone)
    assert counted(played) == 6, "what was added would be one table's"
    last = played.table(2)
    played.check_in(last, 1, 1)
    played.next(last)
    assert played.view(host)["host"]["checkin"] == [2, 0, 0, 0, 6, 0, 0, 0, 8, 0]


def test_in_a_room_without_distribution_there_is_no_talk_about_numbers() -> None:
    played, table, _ = at_table("checkin", programme=PROGRAMME, distribution=False)
    played.next(table)
    assert played.place(table) == ("draw", 1)
