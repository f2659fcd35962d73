"""The store in one SQLite file. One thread owns the one connection; the event loop only ever waits for
futures.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, Literal, TypeVar, cast

from sqlalchemy import Connection, bindparam, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.exc import DBAPIError

from game.rules import Refused, Room
from game.rules.sealed import Ballot
from game.rules.trend import Taken
from server.errors import CorruptStore, ServerError, StoreError
from server.faults import FAULTS, log_fault
from server.store import rows, trended, upkeep
from server.store.batch import Batch, Known, Settled, fold
from server.store.contract import Committed, Holder, Opening, Order, RoomRow
from server.store.opening import designed, hold, open_engine
from server.store.place import Place
from server.store.residue import Residue
from server.store.tables import ballots, beats, decks, pledges, rooms, tokens
from server.store.upkeep import Due, Erased, Rewrite
from server.store.writer import Told, Writer

Answer = TypeVar("Answer")
Errand = Callable[[Connection], Any]
"""Anything but a commit: run in a transaction of its own, after the orders it waited with."""

Timed = Callable[[int, float, str], None]
"""(orders, seconds, code of what failed) of a batch, told in the writer's thread."""

log = logging.getLogger(__name__)
_BEAT = upsert(beats).values(server=1, at=bindparam("now"))
_BEAT = _BEAT.on_conflict_do_update(set_={"at": _BEAT.excluded.at})


