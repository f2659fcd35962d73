"""A compact tile on the host's board: all there is room for where two hundred tables are in sight."""

from __future__ import annotations

from collections.abc import Callable

from game.client.stations.host_brush import Brush, larger
from game.client.stations.host_tables import Need
from game.client.ui.area import Area, inset
from game.client.ui.timers import clock, digits_width

BROAD = 90
"""Design units of width, at plain text, from which a compact tile says how many are away."""


class Compact(Brush):
    """Its number above, and below that what needs least room to say."""

    def paint(self, area: Area) -> None:
        u = self.lay.u
        x, y, w, h = inset(area, u(6), u(4))
        if not self._third():
            bar = u(5) if self.face.of else 0
            top = (h - bar) * 57 // 100
            self._heading((x, y, w, top), 26)
            self._signs((x, y + top, w, h - top - bar - u(2) * bool(bar)), 22, self._told)
            if bar:
                self.bar((x, y + h - bar, w, bar), flat=True)
            return
        # No bar: its figures stand above.
        top = h * 40 // 100
        row = (h - top) // 2
        self._heading((x, y, w, top), 24)
        self._told((x, y + top, w, row), row)
        self._signs((x, y + h - row, w, row), 18, self._brief)

    def _heading(self, area: Area, size: float) -> None:
        """The table's number, and at the right end that somebody is away; how many where there is room."""
        lay, face, (x, y, w, h) = self.lay, self.face, area
        if face.out:
            side, style = self.px(17), lay.style("label", 18, least=16)
            figure = str(face.out) if w >= lay.u(BROAD * larger(lay)) else ""
            right = x + w - lay.fonts.width(figure, style.face, style.px)
            lay.ink(figure, style, self.ink, right, lay.baseline(style, area))
            self.icon("away", (right - side, y, side, h), side, self.ink)
            w = right - side - x
        style = lay.style("label", size)
        if lay.fonts.width(str(face.number), style.face, style.px) > w:
            style = lay.style("label", 22)
        lay.ink(str(face.number), style, self.ink, x, lay.baseline(style, area))

    def _signs(self, area: Area, size: float, rest: Callable[[Area, int], None]) -> None:
        """The last line: at the right end what it needs or what else there is to know, before it `rest`."""
        face, (x, y, w, h) = self.face, area
        side = min(h, self.px(size))
        icon, ink = (face.sign.icon, face.sign.ink) if face.sign.icon else ("".join(face.marks[:1]), "soft")
        if icon:
            self.icon(icon, (x + w - side, y, side, h), side, ink)
            w -= side + self.lay.u(2)
        rest((x, y, w, h), side)

    def _told(self, area: Area, side: int) -> None:
        """What there is room for of its phase, its count and how long it has asked; or else its clock."""
        lay, face, (x, y, w, h) = self.lay, self.face, area
        alone = face.left is not None and not self._third()
        style = lay.style("label", 18, least=16) if face.left is None else lay.style("label", 16)
        told = (text for text in (face.since, face.count) if text)
        fitting = (text for text in told if lay.fonts.width(text, style.face, style.px) <= w)
        text = next(fitting, "")
        wide, gap = lay.fonts.width(text, style.face, style.px), lay.u(3)
        side = min(side, self.px(16)) if alone else side
        if face.at and (not text or (face.need is not Need.HELP and side + gap + wide <= w)):
            self.icon(face.at, area, side, self.soft)
            x, w = x + side + gap, w - side - gap
        if alone:
            self._brief((x, y, w, h), side)
        elif text:
            lay.ink(text, style, self.ink, x, lay.baseline(style, (x, y, w, h)))

    def _third(self) -> bool:
        """Whether its clock takes a line of its own, as when there is more than it to tell."""
        face = self.face
        return face.left is not None and bool(face.count or face.sign.icon or face.marks)

    def _brief(self, area: Area, side: int) -> None:
        """The time left, in whole minutes where there is no room for the seconds."""
        lay, left = self.lay, max(0.0, self.face.left or 0.0)
        style = lay.style("label", 17)
        texts = clock(left), f"{-int(-left // 60_000)}′"
        wide = [digits_width(lay, text, style.face, style.px) for text in texts]
        text = texts[0] if wide[0] <= area[2] else texts[1]
        ink = self.face.sign.ink if self.face.need is Need.LATE else self.soft
        args = (text, style.face, style.px, lay.colour(ink), area[0], lay.baseline(style, area))
        lay.paint("digits", area, *args)
        lay.words.append((text, lay.visible(area)))
