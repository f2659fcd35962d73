"""Erasing what has been kept for long enough: whole rooms, so that nothing of them is left in the file.

Runs where the one connection is held. What is deleted is overwritten (`secure_delete`), and then the file is
written anew, since a page that has been split may keep old bytes between its rows.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Column, ColumnElement, Connection, Table, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from game.rules.insight import week_of
from server.store.tables import ballots, boxes, decks, events, outcomes, pledges, rooms, spent, taken, tokens

DAY: Final = 24 * 60 * 60 * 1000
"""Ms."""
_WORDS: Final = (events, outcomes, ballots, boxes, tokens, taken)
"""What a room has besides its row and its pledges."""


@dataclass(frozen=True, slots=True)
class Due:
    """Before when, server ms, a room must have closed to be erased, and its pledges with it.

    An open room that nobody can serve, since its log cannot be read, is erased when it was opened before
    `unread`; `served` are those that can.
    """

    now: int
    closed: int
    pledges: int
    unread: int = 0
    served: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """How many of each are gone."""

    rooms: int = 0
    pledges: int = 0
    decks: int = 0
    tokens: int = 0

    @property
    def any(self) -> bool:
        """Whether anything is."""
        return bool(self.rooms or self.pledges or self.decks or self.tokens)


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Asks for the file to be written anew: at once when it is wanted, else if there is anything to gain."""

    wanted: bool


def leaving(connection: Connection, due: Due) -> list[tuple[str, int | None]]:
    """(id, when it closed) of the rooms that are due."""
    query = select(rooms.c.id, rooms.c.closed).where(_late(due), rooms.c.host_key != "")
    return [(row.id, row.closed) for row in connection.execute(query)]


def erase_due(connection: Connection, due: Due) -> Erased:
    """Erases what is due, in the open transaction. `rewrite` it afterwards."""
    going = leaving(connection, due)
    _spend(connection, (closed for _, closed in going))
    gone = [room for room, _ in going]
    _erase_words(connection, gone)
    # Pledges wait for a follow-up that is still to come, however late it is held.
    asked = select(rooms.c.follows).where(rooms.c.closed.is_(None), rooms.c.follows.is_not(None))
    over = select(rooms.c.id).where(
        or_((rooms.c.closed < due.pledges) & rooms.c.id.not_in(asked), rooms.c.closed.is_(None) & _late(due))
    )
    kept = _erase_pledges(connection, list(connection.execute(over).scalars()))
    _erase_stubs(connection)
    ended = _erase_ended(connection, due)
    return Erased(len(gone), kept, _erase_decks(connection), ended)


def erase_room(connection: Connection, room: str, *, told: bool = True) -> Erased:
    """Erases the room with this id and all it has, in the open transaction. `rewrite` it afterwards.

    Whoever comes back with a token of it hears that the session is over. `told` is whether the figures of
    decks may have told of it: not of one that has closed this moment.
    """
    closed = select(rooms.c.closed).where(rooms.c.id == room, rooms.c.host_key != "")
    if told:
        _spend(connection, connection.execute(closed).scalars())
    connection.execute(update(tokens).where(tokens.c.room == room).values(room="", station=""))
    _erase_words(connection, [room])
    kept = _erase_pledges(connection, [room])
    connection.execute(delete(rooms).where(rooms.c.id == room))
    return Erased(1, kept, _erase_decks(connection))


def rewrite(raw: sqlite3.Connection) -> None:
    """Writes the file anew, only what is in use. Outside any transaction; takes as long as copying it, and
    its size in memory: a copy in a temporary file would be one more place where things lie.
    """
    raw.execute("VACUUM")


def needs_rewriting(raw: sqlite3.Connection) -> bool:
    """Whether earlier deletions have left pages that nobody uses."""
    return bool(raw.execute("PRAGMA freelist_count").fetchone()[0])


def _late(due: Due) -> ColumnElement[bool]:
    return or_(
        rooms.c.closed < due.closed,
        rooms.c.closed.is_(None) & (rooms.c.created < due.unread) & rooms.c.id.not_in(list(due.served)),
    )


def _spend(connection: Connection, closed: Iterable[int | None]) -> None:
    """No figures over several rooms are made any more of the weeks in which these closed, server ms."""
    for week in {week_of(moment) for moment in closed if moment is not None}:
        connection.execute(upsert(spent).values(week=week).on_conflict_do_nothing())


def _erase_words(connection: Connection, gone: Iterable[str]) -> None:
    """Row by row of the room's tables; what is left of the room is a row without a key, for its pledges."""
    for room in gone:
        for table in _WORDS:
            _delete(connection, table, table.c.room, room)
        emptied = {"host_key": "", "helper_key": None}
        connection.execute(update(rooms).where(rooms.c.id == room).values(emptied))


def _erase_pledges(connection: Connection, of: Iterable[str]) -> int:
    return sum(_delete(connection, pledges, pledges.c.room, room) for room in of)


def _erase_stubs(connection: Connection) -> None:
    waits = select(pledges.c.mark).where(pledges.c.room == rooms.c.id).exists()
    connection.execute(delete(rooms).where(rooms.c.host_key == "", ~waits))


def _erase_ended(connection: Connection, due: Due) -> int:
    """The bare hashes of ended tokens bear no day, since it would tell the room. The first sweep that meets
    one gives it its own day, and a later one erases it.
    """
    today, oldest = (
        datetime.fromtimestamp(at / 1000, UTC).date().isoformat() for at in (due.now, due.closed)
    )
    ended = tokens.c.station == ""
    gone = connection.execute(delete(tokens).where(ended, tokens.c.room != "", tokens.c.room < oldest))
    connection.execute(update(tokens).where(ended, tokens.c.room == "").values(room=today))
    return gone.rowcount


def _erase_decks(connection: Connection) -> int:
    """Decks that no room plays any more. While the first event of some room cannot be read, all stay."""
    played: set[str] = set()
    firsts = select(events.c.body).where(events.c.seq == 1)
    try:
        for body in connection.execute(firsts).scalars():
            played.update(ref["digest"] for ref in json.loads(body)["decks"])
    except (ValueError, LookupError, TypeError):
        return 0
    kept = list(connection.execute(select(decks.c.digest)).scalars())
    return sum(_delete(connection, decks, decks.c.digest, digest) for digest in kept if digest not in played)


def _delete(connection: Connection, table: Table, column: Column[str], value: str) -> int:
    return connection.execute(delete(table).where(column == value)).rowcount


def last_signs(connection: Connection) -> dict[str, int]:
    """Open room -> the last moment that its log tells of, server ms. Not every event bears one."""
    at = func.json_extract(events.c.body, "$.at")
    of_room = func.json_valid(events.c.body) & (events.c.room == rooms.c.id)
    query = select(rooms.c.id, func.max(at)).join(events, of_room).where(rooms.c.closed.is_(None))
    return {room: int(moment or 0) for room, moment in connection.execute(query.group_by(rooms.c.id))}
