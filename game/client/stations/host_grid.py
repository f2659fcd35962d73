"""All tables on the host's board at once: the largest tiles with which every one of them is in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from game.client.stations.host_brush import larger
from game.client.stations.host_face import Face
from game.client.stations.host_tile import SHAPES, Painted, TableTile
from game.client.ui import Node, Scroll
from game.client.ui.area import Area, Size, meet
from game.client.ui.layout import Layout

STEPS = (("large", 12), ("medium", 40), ("compact", 10_000))
"""The sizes of tile, each with the number of tables it is meant for where they scroll."""
KEPT = 8
"""Pictures kept for each tile, before all are made anew."""


@dataclass(frozen=True, eq=False)
class TableGrid(Node):
    """A tile for every face, row by row. It scrolls only when not even the smallest tiles fit; then they are
    as large as for their number.
    """

    faces: Sequence[Face]
    on_open: Callable[[str], object]
    painted: Painted = field(default_factory=dict)

    def natural(self, lay: Layout, width: int) -> Size:
        return lay.size(lay.inside(self, partial(self._sheet, self._meant())), width)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return min(lay.size(self, width)[1], lay.u(160))

    def place(self, lay: Layout, area: Area) -> None:
        for shape in SHAPES:
            columns = fitting(lay, shape, len(self.faces), area)
            if columns:
                self._lay(lay, shape, columns, area)
                return
        Scroll(self._sheet(self._meant()), key="tables").place(lay, area)

    def _lay(self, lay: Layout, shape: str, columns: int, area: Area) -> None:
        kind = SHAPES[shape]
        gap, grown = lay.u(kind.gap), larger(lay)
        rows = -(-len(self.faces) // columns)
        wide = min((area[2] + gap) // columns - gap, lay.u(kind.most_wide * grown))
        high = min((area[3] + gap) // rows - gap, lay.u(kind.most_high * grown))
        _Sheet(self.faces, self.on_open, self.painted, shape, columns, wide, high).place(lay, area)

    def _meant(self) -> str:
        return next(shape for shape, most in STEPS if len(self.faces) <= most)

    def _sheet(self, shape: str) -> Node:
        return _Sheet(self.faces, self.on_open, self.painted, shape)


def fitting(lay: Layout, shape: str, count: int, area: Area) -> int:
    """The fewest columns, at least two, with which so many tiles of a shape fit the area and fill its width;
    0 for none.
    """
    kind = SHAPES[shape]
    gap, grown = lay.u(kind.gap), larger(lay)
    most = (area[2] + gap) // (lay.u(kind.wide * grown) + gap)
    rows = (area[3] + gap) // (lay.u(kind.high * grown) + gap)
    widest = -(-(area[2] + gap) // (lay.u(kind.most_wide * grown) + gap))
    wanted = max(2, -(-count // rows), min(count, widest)) if rows else most + 1
    return wanted if wanted <= most else 0


@dataclass(frozen=True, eq=False)
class _Sheet(Node):
    """The tiles in columns; without `columns`, as many as its width has room for."""

    faces: Sequence[Face]
    on_open: Callable[[str], object]
    painted: Painted
    shape: str
    columns: int = 0
    wide: int = 0
    high: int = 0

    def natural(self, lay: Layout, width: int) -> Size:
        columns, _, high = self._measures(lay, width)
        gap = lay.u(SHAPES[self.shape].gap)
        return width, -(-len(self.faces) // columns) * (high + gap) - gap

    def place(self, lay: Layout, area: Area) -> None:
        columns, wide, high = self._measures(lay, area[2])
        gap = lay.u(SHAPES[self.shape].gap)
        if len(self.painted) > KEPT * max(1, len(self.faces)):
            self.painted.clear()
        for place, face in enumerate(self.faces):
            row, column = divmod(place, columns)
            spot = (area[0] + column * (wide + gap), area[1] + row * (high + gap), wide, high)
            tile = TableTile(face, self.shape, partial(self.on_open, face.key), self.painted)
            if lay.clip is None or meet(spot, lay.clip)[3] > 0:
                tile.place(lay, spot)
            else:
                tile.mark(lay, spot)

    def _measures(self, lay: Layout, width: int) -> tuple[int, int, int]:
        if self.columns:
            return self.columns, self.wide, self.high
        shape, gap = SHAPES[self.shape], lay.u(SHAPES[self.shape].gap)
        columns = max(1, (width + gap) // (lay.u(shape.wide * larger(lay)) + gap))
        return columns, (width + gap) // columns - gap, lay.u(shape.high * larger(lay))
