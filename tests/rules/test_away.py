"""Seats that step out, fall silent, and come back."""

from game.rules import SYSTEM, Leave, MarkAway, MarkBack, OpenNext
from game.rules.command import Hear, Silence
from tests.rules.build import at_table, in_hall


def test_a_silent_screen_of_ones_own_is_not_waited_for_and_comes_back_by_itself() -> None:
    played, table, _ = at_table("vote", seats=2)
    solo = played.solo(1)
    played.vote(table, "a b")
    assert played.does(SYSTEM, Silence(station=str(solo.station))) == ["seat_away", "grace_set"]
    assert played.does(SYSTEM, Silence(station=str(solo.station))) == []
    assert played.does(SYSTEM, Hear(station=str(solo.station))) == ["seat_back", "grace_set"]
    assert played.wait(10_000) == []


def test_who_was_marked_away_by_hand_is_not_back_by_being_heard() -> None:
    played, table, _ = at_table("talk")
    solo = played.solo(1)
    seat = played.seats(solo)[0]
    played.does(table, MarkAway(seat=seat))
    assert played.does(SYSTEM, Hear(station=str(solo.station))) == []
    assert played.does(solo, MarkBack(seat=seat)) == ["seat_back"]
    assert played.does(solo, MarkBack(seat=seat)) == []


def test_a_host_or_a_removed_station_is_silent_without_a_trace() -> None:
    played, _, host = at_table("talk")
    assert played.does(SYSTEM, Silence(station=str(host.station))) == []
    assert played.does(SYSTEM, Silence(station="k99")) == []


def test_a_seat_of_another_table_cannot_be_marked() -> None:
    played, tables, _ = in_hall("talk")
    assert played.refused(tables[0], MarkAway(seat=played.seats(tables[1])[0])) == "unknown_seat"


def test_a_returning_seat_that_missed_the_first_vote_listens() -> None:
    played, table, _ = at_table("vote")
    seat = played.seats(table)[2]
    played.does(table, MarkAway(seat=seat))
    played.vote(table, "a b -")
    played.until(table, "talk")
    played.does(table, MarkBack(seat=seat))
    assert played.view(table)["you"]["listeners"] == [seat]


def test_when_the_reader_is_away_the_next_one_reads_and_when_all_are_away_anybody() -> None:
    played, table, _ = at_table("read", seats=1)
    solo = played.solo(1)
    assert played.refused(solo, OpenNext(serial=played.serial(solo))) == "reader_only"
    played.does(solo, MarkAway(seat=played.seats(table)[0]))
    assert "open_next" in played.may(solo)
    played.does(solo, MarkAway(seat=played.seats(solo)[0]))
    assert played.view(solo)["team"]["reader"] is None
    assert "open_next" in played.may(solo)


def test_a_team_that_has_lost_all_its_seats_tells_so() -> None:
    played, table, host = at_table("talk")
    played.does(table, Leave())
    tile = played.view(host)[f"tile:{table.team}"]
    assert (tile["seats"], tile["present"], tile["stations"]) == (0, 0, [])
    again = played.table(2, 1)
    assert played.place(again) == ("talk", 1)
    assert "open_next" in played.may(again)
