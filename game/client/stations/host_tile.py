"""One table on the host's board as a tile that can be pressed, in three sizes: large, medium and compact."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from game.client.stations.host_brush import Brush, larger
from game.client.stations.host_compact import Compact
from game.client.stations.host_face import Face
from game.client.stations.host_roomy import Large, Medium
from game.client.stations.host_tables import Need
from game.client.ui import Node
from game.client.ui.area import Area, Size
from game.client.ui.layout import Layout, Target

Painted = dict[Hashable, tuple[tuple[Any, ...], ...]]
"""What tiles have painted: ops, words and overflows, by everything that decides how they look."""


class Shape(NamedTuple):
    """A size of tile in design units: at least so wide and high, at most so wide and high, and the gap; and
    what paints it.
    """

    wide: float
    high: float
    most_wide: float
    most_high: float
    gap: float
    brush: type[Brush]


SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "large": Shape(300, 136, 620, 190, 16, Large),
        "medium": Shape(150, 98, 300, 132, 12, Medium),
        "compact": Shape(68, 66, 150, 84, 4, Compact),
    }
)


@dataclass(frozen=True, eq=False)
class TableTile(Node):
    """A table that can be pressed. What it painted is kept in `painted` for the next picture."""

    face: Face
    shape: str
    on_press: Callable[[], object]
    painted: Painted

    def natural(self, lay: Layout, width: int) -> Size:
        shape = SHAPES[self.shape]
        return lay.u(shape.wide * larger(lay)), lay.u(shape.high * larger(lay))

    def place(self, lay: Layout, area: Area) -> None:
        hot = self.face.key in (lay.memory.hover, lay.memory.pressed)
        known = (self.face, self.shape, area, hot, lay.clip, lay.text, lay.scale, lay.theme.name)
        parts: tuple[list[Any], ...] = (lay.ops, lay.words, lay.overflows)
        if known not in self.painted:
            before = [len(part) for part in parts]
            self._paint(lay, area, hot)
            fresh = zip(parts, before, strict=True)
            self.painted[known] = tuple(tuple(part[start:]) for part, start in fresh)
        else:
            for part, same in zip(parts, self.painted[known], strict=True):
                part.extend(same)
        lay.ring(self.face.key, area, self._radius(lay))
        self.mark(lay, area)

    def _radius(self, lay: Layout) -> float:
        return lay.theme.radius["small" if self.shape == "compact" else "field"]

    def _paint(self, lay: Layout, area: Area, hot: bool) -> None:
        sign, radius = self.face.sign, self._radius(lay)
        strong = self.face.need <= Need.TIME
        stroke = lay.theme.stroke["strong" if strong and self.shape != "compact" else "line"]
        shadow = "button" if self.shape == "large" else ""
        lay.box(area, sign.fill, "accent" if hot else sign.line, radius, stroke, shadow)
        SHAPES[self.shape].brush(lay, self.face).paint(area)

    def mark(self, lay: Layout, area: Area) -> None:
        """Take presses here; all there is of a tile that is scrolled out of sight."""
        face = self.face
        lay.target(
            Target(face.key, area, lay.clip, face.name, "button", self.on_press, scroller=lay.scroller)
        )
