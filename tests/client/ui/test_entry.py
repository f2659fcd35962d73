"""A text field can be typed in, edited, selected in, limited, and filled from outside."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.client.pilot import Pilot
from game.client.ui import Column, Ctx, Node, TextField
from game.client.ui.editing import Field


def field(**options: object) -> tuple[Pilot, list[str]]:
    sent: list[str] = []

    def build(ctx: Ctx) -> Node:
        return Column([TextField("Namn", key="name", on_submit=sent.append, **options)], pad=50)  # type: ignore[arg-type]

    pilot = Pilot(build)
    pilot.click("name")
    return pilot, sent


def text(pilot: Pilot) -> str:
    return pilot.pane.memory.fields["name"].text


def test_what_is_typed_is_seen_and_sent_with_enter() -> None:
    pilot, sent = field()
    pilot.type("Åsa Öberg")
    assert pilot.see("Åsa Öberg")
    pilot.press("return")
    assert sent == ["Åsa Öberg"]


def test_the_caret_moves_and_text_is_put_in_where_it_stands() -> None:
    pilot, _ = field()
    pilot.type("ac")
    pilot.press("left")
    pilot.type("b")
    assert text(pilot) == "abc"


def test_typing_replaces_what_is_selected() -> None:
    pilot, _ = field(value="gammal")
    pilot.press("ctrl+a")
    pilot.type("ny")
    assert text(pilot) == "ny"


def test_a_whole_word_is_erased_with_ctrl() -> None:
    pilot, _ = field(value="två ord")
    pilot.press("end", "ctrl+backspace")
    assert text(pilot) == "två "


def test_what_is_pasted_into_one_line_becomes_one_line() -> None:
    pilot, sent = field()
    pilot.pane.handle(pygame.Event(pygame.TEXTINPUT, text="Kaffe\r\ni hallen\n"))
    pilot.press("return")
    assert sent == ["Kaffe i hallen"]


def test_no_more_than_the_limit_is_taken_and_the_counter_says_so() -> None:
    pilot, _ = field(limit=40)
    pilot.type("x" * 50)
    assert text(pilot) == "x" * 40
    assert pilot.see("40 / 40")


def test_capitals_are_made_when_asked_for() -> None:
    pilot, _ = field(upper=True)
    pilot.type("räv42")
    assert text(pilot) == "RÄV42"


def test_several_lines_take_enter_and_send_with_ctrl_enter() -> None:
    pilot, sent = field(rows=3)
    pilot.type("a")
    pilot.press("return")
    pilot.type("b")
    pilot.press("ctrl+return")
    assert sent == ["a\nb"]


def test_up_and_down_move_between_lines() -> None:
    pilot, _ = field(value="ett\ntvå", rows=3)
    pilot.press("end", "up")
    pilot.type("!")
    assert text(pilot) == "ett!\ntvå"


def test_a_click_puts_the_caret_there() -> None:
    pilot, _ = field(value="abcdef")
    x, y = pilot.find("name").area[:2]
    pilot.pane.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x + 10, y + 40), button=1))
    assert pilot.pane.memory.fields["name"].caret == 0


def test_dragging_selects() -> None:
    pilot, _ = field(value="abcdef")
    x, y, w, _ = pilot.find("name").area
    pilot.pane.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x + 10, y + 40), button=1))
    pilot.pane.handle(pygame.Event(pygame.MOUSEMOTION, pos=(x + w - 10, y + 40), rel=(500, 0)))
    assert pilot.pane.memory.fields["name"].selection == "abcdef"


def test_what_an_input_method_composes_is_shown_but_not_yet_text() -> None:
    pilot, _ = field(value="a")
    pilot.press("end")
    pilot.pane.handle(pygame.Event(pygame.TEXTEDITING, text="¨", start=0, length=1))
    assert pilot.see("a¨")
    assert text(pilot) == "a"
    pilot.type("ä")
    assert text(pilot) == "aä"


def test_a_value_from_outside_waits_while_the_field_has_focus() -> None:
    outside = ["först"]
    pilot = Pilot(lambda ctx: Column([TextField("Namn", outside[0], key="name")]))
    pilot.click("name")
    outside[0] = "sedan"
    pilot.pane.refresh()
    pilot.settle()
    assert text(pilot) == "först"
    pilot.press("escape")
    pilot.settle()
    assert text(pilot) == "sedan"


def test_the_scene_reads_fills_and_forgets() -> None:
    seen: list[Ctx] = []

    def build(ctx: Ctx) -> Node:
        seen.append(ctx)
        return Column([TextField("Namn", "start", key="name")])

    pilot = Pilot(build)
    assert seen[-1].typed("name") == "start"
    seen[-1].fill("name", "ny")
    assert seen[-1].typed("name") == "ny"
    seen[-1].forget("name")
    pilot.settle()
    assert seen[-1].typed("name") == "start"


def test_a_warning_is_shown_below() -> None:
    pilot, _ = field(warning="Skriv inga telefonnummer här.")
    assert pilot.see("telefonnummer")


@pytest.mark.parametrize("word", [False, True])
def test_a_step_never_leaves_the_text(word: bool) -> None:
    state = Field("a b")
    for direction in (-1, -1, 1, 1, 1, 1, 1):
        state.step(direction, word)
        assert 0 <= state.caret <= 3


@given(st.lists(st.sampled_from(["ab", " ", "<", ">", "<<", "sel", "del", "all"]), max_size=25))
def test_caret_and_anchor_always_lie_in_the_text(steps: list[str]) -> None:
    state = Field(limit=12)
    for step in steps:
        match step:
            case "<":
                state.step(-1)
            case ">":
                state.step(1)
            case "<<":
                state.erase(True)
            case "sel":
                state.step(-1, word=True, extend=True)
            case "del":
                state.erase(False, word=True)
            case "all":
                state.select_all()
            case _:
                state.insert(step)
        assert 0 <= min(state.caret, state.anchor) <= max(state.caret, state.anchor) <= len(state.text) <= 12


def test_text_is_copied_cut_and_pasted() -> None:
    pilot, _ = field(value="hej å")
    pilot.press("ctrl+a", "ctrl+c", "end", "ctrl+v")
    assert text(pilot) == "hej åhej å"
    pilot.press("ctrl+a", "ctrl+x")
    assert text(pilot) == ""
    pilot.press("ctrl+v")
    assert text(pilot) == "hej åhej å"
