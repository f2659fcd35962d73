"""Cards as things: a back, a pile that gets thinner, and a turn."""

from dataclasses import dataclass

from game.client.ui.area import Area, Size, inset
from game.client.ui.layout import Layout
from game.client.ui.node import Node
from game.client.ui.ops import Op
from game.client.ui.text import Text

RATIO = 1.4
TURN = 240


@dataclass(frozen=True, eq=False)
class CardBack(Node):
    """The back of a card: its theme in words, its heat 1-3 as filled drops,
    and a pattern in cover colour `cover`.
    """

    theme: str = ""
    heat: int = 0
    cover: int = 0
    size: float = 420

    def natural(self, lay: Layout, width: int) -> Size:
        high = lay.u(self.size)
        return round(high / RATIO), high

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return lay.u(self.size) * 2 // 3

    def place(self, lay: Layout, area: Area) -> None:
        high = min(area[3], round(area[2] * RATIO))
        wide = round(high / RATIO)
        card = (area[0] + (area[2] - wide) // 2, area[1] + (area[3] - high) // 2, wide, high)
        token = f"cover:{self.cover}"
        lay.box(card, "card", "line", corner(lay, wide), lay.theme.stroke["line"], "card")
        edge = max(2, wide // 16)
        inner = inset(card, edge)
        lay.paint("weave", inner, lay.colour(token), lay.colour("card"), max(1, wide // 26))
        if self.theme:
            label = inset(inner, wide // 12, high * 3 // 8)
            lay.box(label, "card", "", lay.theme.radius["small"])
            text = Text(self.theme, "title", size=34, min=22, align="center", valign="center")
            text.place(lay, inset(label, wide // 30, 0))
        side = wide // 9
        for index in range(self.heat):
            x = card[0] + wide // 2 - (side * self.heat) // 2 + index * side
            lay.paint(
                "icon", (x, card[1] + high - edge - side * 3 // 2, side, side), "flame", lay.colour("card")
            )


def corner(lay: Layout, wide: int) -> float:
    """The corner radius of a card so wide, in design units."""
    return wide * 0.075 / lay.scale


@dataclass(frozen=True, eq=False)
class Pile(Node):
    """A pile of `left` cards with the given back on top; it gets thinner as cards are drawn."""

    left: int
    back: CardBack

    def natural(self, lay: Layout, width: int) -> Size:
        wide, high = lay.size(self.back, width)
        return wide + self._lean(lay), high + self._lean(lay)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return lay.least(self.back, width, soft) + self._lean(lay)

    def place(self, lay: Layout, area: Area) -> None:
        lean = self._lean(lay)
        room = (area[0], area[1] + lean, area[2] - lean, area[3] - lean)
        high = min(room[3], round(room[2] * RATIO))
        wide = round(high / RATIO)
        left = room[0] + (room[2] - wide) // 2
        sheets = self._sheets()
        for index in range(sheets, 0, -1):
            shift = lean * index // max(1, sheets)
            sheet = (left + shift, room[1] - shift, wide, high)
            lay.box(sheet, "card", "line", corner(lay, wide), lay.theme.stroke["line"], "button")
        if self.left:
            self.back.place(lay, (left, room[1], wide, high))
        else:
            lay.box((left, room[1], wide, high), "tint", "edge", corner(lay, wide), lay.theme.stroke["line"])

    def _sheets(self) -> int:
        return min(6, max(0, self.left - 1) // 2 + (1 if self.left > 1 else 0))

    def _lean(self, lay: Layout) -> int:
        return lay.u(5) * self._sheets()


@dataclass(frozen=True, eq=False)
class Turn(Node):
    """Shows `back`, or `front` when `up`, and turns over in a quarter of a second when that changes.

    `key` is required. With motion off it changes at once. `from_back` makes a card that appears already up
    turn over as it comes.
    """

    front: Node
    back: Node
    up: bool
    from_back: bool = False

    def natural(self, lay: Layout, width: int) -> Size:
        return lay.size(self._shown(lay), width)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return lay.least(self._shown(lay), width, soft)

    def place(self, lay: Layout, area: Area) -> None:
        value = self._value(lay)
        if value in (0.0, 1.0):
            self._shown(lay).place(lay, area)
            return
        outer, targets = lay.ops, len(lay.targets)
        lay.ops = []
        self._shown(lay).place(lay, area)
        face: tuple[Op, ...] = tuple(lay.ops)
        lay.ops = outer
        del lay.targets[targets:]
        bounds = inset(area, -lay.u(90))
        lay.paint("turn", bounds, round(abs(1 - 2 * value), 3), face)

    def _value(self, lay: Layout) -> float:
        if self.from_back:
            lay.tween(self.key, 0.0, TURN) if self.key not in lay.memory.tweens else None
        return lay.tween(self.key, 1.0 if self.up else 0.0, TURN)

    def _shown(self, lay: Layout) -> Node:
        return self.front if self._value(lay) >= 0.5 else self.back
