"""What the server's tests hold in their hands: a clock, a server on a free port, and who comes to it."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import aiohttp

from game.rules.command import AcceptHeavy, CloseVote, DrawCard, OpenNext
from server.app import Running, running
from server.clock import Clock
from server.config import Limits, Settings
from tests.server.client import PATIENCE, Client

START = 1_900_000_000_000
OPEN = Limits(commands=10_000, command_burst=10_000, rooms=1_000, rooms_burst=1_000)
"""Limits that no test but those about limits meets."""


@dataclass
class Ring:
    """An alarm on a clock held in the hand."""

    callback: Callable[[], None]
    cancelled: bool = False

    def cancel(self) -> None:
        self.cancelled = True


@dataclass
class HandClock:
    """Stands until it is moved."""

    time: int = START
    rings: list[tuple[int, int, Ring]] = field(default_factory=list)
    order: itertools.count[int] = field(default_factory=itertools.count)

    def now(self) -> int:
        return self.time

    def call_at(self, at: int, callback: Callable[[], None]) -> Ring:
        ring = Ring(callback)
        heapq.heappush(self.rings, (at, next(self.order), ring))
        return ring

    def advance(self, ms: int) -> None:
        """Rings everything on the way, each at its own time."""
        end = self.time + ms
        while self.rings and self.rings[0][0] <= end:
            at, _, ring = heapq.heappop(self.rings)
            self.time = max(self.time, at)
            if not ring.cancelled:
                ring.callback()
        self.time = end


@dataclass
class House:
    """A running server and how to reach it."""

    running: Running
    database: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.running.port}"

    async def holds(self, sockets: int) -> None:
        """Waits until the server has noticed who has come and gone."""
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session:
            while True:
                async with session.get(f"{self.url}/healthz") as response:
                    if (await response.json())["sockets"] == sockets:
                        return

    async def decks(self) -> list[dict[str, Any]]:
        """What the server tells of its decks when it has read them all."""
        async with aiohttp.ClientSession() as session:
            while True:
                async with session.get(f"{self.url}/api/decks") as response:
                    found: list[dict[str, Any]] = (await response.json())["decks"]
                if not any(deck["reading"] for deck in found):
                    return found

    async def dilemma(self) -> str:
        """A mild card with a vote, so that every session takes the same way."""
        return (await self.dilemmas())[0]

    async def dilemmas(self) -> list[str]:
        """All such cards of a deck."""
        cards = [card for deck in await self.decks() if deck["slug"] == "motet" for card in deck["cards"]]
        return [card["id"] for card in cards if card["kind"] == "dilemma" and card["heat"] == 1]

    async def make_room(self, preset: str = "APT 30", **wishes: Any) -> dict[str, Any]:
        """RoomMade, or the refusal."""
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self.url}/api/rooms", json={"preset": preset, **wishes}) as response,
        ):
            made: dict[str, Any] = await response.json()
            return made


@asynccontextmanager
async def house(
    database: Path,
    *,
    clock: Clock | None = None,
    limits: Limits = OPEN,
    seed: int | None = 1,
    dice: Random | None = None,
    decks: tuple[Path, ...] = (),
    proxies: tuple[str, ...] = (),
    sockets: str = "fast",
    trend: bool = True,
) -> AsyncIterator[House]:
    """A server on a free port of this machine."""
    chosen: dict[str, Any] = {"limits": limits, "trusted_proxies": proxies, "socket": sockets, "trend": trend}
    if decks:
        chosen["decks"] = decks
    settings = Settings(host="127.0.0.1", port=0, database=database, **chosen)
    if dice is None and seed is not None:
        dice = Random(seed)
    async with running(settings, clock=clock, dice=dice) as server:
        yield House(server, database)


@dataclass
class Session:
    """A room with a host and some players, in a house."""

    house: House
    made: dict[str, Any]
    host: Client
    players: list[Client]

    @property
    def everybody(self) -> list[Client]:
        return [self.host, *self.players]

    async def sees(self, holds: Callable[[Client], bool]) -> None:
        """Waits until every player's view is such."""
        for player in self.players:
            await player.sees(lambda player=player: holds(player))  # type: ignore[misc]


class Guests:
    """Clients that are closed when the test is over."""

    def __init__(self) -> None:
        self.clients: list[Client] = []
        self._news = asyncio.Condition()

    def new(self) -> Client:
        client = Client(self._news)
        self.clients.append(client)
        return client

    async def connected(self, house: House) -> Client:
        return await self.new().connect(house.url)

    async def session(self, house: House, solos: int = 3, preset: str = "APT 30", **wishes: Any) -> Session:
        """A host and solo players at one table, everybody having joined."""
        made = await house.make_room(preset, **{"cards": [await house.dilemma()], **wishes})
        host = await self.connected(house)
        assert (await host.join(made["code"], "host", host_key=made["host_key"]))["ok"]
        players = [await self.connected(house) for _ in range(solos)]
        for player in players:
            assert (await player.join(made["code"]))["ok"]
        return Session(house, made, host, players)

    async def close(self) -> None:
        for client in self.clients:
            if client.sio.connected:
                await client.leave()
            http = client.sio.eio.http  # the library leaves it open when a connection was lost
            if http is not None and not http.closed:
                await http.close()


async def advance(session: Session, phase: str, round: int = 1) -> None:
    """The one table of the session goes on until it is in this phase, by its reader's and its host's
    presses.
    """
    first = session.players[0]
    while (first.stage["phase"], first.stage["round"]) != (phase, round):
        serial = first.serial
        await _press(session, serial)
        await session.sees(lambda player, serial=serial: player.serial != serial)  # type: ignore[misc]


async def _press(session: Session, serial: int) -> None:
    first = session.players[0]
    if first.stage["phase"] == "lobby":
        answer = await session.host.does(OpenNext(serial=session.host.serial))
    elif first.stage["phase"] == "draw":
        if first.slices["draw"]["heavy"]:
            answer = await reader(session).does(AcceptHeavy(serial=serial))
        else:
            answer = await reader(session).does(DrawCard(serial=serial))
    elif first.stage["phase"] == "vote":
        answer = await session.host.does(CloseVote(serial=serial, team=first.slices["team"]["id"]))
    else:
        answer = await session.host.does(OpenNext(serial=serial, team=first.slices["team"]["id"]))
    assert answer["ok"], (first.stage, answer)


def reader(session: Session) -> Client:
    """The player whose seat reads this card."""
    seat = session.players[0].slices["team"]["reader"]
    return next(player for player in session.players if seat in player.seats)
