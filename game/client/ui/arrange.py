"""The nodes that only arrange others, and how they share the room there is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.client.ui.area import Area, Size
from game.client.ui.layout import Layout
from game.client.ui.node import Children, Node, Pad, edges, padded, present


@dataclass(frozen=True, eq=False)
class Column(Node):
    """Children under each other. `align` across: start, center, end, stretch; `justify` along: start,
    center, end.

    When there is too little room the texts in it shrink, evenly, down to their smallest sizes.
    """

    children: Children
    gap: float = 24
    pad: Pad = 0
    align: str = "stretch"
    justify: str = "start"

    def natural(self, lay: Layout, width: int) -> Size:
        left, top, right, bottom = edges(lay, self.pad)
        sizes = [lay.size(child, max(0, width - left - right)) for child in present(self.children)]
        gaps = lay.u(self.gap) * max(0, len(sizes) - 1)
        wide = max((w for w, _ in sizes), default=0)
        return wide + left + right, sum(h for _, h in sizes) + gaps + top + bottom

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        left, top, right, bottom = edges(lay, self.pad)
        inner = max(0, width - left - right)
        heights = [
            lay.least(child, _across(lay, self, child, inner), soft) for child in present(self.children)
        ]
        return sum(heights) + lay.u(self.gap) * max(0, len(heights) - 1) + top + bottom

    def place(self, lay: Layout, area: Area) -> None:
        x, y, w, h = padded(lay, area, self.pad)
        kids = present(self.children)
        widths = [_across(lay, self, child, w) for child in kids]
        pairs = list(zip(kids, widths, strict=True))
        wanted = [lay.size(child, wide)[1] for child, wide in pairs]
        gap = lay.u(self.gap)
        room, soft, hard = h - gap * max(0, len(kids) - 1), wanted, wanted
        if sum(wanted) > room:  # else nothing has to give, and how much it could need not be known
            soft = [lay.least(child, wide, True) for child, wide in pairs]
            hard = [lay.least(child, wide, False) for child, wide in pairs]
        heights = share(wanted, soft, hard, [child.grow for child in kids], room)
        spare = h - sum(heights) - gap * max(0, len(kids) - 1)
        if spare < 0:
            lay.tight(self, area, area[3] - spare)
        y += _lead(self.justify, max(0, spare))
        for child, wide, high in zip(kids, widths, heights, strict=True):
            left = x + _lead(child.at or self.align, w - wide)
            child.place(lay, (left, y, wide, high))
            y += high + gap


@dataclass(frozen=True, eq=False)
class Row(Node):
    """Children beside each other. Those that grow share the width; the others take what they need.

    `align` across: start, center, end, stretch.
    """

    children: Children
    gap: float = 24
    pad: Pad = 0
    align: str = "center"
    justify: str = "start"

    def natural(self, lay: Layout, width: int) -> Size:
        left, top, right, bottom = edges(lay, self.pad)
        inner = max(0, width - left - right)
        kids = present(self.children)
        widths = self._widths(lay, inner)
        high = max((lay.size(c, w)[1] for c, w in zip(kids, widths, strict=True)), default=0)
        gaps = lay.u(self.gap) * max(0, len(kids) - 1)
        wanted = sum(lay.size(child, inner)[0] for child in kids) + gaps
        return min(wanted, inner) + left + right, high + top + bottom

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        left, top, right, bottom = edges(lay, self.pad)
        inner = max(0, width - left - right)
        kids = present(self.children)
        pairs = zip(kids, self._widths(lay, inner), strict=True)
        return max((lay.least(c, w, soft) for c, w in pairs), default=0) + top + bottom

    def place(self, lay: Layout, area: Area) -> None:
        x, y, w, h = padded(lay, area, self.pad)
        kids = present(self.children)
        widths = self._widths(lay, w)
        gap = lay.u(self.gap)
        x += _lead(self.justify, w - sum(widths) - gap * max(0, len(kids) - 1))
        for child, wide in zip(kids, widths, strict=True):
            align = child.at or self.align
            high = h if align == "stretch" else min(h, lay.size(child, wide)[1])
            child.place(lay, (x, y + _lead(align, h - high), wide, high))
            x += wide + gap

    def _widths(self, lay: Layout, width: int) -> list[int]:
        kids = present(self.children)
        room = width - lay.u(self.gap) * max(0, len(kids) - 1)
        wanted = [0 if child.grow else lay.size(child, room)[0] for child in kids]
        floors = [want if child.width is not None else 0 for want, child in zip(wanted, kids, strict=True)]
        return share(wanted, floors, floors, [child.grow for child in kids], room)


@dataclass(frozen=True, eq=False)
class Stack(Node):
    """Children over each other, each over the whole area; put a child in `Place` to keep its own size."""

    children: Children
    pad: Pad = 0

    def natural(self, lay: Layout, width: int) -> Size:
        left, top, right, bottom = edges(lay, self.pad)
        sizes = [lay.size(child, max(0, width - left - right)) for child in present(self.children)]
        wide, high = max((w for w, _ in sizes), default=0), max((h for _, h in sizes), default=0)
        return wide + left + right, high + top + bottom

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        left, top, right, bottom = edges(lay, self.pad)
        inner = max(0, width - left - right)
        return (
            max((lay.least(child, inner, soft) for child in present(self.children)), default=0) + top + bottom
        )

    def place(self, lay: Layout, area: Area) -> None:
        inner = padded(lay, area, self.pad)
        for child in present(self.children):
            child.place(lay, inner)


@dataclass(frozen=True, eq=False)
class Place(Node):
    """Its child at its own size, put at `x` (start, center, end) and `y` in the area it gets."""

    child: Node
    x: str = "center"
    y: str = "center"

    def natural(self, lay: Layout, width: int) -> Size:
        return lay.size(self.child, width)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return lay.least(self.child, width, soft)

    def place(self, lay: Layout, area: Area) -> None:
        wide, high = lay.size(self.child, area[2])
        wide, high = min(wide, area[2]), min(high, area[3])
        left, top = area[0] + _lead(self.x, area[2] - wide), area[1] + _lead(self.y, area[3] - high)
        self.child.place(lay, (left, top, wide, high))


@dataclass(frozen=True, eq=False)
class Grid(Node):
    """Children in equal columns, row by row; every row is as tall as its tallest child.
    Extra height is shared.
    """

    children: Children
    columns: int = 2
    gap: float = 24
    pad: Pad = 0

    def natural(self, lay: Layout, width: int) -> Size:
        left, top, right, bottom = edges(lay, self.pad)
        inner = max(0, width - left - right)
        heights = self._heights(lay, inner, lambda child, w: lay.size(child, w)[1])
        return width, sum(heights) + lay.u(self.gap) * max(0, len(heights) - 1) + top + bottom

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        left, top, right, bottom = edges(lay, self.pad)
        heights = self._heights(lay, max(0, width - left - right), lambda child, w: lay.least(child, w, soft))
        return sum(heights) + lay.u(self.gap) * max(0, len(heights) - 1) + top + bottom

    def place(self, lay: Layout, area: Area) -> None:
        x, y, w, h = padded(lay, area, self.pad)
        gap = lay.u(self.gap)
        cell = self._cell(lay, w)
        wanted = self._heights(lay, w, lambda child, wide: lay.size(child, wide)[1])
        room, soft, hard = h - gap * max(0, len(wanted) - 1), wanted, wanted
        if sum(wanted) > room:  # else nothing has to give, as in a column
            soft = self._heights(lay, w, lambda child, wide: lay.least(child, wide, True))
            hard = self._heights(lay, w, lambda child, wide: lay.least(child, wide, False))
        heights = share(wanted, soft, hard, [1] * len(wanted), room)
        if sum(heights) + gap * max(0, len(heights) - 1) > h:
            lay.tight(self, area, area[3] - h + sum(heights) + gap * max(0, len(heights) - 1))
        for row, high in zip(self._rows(), heights, strict=True):
            for column, child in enumerate(row):
                left = x + column * (w + gap) // self.columns
                child.place(lay, (left, y, cell, high))
            y += high + gap

    def _rows(self) -> list[list[Node]]:
        kids = present(self.children)
        return [kids[i : i + self.columns] for i in range(0, len(kids), self.columns)]

    def _cell(self, lay: Layout, width: int) -> int:
        return max(0, (width - lay.u(self.gap) * (self.columns - 1)) // self.columns)

    def _heights(self, lay: Layout, width: int, height: Callable[[Node, int], int]) -> list[int]:
        cell = self._cell(lay, width)
        return [max(height(child, cell) for child in row) for row in self._rows()]


@dataclass(frozen=True, eq=False)
class Flow(Node):
    """Children beside each other at their own sizes, in as many rows as are needed."""

    children: Children
    gap: float = 16
    justify: str = "start"

    def natural(self, lay: Layout, width: int) -> Size:
        rows = self._rows(lay, width)
        gap = lay.u(self.gap)
        wide = max((sum(w for _, w, _ in row) + gap * (len(row) - 1) for row in rows), default=0)
        return wide, sum(max(h for _, _, h in row) for row in rows) + gap * max(0, len(rows) - 1)

    def place(self, lay: Layout, area: Area) -> None:
        x, y, w, _ = area
        gap = lay.u(self.gap)
        if lay.size(self, w)[1] > area[3]:
            lay.tight(self, area, lay.size(self, w)[1])
        for row in self._rows(lay, w):
            tall = max(h for _, _, h in row)
            left = x + _lead(self.justify, w - sum(wide for _, wide, _ in row) - gap * (len(row) - 1))
            for child, wide, high in row:
                child.place(lay, (left, y + (tall - high) // 2, wide, high))
                left += wide + gap
            y += tall + gap

    def _rows(self, lay: Layout, width: int) -> list[list[tuple[Node, int, int]]]:
        rows: list[list[tuple[Node, int, int]]] = []
        used = 0
        for child in present(self.children):
            wide, high = lay.size(child, width)
            if not rows or used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append((child, min(wide, width), high))
            used += wide + lay.u(self.gap)
        return rows


def share(
    wanted: Sequence[int], soft: Sequence[int], hard: Sequence[int], grow: Sequence[float], room: int
) -> list[int]:
    """Lengths that fill `room`: what is left over goes by `grow`; what is missing is taken evenly, first down
    to the soft floors, then to the hard ones. When even those do not fit, they are answered.
    """
    spare = room - sum(wanted)
    if spare >= 0:
        return _spread(list(wanted), list(grow), spare)
    above = wanted
    for floors in (soft, hard):
        lows = [min(pair) for pair in zip(above, floors, strict=True)]
        spare = room - sum(lows)
        if spare >= 0:
            give = [float(high - low) for high, low in zip(above, lows, strict=True)]
            return _spread(lows, give, spare)
        above = lows
    return list(above)


def _spread(lengths: list[int], weights: list[float], spare: int) -> list[int]:
    total = sum(weights)
    if not total:
        return lengths
    given, passed = 0, 0.0
    for index, weight in enumerate(weights):
        passed += weight
        upto = round(spare * passed / total)
        lengths[index] += upto - given
        given = upto
    return lengths


def _across(lay: Layout, column: Column, child: Node, width: int) -> int:
    if child.width is not None:
        return min(width, lay.u(child.width))
    if (child.at or column.align) == "stretch":
        return width
    return min(width, lay.size(child, width)[0])


def _lead(align: str, spare: int) -> int:
    return {"center": spare // 2, "end": spare}.get(align, 0)
