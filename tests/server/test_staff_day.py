"""A staff day of over two hours, at human speed by a clock that is turned by hand, and all that goes wrong.

Real sockets, the bots' own minds. What happens is the rules' table of awkward cases, in the order of a day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.bots.mind import Act
from game.bots.seats import Seats
from game.rules.command import (
    CallTimeout,
    CastVote,
    CloseRoom,
    ContinueAlone,
    DealCard,
    EndTimeout,
    GatherTeams,
    Lock,
    MarkAway,
    MarkBack,
    OpenNext,
    Pause,
    RemoveStation,
    Resume,
    SkipStep,
    TakeLead,
    VoteAgain,
)
from server import hub
from tests.server.client import Client
from tests.server.kit import Guests, HandClock, House, house

TICK = 2_000
"""Ms between two looks at every screen."""
HURRIED = {
    "wrong_phase",
    "wrong_round",
    "vote_closed",
    "paused",
    "timeout_open",
    "listener",
    "host_only",
    "room_closed",
}
"""What somebody may be told who presses just as the hall goes on."""
RESTED = ("lobby", "frame", "read", "reveal", "compare", "perspective", "break")

Ballot = tuple[str, str, int, str]
"""(table, card, round, seat)"""


class Person:
    """Whoever sits at one machine, quick or slow. Keeps what was acknowledged."""

    def __init__(self, client: Client, number: int) -> None:
        self.client, self.dice = client, Random(number)
        self.mind = Seats(seed=number)
        self.due: dict[Any, int] = {}
        self.done: set[Any] = set()
        self.cast: dict[Ballot, str] = {}
        self.told: Counter[str] = Counter()
        self.asleep = False

    @property
    def table(self) -> str:
        team: str = self.client.slices["you"]["team"]
        return team

    async def look(self, now: int) -> None:
        """Does what it has been thinking about for long enough."""
        if self.asleep or "team" not in self.client.slices:
            return
        view = self.client.slices
        for act in (*self.mind.acts(view), *self._leads(view)):
            at = self.due.setdefault(act.key, now + self.dice.randrange(4, 40) * 1_000)
            if at <= now and (act.undone or act.key not in self.done):
                self.due[act.key] = now + 10_000
                self.done.add(act.key)
                await self._do(act, view)
                view = self.client.slices

    def _leads(self, view: dict[str, Any]) -> list[Act]:
        waited = view.get("progress")
        ready = waited is None or waited["done"] >= waited["of"]
        return list(self.mind.leads(view)) if ready and view["stage"]["alone"] else []

    async def _do(self, act: Act, view: dict[str, Any]) -> None:
        stage, card = view["stage"], view.get("card", {}).get("id", "")
        answer = await self.client.does(act.command)
        if not answer["ok"]:
            self.told[answer["code"]] += 1
            return
        if isinstance(act.command, CastVote):
            self.cast[(self.table, card, stage["round"], act.command.seat)] = act.command.choice


class Day:
    """The hall, and everybody in it."""

    def __init__(self, at: House, guests: Guests, clock: HandClock) -> None:
        self.at, self.guests, self.clock = at, guests, clock
        self.began = clock.now()
        self.people: list[Person] = []
        self.made: dict[str, Any] = {}
        self.host: Client
        self.hall: Client

    async def open(self, **wishes: Any) -> None:
        self.made = await self.at.make_room(**wishes)
        self.host = await self.comes("host", host_key=self.made["host_key"])
        self.hall = await self.comes("screen", seats=0)

    async def comes(self, kind: str, **more: Any) -> Client:
        client = await self.guests.connected(self.at)
        answer = await client.join(self.made["code"], kind, **more)
        assert answer["ok"], answer
        return client

    async def sits(self, kind: str, table: int, seats: int = 1) -> Person:
        person = Person(await self.comes(kind, team=table, seats=seats), len(self.people) + 1)
        self.people.append(person)
        return person

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

    def tile(self, table: str) -> dict[str, Any]:
        found: dict[str, Any] = self.host.slices[f"tile:{table}"]
        return found

    def all_done(self, *but: str) -> bool:
        tiles = [tile for name, tile in self.host.slices.items() if name.startswith("tile:")]
        return all(tile["done"] >= tile["of"] for tile in tiles if tile["id"] not in but and tile["present"])

    async def voted(self) -> None:
        await self.until(self.all_done, 6)

    async def a_card(self, talk: float = 5) -> None:
        """A card from the pile to its note, without anything going wrong."""
        await self.deal()
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


@pytest.fixture(autouse=True)
def prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Views are told at once: ten times a second of real time is minutes of this day."""
    monkeypatch.setattr(hub, "PACE", 0)
    monkeypatch.setattr(hub, "REST", 0)


