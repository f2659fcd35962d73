"""How far text grows: chrome that grows less, and the first or largest arrangement that still fits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.client.ui.area import Area, Size
from game.client.ui.layout import Layout
from game.client.ui.node import Node

STEPS = 5


@dataclass(frozen=True, eq=False)
class Calm(Node):
    """Its child, with text at most `most` times its plain size, so that what is read most gets the room."""

    child: Node
    most: float = 1.15

    def natural(self, lay: Layout, width: int) -> Size:
        with lay.lettered(min(self.most, lay.text)):
            return lay.size(self.child, width)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        with lay.lettered(min(self.most, lay.text)):
            return lay.least(self.child, width, soft)

    def place(self, lay: Layout, area: Area) -> None:
        with lay.lettered(min(self.most, lay.text)):
            self.child.place(lay, area)


@dataclass(frozen=True, eq=False)
class First(Node):
    """The first arrangement among `ways` for which there is room with no text shrunk; else the last."""

    ways: Sequence[Callable[[], Node]]

    def natural(self, lay: Layout, width: int) -> Size:
        return lay.size(self._made(lay, 0), width)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return lay.least(self._made(lay, len(self.ways) - 1), width, soft)

    def place(self, lay: Layout, area: Area) -> None:
        made = (self._made(lay, way) for way in range(len(self.ways)))
        fitting = (child for child in made if lay.least(child, area[2], True) <= area[3])
        next(fitting, self._made(lay, len(self.ways) - 1)).place(lay, area)

    def _made(self, lay: Layout, way: int) -> Node:
        return lay.inside(self, self.ways[way], str(way))


@dataclass(frozen=True, eq=False)
class Largest(Node):
    """The arrangement among `ways` that fits with the largest text.

    Each way is tried at the text size that is set, then step by step down to plain size, with no text
    shrunk. When nothing fits, the first way stands at plain size and its texts shrink to fit: never smaller
    than they would be had no larger text been asked for.
    """

    ways: Sequence[Callable[[], Node]]

    def natural(self, lay: Layout, width: int) -> Size:
        child, text = self._made(lay, 0, lay.text)
        with lay.lettered(text):
            return lay.size(child, width)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        child, text = self._made(lay, 0, min(1.0, lay.text))
        with lay.lettered(text):
            return lay.least(child, width, soft)

    def place(self, lay: Layout, area: Area) -> None:
        child, text = self._best(lay, area)
        with lay.lettered(text):
            child.place(lay, area)

    def _best(self, lay: Layout, area: Area) -> tuple[Node, float]:
        extra = max(0.0, lay.text - 1.0)
        for step in range(STEPS, 0, -1):
            for way in range(len(self.ways)):
                child, text = self._made(lay, way, 1.0 + extra * step / STEPS)
                with lay.lettered(text):
                    if extra and lay.least(child, area[2], True) <= area[3]:
                        return child, text
        return self._made(lay, 0, min(1.0, lay.text))

    def _made(self, lay: Layout, way: int, text: float) -> tuple[Node, float]:
        return lay.inside(self, self.ways[way], f"{way} {text:.3f}"), text
