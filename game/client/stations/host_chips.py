"""Small switches above the tables, with an icon, a word and a count; a row of as many as there is room for;
and what stands beside others where they leave room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.client.ui import Node
from game.client.ui.area import Area, Size
from game.client.ui.layout import Layout, Target

HIGH = 66
SIGN = 26


@dataclass(frozen=True, eq=False)
class Chip(Node):
    """One of them; without a `count` it has none. `tone` fills it when it is on. Give it `key`."""

    label: str
    on_press: Callable[[], object]
    on: bool = False
    icon: str = ""
    count: int | None = None
    ink: str = ""
    tone: str = "accent"
    role: str = "radio"

    def natural(self, lay: Layout, width: int) -> Size:
        style, gap = lay.style("label"), lay.u(10)
        wide = 2 * lay.u(18) + lay.fonts.width(self.label, style.face, style.px)
        if self.icon:
            wide += self._side(lay) + gap
        if self.count is not None:
            wide += lay.fonts.width(str(self.count), style.face, style.px) + gap
        return min(width, wide), max(lay.u(HIGH), style.line + lay.u(16))

    def place(self, lay: Layout, area: Area) -> None:
        hot = self.key in (lay.memory.hover, lay.memory.pressed)
        idle = self.count == 0 and not self.on
        fill = self.tone if self.on else "accent_soft" if hot else "tint" if idle else "card"
        radius = lay.theme.radius["field"]
        lay.box(area, fill, "" if self.on else "edge" if hot else "line", radius, lay.theme.stroke["line"])
        style, gap = lay.style("label"), lay.u(10)
        base = lay.baseline(style, area)
        x = area[0] + lay.u(18)
        words = "on_accent" if self.on else "soft" if idle else "ink"
        if self.icon:
            side = self._side(lay)
            spot = (x, area[1] + (area[3] - side) // 2, side, side)
            lay.paint("icon", spot, self.icon, lay.colour(words if self.on or idle else self.ink or words))
            x += side + gap
        x += lay.ink(self.label, style, words, x, base) + gap
        if self.count is not None:
            lay.ink(str(self.count), style, "on_accent" if self.on else "soft", x, base)
        lay.ring(self.key, area, radius)
        label = self.label if self.count is None else f"{self.label} {self.count}"
        lay.target(Target(self.key, area, lay.clip, label, self.role, self.on_press, scroller=lay.scroller))

    def _side(self, lay: Layout) -> int:
        return lay.u(SIGN * min(1.5, lay.text))


@dataclass(frozen=True, eq=False)
class Abreast(Node):
    """A head and then as many items as fit in one row; `more` makes what stands for the rest. Of the `heads`
    the first is taken that leaves room for two items, else the last.
    """

    heads: Sequence[Sequence[Node]]
    items: Sequence[Node]
    more: Callable[[int], Node]
    gap: float = 12

    def natural(self, lay: Layout, width: int) -> Size:
        sizes = [lay.size(node, width) for node in (*self.heads[0], *self.items)]
        wide = sum(size[0] for size in sizes) + (len(sizes) - 1) * lay.u(self.gap)
        return min(width, wide), max(size[1] for size in sizes)

    def place(self, lay: Layout, area: Area) -> None:
        x, y, w, h = area
        fitting = [(head, self._fit(lay, head, w)) for head in self.heads]
        head, count = next((pair for pair in fitting if pair[1] >= min(2, len(self.items))), fitting[-1])
        rest = len(self.items) - count
        for node in (*head, *self.items[:count], *([self.more(rest)] if rest else [])):
            wide, high = lay.size(node, w)
            node.place(lay, (x, y + (h - min(h, high)) // 2, wide, min(h, high)))
            x += wide + lay.u(self.gap)

    def _fit(self, lay: Layout, head: Sequence[Node], width: int) -> int:
        """How many items there is room for, with what stands for the rest."""
        gap = lay.u(self.gap)
        left = width - sum(lay.size(node, width)[0] + gap for node in head)
        wides = [lay.size(item, width)[0] + gap for item in self.items]
        for count in range(len(wides), 0, -1):
            rest = len(wides) - count
            more = lay.size(self.more(rest), width)[0] + gap if rest else 0
            if sum(wides[:count]) + more - gap <= left:
                return count
        return 0


@dataclass(frozen=True, eq=False)
class Beside(Node):
    """`first` as wide as it likes to be and `then` in what is left; where less than `room` is left, `first`
    alone in all of it.
    """

    first: Node
    then: Node
    room: float
    gap: float = 14

    def natural(self, lay: Layout, width: int) -> Size:
        return width, lay.size(self.first, width)[1]

    def place(self, lay: Layout, area: Area) -> None:
        x, y, w, h = area
        taken = lay.size(self.first, w)[0] + lay.u(self.gap)
        if w - taken < lay.u(self.room):
            self.first.place(lay, area)
            return
        self.first.place(lay, (x, y, taken - lay.u(self.gap), h))
        self.then.place(lay, (x + taken, y, w - taken, h))
