"""Who of this process's bots is done with the open phase, table by table.

A bot knows of its table mates what people see by looking round: that they are done, never what they chose.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator


class Table:
    """One table's bots; `size` is how many stations will sit at it."""

    def __init__(self, number: int, size: int) -> None:
        self.number = number
        self.size = size
        self._done: dict[str, int] = {}
        self._gone: set[str] = set()
        self._bells: list[asyncio.Event] = []

    def listen(self, bell: asyncio.Event) -> None:
        """Ring this bell whenever the table becomes ready."""
        self._bells.append(bell)

    def done(self, station: str, serial: int) -> None:
        """The station has nothing left to do in the phase with this serial."""
        if self._done.get(station) == serial or station in self._gone:
            return
        self._done[station] = serial
        if self.ready(serial):
            for bell in self._bells:
                bell.set()

    def leave(self, station: str) -> None:
        """The station has gone for good, and is not waited for."""
        self._gone.add(station)
        self._done.pop(station, None)
        for bell in self._bells:
            bell.set()

    def ready(self, serial: int) -> bool:
        """Whether everybody is here and done with the phase."""
        here = self.size - len(self._gone)
        return len(self._done) == here and all(other == serial for other in self._done.values())


class Tables:
    """All tables of a room that bots sit at."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self._tables = {table.number: table for table in tables}

    def __iter__(self) -> Iterator[Table]:
        return iter(self._tables.values())

    def __len__(self) -> int:
        return len(self._tables)

    def ready(self, number: int, serial: int) -> bool:
        """Whether a table is done; a table of people alone is not waited for here."""
        table = self._tables.get(number)
        return table is None or table.ready(serial)
