"""Turns a tree of nodes into a flat list of paint operations and a list of targets that take input."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from game.client.ui.area import Area, Size, holds, inset, join, meet, touch
from game.client.ui.fonts import Fonts
from game.client.ui.memory import Memory
from game.client.ui.ops import Op
from game.client.ui.theme import Colour, Theme

if TYPE_CHECKING:
    from game.client.ui.node import Node

WIDTH, HEIGHT = 1920, 1080
QUICK = 160


class Stroke(NamedTuple):
    """A key press: pygame's name of the key ("return", "a", "f11") and the modifiers held."""

    key: str
    shift: bool = False
    ctrl: bool = False


class Style(NamedTuple):
    """A face at a pixel size with its line height in pixels."""

    face: str
    px: int
    line: int


class Overflow(NamedTuple):
    """A text, or a named arrangement, that does not fit its area even with everything at its smallest."""

    text: str
    area: Area
    needs: Size


@dataclass(frozen=True, eq=False)
class Target:
    """An area that takes input. `area` is where it is, `clip` what can be seen of it.

    `label` is what it is called, `press` what activating it does (None: nothing), `strokes` takes keys while
    it has focus and says whether it used them, `typed` takes text, `pointer` takes the position of press and
    drag.
    """

    key: str
    area: Area
    clip: Area | None
    label: str
    role: str
    press: Callable[[], object] | None = None
    shortcut: str = ""
    enabled: bool = True
    stop: bool = True
    strokes: Callable[[Stroke], bool] | None = None
    typed: Callable[[str], None] | None = None
    composed: Callable[[str], None] | None = None
    pointer: Callable[[int, int, bool], None] | None = None
    scroller: str = ""

    @property
    def seen(self) -> Area:
        """The part of the area that is not clipped away."""
        return self.area if self.clip is None else meet(self.area, self.clip)

    def under(self, point: tuple[int, int]) -> bool:
        """Whether the point hits it."""
        return holds(self.seen, point)


class Scroller(NamedTuple):
    """A scrolling area: what it shows, how tall its content is, and the one it lies in."""

    key: str
    area: Area
    content: int
    outer: str


