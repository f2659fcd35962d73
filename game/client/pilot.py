"""Drives a window in tests as a person would, with a clock that only moves when told to."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pygame

from game.client.settings import Settings
from game.client.ui.area import Area, Size, meet, middle, within
from game.client.ui.ctx import Scene
from game.client.ui.fonts import Fonts
from game.client.ui.layout import Layout, Target
from game.client.ui.pane import Pane

SMALLEST = 66
MODS = {"shift": pygame.KMOD_SHIFT, "ctrl": pygame.KMOD_CTRL}


class ManualClock:
    """Time that stands still until it is advanced."""

    def __init__(self, start: float = 1_000_000.0) -> None:
        self.now = start

    def ms(self) -> float:
        """The time now, in milliseconds."""
        return self.now

    def advance(self, ms: float) -> None:
        """Let time pass."""
        self.now += ms


class NotFound(LookupError):
    """No target has the key and no text reads like that; says what there is instead."""


class Pilot:
    """A pane on a surface in memory. `pane` takes an existing one (with a ManualClock)."""

    def __init__(
        self,
        scene: Scene | None = None,
        size: Size = (1920, 1080),
        settings: Settings | None = None,
        fonts: Fonts | None = None,
        pane: Pane | None = None,
    ) -> None:
        pygame.display.init()
        pygame.font.init()
        self.sounds: list[str] = []
        if pane is None:
            assert scene is not None, "give a scene or a pane"
            pane = Pane(scene, size, settings or Settings(), ManualClock(), fonts, self.sounds.append)
        assert isinstance(pane.clock, ManualClock), "a pilot needs a clock it can advance"
        self.pane = pane
        self.clock = pane.clock
        self.surface = pygame.Surface(pane.size, pygame.SRCALPHA)
        self.settle()

    def settle(self) -> None:
        """Let time pass until nothing moves, and draw."""
        for _ in range(1000):
            self.pane.draw(self.surface)
            if not self.pane.moving:
                return
            self.clock.advance(16)
        raise AssertionError("the window never comes to rest")

    def wait(self, ms: float) -> None:
        """Let time pass, second by second, then settle."""
        while ms > 0:
            self.clock.advance(min(1000, ms))
            ms -= 1000
            self.settle()

    def press(self, *keys: str) -> None:
        """Press keys by pygame's names, with modifiers in front: "tab", "shift+tab", "ctrl+a", "1"."""
        for name in keys:
            *mods, key = name.split("+") if name != "+" else [name]
            mod = 0
            for held in mods:
                mod |= MODS[held]
            self._post(pygame.KEYDOWN, key=pygame.key.key_code(key), mod=mod, unicode="", scancode=0)
            if len(key) == 1 and not mod:
                self._post(pygame.TEXTINPUT, text=key)
            self.settle()

    def type(self, text: str) -> None:
        """Type text into what has focus."""
        for char in text:
            self._post(pygame.TEXTINPUT, text=char)
        self.settle()

    def click(self, what: str) -> None:
        """Click the target with this key, or else the one with this label,
        or else the one showing this text.
        """
        x, y = middle(self.find(what).seen)
        self.point(x, y)
        self._post(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1, touch=False)
        self._post(pygame.MOUSEBUTTONUP, pos=(x, y), button=1, touch=False)
        self.settle()

    def point(self, x: int, y: int) -> None:
        """Move the pointer."""
        self._post(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0), touch=False)
        self.settle()

    def wheel(self, what: str, notches: float) -> None:
        """Turn the wheel over a target or text; negative is towards you (content moves up)."""
        spot = next((area for text, area in self.pane.layout.words if what in text), None)
        pos = middle(spot if spot is not None else self.find(what).seen)
        self._post(pygame.MOUSEWHEEL, x=0, y=notches, precise_x=0.0, precise_y=float(notches), pos=pos)
        self.settle()

    def see(self, text: str) -> bool:
        """Whether a text that can be seen contains this."""
        return any(text in shown for shown in self.texts())

    def texts(self) -> list[str]:
        """All texts that can be seen, in order, each whole."""
        self.settle()
        window = (0, 0, *self.pane.size)
        return [text for text, area in self.pane.layout.words if _seen(meet(window, area))]

    def focused(self) -> str:
        """The key of what has focus; "" for nothing."""
        return self.pane.memory.focus

    def shot(self, path: Path | str) -> None:
        """Save what is seen as a PNG."""
        self.settle()
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        pygame.image.save(self.surface, str(path))

    def find(self, what: str) -> Target:
        """The target a person would mean. NotFound when there is none."""
        self.settle()
        live = self.pane.live()
        for found in (
            [t for t in live if t.key == what],
            [t for t in live if t.label == what],
            [t for t in live if t.label and what in t.label],
            [
                t
                for t in reversed(live)
                for text, area in self.pane.layout.words
                if t.stop and what in text and within(t.area, area)
            ],
        ):
            if found:
                return found[0]
        raise NotFound(f"{what!r} is not among {[t.label or t.key for t in live]}")

    def problems(self) -> list[str]:
        """What is wrong with the picture: text that does not fit, and targets outside,
        overlapping or too small.
        """
        self.settle()
        return problems_of(self.pane)

    def _post(self, kind: int, **values: Any) -> None:
        self.pane.handle(pygame.Event(kind, **values))


def problems_of(pane: Pane) -> list[str]:
    """What is wrong with a pane as it is laid out; nothing needs to have been drawn."""
    layout, window = pane.layout, (0, 0, *pane.size)
    targets = [t for t in pane.live() if t.stop]
    return [
        *(f"does not fit: {o.text!r} in {o.area}, needs {o.needs}" for o in layout.overflows),
        *_outside(targets, window),
        *_small(targets, layout.u(SMALLEST) - 1),
        *_lost(layout, window),
        *_overlapping(targets),
    ]


def _seen(area: Area) -> bool:
    return area[2] > 0 and area[3] > 0


def _outside(targets: Sequence[Target], window: Area) -> list[str]:
    return [
        f"outside the window: {t.key} at {t.area}"
        for t in targets
        if not t.clip and not within(window, t.area)
    ]


def _lost(layout: Layout, window: Area) -> list[str]:
    kept = [(text, area) for text, area in layout.words if _seen(area) and not within(window, area)]
    return [f"text outside the window: {text!r} at {area}" for text, area in kept]


def _small(targets: Sequence[Target], least: int) -> list[str]:
    return [f"too small to hit: {t.key} at {t.area}" for t in targets if min(t.area[2:]) < least]


def _overlapping(targets: Sequence[Target]) -> list[str]:
    found = []
    for index, one in enumerate(targets):
        for other in targets[index + 1 :]:
            nested = one.role == "scroll" or other.role == "scroll"
            if not nested and _seen(meet(one.seen, other.seen)):
                found.append(f"overlapping: {one.key} and {other.key}")
    return found
