"""Where focus goes: in order with Tab, by direction with the arrows."""

from collections.abc import Sequence

from game.client.ui.area import middle
from game.client.ui.layout import Target

ARROWS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


def stops(targets: Sequence[Target]) -> list[Target]:
    """The targets that can have focus, in order."""
    return [target for target in targets if target.stop and target.enabled]


def following(targets: Sequence[Target], focus: str, step: int) -> str:
    """The key after (1) or before (-1) the focused one, going round; "" when there is none."""
    ring = stops(targets)
    if not ring:
        return ""
    keys = [target.key for target in ring]
    if focus not in keys:
        return keys[0 if step > 0 else -1]
    return keys[(keys.index(focus) + step) % len(keys)]


def beside(targets: Sequence[Target], focus: str, arrow: str) -> str:
    """The nearest key in the direction of an arrow; "" when there is none,
    the first when nothing has focus.
    """
    ring = stops(targets)
    here = next((target for target in ring if target.key == focus), None)
    if here is None:
        return ring[0].key if ring else ""
    dx, dy = ARROWS[arrow]
    best, least = "", float("inf")
    for target in ring:
        if target is here:
            continue
        along, across = _offset(here, target, dx, dy)
        if along > 0 and along + 3 * across < least:
            best, least = target.key, along + 3 * across
    return best


def _offset(here: Target, there: Target, dx: int, dy: int) -> tuple[float, float]:
    (x0, y0), (x1, y1) = middle(here.area), middle(there.area)
    along = (x1 - x0) * dx + (y1 - y0) * dy
    axis = 1 if dx else 0
    low = max(here.area[axis], there.area[axis])
    high = min(here.area[axis] + here.area[axis + 2], there.area[axis] + there.area[axis + 2])
    apart = max(0, low - high)
    aside = abs((y1 - y0) if dx else (x1 - x0))
    return along, apart + aside * 0.05
