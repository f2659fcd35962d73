"""One moment drawn by the real scenes at a chosen size, and scaled to the room that the window has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pygame

from game.client.pilot import ManualClock
from game.client.preview.round import Moment, Station
from game.client.settings import Settings
from game.client.stations import team
from game.client.ui.area import Area, Size, holds, inset
from game.client.ui.fonts import Fonts
from game.client.ui.layout import Layout
from game.client.ui.memory import Memory
from game.client.ui.node import Node
from game.client.ui.pane import Pane

MOUSE: Final = frozenset(
    {pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL}
)


@dataclass(frozen=True, eq=False)
class Shot:
    """A finished picture; another one is never equal to it, so that it is painted anew."""

    surface: pygame.Surface


class Picture:
    """Draws at the very size that is asked for, on a surface in memory, and answers it scaled.

    Time stands still and nothing moves in it. The mouse reaches it, so that what scrolls can be scrolled and
    what opens can be opened; what is pressed there is sent to nobody.
    """

    def __init__(self, fonts: Fonts | None = None) -> None:
        self.size: Size = (1280, 720)
        self.spot: Area = (0, 0, 0, 0)
        """Where the window has the picture, in the window's pixels."""
        self.pane: Pane | None = None
        self._fonts = fonts
        self._moment: Moment | None = None
        self._place: tuple[str, str, Station, Settings, Size] | None = None
        self._surface: pygame.Surface | None = None
        self._shot: Shot | None = None

    def show(self, moment: Moment, station: Station, settings: Settings, size: Size, card: str = "") -> None:
        """Show this; nothing happens when it is shown already. Another version of the same place of the same
        `card` stays scrolled as it was.
        """
        place = (card, moment.where, station, settings, size)
        stays = place == self._place
        if stays and moment is self._moment:
            return
        self._moment, self._place, self.size = moment, place, size
        play = moment.play(station)
        pane = self.pane
        if pane is None:
            pane = self.pane = Pane(
                lambda ctx: team.build(play, ctx), size, settings, ManualClock(0), self._fonts
            )
        if pane.settings != settings:
            pane.configure(settings)
        if self._surface is None or self._surface.get_size() != size:
            self._surface = pygame.Surface(size, depth=32)
            pane.resize(size)
        if not stays:
            pane.memory = Memory()
        pane.show(lambda ctx: team.build(play, ctx))
        pane.redraw()

    def drawn(self) -> pygame.Surface:
        """The picture at its own size. Only after `show`."""
        assert self.pane is not None, "nothing has been shown"
        assert self._surface is not None, "nothing has been shown"
        if self.pane.draw(self._surface):
            self._shot = None
        return self._surface

    def at(self, size: Size) -> Shot:
        """The picture at another size, the same object until something changes in it."""
        surface = self.drawn()
        if self._shot is None or self._shot.surface.get_size() != size:
            self._shot = Shot(scaled(surface, size))
        return self._shot

    def takes(self, event: pygame.Event) -> bool:
        """Whether the event was for the picture; then it has had it."""
        if self.pane is None or event.type not in MOUSE:
            return False
        x, y = getattr(event, "pos", None) or pygame.mouse.get_pos()
        if not holds(self.spot, (x, y)):
            if event.type == pygame.MOUSEMOTION:
                self.pane.handle(pygame.Event(pygame.WINDOWLEAVE))
            return False
        scale = self.size[0] / max(1, self.spot[2])
        told = {**event.dict, "pos": (round((x - self.spot[0]) * scale), round((y - self.spot[1]) * scale))}
        if "rel" in told:
            told["rel"] = tuple(round(step * scale) for step in event.rel)
        self.pane.handle(pygame.Event(event.type, told))
        return True


@dataclass(frozen=True, eq=False)
class Shown(Node):
    """The picture as large as there is room for, in its own proportions."""

    picture: Picture

    def place(self, lay: Layout, area: Area) -> None:
        wide, high = fitted(self.picture.size, (area[2], area[3]))
        spot = (area[0] + (area[2] - wide) // 2, area[1] + (area[3] - high) // 2, wide, high)
        self.picture.spot = spot
        edge = inset(spot, -lay.u(2))
        lay.box(edge, "card", "edge", 0, 2, "button")
        lay.paint("shot", spot, self.picture.at((wide, high)))


def fitted(size: Size, room: Size) -> Size:
    """As large as the room lets it be: smaller than it is, or in whole multiples, so that it stays sharp."""
    share = min(room[0] / size[0], room[1] / size[1])
    if share >= 1:
        share = int(share)
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def scaled(surface: pygame.Surface, size: Size) -> pygame.Surface:
    """A copy at this size: smooth when smaller, pixel by pixel when larger."""
    larger = size[0] > surface.get_width()
    return (pygame.transform.scale if larger else pygame.transform.smoothscale)(surface, size)
