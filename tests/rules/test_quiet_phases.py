"""Frame, break and closed: phases with a text and a clock."""

from game.rules import CloseRoom, ContinueAlone, Leave
from tests.rules.build import at_table, in_hall


def test_the_frame_and_the_break_run_for_their_minutes() -> None:
    played, table, _ = at_table("frame", programme="frame break")
    assert played.view(table)["stage"]["total"] == 360_000
    played.next(table)
    assert played.place(table) == ("break", 1)
    assert played.view(table)["stage"]["total"] == 360_000


def test_a_room_with_a_host_is_closed_by_the_host() -> None:
    played, table, host = at_table("frame", programme="frame")
    assert played.next(table) == ["phase_opened"]
    assert played.does(host, CloseRoom()) == ["room_closed"]


def test_a_table_that_has_finished_waits_for_the_others_and_the_last_one_closes_the_room() -> None:
    played, first, host = at_table("frame", programme="frame")
    played.does(host, Leave())
    second, _wall = played.table(2), played.screen(1)
    assert played.next(first) == ["phase_opened"]
    assert played.place(first) == ("closed", 1)
    assert "open_next" not in played.may(first)
    assert played.next(second) == ["phase_opened", "room_closed"]


def test_an_empty_table_keeps_no_room_open() -> None:
    played, first, host = at_table("frame", programme="frame")
    played.does(host, Leave())
    second = played.table(2)
    played.does(second, Leave())
    assert played.next(first) == ["phase_opened", "room_closed"]


def test_when_the_last_table_that_has_not_finished_leaves_the_room_closes() -> None:
    played, first, host = at_table("frame", programme="frame")
    played.does(host, Leave())
    second, third = played.table(2), played.table(2)
    played.next(first)
    assert played.does(second, Leave()) == ["station_removed"]
    assert played.does(third, Leave()) == ["station_removed", "room_closed"]
    assert played.refused(first, Leave()) == "room_closed"


def test_a_room_that_everybody_left_unfinished_stays_open_for_them() -> None:
    played, first, host = at_table("frame", programme="frame")
    played.does(host, Leave())
    assert played.does(first, Leave()) == ["station_removed"]
    again = played.table(3, 1)
    assert played.next(again) == ["phase_opened", "room_closed"]


def test_at_the_halls_pace_the_host_closes_whoever_leaves() -> None:
    played, tables, host = in_hall("frame", tables=(2, 2), programme="frame")
    played.facts.host_gone = 180_000
    played.does(tables[0], ContinueAlone())
    played.next(tables[0])
    assert played.does(tables[1], Leave()) == ["station_removed"]
    assert played.next(host) == ["room_closed"]


def test_closing_settles_counts_and_burns_everything() -> None:
    played, tables, host = in_hall("vote", programme="round:prov/luren pledge")
    played.vote(tables[0], "a b -")
    assert played.does(host, CloseRoom()) == ["vote_closed"] * 3 + ["room_closed"]
    assert played.facts.boxes == {}
    assert played.view(tables[0])["room"]["closed"]
    assert played.may(tables[0]) == []
    assert played.refused(host, CloseRoom()) == "room_closed"


def test_closing_in_the_check_in_counts_what_was_given_once() -> None:
    for presses in ("next", "next next", "close"):
        played, tables, host = in_hall("checkin", programme="checkin", k_tables=2)
        for table in tables[:2]:
            played.check_in(table, 4, 4, 4)
        for press in presses.split():
            played.next(host) if press == "next" else played.does(host, CloseRoom())
        assert played.room.checkin == (0, 0, 0, 6, 0, 0, 0, 0, 0, 0)
        assert played.facts.boxes == {}


def test_a_finished_team_meets_no_leftovers() -> None:
    played, tables, host = in_hall("checkin", programme="checkin")
    played.check_in(tables[0], 4, 4, 4)
    played.next(host)
    assert played.next(host) == ["room_closed"]
    assert played.room.checkin is None
    assert played.facts.boxes == {}
