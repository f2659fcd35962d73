"""Counts made visible: how many are done, bars before and after, and a scale from 1 to 10."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.client.ui.area import Area, Size
from game.client.ui.arrange import Row
from game.client.ui.layout import Layout
from game.client.ui.marks import Letter
from game.client.ui.node import Node
from game.client.ui.text import Text

RISE = 900
"""Ms that a bar takes to rise."""
LEAST = 24
"""Design units: no words of a chart are smaller."""


@dataclass(frozen=True, eq=False)
class Meter(Node):
    """`done` of `total` as filled segments (more than 24 become one bar)."""

    done: int
    total: int
    thick: float = 26

    def natural(self, lay: Layout, width: int) -> Size:
        return width, lay.u(self.thick)

    def place(self, lay: Layout, area: Area) -> None:
        count = max(1, self.total)
        radius = min(10.0, self.thick / 2)
        if count > 24:
            lay.box(area, "track", "", radius)
            wide = area[2] * min(self.done, count) // count
            if wide:
                lay.box((area[0], area[1], max(wide, area[3]), area[3]), "accent", "", radius)
            return
        gap = lay.u(8)
        for index in range(count):
            start = area[0] + (area[2] + gap) * index // count
            end = area[0] + (area[2] + gap) * (index + 1) // count - gap
            fill = "accent" if index < self.done else "track"
            lay.box((start, area[1], end - start, area[3]), fill, "", radius)


@dataclass(frozen=True)
class Bar:
    """One option in `Bars`: its letter, words, and counts; `before` is drawn paler above `count`. Without a
    letter it has no mark.
    """

    letter: str
    label: str
    count: int
    before: int | None = None


@dataclass(frozen=True, eq=False)
class Bars(Node):
    """One row per option: letter on its shape, its words, a bar and the count; with `before`, two bars.

    `before_label` and `after_label` are written beside the bars when both exist. `total` sets the longest
    bar. Where two bars a row have no room, the paler one is a frame round the other and the counts are
    written "2 → 3". Words shrink together, so that no option looks larger than another.
    """

    bars: Sequence[Bar]
    total: int = 0
    before_label: str = ""
    after_label: str = ""
    rise: bool = False
    size: float = 26

    def natural(self, lay: Layout, width: int) -> Size:
        return width, self._high(lay, width, soft=True, close=False)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return self._high(lay, width, soft=soft, close=True)

    def place(self, lay: Layout, area: Area) -> None:
        close = self._high(lay, area[2], soft=True, close=False) > area[3]
        self._fitted(lay, area, close)._stand(lay, area, close)

    def _fitted(self, lay: Layout, area: Area, close: bool) -> "Bars":
        """The same at the largest size of its words that fits, or at the smallest there may be."""
        fitted = self
        while fitted.size > LEAST and fitted._high(lay, area[2], soft=True, close=close) > area[3]:
            fitted = replace(fitted, size=max(LEAST, fitted.size - 1))
        return fitted

    def _stand(self, lay: Layout, area: Area, close: bool) -> None:
        wanted = [self._row(lay, bar, area[2], soft=True, close=close) for bar in self.bars]
        gaps = max(1, len(self.bars) - 1)
        gap = max(self._gap(lay, close), min(lay.u(36), (area[3] - sum(wanted)) // gaps))
        spare = max(0, area[3] - gap * max(0, len(self.bars) - 1))
        squeeze = min(1.0, spare / max(1, sum(wanted)))
        y = area[1]
        for bar, want in zip(self.bars, wanted, strict=True):
            high = int(want * squeeze)
            self._place(lay, bar, (area[0], y, area[2], high), close)
            y += high + gap

    def _high(self, lay: Layout, width: int, *, soft: bool, close: bool) -> int:
        rows = [self._row(lay, bar, width, soft=soft, close=close) for bar in self.bars]
        return sum(rows) + self._gap(lay, close) * max(0, len(rows) - 1)

    def _gap(self, lay: Layout, close: bool) -> int:
        return lay.u(10 if close else 18)

    def _row(self, lay: Layout, bar: Bar, width: int, *, soft: bool, close: bool) -> int:
        inner = width - self._side(lay) - self._tail(lay, close)
        text = lay.least(self._words(bar), inner, soft) if bar.label else 0
        lines = 1 if bar.before is None or close else 2
        return max(text + lay.u(6) + lines * self._thick(lay), self._mark(lay))

    def _words(self, bar: Bar) -> Text:
        return Text(bar.label, "small", size=self.size, min=min(LEAST, self.size))

    def _mark(self, lay: Layout) -> int:
        """How large letters are; 0 where no bar has one."""
        return lay.u(60 * min(1.5, lay.text)) if any(bar.letter for bar in self.bars) else 0

    def _side(self, lay: Layout) -> int:
        return self._mark(lay) + lay.u(20) if self._mark(lay) else 0

    def _tail(self, lay: Layout, close: bool) -> int:
        style = lay.style("small", self.size)
        both = any(bar.before is not None for bar in self.bars)
        names = ["000 → 000"] if close else [f"{self.before_label} 000", f"{self.after_label} 000"]
        wide = max(lay.fonts.width(name, style.face, style.px) for name in (names if both else ["000"]))
        return wide + lay.u(24)

    def _thick(self, lay: Layout) -> int:
        return max(lay.u(36), lay.style("small", self.size).line)

    def _place(self, lay: Layout, bar: Bar, area: Area, close: bool) -> None:
        if bar.letter:
            side = min(self._mark(lay), area[3])
            Letter(bar.letter).place(lay, (area[0], area[1] + (area[3] - side) // 2, side, side))
        left = area[0] + self._side(lay)
        room = area[2] - self._side(lay) - self._tail(lay, close)
        lines = 1 if bar.before is None or close else 2
        thick = min(self._thick(lay), area[3] // (lines + (1 if bar.label else 0)))
        top = area[1] + area[3] - thick * lines
        if bar.label:
            self._words(bar).place(lay, (left, area[1], room, top - lay.u(6) - area[1]))
        spots = [(left, top + number * thick, room, thick) for number in range(lines)]
        if bar.before is None:
            self._track(lay, spots[0])
            self._bar(lay, bar, bar.count, spots[0], strong=True)
            self._count(lay, str(bar.count), spots[0], strong=True)
        elif close:
            self._track(lay, spots[0])
            self._bar(lay, bar, bar.count, spots[0], strong=True)
            self._bar(lay, bar, bar.before, spots[0], strong=False, hollow=True)
            self._count(lay, f"{bar.before} → {bar.count}", spots[0], strong=True)
        else:
            for spot, count, name, strong in (
                (spots[0], bar.before, self.before_label, False),
                (spots[1], bar.count, self.after_label, True),
            ):
                self._track(lay, spot)
                self._bar(lay, bar, count, spot, strong=strong)
                self._count(lay, f"{count} {name}", spot, strong=strong)

    def _inner(self, area: Area) -> Area:
        high = area[3] * 2 // 3
        return area[0], area[1] + (area[3] - high) // 2, area[2], high

    def _track(self, lay: Layout, area: Area) -> None:
        lay.box(self._inner(area), "track", "", 10)

    def _bar(
        self, lay: Layout, bar: Bar, count: int, area: Area, *, strong: bool, hollow: bool = False
    ) -> None:
        most = max(1, self.total, *(b.count for b in self.bars), *(b.before or 0 for b in self.bars))
        name = f"bar {self.key}{bar.letter}{int(strong)}"
        if self.rise and name not in lay.memory.tweens:
            lay.tween(name, 0.0)
        wide = round(area[2] * lay.tween(name, count / most, RISE if self.rise else 240))
        if wide <= 0:
            return
        x, y, _, high = self._inner(area)
        token = f"option:{bar.letter.lower()}" if bar.letter.lower() in lay.theme.options else "accent"
        spot = (x, y, max(wide, high // 2), high)
        if hollow:
            spot = (x, y - high // 4, spot[2], high + high // 2)
        fill = token if strong else "" if hollow else "card"
        lay.box(spot, fill, token, 10, lay.theme.stroke["strong"])

    def _count(self, lay: Layout, words: str, area: Area, *, strong: bool) -> None:
        style = lay.style("label" if strong else "small", self.size)
        lay.ink(words.strip(), style, "ink", area[0] + area[2] + lay.u(16), lay.baseline(style, area))


@dataclass(frozen=True, eq=False)
class Histogram(Node):
    """How many chose each value; `counts[0]` is the lowest value, `first`. The ends can be named."""

    counts: Sequence[int]
    first: int = 1
    low_label: str = ""
    high_label: str = ""
    median: float | None = None
    size: float = 26

    def natural(self, lay: Layout, width: int) -> Size:
        return width, lay.u(380)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return lay.u(220)

    def place(self, lay: Layout, area: Area) -> None:
        style = lay.style("small", self.size)
        ends = self._ends()
        named = lay.size(ends, area[2])[1]
        feet = style.line + named + lay.u(8)
        head = style.line
        room = max(1, area[3] - feet - head)
        most = max(1, *self.counts)
        gap, count = lay.u(12), max(1, len(self.counts))
        for index, number in enumerate(self.counts):
            x = area[0] + (area[2] + gap) * index // count
            wide = area[0] + (area[2] + gap) * (index + 1) // count - gap - x
            high = max(lay.u(4), round(room * lay.tween(f"{self.key} {index}", number / most, 240)))
            top = area[1] + head + room - high
            lay.box((x, top, wide, high), "accent" if number else "track", "", 8)
            if number:
                Text(str(number), "small", size=self.size, align="center").place(
                    lay, (x, top - style.line, wide, style.line)
                )
            foot = (x, area[1] + head + room + lay.u(4), wide, style.line)
            near = self.median is not None and abs(self.median - (self.first + index)) <= 0.5
            Text(
                str(self.first + index),
                "label" if near else "small",
                size=self.size,
                colour="ink" if near else "soft",
                align="center",
            ).place(lay, foot)
        ends.place(lay, (area[0], area[1] + area[3] - named, area[2], named))

    def _ends(self) -> Row:
        """What the ends are called, each below its own half."""
        sides = ((self.low_label, "start"), (self.high_label, "end"))
        return Row(
            [Text(label, "small", self.size, LEAST, "soft", align, grow=1) for label, align in sides],
            gap=24,
            align="start",
        )
