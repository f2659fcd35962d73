"""The hall's pace: late tables, hosts who are gone, tables that go on alone and are gathered."""

from typing import Any

import pytest

from game.rules import (
    SYSTEM,
    CallTimeout,
    CastVote,
    CloseRoom,
    CloseVote,
    ContinueAlone,
    DrawCard,
    EndTimeout,
    GatherTeams,
    Leave,
    OpenNext,
    Pause,
    Presence,
    Resume,
    SkipStep,
)
from game.rules.command import Recover
from tests.rules.build import LIGHT, OTHER, at_table, in_hall, session

GONE = 180_000


def test_a_late_table_in_the_first_vote_votes_along() -> None:
    for phase in ("read", "vote"):
        played, _, host = in_hall(phase)
        late = played.table(2)
        played.until(host, "vote")
        played.vote(late, "a b")
        played.next(host)
        assert played.view(late)["result"]["before"]["votes"] == [1, 1, 0]


def test_a_late_table_past_the_first_vote_sees_the_card_and_talks_and_votes_from_the_next() -> None:
    for phase, round_ in (("reveal", 1), ("talk", 1), ("vote", 2), ("compare", 1), ("note", 1)):
        played, _, host = in_hall(phase, round_, programme=f"round:{LIGHT.id} round:{OTHER.id}")
        late = played.table(2)
        seen = played.view(late)
        assert seen["card"]["id"] == LIGHT.id
        assert seen["you"]["listeners"] == played.seats(late)
        if phase == "talk":
            assert [prompt["kind"] for prompt in seen["talk"]["prompts"]] == ["question", "question", "ours"]
        if phase == "vote":
            assert seen["progress"]["closed"]
            vote = CastVote(seat=played.seats(late)[0], serial=played.serial(late), choice="a")
            assert played.refused(late, vote) == "listener"
        played.until(host, "vote") if phase == "note" else played.until(host, "note")
        played.until(host, "vote")
        played.vote(late, "a b")
        played.next(host)
        assert played.view(late)["result"]["before"]["votes"] == [1, 1, 0, 0]


def test_a_late_table_comes_into_every_other_phase_too() -> None:
    programme = "frame checkin round:prov/luren break harvest pledge debrief"
    for phase in ("frame", "checkin", "draw", "break", "harvest", "pledge", "debrief"):
        played, _, host = in_hall(phase, programme=programme)
        late = played.table(2)
        assert played.place(late) == (phase, 1)
        assert played.view(late)["stage"]["ends"] == played.view(host)["stage"]["ends"]
        if phase == "harvest":
            assert played.view(late)["harvest"]["settled"]
        if phase == "checkin":
            played.check_in(late, 4, 5)


def test_in_the_hall_a_table_neither_leads_itself_nor_is_led_alone() -> None:
    played, tables, host = in_hall("talk")
    assert played.refused(tables[0], OpenNext(serial=played.serial(tables[0]))) == "host_only"
    for command in (OpenNext, SkipStep):
        sent = command(serial=played.serial(tables[0]), team=tables[0].team)
        assert played.refused(host, sent) == "follows_hall"


def test_at_the_tables_own_pace_a_host_names_the_table() -> None:
    played, table, host = at_table("talk")
    for command in (OpenNext, SkipStep):
        assert played.refused(host, command(serial=played.serial(host))) == "name_a_table"
    played.does(host, OpenNext(serial=played.serial(table), team=table.team))
    assert played.place(table) == ("vote", 2)
    assert played.refused(host, OpenNext(serial=0, team="t99")) == "unknown_team"


def test_a_table_goes_on_by_itself_when_the_host_has_been_gone_for_three_minutes() -> None:
    played, tables, host = in_hall("talk")
    assert played.refused(tables[0], ContinueAlone()) == "host_here"
    played.facts.host_gone = GONE
    assert "continue_alone" not in played.may(tables[0])
    assert "continue_alone" in played.view(tables[0], Presence(host="long_gone"))["you"]["may"]
    solo = played.solo(1)
    assert played.refused(solo, ContinueAlone()) == "reader_only"
    assert played.does(tables[0], ContinueAlone()) == ["team_set_free"]
    assert played.refused(tables[0], ContinueAlone()) == "not_paused"
    played.next(tables[0])
    assert (played.place(tables[0]), played.place(tables[1])) == (("vote", 2), ("talk", 1))
    played.next(host)
    played.next(host)
    assert played.place(tables[0]) == ("vote", 2), "it is not moved by a hall it does not follow"


