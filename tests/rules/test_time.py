"""Pauses, time-outs, clocks soft and hard, restarts: the sand stands and runs as people mean it to."""

from game.rules import (
    SYSTEM,
    Actor,
    AskTime,
    CallTimeout,
    CastVote,
    ContinueAlone,
    DealCard,
    EndTimeout,
    Extend,
    OpenNext,
    Pause,
    Resume,
    SetClock,
    SkipStep,
    TimeUp,
    deadlines,
)
from game.rules.command import Recover
from tests.rules.build import Session, at_table, in_hall, session


def left(played: Session, actor: Actor) -> int | None:
    ms: int | None = played.view(actor)["stage"]["left"]
    return ms


def test_a_pause_freezes_what_remains_and_nothing_moves() -> None:
    played, tables, host = in_hall("talk")
    played.facts.now += 60_000
    played.does(host, Pause(text="Kaffe", minutes=10))
    seen = played.view(tables[0])["stage"]
    assert (seen["paused"], seen["pause_text"], seen["left"], seen["ends"]) == (
        "host",
        "Kaffe",
        300_000,
        None,
    )
    assert seen["pause_until"] == played.facts.now + 600_000
    assert played.refused(host, OpenNext(serial=played.serial(host))) == "paused"
    assert played.does(played.host(), Pause(text="Te")) == []
    assert played.view(tables[0])["stage"]["pause_text"] == "Kaffe", "the first one's words stand"
    played.facts.now += 600_000
    assert played.does(host, Resume()) == ["resumed"]
    assert played.view(tables[0])["stage"]["ends"] == played.facts.now + 300_000
    assert played.does(played.host(), Resume()) == []


def test_a_pause_told_anew_has_the_new_words_and_time_and_the_same_sand() -> None:
    played, tables, host = in_hall("talk")
    played.facts.now += 60_000
    played.does(host, Pause(text="Kaffe", minutes=10))
    played.facts.now += 540_000
    assert played.does(host, Pause(text="Kaffe och bulle", minutes=5, anew=True)) == ["paused"]
    seen = played.view(tables[0])["stage"]
    assert (seen["paused"], seen["pause_text"], seen["left"]) == ("host", "Kaffe och bulle", 300_000)
    assert seen["pause_until"] == played.facts.now + 300_000
    played.does(host, Pause(text="Tills vidare", anew=True))
    assert played.view(tables[0])["stage"]["pause_until"] is None
    played.does(host, Pause(look=True))
    assert played.does(played.host(), Pause(text="Te", anew=True)) == [], "a look up is no pause"
    played.does(host, Resume())
    assert played.does(host, Pause(text="Te", anew=True)) == [], "somebody has let it go on"
    assert played.does(host, Pause(team=tables[0].team, text="Te", anew=True)) == []
    assert played.view(tables[0])["stage"]["ends"] == played.facts.now + 300_000


def test_one_table_is_paused_by_itself_and_stays_so_when_the_hall_moves_on() -> None:
    played, tables, host = in_hall("talk")
    played.does(host, Pause(team=tables[0].team, text="Vi väntar på Elsa"))
    assert played.view(tables[0])["stage"]["paused"] == "team"
    assert played.view(tables[0])["stage"]["pause_text"] == "Vi väntar på Elsa"
    assert played.view(tables[1])["stage"]["paused"] == ""
    played.next(host)
    assert played.place(tables[0]) == ("vote", 2)
    assert left(played, tables[0]) == 50_000
    assert played.does(played.host(), Pause(team=tables[0].team)) == []
    assert played.does(host, Resume(team=tables[0].team)) == ["resumed"]
    assert played.does(played.host(), Resume(team=tables[0].team)) == []
    assert left(played, tables[0]) is None


def test_a_table_that_comes_during_a_pause_waits_too() -> None:
    played, _, host = in_hall("talk")
    played.does(host, Pause())
    late = played.table(2)
    assert played.view(late)["stage"]["paused"] == "host"
    assert left(played, late) == 360_000
    played, _, host = at_table("talk", programme="frame round")
    played.does(host, Pause())
    late = played.table(2)
    assert left(played, late) == 360_000


def test_votes_cast_during_a_pause_close_after_it() -> None:
    played, tables, host = in_hall("vote")
    played.does(host, Pause())
    played.vote(tables[0], "a b c")
    assert played.wait(60_000) == []
    played.does(host, Resume())
    assert played.wait(4_999) == []
    assert played.wait(1) == ["vote_closed"]


