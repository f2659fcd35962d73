"""Our server through the real protocol: room, door, programme, votes; what must hold after each burst."""

from __future__ import annotations

import asyncio
import json
import re
import urllib.request
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from random import Random
from typing import Any

from game.rules.command import Acknowledge, ArrangeSteps, Command, DealCard, OpenNext, SkipStep
from game.rules.opened import Step
from game.wire import PROTOCOL
from tests.bench.load.machine import Machine
from tests.bench.load.pipe import Pipe, said
from tests.bench.load.site import PATIENCE, Client, Plan, Site, Wrong

ROUNDS = 24
"""Cards a room may play; more than any scenario needs."""
DECK = "motet"
SECRET = re.compile(rb"hemlig-(\d+)-(\d+)")
"""Own answers that are found again wherever they have gone: table and seat."""
VOTING = frozenset({"you", "progress", "stage", "team", "room"})
"""The slices that a table's stations may be sent while they vote."""


class Ours(Site):
    """`preset` is "Halvdag" for tables, "Lecture" for one team of a thousand; both follow the host."""

    def __init__(self, name: str, machine: Machine, plan: Plan, preset: str = "Halvdag") -> None:
        super().__init__(name, machine, plan)
        self._preset = preset
        self._made: dict[str, str] = {}
        self._host: Pipe | None = None
        self._view: dict[str, Any] = {}
        self._read = 0
        self._commands = 0
        self._serial = 0
        self._choices = "abc"
        self._cast: dict[tuple[int, int], str] = {}

    # --- coming in
    # --------------------------------------------------------------------------------------------------

    async def seat_everybody(self) -> None:
        await asyncio.to_thread(
            _read, f"{self.machine.url}/api/decks"
        )  # it has read them all when it answers
        asked = {"preset": self._preset, "decks": [DECK]}
        self._made = await asyncio.to_thread(_http, f"{self.machine.url}/api/rooms", asked)
        self._host = await Pipe.open(self.machine.port, {"protocol": PROTOCOL})
        door = {"code": self._made["code"], "kind": "host", "host_key": self._made["host_key"]}
        joined = await self._host.call("join", {**door, "seats": 0, "id": "bench-host"})
        self._view = joined["slices"]
        steps = tuple(Step(kind="round", minutes=12) for _ in range(ROUNDS))
        await self._lead(ArrangeSteps(plan=self._view["host"]["plan"], steps=steps))
        await super().seat_everybody()
        for client in self.clients:
            await self._ask(client.pipe, Acknowledge())
        self._forget()

    async def come_in(self, table: int, seats: Sequence[tuple[int, int]]) -> Client:
        kind = "table" if self.plan.shared else "solo"
        pipe = await Pipe.open(self.machine.port, {"protocol": PROTOCOL})
        name = f"bench-{table}-{seats[0][1]}"
        wish = {"code": self._made["code"], "kind": kind, "seats": len(seats), "team": table + 1, "id": name}
        joined = await pipe.call("join", wish)
        if not joined["ok"]:
            raise Wrong(f"the door: {joined}")
        ids = joined["slices"]["you"]["seats"]
        return Client(
            pipe, table, list(seats), {"token": joined["token"], "ids": dict(zip(seats, ids, strict=True))}
        )

    async def come_back(self, client: Client) -> None:
        client.pipe = await Pipe.open(self.machine.port, {"protocol": PROTOCOL})
        joined = await client.pipe.call("join", {"token": client.state["token"]})
        if not joined["ok"]:
            raise Wrong(f"the way back: {joined}")
        you, card = joined["slices"]["you"], joined["slices"].get("card")
        self._own(client, you["own"])
        if card is None or len(you["done"]) != sum(seat in self._cast for seat in client.seats):
            raise Wrong(f"table {client.table} came back to less than it left")

    async def kept(self) -> None:
        left = await asyncio.to_thread(_left, self.machine.url, self._made)
        if left != len(self._cast):
            raise Wrong(f"{len(self._cast)} votes were acknowledged and {left} are kept")

    # --- leading
    # ----------------------------------------------------------------------------------------------------

    async def prepare(self) -> None:
        self._catch_up()
        stage = self._view["stage"]
        if stage["phase"] == "lobby":
            await self._lead(OpenNext(serial=stage["serial"]), "draw")
        elif stage["phase"] != "draw":
            await self._lead(SkipStep(serial=stage["serial"]), "draw")
        card = next(card["id"] for card in self._view["host"]["cards"] if card["kind"] == "dilemma")
        await self._lead(DealCard(serial=self._now, card=card, ready=True), "read")
        found = _all(self.clients, b'"phase":"vote"')
        await self._lead(OpenNext(serial=self._now), "vote")
        await asyncio.wait_for(found, PATIENCE)
        await asyncio.sleep(0.2)
        self._choices, self._serial, self._cast = self._view["card"]["choices"], self._now, {}
        for client in self.clients:
            client.state["done"] = -1
        self._forget()

    async def _lead(self, command: Command, phase: str = "") -> None:
        assert self._host is not None
        await self._ask(self._host, command)
        async with asyncio.timeout(PATIENCE):
            while self._catch_up() or (phase and self._view["stage"]["phase"] != phase):  # noqa: ASYNC110 - frames ring no bell
                await asyncio.sleep(0.01)

    async def _ask(self, pipe: Pipe, command: Command) -> None:
        answer = await pipe.call("command", self._message(command))
        if not answer["ok"]:
            raise Wrong(f"{command.type}: {answer}")

    def _message(self, command: Command) -> dict[str, Any]:
        self._commands += 1
        return {"id": f"bench-{self._commands:06}", "command": command.model_dump(exclude_none=True)}

    @property
    def _now(self) -> int:
        serial: int = self._view["stage"]["serial"]
        return serial

    def _catch_up(self) -> bool:
        """Reads what the host has been told since; whether there was anything."""
        assert self._host is not None
        fresh = self._host.frames[self._read :]
        self._read += len(fresh)
        for _, _, text in fresh:
            self._view.update(said(text)[1]["slices"])
        return bool(fresh)

    def _forget(self) -> None:
        for client in self.clients:
            client.pipe.frames.clear()

    # --- a burst
    # ----------------------------------------------------------------------------------------------------

    def vote(self, client: Client, seat: tuple[int, int], dice: Random) -> int:
        own = seat[1] == 0
        choice = "own" if own else dice.choice(self._choices)
        self._cast[seat] = choice
        text = f"hemlig-{seat[0]}-{seat[1]}" if own else ""
        self._commands += 1
        command = {
            "type": "cast_vote",
            "seat": client.state["ids"][seat],
            "serial": self._serial,
            "choice": choice,
            **({"text": text} if own else {}),
        }
        return client.pipe.emit("command", {"id": f"bench-{self._commands:06}", "command": command})

    def press(self) -> int:
        assert self._host is not None
        return self._host.emit("command", self._message(OpenNext(serial=self._serial)))

    def progress_text(self) -> bytes:
        return b'"progress":{"done":%d,' % self.plan.voting

    def reveal_text(self) -> bytes:
        return b'"result":{"before":{'

    async def check(self, marks: Sequence[int]) -> None:
        assert self._host is not None
        await self.kept()
        counts: dict[int, Counter[str]] = {}
        for (table, _), choice in self._cast.items():
            counts.setdefault(table, Counter())[choice] += 1
        for client, mark in zip(self.clients, marks, strict=True):
            texts = [text for _, _, text in client.pipe.frames[mark:]]
            views = [said(text)[1]["slices"] for text in texts]
            opened = sum(1 for _ in takewhile(lambda view: "result" not in view, views))
            self._while_voting(client, views[:opened], texts[:opened])
            if opened == len(views) or not _tells(
                views[opened]["result"], counts[client.table], self._choices
            ):
                raise Wrong(f"table {client.table} was not told its own votes: {views[opened:]}")
            if {int(table) for text in texts for table, _ in SECRET.findall(text)} - {client.table}:
                raise Wrong(f"table {client.table} was told another table's words")
        if any(SECRET.search(text) for _, _, text in self._host.frames):
            raise Wrong("the host was told a table's words")
        self._catch_up()
        self._host.frames.clear()
        self._read = 0

    def _while_voting(
        self, client: Client, views: Sequence[Mapping[str, Any]], texts: Sequence[bytes]
    ) -> None:
        """Only how many are done, and to a screen of one's own what its own seat chose."""
        done = [view["progress"]["done"] for view in views if view.get("progress")]
        if done != sorted(set(done)) or (self.plan.press == "seen" and done[-1] != self.plan.voting):
            raise Wrong(f"table {client.table} was told {done}")
        if strange := {name for view in views for name in view} - VOTING:
            raise Wrong(f"table {client.table} was sent {strange} while it voted")
        words = {seat for text in texts for seat in SECRET.findall(text)}
        own = {(b"%d" % table, b"%d" % seat) for table, seat in client.seats}
        if words - (set() if self.plan.shared else own):
            raise Wrong(f"table {client.table} was told {words} before the reveal")
        for view in views:
            if "you" in view:
                self._own(client, view["you"]["own"], whole=False)

    def _own(self, client: Client, told: Mapping[str, Any], *, whole: bool = True) -> None:
        """A seat's own choice comes back to it, to nobody else, and not to a machine that is shared."""
        ids = client.state["ids"]
        cast = {ids[seat]: self._cast[seat] for seat in client.seats if seat in self._cast}
        wanted = {} if self.plan.shared else cast
        seen = {seat: own["choice"] for seat, own in told.items()}
        if seen.items() - wanted.items() or (whole and seen != wanted):
            raise Wrong(f"table {client.table} was told {seen} as its own")

    async def elsewhere(self) -> int:
        """One table votes; how many messages all the others get for it."""
        await self.prepare()
        answered = asyncio.get_running_loop().create_future()
        voting = [(client, seat) for client in self.clients for seat in client.seats if client.table == 0]
        left = len(voting)

        def one() -> None:
            nonlocal left
            left -= 1
            if not left:
                answered.set_result(None)

        for client, _ in voting:
            client.pipe.on_ack = one
        for client, seat in voting:
            self.vote(client, seat, Random(1))
        await asyncio.wait_for(answered, PATIENCE)
        await asyncio.sleep(1)
        heard = sum(len(client.pipe.frames) for client in self.clients if client.table != 0)
        await self._lead(OpenNext(serial=self._serial), "reveal")
        return heard


def _tells(result: Mapping[str, Any], counts: Counter[str], choices: Sequence[str]) -> bool:
    before = result["before"]
    return (before["votes"], before["own"]) == ([counts[choice] for choice in choices], counts["own"])


def _all(clients: Sequence[Client], text: bytes) -> asyncio.Future[None]:
    """When every client has been sent this."""
    over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    left = len(clients)

    def one() -> None:
        nonlocal left
        left -= 1
        if not left:
            over.set_result(None)

    found: Callable[[], None] = one
    for client in clients:
        client.pipe.on_found = found
        client.pipe.await_text(text)
    return over


def _http(url: str, body: object) -> dict[str, str]:
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        made: dict[str, str] = json.load(answer)
    return made


def _read(url: str) -> bytes:
    with urllib.request.urlopen(url) as answer:
        body: bytes = answer.read()
    return body


def _left(url: str, made: Mapping[str, str]) -> int:
    request = urllib.request.Request(
        f"{url}/api/rooms/{made['code']}/left", headers={"X-Host-Key": made["host_key"]}
    )
    with urllib.request.urlopen(request) as answer:
        return int(json.load(answer)["ballots"])
