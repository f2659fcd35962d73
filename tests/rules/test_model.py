"""Nobody is ever stuck: wherever people press themselves, somebody can go on; see `tests/model`."""

from __future__ import annotations

from unittest.mock import patch

import pytest

from tests.model import home
from tests.model.explore import WORLDS, World, explore

ENOUGH = 35
"""States a world; `make model` looks at thousands."""


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
