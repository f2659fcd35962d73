"""Our server with faults of its own, each of which quotes whatever it was handed.

python -m tests.leak.faulty DATABASE: whoever sends a text with "FEL:<place>" in it brings about the fault
there. The event loop tells of every callback it runs, as for somebody who looks for what is slow.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

from game.process import when_orphaned
from server import hub, rooms, sockets
from server.app import Running, run
from server.config import Settings
from server.store.batch import Batch

PLACES = ("rule", "driver", "write", "told", "view")
"""In the rules; as the database's driver might word it; in the commit; in answering; in making a view."""


class Odd(Exception):
    """Nobody expects it."""


class Faults:
    """In place of what they call, until they fail."""

    def __init__(self) -> None:
        self.decide, self.told = rooms.decide, sockets._told  # type: ignore[attr-defined]
        self.write, self.parcels = Batch.write, hub.Hub._parcels
        self.quoted: dict[str, str] = {}
        """place -> what the fault there will quote, once"""

    def deciding(self, room: Any, actor: Any, command: Any, facts: Any) -> Any:
        text = getattr(command, "text", "")
        self.quoted |= {place: repr(command) for place in ("told", "view") if f"FEL:{place}" in text}
        if "FEL:rule" in text:
            raise RuntimeError(repr(command))
        if "FEL:driver" in text:
            raise sqlite3.ProgrammingError(repr(command))
        return self.decide(room, actor, command, facts)

    def writing(self, batch: Batch) -> None:
        if "FEL:write" in repr(batch._sealed):
            raise sqlite3.OperationalError(repr(batch._sealed))
        self.write(batch)

    def telling(self, answer: Any) -> dict[str, Any]:
        if "told" in self.quoted:
            raise Odd(self.quoted.pop("told"))
        return self.told(answer)

    def viewing(self, watcher: hub.Hub, watched: Any, teams: Any) -> Any:
        if "view" in self.quoted:
            raise ValueError(self.quoted.pop("view"))
        return self.parcels(watcher, watched, teams)


def break_in() -> None:
    """Puts the faults in their places."""
    faults = Faults()
    for where, name, fault in (
        (rooms, "decide", faults.deciding),
        (sockets, "_told", faults.telling),
        (Batch, "write", lambda batch: faults.writing(batch)),
        (hub.Hub, "_parcels", lambda *args: faults.viewing(*args)),
    ):
        setattr(where, name, fault)


def main(database: Path) -> None:
    """Serves until whoever started it is gone."""

    def ready(running: Running) -> None:
        loop = asyncio.get_running_loop()
        loop.set_debug(True)
        loop.slow_callback_duration = 0
        when_orphaned(lambda: loop.call_soon_threadsafe(running.stop))
        sys.stdout.write(json.dumps({"url": running.url, "port": running.port}) + "\n")
        sys.stdout.flush()

    break_in()
    run(Settings(host="127.0.0.1", port=0, database=database, hidden=True), ready=ready)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
