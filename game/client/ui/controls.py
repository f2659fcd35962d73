"""Nodes a person presses: buttons, option cards and tiles."""

from collections.abc import Callable
from dataclasses import dataclass

from game.client.ui.area import Area, Size, inset
from game.client.ui.arrange import Column, Row
from game.client.ui.layout import Layout, Target
from game.client.ui.marks import Icon, KeyHint, Letter
from game.client.ui.node import Node, Spacer, flexible
from game.client.ui.text import Text

LEAST = 68
BROAD = 640


@dataclass(frozen=True, eq=False)
class Button(Node):
    """A button. `kind`: primary, secondary, quiet or danger; `shortcut` a key that presses it ("return",
    "1").

    A disabled button (`enabled=False`) still shows why when `why` is given. `icon` stands before the label;
    a `bare` one shows the icon alone.
    """

    label: str
    on_press: Callable[[], object]
    kind: str = "secondary"
    shortcut: str = ""
    icon: str = ""
    enabled: bool = True
    why: str = ""
    hint: bool = True
    bare: bool = False

    def natural(self, lay: Layout, width: int) -> Size:
        pad = lay.u(24 if self.bare else 36)
        wide, high = lay.size(lay.inside(self, self._inside), max(0, width - 2 * pad))
        return wide + 2 * pad, max(lay.u(84), high + lay.u(28))

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        inside = lay.least(lay.inside(self, self._inside), max(0, width - 2 * lay.u(36)), soft)
        return max(lay.u(LEAST), inside + lay.u(16))

    def place(self, lay: Layout, area: Area) -> None:
        key = self.key or f"button {self.label}"
        hot, down = lay.memory.hover == key and self.enabled, lay.memory.pressed == key and self.enabled
        self._face(lay, area, hot, down)
        lay.inside(self, self._inside).place(lay, inset(area, lay.u(24), lay.u(6)))
        lay.ring(key, area, lay.theme.radius["field"])
        _target(lay, self, key, area, self.label)

    def _face(self, lay: Layout, area: Area, hot: bool, down: bool) -> None:
        radius, stroke = lay.theme.radius["field"], lay.theme.stroke["line"]
        if not self.enabled:
            lay.box(area, "tint", "line", radius, stroke)
        elif self.kind in ("primary", "danger"):
            top = "accent_glow" if self.kind == "primary" else "danger"
            fill = {"primary": "accent_deep", "danger": "danger"}[self.kind]
            lay.box(area, fill, "", radius, 0, "" if down else "button", glow="" if hot or down else top)
        elif self.kind == "secondary":
            lay.box(
                area,
                "accent_soft" if hot or down else "card",
                "edge" if hot else "line",
                radius,
                stroke,
                "" if down else "button",
            )
        elif hot or down:
            lay.box(area, "accent_soft", "", radius)

    def _ink(self) -> str:
        if not self.enabled:
            return "soft"
        return {"primary": "on_accent", "danger": "on_accent", "quiet": "accent"}.get(self.kind, "ink")

    def _inside(self) -> Node:
        ink = self._ink()
        words = Text(self.label, "button", colour=ink, align="center")
        reason = Text(self.why, "small", size=22, min=20, colour="soft", align="center")
        middle = words if self.enabled or not self.why else Column([words, reason], gap=0)
        sign = Icon(self.icon, 34, ink) if self.icon else None
        on = ink if self.kind in ("primary", "danger") and self.enabled else ""
        key = self.shortcut
        hint = KeyHint(key, on) if key and self.hint else None
        if self.bare:
            return Row([sign], justify="center")
        return Row([flexible(), sign, middle, hint, flexible()], gap=16)


