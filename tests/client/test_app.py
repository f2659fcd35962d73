"""The loop takes events and mail, wakes at once, and ends with its last window."""

from collections.abc import Iterator
from queue import SimpleQueue
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pygame
import pytest

from game.client.app import App, WrongPygame, check_pygame
from game.client.displays import Spot
from game.client.pilot import ManualClock
from game.client.ui import Button, Column, Ctx, Dialog, Node, Stack, Text
from game.client.ui.area import middle
from game.client.window import Window


@pytest.fixture
def app() -> Iterator[App]:
    app = App(ManualClock())
    pygame.event.clear()
    yield app
    app.stop()
    app.run()


def words(shown: list[str]) -> Node:
    return Column([Text(shown[0])])


def test_mail_from_another_thread_is_delivered_and_drawn(app: App) -> None:
    shown = ["före"]
    window = app.open("Bemöt", lambda ctx: words(shown))
    thread = Thread(target=lambda: app.post(lambda: shown.__setitem__(0, "efter")))
    thread.start()
    thread.join()
    app.turn()
    assert window.pane.layout.words[0][0] == "efter"


def test_a_mailbox_is_emptied_in_order_and_the_windows_built_again(app: App) -> None:
    news: SimpleQueue[str] = SimpleQueue()
    heard: list[str] = []
    window = app.open("Bemöt", lambda ctx: Column([Text(" ".join(heard))]))
    app.listen(news, heard.append)
    news.put("ett")
    news.put("två")
    app.turn()
    assert window.pane.layout.words[0][0] == "ett två"


def test_two_windows_have_their_own_scenes_and_events(app: App) -> None:
    pressed: list[str] = []

    def scene(name: str) -> Button:
        return Button(name, lambda: pressed.append(name), shortcut="1")

    app.open("Värd", lambda ctx: scene("värd"))
    stage = app.open("Scen", lambda ctx: scene("scen"))
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, window=stage.real))
    app.turn()
    assert pressed == ["scen"]


def test_the_loop_ends_when_the_last_window_is_closed(app: App) -> None:
    window = app.open("Bemöt", lambda ctx: Column([]))
    pygame.event.post(pygame.Event(pygame.WINDOWCLOSE, window=window.real))
    app.run()
    assert app.windows == []


def test_a_window_may_refuse_to_close(app: App) -> None:
    window = app.open("Bemöt", lambda ctx: Column([]), on_close=lambda: False)
    pygame.event.post(pygame.Event(pygame.WINDOWCLOSE, window=window.real))
    app.turn()
    assert app.windows == [window]


def test_it_sleeps_longer_when_nobody_has_done_anything_for_a_while(app: App) -> None:
    window = app.open("Bemöt", lambda ctx: Column([]))
    app.turn()
    assert isinstance(app.clock, ManualClock)
    app.clock.advance(5000)
    assert not app.busy()
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_a, mod=0, window=window.real))
    app.turn()
    assert app.busy()


def test_an_unchanged_window_is_not_drawn_again(app: App) -> None:
    window = app.open("Bemöt", lambda ctx: Column([Text("Hej")]))
    app.turn()
    assert not window.draw()


def test_touch_arrives_once_as_mouse_and_never_as_fingers(app: App) -> None:
    assert pygame.event.get_blocked(pygame.FINGERDOWN)


def test_the_scene_sees_its_window_in_design_units(app: App) -> None:
    seen: list[tuple[float, float]] = []

    def build(ctx: Ctx) -> Node:
        seen.append(ctx.size)
        return Column([])

    app.open("Bemöt", build, size=(1280, 720))
    assert seen[-1] == (1920, 1080)


@pytest.mark.parametrize(
    "wrong",
    [SimpleNamespace(), SimpleNamespace(ver="2.6.1", Window=1, font=1, event=1), SimpleNamespace(IS_CE=1)],
)
def test_a_wrong_or_half_removed_pygame_is_explained_in_both_languages(wrong: object) -> None:
    with pytest.raises(WrongPygame, match=r"(?s)pip install pygame-ce.*The wrong pygame"):
        check_pygame(wrong)


def test_a_new_size_is_taken_when_it_has_come_to_rest(app: App) -> None:
    window = app.open("Bemöt", lambda ctx: Column([Text("Hej")]), size=(1280, 720))
    window.real.size = (1000, 600)
    pygame.event.post(pygame.Event(pygame.WINDOWRESIZED, window=window.real, x=1000, y=600))
    app.turn()
    assert window.pane.size == (1280, 720)
    assert isinstance(app.clock, ManualClock)
    app.clock.advance(200)
    app.turn()
    assert window.pane.size == (1000, 600)


def test_f11_fills_the_screen_and_comes_back_to_the_old_size(app: App) -> None:
    window = app.open("Bemöt", lambda ctx: Column([]), size=(1280, 720))
    press = pygame.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0, window=window.real)
    for full in (True, False):
        pygame.event.post(press)
        app.turn()
        assert window.full is full
    assert window.real.size == (1280, 720)


def test_an_uncovered_window_is_drawn_again(app: App) -> None:
    window = app.open("Bemöt", lambda ctx: Column([Text("Hej")]))
    window.real.get_surface().fill("magenta")
    pygame.event.post(pygame.Event(pygame.WINDOWEXPOSED, window=window.real))
    app.turn()
    assert window.real.get_surface().get_at((2, 2)) != pygame.Color("magenta")


def test_quitting_asks_every_window(app: App) -> None:
    kept = app.open("Värd", lambda ctx: Column([]), on_close=lambda: False)
    app.open("Scen", lambda ctx: Column([]))
    pygame.event.post(pygame.Event(pygame.QUIT))
    app.turn()
    assert app.windows == [kept]


