"""The windows and the loop: events and posted calls in, changed pictures out, asleep in between."""

import os
from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest
from queue import Empty, SimpleQueue
from threading import Event
from typing import TypeVar

ENVIRONMENT = {
    "SDL_FRAMEBUFFER_ACCELERATION": "0",
    "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2",
    "SDL_MOUSE_FOCUS_CLICKTHROUGH": "1",
    "SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS": "0",
    "PYGAME_HIDE_SUPPORT_PROMPT": "1",
}
for _name, _value in ENVIRONMENT.items():  # SDL reads them when pygame is imported, not later
    os.environ.setdefault(_name, _value)

import pygame  # noqa: E402

from game.client import displays  # noqa: E402
from game.client.settings import Settings  # noqa: E402
from game.client.sound import Sounds  # noqa: E402
from game.client.ui.area import Size  # noqa: E402
from game.client.ui.ctx import Scene  # noqa: E402
from game.client.ui.fonts import Fonts  # noqa: E402
from game.client.ui.pane import Clock, Pane, RealClock  # noqa: E402
from game.client.window import Window  # noqa: E402

Letter = TypeVar("Letter")
BUSY = 1 / 60
IDLE = 1 / 20
AWAKE = 2000
REST = 3000
"""Ms without motion until a resting pointer is hidden."""
WRONG_PYGAME = (
    "Fel pygame är installerat: Bemöt behöver pygame-ce ensamt. "
    "Kör: pip uninstall pygame pygame-ce, och sedan: pip install pygame-ce\n"
    "The wrong pygame is installed: Bemöt needs pygame-ce alone. "
    "Run: pip uninstall pygame pygame-ce, and then: pip install pygame-ce"
)


class WrongPygame(RuntimeError):
    """Another pygame than pygame-ce, or a mixture of both, is installed; the message says what to do,
    sv and en.
    """


def check_pygame(module: object = pygame) -> None:
    """Raise WrongPygame unless the module is a whole pygame-ce."""
    whole = all(hasattr(module, name) for name in ("ver", "Window", "font", "event"))
    if not (getattr(module, "IS_CE", False) and whole):
        raise WrongPygame(WRONG_PYGAME)


