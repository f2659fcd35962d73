"""The comparison: before and after, and the ballots are gone."""

from game.rules import Actor, CloseRoom, ContinueAlone, GatherTeams, MarkAway, ShowResult
from tests.rules.build import Session, at_table, in_hall


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


def finish(played: Session, table: Actor, before: str, after: str) -> None:
    """A table at its own pace votes twice and compares."""
    played.until(table, "vote")
    played.vote(table, before)
    played.until(table, "vote", 2)
    played.vote(table, after)
    played.until(table, "compare")


def test_at_the_tables_own_pace_a_chart_grows_by_lots_that_are_enough_by_themselves() -> None:
    played, first, host = at_table("vote")
    more = [played.table(3) for _ in range(6)]
    finish(played, first, "a a a", "a b b")
    finish(played, more[0], "a a a", "a a b")
    card = f"card:{played.room.teams[str(first.team)].results[0].card}"
    assert played.refused(host, ShowResult(what=card)) == "no_grounds"
    finish(played, more[1], "a a a", "a a a")
    chart = played.view(host)["host"]["charts"][0]
    assert (chart["before"], chart["after"], chart["tables"]) == ([9, 0, 0], [6, 3, 0], 3)
    assert (chart["changed"], chart["paired"]) == (3, 9)
    played.does(host, ShowResult(what=card, despite=tuple(played.room.teams)))
    for table in more[2:4]:
        finish(played, table, "c c c", "c c c")
        assert played.view(host)["host"]["charts"] == [chart]
    finish(played, more[4], "c c c", "c c a")
    grown = played.view(played.screen())["hall"]["charts"][0]
    assert (grown["before"], grown["after"], grown["tables"]) == ([9, 0, 9], [7, 3, 8], 6)
    assert (grown["changed"], grown["paired"]) == (4, 18)
    finish(played, more[5], "b b b", "b b b")
    assert played.view(host)["host"]["charts"] == [grown]
    for table in (first, *more):
        played.until(table, "pledge")
    played.does(host, CloseRoom())
    assert played.view(host)["host"]["charts"] == [grown], "nor afterwards"


def test_how_many_changed_grows_by_lots_too() -> None:
    played, first, host = at_table("vote")
    more = [played.table(n) for n in (3, 3, 3, 2, 2)]
    for table in (first, *more):
        choices = " ".join("a" for _ in played.seats(table))
        finish(played, table, choices, choices.replace("a", "b"))
    chart = played.view(host)["host"]["charts"][0]
    assert (chart["seats"], chart["tables"]) == (16, 6)
    assert (chart["changed"], chart["paired"]) == (9, 9), "one table's pairs would be told by the difference"


def test_a_table_that_comes_to_the_comparison_later_does_not_change_the_halls_chart() -> None:
    played, tables, host = in_hall("vote", tables=(3, 3, 3, 3))
    played.facts.host_gone = 180_000
    late = tables[3]
    for table in tables:
        played.vote(table, "a a a")
    played.until(host, "vote", 2)
    for table in tables:
        played.vote(table, "b b b")
    played.does(late, ContinueAlone())
    played.next(host)
    chart = played.view(host)["host"]["charts"][0]
    played.does(host, GatherTeams())
    assert played.team(late).results
    assert played.view(host)["host"]["charts"] == [chart]


def test_tables_where_nobody_chose_anything_twice_are_not_counted_as_tables() -> None:
    played, tables, host = in_hall("vote", tables=(4, 4, 3))
    votes = ("a a b b", "a a b c", "pass pass pass")
    for table, choices in zip(tables, votes, strict=True):
        played.vote(table, choices)
    played.until(host, "vote", 2)
    for table, choices in zip(tables, ("a a b b", "a a b c", "a b c"), strict=True):
        played.vote(table, choices)
    played.next(host)
    assert len(played.team(tables[2]).results) == 1
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
