"""What all nodes share: a size they would like, a place they are put, and room round it."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.client.ui.area import Area, Size
from game.client.ui.layout import Layout

Pad = float | tuple[float, float] | tuple[float, float, float, float]
Children = Sequence["Node | None"]


@dataclass(frozen=True, eq=False, kw_only=True)
class Node:
    """An immutable piece of a picture.

    `key` names it between trees (focus, scroll, motion); `grow` is its share of room left over in a Row or
    Column; `width` and `height` fix its size in design units; `at` ("start", "center", "end", "stretch")
    overrides how its Row or Column lays it across.
    """

    key: str = ""
    grow: float = 0
    width: float | None = None
    height: float | None = None
    at: str = ""

    def natural(self, lay: Layout, width: int) -> Size:
        """The size it would like, in pixels, when it may be `width` wide."""
        return 0, 0

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        """The smallest height it can live with at `width`; when `soft`, without making any text smaller."""
        return lay.size(self, width)[1]

    def place(self, lay: Layout, area: Area) -> None:
        """Paint into the area and register targets."""


@dataclass(frozen=True, eq=False)
class Spacer(Node):
    """Nothing, `space` design units long; without a length it takes all room left over."""

    space: float = 0

    def natural(self, lay: Layout, width: int) -> Size:
        return lay.u(self.space), lay.u(self.space)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return min(lay.u(self.space), lay.u(4))


def flexible() -> Spacer:
    """A spacer that takes all room left over."""
    return Spacer(0, grow=1)


def present(children: Children) -> list[Node]:
    """The children without the gaps that conditions left."""
    return [child for child in children if child is not None]


def edges(lay: Layout, pad: Pad) -> tuple[int, int, int, int]:
    """Left, top, right and bottom padding in pixels, from one number, (x, y) or all four."""
    if not isinstance(pad, tuple):
        return (lay.u(pad),) * 4
    if len(pad) == 2:
        return lay.u(pad[0]), lay.u(pad[1]), lay.u(pad[0]), lay.u(pad[1])
    return lay.u(pad[0]), lay.u(pad[1]), lay.u(pad[2]), lay.u(pad[3])


def padded(lay: Layout, area: Area, pad: Pad) -> Area:
    """The area without its padding."""
    left, top, right, bottom = edges(lay, pad)
    return area[0] + left, area[1] + top, max(0, area[2] - left - right), max(0, area[3] - top - bottom)
