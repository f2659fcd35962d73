"""Widgets do what they say by mouse, by keyboard and by shortcut."""

from dataclasses import dataclass, field

import pygame
import pytest

from game.client.pilot import NotFound, Pilot
from game.client.settings import Settings
from game.client.ui import (
    Button,
    Choice,
    Column,
    Ctx,
    Dialog,
    Hotkey,
    Node,
    OptionCard,
    Row,
    Scroll,
    Select,
    Stack,
    Stepper,
    Text,
    TextField,
    Tile,
    Toggle,
)


@dataclass
class Desk:
    """What the callbacks of the scene under test have changed."""

    done: list[str] = field(default_factory=list)
    on: bool = False
    number: int = 5
    value: str = "a"
    dialog: bool = False

    def do(self, what: str) -> None:
        self.done.append(what)

    def flip(self, on: bool) -> None:
        self.on = on

    def count(self, number: int) -> None:
        self.number = number

    def pick(self, value: str) -> None:
        self.value = value

    def ask(self, shown: bool) -> None:
        self.dialog = shown


@pytest.fixture
def desk() -> Desk:
    return Desk()


def scene(desk: Desk) -> Pilot:
    def build(ctx: Ctx) -> Node:
        page = Column(
            [
                Row(
                    [
                        Button("Klar", lambda: desk.do("klar"), "primary", "return"),
                        Button("Stäng", lambda: desk.do("stäng"), enabled=False, why="Väntar på 2"),
                        Button("Fråga", lambda: desk.ask(True)),
                    ]
                ),
                OptionCard("A", "Direkt", lambda: desk.do("A"), "1"),
                Toggle("Läs upp", desk.on, desk.flip),
                Stepper("Platser", desk.number, desk.count, 4, 6),
                Choice([("a", "Alfa"), ("b", "Beta")], desk.value, desk.pick, key="choice"),
                Select([("a", "Alfa"), ("b", "Beta"), ("c", "Gamma")], desk.value, desk.pick, "Lek"),
                Tile(Text("En bricka"), "Bricka", lambda: desk.do("bricka")),
                Hotkey("h", lambda: desk.do("hjälp")),
            ],
            pad=20,
        )
        return Stack([page, question() if desk.dialog else None])

    def question() -> Node:
        return Dialog(Column([Text("Säkert?"), Button("Ja", lambda: desk.do("ja"))]), lambda: desk.ask(False))

    return Pilot(build)


def test_a_click_presses(desk: Desk) -> None:
    scene(desk).click("Klar")
    assert desk.done == ["klar"]


def test_a_click_that_leaves_the_button_presses_nothing(desk: Desk) -> None:
    pilot = scene(desk)
    x, y = pilot.find("Klar").area[:2]
    pilot.pane.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x + 5, y + 5), button=1))
    pilot.pane.handle(pygame.Event(pygame.MOUSEBUTTONUP, pos=(x + 5, y + 400), button=1))
    assert desk.done == []


def test_a_shortcut_presses_without_focus(desk: Desk) -> None:
    scene(desk).press("1", "return")
    assert desk.done == ["A", "klar"]


@pytest.mark.parametrize("key", ["return", "space"])
def test_enter_and_space_press_what_has_keyboard_focus(desk: Desk, key: str) -> None:
    scene(desk).press("tab", "tab", "tab", key)
    assert desk.done == ["A"]


def test_a_disabled_button_says_why_and_does_nothing(desk: Desk) -> None:
    pilot = scene(desk)
    assert pilot.see("Väntar på 2")
    pilot.click("Stäng")
    assert desk.done == []


def test_a_toggle_turns_on_and_off(desk: Desk) -> None:
    pilot = scene(desk)
    pilot.click("Läs upp")
    assert desk.on
    pilot.click("Läs upp")
    assert not desk.on


