"""The door: who comes in, where they sit, and who opens the session."""

import pytest

from game.rules import (
    Acknowledge,
    Actor,
    AddSeat,
    CloseVote,
    Leave,
    Lock,
    Missing,
    NotAllowed,
    OpenNext,
    RemoveSeat,
    RemoveStation,
    Who,
)
from tests.rules.build import Session, at_table, in_hall, session


def test_a_shared_machine_brings_its_seats_and_gets_a_table_of_its_own() -> None:
    played = session()
    first, second = played.table(5), played.table(2)
    assert [len(played.team(table).seats) for table in (first, second)] == [5, 2]
    assert [played.team(table).number for table in (first, second)] == [1, 2]
    assert [seat.symbol for seat in played.team(first).seats.values()] == [0, 1, 2, 3, 4]


def test_a_screen_of_ones_own_sits_down_at_the_first_table_with_room() -> None:
    played = session(team_size=3)
    table = played.table(2)
    first, second = played.solo(), played.solo()
    assert first.team == table.team
    assert second.team != table.team
    assert played.team(first).remote


def test_a_named_table_is_found_or_opened() -> None:
    played = session()
    table = played.table(3, 7)
    assert played.solo(7).team == table.team
    assert played.team(table).number == 7


def test_a_wall_screen_belongs_to_a_table_that_is_there_or_to_the_hall() -> None:
    played = session()
    with pytest.raises(Missing, match="unknown_team"):
        played.screen(7)
    assert not played.room.teams
    table = played.table(3, 7)
    assert played.screen(7).team == table.team
    played.does(table, Leave())
    assert played.screen(7).team == table.team
    assert played.screen().team is None


def test_a_table_holds_eight() -> None:
    played = session()
    table = played.table(8)
    with pytest.raises(Exception, match="team_full"):
        played.solo(1)
    assert played.refused(table, AddSeat()) == "team_full"


def turned_away(played: Session, seats: int, number: int) -> dict[str, str]:
    """What whoever finds this table full is told."""
    with pytest.raises(NotAllowed, match="team_full") as refused:
        played.table(seats, number)
    return refused.value.message


def test_whoever_finds_a_table_full_is_told_where_there_is_room() -> None:
    played = session()
    for number, seats in ((1, 8), (2, 7), (4, 6), (5, 8), (7, 3), (9, 1)):
        played.table(seats, number)
    told = turned_away(played, 1, 5)
    assert told["sv"].endswith("Plats finns vid bord 2, 4 och 7. Bord 3 är ledigt, om ni vill dela er.")
    assert told["en"].endswith("at tables 2, 4 and 7. Table 3 is free, if you want to split up.")
    assert "Plats finns vid bord 7 och 9." in turned_away(played, 5, 1)["sv"]
    assert "There is room at table 9." in turned_away(played, 7, 1)["en"]
    assert turned_away(played, 8, 7)["sv"].endswith("annat bord. Bord 3 är ledigt, om ni vill dela er.")


def test_a_full_room_names_no_free_table_but_one_that_was_left() -> None:
    played = session(max_teams=2)
    gone = played.table(3, 1)
    played.table(8, 2)
    assert "ledigt" not in turned_away(played, 1, 2)["sv"]
    played.does(gone, Leave())
    assert turned_away(played, 1, 2)["sv"].endswith("annat bord. Bord 1 är ledigt, om ni vill dela er.")


def test_nobody_brings_more_seats_than_a_table_holds() -> None:
    played = session(max_team=1)
    with pytest.raises(Exception, match="team_full"):
        played.table(2)
    assert played.solo().team != played.solo().team


def test_a_shared_machine_has_at_least_one_seat() -> None:
    played = session()
    with pytest.raises(Exception, match="last_seat"):
        played.table(0)
    table = played.table(1)
    assert played.refused(table, RemoveSeat(seat=played.seats(table)[0])) == "last_seat"


def test_seats_come_and_go_at_a_shared_machine_and_symbols_are_used_again() -> None:
    played = session()
    table = played.table(3)
    middle = played.seats(table)[1]
    played.does(table, RemoveSeat(seat=middle))
    played.does(table, AddSeat())
    assert [seat.symbol for seat in played.team(table).seats.values()] == [0, 2, 1]
    assert played.refused(table, RemoveSeat(seat=middle)) == "unknown_seat"


