"""Painting only what changed gives the same pixels as painting everything."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.client.pilot import Pilot
from game.client.settings import Settings
from game.client.ui import (
    Bar,
    Bars,
    Button,
    CardBack,
    Column,
    Ctx,
    Curtain,
    Node,
    Panel,
    Picture,
    Qr,
    Text,
    Turn,
)
from game.client.ui.area import within
from game.client.ui.gallery import PAGES
from game.client.ui.painter import Cache

SIZES = ((1920, 1080), (1280, 720))


def pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def whole(pilot: Pilot) -> bytes:
    fresh = pygame.Surface(pilot.pane.size)
    pilot.pane.painter.paint(fresh, pilot.pane.layout.ops, [(0, 0, *pilot.pane.size)])
    return pixels(fresh)


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_partial_and_full_redraw_are_identical(page: Callable[[Ctx], Node], contrast: bool) -> None:
    pilot = Pilot(page, (1280, 720), Settings(contrast=contrast))
    for step in ("tab", "tab", "tab", "right", "down"):
        pilot.press(step)
        assert pixels(pilot.surface) == whole(pilot)
    for x in range(100, 1200, 275):
        pilot.point(x, 480)
        assert pixels(pilot.surface) == whole(pilot)


def test_half_way_through_a_motion_it_is_identical_too() -> None:
    pilot = Pilot(PAGES["vote"], (1280, 720))
    pilot.pane.memory.hover = "option C"
    pilot.pane.refresh()
    for _ in range(5):
        pilot.pane.draw(pilot.surface)
        pilot.clock.advance(30)
        assert pixels(pilot.surface) == whole(pilot)


@pytest.mark.parametrize("text", [1.0, 1.5])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_widget_fits_at_every_size(
    page: Callable[[Ctx], Node], size: tuple[int, int], text: float
) -> None:
    assert Pilot(page, size, Settings(text=text)).problems() == []


def test_focus_moves_repaint_only_a_part() -> None:
    pilot = Pilot(PAGES["vote"])
    pilot.press("tab")
    pilot.pane.memory.focus = "option B"
    pilot.pane.refresh()
    painted = pilot.pane.draw(pilot.surface)
    assert painted
    assert sum(w * h for _, _, w, h in painted) < 1920 * 1080 / 2


def test_nothing_outside_the_dirty_areas_is_touched() -> None:
    pilot = Pilot(PAGES["lobby"], (1280, 720))
    pilot.surface.fill("magenta")
    pilot.pane.memory.hover = "button Avbryt"
    pilot.pane.refresh()
    areas = pilot.pane.draw(pilot.surface)
    corner = (0, 0, 40, 40)
    assert not any(within(area, corner) for area in areas)
    assert pilot.surface.get_at((5, 5)) == pygame.Color("magenta")


def turning(up: list[bool]) -> Callable[[Ctx], Node]:
    face = Panel(Text("Framsidan"), width=300, height=420)
    return lambda ctx: Column([Turn(face, CardBack("Vardag", 1, 0, 420), up[0], key="card")])


def shown_after(pilot: Pilot, ms: float) -> tuple[bool, list[str]]:
    pilot.clock.advance(ms)
    pilot.pane.draw(pilot.surface)
    return pilot.pane.moving, [text for text, _ in pilot.pane.layout.words]


def test_a_card_turns_over_within_a_quarter_of_a_second() -> None:
    up = [False]
    pilot = Pilot(turning(up))
    assert pilot.texts() == ["Vardag"]
    up[0] = True
    pilot.pane.refresh()
    assert shown_after(pilot, 0) == (True, ["Vardag"])
    assert shown_after(pilot, 250) == (False, ["Framsidan"])


def test_half_way_a_turning_card_is_narrow_and_leaves_nothing_behind() -> None:
    up = [False]
    pilot = Pilot(turning(up))
    up[0] = True
    pilot.pane.refresh()
    shown_after(pilot, 0)
    for _ in range(8):
        shown_after(pilot, 30)
        assert pixels(pilot.surface) == whole(pilot)
    fresh = Pilot(turning([True]))
    assert pixels(pilot.surface) == pixels(fresh.surface)


def test_a_card_that_appears_may_turn_up_as_it_comes() -> None:
    face = Panel(Text("Framsidan"), width=300, height=420)
    card = Turn(face, CardBack("Vardag", 1, 0, 420), True, from_back=True, key="card")
    shown: list[Node] = [Text("tomt")]
    pilot = Pilot(lambda ctx: Column([shown[0]]))
    shown[0] = card
    pilot.pane.refresh()
    assert shown_after(pilot, 0) == (True, ["Vardag"])


def test_with_motion_off_a_card_turns_at_once() -> None:
    up = [False]
    pilot = Pilot(turning(up), settings=Settings(motion=False))
    up[0] = True
    pilot.pane.refresh()
    assert shown_after(pilot, 0) == (False, ["Framsidan"])


def test_a_curtain_leaves_nothing_to_see_or_press_behind_it() -> None:
    page = Column([Text("Hemligt"), Button("Bakom", lambda: None), Curtain(Text("Lämna vidare"))])
    pilot = Pilot(lambda ctx: page)
    assert pilot.texts() == ["Lämna vidare"]
    assert pilot.pane.live() == []
    bare = Pilot(lambda ctx: Column([Curtain(Text("Lämna vidare"))]))
    assert pixels(pilot.surface) == pixels(bare.surface)


def test_a_picture_keeps_its_proportions(tmp_path: Path) -> None:
    path = tmp_path / "bild.png"
    image = pygame.Surface((40, 20))
    image.fill("red")
    pygame.image.save(image, path)
    pilot = Pilot(lambda ctx: Column([Picture(str(path), 2.0, width=400, at="start")]))
    assert pilot.surface.get_at((399, 199)) == pygame.Color("red")
    assert pilot.surface.get_at((401, 100)) != pygame.Color("red")
    assert pilot.surface.get_at((100, 201)) != pygame.Color("red")


def test_a_qr_code_is_made_of_whole_pixels() -> None:
    pilot = Pilot(lambda ctx: Column([Qr("https://bemot.example/r/RAV42", 300, at="start")]))
    colours = {tuple(pilot.surface.get_at((x, y)))[:3] for x in range(300) for y in range(0, 300, 3)}
    assert colours == {(255, 255, 255), pilot.pane.theme.colour("qr")[:3]}


def test_the_cache_throws_the_least_used_away_first() -> None:
    cache = Cache(budget=10)
    made: list[str] = []

    def take(key: str) -> None:
        cache.get(key, lambda: made.append(key), lambda _: 5)

    for key in ("a", "b", "a", "c"):
        take(key)
    made.clear()
    for key in ("a", "c", "b"):
        take(key)
    assert made == ["b"]
    assert cache.bytes <= 10


def test_the_words_of_a_chart_shrink_together() -> None:
    labels = ("Ringer", "Skriver ner orden, tar taxi från dörren med Ewa och avgör resten i morgon", "Väntar")
    bars = [Bar(letter, label, 1) for letter, label in zip("ABC", labels, strict=True)]
    pilot = Pilot(
        lambda ctx: Column([Bars(bars, 3, size=44, height=480)]),
        (1280, 720),
        Settings(text=1.5, motion=False),
    )
    rows = [area[3] for text, area in pilot.pane.layout.words if text in labels]
    assert rows == [rows[0]] * 3, "one line each, and none in larger letters than another"


def test_a_bar_without_a_letter_has_no_mark_and_begins_at_the_edge() -> None:
    def left(letter: str) -> list[int]:
        bars = [Bar(letter, label, 1) for label in ("Gjort", "Delvis")]
        pilot = Pilot(lambda ctx: Column([Bars(bars, 2)]), (1280, 720), Settings(motion=False))
        return [area[0] for text, area in pilot.pane.layout.words if text in ("Gjort", "Delvis")]

    assert left("") == [0, 0]
    assert min(left("A")) > 0