def test_a_stepper_stops_at_its_ends(desk: Desk) -> None:
    pilot = scene(desk)
    for _ in range(4):
        if pilot.find("Platser +").enabled:
            pilot.click("Platser +")
    assert desk.number == 6
    assert not pilot.find("Platser +").enabled


def test_home_takes_a_stepper_to_its_lowest(desk: Desk) -> None:
    pilot = scene(desk)
    pilot.pane.memory.focus = "stepper Platser less"
    pilot.press("home")
    assert desk.number == 4


def test_a_choice_is_picked(desk: Desk) -> None:
    scene(desk).click("choice b")
    assert desk.value == "b"


def test_a_select_opens_traps_focus_and_closes_when_picked(desk: Desk) -> None:
    pilot = scene(desk)
    pilot.click("Lek")
    assert pilot.see("Gamma")
    with pytest.raises(NotFound):
        pilot.find("Klar")
    pilot.click("Gamma")
    assert desk.value == "c"
    assert pilot.find("Klar").enabled


def test_escape_closes_a_select(desk: Desk) -> None:
    pilot = scene(desk)
    pilot.click("Lek")
    pilot.press("escape")
    assert not pilot.see("Gamma")
    assert desk.value == "a"


def test_a_click_beside_a_select_closes_it(desk: Desk) -> None:
    pilot = scene(desk)
    pilot.click("Lek")
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pilot.pane.handle(pygame.Event(kind, pos=(5, 5), button=1))
    assert not pilot.see("Gamma")


def test_a_tile_is_pressed_anywhere(desk: Desk) -> None:
    scene(desk).click("En bricka")
    assert desk.done == ["bricka"]


def test_a_hotkey_works_anywhere(desk: Desk) -> None:
    scene(desk).press("h")
    assert desk.done == ["hjälp"]


def test_page_down_turns_what_lies_in_the_dialog_and_not_what_lies_behind_it() -> None:
    def long(name: str) -> Node:
        return Scroll(Column([Text(f"{name} {n}") for n in range(90)]), key=name, grow=1)

    def both(ctx: Ctx) -> Node:
        return Stack([Column([long("bakom")], grow=1), Dialog(Column([Button("Klar", str), long("framme")]))])

    pilot = Pilot(both)
    pilot.press("pagedown")
    assert pilot.pane.memory.scroll.get("bakom", 0) == 0
    assert pilot.pane.memory.scroll["framme"] > 0


def test_escape_presses_the_button_whose_key_it_is_also_from_within_a_field() -> None:
    done: list[str] = []

    def back_out(ctx: Ctx) -> Node:
        field = TextField("Ditt svar", key="field")
        return Column([field, Button("Avbryt", lambda: done.append("ut"), shortcut="escape", hint=False)])

    pilot = Pilot(back_out)
    pilot.press("escape")
    pilot.click("field")
    pilot.press("escape")
    assert done == ["ut", "ut"]


def test_a_dialog_takes_focus_keeps_it_and_gives_it_back(desk: Desk) -> None:
    pilot = scene(desk)
    pilot.press("tab", "tab")
    assert pilot.focused() == "button Fråga"
    pilot.press("return")
    assert pilot.focused() == "button Ja"
    pilot.press("tab", "tab", "h")
    assert pilot.focused() == "button Ja"
    assert desk.done == []
    pilot.press("escape")
    assert not desk.dialog
    assert pilot.focused() == "button Fråga"


@pytest.mark.parametrize(("writes", "focused"), [(False, "button Stäng"), (True, "field")])
def test_focus_enters_a_dialog_where_one_writes_or_at_what_enter_presses(writes: bool, focused: str) -> None:
    done: list[str] = []

    def asks(ctx: Ctx) -> Node:
        field = TextField("Rad", key="field") if writes else None
        act = Button("Gör det", lambda: done.append("gjort"))
        shut = Button("Stäng", lambda: done.append("stängt"), shortcut="return")
        behind = Button("Bakom", lambda: done.append("bakom"))
        return Stack([behind, Dialog(Column([field, act, shut]))])

    pilot = Pilot(asks)
    pilot.pane.memory.keyboard = True
    assert pilot.focused() == focused
    pilot.press("return")
    assert "gjort" not in done


