"""Text that wraps, shrinks to fit and never loses a word in silence."""

from dataclasses import dataclass

from game.client.ui.area import Area, Size
from game.client.ui.fonts import Line
from game.client.ui.layout import Layout, Overflow, Style
from game.client.ui.node import Node


@dataclass(frozen=True, eq=False)
class Text(Node):
    """A paragraph. `role` is display, title, body, strong, small, label, number or button; `size` in design
    px.

    It wraps to the width it gets and shrinks, not below `min` design px (default: the role's smallest), when
    the area is too low, a word is too wide, or there are more than `lines` lines. What does not fit even
    then is drawn all the same and recorded in `Layout.overflows`. `valign`: start, center, end.
    """

    text: str
    role: str = "body"
    size: float | None = None
    min: float | None = None
    colour: str = "ink"
    align: str = "start"
    valign: str = "start"
    lines: int | None = None

    def natural(self, lay: Layout, width: int) -> Size:
        return self._measure(lay, self._style(lay, 1.0), width)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return self._measure(lay, self._style(lay, 1.0 if soft else 0.0), width)[1]

    def place(self, lay: Layout, area: Area) -> None:
        style, lines = self._fit(lay, area)
        lines = lay.fonts.filled(self.text, lines, style.face, style.px, area[2])
        high = style.line * len(lines)
        needs = max((lay.fonts.width(self.text[a:b], style.face, style.px) for a, b in lines), default=0)
        if not self._good(lay, style, lines, area):
            lay.overflows.append(Overflow(self.text, area, (needs, high)))
        top = area[1] + {"center": (area[3] - high) // 2, "end": area[3] - high}.get(self.valign, 0)
        for number, (start, end) in enumerate(lines):
            text = self.text[start:end].rstrip()
            spare = area[2] - lay.fonts.width(text, style.face, style.px)
            x = area[0] + {"center": spare // 2, "end": spare}.get(self.align, 0)
            row = (area[0], top + number * style.line, area[2], style.line)
            lay.ink(text, style, self.colour, x, lay.baseline(style, row), spoken=False)
        if self.text:
            lay.words.append((self.text, lay.visible(area)))

    def _style(self, lay: Layout, shrink: float) -> Style:
        return lay.style(self.role, self.size, shrink, self.min)

    def _measure(self, lay: Layout, style: Style, width: int) -> Size:
        lines = lay.fonts.wrap(self.text, style.face, style.px, width)
        wide = max((lay.fonts.width(self.text[a:b], style.face, style.px) for a, b in lines), default=0)
        return wide, style.line * len(lines) if self.text else 0

    def _fit(self, lay: Layout, area: Area) -> tuple[Style, tuple[Line, ...]]:
        largest, smallest = self._style(lay, 1.0), self._style(lay, 0.0)
        leading = largest.line / largest.px
        for px in range(largest.px, smallest.px, -1):
            style = Style(largest.face, px, round(px * leading))
            lines = lay.fonts.wrap(self.text, style.face, px, area[2])
            if self._good(lay, style, lines, area):
                return style, lines
        return smallest, lay.fonts.wrap(self.text, smallest.face, smallest.px, area[2])

    def _good(self, lay: Layout, style: Style, lines: tuple[Line, ...], area: Area) -> bool:
        if self.lines is not None and len(lines) > self.lines:
            return False
        if not self.text or style.line * len(lines) > area[3] + 1:
            return not self.text
        return lay.fonts.fits(self.text, style.face, style.px, area[2])
