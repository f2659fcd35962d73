"""Nodes that hold one child: a card, a scrolling area, a dialog, a curtain; and an invisible key."""

from collections.abc import Callable
from dataclasses import dataclass

from game.client.ui.area import Area, Size, inset
from game.client.ui.layout import Layout, Scroller, Stroke, Target
from game.client.ui.node import Node, Pad, edges, padded


@dataclass(frozen=True, eq=False)
class Panel(Node):
    """A rounded card behind its child. Palette tokens for `fill`, `line` and `shadow` ("" none);
    `radius` a token.
    """

    child: Node
    pad: Pad = 40
    fill: str = "card"
    line: str = ""
    radius: str = "panel"
    shadow: str = "card"
    stroke: str = "line"

    def natural(self, lay: Layout, width: int) -> Size:
        left, top, right, bottom = edges(lay, self.pad)
        wide, high = lay.size(self.child, max(0, width - left - right))
        return wide + left + right, high + top + bottom

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        left, top, right, bottom = edges(lay, self.pad)
        return lay.least(self.child, max(0, width - left - right), soft) + top + bottom

    def place(self, lay: Layout, area: Area) -> None:
        line = self.line or ("line" if lay.theme.contrast >= 7 and self.shadow else "")
        theme = lay.theme
        lay.box(area, self.fill, line, theme.radius[self.radius], theme.stroke[self.stroke], self.shadow)
        self.child.place(lay, padded(lay, area, self.pad))


@dataclass(frozen=True, eq=False)
class Pill(Node):
    """A small rounded tag behind its child, as tall as needed."""

    child: Node
    fill: str = "warn_soft"
    pad: Pad = (20, 8)

    def natural(self, lay: Layout, width: int) -> Size:
        left, top, right, bottom = edges(lay, self.pad)
        wide, high = lay.size(self.child, max(0, width - left - right))
        return wide + left + right, high + top + bottom

    def place(self, lay: Layout, area: Area) -> None:
        edge = "line" if lay.theme.contrast >= 7 else ""
        lay.box(area, self.fill, edge, lay.theme.radius["field"], lay.theme.stroke["line"])
        self.child.place(lay, padded(lay, area, self.pad))


@dataclass(frozen=True, eq=False)
class Scroll(Node):
    """Shows as much of a tall child as there is room for; wheel, drag, arrows, PageUp/Down, Home and End
    move it.

    Give it `key` and usually `grow=1`. Keyboard focus inside it is always brought into view. With a
    `lead`, the part that the child begins with, it first shows what comes after that.
    """

    child: Node
    floor: float = 160
    lead: Node | None = None

    def natural(self, lay: Layout, width: int) -> Size:
        wide, high = lay.size(self.child, width)
        return wide, high

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return min(lay.size(self, width)[1], lay.u(self.floor))

    def place(self, lay: Layout, area: Area) -> None:
        key = self.key or "scroll"
        bar, gap = lay.u(10), lay.u(18)
        high = lay.size(self.child, area[2])[1]
        if high <= area[3]:
            lay.memory.scroll.pop(key, None)
            self.child.place(lay, area)
            return
        inner = area[2] - bar - gap
        high = lay.size(self.child, inner)[1]
        first = lay.size(self.lead, inner)[1] if self.lead and key not in lay.memory.scroll else 0
        offset = max(0, min(lay.memory.scroll.get(key, first), high - area[3]))
        lay.memory.scroll[key] = offset
        lay.scrollers.append(Scroller(key, area, high, lay.scroller))
        before = len(lay.targets)
        with lay.clipped(inset(area, -lay.u(8), 0), key):
            self.child.place(lay, (area[0], area[1] - offset, inner, high))
        if len(lay.targets) == before:
            self._stop(lay, key, area, high)
        thumb = max(lay.u(48), area[3] * area[3] // high)
        top = area[1] + (area[3] - thumb) * offset // max(1, high - area[3])
        lay.box((area[0] + area[2] - bar, area[1], bar, area[3]), "track", "", 5)
        lay.box((area[0] + area[2] - bar, top, bar, thumb), "edge", "", 5)

    def _stop(self, lay: Layout, key: str, area: Area, high: int) -> None:
        memory = lay.memory

        def strokes(stroke: Stroke) -> bool:
            step = {"up": -0.15, "down": 0.15, "pageup": -0.9, "pagedown": 0.9, "home": -999, "end": 999}
            if stroke.key not in step:
                return False
            before = memory.scroll.get(key, 0)
            memory.scroll[key] = max(0, min(high - area[3], before + round(step[stroke.key] * area[3])))
            return memory.scroll[key] != before

        lay.target(Target(key, area, lay.clip, "", "scroll", strokes=strokes))
        lay.ring(key, area, lay.theme.radius["small"])


@dataclass(frozen=True, eq=False)
class Dialog(Node):
    """A card in the middle over a dimmed window; nothing behind it takes input and Esc calls `on_close`.

    Put it last in a Stack that covers the window. A dialog placed after another lies on top of it.
    """

    child: Node
    on_close: Callable[[], object] | None = None
    span: float = 960

    def place(self, lay: Layout, area: Area) -> None:
        lay.later(lambda: self._raise(lay))

    def _raise(self, lay: Layout) -> None:
        with lay.unclipped():
            lay.paint("fill", lay.area, lay.colour("scrim"))
            lay.trap(self.on_close)
            room = inset(lay.area, lay.u(60))
            card = Panel(self.child, pad=(56, 48), shadow="lift")
            wide = min(lay.u(self.span), room[2])
            high = min(lay.size(card, wide)[1], room[3])
            left, top = lay.area[0] + (lay.area[2] - wide) // 2, lay.area[1] + (lay.area[3] - high) // 2
            card.place(lay, (left, top, wide, high))


@dataclass(frozen=True, eq=False)
class Curtain(Node):
    """A neutral cover over the whole window with its child in the middle;
    nothing behind it shows or takes input.
    """

    child: Node
    fill: str = "curtain"

    def place(self, lay: Layout, area: Area) -> None:
        lay.later(lambda: self._draw(lay))

    def _draw(self, lay: Layout) -> None:
        with lay.unclipped():
            lay.paint("fill", lay.area, lay.colour(self.fill))
            lay.words.clear()
            lay.trap(None)
            self.child.place(lay, inset(lay.area, lay.u(80)))


@dataclass(frozen=True, eq=False)
class Hotkey(Node):
    """Nothing to see: pressing `stroke` ("h", "f1", "ctrl+z") anywhere calls `on_press`,
    unless text is typed.
    """

    stroke: str
    on_press: Callable[[], object]

    def place(self, lay: Layout, area: Area) -> None:
        lay.hotkeys[self.stroke] = self.on_press


@dataclass(frozen=True, eq=False)
class Rule(Node):
    """A thin line across."""

    colour: str = "line"

    def natural(self, lay: Layout, width: int) -> Size:
        return width, lay.u(lay.theme.stroke["line"])

    def place(self, lay: Layout, area: Area) -> None:
        lay.paint("fill", area, lay.colour(self.colour))
