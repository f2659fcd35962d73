"""Charts of the web page as inline SVG: before is an outline, after is filled.

The tables beside them tell the same, so a screen reader passes them by.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

STEP: Final = 34
HIGH: Final = 110
LONG: Final = 260
ROW: Final = 40
WIDE: Final = 46
"""Of a month."""


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


def curve(months: Sequence[Mapping[str, Any]]) -> str:
    """Of each month a dot for the middle and a bar for the middle half of the answers, between 1 and 10."""

    def up(n: float) -> float:
        return round(14 + (HIGH + 40) * (10 - n) / 9, 1)

    wide = WIDE * len(months) + 24
    found = [
        f'<path class="axis" d="M24 {up(n):g}H{wide}"/>{_text(10, up(n) + 4, str(n), "middle")}'
        for n in (1, 10)
    ]
    known = [(24 + (n + 0.5) * WIDE, month) for n, month in enumerate(months) if month["median"] is not None]
    line = " ".join(f"{x:g},{up(month['median']):g}" for x, month in known)
    for x, month in known:
        top, foot = up(month["high"]), up(month["low"])
        found.append(
            f'<rect class="before" x="{x - 6:g}" y="{top:g}" width="12" height="{max(2, foot - top):g}"/>'
        )
    found.append(f'<polyline class="line" points="{line}"/>')
    found += [f'<circle class="after" cx="{x:g}" cy="{up(month["median"]):g}" r="4"/>' for x, month in known]
    found += [
        _text(24 + (n + 0.5) * WIDE, up(1) + 20, month["short"], "middle") for n, month in enumerate(months)
    ]
    return _svg(wide, up(1) + 28, found)


def columns(months: Sequence[tuple[str, int | None]]) -> str:
    """A column of per cent for each (month, share); None for a month without one."""
    foot = 20 + HIGH
    found = [f'<path class="axis" d="M0 {foot}H{WIDE * len(months)}"/>']
    for n, (name, share) in enumerate(months):
        x = n * WIDE
        found.append(_text(x + WIDE / 2, foot + 18, name, "middle"))
        if share is not None:
            tall = round(HIGH * share / 100, 1)
            found.append(
                f'<rect class="after" x="{x + 10}" y="{foot - tall:g}"'
                f' width="{WIDE - 20}" height="{tall:g}"/>'
            )
            found.append(_text(x + WIDE / 2, foot - tall - 5, str(share), "middle"))
    return _svg(WIDE * len(months), foot + 26, found)


def parts(rows: Sequence[tuple[str, Sequence[int]]]) -> str:
    """One bar for each (name, three counts): filled, dark and outlined, after each other."""
    most = max(1, *(sum(counts) for _, counts in rows))
    found = []
    for n, (name, counts) in enumerate(rows):
        x, y = 0.0, n * ROW
        found.append(_text(0, y + 13, name))
        for kind, count in zip(("after", "dark", "before"), counts, strict=True):
            long = round(LONG * count / most, 1)
            if count:
                found.append(f'<rect class="{kind}" x="{x:g}" y="{y + 18}" width="{long:g}" height="13"/>')
            x += long
    return _svg(LONG + 2, ROW * len(rows), found)


def _text(x: float, y: float, words: str, anchor: str = "start", kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(words)}</text>'


def _svg(wide: float, high: float, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" aria-hidden="true" focusable="false">'
        + "".join(parts)
        + "</svg>"
    )
