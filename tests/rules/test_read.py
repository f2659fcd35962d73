"""Read: the situation without its options, and no vote yet."""

from game.rules import CastVote, SwapCard
from tests.rules.build import at_table


def test_the_situation_is_shown_and_the_options_are_not() -> None:
    played, table, _ = at_table("read")
    text = played.view(table)["card"]["text"]["sv"]
    assert "situation" in text
    assert not {"options", "questions", "twist", "perspective", "facilitator", "refs"} & set(text)


def test_no_vote_is_possible_yet() -> None:
    played, table, _ = at_table("read")
    vote = CastVote(seat=played.seats(table)[0], serial=played.serial(table), choice="a")
    assert played.refused(table, vote) == "wrong_phase"


def test_the_readers_screen_says_done_and_another_does_not() -> None:
    played, table, _ = at_table("read")
    solo = played.solo(1)
    assert "open_next" not in played.may(solo)
    assert "open_next" in played.may(table)


def test_the_reader_moves_one_seat_per_card_and_the_writer_is_the_next_present() -> None:
    played, table, _ = at_table("read", programme="round round")
    first, second, third = played.seats(table)
    team = played.view(table)["team"]
    assert (team["reader"], team["writer"]) == (first, second)
    played.does(table, SwapCard(serial=played.serial(table)))
    assert played.view(table)["team"]["reader"] == first, "another card, but still their turn"
    played.until(table, "note")
    played.until(table, "draw")
    assert played.view(table)["team"]["reader"] == second, "who reads a card has drawn it"
    played.until(table, "read")
    team = played.view(table)["team"]
    assert (team["reader"], team["writer"]) == (second, third)
