"""Rectangles as plain tuples (x, y, width, height) in whole pixels,
so that they can be compared and hashed.
"""

from collections.abc import Iterable

Area = tuple[int, int, int, int]
Size = tuple[int, int]


def inset(area: Area, x: int, y: int | None = None) -> Area:
    """The area without a margin of `x` left and right and `y` (default `x`) above and below."""
    dy = x if y is None else y
    return area[0] + x, area[1] + dy, max(0, area[2] - 2 * x), max(0, area[3] - 2 * dy)


def meet(a: Area, b: Area) -> Area:
    """What both cover; a width or height of 0 means nothing."""
    left, top = max(a[0], b[0]), max(a[1], b[1])
    right, bottom = min(a[0] + a[2], b[0] + b[2]), min(a[1] + a[3], b[1] + b[3])
    return left, top, max(0, right - left), max(0, bottom - top)


def join(a: Area, b: Area) -> Area:
    """The smallest area that holds both."""
    left, top = min(a[0], b[0]), min(a[1], b[1])
    right, bottom = max(a[0] + a[2], b[0] + b[2]), max(a[1] + a[3], b[1] + b[3])
    return left, top, right - left, bottom - top


def touch(a: Area, b: Area) -> bool:
    """Whether the two share at least one pixel."""
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def holds(area: Area, point: tuple[int, int]) -> bool:
    """Whether the point lies in the area."""
    return area[0] <= point[0] < area[0] + area[2] and area[1] <= point[1] < area[1] + area[3]


def within(outer: Area, inner: Area) -> bool:
    """Whether all of `inner` lies in `outer`."""
    return meet(outer, inner) == inner


def middle(area: Area) -> tuple[int, int]:
    """The centre point."""
    return area[0] + area[2] // 2, area[1] + area[3] // 2


def merged(areas: Iterable[Area]) -> list[Area]:
    """The same pixels in fewer areas that do not overlap each other."""
    done: list[Area] = []
    for area in areas:
        if not (area[2] and area[3]):
            continue
        rest = []
        for other in done:
            if touch(area, other):
                area = join(area, other)
            else:
                rest.append(other)
        grown = any(touch(area, other) for other in rest)
        done = merged([*rest, area]) if grown else [*rest, area]
    return done
