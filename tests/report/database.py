"""A played session in a database, as a server leaves it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from game.cards.digest import digest, to_json
from game.rules import RoomOpened
from server.auth import host_key_hash
from server.store.contract import Opening
from tests.report.day import Day
from tests.server.stores import open_store

KEY = "K7PR-2MXA-9TBE-HS4D"


async def stored(day: Day, path: Path) -> Path:
    """The session's log and its decks; the host key is `KEY`."""
    opened = day.log[0]
    assert isinstance(opened, RoomOpened)
    decks = {digest(deck): to_json(deck) for deck in day.decks}
    async with open_store(path) as store:
        assert await store.open_room(Opening(opened, host_key_hash(KEY), decks))
    with sqlite3.connect(path) as raw:
        rows = [(opened.id, n, event.model_dump_json()) for n, event in enumerate(day.log[1:], start=2)]
        raw.executemany("INSERT INTO events (room, seq, body) VALUES (?, ?, ?)", rows)
        if day.room.closed:
            raw.execute("UPDATE rooms SET closed = ?", (day.facts.now,))
    raw.close()
    return path