class App:
    """Opens windows and runs until stopped or until the last window is closed.

    Everything but `post` and `stop` belongs to the thread that made it. Raises WrongPygame.
    """

    def __init__(self, clock: Clock | None = None) -> None:
        check_pygame()
        pygame.display.init()
        pygame.font.init()
        pygame.event.set_blocked([pygame.FINGERDOWN, pygame.FINGERUP, pygame.FINGERMOTION])
        pygame.key.set_repeat(400, 40)
        self.clock = clock or RealClock()
        self.fonts = Fonts()
        self.sounds = Sounds()
        self.windows: list[Window] = []
        self._mail: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._boxes: list[Callable[[], int]] = []
        self.listen(self._mail, lambda call: call())
        self._bell = Event()
        self.running = True
        """Whether the loop has not been told to end."""
        self._touched = self.clock.ms()
        self._pointed: tuple[Window, float] | None = None
        """The window that the pointer is in, and when it last moved there."""
        self._displays = len(displays.sizes())

    def open(
        self,
        title: str,
        scene: Scene,
        settings: Settings | None = None,
        size: Size = (1280, 720),
        on_close: Callable[[], bool] | None = None,
    ) -> Window:
        """Open a window and draw its first picture."""
        pane = Pane(scene, size, settings or Settings(), self.clock, self.fonts, self.sounds.play)
        window = Window(title, pane, on_close)
        self.windows.append(window)
        window.draw()
        return window

    def close(self, window: Window) -> None:
        """Close a window; with the last one the loop ends."""
        self.windows.remove(window)
        if self._pointed and self._pointed[0] is window:
            self._pointed = None
        window.real.destroy()
        self.running = self.running and bool(self.windows)

    def post(self, call: Callable[[], object]) -> None:
        """From any thread: call this in the loop, at once, and build all windows again."""
        self._mail.put(call)
        self.wake()

    def listen(self, mailbox: SimpleQueue[Letter], take: Callable[[Letter], object]) -> None:
        """Hand over, in the loop, what another thread puts into the mailbox; it calls `wake` after that."""

        def empty() -> int:
            count = 0
            while True:
                try:
                    letter = mailbox.get_nowait()
                except Empty:
                    return count
                take(letter)
                count += 1

        self._boxes.append(empty)

    def wake(self) -> None:
        """From any thread: do not sleep on."""
        self._bell.set()

    def stop(self) -> None:
        """From any thread: end the loop after this turn."""
        self.running = False
        self.wake()

    def end(self) -> None:
        """From a signal: the loop ends at its next turn. Nothing is locked, so nothing can be waited for."""
        self.running = False

    def move_on(self, window: Window) -> None:
        """To the next display, filling it if it filled the one before. A window that it would cover there, or
        be covered by, comes to the display it leaves.
        """
        here, there = window.display, displays.following(window.display)
        if there == here:
            return
        met = [other for other in self.windows if other is not window and other.display == there]
        window.put(replace(displays.on(there), full=window.full))
        for other in met:
            if other.full or window.full:
                other.put(replace(displays.on(here), full=other.full))

    def run(self) -> None:
        """Turn until stopped; then close what is open."""
        try:
            while self.running:
                self._bell.wait(BUSY if self.busy() else IDLE)
                self._bell.clear()
                self.turn()
        finally:
            for window in list(self.windows):
                self.close(window)
            self.sounds.close()
            pygame.display.quit()

    def busy(self) -> bool:
        """Whether something moves or a person has done something in the last two seconds."""
        recent = self.clock.ms() - self._touched < AWAKE
        return recent or any(window.pane.moving for window in self.windows)

    def turn(self) -> None:
        """One turn of the loop: events, mail, pictures."""
        events = pygame.event.get()
        for event, after in zip_longest(events, events[1:]):
            if not passed_by(event, after):
                self._take(event)
        self._look_at_displays()
        if sum(empty() for empty in self._boxes):
            for window in self.windows:
                window.pane.refresh()
        for window in self.windows:
            window.draw()
        self._rest()

    def _look_at_displays(self) -> None:
        """A window whose display is gone, and that fills the one where another lies, gets out of its way."""
        before, self._displays = self._displays, len(displays.sizes())
        for window in self.windows:
            if window.strayed or (window.full and self._displays < before):
                window.display = window.lies
                below = next((each for each in self.windows if window.covers(each)), None)
                if below is not None:
                    spot = displays.beside(below.area, window.size, window.real.size)
                    window.put(replace(spot, display=below.display))
                    below.real.focus()

    def _rest(self) -> None:
        """Show the pointer, or hide it where it has rested long enough."""
        window, moved = self._pointed or (None, 0.0)
        rests = window is not None and window.pointer_rests and self.clock.ms() - moved >= REST
        if pygame.mouse.get_visible() is rests:
            pygame.mouse.set_visible(not rests)

    def _take(self, event: pygame.Event) -> None:
        if event.type == pygame.QUIT:
            self._ask_all()
            return
        window = next((w for w in self.windows if w.real == getattr(event, "window", None)), None)
        if window is None:
            return
        if event.type == pygame.WINDOWCLOSE:
            self._ask(window)
            return
        self._touched = self.clock.ms()
        if event.type == pygame.KEYDOWN and event.key == pygame.K_F11 and event.mod & pygame.KMOD_SHIFT:
            self.move_on(window)
            return
        if event.type in (pygame.MOUSEMOTION, pygame.WINDOWENTER):
            self._pointed = (window, self._touched)
        elif event.type == pygame.WINDOWLEAVE:
            self._pointed = None
        window.take(event)

    def _ask(self, window: Window) -> None:
        if window.on_close is None or window.on_close():
            self.close(window)

    def _ask_all(self) -> None:
        for window in list(self.windows):
            self._ask(window)


def passed_by(event: pygame.Event, after: pygame.Event | None) -> bool:
    """Whether the pointer, with no button down, was on its way to where the next event has it.

    A window is built again for what lies under the pointer: not for every step of a way that is over.
    """
    return (
        after is not None
        and event.type == after.type == pygame.MOUSEMOTION
        and not any(event.buttons)
        and getattr(event, "window", None) == getattr(after, "window", None)
    )
