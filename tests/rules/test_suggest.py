"""A dilemma of the table's own goes to review: never to the pile, and without the table."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from game.rules import SuggestCard
from game.rules.event import CardSuggested
from tests.rules.build import at_table, in_hall, session

OWN = SuggestCard(
    situation="Du sitter i växeln. Någon ringer och gråter.",
    options=("Lyssnar.", "", "Ber att få ringa upp."),
)


def test_it_is_kept_for_review_without_the_table_and_nobody_in_the_room_is_shown_it() -> None:
    played, table, host = at_table("talk")
    assert played.does(table, OWN) == ["card_suggested"]
    kept = played.log[-1]
    assert isinstance(kept, CardSuggested)
    assert (kept.team, kept.options) == (None, ("Lyssnar.", "Ber att få ringa upp."))
    assert "gråter" not in repr(played.view(table))
    assert "gråter" not in repr(played.view(host))
    assert len(played.room.cards) == len(at_table("talk")[0].room.cards)


@pytest.mark.parametrize("phase", ["read", "vote", "note", "pledge"])
def test_it_may_be_written_whenever_the_session_is_on(phase: str) -> None:
    played, table, _ = at_table(phase)
    assert "suggest_card" in played.may(table)


def test_it_waits_for_the_session_to_begin_and_is_no_business_of_a_hosts() -> None:
    played = session("round:prov/luren")
    table, host = played.table(3), played.host()
    assert played.refused(table, OWN) == "wrong_phase"
    assert played.refused(host, OWN) == "not_allowed"


def test_a_table_sends_at_most_twenty_and_no_table_fills_the_room() -> None:
    played, (one, other, _), _host = in_hall("talk", tables=(1, 1, 1))
    for _n in range(20):
        played.does(one, OWN)
    assert played.refused(one, OWN) == "enough_suggestions"
    assert played.does(other, OWN) == ["card_suggested"]


def test_a_refused_one_is_not_counted() -> None:
    played, table, _ = at_table("talk")
    for _n in range(19):
        played.does(table, OWN)
    fork = played.fork()
    fork.does(table, OWN)
    assert fork.refused(table, OWN) == "enough_suggestions"
    assert played.does(table, OWN) == ["card_suggested"]


def test_a_room_takes_a_thousand_whoever_sends_them() -> None:
    played, table, _ = at_table("talk")
    played.room = replace(played.room, suggested=999)
    assert played.does(table, OWN) == ["card_suggested"]
    assert "suggest_card" not in played.may(table)
    assert played.refused(table, OWN) == "enough_suggestions"


@pytest.mark.parametrize("situation", ["För kort.", "x" * 451, "Två\nrader i en och samma text."])
def test_a_situation_is_one_paragraph_of_some_length(situation: str) -> None:
    with pytest.raises(ValidationError):
        SuggestCard(situation=situation)