def test_a_time_out_stops_the_tables_clock_and_nobody_learns_who_asked() -> None:
    played, table, host = at_table("vote")
    played.vote(table, "a b c")
    assert played.does(table, CallTimeout()) == ["timeout_called"]
    assert "seat" not in repr(played.log[-1])
    assert played.view(table)["stage"]["paused"] == "timeout"
    assert played.view(host)[f"tile:{table.team}"]["timeout"]
    assert played.wait(60_000) == []
    assert played.refused(table, CallTimeout()) == "timeout_open"
    assert played.refused(table, OpenNext(serial=played.serial(table))) == "timeout_open"
    played.vote(table, "b - -")
    assert played.does(table, EndTimeout(how="continue")) == ["timeout_ended"]
    assert played.refused(table, EndTimeout(how="continue")) == "no_timeout"
    assert "vote_closed" in played.wait(5_000)


def test_a_table_fetches_the_host_who_ends_the_time_out() -> None:
    played, table, host = at_table("talk")
    played.does(table, CallTimeout())
    assert played.does(table, EndTimeout(how="call")) == ["help_called"]
    assert played.does(table, EndTimeout(how="call")) == []
    assert played.view(host)["host"]["help"] == [table.team]
    assert played.does(host, EndTimeout(how="continue", team=table.team)) == ["timeout_ended"]
    assert played.view(host)["host"]["help"] == []


def test_a_time_out_lasts_through_the_halls_phases_as_long_as_its_card() -> None:
    played, tables, host = in_hall("talk")
    played.does(tables[0], CallTimeout())
    played.does(tables[0], EndTimeout(how="call"))
    played.next(host)
    assert played.view(tables[0])["stage"]["paused"] == "timeout"
    assert left(played, tables[0]) == 50_000
    assert played.view(host)["host"]["help"] == [tables[0].team]
    played.until(host, "pledge")
    assert played.view(tables[0])["stage"]["paused"] == ""
    assert played.view(host)["host"]["help"] == []


def test_a_host_who_moves_one_table_on_ends_its_time_out() -> None:
    played, table, host = at_table("talk")
    played.does(table, CallTimeout())
    played.does(host, OpenNext(serial=played.serial(table), team=table.team))
    assert played.view(table)["stage"]["paused"] == ""


def test_a_time_out_is_ended_at_a_table_that_is_named() -> None:
    played, _, host = in_hall("talk")
    assert played.refused(host, EndTimeout(how="continue")) == "no_timeout"


def test_there_is_no_time_out_in_the_lobby() -> None:
    played = session()
    assert played.refused(played.table(2), CallTimeout()) == "wrong_phase"


def test_clocks_are_soft() -> None:
    played, table, _ = at_table("talk")
    assert deadlines(played.room) == []
    played.facts.now += 3_600_000
    stale = TimeUp(team=str(table.team), serial=played.serial(table))
    assert played.does(SYSTEM, stale) == []
    assert played.does(SYSTEM, TimeUp(team="t99", serial=0)) == []


def test_a_hard_clock_closes_votes_and_moves_the_hall() -> None:
    played, tables, host = in_hall("vote", hard=True)
    assert played.view(tables[0])["stage"]["hard"]
    played.vote(tables[0], "a b -")
    happened = played.wait(50_000)
    assert happened.count("vote_closed") == 3
    assert played.stage(host).place == ("reveal", 1)
    played.wait(15_000)
    assert played.stage(host).place == ("talk", 1)
    played.does(host, Pause())
    assert played.wait(3_600_000) == []


def test_a_hard_clock_moves_a_table_at_its_own_pace_but_never_past_the_draw() -> None:
    played, table, _ = at_table("read", programme="round round", hard=True)
    for _ in range(12):
        played.wait(400_000)
    assert played.place(table) == ("draw", 1)


def test_a_table_that_waits_for_the_hall_is_not_cut() -> None:
    played, tables, _ = in_hall("vote", hard=True)
    mine = tables[0]
    played.does(mine, CallTimeout())
    played.does(mine, EndTimeout(how="swap"))
    for phase in ("vote", "reveal", "talk", "vote", "compare", "perspective", "note"):
        played.next(mine)
        assert played.place(mine)[0] == phase
    assert str(mine.team) not in {due.team for due in deadlines(played.room)}
    stale = TimeUp(team=str(mine.team), serial=played.serial(mine))
    played.facts.now += 3_600_000
    assert played.does(SYSTEM, stale) == []


