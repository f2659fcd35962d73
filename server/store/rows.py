"""A room's first rows, a seat's way to its own ballots, and how long logs are."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import Connection, insert
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import IntegrityError

from game.rules.sealed import Ballot
from server.store import statements as sql
from server.store.contract import Opening
from server.store.facts import key_of
from server.store.tables import decks, events, rooms


def open_room(connection: Connection, opening: Opening) -> bool:
    """Keeps a new room, its first event and its decks; False when its code or id is taken."""
    event = opening.event
    row = {
        "id": event.id,
        "code": event.code,
        "host_key": opening.host_key,
        "created": event.at,
        "closed": None,
        "follows": event.follows.room if event.follows else None,
    }
    try:
        with connection.begin_nested():
            connection.execute(insert(rooms), row)
    except IntegrityError:
        return False
    stored = [{"digest": digest, "body": body} for digest, body in opening.decks.items()]
    if stored:
        connection.execute(upsert(decks).on_conflict_do_nothing(), stored)
    connection.execute(insert(events), {"room": event.id, "seq": 1, "body": event.model_dump_json()})
    return True


def own_ballots(
    raw: sqlite3.Connection, room: str, box: str, vote: int, seats: Sequence[str]
) -> dict[str, Ballot]:
    """seat -> the ballot that it has put into the box, found by the key that only the box's secret makes."""
    row = raw.execute(sql.SECRET, {"room_id": room, "box_id": box}).fetchone()
    if row is None:
        return {}
    keys = {key_of(row[0], seat): seat for seat in seats}
    rows = raw.execute(sql.LYING, {"room_id": room, "box_id": box, "vote": vote})
    return {keys[key]: Ballot(key, json.loads(body)) for key, body in rows if key in keys}


def lengths(raw: sqlite3.Connection) -> dict[str, int]:
    """Room -> how many events its log has, by one walk over all logs; 0 when it has holes or lies in pieces.

    A row whose room has been overwritten on the disk ends the log for whoever looks it up by its room. Only
    the walk meets that row, and what lies behind it. It goes as far as the file can be read.
    """
    found: dict[str, int] = {}
    with suppress(sqlite3.DatabaseError):
        for room, first, last, count in raw.execute(sql.LENGTHS):
            found[room] = count if room not in found and (first, last) == (1, count) else 0
    return found
