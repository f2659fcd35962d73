"""Where the hall's screen opens, by the displays there are."""

import pygame
import pytest

from game.client.displays import Spot, for_hall, on

HD = (1920, 1080)
SIZE = (1280, 720)


def test_on_the_second_display_it_fills_all_of_it() -> None:
    middle = pygame.WINDOWPOS_CENTERED | 1
    assert for_hall((0, 0, *SIZE), SIZE, [HD, (1024, 768)]) == Spot((middle, middle), 1, full=True)


def test_it_leaves_the_display_of_the_hosts_window_alone() -> None:
    desktops = [HD, (1024, 768), SIZE]
    spots = [for_hall((0, 0, *SIZE), SIZE, desktops, display) for display in range(3)]
    assert [(spot.display, spot.full) for spot in spots] == [(1, True), (2, True), (0, True)]


def test_each_display_has_a_middle_of_its_own() -> None:
    assert [on(display).display for display in range(3)] == [0, 1, 2]
    assert len({on(display).position for display in range(3)}) == 3


@pytest.mark.parametrize(
    ("first", "desk", "position"),
    [
        ((0, 0, *SIZE), (3440, 1440), (1280, 0)),
        ((2000, 100, *SIZE), (3440, 1440), (720, 100)),
        ((100, 100, *SIZE), HD, (640, 160)),
        ((640, 0, *SIZE), HD, (0, 60)),
        ((0, 0, *SIZE), SIZE, (60, 60)),
    ],
)
def test_on_the_only_display_it_lies_as_far_beside_the_first_window_as_it_can(
    first: tuple[int, int, int, int], desk: tuple[int, int], position: tuple[int, int]
) -> None:
    assert for_hall(first, SIZE, [desk]) == Spot(position)


def test_where_nothing_is_known_of_the_displays_it_still_opens() -> None:
    assert for_hall((0, 0, *SIZE), SIZE, []).display == 0