def test_who_goes_on_alone_from_the_pile_is_offered_cards() -> None:
    played, tables, _ = in_hall("draw", programme="round pledge")
    played.facts.host_gone = GONE
    assert played.does(tables[0], ContinueAlone()) == ["team_set_free", "cards_offered"]
    assert "card_dealt" in played.does(tables[0], DrawCard(serial=played.serial(tables[0])))


def test_nobody_goes_on_alone_before_the_session_or_where_nothing_holds_them() -> None:
    played = session()
    table = played.table(2)
    played.facts.host_gone = GONE
    assert played.refused(table, ContinueAlone()) == "wrong_phase"
    played, table, _ = at_table("talk")
    played.facts.host_gone = GONE
    assert played.refused(table, ContinueAlone()) == "not_paused"


def test_a_pause_without_a_host_does_not_hold_a_table_for_ever() -> None:
    played, table, host = at_table("talk", programme="round:prov/luren pledge")
    played.does(SYSTEM, Recover(beat=played.facts.now))
    played.does(host, Pause(team=table.team))
    assert played.refused(table, OpenNext(serial=played.serial(table))) == "paused"
    played.facts.host_gone = GONE
    assert played.does(table, ContinueAlone()) == ["team_set_free"]
    seen = played.view(table)["stage"]
    assert (seen["paused"], seen["alone"]) == ("", "")
    assert seen["ends"] is not None
    played.next(table)
    assert played.view(host)["stage"]["paused"] == "restart"
    played.does(host, Resume())


def test_in_a_room_that_started_itself_nobody_waits_three_minutes_for_a_host_who_never_was() -> None:
    played = session("frame pledge", self_start=True, distribution=False)
    solo = played.solo()
    played.next(solo)
    played.does(SYSTEM, Recover(beat=played.facts.now))
    assert "continue_alone" in played.may(solo)
    played.does(solo, ContinueAlone())
    played.next(solo)
    assert played.place(solo) == ("pledge", 1)


def test_tables_that_went_on_alone_to_the_end_leave_the_closing_to_the_host() -> None:
    played, tables, host = in_hall("pledge", tables=(2, 2), programme="pledge")
    played.facts.host_gone = GONE
    for table in tables:
        played.does(table, ContinueAlone())
    assert [played.next(table) for table in tables] == [["phase_opened"], ["phase_opened"]]
    assert played.does(host, CloseRoom()) == ["room_closed"]


def test_gathering_at_the_same_place_changes_nothing_but_who_leads() -> None:
    played, tables, host = in_hall("vote")
    played.facts.host_gone = GONE
    mine = tables[0]
    played.vote(mine, "a b -")
    played.does(mine, ContinueAlone())
    assert played.does(host, GatherTeams()) == ["team_gathered"]
    assert played.does(host, GatherTeams()) == []
    played.vote(mine, "- - c")
    played.next(host)
    assert played.view(mine)["result"]["before"]["votes"] == [1, 1, 1]


def test_a_table_that_was_ahead_with_the_halls_card_keeps_its_votes() -> None:
    played, tables, host = in_hall("vote")
    played.facts.host_gone = GONE
    mine = tables[0]
    played.vote(mine, "a b c")
    played.does(mine, ContinueAlone())
    played.until(mine, "vote", 2)
    played.vote(mine, "a a a")
    played.until(mine, "perspective")
    played.does(host, GatherTeams())
    assert played.place(mine) == ("vote", 1)
    assert played.view(mine)["progress"]["closed"]
    played.until(host, "compare")
    assert played.view(mine)["result"]["after"]["votes"] == [3, 0, 0]
    assert len(played.team(mine).results) == 1


def test_a_table_that_was_behind_with_the_halls_card_has_its_votes_counted_on_the_way() -> None:
    played, tables, host = in_hall("vote")
    played.facts.host_gone = GONE
    mine = tables[0]
    played.vote(mine, "a b c")
    played.does(mine, ContinueAlone())
    played.until(host, "talk")
    played.does(host, GatherTeams())
    assert played.view(mine)["result"]["before"]["votes"] == [1, 1, 1]
    assert played.view(mine)["talk"]["prompts"][0]["kind"] == "around"
    played.does(mine, ContinueAlone())
    played.until(mine, "vote", 2)
    played.vote(mine, "a a a")
    played.until(host, "note")
    played.does(host, GatherTeams())
    assert played.view(mine)["result"]["after"]["votes"] == [3, 0, 0]
    assert played.team(mine).turn.box not in played.facts.boxes  # type: ignore[union-attr]


