"""Which characters a font file can draw, read straight from its `cmap` table (formats 4 and 12).

pygame cannot tell: a missing glyph is drawn as a box and measured like one.
"""

from pathlib import Path
from struct import unpack_from


def covered(path: Path) -> frozenset[int]:
    """The code points with a glyph in the TrueType or OpenType file.
    ValueError when it has no readable table.
    """
    data = path.read_bytes()
    points: set[int] = set()
    for start in _subtables(data):
        kind = unpack_from(">H", data, start)[0]
        if kind == 4:
            points |= _segments(data, start)
        elif kind == 12:
            points |= _groups(data, start)
    if not points:
        raise ValueError(f"{path.name} has no cmap table of format 4 or 12")
    return frozenset(points)


def _subtables(data: bytes) -> list[int]:
    for index in range(unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = unpack_from(">4sIII", data, 12 + 16 * index)
        if tag == b"cmap":
            count = unpack_from(">H", data, offset + 2)[0]
            return [offset + unpack_from(">HHI", data, offset + 4 + 8 * i)[2] for i in range(count)]
    return []


def _segments(data: bytes, start: int) -> set[int]:
    count = unpack_from(">H", data, start + 6)[0] // 2
    ends = unpack_from(f">{count}H", data, start + 14)
    starts = unpack_from(f">{count}H", data, start + 16 + 2 * count)
    return {
        point
        for low, high in zip(starts, ends, strict=True)
        if low != 0xFFFF
        for point in range(low, high + 1)
    }


def _groups(data: bytes, start: int) -> set[int]:
    points: set[int] = set()
    for index in range(unpack_from(">I", data, start + 12)[0]):
        low, high, _ = unpack_from(">III", data, start + 16 + 12 * index)
        points.update(range(low, high + 1))
    return points
