"""One table on the host's board, painted in three sizes: large, medium and compact.

How it stands is told by an icon and a fill, and where there is room in words: never by colour alone. Only the
table that has asked for the host the longest is filled with a strong colour.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, NamedTuple

from game.client.stations.host_tables import Need
from game.client.ui import Digits, Icon, Node, SeatSymbol, Text
from game.client.ui.area import Area, Size, inset
from game.client.ui.layout import Layout, Target
from game.client.ui.timers import clock, digits_width

BROAD = 90
"""Design units of width, at plain text, from which a compact tile says how many are away."""
Painted = dict[Hashable, tuple[tuple[Any, ...], ...]]
"""What tiles have painted: ops, words and overflows, by everything that decides how they look."""


class Sign(NamedTuple):
    """How a need looks: its icon ("" for none), the ink of icon and words, the tile's fill and line."""

    icon: str
    ink: str
    fill: str
    line: str


SIGNS: Mapping[Need, Sign] = MappingProxyType(
    {
        Need.HELP: Sign("hand", "danger", "danger_soft", "danger"),
        Need.TIMEOUT: Sign("pause", "warn", "warn_soft", "warn"),
        Need.TIME: Sign("clock", "warn", "warn_soft", "warn"),
        Need.LOST: Sign("offline", "soft", "tint", "edge"),
        Need.LATE: Sign("hourglass", "warn", "card", "edge"),
        Need.GOING: Sign("", "soft", "card", "line"),
        Need.DONE: Sign("check", "good", "good_soft", "line"),
    }
)


FIRST = Sign("hand", "on_accent", "danger", "")
"""The table that the host should go to now."""


class Shape(NamedTuple):
    """A size of tile in design units: at least so wide and high, at most so wide and high, and the gap."""

    wide: float
    high: float
    most_wide: float
    most_high: float
    gap: float


SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "large": Shape(300, 136, 620, 190, 16),
        "medium": Shape(150, 98, 300, 132, 12),
        "compact": Shape(68, 66, 150, 84, 4),
    }
)


@dataclass(frozen=True)
class Face:
    """What a tile shows. `words` say what the table does or needs, `foot` how far it has come or who is
    there; where there is no room for them stands `short`, or else the icon `at` of its phase. `out` of its
    seats are away. `left` is the clock's ms, None where none is shown; `marks` are icons of what else there
    is to know.
    """

    key: str
    number: int
    name: str
    need: Need
    words: str
    foot: str = ""
    short: str = ""
    at: str = ""
    done: int = 0
    of: int = 0
    out: int = 0
    left: float | None = None
    marks: tuple[str, ...] = ()
    away: bool = False
    first: bool = False

    @property
    def sign(self) -> Sign:
        """How its need looks."""
        return FIRST if self.first else SIGNS[self.need]

    @property
    def count(self) -> str:
        """n of m in figures, "" where nothing is counted."""
        return f"{self.done}/{self.of}" if self.of else ""


