"""Nobody is ever stuck: wherever people press themselves, somebody can go on; see `tests/model`."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from tests.model import home, small
from tests.model.explore import WORLDS, World, explore
from tests.model.whole import SHORT, explore_whole

ENOUGH = 35
"""States a world; `make model` looks at thousands."""


def test_in_small_sessions_somebody_can_lead_to_the_end_from_all_that_can_happen() -> None:
    """What is left out of them is tried in every state of the first."""
    alone, two = (explore_whole(world, prove=world is SHORT[0]) for world in SHORT)
    assert alone.stuck == two.stuck == []
    assert (alone.states > 200, alone.left_out > 1_000) == (True, True)
    assert two.transitions > 8 * two.states > 16_000


def test_in_small_sessions_too_that_would_be_found() -> None:
    without = tuple(act for act in small.SEATED if act[0] != "open_next")
    with patch.object(small, "SEATED", without):
        found = explore_whole(SHORT[0])
    assert found.stuck
    assert all(way.startswith("without one") for way in found.stuck)


def test_what_is_left_out_of_them_and_leads_somewhere_would_be_found() -> None:
    with patch.object(small, "STILL", (("open_next", {}),)), pytest.raises(AssertionError, match="open_next"):
        explore_whole(SHORT[0], prove=True)


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_from_every_state_a_host_leads_to_the_end_and_a_table_comes_there_alone(world: World) -> None:
    found = explore(world, ENOUGH)
    assert found.stuck == []
    assert found.states == ENOUGH
    assert found.transitions > 20 * ENOUGH


def test_where_nobody_could_go_on_alone_that_would_be_found() -> None:
    with patch.object(home, "ALONE", ("open_next", "draw_card")):
        found = explore(WORLDS[1], ENOUGH)
    assert found.stuck
    assert all(way.startswith("without one") for way in found.stuck)
