"""Nodes that hold a value: a choice of a few, a switch, a number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.client.ui.area import Area, Size, inset
from game.client.ui.arrange import Column
from game.client.ui.controls import LEAST
from game.client.ui.layout import Layout, Stroke, Target
from game.client.ui.node import Node
from game.client.ui.text import Text


@dataclass(frozen=True, eq=False)
class Choice(Node):
    """One of a few values, beside each other: `options` are (value, label). Arrows move,
    Enter or Space picks.
    """

    options: Sequence[tuple[str, str]]
    value: str
    on_pick: Callable[[str], object]
    enabled: bool = True

    def natural(self, lay: Layout, width: int) -> Size:
        style = lay.style("button")
        wide = max((lay.fonts.width(label, style.face, style.px) for _, label in self.options), default=0)
        total = min(width, (wide + lay.u(56)) * max(1, len(self.options)))
        cell = total // max(1, len(self.options)) - 2 * lay.u(12)
        high = max((lay.size(Text(label, "button"), cell)[1] for _, label in self.options), default=0)
        return total, max(lay.u(80), high + lay.u(28))

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return lay.size(self, width)[1] if soft else lay.u(76)

    def place(self, lay: Layout, area: Area) -> None:
        radius, stroke = lay.theme.radius["field"], lay.theme.stroke["line"]
        lay.box(area, "tint", "line", radius, stroke)
        count = max(1, len(self.options))
        for index, (value, label) in enumerate(self.options):
            left = area[0] + area[2] * index // count
            right = area[0] + area[2] * (index + 1) // count
            self._segment(lay, value, label, (left, area[1], right - left, area[3]))

    def _segment(self, lay: Layout, value: str, label: str, cell: Area) -> None:
        key = f"{self.key or 'choice'} {value}"
        radius = lay.theme.radius["field"]
        chosen, hot = value == self.value, lay.memory.hover == key and self.enabled
        spot = inset(cell, lay.u(4))
        if chosen:
            lay.box(spot, "accent", "", radius - 4, 0, "button")
        elif hot:
            lay.box(spot, "accent_soft", "", radius - 4)
        colour = "on_accent" if chosen else "ink" if self.enabled else "soft"
        Text(label, "button", colour=colour, align="center", valign="center").place(
            lay, inset(cell, lay.u(12), lay.u(6))
        )
        lay.ring(key, spot, radius)
        lay.target(
            Target(
                key,
                cell,
                lay.clip,
                label,
                "radio",
                lambda: self.on_pick(value),
                "",
                self.enabled,
                scroller=lay.scroller,
            )
        )


@dataclass(frozen=True, eq=False)
class Toggle(Node):
    """A labelled switch; `on_change` gets the new state."""

    label: str
    on: bool
    on_change: Callable[[bool], object]
    enabled: bool = True
    note: str = ""

    def natural(self, lay: Layout, width: int) -> Size:
        wide, high = lay.size(lay.inside(self, self._words), max(0, width - lay.u(116)))
        return min(width, wide + lay.u(116)), max(lay.u(LEAST), high)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        return max(lay.u(LEAST), lay.least(lay.inside(self, self._words), max(0, width - lay.u(116)), soft))

    def place(self, lay: Layout, area: Area) -> None:
        key = self.key or f"toggle {self.label}"
        share = lay.tween(f"{key} on", 1.0 if self.on else 0.0)
        wide, high = lay.u(84), lay.u(48)
        track = (area[0], area[1] + (area[3] - high) // 2, wide, high)
        lay.box(
            track,
            "accent" if self.on else "card",
            "accent" if self.on else "edge",
            24,
            lay.theme.stroke["line"],
        )
        gap = lay.u(7)
        knob = high - 2 * gap
        left = track[0] + gap + round((wide - knob - 2 * gap) * share)
        lay.box((left, track[1] + gap, knob, knob), "card" if self.on else "edge", "", 24)
        left = area[0] + lay.u(108)
        rest = (left, area[1], area[0] + area[2] - left, area[3])
        words = lay.inside(self, self._words)
        tall = min(rest[3], lay.size(words, rest[2])[1])
        words.place(lay, (rest[0], rest[1] + (rest[3] - tall) // 2, rest[2], tall))
        lay.ring(key, area, lay.theme.radius["small"])
        lay.target(
            Target(
                key,
                area,
                lay.clip,
                self.label,
                "switch",
                lambda: self.on_change(not self.on),
                "",
                self.enabled,
                scroller=lay.scroller,
            )
        )

    def _words(self) -> Node:
        note = Text(self.note, "small", colour="soft") if self.note else None
        return Column([Text(self.label, colour="ink" if self.enabled else "soft"), note], gap=2)


@dataclass(frozen=True, eq=False)
class Stepper(Node):
    """A whole number with minus and plus; also the arrow keys, Home and End. `show` turns it into words."""

    label: str
    value: int
    on_change: Callable[[int], object]
    low: int = 0
    high: int = 10
    show: Callable[[int], str] = str
    enabled: bool = True

    def natural(self, lay: Layout, width: int) -> Size:
        style = lay.style("strong")
        words = max(
            lay.fonts.width(self.show(n), style.face, style.px) for n in {self.low, self.high, self.value}
        )
        return min(width, 2 * lay.u(76) + words + lay.u(56)), lay.u(76)

    def place(self, lay: Layout, area: Area) -> None:
        key = self.key or f"stepper {self.label}"
        theme = lay.theme
        lay.box(area, "card", "line", theme.radius["field"], theme.stroke["line"])
        side = lay.u(76)
        less = (area[0], area[1], side, area[3])
        more = (area[0] + area[2] - side, area[1], side, area[3])
        self._end(lay, f"{key} less", less, "minus", -1)
        middle = (area[0] + side, area[1], area[2] - 2 * side, area[3])
        Text(self.show(self.value), "strong", align="center", valign="center", lines=1).place(lay, middle)
        self._end(lay, f"{key} more", more, "plus", 1)

    def _end(self, lay: Layout, key: str, area: Area, icon: str, step: int) -> None:
        goal = self.value + step
        able = self.enabled and self.low <= goal <= self.high
        if lay.memory.hover == key and able:
            lay.box(inset(area, lay.u(6)), "accent_soft", "", lay.theme.radius["small"])
        side = lay.u(36)
        spot = (area[0] + (area[2] - side) // 2, area[1] + (area[3] - side) // 2, side, side)
        lay.paint("icon", spot, icon, lay.colour("accent" if able else "line"))
        lay.ring(key, inset(area, lay.u(4)), lay.theme.radius["small"])

        def strokes(stroke: Stroke) -> bool:
            if stroke.key not in ("home", "end"):
                return False
            self.on_change(self.low if stroke.key == "home" else self.high)
            return True

        lay.target(
            Target(
                key,
                area,
                lay.clip,
                f"{self.label} {'+' if step > 0 else '−'}",
                "button",
                lambda: self.on_change(goal),
                "",
                able,
                strokes=strokes,
                scroller=lay.scroller,
            )
        )