@dataclass(frozen=True, eq=False)
class TableTile(Node):
    """A table that can be pressed. What it painted is kept in `painted` for the next picture."""

    face: Face
    shape: str
    on_press: Callable[[], object]
    painted: Painted

    def natural(self, lay: Layout, width: int) -> Size:
        shape = SHAPES[self.shape]
        return lay.u(shape.wide * larger(lay)), lay.u(shape.high * larger(lay))

    def place(self, lay: Layout, area: Area) -> None:
        hot = self.face.key in (lay.memory.hover, lay.memory.pressed)
        known = (self.face, self.shape, area, hot, lay.clip, lay.text, lay.scale, lay.theme.name)
        parts: tuple[list[Any], ...] = (lay.ops, lay.words, lay.overflows)
        if known not in self.painted:
            before = [len(part) for part in parts]
            self._paint(lay, area, hot)
            fresh = zip(parts, before, strict=True)
            self.painted[known] = tuple(tuple(part[start:]) for part, start in fresh)
        else:
            for part, same in zip(parts, self.painted[known], strict=True):
                part.extend(same)
        lay.ring(self.face.key, area, self._radius(lay))
        self.mark(lay, area)

    def _radius(self, lay: Layout) -> float:
        return lay.theme.radius["small" if self.shape == "compact" else "field"]

    def _paint(self, lay: Layout, area: Area, hot: bool) -> None:
        sign, radius = self.face.sign, self._radius(lay)
        strong = self.face.need <= Need.TIME
        stroke = lay.theme.stroke["strong" if strong and self.shape != "compact" else "line"]
        shadow = "button" if self.shape == "large" else ""
        lay.box(area, sign.fill, "accent" if hot else sign.line, radius, stroke, shadow)
        {"large": self._large, "medium": self._medium, "compact": self._compact}[self.shape](lay, area)

    def mark(self, lay: Layout, area: Area) -> None:
        """Take presses here; all there is of a tile that is scrolled out of sight."""
        face = self.face
        lay.target(
            Target(face.key, area, lay.clip, face.name, "button", self.on_press, scroller=lay.scroller)
        )

    # --- the three sizes ---

    def _large(self, lay: Layout, area: Area) -> None:
        face = self.face
        x, y, w, h = inset(area, lay.u(20), lay.u(14))
        top, line = self._px(lay, 46), self._px(lay, 34)
        side = self._px(lay, 42)
        self._symbol(lay, (x, y, side, top))
        right = self._clock(lay, (x, y, w, top), 28)
        self._text(
            lay, face.name, (x + side + lay.u(12), y, right - x - side - lay.u(24), top), 30, 22, "strong"
        )
        below = y + top + lay.u(6)
        self._state(lay, (x, below, w, line), 24, 18)
        foot = self._px(lay, 28)
        self._progress(lay, (x, y + h - foot, w, foot), 22, 12)

    def _medium(self, lay: Layout, area: Area) -> None:
        face = self.face
        x, y, w, h = inset(area, lay.u(12), lay.u(8))
        top, line = self._px(lay, 33), self._px(lay, 25)
        side = self._px(lay, 26)
        self._symbol(lay, (x, y, side, top))
        right = self._clock(lay, (x, y, w, top), 22)
        self._text(
            lay,
            str(face.number),
            (x + side + lay.u(8), y, right - x - side - lay.u(12), top),
            30,
            22,
            "strong",
        )
        self._state(lay, (x, y + top, w, line), 19, 16)
        foot = self._px(lay, 23)
        self._progress(lay, (x, y + h - foot, w, foot), 18, 8)

    def _compact(self, lay: Layout, area: Area) -> None:
        x, y, w, h = inset(area, lay.u(6), lay.u(4))
        if not self._third():
            bar = lay.u(5) if self.face.of else 0
            top = (h - bar) * 57 // 100
            self._heading(lay, (x, y, w, top), 26)
            self._signs(lay, (x, y + top, w, h - top - bar - lay.u(2) * bool(bar)), 22, self._told)
            if bar:
                self._bar(lay, (x, y + h - bar, w, bar))
            return
        # No bar: its figures stand above.
        top = h * 40 // 100
        row = (h - top) // 2
        self._heading(lay, (x, y, w, top), 24)
        self._told(lay, (x, y + top, w, row), row)
        self._signs(lay, (x, y + h - row, w, row), 18, self._brief)

    def _heading(self, lay: Layout, area: Area, size: float) -> None:
        """The table's number, and at the right end that somebody is away; how many where there is room."""
        face, (x, y, w, h) = self.face, area
        if face.out:
            side, style = self._px(lay, 17), lay.style("label", 18, least=16)
            figure = str(face.out) if w >= lay.u(BROAD * larger(lay)) else ""
            right = x + w - lay.fonts.width(figure, style.face, style.px)
            lay.ink(figure, style, self._ink(), right, lay.baseline(style, area))
            spot = (right - side, y + (h - side) // 2, side, side)
            lay.paint("icon", spot, "away", lay.colour(self._ink()))
            w = right - side - x
        style = lay.style("label", size)
        if lay.fonts.width(str(face.number), style.face, style.px) > w:
            style = lay.style("label", 22)
        lay.ink(str(face.number), style, self._ink(), x, lay.baseline(style, area))

    def _signs(self, lay: Layout, area: Area, size: float, rest: Callable[[Layout, Area, int], None]) -> None:
        """A compact tile's last line: at the right end what it needs or what else there is to know, before it
        `rest`.
        """
        face, (x, y, w, h) = self.face, area
        side = min(h, self._px(lay, size))
        icon, ink = (face.sign.icon, face.sign.ink) if face.sign.icon else ("".join(face.marks[:1]), "soft")
        if icon:
            spot = (x + w - side, y + (h - side) // 2, side, side)
            lay.paint("icon", spot, icon, lay.colour(ink))
            w -= side + lay.u(2)
        rest(lay, (x, y, w, h), side)

    def _told(self, lay: Layout, area: Area, side: int) -> None:
        """What there is room for of its phase, its count and how long it has asked; or else its clock."""
        face, (x, y, w, h) = self.face, area
        alone = face.left is not None and not self._third()
        style = lay.style("label", 18, least=16) if face.left is None else lay.style("label", 16)
        told = (text for text in (face.short, face.count) if text)
        fitting = (text for text in told if lay.fonts.width(text, style.face, style.px) <= w)
        text = next(fitting, "")
        wide, gap = lay.fonts.width(text, style.face, style.px), lay.u(3)
        side = min(side, self._px(lay, 16)) if alone else side
        if face.at and (not text or (face.need is not Need.HELP and side + gap + wide <= w)):
            lay.paint("icon", (x, y + (h - side) // 2, side, side), face.at, lay.colour(self._soft()))
            x, w = x + side + gap, w - side - gap
        if alone:
            self._brief(lay, (x, y, w, h), side)
        elif text:
            lay.ink(text, style, self._ink(), x, lay.baseline(style, (x, y, w, h)))

    def _third(self) -> bool:
        """Whether a compact tile's clock takes a line of its own, as when there is more than it to tell."""
        face = self.face
        return face.left is not None and bool(face.count or face.sign.icon or face.marks)

    def _brief(self, lay: Layout, area: Area, side: int) -> None:
        """The time left, in whole minutes where there is no room for the seconds."""
        left = max(0.0, self.face.left or 0.0)
        style = lay.style("label", 17)
        texts = clock(left), f"{-int(-left // 60_000)}′"
        wide = [digits_width(lay, text, style.face, style.px) for text in texts]
        text = texts[0] if wide[0] <= area[2] else texts[1]
        ink = self.face.sign.ink if self.face.need is Need.LATE else self._soft()
        args = (text, style.face, style.px, lay.colour(ink), area[0], lay.baseline(style, area))
        lay.paint("digits", area, *args)
        lay.words.append((text, lay.visible(area)))

    # --- their parts ---

    def _ink(self) -> str:
        if self.face.first:
            return "on_accent"
        return "soft" if self.face.away else "ink"

    def _soft(self) -> str:
        return "on_accent" if self.face.first else "soft"

    def _px(self, lay: Layout, length: float) -> int:
        return lay.u(length * larger(lay))

    def _symbol(self, lay: Layout, area: Area) -> None:
        """The table's own sign; a table that asks for the host shows a hand in its place."""
        if self.face.need is Need.HELP:
            Icon("hand", area[2] / lay.scale, self.face.sign.ink).place(lay, area)
        else:
            SeatSymbol(self.face.number - 1, area[2] / lay.scale, away=self.face.away).place(lay, area)

    def _clock(self, lay: Layout, area: Area, size: float) -> int:
        """Time left at the right end, or how long the table has asked, and before it what else there is to
        know; where that begins.
        """
        face = self.face
        right = area[0] + area[2]
        if face.need is Need.HELP:
            since = Text(
                face.short, "label", size=size - 2, min=16, colour=face.sign.ink, valign="center", lines=1
            )
            wide = lay.size(since, area[2])[0]
            since.place(lay, (right - wide, area[1], wide, area[3]))
            right -= wide + lay.u(8)
        elif face.left is not None:
            digits = Digits(max(0.0, face.left), size, self._soft(), paused=True)
            wide = lay.size(digits, area[2])[0]
            right -= wide
            digits.place(lay, (right, area[1], wide, area[3]))
            right -= lay.u(8)
        for mark in face.marks:
            side = self._px(lay, size)
            right -= side
            Icon(mark, size, self._soft()).place(lay, (right, area[1], side, area[3]))
            right -= lay.u(6)
        return right

    def _state(self, lay: Layout, area: Area, size: float, least: float) -> None:
        """What the table needs, or else what it does."""
        sign = self.face.sign
        x, y, w, h = area
        if sign.icon and self.face.need is not Need.HELP:
            side = min(h, self._px(lay, size + 4))
            lay.paint("icon", (x, y + (h - side) // 2, side, side), sign.icon, lay.colour(sign.ink))
            x, w = x + side + lay.u(8), w - side - lay.u(8)
        told = self.face.need < Need.LATE
        self._text(lay, self.face.words, (x, y, w, h), size, least, "label" if told else "small", sign.ink)

    def _progress(self, lay: Layout, area: Area, size: float, thick: float) -> None:
        """How far it has come and how many are away, or who is there, at the right end; before it the bar."""
        face, (x, y, w, h) = self.face, area
        foot = Text(
            face.foot, "label", size=size, min=16, colour=self._ink(), align="end", valign="center", lines=1
        )
        foot.place(lay, area)
        if face.of:
            tall, wide = lay.u(thick), lay.size(foot, w)[0]
            if face.out:
                figure, side = Text(str(face.out), "label", size=size, min=16, lines=1), self._px(lay, size)
                out = lay.size(figure, w)[0]
                right = x + w - wide - lay.u(14) - out
                replace(figure, colour=self._soft(), valign="center").place(lay, (right, y, out, h))
                spot = (right - side - lay.u(2), y + (h - side) // 2, side, side)
                lay.paint("icon", spot, "away", lay.colour(self._soft()))
                wide += lay.u(14) + out + lay.u(2) + side
            self._bar(lay, (x, y + (h - tall) // 2, w - wide - lay.u(12), tall))

    def _bar(self, lay: Layout, area: Area) -> None:
        face = self.face
        part = area[2] * min(face.done, face.of) // max(1, face.of)
        fill = "on_accent" if face.first else "good" if face.need is Need.DONE else "accent"
        bars = [(area, "scrim" if face.first else "track")]
        if part:
            bars.append(((area[0], area[1], max(part, area[3]), area[3]), fill))
        for bar, colour in bars:
            if self.shape == "compact":  # too thin to be round, and there are many
                lay.paint("fill", bar, lay.colour(colour))
            else:
                lay.box(bar, colour, "", area[3] / lay.scale / 2)

    def _text(
        self, lay: Layout, text: str, area: Area, size: float, least: float, role: str, ink: str = ""
    ) -> None:
        node = Text(text, role, size=size, min=least, colour=ink or self._ink(), valign="center", lines=1)
        node.place(lay, area)


def larger(lay: Layout) -> float:
    """How many times its plain size a tile grows with its text."""
    return max(1.0, lay.text)
