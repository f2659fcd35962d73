"""What can be worked out about a seat from everything that was told: every small vote there is, tried out.

Whoever works it out has the log: which seats voted, and when somebody was away; the counts of both votes, and
how many changed. A choice is found out when all the votes that would have looked the same agree on it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from game.rules.counting import count, shift
from game.rules.sealed import Ballot
from tests.rules.build import at_table

Votes = dict[str, str]
K = 6


def counted(votes: Votes, choices: str) -> tuple[int, ...]:
    """As the table is shown them."""
    counts = count([Ballot(seat, {"choice": choice}) for seat, choice in votes.items()], choices, 0)
    return (*counts.votes, counts.passed)


def found_out(seats: int, again: int, choices: str) -> int:
    """In how many of all votes some seat's choice is known, of `seats` that voted and `again` of them twice.
    That all in one vote chose alike is told by the counts themselves, and is not among them.
    """
    worlds = defaultdict[object, list[tuple[Votes, Votes]]](list)
    names = [f"s{n}" for n in range(seats)]
    answers = [*choices, "pass"]
    for one, two in product(product(answers, repeat=seats), product(answers, repeat=again)):
        first, second = dict(zip(names, one, strict=True)), dict(zip(names, two, strict=False))
        told = counted(first, choices), counted(second, choices), shift(first, second, K)
        worlds[told].append((first, second))
    known = 0
    for alike in worlds.values():
        for at in (0, 1):
            votes = [world[at] for world in alike]
            if len(set(votes[0].values())) > 1:
                known += any(len({vote[seat] for vote in votes}) == 1 for seat in votes[0])
    return known


@pytest.mark.parametrize(
    ("seats", "again"), [(n, m) for n in (2, 3, 4, 5) for m in range(1, n + 1) if n + m < 10]
)
def test_no_choice_follows_from_all_that_is_told_unless_all_chose_alike(seats: int, again: int) -> None:
    assert found_out(seats, again, "ab") == 0


def test_nor_with_three_choices() -> None:
    assert [found_out(4, again, "abc") for again in (1, 2, 3, 4)] == [0, 0, 0, 0]


def test_where_one_who_voted_goes_out_before_the_second_vote_nobody_learns_how_many_changed() -> None:
    played, table, _ = at_table("vote", seats=5)
    played.vote(table, "a a a b b")
    played.until(table, "vote", 2)
    played.vote(table, "a a a b -")
    played.next(table)
    result = played.view(table)["result"]
    assert (result["before"]["votes"], result["after"]["votes"]) == ([3, 2, 0], [3, 1, 0])
    assert (result["changed"], result["paired"]) == (None, None), "or the fifth seat's choice were known"


def test_so_many_went_out_that_they_are_as_many_as_a_number_needs() -> None:
    first = {f"s{n}": "ab"[n % 2] for n in range(12)}
    assert shift(first, dict(list(first.items())[:6]), K) == (0, 6)
    assert shift(first, dict(list(first.items())[:7]), K) is None
