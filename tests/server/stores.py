"""A store with a small room in it, and orders to give it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from game.rules import (
    Actor,
    CardFacts,
    CastVote,
    Command,
    DrawCard,
    Enter,
    Facts,
    OpenNext,
    Room,
    Settings,
    Step,
    decide,
    open_room,
)
from game.rules import Decision as Decided
from game.rules.model import SYSTEM
from server.store.contract import Committed, Opening, Order
from server.store.sqlite import SqliteStore

CARD = CardFacts(id="motet/luren", kind="dilemma", options=3, questions=1, twist=True)
STEPS = (Step(kind="round", minutes=12), Step(kind="pledge", minutes=6))


def opening(room: str = "r1", code: str = "BCD-234") -> Opening:
    """A room with one card and a pledge, each table at its own pace."""
    settings = Settings(preset="Small", pace="table", max_team=1000, team_size=1000)
    return Opening(open_room(room, code, settings, STEPS, (), [CARD], now=0), "hash-of-key", {})


def order(
    room: str,
    actor: Actor,
    command: Command,
    id: str | None = None,
    *,
    now: int = 0,
    token: str | None = None,
) -> Order:
    """The command on its way."""

    def deciding(value: Room, facts: Facts) -> Decided:
        return decide(value, actor, command, facts)

    return Order(room, deciding, now, by=actor.station or "", id=id, token=token)


@asynccontextmanager
async def open_store(path: Path) -> AsyncIterator[SqliteStore]:
    """A store on this file, closed in good order."""
    store = SqliteStore(path, Random(1))
    try:
        yield store
    finally:
        await store.close()


@dataclass
class Voting:
    """A table that is voting."""

    room: str
    table: Actor
    seats: tuple[str, ...]
    serial: int

    def vote(self, seat: int = 0, choice: str = "a", id: str | None = None) -> Order:
        """One seat's vote."""
        command = CastVote(seat=self.seats[seat], serial=self.serial, choice=choice)
        return order(self.room, self.table, command, id)


async def enter(store: SqliteStore, room: str, command: Enter) -> tuple[Actor, Room]:
    """A station comes in."""
    outcome = await store.commit(order(room, SYSTEM, command))
    station = outcome.room.stations[outcome.station or ""]
    return Actor(station.who, station.id, station.team), outcome.room


async def voting(store: SqliteStore, room: str = "r1", code: str = "BCD-234", seats: int = 3) -> Voting:
    """A room whose one table has come as far as the first vote."""
    assert await store.open_room(opening(room, code))
    host, _ = await enter(store, room, Enter(kind="host"))
    table, entered = await enter(store, room, Enter(kind="table", seats=min(seats, 8)))
    steps: list[tuple[Actor, type[Command]]] = [(host, OpenNext), (table, DrawCard), (table, OpenNext)]
    value = entered
    for actor, command in steps:
        team = value.team_of(actor.station)
        serial = (team.stage if team else value.stage).serial
        value = (
            await store.commit(
                order(room, actor, command.model_validate({"type": _type(command), "serial": serial}))
            )
        ).room
    team = value.team_of(table.station)
    assert team is not None
    assert team.stage.phase == "vote"
    return Voting(room, table, tuple(team.seats), team.stage.serial)


def _type(command: type[Command]) -> str:
    name: str = command.model_fields["type"].default
    return name


async def settled(store: SqliteStore, room: str) -> Room:
    """The room as the log tells it."""
    return next(value for value in await store.open_rooms() if value.id == room)


__all__ = ["Committed", "Voting", "enter", "open_store", "opening", "order", "settled", "voting"]
