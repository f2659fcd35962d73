"""Token buckets: how fast somebody may go on asking."""

from __future__ import annotations

from collections import OrderedDict


class Bucket:
    """Holds at most `burst` tokens and regains `rate` of them a second. Times are milliseconds."""

    __slots__ = ("_at", "_burst", "_left", "_rate")

    def __init__(self, rate: float, burst: int, now: int) -> None:
        self._rate = rate / 1000
        self._burst = burst
        self._left = float(burst)
        self._at = now

    def take(self, now: int) -> bool:
        """Whether there was a token; it is gone then."""
        if not self.holds(now):
            return False
        self._left -= 1
        return True

    def holds(self, now: int) -> bool:
        """Whether there is a token to take."""
        self._left = min(self._burst, self._left + max(0, now - self._at) * self._rate)
        self._at = now
        return self._left >= 1

    def full(self, now: int) -> bool:
        """Whether it might as well be forgotten."""
        return self._left + max(0, now - self._at) * self._rate >= self._burst


class Buckets:
    """One bucket per address. Full ones are forgotten, so an address scan costs no memory for long."""

    def __init__(self, rate: float, burst: int, most: int = 10_000) -> None:
        self._rate, self._burst, self._most = rate, burst, most
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, address: str, now: int) -> bool:
        """Whether the address had a token left; it is gone then."""
        return self._of(address, now).take(now)

    def holds(self, address: str, now: int) -> bool:
        """Whether the address has a token left."""
        bucket = self._buckets.get(address)
        return bucket is None or bucket.holds(now)

    def _of(self, address: str, now: int) -> Bucket:
        bucket = self._buckets.get(address)
        if bucket is None:
            self._forget(now)
            bucket = self._buckets[address] = Bucket(self._rate, self._burst, now)
        self._buckets.move_to_end(address)
        return bucket

    def _forget(self, now: int) -> None:
        while self._buckets:
            oldest = next(iter(self._buckets))
            if len(self._buckets) < self._most and not self._buckets[oldest].full(now):
                return
            del self._buckets[oldest]
