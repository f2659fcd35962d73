"""A room that resumes on a backup: what lay sealed is not in it, and is asked for again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.rules import SYSTEM, Actor, CloseVote, Recover, Resume, TallyCards
from game.rules.command import MarkHarvest, Rate
from tests.rules.build import Session, at_table, in_hall, session


def resumed(played: Session, host: Actor) -> list[str]:
    """As a server does that starts on a backup; the host lets the room go on."""
    played.facts.boxes.clear()
    happened = played.does(SYSTEM, Recover(beat=played.facts.now))
    played.does(host, Resume())
    return happened


def test_a_vote_whose_ballots_are_gone_is_cast_anew_and_counted_once() -> None:
    played, table, host = at_table("vote")
    played.vote(table, "a a -")
    assert "vote_cleared" in resumed(played, host)
    assert played.team(table).turn.voted == (frozenset(), frozenset())  # type: ignore[union-attr]
    played.vote(table, "b b c")
    played.wait(5_000)
    assert played.view(table)["result"]["before"]["votes"] == [0, 2, 1]


def test_a_vote_that_had_closed_and_was_not_counted_opens_again() -> None:
    played, tables, host = in_hall("vote")
    for table in tables:
        played.vote(table, "a b c")
    played.does(host, CloseVote(serial=played.serial(host)))
    assert all(played.team(table).turn.closed[0] for table in tables)  # type: ignore[union-attr]
    assert resumed(played, host).count("vote_cleared") == len(tables)
    played.vote(tables[0], "a a a")
    played.next(host)
    assert played.view(tables[0])["result"]["before"]["votes"] == [3, 0, 0]


def test_a_second_vote_counts_without_the_ballots_of_the_first_and_says_nothing_of_changes() -> None:
    played, table, host = at_table("vote")
    played.vote(table, "a a b")
    played.wait(5_000)
    played.until(table, "vote", 2)
    assert "vote_cleared" not in resumed(played, host)
    played.vote(table, "b b b")
    played.wait(5_000)
    result = played.view(table)["result"]
    assert (result["before"]["votes"], result["after"]["votes"]) == ([2, 1, 0], [0, 3, 0])
    assert result["changed"] is None


def test_counts_that_waited_for_all_to_ask_are_never_made_of_nothing() -> None:
    played = session("round:prov/luren")
    solos = [played.solo(1) for _ in range(2)]
    host = played.host()
    played.next(host)
    played.until(solos[0], "vote")
    for solo in solos:
        played.vote(solo, "a")
    played.until(solos[0], "reveal")
    resumed(played, host)
    played.until(solos[0], "compare")
    assert played.view(solos[0])["result"]["before"] is None


def test_cards_that_were_held_up_were_never_sealed_and_stay_counted() -> None:
    played, table, host = at_table("vote", way="cards_up")
    played.does(table, TallyCards(serial=played.serial(table), counts={"a": 2, "b": 1}))
    assert "vote_cleared" not in resumed(played, host)


def check_in(played: Session, table: Actor) -> None:
    played.check_in(table, 3, 4, 5)


def mark(played: Session, table: Actor) -> None:
    played.does(table, MarkHarvest(seat=played.seats(table)[0], serial=played.serial(table)))


def pledge(played: Session, table: Actor) -> None:
    played.pledge(table, "telefonen ringer", "andas jag")


def rate(played: Session, table: Actor) -> None:
    played.does(table, Rate(seat=played.seats(table)[0], serial=played.serial(table), safe=3))


@pytest.mark.parametrize(
    ("phase", "round_", "programme", "answer"),
    [
        ("checkin", 1, "checkin round:prov/luren", check_in),
        ("pledge", 1, "round:prov/luren pledge", pledge),
        ("debrief", 3, "debrief", rate),
    ],
)
def test_whoever_has_answered_is_asked_again(
    phase: str, round_: int, programme: str, answer: Callable[[Session, Actor], None]
) -> None:
    played, table, host = at_table(phase, round_, programme=programme)
    answer(played, table)
    assert played.team(table).done
    assert "seats_undone" in resumed(played, host)
    assert not played.team(table).done
    answer(played, table)
    assert played.team(table).done


def test_marks_on_notes_are_asked_for_again() -> None:
    played, table, host = at_table("note", programme="round:prov/luren harvest pledge")
    for text in ("ett", "två"):
        played.note(table, text)
    played.until(table, "harvest")
    mark(played, table)
    assert played.team(table).done
    assert "seats_undone" in resumed(played, host)
    assert not played.team(table).done


def test_a_server_that_goes_on_with_its_own_file_asks_nobody_again() -> None:
    played, table, _ = at_table("vote")
    played.vote(table, "a b -")
    happened = played.does(SYSTEM, Recover(beat=played.facts.now))
    assert happened == ["paused"]
