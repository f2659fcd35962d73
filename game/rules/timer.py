"""The sand of a phase, and the grace of a vote. Times are milliseconds by the server's clock."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Timer:
    """A soft clock: `total` as opened, then either running towards `ends` or frozen with `left`."""

    total: int
    ends: int | None
    left: int | None = None
    hard: bool = False
    """Whether the phase moves on by itself when the sand has run out."""

    def frozen(self, now: int) -> Timer:
        """Stopped at `now`, with never more left than it had: a server's clock may have been set back."""
        if self.ends is None:
            return self
        return replace(self, ends=None, left=min(self.total, max(0, self.ends - now)))

    def running(self, now: int) -> Timer:
        return self if self.left is None else replace(self, ends=now + self.left, left=None)

    def extended(self, ms: int, now: int) -> Timer:
        """More sand; a clock that has run out starts again from now."""
        if self.ends is None:
            return replace(self, total=self.total + ms, left=(self.left or 0) + ms)
        return replace(self, total=self.total + ms, ends=max(self.ends, now) + ms)
