"""Nodes share the room they get, texts shrink before they overflow, and overflow is never silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.client.pilot import Pilot
from game.client.settings import Settings
from game.client.ui import (
    Button,
    Column,
    Flow,
    Grid,
    Node,
    Panel,
    Place,
    Row,
    Scroll,
    Stack,
    Text,
    Tile,
    flexible,
)
from game.client.ui.area import Area
from game.client.ui.arrange import share
from game.client.ui.layout import Layout

LONG = "Efteråt säger flera att de slutat försöka säga något. " * 12


def nothing() -> None:
    return None


def shown(node: Node, text: float = 1.0) -> Pilot:
    return Pilot(lambda ctx: node, settings=Settings(text=text))


def area(pilot: Pilot, label: str) -> Area:
    return pilot.find(label).area


def test_growing_children_share_what_is_left() -> None:
    row = Row(
        [Button("A", nothing, grow=1), Button("B", nothing, grow=3), Button("C", nothing, width=400)], gap=0
    )
    pilot = shown(row)
    assert [area(pilot, name)[2] for name in "ABC"] == [380, 1140, 400]


def test_a_flexible_space_pushes_to_the_end() -> None:
    pilot = shown(Column([flexible(), Button("Sist", nothing)], pad=10))
    assert area(pilot, "Sist")[1] + area(pilot, "Sist")[3] == 1070


@pytest.mark.parametrize(("at", "left"), [("start", 0), ("center", 760), ("end", 1520)])
def test_a_child_is_laid_across_as_it_asks(at: str, left: int) -> None:
    pilot = shown(Column([Button("Knapp", nothing, width=400, at=at)]))
    assert area(pilot, "Knapp")[0] == left


def test_a_grid_has_equal_cells_in_rows() -> None:
    pilot = shown(Grid([Button(name, nothing) for name in "ABC"], columns=2, gap=20))
    assert area(pilot, "A")[2] == area(pilot, "B")[2] == 950
    assert area(pilot, "C")[1] > area(pilot, "A")[1]
    assert area(pilot, "C")[0] == area(pilot, "A")[0]


def test_a_flow_starts_a_new_row_when_one_is_full() -> None:
    pilot = shown(Flow([Button(name, nothing, width=700) for name in "ABC"], gap=10))
    assert area(pilot, "A")[1] == area(pilot, "B")[1] < area(pilot, "C")[1]


def test_a_placed_child_keeps_its_own_size() -> None:
    pilot = shown(Stack([Place(Button("Mitt", nothing, width=300, height=100))]))
    assert area(pilot, "Mitt") == (810, 490, 300, 100)


def test_children_with_room_enough_are_not_asked_how_small_they_could_be() -> None:
    class Asked(Place):
        def least(self, lay: Layout, width: int, soft: bool) -> int:
            raise AssertionError("there is room")

    assert shown(Column([Asked(Text("Hej"))])).see("Hej")


def test_a_lone_last_word_is_drawn_with_company() -> None:
    pilot = shown(Column([Text("Går bort till honom före fikat och säger att det sved", width=700)]))
    rows = [str(op.args[0]) for op in pilot.pane.layout.ops if op.kind == "ink"]
    assert rows == ["Går bort till honom före fikat och säger", "att det sved"]


def test_missing_children_take_no_room() -> None:
    pilot = shown(Row([None, Button("A", nothing, width=200), None], gap=50))
    assert area(pilot, "A")[0] == 0


def test_text_shrinks_until_it_fits() -> None:
    pilot = shown(Panel(Text(LONG, size=60, min=20), height=500, pad=0))
    assert pilot.problems() == []


def test_text_that_does_not_fit_even_at_its_smallest_is_reported_and_still_there() -> None:
    pilot = shown(Column([Panel(Text(LONG, size=60, min=50), height=300, pad=0)]))
    assert any("does not fit" in problem for problem in pilot.problems())
    assert pilot.see("slutat försöka")


def test_a_word_too_wide_for_its_box_is_reported() -> None:
    pilot = shown(Row([Text("Bemötandespelsledarutbildning", size=60, min=60, width=200)]))
    assert any("does not fit" in problem for problem in pilot.problems())


def test_more_lines_than_asked_for_are_reported() -> None:
    pilot = shown(Row([Text("två ord", size=60, min=60, width=150, lines=1)]))
    assert any("does not fit" in problem for problem in pilot.problems())


def test_texts_shrink_evenly_when_a_column_is_full() -> None:
    pilot = shown(Column([Text(LONG, size=48, min=20), Text(LONG, size=48, min=20)]), text=1.5)
    assert pilot.problems() == []


def test_a_column_with_too_much_in_it_is_reported() -> None:
    pilot = shown(Column([Button(str(number), nothing, height=200) for number in range(9)]))
    assert any("Column" in problem for problem in pilot.problems())
    assert any("outside" in problem for problem in pilot.problems())


def test_a_scroll_gives_way_before_any_text_shrinks() -> None:
    tall = Column([Text("rad") for _ in range(80)])
    pilot = shown(Column([Text("Rubrik", "display", key="head"), Scroll(tall, key="list", grow=1)]))
    sizes = {op.args[2] for op in pilot.pane.layout.ops if op.kind == "ink" and op.args[0] == "Rubrik"}
    assert sizes == {pilot.pane.layout.style("display").px}


def test_larger_text_makes_the_same_words_larger() -> None:
    small, large = (shown(Column([Text("Hej")]), text).pane.layout.words[0][1] for text in (1.0, 1.5))
    assert large[3] > small[3]


lengths = st.lists(st.integers(0, 400), min_size=1, max_size=6)


@given(lengths, st.integers(0, 3000))
def test_lengths_fill_the_room_exactly_whenever_they_can(wanted: list[int], room: int) -> None:
    soft, hard = [want // 2 for want in wanted], [want // 4 for want in wanted]
    found = share(wanted, soft, hard, [1.0] * len(wanted), room)
    assert sum(found) == max(room, sum(hard))
    assert all(length >= least for length, least in zip(found, hard, strict=True))


@given(lengths, st.integers(0, 3000))
def test_hard_floors_are_touched_only_below_the_soft_ones(wanted: list[int], room: int) -> None:
    soft = [want // 2 for want in wanted]
    found = share(wanted, soft, [0] * len(wanted), [0.0] * len(wanted), room)
    if room >= sum(soft):
        assert all(length >= least for length, least in zip(found, soft, strict=True))


def test_what_is_scrolled_out_of_sight_is_pressed_but_not_painted() -> None:
    def wall(count: int) -> Pilot:
        tiles = [Tile(Text(f"Text {n}"), str(n), lambda: None, key=f"tile {n}") for n in range(count)]
        return shown(Scroll(Grid(tiles), key="wall", grow=1))

    few, many = wall(40), wall(200)
    assert len(many.pane.layout.ops) == len(few.pane.layout.ops)
    assert len(many.pane.layout.targets) == 200
