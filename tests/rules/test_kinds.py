"""The kinds of card: what may be voted, and in which order the talk is prompted."""

from collections.abc import Sequence

import pytest

from game.rules import KINDS, CardFacts, CastVote, Counts
from tests.rules.build import (
    EXERCISE,
    FACT,
    LIGHT,
    MIRROR,
    QUESTION,
    RANKING,
    SCALE,
    STARTER,
    WHAT_IF,
    at_table,
)


def in_order(items: Sequence[str]) -> tuple[str, ...]:
    return tuple(items)


def prompts(kind: str, *votes: int, own: int = 0, passed: int = 0) -> list[tuple[str, str, bool]]:
    card = {"dilemma": LIGHT, "scale": SCALE, "mirror": MIRROR, "ranking": RANKING}[kind]
    counts = Counts(votes=votes, own=own, passed=passed)
    made = KINDS[kind].prompts(KINDS[kind].choices(card), counts, in_order)
    return [(prompt.kind, prompt.choice, prompt.drawn) for prompt in made]


def test_each_kind_has_its_choices() -> None:
    assert KINDS["dilemma"].choices(LIGHT) == ("a", "b", "c")
    assert KINDS["scale"].choices(SCALE) == tuple(str(n) for n in range(1, 11))
    assert KINDS["mirror"].choices(MIRROR) == ("a", "b", "c", "d", "e")
    assert KINDS["question"].choices(QUESTION) == ()
    assert KINDS["pledge"].choices(STARTER) == ()
    assert KINDS["ranking"].choices(RANKING) == ("a", "b", "c")
    assert KINDS["fact"].choices(FACT) == ()
    assert KINDS["exercise"].choices(EXERCISE) == ()
    assert KINDS["twist"].choices(WHAT_IF) == ()
    assert [name for name, kind in KINDS.items() if not kind.drawn] == ["twist", "pledge"]
    assert [name for name, kind in KINDS.items() if kind.own] == ["dilemma"]


@pytest.mark.parametrize(
    ("votes", "own", "passed", "told"),
    [
        ((1, 3, 0), 0, 0, [("least", "a", False), ("more", "b", False), ("unchosen", "c", False)]),
        ((1, 1, 3), 0, 0, [("least", "a", True), ("more", "b", True), ("more", "c", False)]),
        ((4, 0, 0), 0, 0, [("unanimous", "a", False)]),
        ((1, 1, 1), 0, 0, [("around", "", False)]),
        ((1, 1, 0), 1, 0, [("around", "", False), ("unchosen", "c", False)]),
        ((1, 1, 0), 0, 0, [("least", "a", True), ("more", "b", True), ("unchosen", "c", False)]),
        ((2, 0, 0), 1, 0, [("own", "", False), ("least", "a", False), ("unchosen", "b", True)]),
        ((0, 0, 0), 2, 0, [("own", "", False)]),
        ((0, 0, 0), 0, 3, [("passed", "", False)]),
    ],
)
def test_a_dilemma_hears_the_quiet_view_first(
    votes: tuple[int, ...], own: int, passed: int, told: list[tuple[str, str, bool]]
) -> None:
    assert prompts("dilemma", *votes, own=own, passed=passed) == told


def test_a_scale_hears_its_two_ends_first() -> None:
    assert prompts("scale", 0, 1, 2, 0, 0, 0, 0, 3, 0, 0) == [("lowest", "2", False), ("highest", "8", False)]
    assert prompts("scale", 0, 3, 0, 0, 0, 0, 0, 1, 0, 0) == [("highest", "8", False), ("lowest", "2", False)]
    assert prompts("scale", 0, 1, 0, 0, 0, 0, 0, 1, 0, 0) == [("lowest", "2", True), ("highest", "8", True)]
    assert prompts("scale", 0, 3, 0, 0, 0, 0, 0, 0, 0, 0) == [("unanimous", "2", False)]
    assert prompts("scale", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, passed=2) == [("passed", "", False)]


def test_a_mirror_hears_the_quiet_view_first() -> None:
    assert prompts("mirror", 0, 3, 1, 0, 0)[0] == ("least", "c", False)


def test_a_tie_is_drawn_by_the_servers_dice() -> None:
    drawn = {at_vote(seed) for seed in range(12)}
    assert drawn == {"a", "b"}


def at_vote(seed: int) -> str:
    played, table, _ = at_table("vote", seats=2, seed=seed)
    played.vote(table, "a b")
    played.until(table, "talk")
    choice: str = played.view(table)["talk"]["prompts"][0]["choice"]
    return choice


@pytest.mark.parametrize(("card", "choice", "not_there"), [(SCALE, "10", "a"), (MIRROR, "e", "own")])
def test_a_scale_and_a_mirror_are_voted_on_with_their_own_answers(
    card: CardFacts, choice: str, not_there: str
) -> None:
    played, table, _ = at_table("vote", cards=(SCALE, MIRROR), programme=f"round:{card.id}")
    seat, serial = played.seats(table)[0], played.serial(table)
    assert played.refused(table, CastVote(seat=seat, serial=serial, choice=not_there)) == "unknown_option"
    assert "vote_cast" in played.does(table, CastVote(seat=seat, serial=serial, choice=choice))
