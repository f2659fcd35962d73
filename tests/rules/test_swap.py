"""Another card, no reason asked: once per table and block, or out of a time-out."""

from game.rules import CallTimeout, EndTimeout, GatherTeams, OpenNext, SkipStep, SwapCard
from tests.rules.build import HEAVY, LIGHT, OTHER, QUESTION, SCALE, THIRD, at_table, in_hall


def test_a_table_swaps_once_per_block() -> None:
    played, table, _ = at_table(
        "read", programme="round@0 round@0 round@1", cards=(LIGHT, OTHER, THIRD, SCALE)
    )
    first = played.team(table).turn
    assert played.view(table)["team"]["swap_left"]
    swapped = played.does(table, SwapCard(serial=played.serial(table)))
    assert swapped == ["card_swapped", "phase_opened", "card_dealt"]
    assert played.team(table).turn != first
    assert not played.view(table)["team"]["swap_left"]
    assert played.refused(table, SwapCard(serial=played.serial(table))) == "already_swapped"
    played.until(table, "note")
    played.until(table, "read")
    assert played.refused(table, SwapCard(serial=played.serial(table))) == "already_swapped"
    played.until(table, "note")
    played.until(table, "draw")
    assert played.view(table)["team"]["swap_left"]


def test_a_swap_pressed_twice_swaps_once_and_one_pressed_too_late_is_refused() -> None:
    played, table, host = at_table("read")
    serial = played.serial(table)
    played.does(table, SwapCard(serial=serial))
    assert played.does(host, SwapCard(serial=serial, team=table.team)) == []
    played, table, _ = at_table("read")
    serial = played.serial(table)
    played.next(table)
    assert played.refused(table, SwapCard(serial=serial)) == "wrong_phase"


def test_from_the_first_vote_on_there_is_the_time_out() -> None:
    played, table, _ = at_table("vote")
    assert played.refused(table, SwapCard(serial=played.serial(table))) == "too_late_to_swap"
    played, table, _ = at_table("draw")
    assert played.refused(table, SwapCard(serial=played.serial(table))) == "no_card"


def test_a_practice_card_is_not_swapped() -> None:
    played, table, _ = at_table("read", programme="practice round")
    assert played.refused(table, SwapCard(serial=played.serial(table))) == "wrong_phase"


def test_a_swap_never_brings_a_heavy_card() -> None:
    played, table, _ = at_table("read", programme="round", cards=(LIGHT, HEAVY))
    assert played.refused(table, SwapCard(serial=played.serial(table))) == "no_cards_left"


def test_in_the_hall_a_table_that_swaps_while_reading_goes_on_with_the_others() -> None:
    played, tables, host = in_hall("read", cards=(LIGHT, OTHER, QUESTION))
    played.does(tables[0], SwapCard(serial=played.serial(tables[0])))
    assert played.team(tables[0]).turn.card == OTHER.id  # type: ignore[union-attr]
    assert not played.view(tables[0])["stage"]["alone"]
    played.next(host)
    assert played.place(tables[0]) == ("vote", 1)


def test_a_table_that_can_only_swap_to_another_kind_catches_up_at_the_next_step() -> None:
    played, tables, host = in_hall("read", cards=(LIGHT, QUESTION), programme=f"round:{LIGHT.id} pledge")
    mine = tables[0]
    played.does(mine, SwapCard(serial=played.serial(mine)))
    assert played.view(mine)["stage"]["alone"]
    played.next(host)
    assert (played.place(mine), played.place(tables[1])) == (("read", 1), ("vote", 1))
    for phase in ("talk", "perspective", "note"):
        played.next(mine)
        assert played.place(mine) == (phase, 1)
    assert "open_next" not in played.may(mine)
    assert played.refused(mine, OpenNext(serial=played.serial(mine))) == "host_only"
    assert played.refused(host, SkipStep(serial=played.serial(mine), team=mine.team)) == "follows_hall"
    played.until(host, "pledge")
    assert played.place(mine) == ("pledge", 1)
    assert not played.view(mine)["stage"]["alone"]


def test_out_of_a_time_out_the_card_is_changed_beside_the_quota_and_its_ballots_burnt() -> None:
    played, tables, host = in_hall("vote", cards=(LIGHT, OTHER))
    mine = tables[0]
    played.vote(mine, "a b -")
    box = played.team(mine).turn.box  # type: ignore[union-attr]
    played.does(mine, CallTimeout())
    assert played.does(mine, EndTimeout(how="swap")) == [
        "timeout_ended",
        "card_swapped",
        "team_set_free",
        "phase_opened",
        "card_dealt",
    ]
    assert box not in played.facts.boxes
    assert played.view(mine)["stage"]["alone"]
    assert played.view(mine)["team"]["swap_left"]
    assert played.team(mine).turn.closed == (False, False)  # type: ignore[union-attr]
    assert played.does(host, GatherTeams()) == ["team_gathered"]
    assert played.team(mine).turn.card == LIGHT.id  # type: ignore[union-attr]
    assert played.place(mine) == ("vote", 1)
    played.vote(mine, "a b c")


def test_a_time_out_without_a_card_or_with_an_empty_pile_changes_nothing() -> None:
    played, table, _ = at_table("draw")
    played.does(table, CallTimeout())
    assert played.refused(table, EndTimeout(how="swap")) == "no_card"
    played, table, _ = at_table("talk", cards=(LIGHT,))
    played.does(table, CallTimeout())
    assert played.refused(table, EndTimeout(how="swap")) == "no_cards_left"
    assert played.team(table).timeout
