"""The log: a room is the fold of its events."""

import pytest

from game.rules import EVENT, Acknowledge, evolve, replay
from game.rules.event import Event, TeamEvent
from tests.rules.build import at_table, in_hall


def test_a_log_begins_with_the_opening_of_its_room() -> None:
    played, _, _ = at_table("talk")
    assert replay(played.log) == played.room
    with pytest.raises(ValueError, match="begins with room_opened"):
        replay(played.log[1:])
    with pytest.raises(ValueError, match="empty"):
        replay([])


def test_the_version_is_the_number_of_events() -> None:
    played, _, _ = in_hall("talk")
    assert played.room.version == len(played.log)


def test_every_event_says_which_table_it_concerns_or_none() -> None:
    played, tables, _ = in_hall("vote")
    played.vote(tables[0], "a b c")
    assert {event.team for event in played.log} == {None, *(table.team for table in tables)}


def test_what_is_already_so_is_answered_without_an_event() -> None:
    played, table, _ = at_table("talk")
    assert not played.decide(table, Acknowledge()).already
    assert played.decide(table, Acknowledge()).already


def test_an_event_of_no_known_type_is_not_read() -> None:
    with pytest.raises(ValueError, match="vote_peeked"):
        EVENT.validate_python({"type": "vote_peeked"})


def test_every_kind_of_event_says_itself_what_it_changes() -> None:
    played, _, _ = at_table("talk")
    with pytest.raises(NotImplementedError):
        evolve(played.room, Event(type="nothing"))
    with pytest.raises(NotImplementedError):
        evolve(played.room, TeamEvent(type="nothing", team=next(iter(played.room.teams))))