def test_a_dialog_with_nothing_to_press_behind_it_holds_focus_and_closes_with_escape() -> None:
    closed: list[int] = []
    row = [Button("Avbryt", lambda: None, shortcut="return"), Button("Stäng", lambda: None)]
    pilot = Pilot(lambda ctx: Stack([Text("Vägg"), Dialog(Row(row), lambda: closed.append(1))]))
    assert pilot.focused() == "button Avbryt"
    pilot.press("escape")
    assert closed == [1]


def test_behind_a_dialog_nothing_is_clicked(desk: Desk) -> None:
    pilot = scene(desk)
    spot = pilot.find("Klar").area
    desk.dialog = True
    pilot.pane.refresh()
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pilot.pane.handle(pygame.Event(kind, pos=(spot[0] + 5, spot[1] + 5), button=1))
    assert desk.done == []


def test_tab_goes_round_in_order_and_back(desk: Desk) -> None:
    pilot = scene(desk)
    pilot.press("tab", "tab", "tab")
    assert pilot.focused() == "option A"
    pilot.press("shift+tab")
    assert pilot.focused() == "button Fråga"
    pilot.press("shift+tab", "shift+tab")
    assert pilot.focused() == "tile Bricka"


def test_arrows_go_to_the_nearest_in_their_direction(desk: Desk) -> None:
    pilot = scene(desk)
    pilot.press("tab", "right")
    assert pilot.focused() == "button Fråga"
    pilot.press("down")
    assert pilot.focused() == "option A"
    pilot.press("up")
    assert pilot.focused() in ("button Klar", "button Fråga")


def test_the_ring_shows_only_while_the_keyboard_is_used(desk: Desk) -> None:
    pilot = scene(desk)
    focus = pilot.pane.theme.colour("focus")

    def ringed() -> bool:
        return any(focus in op.args for op in pilot.pane.layout.ops)

    pilot.click("Klar")
    assert not ringed()
    pilot.press("tab")
    assert ringed()
    pilot.click("Klar")
    assert not ringed()


def test_focus_never_stays_on_what_is_gone() -> None:
    shown = [True]
    pilot = Pilot(
        lambda ctx: Column([Button("Här", lambda: shown.__setitem__(0, False)) if shown[0] else None])
    )
    pilot.press("tab", "return")
    assert pilot.focused() == ""


def rows(count: int) -> Node:
    return Scroll(Column([Button(f"Rad {n}", lambda: None) for n in range(count)]), key="list", grow=1)


def test_keyboard_focus_is_scrolled_into_view() -> None:
    pilot = Pilot(lambda ctx: Column([rows(40)], pad=40))
    for _ in range(30):
        pilot.press("tab")
    target = pilot.find("button Rad 29")
    assert pilot.focused() == "button Rad 29"
    assert target.seen == target.area
    assert pilot.see("Rad 29")
    assert not pilot.see("Rad 1 ")


def test_the_wheel_scrolls_and_stops_at_the_end() -> None:
    pilot = Pilot(lambda ctx: Column([rows(40)], pad=40))
    pilot.wheel("Rad 0", -500)
    assert pilot.see("Rad 39")
    pilot.wheel("Rad 39", 500)
    assert pilot.see("Rad 0")


