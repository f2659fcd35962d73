"""The hall of the staff day, and a day that passes by a clock turned by hand."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, MutableSequence
from contextlib import AsyncExitStack, closing
from pathlib import Path
from random import Random
from typing import Any

from game.rules.command import DealCard, OpenNext, SendMessage
from game.rules.slices import TileSlice
from tests.server.client import Client
from tests.server.kit import Guests, HandClock, House, house
from tests.server.staffday.people import Person

TICK = 2_000
"""Ms between two looks at every screen."""


class Turned(Random):
    """Dice whose shuffling turns the order round: what has been drawn is told from what has not."""

    def shuffle(self, x: MutableSequence[Any]) -> None:
        x.reverse()


class Day:
    """The hall, and everybody in it.

    Tables 1 and 2 sit round one machine each, 3 has only screens of their own, 4 both; Eva sits alone at 6,
    and 5 comes late. Petra's machine is `host`, Vera helps her.
    """

    host: Client
    vera: Client
    petra: Client
    hall: Client
    one: Person
    two: Person
    three: list[Person]
    four: Person
    dora: Person
    five: Person
    eva: Person
    late: Person
    later: Person

    def __init__(self, database: Path, guests: Guests, clock: HandClock) -> None:
        self.guests, self.clock = guests, clock
        self.began = clock.now()
        self.people: list[Person] = []
        self.made: dict[str, Any] = {}
        self.at: House
        self._said = 0
        self._database = database
        self._serving = AsyncExitStack()

    async def serve(self) -> None:
        """The server starts, or starts again."""
        serving = house(self._database, clock=self.clock, dice=Turned(1))
        self.at = await self._serving.enter_async_context(serving)

    async def stop(self) -> None:
        """The server is gone, with everybody's sockets."""
        await self._serving.aclose()

    async def open(self, **wishes: Any) -> None:
        self.made = await self.at.make_room(**wishes)
        self.host = await self.comes("host", host_key=self.made["host_key"])
        self.hall = await self.comes("screen", seats=0)

    def log(self, code: str = "") -> list[dict[str, Any]]:
        """Every event of the day, or of another room, as the file keeps them."""
        with closing(sqlite3.connect(self._database)) as reader:
            rows = reader.execute(
                "SELECT body FROM events JOIN rooms ON rooms.id = events.room WHERE code = ? ORDER BY seq",
                (code or self.made["code"],),
            ).fetchall()
        return [json.loads(body) for (body,) in rows]

    async def comes(self, kind: str, **more: Any) -> Client:
        client = await self.guests.connected(self.at)
        answer = await client.join(self.made["code"], kind, **more)
        assert answer["ok"], answer
        return client

    async def sits(self, kind: str, table: int, seats: int = 1) -> Person:
        person = Person(await self.comes(kind, team=table, seats=seats), len(self.people) + 1)
        self.people.append(person)
        return person

    async def gone(self, *clients: Client) -> None:
        """Machines whose sockets are gone, which the server has noticed."""
        for client in clients:
            await client.leave()
        await self.at.holds(sum(not client.gone.is_set() for client in self.guests.clients))

    async def sleeps(self, person: Person) -> None:
        """A machine falls asleep."""
        person.asleep = True
        await self.gone(person.client)

    async def wakes(self, person: Person) -> None:
        """It is back by itself, with the token it has kept."""
        person.client = await self.returns(person.client)
        person.asleep = False

    async def returns(self, client: Client) -> Client:
        """A machine on a new socket."""
        back = await self.guests.connected(self.at)
        answer = await back.come_back(client.token)
        assert answer["ok"], answer
        back.joined = client.joined | answer
        return back

    @property
    def minutes(self) -> float:
        return (self.clock.now() - self.began) / 60_000

    async def tick(self) -> None:
        self.clock.advance(TICK)
        for person in self.people:
            await person.look(self.clock.now())
        await self.hall.call("command", {})

    async def until(self, holds: Callable[[], bool], minutes: float) -> None:
        """Time passes until it is so, or too much of it has."""
        end = self.minutes + minutes
        while not holds() and self.minutes < end:
            await self.tick()
        await self.host.sees(holds)

    async def settled(self) -> None:
        """Everybody has seen all that has happened: the host says something to all, and it has come last."""
        self._said += 1
        text = f"Hör ni mig? {self._said}"
        await self.host.must(SendMessage(text=text))
        awake = [person.client for person in self.people if not person.asleep]
        for client in (self.hall, *awake):
            await client.sees(
                lambda client=client: (client.slices["room"]["message"] or {}).get("text") == text  # type: ignore[misc]
            )

    async def lasts(self, minutes: float) -> None:
        """Time passes."""
        end = self.minutes + minutes
        await self.until(lambda: self.minutes >= end, minutes + 1)

    async def next(self, phase: str, round: int = 1) -> None:
        """The host opens what comes, and everybody who follows sees it."""
        await self.host.must(OpenNext(serial=self.host.serial))
        assert (self.host.stage["phase"], self.host.stage["round"]) == (phase, round)
        await self.arrives(phase, round)

    async def arrives(self, phase: str, round: int = 1) -> None:
        for person in self.people:
            if not person.asleep and not person.client.stage["alone"]:
                await person.client.sees(
                    lambda stage=person.client: (stage.stage["phase"], stage.stage["round"]) == (phase, round)  # type: ignore[misc]
                )

    async def deal(self) -> None:
        await self.host.must(DealCard(serial=self.host.serial, ready=True))
        await self.arrives("read")

    def tile(self, table: str) -> TileSlice:
        found: TileSlice = self.host.slices[f"tile:{table}"]
        return found

    @property
    def tiles(self) -> list[TileSlice]:
        return [tile for name, tile in self.host.slices.items() if name.startswith("tile:")]

    def lost(self, person: Person) -> bool:
        """Whether the host's board shows its machine as lost."""
        stations = self.tile(person.table)["stations"]
        return any(one["lost"] for one in stations if one["id"] == person.client.joined["station"])

    def all_done(self) -> bool:
        return all(tile["done"] >= tile["of"] for tile in self.tiles if tile["present"])

    async def voted(self) -> None:
        await self.until(self.all_done, 6)

    async def a_card(self, talk: float = 5) -> None:
        """A card that has been dealt, from its reading to its note, without anything going wrong."""
        await self.lasts(1)
        await self.next("vote")
        await self.voted()
        await self.next("reveal")
        await self.next("talk")
        await self.lasts(talk)
        await self.next("vote", 2)
        await self.voted()
        await self.next("compare")
        self.counts_are_what_was_cast()
        await self.next("perspective")
        await self.lasts(1)
        await self.next("note")
        await self.lasts(1)

    def counts_are_what_was_cast(self) -> None:
        """Every acknowledged vote is counted, once, at its own table."""
        for table in {person.table for person in self.people if not person.asleep}:
            sitting = [person for person in self.people if person.table == table]
            shown = next(person.client for person in sitting if not person.asleep).slices
            if "result" not in shown or shown["result"]["after"] is None:
                continue
            for number, name in ((1, "before"), (2, "after")):
                cast = Counter(
                    choice
                    for person in sitting
                    for (where, card, round, _seat), choice in person.cast.items()
                    if (where, card, round) == (table, shown["card"]["id"], number)
                )
                counts = shown["result"][name]
                told = dict(zip(shown["card"]["choices"], counts["votes"], strict=True))
                expected = {choice: cast[choice] for choice in shown["card"]["choices"]}
                assert told == expected, (name, table)
                assert (counts["own"], counts["passed"]) == (cast["own"], cast["pass"])