def test_a_table_with_another_card_meets_the_halls_as_a_late_table_does() -> None:
    played, tables, host = in_hall("talk")
    mine = tables[0]
    played.does(mine, CallTimeout())
    played.does(mine, EndTimeout(how="swap"))
    assert played.team(mine).turn.card != LIGHT.id  # type: ignore[union-attr]
    played.does(host, GatherTeams())
    assert played.team(mine).turn.card == LIGHT.id  # type: ignore[union-attr]
    assert played.view(mine)["you"]["listeners"] == played.seats(mine)
    assert played.view(mine)["talk"]["prompts"]


def test_a_table_that_had_gone_further_is_gathered_to_the_halls_step() -> None:
    played, tables, host = in_hall("draw", programme="round:prov/luren pledge debrief")
    played.facts.host_gone = GONE
    mine = tables[0]
    played.does(mine, ContinueAlone())
    played.until(mine, "pledge")
    played.pledge(mine, "När a", "så b")
    played.does(host, GatherTeams())
    assert played.place(mine) == ("draw", 1)
    assert len(played.facts.pledges) == 1
    played.until(host, "read")
    assert played.place(mine) == ("read", 1)


def test_the_hall_counts_the_tables_that_are_done() -> None:
    played, tables, host = in_hall("vote")
    played.vote(tables[0], "a b c")
    hall = played.screen()
    assert (played.view(hall)["hall"]["done"], played.view(hall)["hall"]["of"]) == (1, 3)
    played.does(tables[1], Leave())
    assert played.view(hall)["hall"]["of"] == 2
    assert played.view(host)["room"]["tables"] == 2


def test_a_tile_tells_n_of_m_and_what_the_host_may_do_there() -> None:
    played, tables, host = in_hall("vote")
    played.vote(tables[0], "a b -")
    tile = played.view(host, Presence(lost=frozenset({str(tables[0].station)})))[f"tile:{tables[0].team}"]
    assert (tile["done"], tile["of"], tile["closed"], tile["present"]) == (2, 3, False, 3)
    assert tile["stations"] == [{"id": tables[0].station, "kind": "table", "seats": 3, "lost": True}]
    assert "close_vote" in tile["may"]
    played.does(host, CloseVote(serial=played.serial(tables[0]), team=tables[0].team))
    assert played.view(host)[f"tile:{tables[0].team}"]["closed"]


def test_the_plan_tells_planned_and_actual_minutes() -> None:
    played, tables, host = in_hall("draw", programme=f"frame round:{LIGHT.id} pledge")
    played.facts.host_gone = GONE
    played.until(host, "read")
    opened = [step["opened"] for step in played.view(host)["host"]["steps"]]
    assert opened == [1_000, 1_000, None]
    played.does(tables[0], ContinueAlone())
    played.facts.now += 60_000
    played.until(tables[0], "pledge")
    played.facts.now += 60_000
    played.until(host, "pledge")
    steps = played.view(host)["host"]["steps"]
    assert [step["opened"] for step in steps] == [1_000, 1_000, 121_000]
    assert [step["closed"] for step in steps] == [1_000, 121_000, None]
    assert steps[1]["title"]["sv"] == f"{LIGHT.id} title"


def test_a_table_that_ran_ahead_into_the_vote_votes_with_the_others_once_it_is_gathered() -> None:
    played, tables, host = in_hall("vote")
    for table in tables:
        played.vote(table, "a a a")
    played.until(host, "talk")
    played.facts.host_gone = GONE
    played.does(tables[0], ContinueAlone())
    played.next(tables[0])
    played.vote(tables[0], "a b -")
    assert "vote_cleared" in played.does(host, GatherTeams())
    assert played.place(tables[0]) == ("talk", 1)
    played.next(host)
    for table in tables:
        played.vote(table, "c c c")
    played.next(host)
    assert [played.view(table)["result"]["after"]["votes"] for table in tables] == [[0, 0, 3]] * 3


@pytest.mark.parametrize("lecture", [False, True])
def test_nobody_is_waited_for_at_a_table_whose_vote_has_been_closed(lecture: bool) -> None:
    one_team: dict[str, Any] = {"max_team": 1000, "team_size": 1000, "k_tables": 1} if lecture else {}
    played = session(pace="hall", **one_team)
    table, host = played.table(3), played.host()
    played.until(host, "vote")
    seat = played.seats(table)[0]
    played.does(table, CastVote(seat=seat, serial=played.serial(table), choice="a"))
    seen = played.view(host)["hall"]
    assert (seen["done"], seen["of"]) == ((1, 3) if lecture else (0, 1))
    played.does(table, CloseVote(serial=played.serial(table)))
    seen = played.view(host)["hall"]
    assert seen["done"] == seen["of"] == 1
