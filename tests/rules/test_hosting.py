"""What a host does while it runs: pace, programme, look up, messages, hands, the wall, the lead."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules import SYSTEM, Actor, DealCard, DrawCard, OpenNext, Presence, SkipStep, Step, SwapCard
from game.rules.command import (
    ArrangeSteps,
    CallTimeout,
    CloseRoom,
    EndTimeout,
    Extend,
    GatherTeams,
    GroupTexts,
    HandOver,
    Leave,
    Pause,
    RaiseHand,
    Recover,
    ReleaseText,
    RemoveStation,
    Resume,
    SendMessage,
    SetClock,
    SetPace,
    TakeLead,
)
from game.rules.hosting import LEAD_GONE
from tests.rules.build import LIGHT, OTHER, SCALE, THIRD, Session, at_table, in_hall, session

THREE = "round:prov/luren round:prov/kylen round:prov/linjen pledge"


def kinds(played: Session) -> list[str]:
    """The programme in a word a step: a chosen card by its name."""
    return [step.card.removeprefix("prov/") if step.card else step.kind for step in played.room.steps]


def arrange(played: Session, host: Actor, *steps: Step) -> list[str]:
    return played.does(host, ArrangeSteps(plan=played.room.planned, steps=steps))


# --- pace ---


def test_from_the_halls_pace_every_table_goes_on_from_where_it_is() -> None:
    played, tables, host = in_hall("talk", programme=THREE)
    assert played.does(host, SetPace(pace="table")) == ["pace_set"]
    assert played.does(host, SetPace(pace="table")) == []
    played.next(tables[0])
    assert [played.place(table) for table in tables] == [("vote", 2), ("talk", 1), ("talk", 1)]
    assert played.refused(host, OpenNext(serial=played.serial(host))) == "name_a_table"


def test_tables_that_wait_for_the_hall_to_deal_may_draw_once_they_go_by_themselves() -> None:
    played, tables, host = in_hall("draw", programme="round pledge")
    assert played.does(host, SetPace(pace="table")) == ["pace_set", *["cards_offered"] * 3]
    assert "card_dealt" in played.does(tables[1], DrawCard(serial=played.serial(tables[1])))


def test_to_the_halls_pace_tables_finish_their_card_and_meet_at_the_next_step() -> None:
    played = session(THREE, pace="table")
    slow, fast = played.table(2), played.table(3)
    host = played.host()
    played.next(host)
    played.until(slow, "talk")
    played.until(fast, "note")
    played.next(fast)
    played.until(fast, "read")
    assert (played.stage(slow).step, played.stage(fast).step) == (0, 1)

    played.does(host, SetPace(pace="hall"))

    assert played.place(slow) == ("talk", 1), "nobody is torn from a talk"
    assert (played.stage(host).step, played.place(host)) == (1, ("draw", 1))
    played.until(slow, "note")
    assert "open_next" not in played.may(slow), "it waits for the others"
    assert [played.view(host)[f"tile:{table.team}"]["waits"] for table in (slow, fast)] == [True, False]
    assert played.view(host)["hall"]["done"] == 1
    played.next(host)
    assert [played.stage(table).step for table in (slow, fast)] == [2, 2]
    assert [played.place(table) for table in (slow, fast)] == [("draw", 1)] * 2
    played.does(host, DealCard(serial=played.serial(host)))
    assert {played.team(table).turn.card for table in (slow, fast) if played.team(table).turn} == {THIRD.id}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("phase", "round_"), [("checkin", 1), ("checkin", 2), ("harvest", 1), ("pledge", 1), ("debrief", 3)]
)
def test_where_no_card_lies_the_hall_goes_on_after_a_round_of_own_paces_as_if_nothing_had_been(
    phase: str, round_: int
) -> None:
    played, tables, host = in_hall(phase, round_, programme="frame checkin round harvest pledge debrief")
    before = played.view(host)
    played.does(host, SetPace(pace="table"))
    played.does(host, SetPace(pace="hall"))
    after = played.view(host)
    assert after["hall"]["done"] == before["hall"]["done"]
    assert [after[f"tile:{table.team}"]["waits"] for table in tables] == [False] * 3
    assert "open_next" not in played.may(tables[0])
    step = played.stage(host).step
    played.next(host)
    assert {played.stage(table).step for table in tables} == {
        step + (round_ != 1 or phase in ("harvest", "pledge"))
    }
    assert {played.place(table) for table in tables} == {played.place(host)}


def test_tables_on_their_practice_card_finish_it_and_those_who_come_get_one_too() -> None:
    played, tables, host = in_hall("vote", programme="practice round pledge")
    played.does(host, SetPace(pace="table"))
    played.does(host, SetPace(pace="hall"))
    assert played.view(host)["host"]["own"], "so that the host is asked before they are torn from it"
    assert {played.place(table) for table in tables} == {("vote", 1)}
    late = played.table(2)
    assert played.team(late).turn is not None
    assert "open_next" in played.may(late)
    played.does(host, GatherTeams())
    assert {played.place(table) for table in (*tables, late)} == {("practice", 1)}
    assert {turn.card for table in (*tables, late) if (turn := played.team(table).turn)} == {played.room.card}
    played.next(host)
    assert {played.place(table) for table in (*tables, late)} == {("read", 1)}


def test_a_table_that_comes_while_others_finish_their_own_joins_at_the_next_step() -> None:
    played, table, host = at_table("talk", programme=THREE)
    played.does(host, SetPace(pace="hall"))
    late = played.table(2)
    assert played.place(late) == ("draw", 1)
    assert "draw_card" in played.may(late)
    played.next(host)
    assert {played.stage(one).step for one in (table, late)} == {1}


def test_a_table_that_has_come_to_its_end_by_itself_is_done_in_the_halls_count() -> None:
    played, tables, host = in_hall("debrief", programme="frame debrief")
    played.does(host, SetPace(pace="table"))
    played.until(tables[0], "closed")
    played.until(tables[1], "debrief", 3)
    played.does(host, SetPace(pace="hall"))
    assert played.place(tables[0]) == ("closed", 1)
    hall = played.view(host)["hall"]
    assert (hall["done"], hall["of"]) == (1, 3), "nobody who is through is waited for"


def test_a_table_that_has_finished_is_not_called_back() -> None:
    played = session("pledge round", pace="table")
    fast, slow, host = played.table(2), played.table(2), played.host()
    played.next(host)
    played.next(fast)
    played.until(fast, "note")
    played.next(fast)
    assert played.place(fast) == ("closed", 1)
    played.does(host, SetPace(pace="hall"))
    played.next(host)
    assert (played.place(fast), played.place(slow)) == (("closed", 1), ("draw", 1))


def test_a_table_that_comes_once_all_go_by_themselves_begins_where_the_hall_was() -> None:
    played, _, host = in_hall("talk", programme=f"frame checkin {THREE}")
    played.does(host, SetPace(pace="table"))
    late = played.table(2)
    assert (played.stage(late).step, played.place(late)) == (2, ("draw", 1))
    assert "close_vote" not in played.may(host)


def test_the_pace_may_change_in_the_lobby_and_not_when_everybody_is_done() -> None:
    played = session("pledge", pace="table")
    table, host = played.table(2), played.host()
    played.does(host, SetPace(pace="hall"))
    assert played.refused(table, OpenNext(serial=played.serial(table))) == "host_only"
    played.does(host, SetPace(pace="table"))
    played.next(host)
    played.next(table)
    assert played.place(table) == ("closed", 1)
    assert played.refused(host, SetPace(pace="hall")) == "wrong_phase"


def test_a_room_that_is_paused_stays_so_when_its_pace_changes() -> None:
    played, table, host = at_table("talk", programme=THREE)
    played.does(host, Pause())
    played.does(host, SetPace(pace="hall"))
    assert played.refused(host, OpenNext(serial=played.serial(host))) == "paused"
    played.does(host, Resume())
    played.next(host)
    assert played.place(table) == ("draw", 1)


# --- a card of one's own ---


def test_every_table_draws_its_own_card_and_all_meet_again() -> None:
    played, tables, host = in_hall("draw", programme="round round pledge", cards=(LIGHT, OTHER, THIRD, SCALE))
    played.does(host, DealCard(serial=played.serial(host), own=True))
    assert played.view(host)["host"]["own"]
    assert "deal_card" not in played.may(host)
    for table, pick in zip(tables, (0, 1, 0), strict=True):
        played.does(table, DrawCard(serial=played.serial(table), pick=pick))
    first = [played.team(table).played[-1] for table in tables]
    assert len(set(first)) > 1
    late = played.table(3)
    assert played.place(late) == ("draw", 1)
    assert "draw_card" in played.may(late)
    played.next(host)
    assert [played.place(table) for table in (*tables, late)] == [("draw", 1)] * 4
    assert not played.view(host)["host"]["own"]
    played.does(host, DealCard(serial=played.serial(host)))


def test_a_swapped_card_does_not_stop_the_host_from_dealing_the_next() -> None:
    played, tables, host = in_hall("read", programme=THREE, cards=(LIGHT, OTHER, THIRD, SCALE))
    played.does(tables[0], SwapCard(serial=played.serial(tables[0])))
    assert not played.view(host)["host"]["own"]
    played.does(host, SkipStep(serial=played.serial(host)))
    assert "deal_card" in played.may(host)


def test_tables_with_cards_of_their_own_may_be_gathered_for_one_that_the_host_deals() -> None:
    played, tables, host = in_hall("draw", programme="round pledge")
    played.does(host, DealCard(serial=played.serial(host), own=True))
    played.does(tables[0], DrawCard(serial=played.serial(tables[0])))
    played.does(host, GatherTeams())
    assert [played.place(table) for table in tables] == [("draw", 1)] * 3
    assert "deal_card" in played.may(host)


# --- the programme ---


def test_what_lies_ahead_may_be_moved_put_in_and_left_out() -> None:
    played, _, host = in_hall("talk", programme=THREE)
    ahead = played.room.steps[1:]
    rest = Step(kind="break", minutes=10)
    assert arrange(played, host, ahead[1], rest, ahead[0], ahead[2]) == ["programme_changed"]
    assert kinds(played) == ["luren", "linjen", "break", "kylen", "pledge"]
    assert arrange(played, host, *played.room.steps[1:]) == []
    played.until(host, "note")
    played.next(host)
    played.does(host, DealCard(serial=played.serial(host)))
    assert played.room.card == THIRD.id
    assert arrange(played, host, played.room.steps[4]) == ["programme_changed"]
    assert kinds(played) == ["luren", "linjen", "pledge"]
    assert played.view(host)["host"]["fixed"] == 2


def test_two_hosts_who_change_the_programme_at_once_change_it_once() -> None:
    played, _, host = in_hall("talk", programme=THREE)
    other, before = played.host(), played.room.planned
    ahead = played.room.steps[1:]
    played.does(host, ArrangeSteps(plan=before, steps=ahead[1:]))
    assert played.refused(other, ArrangeSteps(plan=before, steps=ahead[1:])) == "plan_changed"


def test_at_the_tables_own_pace_nothing_changes_that_some_table_has_begun() -> None:
    played = session(THREE, pace="table")
    _slow, fast = played.table(2), played.table(2)
    host = played.host()
    played.next(host)
    played.until(fast, "note")
    played.next(fast)
    assert played.view(host)["host"]["fixed"] == 2
    arrange(played, host)
    assert kinds(played) == ["luren", "kylen"]
    played.until(fast, "note")
    played.next(fast)
    assert played.place(fast) == ("closed", 1)
    refused = ArrangeSteps(plan=played.room.planned, steps=(Step(kind="break", minutes=5),))
    assert played.refused(host, refused) == "plan_over"


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((Step(kind="pledge", minutes=6), Step(kind="pledge", minutes=6)), "once_only"),
        ((Step(kind="round", minutes=12, card="prov/luren"),), "unknown_card"),
        ((Step(kind="round", minutes=12, card="prov/saknas"),), "unknown_card"),
        ((Step(kind="break", minutes=12, card="prov/kylen"),), "unknown_card"),
        ((Step(kind="checkin", minutes=4, card="prov/kylen"),), "unknown_card"),
        (tuple(Step(kind="round", minutes=12, card="prov/kylen") for _ in range(2)), "unknown_card"),
    ],
)
def test_a_programme_that_cannot_be_played_is_refused(steps: tuple[Step, ...], code: str) -> None:
    played, _, host = in_hall("talk", programme=THREE)
    assert played.refused(host, ArrangeSteps(plan=played.room.planned, steps=steps)) == code


# --- look up ---


def test_a_signal_to_look_up_stops_every_clock_and_may_follow_a_break() -> None:
    played, tables, host = in_hall("talk")
    played.does(host, Pause(text="Kaffe", minutes=10))
    assert played.does(host, Pause()) == []
    played.does(host, Pause(look=True))
    for station in (*tables, host, played.screen()):
        seen = played.view(station)["stage"]
        assert (seen["paused"], seen["pause_text"], seen["ends"]) == ("look", "", None)
    assert played.does(played.host(), Pause(look=True)) == []
    played.does(SYSTEM, Recover(beat=played.facts.now))
    assert played.view(host)["stage"]["paused"] == "look"
    played.does(host, Resume())
    assert played.view(tables[0])["stage"]["ends"] is not None


# --- messages and hands ---


def test_a_line_reaches_all_or_one_table_and_the_last_one_stands() -> None:
    played, tables, host = in_hall("talk")
    played.does(host, SendMessage(text="Fem minuter till."))
    played.does(host, SendMessage(text="Tala lite lägre.", team=tables[1].team))
    first, second = (played.view(table) for table in tables[:2])
    assert first["room"]["message"]["text"] == "Fem minuter till."
    assert first["team"]["message"] is None
    assert second["team"]["message"]["text"] == "Tala lite lägre."
    assert second["team"]["message"]["serial"] > second["room"]["message"]["serial"]
    assert "Tala lite lägre." not in str(first)
    assert played.does(host, SendMessage(text="Fem minuter till.")) == []
    played.does(host, SendMessage(text=""))
    assert played.view(tables[0])["room"]["message"] is None


def test_hands_are_answered_in_the_order_they_were_raised() -> None:
    played, tables, host = in_hall("talk")
    for table in (tables[2], tables[0]):
        assert played.does(table, RaiseHand()) == ["help_called"]
        played.facts.now += 1_000
    assert played.does(tables[2], RaiseHand()) == []
    assert played.view(host)["host"]["help"] == [tables[2].team, tables[0].team]
    played.next(host)
    assert played.view(tables[2])["team"]["help"], "it stays up when the hall goes on"
    played.does(host, RaiseHand(on=False, team=tables[2].team))
    assert played.does(played.host(), RaiseHand(on=False, team=tables[2].team)) == []
    assert played.refused(host, RaiseHand(team=tables[0].team)) == "not_allowed"
    played.does(tables[0], RaiseHand(on=False))
    assert played.view(host)["host"]["help"] == []


def test_a_hand_comes_down_with_the_last_seat_of_its_table() -> None:
    played, tables, host = in_hall("talk")
    number = played.team(tables[0]).number
    solo, wall = played.solo(number), played.screen(number)
    played.does(tables[0], RaiseHand())
    played.does(tables[0], Leave())
    assert played.view(host)["host"]["help"] == [tables[0].team], "somebody still sits there"
    played.does(host, RemoveStation(station=solo.station or ""))
    assert played.view(host)["host"]["help"] == []
    assert not played.view(wall)["team"]["help"]
    assert not played.view(played.solo(number))["team"]["help"], "who comes later has not asked"


def test_a_hand_raised_in_a_timeout_goes_down_with_it() -> None:
    played, table, _ = at_table("talk")
    played.does(table, CallTimeout())
    played.does(table, EndTimeout(how="call"))
    assert played.view(table)["team"]["help"]
    played.does(table, EndTimeout(how="continue"))
    assert not played.view(table)["team"]["help"]


# --- the wall ---


def on_the_wall() -> tuple[Session, Actor, list[str]]:
    played, tables, host = in_hall("note", programme="round:prov/luren harvest pledge")
    for table, text in zip(tables, ("Vi hinner lyssna.", "Tid att lyssna.", "Korta köer."), strict=True):
        played.note(table, text)
    played.until(host, "harvest")
    return played, host, list(played.room.wall)


def test_alike_texts_hang_under_one_heading_also_in_the_hall() -> None:
    played, host, (one, two, three) = on_the_wall()
    played.does(host, GroupTexts(texts=(one, two), group="Tid"))
    assert played.does(host, GroupTexts(texts=(one, two), group="Tid")) == []
    for text in (one, two, three):
        played.does(host, ReleaseText(text=text))
    hung = {text["id"]: text["group"] for text in played.view(played.screen())["hall"]["wall"]}
    assert hung == {one: "Tid", two: "Tid", three: ""}
    played.does(host, GroupTexts(texts=(one,), group=""))
    assert [text.group for text in played.room.wall.values()] == ["", "Tid", ""]
    assert played.refused(host, GroupTexts(texts=("n0",), group="Tid")) == "unknown_text"


# --- the lead ---


def led() -> tuple[Session, Actor, Actor]:
    played = session(pace="hall")
    return played, played.enter("host"), played.enter("host", lead=False)


def test_a_cohost_does_everything_but_hand_out_the_lead_and_end_it() -> None:
    played, host, helper = led()
    table = played.table(3)
    played.next(helper)
    played.does(helper, Pause())
    for command in (
        CloseRoom(),
        HandOver(station=helper.station or ""),
        RemoveStation(station=host.station or ""),
    ):
        assert played.refused(helper, command) == "lead_only"
    assert "close_room" not in played.may(helper)
    played.does(helper, RemoveStation(station=table.station or ""))
    assert [(one["id"], one["lead"]) for one in played.view(helper)["host"]["hosts"]] == [
        (host.station, True),
        (helper.station, False),
    ]


def test_the_lead_is_handed_over_or_taken_when_nobody_leads() -> None:
    played, host, helper = led()
    assert played.refused(helper, TakeLead()) == "lead_here"
    assert played.does(host, HandOver(station=host.station or "")) == []
    assert played.refused(host, HandOver(station="k0")) == "unknown_station"
    played.does(host, HandOver(station=helper.station or ""))
    assert played.refused(host, CloseRoom()) == "lead_only"
    assert "take_lead" not in played.may(host)
    assert "take_lead" in played.view(host, Presence(lead_gone=True))["you"]["may"]
    played.facts.lead_gone = LEAD_GONE
    assert played.refused(helper, TakeLead()) == "not_allowed"
    played.does(host, TakeLead())
    assert "close_room" in played.may(host)
    assert "close_room" in played.may(helper)


def test_the_board_tells_what_was_meant_at_first_and_which_cards_may_still_be_put_in() -> None:
    played, table, host = at_table("talk", programme="round pledge", cards=(LIGHT, OTHER, THIRD))
    seen = played.view(host)["host"]
    assert seen["aim"] == 12
    had = {*played.team(table).played, *played.team(table).offer}
    assert {card["id"] for card in seen["cards"]} == {LIGHT.id, OTHER.id, THIRD.id} - had
    arrange(played, host, Step(kind="round", minutes=9, card=seen["cards"][0]["id"]))
    after = played.view(host)["host"]
    assert (after["aim"], [step["card"] for step in after["steps"]]) == (12, ["", seen["cards"][0]["id"]])
    assert after["steps"][1]["themes"] == list(played.room.cards[seen["cards"][0]["id"]].themes)


# --- what must never come of it


def test_nobody_is_counted_twice_however_the_tables_are_called_together() -> None:
    played = session("checkin round", pace="table", k_tables=1)
    tables, host = [played.table(3) for _ in range(3)], played.host()
    played.next(host)
    for table in tables:
        played.check_in(table, 4, 5, 6)
        played.next(table)
    played.does(host, SetPace(pace="hall"))
    played.does(host, GatherTeams())
    assert {played.place(table) for table in (*tables, host)} == {("checkin", 2)}
    played.next(host)
    assert sum(played.room.checkin or ()) == 9


def test_a_table_that_meets_a_card_again_stands_behind_a_number_once() -> None:
    played = session("round round", pace="table", k_seats=5, k_tables=1, cards=(LIGHT,))
    table, host = played.table(4), played.host()
    played.next(host)
    played.does(table, DrawCard(serial=played.serial(table)))
    for _ in range(2):
        played.until(table, "vote", 1) if played.place(table)[0] != "vote" else None
        played.vote(table, "a a b b")
        played.wait(5_000)
        while played.place(table) != ("vote", 2):
            played.next(table)
        played.vote(table, "a a a b")
        played.wait(5_000)
        if played.stage(table).step == 0:
            played.does(host, SetPace(pace="hall"))
            played.next(host)
            played.does(host, DealCard(serial=played.serial(host), card=LIGHT.id))
            played.next(host)
            played.does(host, SetPace(pace="table"))
    assert len(played.team(table).results) == 2
    assert played.view(host)["host"]["charts"] == []


def test_the_hall_is_dealt_a_card_that_no_table_has_had_as_long_as_there_is_one() -> None:
    played, tables, host = in_hall("draw", programme="round round", cards=(LIGHT, OTHER, THIRD))
    played.does(host, DealCard(serial=played.serial(host), own=True))
    for table in tables[:2]:
        played.does(table, DrawCard(serial=played.serial(table)))
    had = {card for table in tables for card in played.team(table).played}
    played.next(host)
    assert not had & {card["id"] for card in played.view(host)["host"]["cards"]}
    played.does(host, DealCard(serial=played.serial(host)))
    assert played.room.card not in had


def test_no_cohost_and_no_clock_ends_the_session() -> None:
    played = session("frame", pace="hall")
    host, helper = played.enter("host"), played.enter("host", lead=False)
    played.table(3)
    played.next(helper)
    for command in (OpenNext(serial=played.serial(helper)), SkipStep(serial=played.serial(helper))):
        assert played.refused(helper, command) == "lead_only"
        assert command.type not in played.may(helper), "nobody is offered what will be refused"
        assert command.type in played.may(host)
    played.next(host)
    assert played.room.closed
    played, _, _ = in_hall("note", programme="round:prov/luren", hard=True)
    played.wait(600_000)
    assert not played.room.closed


def test_what_a_table_had_begun_stays_begun_when_it_goes_home() -> None:
    played = session(THREE, pace="table")
    here, gone, host = played.table(2), played.table(2), played.host()
    played.next(host)
    for _ in range(2):
        played.does(host, SkipStep(serial=played.serial(gone), team=gone.team))
    played.does(gone, Leave())
    assert played.view(host)["host"]["fixed"] == 3
    arrange(played, host, Step(kind="break", minutes=5), Step(kind="round", minutes=9))
    assert kinds(played) == ["luren", "kylen", "linjen", "break", "round"]
    played.does(host, SetPace(pace="hall"))
    played.next(host)
    assert not played.view(host)["host"]["own"]
    assert "deal_card" in played.may(host)
    assert played.place(here) == ("draw", 1)


def test_a_table_that_had_finished_and_gone_home_closes_the_programme_to_nobody() -> None:
    played = session("round pledge", pace="table")
    gone, here, host = played.table(2), played.table(2), played.host()
    played.next(host)
    for _ in range(2):
        played.does(host, SkipStep(serial=played.serial(gone), team=gone.team))
    assert played.refused(host, ArrangeSteps(plan=played.room.planned, steps=())) == "plan_over"
    played.does(gone, Leave())
    arrange(played, host, Step(kind="break", minutes=5))
    assert kinds(played) == ["round", "pledge", "break"]
    back = played.table(2, 1)
    assert played.stage(back).step == played.stage(here).step


def test_tables_draw_their_own_until_the_next_step_whoever_leaves() -> None:
    played, tables, host = in_hall("draw", programme="round round pledge")
    own = DealCard(serial=played.serial(host), own=True)
    assert played.does(host, own) == ["own_cards_set", *["cards_offered"] * 3]
    assert played.does(played.host(), own) == []
    for table in tables:
        played.does(table, Leave())
    late = played.table(2)
    assert "draw_card" in played.may(late)
    assert played.does(host, DealCard(serial=played.serial(host))) == [], "it has been left to them already"
    played.next(host)
    assert played.stage(late).step == 1
    assert "deal_card" in played.may(host)


def test_tables_that_are_called_back_from_their_own_cards_are_dealt_one() -> None:
    played, tables, host = in_hall("draw", programme="round pledge")
    played.does(host, DealCard(serial=played.serial(host), own=True))
    played.does(tables[0], DrawCard(serial=played.serial(tables[0])))
    assert "own_cards_set" in played.does(host, GatherTeams())
    assert {played.place(table) for table in tables} == {("draw", 1)}
    assert "card_dealt" in played.does(host, DealCard(serial=played.serial(host)))


def test_more_time_for_all_reaches_tables_that_go_by_themselves() -> None:
    played, table, host = at_table("talk", programme=THREE)
    before = played.view(table)["stage"]["ends"]
    played.does(host, Extend(serial=played.serial(host), seen=played.room.version, minutes=2))
    assert played.view(table)["stage"]["ends"] == before + 120_000


def test_more_time_for_all_is_given_once_where_all_began_together_and_go_by_themselves() -> None:
    played = session("frame round", pace="table")
    table, host = played.table(3), played.host()
    played.next(host)
    before = played.view(table)["stage"]["ends"]
    played.does(host, Extend(serial=played.serial(host), seen=played.room.version, minutes=2))
    assert played.view(table)["stage"]["ends"] == before + 120_000
    again = Extend(serial=played.serial(host), seen=0, minutes=2)
    assert played.does(played.host(), again) == []


def test_more_time_for_all_reaches_a_table_with_a_card_of_its_own() -> None:
    played, tables, host = in_hall("draw", programme="round pledge")
    played.does(host, DealCard(serial=played.serial(host), own=True))
    played.does(tables[0], DrawCard(serial=played.serial(tables[0])))
    before = played.view(tables[0])["stage"]["ends"]
    played.does(host, Extend(serial=played.serial(host), seen=played.room.version, minutes=2))
    assert played.view(tables[0])["stage"]["ends"] == before + 120_000


def test_what_helps_the_host_is_there_for_cards_of_the_tables_own() -> None:
    played, tables, host = in_hall("draw", programme="round pledge", cards=(LIGHT, OTHER, THIRD))
    played.does(host, DealCard(serial=played.serial(host), own=True))
    played.does(tables[0], DrawCard(serial=played.serial(tables[0])))
    assert [card["id"] for card in played.view(host)["host"]["played"]] == list(played.team(tables[0]).played)


def test_a_hand_raised_before_a_timeout_stays_up_after_it() -> None:
    played, table, _ = at_table("talk")
    played.does(table, RaiseHand())
    played.does(table, CallTimeout())
    played.does(table, EndTimeout(how="continue"))
    assert played.view(table)["team"]["help"]


def test_the_aim_is_that_of_the_clock_with_which_the_session_started() -> None:
    played = session("frame round", pace="hall")
    host = played.host()
    played.does(host, SetClock(factor=150))
    played.next(host)
    played.does(host, SetClock(factor=200, hard=True))
    seen = played.view(host)["host"]
    assert (seen["aim"], seen["factor"], seen["hard"]) == (18, 200, True)


def test_the_aim_is_that_of_the_programme_with_which_the_session_started() -> None:
    played = session("frame round break round", pace="hall")
    host = played.host()
    arrange(played, host, Step(kind="frame", minutes=3), Step(kind="round", minutes=10))
    assert played.view(host)["host"]["aim"] == 0
    played.next(host)
    assert played.view(host)["host"]["aim"] == 13
    arrange(played, host, Step(kind="round", minutes=30))
    assert played.view(host)["host"]["aim"] == 13


def test_a_tile_tells_when_its_table_came_to_its_step() -> None:
    played = session("frame round pledge", pace="hall")
    first, host = played.table(), played.host()
    played.next(host)
    at = played.facts.now
    played.wait(1_000)
    played.does(host, SetPace(pace="table"))
    played.wait(1_000)
    second = played.table()
    began = {tile["number"]: tile["began"] for tile in tiles(played, host)}
    assert began == {1: at, 2: at + 2_000}, "who comes later begins then"
    played.wait(1_000)
    played.next(first)
    assert [tile["began"] for tile in tiles(played, host)] == [at + 3_000, at + 2_000]
    played.until(first, "read")
    played.wait(1_000)
    assert tiles(played, host)[0]["began"] == at + 3_000, "a step has many phases"
    assert played.stage(second).began == at + 2_000


def tiles(played: Session, host: Actor) -> list[dict[str, Any]]:
    """The host's tiles by number."""
    found = [part for name, part in played.view(host).items() if name.startswith("tile:")]
    return sorted(found, key=lambda tile: tile["number"])
