"""Where a window lies on the displays of this machine.

SDL knows how the displays stand to each other; a place "in the middle of display n" leaves that to it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.client.ui.area import Area, Size

STEP = 60
"""Pixels from a window to one that has no room beside it."""


@dataclass(frozen=True)
class Spot:
    """`position` as a window takes it; `display` counts from 0."""

    position: tuple[int, int]
    display: int = 0
    full: bool = False


def sizes() -> list[Size]:
    """Of every display, the first one first."""
    with contextlib.suppress(pygame.error):
        return list(pygame.display.get_desktop_sizes())
    return []


def on(display: int) -> Spot:
    """In the middle of this display."""
    there = pygame.WINDOWPOS_CENTERED | display
    return Spot((there, there), display)


def following(display: int) -> int:
    """The next display, or the same where there is one only."""
    return (display + 1) % max(1, len(sizes()))


def for_hall(first: Area, size: Size, desktops: Sequence[Size], display: int = 0) -> Spot:
    """Where the hall's screen opens: all over the display after that of the `first` window; where there is
    one display only, beside that window.
    """
    if len(desktops) > 1:
        there = (display + 1) % len(desktops)
        return Spot(on(there).position, there, full=True)
    left, top, wide, high = first
    return beside(first, size, desktops[0] if desktops else (left + wide, top + high))


def beside(first: Area, size: Size, desk: Size) -> Spot:
    """On the same display: beside the `first` window or as far to its side as there is room, and a step from
    its corner where there is none.
    """
    left, top, wide, _ = first
    if left + wide + size[0] <= desk[0]:
        return Spot((left + wide, top))
    if left >= size[0]:
        return Spot((left - size[0], top))
    right = desk[0] - left - wide
    if max(left, right) < STEP:
        return Spot((left + STEP, top + STEP))
    return Spot((desk[0] - size[0] if right >= left else 0, top + STEP))
