"""Chrome that grows less than the text, and the arrangement that fits with the largest text."""

from __future__ import annotations

from game.client.pilot import Pilot
from game.client.settings import Settings
from game.client.ui import Calm, Column, First, Grid, Largest, Node, Text, TextField
from game.client.ui.controls import Button

LONG = "Hon kommer utan tid och hon har inte fått något besked om hyran som ska betalas i morgon bitti. " * 9


def px(pilot: Pilot, word: str) -> int:
    pilot.settle()
    return next(
        int(str(op.args[2])) for op in pilot.pane.layout.ops if op.kind == "ink" and word in str(op.args[0])
    )


def shown(node: Node, text: float) -> Pilot:
    return Pilot(lambda ctx: node, (1920, 1080), Settings(text=text))


def test_calm_text_grows_no_more_than_asked() -> None:
    assert px(shown(Column([Calm(Text("Lugn"), 1.25)]), 1.5), "Lugn") == round(32 * 1.25)
    assert px(shown(Column([Calm(Text("Lugn"), 1.25)]), 1.0), "Lugn") == 32
    assert px(shown(Column([Calm(Text("Lugn")), Text("Fri")]), 1.5), "Fri") == 48


def test_a_short_text_is_as_large_as_asked() -> None:
    assert px(shown(Column([Largest([lambda: Text("Kort")], grow=1)]), 1.5), "Kort") == 48


def test_what_cannot_grow_is_as_large_as_without_asking() -> None:
    node = Largest([lambda: Column([Text(LONG, "display", min=20), Text("Svar", min=20)])])
    plain = shown(Column([node], pad=(60, 20)), 1.0)
    large = shown(Column([node], pad=(60, 20)), 1.5)
    assert px(large, "Hon") == px(plain, "Hon") > 20
    assert px(large, "Svar") == px(plain, "Svar")


def test_another_arrangement_is_taken_when_it_lets_the_text_be_larger() -> None:
    def columns(count: int) -> Node:
        return Grid([Text(f"Svar {number}", min=20) for number in range(14)], columns=count)

    pilot = shown(Column([Largest([lambda: columns(1), lambda: columns(2)], grow=1)]), 1.5)
    assert px(pilot, "Svar") == 48
    assert pilot.problems() == []
    assert px(shown(Column([Largest([lambda: columns(1)], grow=1)]), 1.5), "Svar") < 48


def first(words: str) -> Node:
    return First([lambda: Text(words, size=60), lambda: Text(words, size=40), lambda: Text(words, size=30)])


def test_the_first_arrangement_with_room_is_taken_and_else_the_last() -> None:
    assert px(shown(first("Hon"), 1.0), "Hon") == 60
    assert px(shown(first(LONG + LONG), 1.0), "Hon") == 40
    assert px(shown(first(LONG * 3), 1.0), "Hon") == 30


def test_an_arrangement_is_not_taken_by_making_its_text_smaller() -> None:
    node = First([lambda: Text(LONG + LONG, size=60, min=10), lambda: Text(LONG, size=30)])
    assert px(shown(node, 1.0), "Hon") == 30


def test_a_letter_presses_nothing_while_there_is_a_field_but_a_number_does() -> None:
    pressed: list[str] = []
    tree = Column(
        [
            TextField("Text", key="text"),
            Button("A", lambda: pressed.append("t"), shortcut="t"),
            Button("B", lambda: pressed.append("1"), shortcut="1"),
        ]
    )
    pilot = Pilot(lambda ctx: tree)
    pilot.press("t", "1")
    assert pressed == ["1"]
    pilot.click("text")
    pilot.press("t", "1")
    assert pressed == ["1"]
    assert pilot.see("t1")
