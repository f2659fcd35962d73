"""A ranking: everything is put in order, and the sums of places tell what the table puts first."""

import pytest

from game.rules import CastVote, TallyCards
from tests.rules.build import RANKING, at_table


@pytest.mark.parametrize("choice", ["a", "ab", "aab", "abd", "abcd", "own", "abcde"])
def test_an_order_has_each_thing_once(choice: str) -> None:
    played, table, _ = at_table("vote", cards=(RANKING,), programme=f"round:{RANKING.id}")
    seat = played.seats(table)[0]
    vote = CastVote(seat=seat, serial=played.serial(table), choice=choice)
    assert played.refused(table, vote) == "unknown_option"


def test_what_came_first_is_counted_and_all_places_are_added_up() -> None:
    played, table, _ = at_table("vote", seats=5, cards=(RANKING,), programme=f"round:{RANKING.id}")
    played.vote(table, "abc acb bac cab -")
    played.until(table, "reveal")
    before = played.view(table)["result"]["before"]
    assert before["votes"] == [2, 1, 1]
    assert before["places"] == [1 + 1 + 2 + 2, 2 + 3 + 1 + 3, 3 + 2 + 3 + 1]
    assert (before["passed"], before["missing"], before["own"]) == (0, 1, 0)


def test_of_three_orders_only_what_came_first_is_told() -> None:
    played, table, _ = at_table("vote", seats=5, cards=(RANKING,), programme=f"round:{RANKING.id}")
    played.vote(table, "abc acb bac pass pass")
    played.until(table, "reveal")
    before = played.view(table)["result"]["before"]
    assert (before["votes"], before["places"], before["passed"]) == ([2, 1, 0], [], 2)


def test_the_talk_hears_first_what_few_put_first() -> None:
    played, table, _ = at_table("vote", seats=3, cards=(RANKING,), programme=f"round:{RANKING.id}")
    played.vote(table, "abc acb bac")
    played.until(table, "talk")
    prompts = played.view(table)["talk"]["prompts"]
    assert [(p["kind"], p["choice"]) for p in prompts[:3]] == [
        ("least", "b"),
        ("more", "a"),
        ("unchosen", "c"),
    ]


def test_any_other_order_is_a_change() -> None:
    played, table, _ = at_table("vote", seats=3, cards=(RANKING,), programme=f"round:{RANKING.id}")
    played.vote(table, "abc acb bac")
    played.until(table, "vote", 2)
    played.vote(table, "acb acb bac")
    played.until(table, "compare")
    result = played.view(table)["result"]
    assert (result["changed"], result["paired"]) == (1, 3)
    assert result["before"]["votes"] == result["after"]["votes"] == [2, 1, 0]


def test_when_all_pass_nothing_has_a_place() -> None:
    played, table, _ = at_table("vote", seats=3, cards=(RANKING,), programme=f"round:{RANKING.id}")
    played.vote(table, "pass pass pass")
    played.until(table, "reveal")
    before = played.view(table)["result"]["before"]
    assert (before["votes"], before["places"], before["passed"]) == ([0, 0, 0], [], 3)


def test_cards_held_up_show_what_each_puts_first() -> None:
    played, table, _ = at_table(
        "vote", seats=3, cards=(RANKING,), programme=f"round:{RANKING.id}", way="cards_up"
    )
    played.does(table, TallyCards(serial=played.serial(table), counts={"a": 2, "c": 1}))
    played.until(table, "reveal")
    before = played.view(table)["result"]["before"]
    assert (before["votes"], before["places"]) == ([2, 0, 1], [])