def test_a_window_lies_where_it_is_put_and_fills_the_display_or_not(app: App) -> None:
    window = app.open("Scen", lambda ctx: Column([]))
    window.put(Spot((40, 50)))
    assert (window.real.position, window.full) == ((40, 50), False)
    window.put(Spot((40, 50), full=True))
    assert window.full
    window.put(Spot((30, 20)))
    assert (window.real.position, window.full) == ((30, 20), False)


def test_on_a_machine_with_one_display_a_window_does_not_move_on(app: App) -> None:
    window = app.open("Scen", lambda ctx: Column([]))
    window.put(Spot((40, 50)))
    press = pygame.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=pygame.KMOD_LSHIFT, window=window.real)
    pygame.event.post(press)
    app.turn()
    assert (window.real.position, window.full, window.display) == ((40, 50), False, 0)


def test_the_pointer_rests_over_a_big_screen_until_it_is_moved(app: App) -> None:
    clock = app.clock
    assert isinstance(clock, ManualClock)
    leader = app.open("Värd", lambda ctx: words(["värd"]))
    stage = app.open("Scen", lambda ctx: words(["scen"]))
    stage.pointer_rests = True

    def move(window: pygame.Window) -> None:
        pygame.event.post(
            pygame.Event(
                pygame.MOUSEMOTION, pos=(5, 5), rel=(1, 1), buttons=(0, 0, 0), touch=False, window=window
            )
        )
        app.turn()

    move(stage.real)
    clock.advance(2999)
    app.turn()
    assert pygame.mouse.get_visible()
    clock.advance(1)
    app.turn()
    assert not pygame.mouse.get_visible()
    move(stage.real)
    assert pygame.mouse.get_visible()
    move(leader.real)
    clock.advance(60_000)
    app.turn()
    assert pygame.mouse.get_visible()


def picture(window: Window) -> bytes:
    return bytes(window.real.get_surface().get_view("0").raw)


@pytest.mark.parametrize("release", [True, False])
def test_the_picture_changes_though_more_events_come_in_the_same_turn(app: App, release: bool) -> None:
    shown = ["före"]
    window = app.open(
        "Bemöt",
        lambda ctx: Column(
            [Text(shown[0]), Button("Byt", lambda: shown.__setitem__(0, "efter"), shortcut="1")]
        ),
    )
    app.turn()
    before = picture(window)
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, unicode="1", window=window.real))
    pygame.event.post(pygame.Event(pygame.TEXTINPUT, text="1", window=window.real))
    if release:
        pygame.event.post(pygame.Event(pygame.KEYUP, key=pygame.K_1, mod=0, window=window.real))
    app.turn()
    assert picture(window) != before
    settled = picture(window)
    app.turn()
    assert picture(window) == settled


def test_a_press_and_release_in_one_turn_is_seen(app: App) -> None:
    on = [False]
    window = app.open(
        "Bemöt",
        lambda ctx: Column([Text("på" if on[0] else "av"), Button("Byt", lambda: on.__setitem__(0, True))]),
    )
    app.turn()
    before = picture(window)
    x, y, wide, high = window.pane.layout.targets[0].area
    spot = (x + wide // 2, y + high // 2)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pygame.event.post(pygame.Event(kind, pos=spot, button=1, touch=False, window=window.real))
    pygame.event.post(
        pygame.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0), window=window.real)
    )
    app.turn()
    assert on == [True]
    assert window.pane.layout.words[0][0] == "på"
    assert picture(window) != before


@pytest.mark.parametrize("late", [False, True], ids=["before the picture", "while it is made"])
def test_keys_pressed_over_a_dialog_do_not_reach_what_lies_behind_it(app: App, late: bool) -> None:
    state: dict[str, Any] = {"open": True, "pressed": 0, "posted": False}
    enter: dict[str, Any] = {"key": pygame.K_RETURN, "mod": 0, "unicode": "", "scancode": 0}

    def close() -> None:
        state["open"] = False

    def scene(ctx: Ctx) -> Stack:
        if late and not state["open"] and not state["posted"]:
            state["posted"] = True
            pygame.event.post(pygame.Event(pygame.KEYDOWN, window=window.real, **enter))
        behind = Button("Ta ner", lambda: state.update(pressed=state["pressed"] + 1), shortcut="return")
        asked = Dialog(Button("Avbryt", close, shortcut="return"), close) if state["open"] else None
        return Stack([behind, asked])

    window = app.open("Bemöt", lambda ctx: Column([]))
    window.pane.show(scene)
    app.turn()
    for _ in range(1 if late else 2):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, window=window.real, **enter))
    app.turn()
    app.turn()
    assert (state["open"], state["pressed"]) == (False, 0)
    pygame.event.post(pygame.Event(pygame.KEYDOWN, window=window.real, **enter))
    app.turn()
    assert state["pressed"] == 1


def test_the_way_of_a_pointer_that_is_over_is_not_built(app: App) -> None:
    built: list[int] = []
    buttons = Column([Button(str(number), lambda: None) for number in range(6)])

    def scene(ctx: Ctx) -> Node:
        built.append(1)
        return buttons

    window = app.open("Bemöt", scene)
    spots = [middle(target.area) for target in window.pane.layout.targets]
    built.clear()
    for spot in spots:
        motion: dict[str, Any] = {
            "pos": spot,
            "rel": (0, 1),
            "buttons": (0, 0, 0),
            "touch": False,
            "window": window.real,
        }
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, **motion))
    app.turn()
    assert window.pane.memory.hover == "button 5"
    assert len(built) == 1
