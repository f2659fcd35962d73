"""The shapes of options and seats as polygons in a unit square, and their names."""

from collections.abc import Callable
from math import acos, cos, pi, sin

Point = tuple[float, float]
SEATS = (
    "circle", "square", "triangle", "diamond", "star", "heart",
    "hexagon", "drop", "moon", "plus", "leaf", "arch",
)  # fmt: skip


def outline(shape: str) -> list[Point]:
    """The corners of a shape, x and y from 0 to 1, y downwards. KeyError for an unknown name."""
    shapes: dict[str, Callable[[], list[Point]]] = {
        "circle": lambda: _round(0.5, 0.5, 0.48, 0, 2 * pi, 72),
        "square": lambda: _soft([(0.08, 0.08), (0.92, 0.08), (0.92, 0.92), (0.08, 0.92)], 0.1),
        "triangle": lambda: _soft([(0.5, 0.0), (1.0, 0.94), (0.0, 0.94)], 0.12),
        "diamond": lambda: _soft([(0.5, -0.02), (1.02, 0.5), (0.5, 1.02), (-0.02, 0.5)], 0.1),
        "hexagon": lambda: _soft(_round(0.5, 0.5, 0.52, -pi / 2, 1.5 * pi, 6)[:-1], 0.08),
        "star": _star,
        "heart": _heart,
        "drop": lambda: [(0.5, 0.0), *_round(0.5, 0.64, 0.35, -0.19 * pi, 1.19 * pi, 48)],
        "moon": _moon,
        "plus": _plus,
        "leaf": lambda: [
            *_round(0.98, 0.98, 0.96, pi, 1.5 * pi, 32),
            *_round(0.02, 0.02, 0.96, 0, pi / 2, 32),
        ],
        "arch": _arch,
    }
    return shapes[shape]()


def _round(x: float, y: float, radius: float, start: float, end: float, steps: int) -> list[Point]:
    turn = (end - start) / steps
    return [
        (x + radius * cos(start + turn * i), y + radius * sin(start + turn * i)) for i in range(steps + 1)
    ]


def _soft(corners: list[Point], cut: float) -> list[Point]:
    points: list[Point] = []
    for index, corner in enumerate(corners):
        before, after = corners[index - 1], corners[(index + 1) % len(corners)]
        start, end = _towards(corner, before, cut), _towards(corner, after, cut)
        points += [_bend(start, corner, end, step / 8) for step in range(9)]
    return points


def _bend(start: Point, corner: Point, end: Point, t: float) -> Point:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return a * start[0] + b * corner[0] + c * end[0], a * start[1] + b * corner[1] + c * end[1]


def _towards(point: Point, other: Point, length: float) -> Point:
    far = ((other[0] - point[0]) ** 2 + (other[1] - point[1]) ** 2) ** 0.5
    return point[0] + (other[0] - point[0]) * length / far, point[1] + (other[1] - point[1]) * length / far


def _star() -> list[Point]:
    points = []
    for index in range(10):
        reach = 0.52 if index % 2 == 0 else 0.23
        turn = -pi / 2 + index * pi / 5
        points.append((0.5 + reach * cos(turn), 0.53 + reach * sin(turn)))
    return points


def _heart() -> list[Point]:
    points = []
    for index in range(72):
        t = 2 * pi * index / 72
        x = 16 * sin(t) ** 3
        y = 13 * cos(t) - 5 * cos(2 * t) - 2 * cos(3 * t) - cos(4 * t)
        points.append((0.5 + x / 34, 0.46 - y / 34))
    return points


def _moon() -> list[Point]:
    far, outer, inner, turn = 0.2417, 0.48, 0.4, -0.4266
    along = (outer**2 - inner**2 + far**2) / (2 * far)
    wide, narrow = acos(along / outer), acos((along - far) / inner)
    back = _round(
        0.5 + far * cos(turn), 0.5 + far * sin(turn), inner, turn - narrow, turn + narrow - 2 * pi, 48
    )
    return [*_round(0.5, 0.5, outer, turn + wide, turn - wide + 2 * pi, 64), *back]


def _arch() -> list[Point]:
    outer, inner = _round(0.5, 0.5, 0.46, pi, 2 * pi, 40), _round(0.5, 0.56, 0.16, 2 * pi, pi, 24)
    return [*outer, (0.96, 0.94), (0.66, 0.94), *inner, (0.34, 0.94), (0.04, 0.94)]


def _plus() -> list[Point]:
    low, high = 0.33, 0.67
    return [
        (low, 0.03), (high, 0.03), (high, low), (0.97, low), (0.97, high), (high, high),
        (high, 0.97), (low, 0.97), (low, high), (0.03, high), (0.03, low), (low, low),
    ]  # fmt: skip
