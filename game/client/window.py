"""A window of the system: what comes to it, where it lies, and bringing its picture up to date."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.client import displays
from game.client.settings import Settings
from game.client.ui.area import Area, holds, middle
from game.client.ui.pane import TYPED, Pane
from game.client.ui.sprites import icon
from game.client.ui.theme import load
from game.places import assets

SETTLE = 120
"""Ms until a size that a person pulls at has come to rest."""
SMALLEST = (960, 540)
ICON = 128


class Window:
    """A window of the system with its pane. `on_close` is asked when a person closes it;
    False keeps it open.
    """

    def __init__(self, title: str, pane: Pane, on_close: Callable[[], bool] | None) -> None:
        self.real = pygame.Window(title, pane.size, resizable=True)
        self.size = pane.size
        """How large it is when it fills nothing and nobody has pulled at it."""
        self.real.set_icon(_icon())
        self.real.minimum_size = SMALLEST
        self.pane = pane
        self.on_close = on_close
        self.full = False
        self.display = 0
        """The display it belongs on."""
        self.lies = 0
        """The display where the system has it."""
        self.pointer_rests = False
        """Hide the mouse pointer over this window while nobody moves it."""
        self._resized: float | None = None
        pane.resize(self.real.get_surface().get_size())

    def toggle_full(self) -> None:
        """Fill the screen, or go back to the old size."""
        self.full = not self.full
        if self.full:
            self.real.set_fullscreen(True)
        else:
            self.real.set_windowed()

    @property
    def area(self) -> Area:
        """Where it lies among the displays, in pixels."""
        return (*self.real.position, *self.real.size)

    @property
    def strayed(self) -> bool:
        """Whether it fills another display than it was meant to: its own is gone."""
        return self.full and self.lies != self.display

    def covers(self, other: Window) -> bool:
        """Whether the middle of the other window lies under this one, which fills a display."""
        return other is not self and self.full and holds(self.area, middle(other.area))

    def put(self, spot: displays.Spot) -> None:
        """There, filling the display or not."""
        if self.full:
            self.toggle_full()
        self.real.position = spot.position
        self.display = self.lies = spot.display
        if spot.full:
            self.toggle_full()

    def take(self, event: pygame.Event) -> None:
        """Take one event that is meant for this window."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self.toggle_full()
        elif event.type == pygame.WINDOWDISPLAYCHANGED:
            self.lies = event.display_index
            if not self.full:  # somebody has pulled it there
                self.display = self.lies
        elif event.type in (pygame.WINDOWSIZECHANGED, pygame.WINDOWRESIZED):
            self._resized = self.pane.clock.ms()
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWSHOWN, pygame.WINDOWRESTORED):
            self.pane.redraw()
        else:
            self.pane.handle(event)

    def draw(self) -> bool:
        """Bring the window up to date; whether anything changed. A size that still changes is waited for."""
        if self._resized is not None:
            if self.pane.clock.ms() - self._resized < SETTLE:
                return True
            self._resized = None
            self.pane.resize(self.real.get_surface().get_size())
        if not self.pane.update():
            return False
        trapped = self.pane.trap_drawn
        painted = self.pane.draw(self.real.get_surface())
        if painted:
            self.real.flip()
        if trapped and not self.pane.trap_drawn:
            pygame.event.clear(TYPED)  # while the dialog still stood there: not meant for what was behind it
        if self.pane.layout.caret and self.real.focused:
            pygame.key.set_text_input_rect(pygame.Rect(self.pane.layout.caret))
        return bool(painted)


def _icon() -> pygame.Surface:
    """The cards in the theme's accent, as the system shows them beside the title."""
    theme = load(Settings().theme)
    picture = pygame.Surface((ICON, ICON), pygame.SRCALPHA)
    pygame.draw.rect(picture, theme.colour("accent"), picture.get_rect(), border_radius=ICON // 5)
    inside = ICON * 3 // 4
    cards = icon((inside, inside), assets() / "icons" / "cards.svg", theme.colour("on_accent"))
    picture.blit(cards, (ICON // 8, ICON // 8), special_flags=pygame.BLEND_PREMULTIPLIED)
    return picture
