"""A value among many: a list that opens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.client.ui.area import Area, Size, inset
from game.client.ui.arrange import Column
from game.client.ui.controls import LEAST
from game.client.ui.frames import Panel, Scroll
from game.client.ui.layout import Layout, Target
from game.client.ui.node import Node
from game.client.ui.text import Text


@dataclass(frozen=True, eq=False)
class Entry(Node):
    """A line in an open list; the chosen one is ticked."""

    label: str
    on_press: Callable[[], object]
    chosen: bool = False

    def natural(self, lay: Layout, width: int) -> Size:
        wide, high = lay.size(lay.inside(self, self._words), max(0, width - lay.u(100)))
        return wide + lay.u(100), max(lay.u(LEAST), high + lay.u(24))

    def place(self, lay: Layout, area: Area) -> None:
        radius = lay.theme.radius["small"]
        if self.chosen or self.key in (lay.memory.hover, lay.memory.focus):
            lay.box(area, "accent_soft", "", radius)
        side = lay.u(36)
        if self.chosen:
            left = area[0] + area[2] - side - lay.u(20)
            lay.paint(
                "icon", (left, area[1] + (area[3] - side) // 2, side, side), "check", lay.colour("accent")
            )
        words = (area[0] + lay.u(20), area[1], area[2] - lay.u(100), area[3])
        lay.inside(self, self._words).place(lay, words)
        lay.ring(self.key, inset(area, lay.u(4)), radius)
        lay.target(
            Target(self.key, area, lay.clip, self.label, "option", self.on_press, scroller=lay.scroller)
        )

    def _words(self) -> Text:
        return Text(self.label, "strong" if self.chosen else "body", valign="center")


@dataclass(frozen=True, eq=False)
class Select(Node):
    """One of many values in a list that opens: `options` are (value, label)."""

    options: Sequence[tuple[str, str]]
    value: str
    on_pick: Callable[[str], object]
    label: str = ""
    enabled: bool = True

    def natural(self, lay: Layout, width: int) -> Size:
        words = lay.size(Text(self._shown(), "body"), max(0, width - lay.u(110)))[1]
        head = lay.style("label").line + lay.u(8) if self.label else 0
        return width, max(lay.u(84), words + lay.u(36)) + head

    def place(self, lay: Layout, area: Area) -> None:
        key = self.key or f"select {self.label}"
        if self.label:
            style = lay.style("label")
            Text(self.label, "label", colour="soft").place(lay, (area[0], area[1], area[2], style.line))
            head = style.line + lay.u(8)
            area = (area[0], area[1] + head, area[2], area[3] - head)
        open_ = lay.memory.opened == key
        line = "accent" if open_ else "edge"
        lay.box(area, "card", line, lay.theme.radius["field"], lay.theme.stroke["line"])
        words = (area[0] + lay.u(26), area[1], area[2] - lay.u(100), area[3])
        Text(self._shown(), valign="center").place(lay, words)
        side = lay.u(36)
        spot = (area[0] + area[2] - side - lay.u(24), area[1] + (area[3] - side) // 2, side, side)
        lay.paint("icon", spot, "down", lay.colour("soft"))
        lay.ring(key, area, lay.theme.radius["field"])
        memory = lay.memory

        def toggle() -> None:
            memory.opened = "" if memory.opened == key else key

        lay.target(
            Target(
                key,
                area,
                lay.clip,
                self.label or self._shown(),
                "select",
                toggle,
                "",
                self.enabled,
                scroller=lay.scroller,
            )
        )
        if open_:
            anchor = area
            lay.later(lambda: self._open(lay, key, anchor))

    def _shown(self) -> str:
        return next((label for value, label in self.options if value == self.value), "")

    def _open(self, lay: Layout, key: str, anchor: Area) -> None:
        memory = lay.memory

        def close() -> None:
            memory.opened = ""
            memory.focus = key

        def pick(value: str) -> Callable[[], None]:
            def picked() -> None:
                close()
                self.on_pick(value)

            return picked

        rows = [
            Entry(label, pick(value), value == self.value, key=f"{key} {value}")
            for value, label in self.options
        ]
        with lay.unclipped():
            lay.trap(close)
            lay.target(Target(f"{key} behind", lay.area, None, "", "behind", close, stop=False))
            panel = Panel(
                Scroll(Column(rows, gap=4), key=f"{key} list"),
                pad=10,
                radius="card",
                shadow="lift",
                line="line",
            )
            below = lay.area[1] + lay.area[3] - anchor[1] - anchor[3] - lay.u(20)
            above = anchor[1] - lay.area[1] - lay.u(20)
            high = lay.size(panel, anchor[2])[1]
            down = below >= min(high, above)
            high = min(high, max(below, above))
            top = anchor[1] + anchor[3] + lay.u(6) if down else anchor[1] - lay.u(6) - high
            panel.place(lay, (anchor[0], top, anchor[2], high))
