"""A large or medium tile on the host's board: three lines with words."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from game.client.stations.host_brush import Brush
from game.client.stations.host_tables import Need
from game.client.ui import Digits, Icon, SeatSymbol, Text
from game.client.ui.area import Area, inset


class Line(NamedTuple):
    """A line of a tile in design units: its height, the size of its text, and how far that may shrink."""

    high: float
    size: float
    least: float


class Roomy(Brush):
    """Who it is and how much time is left; what it needs and does; how far it has come."""

    pad: tuple[float, float]
    gap: float
    side: float
    """Of its symbol."""
    digits: float
    """The size of its clock."""
    thick: float
    """Of its bar."""
    head: Line
    state: Line
    foot: Line

    def paint(self, area: Area) -> None:
        x, y, w, h = inset(area, *(self.lay.u(pad) for pad in self.pad))
        top, foot = self.px(self.head.high), self.px(self.foot.high)
        self._heading((x, y, w, top))
        self._state((x, y + top + self.lay.u(self.gap), w, self.px(self.state.high)))
        self._progress((x, y + h - foot, w, foot))

    def _names(self) -> tuple[str, ...]:
        """What it may be called, the best first."""
        raise NotImplementedError

    def _heading(self, area: Area) -> None:
        """Its symbol, or the hand of a table that asks for the host, and its name as far as the clock."""
        (x, y, _, h), face, side = area, self.face, self.px(self.side)
        if face.need is Need.HELP:
            Icon("hand", side / self.lay.scale, face.sign.ink).place(self.lay, (x, y, side, h))
        else:
            SeatSymbol(face.number - 1, side / self.lay.scale, away=face.away).place(
                self.lay, (x, y, side, h)
            )
        x += side + self.lay.u(10)
        room = self._clock(area) - x
        self._text(self._fitting(self._names(), self.head, room), (x, y, room, h), self.head, "strong")

    def _clock(self, area: Area) -> int:
        """Time left at the right end, and before it what else there is to know; where that begins."""
        face, lay = self.face, self.lay
        right = area[0] + area[2]
        if face.left is not None:
            digits = Digits(max(0.0, face.left), self.digits, self.soft, paused=True)
            wide = lay.size(digits, area[2])[0]
            right -= wide
            digits.place(lay, (right, area[1], wide, area[3]))
            right -= lay.u(8)
        for mark in face.marks:
            side = self.px(self.digits)
            right -= side
            self.icon(mark, (right, area[1], side, area[3]), side, self.soft)
            right -= lay.u(6)
        return right

    def _state(self, area: Area) -> None:
        """What it needs, for how long it has asked for it, and at the right end what it does meanwhile; or
        only what it does.
        """
        face, lay, (x, y, w, h) = self.face, self.lay, area
        needs = face.words != face.phase
        words = (f"{face.words} · {face.since}", face.since) if face.since else (face.words,)
        side = min(h, self.px(self.state.size + 2))
        beside = side + lay.u(8) if needs and face.at else 0
        # Where there is no room for the icons of both, the need has its words.
        if face.sign.icon and face.need is not Need.HELP:
            sign = side + lay.u(8)
            if not beside or self._fits(face.words, self.state, w - sign - beside):
                self.icon(face.sign.icon, area, side, face.sign.ink)
                x, w = x + sign, w - sign
        told = self._fitting(words, self.state, w - beside)
        role = "label" if needs else "small"
        self._text(told, (x, y, w - beside, h), self.state, role, face.sign.ink)
        if beside:
            self._meanwhile((x, y, w, h), side, told)

    def _meanwhile(self, area: Area, side: int, told: str) -> None:
        """The phase beside what is told of a need: its name where there is room, else its icon."""
        lay, (x, y, w, h) = self.lay, area
        phase = Text(
            self.face.phase,
            "small",
            size=self.state.size,
            min=self.state.size,
            colour=self.soft,
            align="end",
            valign="center",
            lines=1,
        )
        style = lay.style("label", self.state.size)
        room = w - lay.fonts.width(told, style.face, style.px) - lay.u(20)
        if lay.size(phase, w)[0] <= room:
            phase.place(lay, (x + w - room, y, room, h))
        else:
            self.icon(self.face.at, (x + w - side, y, side, h), side, self.soft)

    def _progress(self, area: Area) -> None:
        """How far it has come and how many are away, or who is there, at the right end; before it the bar."""
        lay, face, (x, y, w, h) = self.lay, self.face, area
        size, least = self.foot.size, self.foot.least
        told = Text(face.foot, "label", size=size, min=least, colour=self.ink, lines=1)
        foot = replace(told, align="end", valign="center")
        foot.place(lay, area)
        if not face.of:
            return
        tall, wide = lay.u(self.thick), lay.size(foot, w)[0]
        if face.out:
            figure, side = Text(str(face.out), "label", size=size, min=least, lines=1), self.px(size)
            out = lay.size(figure, w)[0]
            right = x + w - wide - lay.u(14) - out
            replace(figure, colour=self.soft, valign="center").place(lay, (right, y, out, h))
            self.icon("away", (right - side - lay.u(2), y, side, h), side, self.soft)
            wide += lay.u(14) + out + lay.u(2) + side
        self.bar((x, y + (h - tall) // 2, w - wide - lay.u(12), tall))

    def _fitting(self, texts: tuple[str, ...], line: Line, room: int) -> str:
        """The first text that fits, else the last."""
        return next((text for text in texts if self._fits(text, line, room)), texts[-1])

    def _fits(self, text: str, line: Line, room: int) -> bool:
        """Whether there is room for a text when it is as small as it may be."""
        style = self.lay.style("label", line.least)
        return self.lay.fonts.width(text, style.face, style.px) <= room

    def _text(self, text: str, area: Area, line: Line, role: str, ink: str = "") -> None:
        node = Text(
            text, role, size=line.size, min=line.least, colour=ink or self.ink, valign="center", lines=1
        )
        node.place(self.lay, area)


class Large(Roomy):
    """With the table's whole name."""

    pad, gap, side, digits, thick = (20, 14), 6, 42, 28, 12
    head, state, foot = Line(46, 30, 22), Line(34, 24, 18), Line(28, 22, 16)

    def _names(self) -> tuple[str, ...]:
        return self.face.name, str(self.face.number)


class Medium(Roomy):
    """With the table's number alone."""

    pad, gap, side, digits, thick = (12, 8), 0, 26, 22, 8
    head, state, foot = Line(33, 30, 22), Line(25, 19, 16), Line(23, 18, 16)

    def _names(self) -> tuple[str, ...]:
        return (str(self.face.number),)