def test_the_clock_is_set_for_the_phases_to_come() -> None:
    played, tables, host = in_hall("read")
    assert played.does(host, SetClock(factor=200, hard=True)) == ["clock_set"]
    assert played.does(host, SetClock(factor=200, hard=True)) == []
    assert played.wait(3_600_000) == [], "the open phase stays as soft as it opened"
    played.next(host)
    seen = played.view(tables[0])["stage"]
    assert (seen["total"], seen["hard"]) == (100_000, True)


def test_time_is_added_where_there_is_a_clock_running_frozen_or_run_out() -> None:
    played, tables, host = in_hall("talk")
    played.facts.now += 400_000
    played.does(host, Extend(serial=played.serial(host), seen=played.room.version, minutes=2))
    assert played.view(tables[0])["stage"]["ends"] == played.facts.now + 120_000
    played.does(host, Pause())
    played.does(host, Extend(serial=played.serial(host), seen=played.room.version, minutes=1))
    assert left(played, tables[0]) == 180_000
    played, tables, host = in_hall("draw")
    assert (
        played.refused(host, Extend(serial=played.serial(host), seen=played.room.version, minutes=1))
        == "wrong_phase"
    )


def test_two_hosts_who_give_time_at_once_give_it_once() -> None:
    played, tables, host = in_hall("talk")
    other, team = played.host(), tables[0].team
    for of_one in (None, team):
        before = played.stage(tables[0]).timer.ends  # type: ignore[union-attr]
        serial = played.serial(tables[0] if of_one else host)
        pressed = Extend(serial=serial, seen=played.room.version, minutes=2, team=of_one)
        assert played.does(host, pressed) == ["time_extended"]
        played.facts.now += 5_000
        assert played.decide(other, pressed).already, "it was on its way all the while"
        assert played.view(tables[0])["stage"]["ends"] == before + 120_000  # type: ignore[operator]


def test_what_another_host_gave_is_added_to_once_it_has_been_seen() -> None:
    played, tables, host = in_hall("talk")
    other, before = played.host(), played.view(tables[0])["stage"]["ends"]
    played.does(host, Extend(serial=played.serial(host), seen=played.room.version, minutes=2))
    again = Extend(serial=played.serial(host), seen=played.room.version, minutes=1)
    assert played.does(other, again) == [], "it has come to the screen, and nobody has had time to see it"
    played.facts.now += 1_000
    assert played.does(other, again) == ["time_extended"]
    assert played.view(tables[0])["stage"]["ends"] == before + 180_000


def test_one_host_who_presses_twice_gives_time_twice() -> None:
    played, tables, host = in_hall("talk")
    before, pressed = played.view(tables[0])["stage"]["ends"], played.room.version
    for _ in range(2):
        played.does(host, Extend(serial=played.serial(host), seen=pressed, minutes=1))
    assert played.view(tables[0])["stage"]["ends"] == before + 120_000


def test_time_for_another_table_is_not_the_same_press() -> None:
    played, tables, host = in_hall("talk")
    other, pressed = played.host(), played.room.version
    for who, table in ((host, tables[0]), (other, tables[1])):
        command = Extend(serial=played.serial(table), seen=pressed, minutes=2, team=table.team)
        assert played.does(who, command) == ["time_extended"]


def test_a_table_that_has_given_itself_time_gets_no_more_from_a_host_who_did_not_see_it() -> None:
    played, table, host = at_table("talk")
    pressed = Extend(serial=played.serial(table), seen=played.room.version, minutes=2, team=table.team)
    assert played.does(table, AskTime(serial=played.serial(table))) == ["time_asked", "time_extended"]
    played.facts.now += 5_000
    assert played.does(host, pressed) == []


def test_after_a_restart_the_room_is_paused_with_what_remained() -> None:
    played, tables, host = in_hall("talk")
    alive = played.facts.now + 60_000
    played.facts.now += 3_600_000
    assert played.does(SYSTEM, Recover(beat=alive)) == ["paused"]
    assert played.view(tables[0])["stage"]["paused"] == "restart"
    assert left(played, tables[0]) == 300_000
    assert played.does(SYSTEM, Recover(beat=alive)) == []
    assert played.wait(3_600_000) == []
    vote = DealCard(serial=played.serial(host))
    assert played.refused(host, vote) == "wrong_phase"
    played.does(host, Resume())
    assert played.view(tables[0])["stage"]["ends"] == played.facts.now + 300_000


