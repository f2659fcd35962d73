"""Both kinds of sockets say the same: the same frames in, the same frames out."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from game.rules.command import Acknowledge, CastVote, CloseRoom
from game.wire import PROTOCOL
from server.own import OwnChoices
from server.sockets import Sockets
from tests.server.client import PATIENCE
from tests.server.kit import Guests, HandClock, House, advance, house

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
        await self.line.send_str(f"42{number}{wired(event, *data)}")
        return json.loads((await self.until(f"43{number}["))[len(f"43{number}") :])[0]


def wired(event: str, *data: Any) -> str:
    """A call as our clients write it: without blanks."""
    return json.dumps([event, *data], separators=(",", ":"))


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
        await player.line.send_str(f"42{wired('command', {**ready, 'id': 'command-0005'})}")
        assert (await player.says(12, "command", {**ready, "id": "command-0006"}))["ok"]
        whole = wired("command", {**ready, "id": "command-0007"})
        await player.line.send_str(f"4213{whole[:-1]}}}")
        await player.until("end")
        told = [plain(frame) for frame in player.heard if not frame.startswith("42")]
        host_told = [plain(frame) for frame in host.heard if not frame.startswith("42")]
        return [*told, "--", *host_told]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Of each message that was offered to the lane, whether it was taken."""
    found: list[bool] = []
    real = Sockets.take

    def take(self: Sockets, eio: str, data: str, say: Any) -> bool:
        found.append(real(self, eio, data, say))
        return found[-1]

    monkeypatch.setattr(Sockets, "take", take)
    return found


async def test_whatever_is_asked_is_answered_in_the_same_words(tmp_path: Path, taken: list[bool]) -> None:
    told: dict[str, list[str]] = {}
    for sockets in ("fast", "stock"):
        async with (
            house(tmp_path / f"{sockets}.sqlite", clock=HandClock(), sockets=sockets) as place,
            aiohttp.ClientSession() as session,
        ):
            told[sockets] = await conversation(place, session)
    assert (taken.count(True), taken.count(False)) > (3, 8)
    assert len(told["stock"]) > 15
    assert told["fast"] == told["stock"]


async def test_what_a_client_sends_at_once_is_decided_in_its_order(
    open_house: House, guests: Guests, taken: list[bool], sockets: str
) -> None:
    session = await guests.session(open_house, solos=1)
    player = session.players[0]
    line, seat = player.sio.eio.ws, player.slices["you"]["seats"][0]
    for number in range(11):
        kind = "mark_back" if number % 2 else "mark_away"
        command = {"id": f"at-once-{number}", "command": {"type": kind, "seat": seat}}
        await line.send_str(f"42{500 + number}{wired('command', command)}")
    await player.must(Acknowledge())
    assert [one["away"] for one in player.slices["team"]["seats"]] == [True]
    answers = [frame for frame in player.frames if frame.startswith("35")]
    assert [frame[:5] for frame in answers] == [f"35{number:02}[" for number in range(11)]
    assert all('"ok":true' in frame for frame in answers)
    assert taken.count(True) == (12 if sockets == "fast" else 0)


async def test_who_has_handed_over_gets_no_key_by_asking_in_the_same_breath(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house, solos=1)
    host, heir = session.host, await guests.connected(open_house)
    assert (await heir.join(session.made["code"], "host", host_key=session.made["host_key"]))["ok"]
    over = {"id": "hand-over-1", "command": {"type": "hand_over", "station": heir.joined["station"]}}
    await host.sio.eio.ws.send_str(f"42700{wired('command', over)}")
    await host.sio.eio.ws.send_str(f"42701{wired('key', {'kind': 'host'})}")
    async with asyncio.timeout(PATIENCE):
        while not any(frame.startswith("3701") for frame in host.frames):
            await host.call("nothing", {})
    answers = [frame for frame in host.frames if frame.startswith(("3700", "3701"))]
    assert [frame[:5] for frame in answers] == ["3700[", "3701["]
    assert '"ok":true' in answers[0]
    assert '"lead_only"' in answers[1]


async def test_nothing_is_remembered_of_a_choice_whose_station_hung_up_before_it_was_durable(
    open_house: House, guests: Guests, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[OwnChoices] = []
    real = OwnChoices.__init__

    def made(self: OwnChoices, *given: Any) -> None:
        real(self, *given)
        kept.append(self)

    monkeypatch.setattr(OwnChoices, "__init__", made)
    monkeypatch.setattr("server.store.writer.PACE", 0.2)  # a slow disk
    async with house(open_house.database.with_name("slow.sqlite"), clock=HandClock()) as place:
        session = await guests.session(place, solos=3)
        await advance(session, "vote")
        one, two, gone = session.players
        for player, name in ((one, "before"), (gone, "and-go")):
            cast = CastVote(seat=player.seats[0], serial=player.serial, choice="b").model_dump()
            await player.sio.eio.ws.send_str(
                f"42900{wired('command', {'id': f'vote-{name}', 'command': cast})}"
            )
        await gone.sio.eio.ws.close()
        await two.sees(lambda: two.slices["progress"]["done"] == 2)
        station = gone.joined["station"]
        assert not [names for names in kept[-1]._kept if names[1] == station]
        assert [names for names in kept[-1]._kept if names[1] == one.joined["station"]]
        await session.host.must(CloseRoom())
        assert not kept[-1]._kept


async def test_a_browser_that_offers_to_compress_is_told_no(database: Path, clock: HandClock) -> None:
    """By the fast sockets, that is: the library's cannot be told to. It costs more than it saves."""
    async with house(database, clock=clock, sockets="fast") as place, aiohttp.ClientSession() as session:
        url = f"{place.url}/socket.io/?EIO=4&transport=websocket"
        async with session.ws_connect(url, compress=15) as line:
            assert (await line.receive_str())[0] == "0"
            assert line.compress == 0
