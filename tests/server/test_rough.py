"""Sockets that misbehave are let go, and the others notice nothing."""

from __future__ import annotations

import asyncio
import logging
import re
import socket
import struct
import sys
from pathlib import Path

import aiohttp
import pytest

from game.rules.command import Acknowledge
from game.wire import PROTOCOL
from server.config import Limits
from server.faults import Terse
from server.limits import Bucket
from server.lines import Line, Lines
from tests.server.client import PATIENCE
from tests.server.kit import Guests, HandClock, House, house

HANDSHAKE = f'40{{"protocol":{PROTOCOL}}}'


async def ended(line: aiohttp.ClientWebSocketResponse[bool]) -> bool:
    """Waits until the server has closed the socket, whatever it says until then."""
    async with asyncio.timeout(PATIENCE):
        while True:
            message = await line.receive()
            if message.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.ERROR):
                return True


def raw(
    session: aiohttp.ClientSession, place: House
) -> aiohttp.client._BaseRequestContextManager[aiohttp.ClientWebSocketResponse[bool]]:
    """A socket that speaks frames."""
    return session.ws_connect(f"{place.url}/socket.io/?EIO=4&transport=websocket", max_msg_size=0)


@pytest.mark.parametrize("greeting", [None, HANDSHAKE])
async def test_a_socket_that_never_joins_is_closed_after_ten_seconds(
    open_house: House, clock: HandClock, greeting: str | None
) -> None:
    async with aiohttp.ClientSession() as session, raw(session, open_house) as line:
        assert (await line.receive_str())[0] == "0"
        if greeting is not None:
            await line.send_str(greeting)
            assert (await line.receive_str())[:2] == "40"
        clock.advance(10_000)
        assert await ended(line)


