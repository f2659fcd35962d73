"""What a laid out tree asks to be painted: a flat list of hashable operations,
and how two such lists differ.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from game.client.ui.area import Area, meet, merged


class Op(NamedTuple):
    """One thing to paint: `bounds` holds every pixel it can touch, `clip` limits it (None: the whole window).

    Two equal ops paint equal pixels; everything that decides the picture is in `args`.
    """

    kind: str
    bounds: Area
    clip: Area | None
    args: tuple[Hashable, ...]

    @property
    def seen(self) -> Area:
        """The pixels it can touch after clipping."""
        return self.bounds if self.clip is None else meet(self.bounds, self.clip)


def dirty(old: Sequence[Op], new: Sequence[Op]) -> list[Area]:
    """The areas to paint again to turn a picture of `old` into a picture of `new`; none overlap."""
    start = 0
    stop = min(len(old), len(new))
    while start < stop and old[start] == new[start]:
        start += 1
    end = 0
    while end < stop - start and old[-1 - end] == new[-1 - end]:
        end += 1
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    gone, come = Counter(before), Counter(after)
    changed = [op.seen for op in (gone - come)] + [op.seen for op in (come - gone)]
    if [op for op in before if op in come] != [op for op in after if op in gone]:
        changed = [op.seen for op in (*before, *after)]
    return merged(changed)
