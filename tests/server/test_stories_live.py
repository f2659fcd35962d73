"""Golden stories told again by real clients to a real server; after every line everybody comes back.

Whoever comes back sees the very view that those see who never left, at every step of two whole sessions.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from game import places
from game.rules import FromPeople
from game.wire import COMMAND
from tests.pledged import as_sealed
from tests.server.client import Client
from tests.server.kit import Guests, HandClock, House, house

STORIES = Path(__file__).parents[1] / "golden"
TOLD = "  "
SILENT = 31_000
"""Ms after which a solo station that is gone counts as away."""
UNITS = {"s": 1_000, "m": 60_000}
SERIAL = frozenset(
    kind.model_fields["type"].default
    for kind in get_args(get_args(FromPeople)[0])
    if "serial" in kind.model_fields
)


def lines(story: str) -> Iterator[tuple[str, str]]:
    """(line, the first thing told of it or ""), without what is only told or looked at."""
    text = (STORIES / f"{story}.story").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(text):
        if not line or line.startswith((TOLD, "#", "==", "see ")):
            continue
        after = text[number + 1] if number + 1 < len(text) else ""
        yield line, after if after.startswith(TOLD) else ""


class Live:
    """A story among real sockets. Stations bear the story's names."""

    def __init__(self, at: House, guests: Guests, clock: HandClock) -> None:
        self.at, self.guests, self.clock = at, guests, clock
        self.made: dict[str, Any] = {}
        self.here: dict[str, Client] = {}
        self.last: dict[str, Any] = {}

    async def tell(self, line: str, told: str) -> None:
        """Do what the line says; it is refused exactly as the story tells."""
        words, code = shlex.split(line), re.match(r"  !! (\w+)", told)
        refused = code[1] if code else None
        if words[0] == "open":
            cards = next(word.split("=")[1] for word in words[2:] if word.startswith("cards="))
            self.made = await self.at.make_room(words[1], cards=cards.split(","), decks=["motet"])
        elif words[0] == "enter":
            await self._enter(words[1], words[2], dict(word.split("=") for word in words[3:]))
        elif words[0] == "wait":
            await self._pass(int(words[1][:-1]) * UNITS[words[1][-1]], told.startswith("  -> "))
        elif words[0] == "silence":
            await self.here[words[1]].leave()
            await self.at.holds(sum(not client.gone.is_set() for client in self.guests.clients))
            await self._pass(SILENT, True)
        elif words[0] == "hear":
            client = await self.guests.connected(self.at)
            assert (await client.come_back(self.here[words[1]].token))["ok"]
            self.here[words[1]] = client
        else:
            await self._say(words[0][:-1], words[1], words[2:], refused)

    async def everybody_returns(self) -> None:
        """Each station comes back on a second socket, and sees what it saw on the first."""
        for client in self.here.values():
            if client.gone.is_set():
                continue
            again = await self.guests.connected(self.at)
            answer = await again.come_back(client.token)
            if not answer["ok"]:
                assert answer["code"] == "room_closed", answer
                continue
            await client.sees(lambda client=client, again=again: client.slices == again.slices)  # type: ignore[misc]
            await again.leave()

    async def _pass(self, ms: int, something: bool) -> None:
        """Time passes; what is due then reaches the tables before the story goes on."""
        seated = [c for c in self.here.values() if not c.gone.is_set() and c.slices["you"]["team"]]
        before = {id(client): client.version for client in seated}
        self.clock.advance(ms)
        if something:
            for client in seated:
                await client.sees(lambda client=client: client.version > before[id(client)])  # type: ignore[misc]

    async def _enter(self, name: str, kind: str, given: dict[str, str]) -> None:
        client = await self.guests.connected(self.at)
        more: dict[str, Any] = {key: int(value) for key, value in given.items()}
        if kind == "host":
            more["host_key"] = self.made["host_key"]
        assert (await client.join(self.made["code"], kind, **{"seats": 1, **more}))["ok"]
        self.here[name] = client

    async def _say(self, name: str, what: str, words: list[str], refused: str | None) -> None:
        if name not in self.here:
            assert refused == "unknown_station"  # the server has closed the socket of one who has left
            return
        client = self.here[name]
        if what in ("votes", "checks_in"):
            for seat, word in enumerate(words, start=1):
                if word != "-":
                    key = "choice" if what == "votes" else "number"
                    given = {"seat": str(seat), **({} if (key, word) == ("number", "pass") else {key: word})}
                    await self._ask(client, {"votes": "cast_vote"}.get(what, "check_in"), given, None)
            return
        if what == "again":
            assert_told(await client.does(COMMAND.validate_python(self.last)), refused)
            return
        await self._ask(client, what, dict(word.split("=", 1) for word in words), refused)
        if what == "leave":
            del self.here[name]

    async def _ask(self, client: Client, what: str, given: dict[str, str], refused: str | None) -> None:
        fields = {"type": what, **{key: self._value(client, key, value) for key, value in given.items()}}
        if what in SERIAL:
            named = client.slices.get(f"tile:{fields.get('team')}")
            fields["serial"] = named["serial"] if named else client.serial
        if what == "extend":
            fields["seen"] = client.version
        if what == "check_in":
            fields.setdefault("number", None)
        if what == "make_pledge":
            fields = as_sealed(fields)
        self.last = fields
        answer = await client.does(COMMAND.validate_python(fields))
        assert_told(answer, refused)

    def _value(self, client: Client, key: str, value: str) -> Any:
        if key == "seat":
            name, _, number = value.rpartition(".")
            return (self.here[name] if name else client).seats[int(number) - 1]
        if key == "team":
            tiles = (tile for name, tile in client.slices.items() if name.startswith("tile:"))
            return next(tile["id"] for tile in tiles if tile["number"] == int(value))
        if key in ("note", "strengthen", "improve"):
            return client.slices["notes"]["notes"][int(value) - 1]["id"]
        if key == "text" and value.isdigit():
            return client.slices["host"]["wall"][int(value) - 1]["id"]
        return {"yes": True, "no": False}.get(value, value)


def assert_told(answer: dict[str, Any], refused: str | None) -> None:
    assert answer.get("code") == refused, answer


@pytest.mark.slow
@pytest.mark.parametrize("story", ["apt-30-shared-table", "leave-and-return"])
async def test_at_every_step_of_a_story_whoever_comes_back_sees_what_was_seen(
    story: str, database: Path, clock: HandClock, guests: Guests
) -> None:
    steps = 0
    async with house(database, clock=clock, decks=(places.decks(),)) as at:
        live = Live(at, guests, clock)
        for line, told in lines(story):
            await live.tell(line, told)
            await live.everybody_returns()
            steps += 1
    assert steps > 30
