"""A room that everybody has left for good: the server closes it as a host would."""

import pytest
from pydantic import TypeAdapter, ValidationError

from game.rules.command import Expire, FromPeople
from game.rules.model import SYSTEM
from tests.rules.build import at_table


def test_what_was_pledged_is_kept_and_everything_open_is_destroyed() -> None:
    played, table, _ = at_table("pledge", programme="pledge")
    played.pledge(table, "När någon suckar", "så ska jag fråga")
    assert played.does(SYSTEM, Expire())[-1] == "room_closed"
    assert len(played.facts.pledges) == 1
    assert played.facts.boxes == {}


def test_a_vote_under_way_is_destroyed_with_its_key() -> None:
    played, table, _ = at_table("vote")
    played.vote(table, "a - -")
    played.does(SYSTEM, Expire())
    assert played.facts.boxes == {}
    assert '"a"' not in str(played.log[-3:])


def test_nobody_can_send_it() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(FromPeople).validate_python({"type": "expire"})
    played, _, host = at_table("vote")
    assert played.refused(host, Expire())