@dataclass
class Layout:
    """One pass over one tree. Lengths in nodes are design units; everything here is whole pixels."""

    theme: Theme
    fonts: Fonts
    memory: Memory
    area: Area
    text: float = 1.0
    motion: bool = True
    now: float = 0.0
    ops: list[Op] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    scrollers: list[Scroller] = field(default_factory=list)
    overflows: list[Overflow] = field(default_factory=list)
    hotkeys: dict[str, Callable[[], object]] = field(default_factory=dict)
    words: list[tuple[str, Area]] = field(default_factory=list)
    modal: int = 0
    trapped: bool = False
    escape: Callable[[], object] | None = None
    wake: float | None = None
    caret: Area | None = None
    clip: Area | None = None
    scroller: str = ""
    _late: list[Callable[[], None]] = field(default_factory=list)
    _styles: dict[tuple[str, float | None, float, float | None, float], Style] = field(default_factory=dict)
    _sizes: dict[tuple["Node", int], Size] = field(default_factory=dict)
    _least: dict[tuple["Node", int, bool], int] = field(default_factory=dict)
    _insides: dict[tuple["Node", str], "Node"] = field(default_factory=dict)

    @cached_property
    def scale(self) -> float:
        """Pixels per design unit."""
        return min(self.area[2] / WIDTH, self.area[3] / HEIGHT)

    def run(self, root: "Node") -> None:
        """Place the tree over the whole window, then what has to lie on top of it."""
        root.place(self, self.area)
        while self._late:
            self._late.pop(0)()

    def u(self, length: float) -> int:
        """A length in design units as pixels; never 0 for a length above 0."""
        return max(1, round(length * self.scale)) if length > 0 else round(length * self.scale)

    def style(
        self, role: str, size: float | None = None, shrink: float = 1.0, least: float | None = None
    ) -> Style:
        """The face and pixel size of a text role. `shrink` 1 is the wanted size, 0 the smallest."""
        known = (role, size, shrink, least, self.text)
        if known not in self._styles:
            kind = self.theme.types[role]
            full = (size or kind.size) * self.text
            floor = min(full, least if least is not None else min(kind.least, size or kind.size))
            px = max(1, round((floor + (full - floor) * shrink) * self.scale))
            self._styles[known] = Style(kind.face, px, round(px * kind.leading))
        return self._styles[known]

    def size(self, node: "Node", width: int) -> Size:
        """The size the node would like when it may be `width` wide."""
        known = self._sizes.get((node, width))
        if known is None:
            offered = width if node.width is None else self.u(node.width)
            wide, high = node.natural(self, offered)
            wide = wide if node.width is None else self.u(node.width)
            known = self._sizes[node, width] = wide, high if node.height is None else self.u(node.height)
        return known

    def least(self, node: "Node", width: int, soft: bool) -> int:
        """The smallest height the node can live with at `width`; when `soft`, with no text made smaller."""
        if node.height is not None:
            return self.u(node.height)
        known = (node, width, soft)
        if known not in self._least:
            self._least[known] = node.least(self, width if node.width is None else self.u(node.width), soft)
        return self._least[known]

    def inside(self, node: "Node", make: Callable[[], "Node"], variant: str = "") -> "Node":
        """The nodes another node is made of, made once in this pass."""
        known = (node, variant)
        if known not in self._insides:
            self._insides[known] = make()
        return self._insides[known]

    def tight(self, node: "Node", area: Area, high: int) -> None:
        """Record that an arrangement needs `high` pixels and has less."""
        name = f"{type(node).__name__} {node.key}".strip()
        self.overflows.append(Overflow(name, area, (area[2], high)))

    def paint(self, kind: str, bounds: Area, *args: Hashable) -> None:
        """Ask for one operation within the current clip; what that leaves nothing of is not kept."""
        if not self.hidden(bounds):
            self.ops.append(Op(kind, bounds, self.clip, args))

    def box(
        self,
        area: Area,
        fill: str = "card",
        line: str = "",
        radius: float = 0,
        stroke: float = 0,
        shadow: str = "",
        glow: str = "",
    ) -> None:
        """A rounded box: palette tokens for fill and line (empty: none), `glow` the colour at its top."""
        fall = self.theme.shadows[shadow] if shadow else None
        bounds = area
        args: tuple[Hashable, ...] = ()
        if fall is not None and fall.blur:
            blur, drop, spread = self.u(fall.blur), self.u(fall.drop), round(fall.spread * self.scale)
            args = (blur, drop, spread, self.colour("shadow"))
            reach = 2 * blur + spread
            bounds = join(
                area, (area[0] - reach, area[1] - reach + drop, area[2] + 2 * reach, area[3] + 2 * reach)
            )
        corner = min(self.u(radius) if radius else 0, area[2] // 2, area[3] // 2)
        width = self.u(stroke) if line and stroke else 0
        self.paint(
            "box",
            bounds,
            area,
            self.paint_colour(fill),
            self.paint_colour(line),
            corner,
            width,
            self.paint_colour(glow),
            args,
        )

    def ink(self, text: str, style: Style, colour: str, x: int, baseline: int, spoken: bool = True) -> int:
        """One line of text from `x` with its baseline at a row; answers its width."""
        if not text:
            return 0
        width = self.fonts.width(text, style.face, style.px)
        top = baseline - self.fonts.ascent(style.face, style.px)
        margin = style.px // 2
        area = (x, top, width, self.fonts.height(style.face, style.px))
        self.paint("ink", inset(area, -margin), text, style.face, style.px, self.colour(colour), x, baseline)
        if spoken:
            self.words.append((text, self.visible(area)))
        return width

    def hidden(self, area: Area) -> bool:
        """Whether all of an area is clipped away: what is pressed there needs no more than its target."""
        return self.clip is not None and not touch(area, self.clip)

    def visible(self, area: Area) -> Area:
        """The part of an area that is not clipped away."""
        return area if self.clip is None else meet(area, self.clip)

    def baseline(self, style: Style, area: Area) -> int:
        """The row where one line of text stands when it is centred in the area."""
        ascent = self.fonts.ascent(style.face, style.px)
        return area[1] + (area[3] - self.fonts.height(style.face, style.px)) // 2 + ascent

    def colour(self, name: str) -> Colour:
        """A colour token of the theme."""
        return self.theme.colour(name)

    def paint_colour(self, name: str) -> Colour | None:
        """The same, or None for an empty name."""
        return self.theme.colour(name) if name else None

    def target(self, target: Target) -> None:
        """Register an area for input; a key that is already taken gets a number."""
        self.targets.append(target)

    def ring(self, key: str, area: Area, radius: float) -> None:
        """The focus ring, when the node has focus and the keyboard is in use."""
        if self.memory.keyboard and self.memory.focus == key:
            width = self.u(self.theme.stroke["focus"])
            around = inset(area, -(width + self.u(3)))
            self.box(around, "", "focus", radius + self.theme.stroke["focus"] + 3, self.theme.stroke["focus"])

    def tween(self, key: str, goal: float, span: float = QUICK) -> float:
        """A number that follows `goal` within `span` milliseconds; at once when motion is off."""
        return self.memory.tween(key, goal, self.now, span if self.motion else 0)

    def again_in(self, ms: float) -> None:
        """Ask to be laid out again after so many milliseconds."""
        due = self.now + max(1, ms)
        self.wake = due if self.wake is None else min(self.wake, due)

    def later(self, place: Callable[[], None]) -> None:
        """Place something after everything else, so that it lies on top."""
        self._late.append(place)

    def trap(self, escape: Callable[[], object] | None) -> None:
        """From here on only new targets take input; Esc calls `escape`."""
        self.modal, self.trapped = len(self.targets), True
        self.hotkeys.clear()
        self.escape = escape

    @contextmanager
    def clipped(self, area: Area, scroller: str = "") -> Iterator[None]:
        """Everything placed inside is cut at the area; no area at all lifts the clip."""
        before, outer = self.clip, self.scroller
        self.clip = area if before is None else meet(before, area)
        self.scroller = scroller or outer
        yield
        self.clip, self.scroller = before, outer

    @contextmanager
    def lettered(self, text: float) -> Iterator[None]:
        """Everything measured and placed inside has this text size. A node keeps to one size in a pass."""
        before, self.text = self.text, text
        yield
        self.text = before

    @contextmanager
    def unclipped(self) -> Iterator[None]:
        """Everything placed inside may cover the whole window."""
        before, outer = self.clip, self.scroller
        self.clip, self.scroller = None, ""
        yield
        self.clip, self.scroller = before, outer
