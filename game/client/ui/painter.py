"""Paints operations on a surface, only where it has to, and keeps what it made in a cache bounded by
bytes.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any

import pygame

from game.client.ui import sprites
from game.client.ui.area import Area, Size, meet, touch
from game.client.ui.fonts import Fonts
from game.client.ui.ops import Op
from game.client.ui.theme import Theme

BUDGET = 96 * 1024 * 1024
PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
Slices = list[tuple[int, int, int, int]]


class Cache:
    """Surfaces by key, the least recently used thrown away when they take more than `budget` bytes."""

    def __init__(self, budget: int = BUDGET) -> None:
        self.budget = budget
        self.bytes = 0
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Any], weigh: Callable[[Any], int]) -> Any:
        """What `make` made for the key, now or before."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][0]
        made = make()
        size = weigh(made)
        self._kept[key] = made, size
        self.bytes += size
        while self.bytes > self.budget and len(self._kept) > 1:
            self.bytes -= self._kept.popitem(last=False)[1][1]
        return made


class Painter:
    """Knows how to paint each kind of operation in one theme."""

    def __init__(self, theme: Theme, fonts: Fonts, folder: Path) -> None:
        self.theme = theme
        self.fonts = fonts
        self.folder = folder
        self.cache = Cache()
        self._kinds: dict[str, Callable[[pygame.Surface, Op], None]] = {
            "fill": self._fill,
            "box": self._box,
            "ink": self._ink,
            "digits": self._digits,
            "qr": self._qr,
            "turn": self._turn,
            "shot": self._shot,
        }

    def paint(self, target: pygame.Surface, ops: Sequence[Op], areas: Sequence[Area]) -> None:
        """Paint the background and all operations inside the areas, and nothing outside them."""
        ground = self._backdrop(target.get_size())
        for area in areas:
            target.set_clip(area)
            target.blit(ground, area[:2], area)
            for op in ops:
                if touch(op.seen, area):
                    target.set_clip(area if op.clip is None else meet(area, op.clip))
                    self._one(target, op)
        target.set_clip(None)

    def _one(self, target: pygame.Surface, op: Op) -> None:
        known = self._kinds.get(op.kind)
        if known is not None:
            known(target, op)
        else:
            target.blit(self._sprite(op), op.bounds[:2], special_flags=PREMULTIPLIED)

    def _sprite(self, op: Op) -> pygame.Surface:
        size = op.bounds[2:]
        makers: dict[str, Callable[..., pygame.Surface]] = {
            "seat": sprites.seat,
            "shape": sprites.shape,
            "ring": sprites.ring,
            "hourglass": sprites.hourglass,
            "weave": sprites.weave,
            "icon": lambda size, name, colour: sprites.icon(
                size, self.folder / "icons" / f"{name}.svg", colour
            ),
            "picture": lambda size, path: sprites.picture(size, Path(path)),
        }
        return self._kept((op.kind, size, op.args), lambda: makers[op.kind](size, *op.args))

    def _kept(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        surface: pygame.Surface = self.cache.get(key, make, lambda s: s.get_width() * s.get_height() * 4)
        return surface

    def _backdrop(self, size: Size) -> pygame.Surface:
        key = ("backdrop", size)
        return self._kept(key, lambda: sprites.backdrop(size, self.theme.colour("ground"), self.theme.glows))

    def _fill(self, target: pygame.Surface, op: Op) -> None:
        colour: Any = op.args[0]
        if colour[3] == 255:
            target.fill(colour, op.bounds)
            return
        spot = target.get_clip().clip(op.bounds)
        veil = pygame.Surface(spot.size)
        veil.fill(colour[:3])
        veil.set_alpha(colour[3])
        target.blit(veil, spot)

    def _ink(self, target: pygame.Surface, op: Op) -> None:
        text, face, px, colour, x, baseline = op.args
        self._text(target, str(text), str(face), px, colour, x, baseline)

    def _text(
        self, target: pygame.Surface, text: str, face: str, px: Any, colour: Any, x: Any, baseline: Any
    ) -> None:
        made: tuple[pygame.Surface, int] = self.cache.get(
            ("ink", text, face, px, colour),
            lambda: self.fonts.draw(text, face, px, colour),
            lambda pair: pair[0].get_width() * pair[0].get_height() * 4,
        )
        target.blit(made[0], (x, baseline - made[1]))

    def _digits(self, target: pygame.Surface, op: Op) -> None:
        text, face, px, colour, x, baseline = op.args
        cell = max(self.fonts.width(digit, str(face), px) for digit in "0123456789")
        left: Any = x
        for char in str(text):
            wide = self.fonts.width(char, str(face), px)
            room = cell if char.isdigit() else wide
            self._text(target, char, str(face), px, colour, left + (room - wide) // 2, baseline)
            left += room

    def _qr(self, target: pygame.Surface, op: Op) -> None:
        data, dark, light = op.args
        size = op.bounds[2:]
        code = self._kept(("qr", size, op.args), lambda: sprites.qr(size, str(data), dark, light))  # type: ignore[arg-type]
        target.blit(code, op.bounds[:2])

    def _shot(self, target: pygame.Surface, op: Op) -> None:
        """A picture that somebody else has made, at its own size."""
        made: Any = op.args[0]
        target.blit(made.surface, op.bounds[:2])

    def _turn(self, target: pygame.Surface, op: Op) -> None:
        share, face = op.args
        wide = max(1, round(op.bounds[2] * float(share)))  # type: ignore[arg-type]
        sheet = pygame.Surface(op.bounds[2:], pygame.SRCALPHA)
        for inner in face:  # type: ignore[attr-defined]
            moved = (inner.bounds[0] - op.bounds[0], inner.bounds[1] - op.bounds[1], *inner.bounds[2:])
            self._shifted(sheet, inner, moved, op.bounds[:2])
        squeezed = pygame.transform.scale(sheet, (wide, op.bounds[3]))
        target.blit(
            squeezed, (op.bounds[0] + (op.bounds[2] - wide) // 2, op.bounds[1]), special_flags=PREMULTIPLIED
        )

    def _shifted(self, sheet: pygame.Surface, op: Op, bounds: Area, by: tuple[int, int]) -> None:
        args = op.args
        if op.kind == "box":
            area: Any = args[0]
            args = ((area[0] - by[0], area[1] - by[1], *area[2:]), *args[1:])
        elif op.kind in ("ink", "digits"):
            args = (*args[:4], args[4] - by[0], args[5] - by[1])  # type: ignore[operator]
        self._one(sheet, Op(op.kind, bounds, None, args))

    def _box(self, target: pygame.Surface, op: Op) -> None:
        area, fill, line, radius, stroke, glow, fall = op.args
        self._nine_box(target, area, fill, line, radius, stroke, glow, fall)  # type: ignore[arg-type]

    def _nine_box(
        self,
        target: pygame.Surface,
        area: Area,
        fill: Any,
        line: Any,
        radius: int,
        stroke: int,
        glow: Any,
        fall: tuple[Any, ...],
    ) -> None:
        solid = fill is not None and fill[3] == 255
        if fall:
            self._shadow(target, area, radius, fall, solid)
        edge = max(radius, stroke) + 1
        size = min(area[2], 2 * edge + 2), area[3] if glow else min(area[3], 2 * edge + 2)
        key = ("box", size, fill, line, radius, stroke, glow)
        tile = self._kept(key, lambda: sprites.box(size, fill, line, radius, stroke, glow))
        hole = fill if fill is None or (solid and not glow) else False
        nine(target, tile, edge, area, hole)

    def _shadow(
        self, target: pygame.Surface, area: Area, radius: int, fall: tuple[Any, ...], solid: bool
    ) -> None:
        blur, drop, spread, colour = fall
        margin = 2 * blur
        edge = 2 * margin + radius
        wide, high = area[2] + 2 * spread, area[3] + 2 * spread
        size = min(wide, 2 * (edge - margin) + 2), min(high, 2 * (edge - margin) + 2)
        tile = self._kept(
            ("shadow", size, radius, blur, colour), lambda: sprites.shadow(size, radius, blur, colour)
        )
        spot = (
            area[0] - margin - spread, area[1] - margin - spread + drop, wide + 2 * margin, high + 2 * margin,
        )  # fmt: skip
        nine(target, tile, edge, spot, None if solid else False)


def nine(target: pygame.Surface, tile: pygame.Surface, edge: int, area: Area, middle: Any) -> None:
    """Stretch a tile over an area, keeping `edge` pixels at each side.

    `middle` is a colour to fill the middle with, None to leave it out, or False to stretch it too.
    """
    clip = target.get_clip()
    columns = _slices(tile.get_width(), edge, area[0], area[2])
    rows = _slices(tile.get_height(), edge, area[1], area[3])
    for row, (sy, sh, dy, dh) in enumerate(rows):
        for column, (sx, sw, dx, dw) in enumerate(columns):
            if not clip.colliderect((dx, dy, dw, dh)):
                continue
            inside = len(rows) == len(columns) == 3 and row == column == 1
            if inside and middle is not False:
                if middle is not None:
                    target.fill(middle, (dx, dy, dw, dh))
            elif (sw, sh) == (dw, dh):
                target.blit(tile, (dx, dy), (sx, sy, sw, sh), special_flags=PREMULTIPLIED)
            else:
                piece = pygame.transform.scale(tile.subsurface((sx, sy, sw, sh)), (dw, dh))
                target.blit(piece, (dx, dy), special_flags=PREMULTIPLIED)


def _slices(tile: int, edge: int, start: int, length: int) -> Slices:
    if tile == length or tile < 2 * edge + 1:
        return [(0, tile, start, length)]
    return [
        (0, edge, start, edge),
        (edge, tile - 2 * edge, start + edge, length - 2 * edge),
        (tile - edge, edge, start + length - edge, edge),
    ]
