"""The silent vote: sealed, changed until it closes, and closed in several ways."""

from game.rules import (
    AddSeat,
    CastVote,
    CloseVote,
    Leave,
    MarkAway,
    MarkBack,
    OpenNext,
    TallyCards,
    VoteAgain,
)
from tests.rules.build import at_table, in_hall


def test_a_vote_closes_five_seconds_after_everybody_has_voted() -> None:
    played, table, _ = at_table("vote")
    played.vote(table, "a b -")
    assert played.view(table)["progress"] == {"done": 2, "of": 3, "closed": False, "grace": None}
    played.vote(table, "- - c")
    assert played.view(table)["progress"]["grace"] == played.facts.now + 5_000
    assert played.wait(4_999) == []
    assert played.wait(1) == ["vote_closed", "phase_opened", "revealed"]


def test_a_change_of_mind_starts_the_grace_again() -> None:
    played, table, _ = at_table("vote")
    played.vote(table, "a b c")
    played.wait(3_000)
    played.vote(table, "b - -")
    assert played.wait(4_000) == []
    played.wait(1_000)
    assert played.team(table).turn.before.votes == (0, 2, 1)  # type: ignore[union-attr]


def test_the_reader_or_the_host_closes_and_the_missing_are_told_from_passes() -> None:
    played, table, host = at_table("vote", seats=4)
    solo = played.solo(1)
    played.vote(table, "a pass b -")
    assert played.refused(solo, CloseVote(serial=played.serial(solo))) == "reader_only"
    played.does(host, CloseVote(serial=played.serial(table), team=table.team))
    before = played.view(table)["result"]["before"]
    assert (before["votes"], before["passed"], before["missing"]) == ([1, 1, 0], 1, 2)


def test_moving_on_from_an_open_vote_closes_it() -> None:
    played, table, _ = at_table("vote")
    played.vote(table, "a b -")
    assert played.next(table) == ["vote_closed", "phase_opened", "revealed"]


def test_in_the_hall_a_closed_vote_waits_for_the_host() -> None:
    played, tables, host = in_hall("vote")
    played.vote(tables[0], "a b c")
    assert played.wait(5_000) == ["vote_closed"]
    assert played.place(tables[0]) == ("vote", 1)
    late = CastVote(seat=played.seats(tables[0])[0], serial=played.serial(tables[0]), choice="b")
    assert played.refused(tables[0], late) == "vote_closed"
    assert played.refused(tables[0], CloseVote(serial=played.serial(tables[0]))) == "vote_closed"
    assert played.view(host)["hall"]["done"] == 1
    assert played.does(host, CloseVote(serial=played.serial(host))) == ["vote_closed", "vote_closed"]
    assert played.refused(host, CloseVote(serial=played.serial(host))) == "vote_closed"


def test_a_vote_for_another_round_is_refused() -> None:
    played, table, _ = at_table("vote")
    old = played.serial(table)
    played.vote(table, "a b c")
    played.until(table, "vote", 2)
    late = CastVote(seat=played.seats(table)[0], serial=old, choice="a")
    assert played.refused(table, late) == "wrong_round"
    future = CastVote(seat=played.seats(table)[0], serial=played.room.version + 9, choice="a")
    assert played.refused(table, future) == "wrong_round"


def test_what_the_card_does_not_offer_is_refused() -> None:
    played, table, _ = at_table("vote")
    seat, serial = played.seats(table)[0], played.serial(table)
    assert played.refused(table, CastVote(seat=seat, serial=serial, choice="d")) == "unknown_option"
    text = CastVote(seat=seat, serial=serial, choice="a", text="Jag väntar.")
    assert played.refused(table, text) == "text_without_own"
    assert played.refused(table, CastVote(seat="s99", serial=serial, choice="a")) == "unknown_seat"
    solo = played.solo(1)
    assert played.refused(solo, CastVote(seat=seat, serial=serial, choice="a")) == "not_your_seat"


def test_an_own_answer_comes_to_the_own_table_with_the_counts_without_a_name() -> None:
    played, table, _ = at_table("vote")
    one, two, three = played.seats(table)
    serial = played.serial(table)
    played.does(
        table, CastVote(seat=one, serial=serial, choice="own", text="Jag ringer i kväll.", confidence=3)
    )
    played.does(table, CastVote(seat=two, serial=serial, choice="own", confidence=1))
    played.does(table, CastVote(seat=three, serial=serial, choice="pass", confidence=2))
    played.wait(5_000)
    before = played.view(table)["result"]["before"]
    assert before["own"] == 2
    assert before["own_texts"] == ["Jag ringer i kväll."]
    assert before["confidence"] is None, "a pass has no confidence, and two are too few to pool"