def test_dragging_scrolls_and_presses_nothing(desk: Desk) -> None:
    buttons = Column([Button(f"Rad {n}", lambda: desk.do("tryckt")) for n in range(40)])
    pilot = Pilot(lambda ctx: Column([Scroll(buttons, key="list", grow=1)], pad=40))
    pilot.pane.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(300, 600), button=1, touch=True))
    for y in (560, 460, 360):
        pilot.pane.handle(pygame.Event(pygame.MOUSEMOTION, pos=(300, y), rel=(0, -100), touch=True))
    pilot.pane.handle(pygame.Event(pygame.MOUSEBUTTONUP, pos=(300, 360), button=1, touch=True))
    assert desk.done == []
    assert pilot.pane.memory.scroll["list"] > 100


def test_a_scroll_without_buttons_can_be_moved_with_the_arrows() -> None:
    pilot = Pilot(
        lambda ctx: Column([Scroll(Column([Text(f"Rad {n}") for n in range(80)]), key="list", grow=1)])
    )
    pilot.press("tab", "end")
    assert pilot.see("Rad 79")


@pytest.mark.parametrize("count", [3, 80])
def test_a_scroll_with_a_lead_first_shows_what_comes_after_it_where_not_all_finds_room(count: int) -> None:
    lead = Column([Text(f"Förr {n}") for n in range(5)])
    rows = Column([lead, *(Text(f"Rad {n}") for n in range(count))])
    pilot = Pilot(lambda ctx: Column([Scroll(rows, key="list", grow=1, lead=lead)]))
    assert pilot.see("Rad 0")
    assert pilot.see("Förr 0") is (count == 3)
    pilot.press("tab", "home")
    assert pilot.see("Förr 0"), "it stays where it was moved to"


def test_shortcuts_sleep_while_text_is_typed(desk: Desk) -> None:
    def build(ctx: Ctx) -> Node:
        return Column([TextField("Namn", key="name"), Button("Ett", lambda: desk.do("ett"), shortcut="1")])

    pilot = Pilot(build)
    pilot.click("name")
    pilot.press("1")
    assert desk.done == []
    assert pilot.pane.memory.fields["name"].text == "1"


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_all_of_it_can_be_hit(desk: Desk, text: float) -> None:
    pilot = scene(desk)
    pilot.pane.configure(Settings(text=text))
    small = [problem for problem in pilot.problems() if "too small" in problem or "overlapping" in problem]
    assert small == []


def test_a_scene_may_place_focus_play_sounds_and_wait() -> None:
    built: list[Ctx] = []

    def build(ctx: Ctx) -> Node:
        built.append(ctx)
        ctx.first_focus("button B")
        return Column([Button("A", lambda: ctx.play("chime")), Button("B", lambda: None)])

    pilot = Pilot(build, settings=Settings(sound=True))
    assert pilot.focused() == "button B"
    built[-1].focus("button A")
    pilot.click("A")
    assert pilot.sounds == ["chime"]
    built[-1].again_in(500)
    times = len(built)
    pilot.wait(400)
    assert len(built) == times
    pilot.wait(200)
    assert len(built) > times


def test_a_station_with_sound_off_is_silent() -> None:
    pilot = Pilot(lambda ctx: Column([Button("A", lambda: ctx.play("chime"))]))
    pilot.click("A")
    assert pilot.sounds == []


def test_large_text_leaves_no_room_for_columns() -> None:
    wide: list[bool] = []

    def build(ctx: Ctx) -> Node:
        wide.append(ctx.wide)
        return Column([])

    pilot = Pilot(build)
    pilot.pane.configure(Settings(text=1.5))
    pilot.settle()
    assert (wide[0], wide[-1]) == (True, False)


def test_page_keys_scroll_the_list_that_has_focus() -> None:
    pilot = Pilot(lambda ctx: Column([rows(40)], pad=40))
    pilot.press("tab", "pagedown")
    assert pilot.pane.memory.scroll["list"] > 500
    pilot.press("pageup")
    assert pilot.pane.memory.scroll["list"] == 0


def test_what_cannot_be_found_says_what_there_is(desk: Desk) -> None:
    with pytest.raises(NotFound, match="Klar"):
        scene(desk).find("Något annat")
