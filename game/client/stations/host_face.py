"""What a table's tile on the host's board shows, whatever its size.

How the table stands is told by an icon and a fill, and where there is room in words: never by colour alone.
Only the table that has asked for the host the longest is filled with a strong colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from game.client.stations.host_tables import Need


class Sign(NamedTuple):
    """How a need looks: its icon ("" for none), the ink of icon and words, the tile's fill and line."""

    icon: str
    ink: str
    fill: str
    line: str


SIGNS: Mapping[Need, Sign] = MappingProxyType(
    {
        Need.HELP: Sign("hand", "danger", "danger_soft", "danger"),
        Need.TIMEOUT: Sign("pause", "warn", "warn_soft", "warn"),
        Need.TIME: Sign("clock", "warn", "warn_soft", "warn"),
        Need.LOST: Sign("offline", "soft", "tint", "edge"),
        Need.LATE: Sign("hourglass", "warn", "card", "edge"),
        Need.GOING: Sign("", "soft", "card", "line"),
        Need.DONE: Sign("check", "good", "good_soft", "line"),
    }
)
FIRST = Sign("hand", "on_accent", "danger", "")
"""The table that the host should go to now."""


@dataclass(frozen=True)
class Face:
    """What a tile shows. `words` say what the table needs, or else what it does: the name of its `phase`,
    whose icon is `at`. `since` is how long it has asked for the host, "" where it does not; `foot` how far it
    has come or who is there. `out` of its seats are away. `left` is the clock's ms, None where none is shown;
    `marks` are icons of what else there is to know.
    """

    key: str
    number: int
    name: str
    need: Need
    words: str
    phase: str = ""
    at: str = ""
    since: str = ""
    foot: str = ""
    done: int = 0
    of: int = 0
    out: int = 0
    left: float | None = None
    marks: tuple[str, ...] = ()
    away: bool = False
    first: bool = False

    @property
    def sign(self) -> Sign:
        """How its need looks."""
        return FIRST if self.first else SIGNS[self.need]

    @property
    def count(self) -> str:
        """n of m in figures, "" where nothing is counted."""
        return f"{self.done}/{self.of}" if self.of else ""