async def test_a_peer_that_answers_no_ping_is_let_go(
    database: Path, clock: HandClock, sockets: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.stock.PING_INTERVAL", 0.05)
    monkeypatch.setattr("server.stock.PING_TIMEOUT", 0.1)
    async with (
        house(database, clock=clock, sockets=sockets) as place,
        aiohttp.ClientSession() as session,
        raw(session, place) as line,
    ):
        await line.receive_str()
        await line.send_str(HANDSHAKE)
        assert await ended(line)
        await place.holds(0)


async def test_a_peer_that_answers_is_asked_again_and_stays(
    database: Path, clock: HandClock, sockets: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.stock.PING_INTERVAL", 0.1)
    monkeypatch.setattr("server.stock.PING_TIMEOUT", 2.4)  # a busy machine may stand for a second
    async with (
        house(database, clock=clock, sockets=sockets) as place,
        aiohttp.ClientSession() as session,
        raw(session, place) as line,
    ):
        assert (await line.receive_str())[0] == "0"
        for _ in range(30):  # longer than somebody silent is waited for
            assert await line.receive_str() == "2"
            await line.send_str("3")
        await line.send_str(HANDSHAKE)
        assert (await line.receive_str())[:2] == "40"  # and only one ping for every pong


@pytest.mark.parametrize("connection", ["keep-alive", "Upgrade"])
async def test_an_opening_that_leads_to_no_socket_leaves_none_behind(
    open_house: House, connection: str
) -> None:
    headers = {"Upgrade": "websocket", "Connection": connection}  # and no key
    url = f"{open_house.url}/socket.io/?EIO=4&transport=websocket"
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as reply:
        assert reply.status in (400, 401)
    await open_house.holds(0)


@pytest.mark.parametrize("greeting", [None, HANDSHAKE])
async def test_a_peer_that_says_goodbye_and_stays_is_let_go(open_house: House, greeting: str | None) -> None:
    async with aiohttp.ClientSession() as session, raw(session, open_house) as line:
        await line.receive_str()
        if greeting is not None:
            await line.send_str(greeting)
        await line.send_str("1")
        assert await ended(line)


async def test_a_socket_that_joins_stays(open_house: House, guests: Guests, clock: HandClock) -> None:
    player = (await guests.session(open_house, solos=1)).players[0]
    clock.advance(60_000)
    assert (await player.does(Acknowledge()))["ok"]


@pytest.mark.parametrize(
    "frame",
    [
        b"\x00\x01",
        '451-["command",{"_placeholder":true,"num":0}]',
        '459999999999-["command"]',
        '461-1[{"_placeholder":true,"num":0}]',
        "42{",
        "42",
        "42[]",
        '42{"a":1}',
        "4" + "[" * 20_000,
        "42" + "[" * 20_000,
        "4",
        "47",
        '4{"a":1}',
        '44{"message":"x"}',
        "bAAAA",
    ],
)
async def test_what_is_no_message_of_ours_ends_the_connection(open_house: House, frame: str | bytes) -> None:
    async with aiohttp.ClientSession() as session, raw(session, open_house) as line:
        await line.receive_str()
        await line.send_str(HANDSHAKE)
        await line.receive_str()
        await (line.send_bytes(frame) if isinstance(frame, bytes) else line.send_str(frame))
        assert await ended(line)


@pytest.mark.parametrize("frame", ["7", "8[]", "9"])
async def test_a_packet_of_a_kind_that_there_is_not_ends_the_connection_without_a_word(
    database: Path, clock: HandClock, caplog: pytest.LogCaptureFixture, frame: str
) -> None:
    """On the fast sockets; the library's own complain in the log and go on."""
    async with (
        house(database, clock=clock, sockets="fast") as place,
        aiohttp.ClientSession() as session,
        raw(session, place) as line,
    ):
        await line.receive_str()
        await line.send_str(frame)
        assert await ended(line)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


AT_ONCE = socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
"""A socket that is closed with this is gone: no goodbye, and what was on the way is thrown away."""


async def test_sockets_that_are_dropped_while_they_are_let_in_leave_nothing_and_say_nothing(
    open_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """At every turn of the loop, so that one of them is the turn between the request and its answer."""
    upgrade = (
        "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Sec-WebSocket-Version: 13\r\n\r\n"
    )
    for turns in range(20):
        sock = socket.create_connection(("127.0.0.1", open_house.running.port))
        sock.sendall(upgrade.encode())
        for _ in range(turns):
            await asyncio.sleep(0)
        sock.setsockopt(*AT_ONCE)
        sock.close()
    await open_house.holds(0)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_sockets_that_are_dropped_while_they_are_pushed_to_leave_nothing_and_say_nothing(
    open_house: House, guests: Guests, caplog: pytest.LogCaptureFixture
) -> None:
    session = await guests.session(open_house, solos=6)
    for player in session.players[1:]:
        await session.players[0].does(Acknowledge())
        player.sio.eio.ws.get_extra_info("socket").setsockopt(*AT_ONCE)
        await player.sio.eio.http.close()
    await open_house.holds(2)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_what_a_library_logs_of_an_error_is_one_line_of_place_without_its_words() -> None:
    try:
        raise ConnectionResetError("what somebody chose")
    except ConnectionResetError:
        record = logging.LogRecord("aiohttp.server", logging.ERROR, "", 0, "Error", (), sys.exc_info())
    told = Terse("%(message)s").format(record)
    assert re.fullmatch(r"Error\n  ConnectionResetError at \S*tests/server/test_rough.py:\d+", told)


async def test_a_frame_beyond_every_limit_ends_the_connection(open_house: House) -> None:
    async with aiohttp.ClientSession() as session, raw(session, open_house) as line:
        await line.receive_str()
        await line.send_str("42" + "x" * 70_000)
        assert await ended(line)


async def test_a_socket_that_leaves_the_conversation_is_closed(open_house: House) -> None:
    async with aiohttp.ClientSession() as session, raw(session, open_house) as line:
        await line.receive_str()
        await line.send_str(HANDSHAKE)
        await line.receive_str()
        await line.send_str("41")
        assert await ended(line)


async def test_a_flood_is_slowed_down_and_the_others_go_on(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    limits = Limits(commands=20, command_burst=40)
    async with house(database, clock=clock, limits=limits) as place:
        session = await guests.session(place, solos=2)
        flood, other = session.players
        codes = [(await flood.call("command", {})).get("code") for _ in range(60)]
        assert codes.count("too_fast") >= 20
        assert (await other.does(Acknowledge()))["ok"]
        clock.advance(1_000)
        assert (await flood.does(Acknowledge()))["ok"]


async def test_a_reader_that_does_not_read_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_connection(asyncio.Protocol, *deaf.getsockname())
        lines = Lines(Limits(backlog_bytes=1_000_000))
        line = Line("eio", "", transport, Bucket(1, 1, 0), queue=asyncio.Queue())
        assert not lines.cut_if_behind(line)
        transport.write(b"x" * 50_000_000)
        assert lines.cut_if_behind(line)
        assert transport.is_closing()


async def test_a_socket_with_too_many_messages_waiting_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_connection(asyncio.Protocol, *deaf.getsockname())
        waiting: asyncio.Queue[int] = asyncio.Queue()
        lines = Lines(Limits(backlog=2))
        line = Line("eio", "", transport, Bucket(1, 1, 0), queue=waiting)
        for n in range(3):
            assert not lines.cut_if_behind(line)
            waiting.put_nowait(n)
        assert lines.cut_if_behind(line)
        assert transport.is_closing()


async def test_too_many_sockets_are_not_let_in(database: Path, clock: HandClock) -> None:
    async with (
        house(database, clock=clock, limits=Limits(sockets=2)) as place,
        aiohttp.ClientSession() as session,
    ):
        async with raw(session, place) as one, raw(session, place) as two:
            await one.receive_str()
            await two.receive_str()
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await raw(session, place)
        await place.holds(0)
