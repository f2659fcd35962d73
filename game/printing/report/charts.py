"""Charts of the web page as inline SVG: before is an outline, after is filled.

The tables beside them tell the same, so a screen reader passes them by.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

STEP: Final = 34
HIGH: Final = 110
LONG: Final = 260
ROW: Final = 40


def histogram(counts: Sequence[int], middle: float | None = None, *, filled: bool = True) -> str:
    """A column for each number from 1 on; the middle is marked by a triangle below."""
    most = max(1, *counts)
    wide, foot = STEP * len(counts), 20 + HIGH
    parts = []
    for n, count in enumerate(counts):
        x, tall = n * STEP, round(HIGH * count / most, 1)
        parts.append(
            f'<rect class="{"after" if filled else "before"}" x="{x + 4}" y="{foot - tall:g}"'
            f' width="{STEP - 8}" height="{tall:g}"/>'
        )
        parts.append(_text(x + STEP / 2, foot - tall - 5, str(count), "middle"))
        parts.append(_text(x + STEP / 2, foot + 17, str(n + 1), "middle"))
    parts.append(f'<path class="axis" d="M0 {foot}H{wide}"/>')
    if middle is not None:
        at = (middle - 0.5) * STEP
        parts.append(f'<path class="ink" d="M{at - 6:g} {foot + 33}h12l-6 -11z"/>')
    return _svg(wide, foot + 36, parts)


def bars(rows: Sequence[tuple[str, int, int]]) -> str:
    """Two bars for each (sign, before, after), one above the other."""
    most = max(1, *(max(before, after) for _, before, after in rows))
    parts = []
    for n, (sign, before, after) in enumerate(rows):
        y = n * ROW
        parts.append(_text(10, y + 24, sign, "middle", "sign"))
        for kind, count, down in (("before", before, 4), ("after", after, 20)):
            long = round(LONG * count / most, 1)
            parts.append(f'<rect class="{kind}" x="28" y="{y + down}" width="{max(long, 1):g}" height="13"/>')
            parts.append(_text(34 + long, y + down + 11, str(count)))
    return _svg(28 + LONG + 40, ROW * len(rows), parts)


def _text(x: float, y: float, words: str, anchor: str = "start", kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(words)}</text>'


def _svg(wide: float, high: float, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" aria-hidden="true" focusable="false">'
        + "".join(parts)
        + "</svg>"
    )
