"""Keys, mouse and touch, turned into presses, typing, focus and scrolling.
Touch comes as SDL's mouse events.
"""

from typing import TYPE_CHECKING

import pygame

from game.client.ui.area import holds
from game.client.ui.keys import ARROWS, beside, following
from game.client.ui.layout import Stroke, Target

if TYPE_CHECKING:
    from game.client.ui.pane import Pane

DRAG = 14
WHEEL = 110
PAGES = {"pageup": -0.9, "pagedown": 0.9}


class Input:
    """Takes pygame events for one pane."""

    def __init__(self, pane: "Pane") -> None:
        self.pane = pane
        self._down: tuple[int, int] | None = None
        self._drag = ""
        self._swallow = False

    def take(self, event: pygame.Event) -> bool:
        """Carry out an event; whether the picture may have changed."""
        takers = {
            pygame.MOUSEMOTION: self._motion,
            pygame.MOUSEBUTTONDOWN: self._press,
            pygame.MOUSEBUTTONUP: self._release,
            pygame.MOUSEWHEEL: self._wheel,
            pygame.KEYDOWN: self._key,
            pygame.TEXTINPUT: self._text,
            pygame.TEXTEDITING: self._compose,
            pygame.WINDOWLEAVE: self._leave,
        }
        taker = takers.get(event.type)
        return taker(event) if taker is not None else False

    def spare(self) -> None:
        """The text of the key before this one has been kept from everything."""
        self._swallow = False

    def _under(self, point: tuple[int, int]) -> Target | None:
        return next((t for t in reversed(self.pane.live()) if t.enabled and t.under(point)), None)

    def _focused(self) -> Target | None:
        focus = self.pane.memory.focus
        return next((target for target in self.pane.live() if target.key == focus), None)

    def _motion(self, event: pygame.Event) -> bool:
        memory = self.pane.memory
        if self._down is not None:
            return self._pull(event)
        target = None if getattr(event, "touch", False) else self._under(event.pos)
        before, memory.hover = memory.hover, target.key if target else ""
        return before != memory.hover

    def _pull(self, event: pygame.Event) -> bool:
        memory = self.pane.memory
        held = next((t for t in self.pane.live() if t.key == memory.pressed), None)
        if held is not None and held.pointer is not None:
            held.pointer(event.pos[0], event.pos[1], True)
            return True
        assert self._down is not None
        if not self._drag and abs(event.pos[1] - self._down[1]) > self.pane.layout.u(DRAG):
            self._drag = self._scroller(self._down)
            if self._drag:
                memory.pressed = ""
        if self._drag:
            self.pane.scroll(self._drag, -event.rel[1])
            return True
        return False

    def _press(self, event: pygame.Event) -> bool:
        if event.button != 1:
            return False
        memory = self.pane.memory
        memory.keyboard = False
        self._down, self._drag = event.pos, ""
        target = self._under(event.pos)
        memory.pressed = target.key if target else ""
        memory.focus = (
            target.key if target and target.stop else "" if not self.pane.layout.trapped else memory.focus
        )
        if target and target.pointer:
            target.pointer(event.pos[0], event.pos[1], bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))
        return True

    def _release(self, event: pygame.Event) -> bool:
        if event.button != 1:
            return False
        memory = self.pane.memory
        held, memory.pressed = memory.pressed, ""
        self._down = None
        target = self._under(event.pos)
        if getattr(event, "touch", False):
            memory.hover = ""
        if target is not None and target.key == held and not self._drag:
            self._activate(target)
        return True

    def _wheel(self, event: pygame.Event) -> bool:
        point = getattr(event, "pos", None) or pygame.mouse.get_pos()
        by = -round(getattr(event, "precise_y", event.y) * self.pane.layout.u(WHEEL))
        return self.pane.scroll(self._scroller(point), by)

    def _scroller(self, point: tuple[int, int]) -> str:
        inside = [s.key for s in self.pane.layout.scrollers if holds(s.area, point)]
        return inside[-1] if inside else ""

    def _leave(self, event: pygame.Event) -> bool:
        self.pane.memory.hover = ""
        return True

    def _text(self, event: pygame.Event) -> bool:
        target = self._focused()
        if self._swallow or target is None or target.typed is None or not target.enabled:
            self._swallow = False
            return False
        target.typed(event.text)
        return True

    def _compose(self, event: pygame.Event) -> bool:
        target = self._focused()
        if target is None or target.composed is None:
            return False
        target.composed(event.text)
        return True

    def _key(self, event: pygame.Event) -> bool:
        held = event.mod
        stroke = Stroke(
            pygame.key.name(event.key).replace("enter", "return")
            if event.key != pygame.K_RETURN
            else "return",
            bool(held & pygame.KMOD_SHIFT),
            bool(held & (pygame.KMOD_CTRL | pygame.KMOD_META)),
        )
        self._swallow = False
        used = self._stroke(stroke)
        self._swallow = used and len(stroke.key) == 1 and not stroke.ctrl
        return used

    def _stroke(self, stroke: Stroke) -> bool:
        stroke = stroke._replace(key=named(stroke.key))
        target = self._focused()
        memory = self.pane.memory
        if stroke.key == "tab":
            memory.keyboard = True
            self._move(following(self.pane.live(), memory.focus, -1 if stroke.shift else 1))
            return True
        if target is not None and target.strokes is not None and target.strokes(stroke):
            return True
        if stroke.key == "escape":
            return self._escape()
        typing = target is not None and target.typed is not None
        if target is not None and memory.keyboard and target.press and stroke.key in ("return", "space"):
            self._activate(target)
            return True
        if not self._awaited(stroke, typing) and self._shortcut(stroke):
            return True
        return not typing and self._arrow(stroke)

    def _awaited(self, stroke: Stroke, typing: bool) -> bool:
        """Whether a key belongs to a text: to the field that has focus, or a letter to any field there is."""
        if stroke.ctrl:
            return False
        if typing:
            return len(stroke.key) == 1 or stroke.key == "space"
        fields = any(target.typed is not None and target.enabled for target in self.pane.live())
        return fields and len(stroke.key) == 1 and stroke.key.isalpha()

    def _escape(self) -> bool:
        layout = self.pane.layout
        if layout.trapped and layout.escape is not None:
            layout.escape()
        elif not self._shortcut(Stroke("escape")):
            self.pane.memory.focus = ""
        return True

    def _shortcut(self, stroke: Stroke) -> bool:
        name = ("ctrl+" if stroke.ctrl else "") + stroke.key
        target = next((t for t in self.pane.live() if t.enabled and t.shortcut == name), None)
        if target is not None:
            self._activate(target)
            return True
        if name in self.pane.layout.hotkeys:
            self.pane.layout.hotkeys[name]()
            return True
        return False

    def _arrow(self, stroke: Stroke) -> bool:
        memory = self.pane.memory
        target = self._focused()
        if stroke.key in PAGES:
            name = target.scroller if target else ""
            live = {key for each in self.pane.live() for key in (each.key, each.scroller)}
            name = name or next((s.key for s in self.pane.layout.scrollers if s.key in live), "")
            high = next((s.area[3] for s in self.pane.layout.scrollers if s.key == name), 0)
            return self.pane.scroll(name, round(PAGES[stroke.key] * high))
        if stroke.key not in ARROWS:
            return False
        memory.keyboard = True
        goal = beside(self.pane.live(), memory.focus, stroke.key)
        if goal:
            self._move(goal)
        return bool(goal)

    def _move(self, key: str) -> None:
        self.pane.memory.focus = key
        self.pane.reveal(key)

    def _activate(self, target: Target) -> None:
        if target.press is not None:
            target.press()


def named(key: str) -> str:
    """pygame's key names with those of the number pad made plain."""
    plain = key.removeprefix("[").removesuffix("]") if len(key) == 3 else key
    return {"page up": "pageup", "page down": "pagedown"}.get(plain, plain)
