"""Signs: icons, seat symbols, option letters, key hints, QR codes and status lines."""

from dataclasses import dataclass

from game.client.ui.area import Area, Size
from game.client.ui.layout import Layout
from game.client.ui.node import Node
from game.client.ui.text import Text

KEYS = {"return": "enter", "space": "space", "left": "back", "right": "next", "up": "up", "down": "down"}
NAMES = {"escape": "Esc", "ctrl": "Ctrl", "tab": "Tab"}
STATUS = {
    "saved": ("check", "good", "good_soft"),
    "waiting": ("hourglass", "soft", "tint"),
    "offline": ("offline", "warn", "warn_soft"),
    "warning": ("warning", "danger", "danger_soft"),
    "info": ("info", "accent", "accent_soft"),
}


@dataclass(frozen=True, eq=False)
class Icon(Node):
    """A picture from assets/icons in one colour, `size` design units square (it grows with the text)."""

    name: str
    size: float = 40
    colour: str = "ink"

    def natural(self, lay: Layout, width: int) -> Size:
        side = lay.u(self.size * min(1.5, lay.text))
        return side, side

    def place(self, lay: Layout, area: Area) -> None:
        side = min(area[2], area[3], lay.size(self, area[2])[0])
        square = (area[0] + (area[2] - side) // 2, area[1] + (area[3] - side) // 2, side, side)
        lay.paint("icon", square, self.name, lay.colour(self.colour))


@dataclass(frozen=True, eq=False)
class Picture(Node):
    """An SVG or PNG file, as large as fits the area it gets, in its own proportions."""

    path: str
    ratio: float = 1.0

    def natural(self, lay: Layout, width: int) -> Size:
        return width, round(width / self.ratio)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return lay.u(80)

    def place(self, lay: Layout, area: Area) -> None:
        wide = min(area[2], round(area[3] * self.ratio))
        high = round(wide / self.ratio)
        spot = (area[0] + (area[2] - wide) // 2, area[1] + (area[3] - high) // 2, wide, high)
        lay.paint("picture", spot, self.path)


@dataclass(frozen=True, eq=False)
class SeatSymbol(Node):
    """The shape and colour of seat `number` (0-11), `size` design units; `away` draws it as an outline."""

    number: int
    size: float = 64
    away: bool = False

    def natural(self, lay: Layout, width: int) -> Size:
        side = lay.u(self.size * min(1.5, lay.text))
        return side, side

    def place(self, lay: Layout, area: Area) -> None:
        side = min(area[2], area[3], lay.size(self, area[2])[0])
        square = (area[0] + (area[2] - side) // 2, area[1] + (area[3] - side) // 2, side, side)
        lay.paint("seat", square, self.number % 12, lay.colour(f"seat:{self.number}"), self.away)


@dataclass(frozen=True, eq=False)
class Letter(Node):
    """An option's sign: its letter on its shape in its colour."""

    letter: str
    size: float = 60

    def natural(self, lay: Layout, width: int) -> Size:
        side = lay.u(self.size * min(1.5, lay.text))
        return side, side

    def place(self, lay: Layout, area: Area) -> None:
        side = min(area[2], area[3], lay.size(self, area[2])[0])
        square = (area[0] + (area[2] - side) // 2, area[1] + (area[3] - side) // 2, side, side)
        mark = lay.theme.options.get(self.letter.lower())
        shape, colour = (mark.shape, mark.colour) if mark else ("circle", lay.colour("soft"))
        lay.paint("shape", square, shape, colour)
        style = lay.style("label")._replace(px=max(8, round(side * 0.5)))
        wide = lay.fonts.width(self.letter, style.face, style.px)
        drop = side // 12 if shape == "triangle" else 0
        spot = (square[0], square[1] + drop, side, side)
        lay.ink(self.letter, style, "on_accent", square[0] + (side - wide) // 2, lay.baseline(style, spot))


@dataclass(frozen=True, eq=False)
class KeyHint(Node):
    """A small drawn key. `stroke` is the key's name ("1", "return", "escape");
    `on` the ink on a coloured ground.
    """

    stroke: str
    on: str = ""

    def natural(self, lay: Layout, width: int) -> Size:
        style = lay.style("label", 22)
        side = max(lay.u(42), style.line + lay.u(8))
        words, icon = self._parts()
        if not words:
            return side, side
        wide = lay.fonts.width(words, style.face, style.px) + (side * 3 // 5 if icon else 0)
        return max(side, wide + lay.u(20)), side

    def place(self, lay: Layout, area: Area) -> None:
        style = lay.style("label", 22)
        colour = self.on or "soft"
        lay.box(area, "" if self.on else "tint", self.on or "line", 10, lay.theme.stroke["line"])
        words, icon = self._parts()
        side = area[3] * 3 // 5 if icon else 0
        wide = lay.fonts.width(words, style.face, style.px) if words else 0
        x = area[0] + (area[2] - wide - side) // 2
        if words:
            lay.ink(words, style, colour, x, lay.baseline(style, area), spoken=False)
        if icon:
            spot = (x + wide, area[1] + (area[3] - side) // 2, side, side)
            lay.paint("icon", spot, icon, lay.colour(colour))

    def _parts(self) -> tuple[str, str]:
        """What is written on the key, and the icon drawn after it; "" for none."""
        before, _, last = self.stroke.rpartition("+") if len(self.stroke) > 1 else ("", "", self.stroke)
        icon = KEYS.get(last, "")
        names = [NAMES.get(name, name.upper()) for name in before.split("+") if name]
        if not icon:
            names.append(NAMES.get(last, last.upper()))
        return (" + ".join(names) + (" + " if icon and names else "")), icon


@dataclass(frozen=True, eq=False)
class Qr(Node):
    """A QR code of `data` with its quiet zone, in whole pixels,
    as large as fits (at most `size` design units).
    """

    data: str
    size: float = 320

    def natural(self, lay: Layout, width: int) -> Size:
        side = min(width, lay.u(self.size))
        return side, side

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return min(lay.size(self, width)[1], lay.u(220))

    def place(self, lay: Layout, area: Area) -> None:
        side = min(area[2], area[3])
        square = (area[0] + (area[2] - side) // 2, area[1] + (area[3] - side) // 2, side, side)
        lay.paint("qr", square, self.data, lay.colour("qr"), (255, 255, 255, 255))


@dataclass(frozen=True, eq=False)
class Status(Node):
    """A quiet line that says how things are: `kind` saved, waiting, offline, warning or info,
    and the words.
    """

    kind: str
    text: str

    def natural(self, lay: Layout, width: int) -> Size:
        icon, gap, pad = self._parts(lay)
        wide, high = lay.size(lay.inside(self, self._words), max(0, width - icon - gap - 2 * pad))
        return wide + icon + gap + 2 * pad, max(icon, high) + pad

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        icon, gap, pad = self._parts(lay)
        return (
            max(icon, lay.least(lay.inside(self, self._words), max(0, width - icon - gap - 2 * pad), soft))
            + pad
        )

    def place(self, lay: Layout, area: Area) -> None:
        name, colour, fill = STATUS[self.kind]
        icon, gap, pad = self._parts(lay)
        edge = "line" if lay.theme.contrast >= 7 else ""
        lay.box(area, fill, edge, lay.theme.radius["field"], lay.theme.stroke["line"])
        spot = (area[0] + pad, area[1] + (area[3] - icon) // 2, icon, icon)
        lay.paint("icon", spot, name, lay.colour(colour))
        left = area[0] + pad + icon + gap
        lay.inside(self, self._words).place(
            lay, (left, area[1] + pad // 2, area[0] + area[2] - pad - left, area[3] - pad)
        )

    def _words(self) -> Text:
        return Text(self.text, "small", colour=STATUS[self.kind][1], valign="center")

    def _parts(self, lay: Layout) -> tuple[int, int, int]:
        return lay.u(32 * min(1.5, lay.text)), lay.u(14), lay.u(20)
