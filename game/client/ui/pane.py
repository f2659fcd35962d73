"""One window's content: builds the scene, lays it out, takes input and draws what has changed."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Protocol

import pygame

from game.client.language import Language
from game.client.settings import Settings
from game.client.ui.area import Area, Size, within
from game.client.ui.ctx import Ctx, Scene
from game.client.ui.fonts import Fonts
from game.client.ui.input import Input
from game.client.ui.layout import Layout, Target
from game.client.ui.memory import Memory
from game.client.ui.ops import Op, dirty
from game.client.ui.painter import Painter
from game.client.ui.theme import load
from game.places import assets

TYPED = (pygame.KEYDOWN, pygame.TEXTINPUT)


class Clock(Protocol):
    """Milliseconds that only go forward."""

    def ms(self) -> float:
        """The time now."""


class RealClock:
    """The machine's monotonic clock."""

    def ms(self) -> float:
        """Milliseconds since some moment in the past."""
        return monotonic() * 1000


class Pane:
    """`scene` builds the tree; `offset` is added to the clock to get the server's time.

    pygame.font must be initialised. `on_sound` is called with a sound's name when the scene plays it.
    """

    def __init__(
        self,
        scene: Scene,
        size: Size,
        settings: Settings,
        clock: Clock,
        fonts: Fonts | None = None,
        on_sound: Callable[[str], None] | None = None,
    ) -> None:
        self.scene = scene
        self.size = size
        self.clock = clock
        self.offset = 0.0
        self.memory = Memory()
        self.fonts = fonts or Fonts()
        self.input = Input(self)
        self._on_sound = on_sound
        self._wake: float | None = None
        self._stale = True
        self._moved = False
        self.trap_drawn = False
        """Whether a dialog, or anything else that nothing behind takes input through, is in the picture."""
        self._drawn: Sequence[Op] | None = None
        self._restore = ""
        self._unseen = ""
        self.configure(settings)

    def configure(self, settings: Settings) -> None:
        """Use other settings from now on: language, text size, theme, motion."""
        self.settings = settings
        self.theme = load(settings.theme)
        self.language = Language(settings.language)
        self.painter = Painter(self.theme, self.fonts, assets())
        self._drawn = None
        self.layout = self._empty()
        self.refresh()

    def show(self, scene: Scene) -> None:
        """Show another scene."""
        self.scene = scene
        self.refresh()

    def resize(self, size: Size) -> None:
        """The window has another size; everything is drawn again."""
        self.size = size
        self._drawn = None
        self.refresh()

    def redraw(self) -> None:
        """The surface has lost its picture; everything is drawn again."""
        self._drawn = None

    def refresh(self) -> None:
        """Build and lay out again before the next drawing."""
        self._stale = True

    def again_in(self, ms: float) -> None:
        """Build again after so many milliseconds."""
        due = self.clock.ms() + max(1.0, ms)
        self._wake = due if self._wake is None else min(self._wake, due)

    def play(self, sound: str) -> None:
        """Play a sound if this station has sound."""
        if self._on_sound is not None and self.settings.sound:
            self._on_sound(sound)

    @property
    def moving(self) -> bool:
        """Whether something is on its way, so that frames should follow quickly."""
        return self._moved

    def handle(self, event: pygame.Event) -> None:
        """Take one event of pygame's; targets are those of the latest layout."""
        self.update()
        if event.type in TYPED and self.trap_drawn and not self.layout.trapped:
            self.input.spare()  # pressed before the dialog was seen to be gone: not meant for what lies there
            return
        if self.input.take(event):
            self.refresh()

    def update(self) -> bool:
        """Lay out again if anything asked for it; whether there is something new to draw."""
        now = self.clock.ms()
        due = self._wake is not None and now >= self._wake
        if not (self._stale or self._moved or due):
            return self._drawn is None or self._drawn != self.layout.ops
        self._stale = False
        if due:
            self._wake = None
        self._lay(now)
        self._moved = self.memory.moving(now)
        return self._drawn is None or self._drawn != self.layout.ops

    def draw(self, surface: pygame.Surface) -> list[Area]:
        """Bring the surface up to date; answers the areas that were painted."""
        self.update()
        whole: list[Area] = [(0, 0, *self.size)]
        areas = whole if self._drawn is None else dirty(self._drawn, self.layout.ops)
        areas = [area for area in areas if area[2] and area[3]]
        self.painter.paint(surface, self.layout.ops, areas)
        self._drawn, self.trap_drawn = self.layout.ops, self.layout.trapped
        return areas

    def target(self, key: str) -> Target | None:
        """The target with a key in the latest layout."""
        return next((target for target in self.layout.targets if target.key == key), None)

    def live(self) -> list[Target]:
        """The targets that take input now: those of the topmost dialog, or all."""
        return self.layout.targets[self.layout.modal :]

    def focus(self, key: str) -> None:
        """Give focus to what has this key, now or in the next layout, and scroll so that it is seen."""
        self.memory.focus = self._unseen = key
        self.refresh()

    def reveal(self, key: str) -> None:
        """Scroll so that the target with the key is seen."""
        target = self.target(key)
        if target is None or not target.scroller:
            return
        for scroller in self.layout.scrollers:
            if scroller.key == target.scroller and not within(scroller.area, target.area):
                margin = self.layout.u(16)
                above = target.area[1] - margin - scroller.area[1]
                below = target.area[1] + target.area[3] + margin - scroller.area[1] - scroller.area[3]
                move = above if above < 0 or target.area[3] > scroller.area[3] else max(0, below)
                self.scroll(scroller.key, move)

    def scroll(self, key: str, by: int) -> bool:
        """Move a scrolling area by pixels; whether it moved."""
        for scroller in self.layout.scrollers:
            if scroller.key == key:
                before = self.memory.scroll.get(key, 0)
                most = scroller.content - scroller.area[3]
                self.memory.scroll[key] = max(0, min(most, before + by))
                self.refresh()
                return self.memory.scroll[key] != before
        return False

    def _lay(self, now: float) -> None:
        trapped = self.layout.trapped
        self.layout = self._pass(now)
        if self._keep_focus(trapped):
            self.layout = self._pass(now)
        if self._unseen:
            self.reveal(self._unseen)
            self._unseen = ""
            self.layout = self._pass(now)
        if self.layout.wake is not None:
            self._wake = self.layout.wake if self._wake is None else min(self._wake, self.layout.wake)

    def _pass(self, now: float) -> Layout:
        layout = self._empty(now)
        design = (self.size[0] / layout.scale, self.size[1] / layout.scale)
        layout.run(self.scene(Ctx(self, self.language, now + self.offset, self.settings, design)))
        return layout

    def _keep_focus(self, trapped: bool) -> bool:
        """Focus enters a dialog that opens, comes back when it closes, and never stays on what is gone.

        It enters where one may write at once, or else at what Enter presses there: by keyboard, too, a second
        Enter does what the dialog says and not whatever stands first in it.
        """
        before = self.memory.focus
        stops = [target for target in self.live() if target.stop and target.enabled]
        keys = [target.key for target in stops]
        if self.layout.trapped and not trapped:
            self._restore = before
        if before and before not in keys:
            self.memory.focus = ""
        if self.layout.trapped and not self.memory.focus and stops:
            entered = next((stop for stop in stops if stop.shortcut == "return"), stops[0])
            self.memory.focus = stops[0].key if stops[0].typed else entered.key
        if trapped and not self.layout.trapped and not self.memory.focus and self._restore in keys:
            self.memory.focus = self._restore
        return self.memory.focus != before

    def _empty(self, now: float = 0.0) -> Layout:
        settings = self.settings
        return Layout(
            self.theme, self.fonts, self.memory, (0, 0, *self.size), settings.text, settings.motion, now
        )