def test_confidence_is_pooled_when_three_gave_it() -> None:
    played, table, _ = at_table("vote")
    for seat, sure in zip(played.seats(table), (1, 3, 3), strict=True):
        vote = CastVote(seat=seat, serial=played.serial(table), choice="a", confidence=sure)
        played.does(table, vote)
    played.wait(5_000)
    assert played.view(table)["result"]["before"]["confidence"] == [1, 0, 2]


def test_a_seat_that_steps_out_is_not_waited_for_but_its_vote_stays() -> None:
    played, table, _ = at_table("vote")
    first, _, third = played.seats(table)
    played.vote(table, "a b -")
    assert played.does(table, MarkAway(seat=third)) == ["seat_away", "grace_set"]
    assert played.does(table, MarkBack(seat=third)) == ["seat_back", "grace_set"]
    assert played.view(table)["progress"]["grace"] is None
    played.does(table, MarkAway(seat=third))
    played.does(table, MarkAway(seat=first))
    played.wait(5_000)
    assert played.team(table).turn.before.votes == (1, 1, 0)  # type: ignore[union-attr]


def test_a_seat_that_votes_is_back() -> None:
    played, table, _ = at_table("vote")
    seat = played.seats(table)[0]
    played.does(table, MarkAway(seat=seat))
    vote = CastVote(seat=seat, serial=played.serial(table), choice="a")
    assert played.does(table, vote) == ["seat_back", "vote_cast"]


def test_who_comes_during_the_first_vote_is_waited_for() -> None:
    played, table, _ = at_table("vote")
    played.vote(table, "a b c")
    assert played.does(table, AddSeat()) == ["seat_taken", "grace_set"]
    assert played.wait(10_000) == []


def test_when_everybody_is_away_the_vote_waits_and_anyone_may_close_it() -> None:
    played, table, _ = at_table("vote")
    for seat in played.seats(table):
        played.does(table, MarkAway(seat=seat))
    assert played.wait(60_000) == []
    assert played.does(table, CloseVote(serial=played.serial(table))) == ["vote_closed", "phase_opened"]


def test_who_missed_the_first_vote_listens_in_the_second() -> None:
    played, table, _ = at_table("vote")
    played.vote(table, "a b -")
    played.until(table, "vote", 2)
    missed = played.seats(table)[2]
    assert played.view(table)["you"]["listeners"] == [missed]
    assert played.view(table)["progress"]["of"] == 2
    vote = CastVote(seat=missed, serial=played.serial(table), choice="a")
    assert played.refused(table, vote) == "listener"
    solo = played.solo(1)
    assert "cast_vote" not in played.may(solo)
    assert played.refused(solo, CastVote(seat=played.seats(solo)[0], serial=1, choice="a")) == "wrong_round"


def test_the_second_vote_never_shows_the_first() -> None:
    played, table, _ = at_table("vote", seats=2)
    solo = played.solo(1)
    played.vote(table, "a b")
    played.vote(solo, "c")
    assert played.view(solo)["you"]["own"][played.seats(solo)[0]] == {"choice": "c"}
    assert played.view(table)["you"]["own"] == {}
    played.until(table, "vote", 2)
    seen = played.view(solo)
    assert seen["you"]["own"] == {}
    assert "result" not in seen


def test_rosta_om_clears_the_open_vote_and_its_ballots() -> None:
    played, table, host = at_table("vote")
    played.vote(table, "a b -")
    serial = played.serial(table)
    assert played.does(host, VoteAgain(serial=serial, team=table.team)) == ["vote_cleared"]
    assert not any(played.facts.boxes.values())
    late = CastVote(seat=played.seats(table)[2], serial=serial, choice="c")
    assert played.refused(table, late) == "wrong_round"
    assert played.refused(table, OpenNext(serial=serial)) == "wrong_phase", "it asked to leave another vote"
    played.vote(table, "c c c")
    played.wait(5_000)
    assert played.team(table).turn.before.votes == (0, 0, 3)  # type: ignore[union-attr]
    assert played.refused(table, VoteAgain(serial=played.serial(table))) == "wrong_phase"


def test_rosta_om_for_the_whole_hall_leaves_closed_votes_closed() -> None:
    played, tables, host = in_hall("vote", tables=(2, 2))
    played.vote(tables[0], "a b")
    played.wait(5_000)
    played.vote(tables[1], "a -")
    again = VoteAgain(serial=played.serial(host))
    assert played.does(host, again) == ["vote_cleared", "vote_cleared"]
    assert played.team(tables[0]).turn.closed[0]  # type: ignore[union-attr]
    played.does(host, CloseVote(serial=played.serial(host)))
    assert played.refused(host, VoteAgain(serial=played.serial(host))) == "vote_closed"