class SqliteStore:
    """`Store` over one file."""

    def __init__(self, path: Path, dice: Random, timed: Timed = lambda *_: None) -> None:
        """Opens the file, which may take some tens of milliseconds. Raises `StoreError`. Only on a running
        event loop.
        """
        self._path, self._dice, self._timed = path, dice, timed
        self._listeners: list[Callable[[Committed], None]] = []
        self._known: dict[str, Known] = {}
        self._guard = hold(path)
        try:
            self._engine = open_engine(path)
            self._connection = self._engine.connect()
            self._raw: sqlite3.Connection = cast(Any, self._connection.connection.driver_connection)
        except StoreError:
            self._guard.close()
            raise
        self._residue = Residue(self._raw)
        self._residue.clean()
        self._place = Place(path)
        self._writer: Writer[Order | Errand | Rewrite, Any] = Writer(
            self._work, self._tell, self._residue.clean
        )

    # --- the contract
    # -----------------------------------------------------------------------------------------------

    def follow(self, listener: Callable[[Committed], None]) -> None:
        self._listeners.append(listener)

    def commit(self, order: Order) -> asyncio.Future[Committed]:
        return self._writer.ask(order)

    def hand(self, order: Order, told: Callable[[Committed | Exception], None]) -> None:
        self._writer.put(order, told)

    async def open_room(self, opening: Opening) -> bool:
        return await self._ask(lambda connection: rows.open_room(connection, opening))

    async def room_by_code(self, code: str) -> RoomRow | None:
        query = select(rooms).where(rooms.c.code == code)
        row = await self._ask(lambda connection: connection.execute(query).first())
        if row is None:
            return None
        return RoomRow(row.id, row.code, row.host_key, row.helper_key, row.closed is not None)

    async def set_key(self, room: str, kind: Literal["host", "helper"], key: str) -> None:
        values = {"host_key" if kind == "host" else "helper_key": key}
        change = update(rooms).where(rooms.c.id == room).values(values)
        await self._ask(lambda connection: connection.execute(change).rowcount)

    async def open_rooms(self) -> Sequence[Room]:
        return await self._ask(self._fold_all)

    async def holder(self, token: str) -> Holder | None:
        query = select(tokens.c.room, tokens.c.station).where(tokens.c.hash == token)
        row = await self._ask(lambda connection: connection.execute(query).first())
        return None if row is None else Holder(row.room, row.station)

    async def pledge(self, room: str, mark: str) -> str | None:
        query = select(pledges.c.sealed).where(pledges.c.room == room, pledges.c.mark == mark)
        return await self._ask(lambda connection: connection.execute(query).scalar())

    async def own_ballots(
        self, room: str, box: str, round: int, seats: Sequence[str]
    ) -> Mapping[str, Ballot]:
        return await self._ask(lambda _: rows.own_ballots(self._raw, room, box, round, seats))

    async def ballots_left(self, room: str) -> int:
        query = select(func.count()).select_from(ballots).where(ballots.c.room == room)
        found = await self._ask(lambda connection: connection.execute(query).scalar())
        return int(found or 0)

    async def deck(self, digest: str) -> str | None:
        query = select(decks.c.body).where(decks.c.digest == digest)
        return await self._ask(lambda connection: connection.execute(query).scalar())

    async def last_signs(self) -> Mapping[str, int]:
        return await self._ask(upkeep.last_signs)

    async def keep_trend(self, found: Taken) -> bool:
        return await self._ask(lambda connection: trended.keep(connection, found, self._dice))

    async def leaves(self, due: Due) -> bool:
        return await self._ask(lambda connection: upkeep.leaving(connection, due) != [])

    async def erase(self, due: Due) -> Erased:
        erased = await self._ask(lambda connection: upkeep.erase_due(connection, due))
        await self._writer.ask(Rewrite(erased.any))
        return erased

    async def purge(self, room: str, *, told: bool) -> Erased:
        def erasing(connection: Connection) -> Erased:
            self._known.pop(room, None)
            return upkeep.erase_room(connection, room, told=told)

        erased = await self._ask(erasing)
        await self._writer.ask(Rewrite(True))
        return erased

    async def beat(self, now: int) -> None:
        await self._ask(lambda connection: connection.execute(_BEAT, {"now": now}))

    async def last_beat(self) -> int | None:
        return await self._ask(lambda connection: connection.execute(select(beats.c.at)).scalar())

    async def close(self) -> None:
        await self._writer.stop()
        self._residue.clean()
        self._connection.close()
        self._engine.dispose()
        self._guard.close()

    # --- in the writer's thread
    # -------------------------------------------------------------------------------------

    def _work(self, tasks: Sequence[Order | Errand | Rewrite]) -> list[Any]:
        orders = [task for task in tasks if isinstance(task, Order)]
        outcomes = iter(self._commit_timed(orders) if orders else ())
        return [next(outcomes) if isinstance(task, Order) else self._other(task) for task in tasks]

    def _other(self, task: Errand | Rewrite) -> Any:
        return self._rewrite(task) if isinstance(task, Rewrite) else self._errand(task)

    def _rewrite(self, task: Rewrite) -> StoreError | None:
        try:
            if task.wanted or upkeep.needs_rewriting(self._raw):
                upkeep.rewrite(self._raw)
                self._residue.destroyed()
                self._residue.clean()
        except sqlite3.Error as error:
            log_fault(log, "the file was not written anew", error)
            return designed(error, self._path)
        return None

    def _commit_timed(self, orders: Sequence[Order]) -> list[Committed | Exception]:
        began = time.monotonic()
        outcomes = self._commit(orders)
        failed = next((one.code for one in outcomes if isinstance(one, StoreError)), "")
        self._timed(len(orders), time.monotonic() - began, failed)
        return outcomes

    def _commit(self, orders: Sequence[Order]) -> list[Committed | Exception]:
        batch = Batch(self._raw, self._known, self._dice)
        try:
            with _transaction(self._raw):
                batch.recall(orders)
                results = [_settled(batch, order) for order in orders]
                batch.write()
                self._place.check()
        except StoreError as error:
            return self._failed(orders, error, error)
        except (sqlite3.Error, OSError) as error:
            return self._failed(orders, designed(error, self._path), error)
        except FAULTS as error:
            return self._failed(orders, CorruptStore(self._path), error)
        self._remember(batch)
        return [batch.outcome(one) if isinstance(one, Settled) else one for one in results]

    def _failed(
        self, orders: Sequence[Order], reason: StoreError, error: Exception
    ) -> list[Committed | Exception]:
        """Nobody's order was kept; what is remembered of the rooms is read again from the log."""
        log_fault(log, f"nothing saved ({reason.code}), {len(orders)} orders", error)
        for order in orders:
            self._known.pop(order.room, None)
        return [reason] * len(orders)

    def _remember(self, batch: Batch) -> None:
        for room_id, room in batch.rooms.items():
            if room.closed:
                self._known.pop(room_id, None)
            elif known := self._known.get(room_id):
                known.room = room
            else:
                self._known[room_id] = Known(room)
        for (room_id, box), secret in batch.secrets.items():
            if known := self._known.get(room_id):
                if secret is None:
                    known.secrets.pop(box, None)
                else:
                    known.secrets[box] = secret
        for (room_id, team), sent in batch.suggested.items():
            if known := self._known.get(room_id):
                known.suggested[team] += sent
        if batch.destroys:
            self._residue.destroyed()
        self._residue.clean_when_due()

    def _errand(self, errand: Errand) -> Any:
        try:
            with self._connection.begin():
                answer = errand(self._connection)
                self._place.check()
                return answer
        except StoreError as error:
            log_fault(log, "an errand failed", error)
            return error
        except (DBAPIError, sqlite3.Error, OSError) as error:
            log_fault(log, "an errand failed", error)
            return designed(error, self._path)
        except FAULTS as error:
            log_fault(log, "an errand failed", error)
            return CorruptStore(self._path)

    def _fold_all(self, connection: Connection) -> list[Room]:
        folded = []
        lengths = rows.lengths(self._raw)
        if lengths.keys() - set(connection.execute(select(rooms.c.id)).scalars()):
            raise CorruptStore(self._path)  # events of no room: nobody can tell whose they were
        for room_id in connection.execute(select(rooms.c.id).where(rooms.c.closed.is_(None))).scalars().all():
            room = self._readable(room_id, lengths.get(room_id))
            if room is not None:
                self._known[room_id] = Known(room)
                folded.append(room)
        return folded

    def _readable(self, room_id: str, length: int | None) -> Room | None:
        try:
            room = fold(self._raw, room_id, None)
            if room is None or length not in (None, room.version):
                raise LookupError  # its first event is written in the same transaction as the room
        except sqlite3.Error as error:
            if not isinstance(designed(error, self._path), CorruptStore):
                raise
            log_fault(log, f"room {room_id} is not served: its log cannot be read", error)
            return None
        except FAULTS as error:
            log_fault(log, f"room {room_id} is not served: its log cannot be read", error)
            return None
        return room

    # --- on the event loop
    # ------------------------------------------------------------------------------------------

    async def _ask(self, errand: Callable[[Connection], Answer]) -> Answer:
        answer: Answer = await self._writer.ask(errand)
        return answer

    def _tell(self, results: Sequence[tuple[Told, Any]]) -> None:
        for _, result in results:
            if isinstance(result, Committed) and not result.repeated:
                for listener in self._listeners:
                    listener(result)
        self._answer(iter(results))

    def _answer(self, results: Iterator[tuple[Told, Any]]) -> None:
        over = False
        try:
            for told, result in results:
                told(result)
            over = True
        finally:
            if not over:  # one could not be told, as the loop will say; the others are
                asyncio.get_running_loop().call_soon(self._answer, results)


@contextmanager
def _transaction(raw: sqlite3.Connection) -> Iterator[None]:
    """Everything within is durable when this ends, or nothing of it."""
    raw.execute("BEGIN IMMEDIATE")
    try:
        yield
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:  # SQLite has let go of it already when the disk is full
            raw.execute("ROLLBACK")
        raise


def _settled(batch: Batch, order: Order) -> Settled | Exception:
    """The outcome, the refusal, or what went wrong in our own code; none disturbs the other orders."""
    try:
        return batch.settle(order)
    except Refused as refusal:
        return refusal
    except FAULTS as error:
        log_fault(log, "an order went wrong", error)
        return ServerError(
            "internal", {"sv": "Något gick fel på servern.", "en": "Something went wrong on the server."}
        )
