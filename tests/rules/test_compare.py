"""The comparison: before and after, and the ballots are gone."""

from game.rules import MarkAway, ShowResult
from tests.rules.build import at_table, in_hall


def test_the_table_sees_two_bars_and_how_many_changed() -> None:
    played, table, _ = at_table("vote", seats=5)
    played.vote(table, "a a b c pass")
    played.until(table, "vote", 2)
    played.vote(table, "a b b b c")
    assert played.wait(5_000) == ["vote_closed", "phase_opened", "compared"]
    result = played.view(table)["result"]
    assert (result["before"]["votes"], result["after"]["votes"]) == ([2, 1, 1], [1, 3, 1])
    assert (result["changed"], result["paired"]) == (3, 5)
    assert played.facts.boxes == {}


def test_fewer_than_three_pairs_say_nothing_of_who_changed() -> None:
    played, table, _ = at_table("vote", seats=4)
    played.vote(table, "a a b -")
    played.until(table, "vote", 2)
    away = played.seats(table)[0]
    played.does(table, MarkAway(seat=away))
    played.vote(table, "- b b -")
    played.wait(5_000)
    result = played.view(table)["result"]
    assert (result["changed"], result["paired"]) == (None, None)
    assert result["after"]["missing"] == 0, "neither the listener nor the one away had a vote"


def test_the_missing_of_the_second_vote_are_those_who_had_one() -> None:
    played, table, _ = at_table("vote", seats=4)
    played.vote(table, "a a b -")
    played.until(table, "vote", 2)
    played.vote(table, "a - b -")
    played.next(table)
    assert played.view(table)["result"]["after"]["missing"] == 1


def test_a_second_vote_that_nobody_cast_leaves_the_first_alone() -> None:
    played, table, _ = at_table("vote")
    played.vote(table, "a a b")
    played.until(table, "compare")
    result = played.view(table)["result"]
    assert result["after"] is None
    assert played.team(table).results == ()


def test_the_hall_sees_the_sum_of_k_seats_at_k_tables_when_the_host_opens_it() -> None:
    played, tables, host = in_hall("vote", tables=(3, 3, 3))
    hall = played.screen()
    for table in tables:
        played.vote(table, "a a b")
    played.until(host, "vote", 2)
    for table in tables:
        played.vote(table, "a b b")
    card = f"card:{played.room.card}"
    assert played.refused(host, ShowResult(what=card)) == "no_grounds"
    played.next(host)
    assert played.view(hall)["hall"]["charts"] == []
    chart = played.view(host)["host"]["charts"][0]
    assert (chart["before"], chart["after"]) == ([6, 3, 0], [3, 6, 0])
    assert (chart["changed"], chart["paired"], chart["seats"], chart["tables"]) == (3, 9, 9, 3)
    played.does(host, ShowResult(what=card))
    assert played.does(host, ShowResult(what=card)) == []
    for station in (hall, tables[0], host):
        assert played.view(station)["hall"]["charts"] == [chart]
    assert not played.view(hall)["hall"]["silent"]


def test_too_few_tables_are_never_shown() -> None:
    played, tables, host = in_hall("vote", tables=(8, 8))
    for table in tables:
        played.vote(table, "a a b b c c a a")
    played.until(host, "vote", 2)
    for table in tables:
        played.vote(table, "a a b b c c a a")
    played.next(host)
    assert played.view(host)["host"]["charts"] == []
    assert played.refused(host, ShowResult(what=f"card:{played.room.card}")) == "no_grounds"


def test_how_many_changed_is_shown_only_when_those_tables_are_enough_by_themselves() -> None:
    played, tables, host = in_hall("vote", tables=(3, 2, 2))
    for table in tables:
        played.vote(table, " ".join("a" for _ in played.seats(table)))
    played.until(host, "vote", 2)
    for table in tables:
        played.vote(table, " ".join("b" for _ in played.seats(table)))
    played.next(host)
    chart = played.view(host)["host"]["charts"][0]
    assert (chart["seats"], chart["changed"], chart["paired"]) == (7, 0, 0)