def test_rosta_om_pressed_by_two_hosts_leaves_the_new_votes_alone() -> None:
    played, tables, host = in_hall("vote", tables=(2, 2))
    other = played.host()
    again = VoteAgain(serial=played.serial(host))
    alone = VoteAgain(serial=played.serial(tables[0]), team=tables[0].team)
    assert played.does(host, again) == ["vote_cleared"] * 3
    played.vote(tables[0], "a b")
    assert played.does(other, again) == []
    assert played.does(other, alone) == []
    assert played.does(tables[0], VoteAgain(serial=alone.serial)) == []
    assert played.view(tables[0])["progress"]["done"] == 2
    next_ = OpenNext(serial=again.serial)
    assert played.refused(other, next_) == "wrong_phase", "it asked to leave another vote"
    assert played.does(host, VoteAgain(serial=played.serial(host))) == ["vote_cleared"] * 3
    assert played.view(tables[0])["progress"]["done"] == 0
    late = VoteAgain(serial=played.serial(host))
    played.until(host, "vote", 2)
    assert played.refused(other, late) == "wrong_phase", "a closed vote is never reopened"


def test_two_presses_on_close_close_once() -> None:
    played, table, host = at_table("vote")
    serial = played.serial(table)
    played.does(table, CloseVote(serial=serial))
    assert played.does(host, CloseVote(serial=serial, team=table.team)) == []


def test_cards_up_the_writer_counts_and_the_sum_is_the_present_seats() -> None:
    played, table, _ = at_table("vote", way="cards_up")
    serial = played.serial(table)
    seat = played.seats(table)[0]
    assert "cast_vote" not in played.may(table)
    assert played.refused(table, CastVote(seat=seat, serial=serial, choice="a")) == "wrong_way"
    assert played.refused(table, TallyCards(serial=serial, counts={"a": 2})) == "wrong_sum"
    assert played.refused(table, TallyCards(serial=serial, counts={"a": 2, "e": 1})) == "unknown_option"
    counted = TallyCards(serial=serial, counts={"a": 1, "own": 1, "pass": 1})
    assert played.does(table, counted) == ["cards_tallied", "grace_set"]
    assert "result" not in played.view(table), "open at the table is not yet shown on its screens"
    played.does(table, TallyCards(serial=serial, counts={"a": 2, "pass": 1}))
    played.wait(5_000)
    before = played.view(table)["result"]["before"]
    assert (before["votes"], before["own"], before["passed"]) == ([2, 0, 0], 0, 1)


def test_cards_up_twice_is_compared_without_pairs() -> None:
    played, table, _ = at_table("vote", way="cards_up")
    played.does(table, TallyCards(serial=played.serial(table), counts={"a": 3}))
    played.until(table, "vote", 2)
    played.does(table, TallyCards(serial=played.serial(table), counts={"b": 3}))
    assert "result" not in played.view(table)
    played.wait(5_000)
    result = played.view(table)["result"]
    assert (result["after"]["votes"], result["changed"], result["paired"]) == ([0, 3, 0], None, None)


def test_counted_cards_are_cleared_by_rosta_om() -> None:
    played, table, _ = at_table("vote", way="cards_up")
    played.does(table, TallyCards(serial=played.serial(table), counts={"a": 3}))
    played.does(table, VoteAgain(serial=played.serial(table)))
    turn = played.team(table).turn
    assert turn
    assert (turn.before, turn.tallied) == (None, (False, False))


def test_who_comes_after_the_cards_are_counted_listens() -> None:
    played, table, _ = at_table("vote", way="cards_up")
    played.does(table, TallyCards(serial=played.serial(table), counts={"a": 3}))
    solo = played.solo(1)
    assert played.view(solo)["progress"]["of"] == 3
    vote = CastVote(seat=played.seats(solo)[0], serial=played.serial(solo), choice="a")
    assert played.refused(solo, vote) == "listener"
    assert "vote_closed" in played.wait(5_000)


def test_cards_up_is_for_a_table_round_one_machine() -> None:
    played, table, _ = at_table("vote", way="cards_up")
    solo = played.solo(1)
    tallied = TallyCards(serial=played.serial(table), counts={"a": 4})
    assert played.refused(table, tallied) == "wrong_way"
    assert played.refused(solo, tallied) == "wrong_way"
    played.vote(table, "a b c")
    played.vote(solo, "a")
    played.does(solo, Leave())
    played.wait(5_000)
    assert played.team(table).turn.before.votes == (2, 1, 1)  # type: ignore[union-attr]


def test_the_sand_of_a_vote_follows_the_seats_at_the_largest_machine() -> None:
    played, tables, host = in_hall("vote", tables=(2, 5))
    assert played.stage(host).timer.total == 70_000  # type: ignore[union-attr]
    assert played.view(tables[0])["stage"]["total"] == 70_000
    played, tables, host = in_hall("read", tables=())
    played.solo()
    played.next(host)
    assert played.stage(host).timer.total == 60_000  # type: ignore[union-attr]
