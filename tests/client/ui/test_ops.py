"""The areas to repaint follow from the difference of two lists of operations."""

from hypothesis import given
from hypothesis import strategies as st

from game.client.ui.area import Area, inset, join, meet, merged, touch, within
from game.client.ui.ops import Op, dirty


def op(name: str, bounds: Area, clip: Area | None = None) -> Op:
    return Op("box", bounds, clip, (name,))


def areas() -> st.SearchStrategy[Area]:
    side = st.integers(0, 60)
    return st.tuples(side, side, st.integers(1, 30), st.integers(1, 30))


def test_nothing_is_dirty_between_equal_pictures() -> None:
    ops = [op("a", (0, 0, 10, 10)), op("b", (5, 5, 10, 10))]
    assert dirty(ops, list(ops)) == []


def test_a_changed_operation_dirties_where_it_was_and_where_it_is() -> None:
    before = [op("a", (0, 0, 10, 10)), op("b", (50, 0, 10, 10))]
    after = [op("a", (100, 0, 10, 10)), op("b", (50, 0, 10, 10))]
    assert sorted(dirty(before, after)) == [(0, 0, 10, 10), (100, 0, 10, 10)]


def test_what_is_clipped_away_dirties_nothing() -> None:
    assert dirty([], [op("a", (0, 0, 10, 10), clip=(20, 20, 5, 5))]) == []


def test_a_changed_order_dirties_everything_that_changed_places() -> None:
    below, above = op("a", (0, 0, 10, 10)), op("b", (5, 5, 10, 10))
    assert dirty([below, above], [above, below]) == [(0, 0, 15, 15)]


def test_of_two_equal_operations_one_can_go() -> None:
    twice = op("a", (0, 0, 10, 10))
    assert dirty([twice, twice], [twice]) == [(0, 0, 10, 10)]


@given(st.lists(areas(), max_size=8))
def test_merged_areas_cover_the_same_and_do_not_overlap(given_areas: list[Area]) -> None:
    found = merged(given_areas)
    assert all(any(within(whole, part) for whole in found) for part in given_areas)
    assert not any(touch(a, b) for i, a in enumerate(found) for b in found[i + 1 :])


@given(areas(), areas())
def test_meeting_and_joining_agree(one: Area, other: Area) -> None:
    assert within(join(one, other), one)
    common = meet(one, other)
    assert touch(one, other) == (common[2] > 0 and common[3] > 0)


def test_an_inset_never_has_a_negative_size() -> None:
    assert inset((0, 0, 10, 10), 8) == (8, 8, 0, 0)