@dataclass(frozen=True, eq=False)
class OptionCard(Node):
    """One answer to choose: a letter on its shape, the text, and the number key that picks it.

    It lifts a little under the pointer and when `chosen`. `note` is a quiet line at the bottom. Where it is
    broad the letter stands beside the text, otherwise above it. `floor` is how far the text may shrink.
    With a `rank`, that number stands where else a tick shows that it is chosen.
    """

    letter: str
    text: str
    on_press: Callable[[], object]
    shortcut: str = ""
    chosen: bool = False
    enabled: bool = True
    note: str = ""
    role: str = "body"
    floor: float | None = None
    rank: int | None = None

    def natural(self, lay: Layout, width: int) -> Size:
        return width, lay.size(self._within(lay, width), max(0, width - 2 * lay.u(30)))[1] + 2 * lay.u(26)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        pad = lay.u(26) if soft else lay.u(14)
        return lay.least(self._within(lay, width), max(0, width - 2 * lay.u(30)), soft) + 2 * pad

    def place(self, lay: Layout, area: Area) -> None:
        key = self.key or f"option {self.letter}"
        hot = self.enabled and key in (lay.memory.hover, lay.memory.pressed)
        lift = lay.tween(f"{key} lift", 1.0 if hot or self.chosen else 0.0)
        rest = area
        area = (area[0], area[1] - round(lay.u(8) * lift), area[2], area[3])
        radius, stroke = lay.theme.radius["card"], lay.theme.stroke["line"]
        shadow = "lift" if hot or self.chosen else "card"
        if self.chosen:
            lay.box(area, "accent_soft", "accent", radius, lay.theme.stroke["strong"], shadow)
        else:
            lay.box(
                area, "card" if self.enabled else "tint", "edge" if hot else "line", radius, stroke, shadow
            )
        within = self._within(lay, area[2])
        high = lay.size(within, area[2] - 2 * lay.u(30))[1]
        pad = max(lay.u(14), min(lay.u(26), (area[3] - high) // 2))
        within.place(lay, inset(area, lay.u(30), pad))
        lay.ring(key, area, radius)
        _target(lay, self, key, rest, f"{self.letter} {self.text}", "option")

    def _within(self, lay: Layout, width: int) -> Node:
        if width >= lay.u(BROAD):
            return lay.inside(self, self._broad, "broad")
        return lay.inside(self, self._tall, "tall")

    def _tall(self) -> Node:
        head = Row([Letter(self.letter), flexible(), self._tick(), self._hint()], gap=14)
        return Column([head, Text(self.text, self.role, min=self.floor), self._note()], gap=18)

    def _broad(self) -> Node:
        words = Column([Text(self.text, self.role, min=self.floor), self._note()], gap=4, grow=1)
        # The tick's place is kept, so that choosing wraps no text anew.
        return Row([Letter(self.letter), words, self._tick() or Spacer(40), self._hint()], gap=24)

    def _tick(self) -> Node | None:
        if self.rank is not None:
            return Text(str(self.rank), "number", size=44, colour="accent")
        return Icon("check", 40, "accent") if self.chosen else None

    def _hint(self) -> Node | None:
        return KeyHint(self.shortcut) if self.shortcut else None

    def _note(self) -> Node | None:
        return Text(self.note, "small", colour="soft") if self.note else None


@dataclass(frozen=True, eq=False)
class Tile(Node):
    """Anything that can be pressed as one card: `child` is drawn inside; `label` says what it is."""

    child: Node
    label: str
    on_press: Callable[[], object]
    chosen: bool = False
    enabled: bool = True
    shortcut: str = ""
    pad: float = 28

    def natural(self, lay: Layout, width: int) -> Size:
        pad = lay.u(self.pad)
        wide, high = lay.size(self.child, max(0, width - 2 * pad))
        return wide + 2 * pad, max(lay.u(LEAST), high + 2 * pad)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        pad = lay.u(self.pad)
        return max(lay.u(LEAST), lay.least(self.child, max(0, width - 2 * pad), soft) + 2 * pad)

    def place(self, lay: Layout, area: Area) -> None:
        key = self.key or f"tile {self.label}"
        if lay.hidden(area):
            _target(lay, self, key, area, self.label)
            return
        hot = self.enabled and key in (lay.memory.hover, lay.memory.pressed)
        radius = lay.theme.radius["card"]
        line = "accent" if self.chosen else "edge" if hot else "line"
        stroke = lay.theme.stroke["strong" if self.chosen else "line"]
        lay.box(area, "accent_soft" if self.chosen else "card", line, radius, stroke, "card")
        self.child.place(lay, inset(area, lay.u(self.pad)))
        lay.ring(key, area, radius)
        _target(lay, self, key, area, self.label)


def _target(
    lay: Layout, node: Button | OptionCard | Tile, key: str, area: Area, label: str, role: str = "button"
) -> None:
    """Where a press on the node is taken."""
    lay.target(
        Target(
            key,
            area,
            lay.clip,
            label,
            role,
            node.on_press,
            node.shortcut,
            node.enabled,
            scroller=lay.scroller,
        )
    )
