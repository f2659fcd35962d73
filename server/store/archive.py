"""Reading a server's database beside the server: nothing is ever written, and no server is kept waiting.

Every question is one short reading. A long one would hold the write-ahead log where it is, and with it what
the server has destroyed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy import CompoundSelect, Row, Select, Table, bindparam, column, func, select, table

from game.cards.digest import from_json
from game.cards.format import Deck
from game.rules import EVENT, Event, RoomOpened
from game.rules.event import CardSuggested
from server.errors import CorruptStore
from server.faults import FAULTS
from server.store.reading import MissingStore, Reader, SealedStore
from server.store.tables import beats, decks, events, rooms, spent

_ROOMS = select(rooms.c.id).where(rooms.c.host_key != "").order_by(rooms.c.created, rooms.c.id)
_ENDED = _ROOMS.where(rooms.c.closed.is_not(None))
_CODE = select(rooms.c.id, rooms.c.host_key).where(rooms.c.code == bindparam("room_code"))
_CLOSED = select(rooms.c.closed).where(rooms.c.id == bindparam("room_id"))
_EVENT = select(events.c.body).where(
    events.c.room == bindparam("room_id"), events.c.seq == bindparam("number")
)
_LOG = select(events.c.seq, events.c.body).where(events.c.room == bindparam("room_id")).order_by(events.c.seq)
_HAS: Select[Any] = (
    select(column("name")).select_from(table("sqlite_master")).where(column("name") == bindparam("wanted"))
)
_MOMENTS = (select(func.max(rooms.c.created)), select(func.max(rooms.c.closed)), select(func.max(beats.c.at)))
_SUGGESTED = select(events.c.room, events.c.seq).where(events.c.body.like('{"type":"card_suggested"%'))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A dilemma of some table's own. Neither room nor table is known; `week` is as in 2026-W47."""

    id: str
    week: str
    situation: str
    options: tuple[str, ...]


class Unreadable(Exception):
    """A log, or a part of one, that cannot be understood: damaged, or of another time."""


class Archive:
    """What may be read. Every method may raise a `StoreError`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def newest(self) -> int:
        """The newest moment that the server itself has written down, server ms; 0 when there is none.

        A server with open rooms writes one every other second, and goes on for a while when the last has
        closed.
        """
        return max(
            (int(at) for query in _MOMENTS for (at,) in self._rows(query) if at is not None), default=0
        )

    def rows(self, query: Select[Any] | CompoundSelect[Any]) -> Sequence[Row[Any]]:
        """The whole answer to a question of one's own."""
        return self._rows(query)

    def rooms(self) -> list[str]:
        """Every room that has not been erased, in the order of their opening."""
        return [row.id for row in self._rows(_ROOMS)]

    def has(self, one: Table) -> bool:
        """Whether the file has this table: that of an older server may lack some."""
        return bool(self._rows(_HAS, wanted=one.name))

    def closed_rooms(self) -> list[str]:
        """Those of them whose session is over."""
        return [row.id for row in self._rows(_ENDED)]

    def room_of(self, code: str) -> str | None:
        """The room with this code, as it is kept; "" for one that has been erased, None for none."""
        return next((row.id if row.host_key else "" for row in self._rows(_CODE, room_code=code)), None)

    def closed(self, room: str) -> int | None:
        """When the room was closed, server ms; None for an open one, or none."""
        return next((row.closed for row in self._rows(_CLOSED, room_id=room)), None)

    def spent(self) -> set[str]:
        """The weeks of which rooms have been erased; a database of an older server does not know them."""
        if not self.has(spent):
            return set()
        return {row.week for row in self._rows(select(spent))}

    def opened(self, room: str) -> RoomOpened:
        """How the room began. Raises `Unreadable`."""
        first = self._event(room, 1)
        if not isinstance(first, RoomOpened):
            raise Unreadable
        return first

    def log(self, room: str) -> list[Event]:
        """The room's log so far. Raises `Unreadable`."""
        with self._understood():
            rows = self._rows(_LOG, room_id=room)
            if [row.seq for row in rows] != list(range(1, len(rows) + 1)):
                raise Unreadable
            return [EVENT.validate_json(row.body) for row in rows]

    def decks(self) -> dict[str, Deck]:
        """digest -> every deck that some room plays; those of another format are left out."""
        found = {}
        for row in self._rows(select(decks)):
            with suppress(ValidationError):
                found[row.digest] = from_json(row.body)
        return found

    def suggestions(self) -> tuple[list[Suggestion], int]:
        """What the tables have sent to review, and how many could not be understood.

        Week by week; within a week in no order that tells which came from the same room.
        """
        found: dict[str, Suggestion] = {}
        broken = 0
        for row in self._rows(_SUGGESTED):
            try:
                event = self._event(row.room, row.seq)
                if isinstance(event, CardSuggested):
                    week = self._week(row.room, row.seq)
                    found[event.id] = Suggestion(event.id, week, event.situation, event.options)
            except Unreadable:
                broken += 1
        return sorted(found.values(), key=lambda one: (one.week, one.id)), broken

    def _week(self, room: str, seq: int) -> str:
        """The week of what the room did last before this: the event itself bears no time."""
        for earlier in range(seq - 1, 0, -1):
            at = getattr(self._event(room, earlier), "at", None)
            if at is not None:
                year, week, _ = datetime.fromtimestamp(at / 1000, UTC).astimezone().isocalendar()
                return f"{year}-W{week:02}"
        raise Unreadable

    def _event(self, room: str, seq: int) -> Event:
        with self._understood():
            rows = self._rows(_EVENT, room_id=room, number=seq)
            if not rows:
                raise Unreadable
            return EVENT.validate_json(rows[0].body)

    @contextmanager
    def _understood(self) -> Iterator[None]:
        try:
            yield
        except (CorruptStore, *FAULTS) as error:
            raise Unreadable from error

    def _rows(self, query: Select[Any] | CompoundSelect[Any], **values: object) -> Sequence[Row[Any]]:
        return self._reader.rows(query, values)


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """The database at `path`, for reading. Raises `StoreError`."""
    try:
        if not path.exists():
            raise MissingStore(path)
        if not path.is_file():
            raise SealedStore(path)
    except OSError as error:
        raise SealedStore(path) from error
    with closing(Reader(path)) as reader:
        reader.check()
        yield Archive(reader)