async def test_a_staff_day_with_everything_that_goes_wrong(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with AsyncExitStack() as first:
        day = Day(await first.enter_async_context(house(database, clock=clock)), guests, clock)
        await day.open(preset="Halvdag", decks=["motet", "kollegor"], cards=[await day.at.dilemma()])
        key = (await day.host.call("key", {"kind": "helper"}))["key"]
        vera = await day.comes("host", host_key=key)
        one = await day.sits("table", 1, 5)
        two = await day.sits("table", 2, 4)
        three = [await day.sits("solo", 3) for _ in range(4)]
        await day.sits("solo", 4)
        await day.sits("table", 4, 2)
        alone = await day.sits("solo", 6)

        # Two hosts press next: it opens once.
        pressed = OpenNext(serial=day.host.serial)
        await day.host.must(pressed)
        assert (await vera.does(pressed))["already"]
        await day.arrives("frame")
        await day.lasts(2)

        # A late person sits down at a table with room, in the middle of the check-in.
        await day.next("checkin")
        late = await day.sits("solo", 3)
        await day.voted()
        assert late.client.slices["you"]["done"], "whoever comes before it closes is part of it"
        await day.next("checkin", 2)
        await day.lasts(2)
        await day.host.must(SkipStep(serial=day.host.serial))
        await day.arrives("practice")
        await day.host.must(SkipStep(serial=day.host.serial))
        await day.arrives("draw")

        # --- the first card
        await day.deal()
        await day.lasts(1)
        await day.next("vote")

        # Somebody has misunderstood: the open vote of that table is made anew, and no other.
        await day.until(lambda: 2 <= day.tile(two.table)["done"] < 4, 1)
        others = day.tile(one.table)["done"]
        await day.host.must(VoteAgain(serial=day.tile(two.table)["serial"], team=two.table))
        two.cast.clear()
        two.done.clear()
        assert day.tile(two.table)["done"] == 0
        assert day.tile(one.table)["done"] == others

        # A solo machine falls asleep: after ten seconds its tile says so, after thirty nobody waits for it.
        sleeper = three[0]
        sleeper.asleep = True
        await sleeper.client.leave()
        await day.until(lambda: any(s["lost"] for s in day.tile(three[1].table)["stations"]), 0.5)
        await day.until(lambda: day.tile(three[1].table)["present"] == 4, 1)
        await day.voted()
        assert day.tile(three[1].table)["of"] == 4

        # A person steps out of a shared machine without having voted anew: nobody waits, and the vote stays.
        await day.next("reveal")
        stepped = two.client.seats[0]
        await two.client.must(MarkAway(seat=stepped))
        await day.next("talk")

        # A late table meets the card, talks, and votes from the next card on.
        five = await day.sits("table", 5, 3)
        assert five.client.stage["phase"] == "talk"
        assert five.client.slices["card"]["text"]["sv"]["situation"]
        assert len(five.client.slices["you"]["listeners"]) == 3

        # The sleeper wakes: view, time and place are as they were; it listens for this card.
        sleeper.asleep = False
        back = await day.guests.connected(day.at)
        assert (await back.come_back(sleeper.client.token))["ok"]
        sleeper.client = back
        assert back.stage["ends"] == three[1].client.stage["ends"]
        assert back.slices["you"]["listeners"] == back.seats

        # A time-out: the clock of that table stands, its hand is up, nobody learns whose it was.
        await day.lasts(2)
        left = one.client.stage["ends"] - clock.now()
        await one.client.must(CallTimeout())
        await one.client.must(EndTimeout(how="call"))
        await day.until(lambda: day.tile(one.table)["help"] is not None, 0.5)
        await day.lasts(2)
        await one.client.must(EndTimeout(how="continue"))
        assert abs(one.client.stage["ends"] - clock.now() - left) <= TICK
        await day.lasts(1)

        await two.client.must(MarkBack(seat=stepped))
        await day.next("vote", 2)
        await day.voted()
        assert five.client.slices["progress"]["of"] == 0
        await day.next("compare")
        day.counts_are_what_was_cast()
        await day.next("perspective")
        await day.next("note")
        await day.lasts(1)

        # --- the second card: hosts come and go
        await day.next("draw")
        await day.deal()
        await day.next("vote")
        await day.host.leave()
        await day.lasts(0.5)
        assert one.client.stage["phase"] == "vote", "the tables go on without a host"
        await day.until(lambda: "take_lead" in vera.slices["you"]["may"], 1)
        await vera.must(TakeLead())
        helped, day.host = day.host, vera
        await day.voted()
        again = await day.guests.connected(day.at)
        assert (await again.come_back(helped.token))["ok"]
        assert again.stage["phase"] == "vote", "whoever led comes back into the running room"
        await day.next("reveal")
        await day.next("talk")
        await day.lasts(4)

        # Both hosts' machines are gone for three minutes: a table may go on by itself.
        await vera.leave()
        await again.leave()
        await day.lasts(2)
        assert "continue_alone" not in one.client.slices["you"]["may"]
        await day.until(lambda: "continue_alone" in one.client.slices["you"]["may"], 2)
        await one.client.must(ContinueAlone())
        await one.client.must(OpenNext(serial=one.client.serial))
        assert (one.client.stage["phase"], two.client.stage["phase"]) == ("vote", "talk")
        day.host = await day.guests.connected(day.at)
        assert (await day.host.come_back(vera.token))["ok"]
        await day.host.must(GatherTeams())
        await one.client.sees(lambda: one.client.stage["phase"] == "talk")
        one.cast = {
            ballot: choice for ballot, choice in one.cast.items() if ballot[2] == 1 or ballot[1] == ""
        }

        # The server dies in the middle of a vote, and comes back paused with all that was acknowledged.
        await day.next("vote", 2)
        await day.until(lambda: day.tile(three[1].table)["done"] >= 2, 2)
        tokens = [day.host.token, day.hall.token, *(person.client.token for person in day.people)]
        before = {tile: day.tile(tile)["done"] for tile in {person.table for person in day.people}}
        ends = one.client.stage["ends"] - clock.now()
    clock.advance(240_000)
    async with house(database, clock=clock) as again_open:
        day.at = again_open
        returned = [await day.guests.connected(again_open) for _ in tokens]
        for client, token in zip(returned, tokens, strict=True):
            assert (await client.come_back(token))["ok"]
        day.host, day.hall = returned[:2]
        for person, client in zip(day.people, returned[2:], strict=True):
            person.client = client
        assert day.host.stage["paused"] == "restart"
        assert {tile: day.tile(tile)["done"] for tile in before} == before
        assert abs(one.client.stage["left"] - ends) <= TICK
        assert (await day.host.does(OpenNext(serial=day.host.serial)))["code"] == "paused"
        await day.host.must(Resume())
        await day.voted()
        await day.next("compare")
        day.counts_are_what_was_cast()
        assert day.hall.slices["hall"]["charts"] == [], "the hall sees nothing that no host has opened"
        await day.next("perspective")
        await day.next("note")
        await day.lasts(1)

        # --- lunch, and whoever is removed may come back, whoever is barred may not
        await day.next("draw")
        await day.host.must(Pause(text="Lunch i matsalen.", minutes=45))
        await day.hall.sees(lambda: day.hall.stage["pause_text"] == "Lunch i matsalen.")
        assert day.hall.stage["pause_until"] == clock.now() + 2_700_000
        await day.host.must(RemoveStation(station=alone.client.joined["station"], bar=True))
        day.people.remove(alone)
        gone = await day.guests.connected(day.at)
        assert (await gone.come_back(alone.client.token))["code"] == "barred"
        await day.host.must(RemoveStation(station=late.client.joined["station"]))
        day.people.remove(late)
        await day.host.must(Lock(on=True))
        assert (await gone.join(day.made["code"], "solo"))["code"] == "room_locked"
        await day.host.must(Lock(on=False))
        await day.sits("solo", 3)
        await day.lasts(45)
        await day.host.must(Pause(look=True))
        await day.hall.sees(lambda: day.hall.stage["paused"] == "look")
        await day.host.must(Resume())

        # --- three cards without trouble, and one at which every table draws its own
        await day.a_card()
        for _ in range(3):
            while day.host.stage["phase"] != "draw":
                await day.host.must(SkipStep(serial=day.host.serial))
            await day.arrives("draw")
            if day.host.stage["card"] < 6:
                await day.a_card(8)
        await day.host.must(DealCard(serial=day.host.serial, own=True))
        await day.until(lambda: all(day.tile(table)["waits"] for table in before if table in seated(day)), 25)
        cards = {day.tile(table)["card"] for table in seated(day)}
        assert len(cards) > 1

        # --- harvest, pledges, and what they think of it
        await day.next("harvest")
        await day.arrives("harvest")
        await day.lasts(8)
        wall = day.host.slices["host"]["wall"]
        assert wall
        assert all(not text["released"] for text in wall)
        assert day.hall.slices["hall"]["wall"] == [], "nothing typed reaches the hall without a host"
        await day.next("pledge")
        await day.until(day.all_done, 8)
        await day.next("debrief")
        await day.lasts(3)
        await day.next("debrief", 2)
        await day.lasts(3)
        await day.next("debrief", 3)
        await day.until(day.all_done, 4)
        await day.host.must(CloseRoom())
        assert await left_of(day) == 0
        assert day.minutes >= 120
        told = Counter[str]()
        for person in day.people:
            told += person.told
        assert set(told) <= HURRIED, told


def seated(day: Day) -> set[str]:
    return {person.table for person in day.people}


async def left_of(day: Day) -> int:
    """How many sealed choices the closed room still holds."""
    import aiohttp

    address = f"{day.at.url}/api/rooms/{day.made['code']}/left"
    async with (
        aiohttp.ClientSession() as session,
        session.get(address, headers={"X-Host-Key": day.made["host_key"]}) as response,
    ):
        left: int = (await response.json())["ballots"]
        return left