def test_every_restart_pauses_a_table_that_had_gone_on_alone_after_the_one_before() -> None:
    played, table, _ = at_table("talk")
    other = played.table(2)
    played.facts.host_gone = 180_000
    played.does(SYSTEM, Recover(beat=played.facts.now))
    played.does(table, ContinueAlone())
    assert left(played, table) is None
    alive = played.facts.now + 60_000
    played.facts.now += 3_600_000
    assert played.does(SYSTEM, Recover(beat=alive)) == ["paused"]
    assert played.view(table)["stage"]["paused"] == "restart"
    assert left(played, table) == 300_000
    assert played.refused(table, OpenNext(serial=played.serial(table))) == "paused"
    assert played.view(other)["stage"]["paused"] == "restart"
    assert played.does(SYSTEM, Recover(beat=alive)) == []
    played.does(table, ContinueAlone())
    assert played.view(table)["stage"]["ends"] == played.facts.now + 300_000


def test_a_solo_seat_goes_on_after_each_restart_with_the_sand_it_had() -> None:
    played = session("frame round:prov/luren", self_start=True, max_team=1, distribution=False)
    solo = played.solo()
    played.next(solo)
    for minutes_left in (5, 4, 3):
        alive = played.facts.now + 60_000
        played.facts.now += 3_600_000
        assert played.does(SYSTEM, Recover(beat=alive)) == ["paused"]
        assert played.view(solo)["stage"]["paused"] == "restart"
        assert left(played, solo) == minutes_left * 60_000
        played.does(solo, ContinueAlone())


def test_a_restart_in_the_hosts_pause_keeps_its_words_and_holds_who_went_on_alone() -> None:
    played, tables, host = in_hall("talk")
    played.does(host, Pause(text="Kaffe", minutes=10))
    played.facts.host_gone = 180_000
    played.does(tables[0], ContinueAlone())
    assert played.does(SYSTEM, Recover(beat=played.facts.now)) == ["paused"]
    for table in tables:
        seen = played.view(table)["stage"]
        assert (seen["paused"], seen["pause_text"], seen["ends"]) == ("host", "Kaffe", None)
    assert played.does(SYSTEM, Recover(beat=played.facts.now)) == []


def test_a_clock_that_was_set_back_gives_no_more_sand_than_the_phase_had() -> None:
    played, tables, host = in_hall("talk")
    alive = played.facts.now + 60_000
    played.facts.now -= 3_600_000
    played.does(SYSTEM, Recover(beat=alive))
    assert left(played, tables[0]) == 300_000, "by the clock that the deadline was set by"
    played.does(host, Resume())
    assert played.view(tables[0])["stage"]["ends"] == played.facts.now + 300_000
    played.facts.now -= 3_600_000
    played.does(host, Pause())
    assert left(played, tables[0]) == 360_000
    played, tables, host = in_hall("vote")
    played.vote(tables[0], "a b c")
    played.facts.now -= 3_600_000
    played.does(host, Pause())
    played.does(host, Resume())
    assert played.wait(4_999) == []
    assert played.wait(1) == ["vote_closed"]


def test_a_lobby_does_not_pause_at_a_restart() -> None:
    played = session()
    assert played.does(SYSTEM, Recover(beat=0)) == []


def test_a_vote_pressed_before_the_restart_still_counts() -> None:
    played, table, _ = at_table("vote")
    played.does(SYSTEM, Recover(beat=played.facts.now))
    vote = CastVote(seat=played.seats(table)[0], serial=played.serial(table), choice="a")
    assert played.does(table, vote) == ["vote_cast"]


def test_a_step_is_skipped_once_however_often_it_is_pressed() -> None:
    played, tables, host = in_hall("talk", programme="round:prov/luren round pledge")
    serial = played.serial(host)
    played.does(host, SkipStep(serial=serial))
    assert played.place(tables[0]) == ("draw", 1)
    assert played.does(host, SkipStep(serial=serial)) == []
    played, tables, host = in_hall("talk")
    serial = played.serial(host)
    played.next(host)
    assert played.refused(host, SkipStep(serial=serial)) == "wrong_phase", "the step is still the same"


def test_two_hosts_pressing_next_move_one_step() -> None:
    played, tables, host = in_hall("talk")
    other = played.host()
    serial = played.serial(host)
    played.does(host, OpenNext(serial=serial))
    assert played.does(other, OpenNext(serial=serial)) == []
    assert played.place(tables[0]) == ("vote", 2)
