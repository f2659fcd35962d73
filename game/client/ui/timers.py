"""Time made visible: a ring and an hourglass. Soft: they show, they never cut anybody off."""

from dataclasses import dataclass

from game.client.ui.area import Area, Size
from game.client.ui.layout import Layout
from game.client.ui.node import Node

LATE = 0.25
STEPS = 240


def clock(ms: float) -> str:
    """Minutes and seconds left, rounded up: 0:00 only when nothing is left."""
    seconds = max(0, -int(-ms // 1000))
    return f"{seconds // 60}:{seconds % 60:02d}"


@dataclass(frozen=True, eq=False)
class Digits(Node):
    """The time left in digits of equal width."""

    remaining: float
    size: float = 40
    colour: str = "ink"
    paused: bool = False

    def natural(self, lay: Layout, width: int) -> Size:
        style = lay.style("number", self.size, least=min(self.size, 24))
        return digits_width(lay, clock(self.remaining), style.face, style.px), style.line

    def place(self, lay: Layout, area: Area) -> None:
        tick(lay, self.remaining, self.paused)
        style = lay.style("number", self.size, least=min(self.size, 24))
        text = clock(self.remaining)
        x = area[0] + (area[2] - digits_width(lay, text, style.face, style.px)) // 2
        args = (text, style.face, style.px, lay.colour(self.colour), x, lay.baseline(style, area))
        lay.paint("digits", area, *args)
        lay.words.append((text, lay.visible(area)))


@dataclass(frozen=True, eq=False)
class TimerRing(Node):
    """A ring that empties, with the time left inside; another colour when a quarter is left.

    `hidden` (a station's setting) draws nothing but keeps the room. Milliseconds.
    """

    remaining: float
    total: float
    size: float = 120
    hidden: bool = False
    paused: bool = False

    def natural(self, lay: Layout, width: int) -> Size:
        side = lay.u(self.size * min(1.4, lay.text))
        return side, side

    def place(self, lay: Layout, area: Area) -> None:
        if self.hidden:
            return
        side = min(area[2], area[3])
        square = (area[0] + (area[2] - side) // 2, area[1] + (area[3] - side) // 2, side, side)
        part = left(self.remaining, self.total)
        colour = lay.colour("late" if part <= LATE else "accent")
        lay.paint("ring", square, round(part * STEPS), STEPS, lay.colour("track"), colour)
        px = max(8, round(side * 0.26))
        face = lay.theme.types["number"].face
        text = clock(self.remaining)
        x = square[0] + (side - digits_width(lay, text, face, px)) // 2
        base = square[1] + (side - lay.fonts.height(face, px)) // 2 + lay.fonts.ascent(face, px)
        lay.paint("digits", square, text, face, px, lay.colour("ink"), x, base)
        lay.words.append((text, lay.visible(square)))
        tick(lay, self.remaining, self.paused)


@dataclass(frozen=True, eq=False)
class Hourglass(Node):
    """An hourglass whose sand follows the time left; the sand changes colour at 75 %. Milliseconds.

    `digits` shows the time left below it; `hidden` draws nothing but keeps the room.
    """

    remaining: float
    total: float
    size: float = 260
    digits: bool = True
    hidden: bool = False
    paused: bool = False

    def natural(self, lay: Layout, width: int) -> Size:
        high = lay.u(self.size)
        below = lay.size(Digits(self.remaining), width)[1] + lay.u(12) if self.digits else 0
        return max(round(high * 0.62), lay.size(Digits(self.remaining), width)[0]), high + below

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return lay.size(self, width)[1] // 2

    def place(self, lay: Layout, area: Area) -> None:
        if self.hidden:
            return
        below = lay.size(Digits(self.remaining), area[2])[1] + lay.u(12) if self.digits else 0
        high = min(area[3] - below, round(area[2] / 0.62))
        wide = round(high * 0.62)
        glass = (area[0] + (area[2] - wide) // 2, area[1], wide, high)
        part = left(self.remaining, self.total)
        sand = lay.colour("late" if part <= LATE else "sand")
        running = part > 0 and not self.paused
        lay.paint(
            "hourglass",
            glass,
            round(part * STEPS),
            STEPS,
            sand,
            lay.colour("ink"),
            lay.colour("glass"),
            running,
        )
        if self.digits:
            spot = (area[0], glass[1] + high + lay.u(12), area[2], below - lay.u(12))
            Digits(self.remaining, paused=self.paused).place(lay, spot)
        tick(lay, self.remaining, self.paused)


def left(remaining: float, total: float) -> float:
    """The share of the time that is left, 0-1."""
    return max(0.0, min(1.0, remaining / total)) if total > 0 else 0.0


def tick(lay: Layout, remaining: float, paused: bool) -> None:
    """Ask to be drawn again when the shown second changes."""
    if remaining > 0 and not paused:
        lay.again_in(remaining % 1000 or 1000)


def digits_width(lay: Layout, text: str, face: str, px: int) -> int:
    """The width of a time whose digits stand in equal cells."""
    cell = max(lay.fonts.width(digit, face, px) for digit in "0123456789")
    return sum(cell if char.isdigit() else lay.fonts.width(char, face, px) for char in text)
