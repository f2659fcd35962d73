"""How large things are on paper: cards in millimetres, type in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any, Final, Literal

Grid = Literal["large", "small", "token"]
Size = Literal["auto", "2x2", "3x3"]

PAGE: Final = (210.0, 297.0)
"""A4, portrait."""


@dataclass(frozen=True)
class Cut:
    """How an A4 sheet is cut into cards, edge to edge and in the middle of the sheet. Millimetres."""

    columns: int
    rows: int
    width: float
    height: float
    pad: float

    @property
    def per_sheet(self) -> int:
        return self.columns * self.rows

    @property
    def origin(self) -> tuple[float, float]:
        """Where the first card's upper left corner lies."""
        return (PAGE[0] - self.columns * self.width) / 2, (PAGE[1] - self.rows * self.height) / 2


CUTS: Final[Mapping[Grid, Cut]] = MappingProxyType(
    {
        "large": Cut(2, 2, 92, 130, 6),
        "small": Cut(3, 3, 63, 88, 5),
        "token": Cut(4, 5, 45, 52, 4),
    }
)
"""`small` is poker size."""


@dataclass(frozen=True)
class Points:
    """The largest and the smallest size of a role of text, in points."""

    most: float
    least: float


TYPE: Final[Mapping[Grid, Mapping[str, Points]]] = MappingProxyType(
    {
        "large": MappingProxyType(
            {
                "title": Points(18, 12),
                "story": Points(12.5, 8.5),
                "text": Points(10.5, 7.5),
                "note": Points(8, 7),
            }
        ),
        "small": MappingProxyType(
            {
                "title": Points(13, 10),
                "story": Points(10.5, 8.5),
                "text": Points(8.5, 7.5),
                "note": Points(7, 7),
            }
        ),
    }
)
"""`story` is what is read aloud: the situation, the twist, the pledge. Nothing is smaller than 7 points."""


def points(grid: Grid, role: str, ease: float) -> float:
    """The size of this role when a face has this much ease: 1 for the largest type, 0 for the smallest."""
    span = TYPE[grid][role]
    return span.least + ease * (span.most - span.least)


def as_data() -> dict[str, Any]:
    """All of it for the templates."""
    return {
        "page": list(PAGE),
        "cuts": {name: asdict(cut) for name, cut in CUTS.items()},
        "type": {grid: {role: asdict(span) for role, span in roles.items()} for grid, roles in TYPE.items()},
    }
