"""Commands become commits, and the last committed value of every open room lies ready for reading."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from types import MappingProxyType

from game.rules import SENTENCES, Actor, Decision, Facts, Refused, Room, Shelf, Who, decide
from game.rules.command import Command, Enter, TakeLead
from game.rules.errors import NotAllowed
from game.rules.model import SYSTEM
from game.wire import Ack, Nack
from server.clock import Alarm, Clock
from server.errors import CorruptStore, ServerError, StoreError
from server.faults import FAULTS, log_fault
from server.library import Library
from server.store.contract import Committed, Decide, Order, Store

log = logging.getLogger(__name__)
TRY_AGAIN = 1_000
"""Ms until the server repeats a command of its own that could not be saved."""
RETURN = 5_000
"""Ms after a start for which work that can wait does, when there are rooms: everybody comes back to them at
once.
"""


def nack(code: str) -> Nack:
    """The refusal with this code, in its standing words."""
    return Nack(code=code, message=dict(SENTENCES[code]))


class Rooms:
    """Every open room, and the closed ones that somebody still looks at."""

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Clock,
        host_gone: Callable[[str], int],
        lead_gone: Callable[[Room], int],
    ) -> None:
        self._store, self._library, self._clock = store, library, clock
        self._host_gone, self._lead_gone = host_gone, lead_gone
        self._rooms: dict[str, Room] = {}
        self._shelves: dict[str, Shelf] = {}
        self._listeners: list[Callable[[Committed], None]] = []
        self._told: set[asyncio.Task[None]] = set()
        self._alarms: set[Alarm] = set()
        self.stopping = False
        store.follow(self._committed)

    def follow(self, listener: Callable[[Committed], None]) -> None:
        """The listener hears of every new outcome once `room` shows it."""
        self._listeners.append(listener)

    def room(self, room_id: str) -> Room | None:
        """The room as last committed."""
        return self._rooms.get(room_id)

    @property
    def all(self) -> Mapping[str, Room]:
        """Every room served now, by id."""
        return MappingProxyType(self._rooms)

    def shelf(self, room_id: str) -> Shelf:
        """The words of the room's decks."""
        return self._shelves[room_id]

    async def serve(self, room: Room) -> None:
        """From now on this room is served. Raises `StoreError` when one of its decks cannot be read."""
        for ref in room.decks:
            if not self._library.knows(ref.digest):
                body = await self._store.deck(ref.digest)
                try:
                    self._library.play(ref.digest, body or "")
                except ValueError as error:
                    raise CorruptStore(f"{ref.slug} {ref.version}") from error
        self._shelves[room.id] = self._library.shelf(room)
        self._rooms[room.id] = room

    def forget(self, room_id: str) -> None:
        """Nobody looks at this closed room any more."""
        self._rooms.pop(room_id, None)
        self._shelves.pop(room_id, None)

    async def submit(
        self, room_id: str, actor: Actor, command: Command, command_id: str | None = None
    ) -> Ack | Nack:
        """The answer to a command, or the earlier one to a repeated id; durable when it is an `Ack`. Never
        raises.
        """
        return _answer(await self._commit(self._order(room_id, actor, command, command_id)))

    def take(
        self,
        room_id: str,
        actor: Actor,
        command: Command,
        command_id: str,
        then: Callable[[Ack | Nack], None],
    ) -> None:
        """As `submit`, for a caller that does not wait: `then` is told the answer."""

        def settled(outcome: Committed | Exception) -> None:
            then(_answer(_refusal(outcome) if isinstance(outcome, Exception) else outcome))

        self._store.hand(self._order(room_id, actor, command, command_id), settled)

    async def enter(self, room_id: str, command: Enter, join_id: str, token: str) -> Committed | Nack:
        """A station comes through the door; `token` is the hash of what will let it back in. Never raises."""
        now, host_gone = self._clock.now(), self._host_gone(room_id)
        deciding = _deciding(SYSTEM, command)
        return await self._commit(Order(room_id, deciding, now, host_gone, 0, "", join_id, token))

    def tell(self, room_id: str, command: Command) -> None:
        """A command of the server's own. It is repeated until it is saved or refused."""
        if self.stopping:
            return
        task = asyncio.get_running_loop().create_task(self._tell(room_id, command))
        self._told.add(task)
        task.add_done_callback(self._told.discard)

    async def settle(self) -> None:
        """Everything the server itself has begun is done. No new command is taken."""
        self.stopping = True
        for alarm in self._alarms:
            alarm.cancel()
        if self._told:
            await asyncio.wait(self._told)

    async def _tell(self, room_id: str, command: Command) -> None:
        answer = await self.submit(room_id, SYSTEM, command)
        if isinstance(answer, Nack) and answer.code == "storage" and not self.stopping:
            alarm = self._clock.call_at(
                self._clock.now() + TRY_AGAIN, lambda: self._again(alarm, room_id, command)
            )
            self._alarms.add(alarm)

    def _again(self, alarm: Alarm, room_id: str, command: Command) -> None:
        self._alarms.discard(alarm)
        self.tell(room_id, command)

    def _order(self, room_id: str, actor: Actor, command: Command, command_id: str | None) -> Order:
        # Who leads is only ever asked for by a host; everybody's vote need not look for them.
        room = self._rooms.get(room_id) if actor.who is Who.HOST else None
        return Order(
            room_id,
            _deciding(actor, command, room),
            self._clock.now(),
            self._host_gone(room_id),
            self._lead_gone(room) if room else 0,
            actor.station or "",
            command_id,
        )

    async def _commit(self, order: Order) -> Committed | Nack:
        try:
            return await self._store.commit(order)
        except ServerError as error:
            return _refusal(error)
        except Refused as refusal:
            return _refusal(refusal)

    def _committed(self, outcome: Committed) -> None:
        room = outcome.room
        if room.id not in self._rooms or room.version < self._rooms[room.id].version:
            return
        self._rooms[room.id] = room
        for listener in self._listeners:
            try:
                listener(outcome)
            except FAULTS as error:  # what is durable must still be acknowledged
                log_fault(log, "a listener failed", error)


def _deciding(actor: Actor, command: Command, asked: Room | None = None) -> Decide:
    """`asked` is the room of which it was told for how long nobody who leads has been there: that says
    nothing of whoever leads since.
    """

    def deciding(room: Room, facts: Facts) -> Decision:
        if isinstance(command, TakeLead) and asked is not None and _leads(room) != _leads(asked):
            raise NotAllowed("lead_here")
        return decide(room, actor, command, facts)

    return deciding


def _leads(room: Room) -> frozenset[str]:
    return frozenset(station.id for station in room.stations.values() if station.lead)


def _answer(outcome: Committed | Nack) -> Ack | Nack:
    return outcome if isinstance(outcome, Nack) else Ack(version=outcome.version, already=outcome.already)


def _refusal(error: BaseException) -> Nack:
    if isinstance(error, Refused):
        return Nack(code=error.code, message=error.message)
    return nack("storage" if isinstance(error, StoreError) else "internal")
