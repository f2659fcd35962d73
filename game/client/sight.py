"""What this station sees: the slices it has been sent, put together, and the server's clock."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from game.client.news import ViewChanged


class Sight:
    """Merges what the server sends. In ms: `now` is on the server's clock, `heard` on the monotonic one."""

    def __init__(self) -> None:
        self.version = -1
        self._slices: Mapping[str, Any] = MappingProxyType({})
        self._offset: int | None = None

    def whole(self, version: int, slices: Mapping[str, Any], now: int, heard: int) -> ViewChanged:
        """A join was answered. What was seen before is gone, the clock too: it may be another machine's."""
        self.version = version
        self._slices = MappingProxyType({name: value for name, value in slices.items() if value is not None})
        self._offset = now - heard
        return self.seen

    def part(self, version: int, slices: Mapping[str, Any], now: int, heard: int) -> ViewChanged | None:
        """Changed slices; null takes one away. None when they are older than what is seen already."""
        if version < self.version:
            return None
        # A message is late by its journey and never early, so the least late one tells the clock best.
        self._offset = max(now - heard, self._offset if self._offset is not None else now - heard)
        self.version = version
        merged = {**self._slices, **slices}
        self._slices = MappingProxyType({name: value for name, value in merged.items() if value is not None})
        return self.seen

    @property
    def seen(self) -> ViewChanged:
        """The whole view as it stands."""
        return ViewChanged(self.version, self._slices, self._offset or 0)
