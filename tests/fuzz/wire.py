"""Raw frames and requests to a real server: it answers with a code or ends the connection, others live on,
and its memory does not grow.

An input is JSON: {"role", "frames"} for a socket, or {"method", "path", "headers", "body"} for HTTP.
"""

from __future__ import annotations

import base64
import json
import re
import tempfile
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from pathlib import Path
from random import Random
from typing import Any, Final

import aiohttp

from tests.fuzz.commands import any_command
from tests.fuzz.mutate import dumps, odd, spoil_bytes, spoil_tree
from tests.fuzz.served import Served
from tests.fuzz.visitor import Ended, Visitor

ROLES: Final = ("stranger", "solo", "table", "screen", "host")
CALL: Final = re.compile(r"42([0-9]{1,15})\[")
GROWTH: Final = 100
"""Megabytes by which the server may have grown since its first room: views, decks and what Python keeps."""
OPEN_ROOM: Final = 0.6
"""Megabytes for each room that is still open: its cards, and forty stations that may come back."""
VISITS: Final = 40
"""To one room, before another takes its place."""
ALIVE: Final = 10
"""Inputs between two looks at somebody who has done nothing wrong."""


def frame(dice: Random, number: int) -> str | dict[str, str]:
    """One message: a call as it should be, a spoilt one, or no message at all."""
    shape = dice.random()
    data: dict[str, Any]
    event, data = "command", {"id": f"fuzz-{dice.getrandbits(60):x}", "command": any_command(dice)}
    if shape < 0.1:
        event, data = "key", {"kind": dice.choice(("host", "helper"))}
    elif shape < 0.13:
        event, data = "pledge", {"mark": f"{dice.getrandbits(256):064x}"}
    elif shape < 0.2:
        kind = dice.choice(("solo", "table", "screen", "host"))
        data = {"code": "@CODE@", "kind": kind, "seats": dice.randrange(9), "id": f"fuzz-{number:08}"}
        event, data = "join", dice.choice((data, {**data, "team": 1}, {"token": "x" * 43}))
    elif shape < 0.25:
        leading = dice.choice(("open_next", "skip_step", "deal_card", "draw_card", "close_vote"))
        data["command"] = any_command(dice, leading)
    call: Any = [event, data]
    if dice.random() < 0.45:
        call = spoil_tree(dice, call)
    text = f"42{number}{dumps(call)}"
    if dice.random() < 0.02:
        text = text.replace('"id":', f'"deep":{"[" * 3_000}{"]" * 3_000},"id":')
    if dice.random() < 0.06:
        raw = spoil_bytes(dice, text.encode("utf-8", "surrogatepass"), PIECES)
        if dice.random() < 0.1:
            return {"bytes": base64.b64encode(raw).decode()}
        text = raw.decode("utf-8", "replace")
    return text


PIECES: Final = (
    b"",
    b"[",
    b"]",
    b"{",
    b"}",
    b'"',
    b",",
    b":",
    b"\\u0000",
    b"\\ud800",
    b"42",
    b"45",
    b"51-",
    b"/,",
    b"1e9",
)


def make(dice: Random) -> bytes:
    """A visit of one to eight messages, or a request."""
    if dice.random() < 0.15:
        return json.dumps(request(dice)).encode()
    role = dice.choice(ROLES)
    frames = [frame(dice, number) for number in range(1, dice.randrange(2, 10))]
    return json.dumps({"role": role, "frames": frames}).encode()


def request(dice: Random) -> dict[str, Any]:
    """Something asked over HTTP."""
    wish = {
        "preset": dice.choice(("APT 30", "Halvdag", "Solo")),
        "decks": ["motet"],
        "cards": [],
        "pace": dice.choice((None, "hall", "table")),
        "k_seats": 6,
        "steps": [{"kind": "round", "minutes": 5}, {"kind": "pledge", "minutes": 6}],
        "name": "Torsdag",
    }
    body = dumps(spoil_tree(dice, wish)) if dice.random() < 0.9 else str(odd(dice))
    raw = body.encode("utf-8", "surrogatepass")
    if dice.random() < 0.3:
        raw = spoil_bytes(dice, raw)
    paths = (
        "/api/rooms",
        "/api/rooms",
        "/api/rooms/@CODE@/left",
        "/api/rooms/@CODE@/report",
        "/api/rooms/@CODE@/trend",
        "/api/rooms/@CODE@/follow-up",
        "/api/rooms/BBB-222/report",
        "/j/FKT-482",
        "/healthz",
        "/readyz",
        "/privacy",
        "/",
        "/api/decks",
        "/api/presets",
    )
    path = dice.choice(paths)
    if dice.random() < 0.3:
        path += dice.choice(
            ("/../..", "%00", "?a=%ff", "//", "%2e%2e", "/" + "x" * 5_000, "%F0%9F", "?" + "&" * 900)
        )
    keys = ("@KEY@", "@KEY@", "K7PR-2MXA-9TBE-HS4D", "", "x" * 5_000, "\u00e5" * 8)
    headers = {"X-Host-Key": dice.choice(keys)}
    if dice.random() < 0.1:
        headers["Content-Encoding"] = dice.choice(("deflate", "gzip", "br", "zstd", "x"))
    posted = re.match(r"/api/rooms(?!/.*/(left|report|trend))", path)
    method = "POST" if posted else dice.choice(("GET", "PUT", "HEAD"))
    return {"method": method, "path": path, "headers": headers, "body": base64.b64encode(raw).decode()}