def test_a_screen_of_ones_own_is_one_seat() -> None:
    played = session()
    solo, table = played.solo(), played.table(2, 1)
    assert played.refused(solo, AddSeat()) == "solo_seat"
    assert played.refused(solo, RemoveSeat(seat=played.seats(solo)[0])) == "solo_seat"
    assert played.refused(table, RemoveSeat(seat=played.seats(solo)[0])) == "not_your_seat"


def test_a_locked_room_lets_in_nobody_new_but_hosts() -> None:
    played = session()
    host = played.host()
    assert played.does(host, Lock(on=True)) == ["locked"]
    assert played.does(host, Lock(on=True)) == []
    with pytest.raises(Exception, match="room_locked"):
        played.table(3)
    assert played.host().who is Who.HOST


def test_a_room_holds_so_many_stations_and_tables() -> None:
    played = session(max_stations=1)
    played.screen()
    with pytest.raises(Exception, match="room_full"):
        played.screen()
    played = session(max_teams=1)
    played.table(2)
    with pytest.raises(Exception, match="room_full"):
        played.table(2)


def test_who_sees_what_is_acknowledged_once_per_station() -> None:
    played = session()
    table = played.table(2)
    assert not played.view(table)["you"]["acknowledged"]
    assert played.does(table, Acknowledge()) == ["station_acknowledged"]
    assert played.does(table, Acknowledge()) == []
    assert played.view(table)["you"]["acknowledged"]


def test_only_the_host_opens_the_session_and_for_everybody() -> None:
    played = session()
    table, host = played.table(2), played.host()
    assert played.refused(table, OpenNext(serial=played.serial(table))) == "host_only"
    serial = played.serial(table)
    assert played.refused(host, OpenNext(serial=serial, team=table.team)) == "follows_hall"
    played.next(host)
    assert played.place(table) == ("draw", 1)


def test_in_a_room_that_starts_itself_the_seat_opens_the_door() -> None:
    played = session("frame pledge", self_start=True, max_team=1, distribution=False)
    solo = played.solo()
    played.next(solo)
    assert played.place(solo) == ("frame", 1)


def test_a_table_that_comes_late_at_its_own_pace_begins_at_the_beginning() -> None:
    played, _, _ = at_table("talk", programme="frame round")
    assert played.place(played.table(2)) == ("frame", 1)


def test_leaving_takes_the_seats_along_and_the_station_is_not_known_any_more() -> None:
    played, table, _ = at_table("talk")
    solo = played.solo(1)
    assert played.does(solo, Leave()) == ["station_removed"]
    assert len(played.team(table).seats) == 3
    assert played.room.removed == {solo.station: False}
    assert played.refused(solo, Leave()) == "unknown_station"


def test_a_removed_station_may_come_again_and_a_barred_one_is_remembered() -> None:
    played, tables, host = in_hall("read")
    assert tables[0].station
    assert played.does(host, RemoveStation(station=tables[0].station, bar=True)) == ["station_removed"]
    assert played.does(host, RemoveStation(station=tables[0].station)) == []
    assert played.room.removed == {tables[0].station: True}
    assert played.refused(host, RemoveStation(station="k99")) == "unknown_station"


def test_a_wall_screen_and_a_hall_screen_may_only_go() -> None:
    played, _, _ = in_hall("talk")
    for screen in (played.screen(1), played.screen()):
        assert played.may(screen) == ["leave"]
        assert played.refused(screen, OpenNext(serial=played.serial(screen))) == "not_allowed"


def test_a_station_never_acts_for_another_table() -> None:
    played, tables, _ = in_hall("vote")
    there = tables[1].team
    assert played.refused(tables[0], CloseVote(serial=played.serial(tables[0]), team=there)) == "not_allowed"
    lost = Actor(Who.TABLE, tables[0].station, "t99")
    assert played.refused(lost, Leave()) == "unknown_team"


def test_an_audience_is_one_team_whatever_number_somebody_names() -> None:
    played = session(max_team=1000, team_size=1000, k_tables=1)
    first = played.solo(21)
    assert {actor.team for actor in (played.solo(), played.solo(7), played.table(3, 22))} == {first.team}
    assert [team.number for team in played.room.teams.values()] == [1]
