"""In which order the tables stand on the host's board, and which of them are shown.

Those that need the host come first; but nothing moves under a pointer that is about to press.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from game.client.stations.host_tables import Need, Pace, lost, need_of, undone
from game.rules.slices import TileSlice

EVERY = 4_000.0
"""Ms between two times that the order changes, unless a need arises."""
HOLD = 15_000.0
"""Ms that a table which is pointed at keeps everything in place; a pointer left lying does not count."""
REST = 1_500.0
"""Ms of stillness after the pointer has left a table, on its way to the next."""

SHOWN: Mapping[str, Callable[[TileSlice, Pace], bool]] = MappingProxyType(
    {
        "all": lambda tile, pace: True,
        "help": lambda tile, pace: tile["help"] is not None,
        "time": lambda tile, pace: tile["needs_time"],
        "undone": undone,
        "lost": lambda tile, pace: lost(tile),
        "alone": lambda tile, pace: tile["alone"] and pace == "hall",
    }
)
"""What the board may be narrowed to. A table is kept when this is true of it and of how the room runs."""


@dataclass
class Order:
    """Remembers how the tables stand. Times are server ms."""

    ids: list[str] = field(default_factory=list)
    wake: float | None = None
    """Ms until the order would change, or None when it is as it should be."""
    _needs: dict[str, Need] = field(default_factory=dict)
    _sorted: float = float("-inf")
    _pointed: str = ""
    _moved: float = float("-inf")

    def settle(
        self, tiles: Sequence[TileSlice], now: float, pointed: str = "", pressed: bool = False
    ) -> list[TileSlice]:
        """The tables by need, as far as they may move now. `pointed` is the table that the pointer or the
        keyboard is at; nothing moves while it is `pressed`.
        """
        needs = {tile["id"]: need_of(tile, now) for tile in tiles}
        wanted = sorted(tiles, key=lambda tile: (needs[tile["id"]], tile["help"] or 0, tile["number"]))
        if pressed or pointed != self._pointed:
            self._moved = now
        self._pointed = pointed
        wait = max(0.0, self._moved + (HOLD if pointed else REST) - now)
        if not self._arisen(needs):
            wait = max(wait, self._sorted + EVERY - now)
        if not self.ids or wait <= 0:
            self.ids, self._needs, self._sorted = [tile["id"] for tile in wanted], needs, now
        at = {team: place for place, team in enumerate(self.ids)}
        shown = sorted(tiles, key=lambda tile: (at.get(tile["id"], len(at)), tile["number"]))
        self.wake = wait if shown != wanted else None
        return shown

    def _arisen(self, needs: Mapping[str, Need]) -> bool:
        """Whether a table needs the host more than when the order was made."""
        known = self._needs
        return any(need <= Need.LOST and need < known.get(team, Need.DONE) for team, need in needs.items())
