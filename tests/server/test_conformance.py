"""Both kinds of sockets say the same: the same frames in, the same frames out."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import aiohttp

from game.rules.command import Acknowledge
from game.wire import PROTOCOL
from tests.server.client import PATIENCE
from tests.server.kit import Guests, HandClock, House, house

GREETING = f'40{{"protocol":{PROTOCOL}}}'


class Wire:
    """A socket that speaks frames, and what it was told."""

    def __init__(self, line: aiohttp.ClientWebSocketResponse[bool]) -> None:
        self.line = line
        self.heard: list[str] = []

    async def until(self, start: str) -> str:
        """Waits for a frame that begins so."""
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await self.line.receive()
                if message.type is not aiohttp.WSMsgType.TEXT:
                    self.heard.append("end")
                    return "end"
                self.heard.append(message.data)
                if message.data.startswith(start):
                    return str(message.data)

    async def says(self, number: int, event: str, *data: Any) -> Any:
        """A call, and its answer."""
        await self.line.send_str(f"42{number}{json.dumps([event, *data])}")
        return json.loads((await self.until(f"43{number}["))[len(f"43{number}") :])[0]


def plain(frame: str) -> str:
    """Without what is drawn anew for every socket."""
    return re.sub(r'"(sid|token)":"[^"]*"', r'"\1":"-"', frame)


async def conversation(place: House, session: aiohttp.ClientSession) -> list[str]:
    """A host and a player, through everything that can be asked, well and badly."""
    made = await place.make_room(k_seats=6)
    url = f"{place.url}/socket.io/?EIO=4&transport=websocket"
    async with session.ws_connect(url) as one, session.ws_connect(url) as two:
        host, player = Wire(one), Wire(two)
        for wire in (host, player):
            await wire.until("0")
            await wire.line.send_str(GREETING)
            await wire.until("40")
        door = {"code": made["code"], "id": "conformance-1"}
        await host.says(1, "join", {**door, "kind": "host", "host_key": made["host_key"], "seats": 0})
        await player.says(1, "join", {**door, "kind": "solo", "seats": 1, "id": "conformance-2"})
        await host.until("42")
        ready = {"id": "command-0001", "command": {"type": "acknowledge"}}
        assert (await player.says(2, "command", ready))["ok"]
        assert (await player.says(3, "command", ready))["ok"]
        assert not (await player.says(4, "command", {**ready, "id": "command-0002", "more": 1}))["ok"]
        closing = {"id": "command-0003", "command": {"type": "close_room"}}
        assert not (await player.says(5, "command", closing))["ok"]
        assert not (await player.says(6, "command", {"id": "x"}))["ok"]
        assert not (await player.says(7, "command"))["ok"]
        assert not (await player.says(8, "command", ready, ready))["ok"]
        assert not (await player.says(9, "nothing", {}))["ok"]
        assert not (await player.says(10, "key", {"kind": "host"}))["ok"]
        long = {"id": "command-0004", "command": {"type": "acknowledge", "text": "x" * 17_000}}
        assert not (await player.says(11, "command", long))["ok"]
        await player.line.send_str(f"42{json.dumps(['command', {**ready, 'id': 'command-0005'}])}")
        assert (await player.says(12, "command", {**ready, "id": "command-0006"}))["ok"]
        whole = json.dumps(["command", {**ready, "id": "command-0007"}])
        await player.line.send_str(f"4213{whole[:-1]}}}")
        await player.until("end")
        told = [plain(frame) for frame in player.heard if not frame.startswith("42")]
        host_told = [plain(frame) for frame in host.heard if not frame.startswith("42")]
        return [*told, "--", *host_told]


async def test_whatever_is_asked_is_answered_in_the_same_words(tmp_path: Path) -> None:
    told: dict[str, list[str]] = {}
    for sockets in ("fast", "stock"):
        async with (
            house(tmp_path / f"{sockets}.sqlite", clock=HandClock(), sockets=sockets) as place,
            aiohttp.ClientSession() as session,
        ):
            told[sockets] = await conversation(place, session)
    assert len(told["stock"]) > 15
    assert told["fast"] == told["stock"]


async def test_what_a_client_sends_at_once_is_decided_in_its_order(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=1)
    player = session.players[0]
    line, seat = player.sio.eio.ws, player.slices["you"]["seats"][0]
    for number in range(11):
        kind = "mark_back" if number % 2 else "mark_away"
        command = {"id": f"at-once-{number}", "command": {"type": kind, "seat": seat}}
        await line.send_str(f"42{500 + number}{json.dumps(['command', command])}")
    await player.must(Acknowledge())
    assert [one["away"] for one in player.slices["team"]["seats"]] == [True]
    answers = [frame for frame in player.frames if frame.startswith("35")]
    assert [frame[:5] for frame in answers] == [f"35{number:02}[" for number in range(11)]
    assert all('"ok":true' in frame for frame in answers)


async def test_a_browser_that_offers_to_compress_is_told_no(database: Path, clock: HandClock) -> None:
    """By the fast sockets, that is: the library's cannot be told to. It costs more than it saves."""
    async with house(database, clock=clock, sockets="fast") as place, aiohttp.ClientSession() as session:
        url = f"{place.url}/socket.io/?EIO=4&transport=websocket"
        async with session.ws_connect(url, compress=15) as line:
            assert (await line.receive_str())[0] == "0"
            assert line.compress == 0