class Wire(AbstractAsyncContextManager["Wire"]):
    """The target: a server, a room that visitors spoil, and a room where all goes well."""

    def __init__(self) -> None:
        self._stack = AsyncExitStack()
        self._visits = self._inputs = self._start = 0
        self.spoilt: dict[str, Any] = {}

    async def __aenter__(self) -> Wire:
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="bemot-fuzz-")))
        self.server = self._stack.enter_context(Served(folder))
        self.session = await self._stack.enter_async_context(
            aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(force_close=True), timeout=aiohttp.ClientTimeout(total=30)
            )
        )
        well = await self._room("APT 30")
        self._calm = await self._visitor()
        await self._calm.greet()
        assert (await self._calm.join(well["code"], "table", seats=2))["ok"]
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self._stack.aclose()

    async def settle(self, data: bytes) -> str:
        """How it ended: "answered", "ended" or "http". Raises AssertionError for a fault."""
        given = json.loads(data)
        outcome = await (self._asked(given) if "method" in given else self._visited(given))
        self._inputs += 1
        if self._inputs % ALIVE == 0:
            await self.look()
        return outcome

    async def look(self) -> None:
        """Somebody who has done nothing wrong is served, and the server has nothing to complain about."""
        assert self.server.alive, "the server has died: " + self.server.words()[-2_000:]
        answer = await self._calm.call(
            self._inputs + 1_000,
            "command",
            {"id": f"calm-{self._inputs:08}", "command": {"type": "acknowledge"}},
        )
        assert answer["ok"], answer
        self._calm.answers.clear()
        assert not self.server.words(), self.server.words()[-2_000:]
        grown = self.server.memory() - self._start
        async with self.session.get(f"{self.server.url}/healthz") as reply:
            rooms = (await reply.json())["rooms"]
        assert grown < GROWTH + OPEN_ROOM * rooms, f"the server has grown by {grown} MB with {rooms} rooms"

    async def _room(self, preset: str) -> dict[str, Any]:
        async with self.session.post(f"{self.server.url}/api/rooms", json={"preset": preset}) as reply:
            made: dict[str, Any] = await reply.json()
        assert made["ok"], made
        return made

    async def _visitor(self) -> Visitor:
        url = f"{self.server.url}/socket.io/?EIO=4&transport=websocket"
        return Visitor(await self._stack.enter_async_context(self.session.ws_connect(url, max_msg_size=0)))

    async def _visited(self, given: dict[str, Any]) -> str:
        await self._fresh()
        url = f"{self.server.url}/socket.io/?EIO=4&transport=websocket"
        async with self.session.ws_connect(url, max_msg_size=0) as line:
            visitor = Visitor(line)
            try:
                await visitor.greet()
                if given["role"] != "stranger":
                    await self._enters(visitor, given["role"])
                expected = []
                for one in given["frames"]:
                    said = self._said(visitor, one)
                    await visitor.say(said)
                    if isinstance(said, str) and (number := asked(said)) is not None:
                        expected.append(number)
                        fits(await visitor.answer(number))
                last = await visitor.call(999_999, "command", {})
                assert not last["ok"]
                for number in expected:
                    fits(visitor.answers[number])
            except Ended:
                return "ended"
        return "answered"

    async def _enters(self, visitor: Visitor, role: str) -> None:
        more = {"host_key": self.spoilt["host_key"]} if role == "host" else {}
        answer = await visitor.join(self.spoilt["code"], role, **more)
        fits(answer)

    def _said(self, visitor: Visitor, one: str | dict[str, str]) -> str | bytes:
        if isinstance(one, dict):
            return base64.b64decode(one["bytes"])
        return self._known(visitor.filled(one)).encode("utf-8", "replace").decode()

    def _known(self, text: str) -> str:
        return text.replace("@CODE@", self.spoilt["code"]).replace("@KEY@", self.spoilt["host_key"])

    async def _fresh(self) -> None:
        if self._visits % VISITS == 0:
            presets = ("APT 30", "Halvdag", "Solo", "APT 60", "Lecture", "Heldag")
            self.spoilt = await self._room(presets[self._visits // VISITS % len(presets)])
            self._start = self._start or self.server.memory()
        self._visits += 1

    async def _asked(self, given: dict[str, Any]) -> str:
        if not self.spoilt:
            await self._fresh()
        headers = {name: self._known(value) for name, value in given["headers"].items() if value.isascii()}
        url, body = self.server.url + self._known(given["path"]), base64.b64decode(given["body"])
        try:
            async with self.session.request(given["method"], url, data=body, headers=headers) as reply:
                await reply.read()
                assert reply.status < 500, (reply.status, given["path"])
                assert reply.headers.get("X-Content-Type-Options") == "nosniff" or reply.status == 400
                ours = reply.content_type == "application/json"  # what is no HTTP is answered below us
                if (
                    given["method"] == "POST"
                    and given["path"] == "/api/rooms"
                    and (ours or reply.status != 400)
                ):
                    fits(await reply.json())
        except (
            aiohttp.ClientError
        ):  # hung up, or an answer below HTTP that the client's library will not read
            return "ended"
        return "http"


def asked(said: str) -> str | None:
    """The number under which this frame must be answered, if it is a call as the protocol has them."""
    found = CALL.match(said)
    if found is None:
        return None
    try:
        call = json.loads(said[found.end() - 1 :])
    except (ValueError, RecursionError):
        return None
    return found[1] if call and isinstance(call[0], str) else None


def fits(answer: Any) -> None:
    """It is an answer: done, or a code that says why not, in both languages."""
    assert isinstance(answer, dict), answer
    if answer.get("ok") is True:
        return
    assert answer.get("ok") is False, answer
    assert answer["code"] not in ("internal", "storage"), answer
    assert set(answer["message"]) == {"sv", "en"}, answer
