"""A socket that speaks frames, and everything it is told."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from uuid import uuid4

import aiohttp

from game.wire import PROTOCOL

PATIENCE = 15
"""Seconds for an answer; no answer is a fault."""
GREETING = f'40{{"protocol":{PROTOCOL}}}'


class Ended(Exception):
    """The server has closed the connection."""


class Visitor:
    """One connection. `slices` is the view as its joins and views add up."""

    def __init__(self, line: aiohttp.ClientWebSocketResponse[bool]) -> None:
        self.line = line
        self.slices: dict[str, Any] = {}
        self.version = 0
        self.answers: dict[str, Any] = {}
        """By the number of the call, as JSON."""

    async def say(self, frame: str | bytes) -> None:
        """Raises `Ended`."""
        if self.line.closed:
            raise Ended
        try:
            if isinstance(frame, bytes):
                await self.line.send_bytes(frame)
            else:
                await self.line.send_str(frame)
        except (ConnectionError, aiohttp.ClientError) as gone:
            raise Ended from gone

    async def hear(self) -> str:
        """The next frame. Raises `Ended`, and TimeoutError when there is none."""
        async with asyncio.timeout(PATIENCE):
            message = await self.line.receive()
        if message.type is not aiohttp.WSMsgType.TEXT:
            raise Ended
        told: str = message.data
        if told == "2":  # the server asks whether somebody is there
            await self.say("3")
        self._learn(told)
        return told

    async def greet(self) -> None:
        """As every client does."""
        await self.hear()
        await self.say(GREETING)
        while not (await self.hear()).startswith("40"):
            pass

    async def call(self, number: int, event: str, data: Any) -> Any:
        """The answer to a call that is as it should be."""
        await self.say(f"42{number}{json.dumps([event, data])}")
        return await self.answer(str(number))

    async def answer(self, number: str) -> Any:
        """Waits for the answer to the call of this number."""
        while number not in self.answers:
            await self.hear()
        return self.answers[number]

    async def join(self, code: str, kind: str, **more: Any) -> Any:
        """Through the door."""
        door = {
            "code": code,
            "kind": kind,
            "id": uuid4().hex,
            "seats": 0 if kind in ("host", "screen") else 1,
        }
        answer = await self.call(900_000, "join", {**door, **more})
        del self.answers["900000"]
        if answer["ok"]:
            self.slices, self.version = dict(answer["slices"]), answer["version"]
            self.station: str = answer["station"]
        return answer

    def filled(self, text: str) -> str:
        """The text with what this visitor sees in the places that stand between @."""
        team, you = self.slices.get("team") or {}, self.slices.get("you") or {}
        stage, host = self.slices.get("stage") or {}, self.slices.get("host") or {}
        notes = (self.slices.get("notes") or {}).get("notes") or [{}]
        tiles = [name.removeprefix("tile:") for name in self.slices if name.startswith("tile:")]
        found = {
            "SEAT": next(iter(you.get("seats") or ()), "s0"),
            "TEAM": team.get("id") or next(iter(tiles), "t0"),
            "STATION": getattr(self, "station", "k0"),
            "CARD": (self.slices.get("card") or {}).get("id", "motet/x"),
            "NOTE": notes[0].get("id", "n0") if isinstance(notes, list) else "n0",
            "TEXT": next((one["id"] for one in (self.slices.get("hall") or {}).get("wall", ())), "p0"),
        }
        numbers = {
            "SERIAL": stage.get("serial", 0),
            "SEEN": self.version,
            "PLAN": host.get("plan", 0),
        }
        for name, number in numbers.items():
            text = text.replace(f'"@{name}@"', str(number))
        for name, word in found.items():
            text = text.replace(f"@{name}@", str(word))
        return text

    def _learn(self, told: str) -> None:
        if told.startswith("43"):
            number, bracket, rest = told[2:].partition("[")
            self.answers[number] = json.loads(bracket + rest)[0]
        elif told.startswith('42["view"'):
            view = json.loads(told[2:])[1]
            self.version = max(self.version, view["version"])
            for name, value in view["slices"].items():
                if value is None:
                    self.slices.pop(name, None)
                else:
                    self.slices[name] = value
