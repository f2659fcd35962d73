"""Pictures made once and kept: anti-aliased boxes, shadows, shapes, icons, rings, sand and the background.

All are premultiplied; blit them with BLEND_PREMULTIPLIED.
"""

from collections.abc import Sequence
from io import BytesIO
from math import cos, exp, pi, sin, sqrt
from pathlib import Path

import pygame

from game.client.ui.area import Size
from game.client.ui.shapes import SEATS, outline
from game.client.ui.theme import Colour, Glow

FINE = 4
Points = Sequence[tuple[float, float]]


def blank(size: Size, colour: Colour) -> pygame.Surface:
    """A transparent surface whose colour is already that of the edge that will be drawn on it."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    surface.fill((*colour[:3], 0))
    return surface


def shrunk(surface: pygame.Surface, size: Size) -> pygame.Surface:
    """The finely drawn surface at its real size, premultiplied."""
    return pygame.transform.smoothscale(surface, size).premul_alpha()


def box(
    size: Size, fill: Colour | None, line: Colour | None, radius: int, stroke: int, glow: Colour | None
) -> pygame.Surface:
    """A rounded box that fills `size`; `glow` is the colour at its top, fading to `fill` at its bottom."""
    big = (size[0] * FINE, size[1] * FINE)
    edge = line if line and stroke else fill or (0, 0, 0, 0)
    surface = blank(big, edge)
    if line and stroke:
        pygame.draw.rect(surface, line, ((0, 0), big), border_radius=radius * FINE)
    inner = pygame.Rect((0, 0), big).inflate(-2 * stroke * FINE, -2 * stroke * FINE)
    body = fill or (*edge[:3], 0)
    pygame.draw.rect(surface, body, inner, border_radius=max(0, radius - stroke) * FINE)
    small = pygame.transform.smoothscale(surface, size)
    if glow and fill:
        _shade(small, glow, fill)
    return small.premul_alpha()


def _shade(surface: pygame.Surface, top: Colour, bottom: Colour) -> None:
    high = surface.get_height()
    mask = surface.copy()
    mask.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
    for y in range(high):
        share = y / max(1, high - 1)
        row = tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True))
        surface.fill(row, (0, y, surface.get_width(), 1))
    surface.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)


def shadow(size: Size, radius: int, blur: int, colour: Colour) -> pygame.Surface:
    """The soft shadow of a box of `size`; the surface is wider by twice the blur on every side."""
    margin = 2 * blur
    surface = blank((size[0] + 2 * margin, size[1] + 2 * margin), colour)
    pygame.draw.rect(surface, colour, (margin, margin, *size), border_radius=radius)
    surface = surface.premul_alpha()
    for _ in range(3):
        surface = pygame.transform.box_blur(surface, max(1, round(blur * 0.58)))
    return surface


def polygon(size: Size, points: Points, colour: Colour) -> pygame.Surface:
    """A filled polygon in unit coordinates."""
    surface = blank((size[0] * FINE, size[1] * FINE), colour)
    pygame.draw.polygon(surface, colour, [(x * size[0] * FINE, y * size[1] * FINE) for x, y in points])
    return shrunk(surface, size)


def hollow(size: Size, points: Points, colour: Colour) -> pygame.Surface:
    """The outline of a polygon in unit coordinates."""
    surface = blank((size[0] * FINE, size[1] * FINE), colour)
    corners = [((0.07 + 0.86 * x) * size[0] * FINE, (0.07 + 0.86 * y) * size[1] * FINE) for x, y in points]
    thick = max(FINE, size[0] * FINE // 11)
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        pygame.draw.line(surface, colour, start, end, thick)
        pygame.draw.circle(surface, colour, end, thick / 2)
    return shrunk(surface, size)


def shape(size: Size, name: str, colour: Colour) -> pygame.Surface:
    """A named shape (see shapes)."""
    return polygon(size, outline(name), colour)


def seat(size: Size, number: int, colour: Colour, away: bool) -> pygame.Surface:
    """The symbol of a seat."""
    return (hollow if away else polygon)(size, outline(SEATS[number]), colour)


def icon(size: Size, path: Path, colour: Colour) -> pygame.Surface:
    """An SVG drawn in black, in one colour."""
    source = path.read_text(encoding="utf-8").replace("#000000", "#{:02x}{:02x}{:02x}".format(*colour[:3]))
    return pygame.image.load_sized_svg(BytesIO(source.encode()), size).premul_alpha()


def picture(size: Size, path: Path) -> pygame.Surface:
    """A picture file at a size."""
    if path.suffix == ".svg":
        return pygame.image.load_sized_svg(path, size).premul_alpha()
    loaded = pygame.image.load(path)
    canvas = pygame.Surface(loaded.get_size(), pygame.SRCALPHA)
    canvas.blit(loaded, (0, 0))
    return shrunk(canvas, size)


def qr(size: Size, data: str, dark: Colour, light: Colour) -> pygame.Surface:
    """A QR code in whole pixels with four light modules around it, centred in `size`."""
    import segno

    matrix = segno.make(data, error="m", micro=False).matrix
    count = len(matrix) + 8
    cell = max(1, size[0] // count)
    surface = pygame.Surface(size)
    surface.fill(light)
    start = (size[0] - cell * count) // 2 + 4 * cell
    for y, row in enumerate(matrix):
        for x, module in enumerate(row):
            if module:
                surface.fill(dark, (start + x * cell, start + y * cell, cell, cell))
    return surface


def ring(size: Size, part: int, whole: int, track: Colour, colour: Colour) -> pygame.Surface:
    """A ring of which `part` of `whole` is coloured, clockwise from the top, with round ends."""
    side = size[0] * FINE
    middle, outer = side / 2, side / 2 - 1
    thick = side * 0.085
    surface = blank((side, side), track)
    pygame.draw.circle(surface, track, (middle, middle), outer)
    if part >= whole:
        pygame.draw.circle(surface, colour, (middle, middle), outer)
    elif part > 0:
        turn = 2 * pi * part / whole
        steps = max(2, round(turn * 40))
        rim = [
            (middle + outer * sin(turn * i / steps), middle - outer * cos(turn * i / steps))
            for i in range(steps + 1)
        ]
        pygame.draw.polygon(surface, colour, [(middle, middle), *rim])
        for angle in (0.0, turn):
            reach = outer - thick / 2
            pygame.draw.circle(
                surface, colour, (middle + reach * sin(angle), middle - reach * cos(angle)), thick / 2
            )
    pygame.draw.circle(surface, (*track[:3], 0), (middle, middle), outer - thick)
    return shrunk(surface, size)


def hourglass(
    size: Size, part: int, whole: int, sand: Colour, frame: Colour, glass: Colour, runs: bool
) -> pygame.Surface:
    """Sand above for the time left and below for the time gone; levels follow the volume,
    so they look right.
    """
    big = (size[0] * FINE, size[1] * FINE)
    wide, high = big
    surface = blank(big, frame)
    body = _bulbs(wide, high)
    pygame.draw.polygon(surface, glass, body)
    sandy = blank(big, sand)
    pygame.draw.polygon(sandy, sand, body)
    heap = blank(big, sand)
    fall = _heaps(heap, wide, high, part / whole, sand)
    heap.blit(sandy, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    surface.blit(heap, (0, 0))
    if runs:
        pygame.draw.line(surface, sand, (wide / 2, high / 2 - 2), (wide / 2, fall), max(2, wide // 60))
    pygame.draw.lines(surface, frame, True, body, max(FINE, wide // 40))
    for y in (0.0, high * 0.93):
        bar = pygame.Rect(wide * 0.06, y, wide * 0.88, high * 0.07)
        pygame.draw.rect(surface, frame, bar, border_radius=round(high * 0.03))
    return shrunk(surface, size)


def _heaps(surface: pygame.Surface, wide: float, high: float, left: float, sand: Colour) -> float:
    """Draw the sand above (with a dip) and below (with a top), as wide as the glass;
    answers where the sand lands.
    """
    neck, reach = high * 0.5, high * 0.42
    up = neck - reach * 0.86 * sqrt(left)
    down = high * 0.94 - reach * 0.8 * (1 - sqrt(left))
    dip = min(high * 0.03, (neck - up) * 0.5)
    peak = min(high * 0.06, (high * 0.94 - down) * 0.9)
    across = [index / 48 for index in range(49)]
    hump = [exp(-(((x - 0.5) / 0.17) ** 2)) for x in across]
    if left > 0:
        top = [(x * wide, up + dip * h) for x, h in zip(across, hump, strict=True)]
        pygame.draw.polygon(surface, sand, [*top, (wide, neck), (0, neck)])
    if left < 1:
        top = [(x * wide, down - peak * h) for x, h in zip(across, hump, strict=True)]
        pygame.draw.polygon(surface, sand, [*top, (wide, high), (0, high)])
    return down - peak


def _bulbs(wide: float, high: float) -> list[tuple[float, float]]:
    half, neck = wide * 0.38, wide * 0.035
    side = []
    for index in range(61):
        t = index / 60
        curve = abs(cos(pi * t)) ** 0.8 if 0 < t < 1 else 1.0
        swell = neck + (half - neck) * (1 - (1 - curve) ** 1.6)
        side.append((swell, high * (0.06 + 0.88 * t)))
    right = [(wide / 2 + reach, y) for reach, y in side]
    return right + [(wide / 2 - reach, y) for reach, y in reversed(side)]


def weave(size: Size, ground: Colour, light: Colour, radius: int) -> pygame.Surface:
    """The pattern of a card back: calm overlapping waves inside a rounded field."""
    fine = 2
    big = (size[0] * fine, size[1] * fine)
    surface = pygame.Surface(big, pygame.SRCALPHA)
    surface.fill(ground)
    reach = big[0] / 7
    tones = [
        tuple(round(g + (w - g) * s) for g, w in zip(ground, light, strict=True))
        for s in (0.34, 0.0, 0.26, 0.0, 0.18, 0.0)
    ]
    rows = int(big[1] / (reach / 2)) + 3
    for row in range(rows):
        shift = reach if row % 2 else 0.0
        for column in range(-1, 6):
            centre = (column * 2 * reach + shift, row * reach / 2)
            for index, tone in enumerate(tones):
                pygame.draw.circle(surface, tone, centre, reach * (1 - index * 0.16))
    mask = blank(big, (255, 255, 255, 0))
    pygame.draw.rect(mask, (255, 255, 255, 255), ((0, 0), big), border_radius=radius * fine)
    surface.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return shrunk(surface, size)


def backdrop(size: Size, ground: Colour, glows: Sequence[Glow]) -> pygame.Surface:
    """The ground with its soft lights, opaque."""
    surface = pygame.Surface(size)
    surface.fill(ground)
    if not glows:
        return surface
    wide, high = 96, 54
    small = pygame.Surface((wide, high))
    for y in range(high):
        for x in range(wide):
            small.set_at((x, y), _light((x + 0.5) / wide, (y + 0.5) / high, ground, glows))
    middle = pygame.transform.smoothscale(small, (wide * 5, high * 5))
    return pygame.transform.smoothscale(pygame.transform.box_blur(middle, 7), size)


def _light(x: float, y: float, ground: Colour, glows: Sequence[Glow]) -> tuple[int, int, int]:
    red, green, blue = (float(level) for level in ground[:3])
    for glow in glows:
        far = sqrt((x - glow.x) ** 2 + ((y - glow.y) * 0.72) ** 2) / glow.reach
        share = glow.strength * max(0.0, 1 - far * far) ** 2
        red += (glow.colour[0] - red) * share
        green += (glow.colour[1] - green) * share
        blue += (glow.colour[2] - blue) * share
    return round(red), round(green), round(blue)
