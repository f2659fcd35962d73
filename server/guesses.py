"""How many wrong codes an address may try: many, for a whole hall may sit there, and few while many guess."""

from __future__ import annotations

import logging
from collections import OrderedDict
from typing import Final

from server.config import Limits
from server.limits import Bucket, Buckets

log = logging.getLogger(__name__)
REMEMBERED: Final = 10_000
"""Addresses behind which somebody has come in."""
SILENCE: Final = 60_000
"""Ms between two warnings."""


class Guesses:
    """Counts wrong codes per address and over all of them. While all together try too many, an address that
    nobody has come in from has only a few; nobody who has the right code waits for what others try.
    """

    def __init__(self, limits: Limits, now: int) -> None:
        self._each = Buckets(limits.tries, limits.tries_burst)
        self._strangers = Buckets(limits.wary_tries, limits.wary_tries_burst)
        self._all = Bucket(limits.all_tries, limits.all_tries_burst, now)
        self._known: OrderedDict[str, None] = OrderedDict()
        self._warned: int | None = None

    def left(self, address: str, now: int) -> bool:
        """Whether a code from there is looked at now."""
        if not self._each.holds(address, now):
            return False
        return self._all.holds(now) or address in self._known or self._strangers.holds(address, now)

    def wrong(self, address: str, now: int) -> None:
        """One try less."""
        self._each.take(address, now)
        self._strangers.take(address, now)
        if not self._all.take(now) and (self._warned is None or now - self._warned >= SILENCE):
            self._warned = now
            log.warning("many codes are being guessed; strangers have few tries until it is over")

    def right(self, address: str) -> None:
        """Somebody has come in from there."""
        self._known[address] = None
        self._known.move_to_end(address)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
