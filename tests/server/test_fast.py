"""The fast sockets' own parts: frames, one write for many, and goodbyes."""

from __future__ import annotations

import asyncio
import logging
import socket

import aiohttp
import engineio
import pytest
import socketio
from aiohttp import web
from aiohttp.test_utils import TestServer

from server.fast import Cork, FastManager, Outbox, fast_server, framed

SIZES = (0, 5, 125, 126, 65_535, 65_536, 100_000)


def nothing(eio: str, message: str, say: object) -> bool:
    return False


def unmoved(eio: str, seconds: float | None) -> None:
    pass


async def test_a_message_of_any_length_is_one_that_websockets_understand() -> None:
    async def say(request: web.Request) -> web.WebSocketResponse:
        response = web.WebSocketResponse()
        await response.prepare(request)
        assert request.transport is not None
        request.transport.write(b"".join(framed("å".encode() * (size // 2)) for size in SIZES))
        await response.receive()
        return response

    app = web.Application()
    app.router.add_get("/", say)
    async with (
        TestServer(app) as server,
        aiohttp.ClientSession() as session,
        session.ws_connect(server.make_url("/"), max_msg_size=0) as line,
    ):
        heard = [await line.receive_str() for _ in SIZES]
    assert heard == ["å" * (size // 2) for size in SIZES]


class Written(asyncio.Transport):
    """Keeps every write."""

    def __init__(self) -> None:
        super().__init__()
        self.writes: list[bytes] = []
        self.closing = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.writes.append(bytes(data))

    def is_closing(self) -> bool:
        return self.closing

    def close(self) -> None:
        self.closing = True


async def test_all_that_is_said_in_one_turn_is_one_write_in_its_order() -> None:
    cork = Cork()
    one, two = Outbox(cork), Outbox(cork)
    to_one, to_two = Written(), Written()
    one.say(b"before there is anybody")
    one.attach(to_one)
    two.attach(to_two)
    for text in (b"a", b"b", b"c"):
        one.say(text)
        two.say(text)
    assert to_two.writes == []
    await asyncio.sleep(0)
    assert to_one.writes == [framed(b"before there is anybody"), b"".join(map(framed, (b"a", b"b", b"c")))]
    assert to_two.writes == to_one.writes[1:]


async def test_nothing_is_written_after_the_goodbye() -> None:
    outbox, transport = Outbox(Cork()), Written()
    outbox.attach(transport)
    outbox.say(b"last words")
    await outbox.put(engineio.packet.Packet(engineio.packet.CLOSE))
    outbox.say(b"too late")
    await asyncio.sleep(0)
    assert transport.writes == [framed(b"last words") + framed(b"1"), b"\x88\x02\x03\xe8"]
    assert outbox.qsize() == 0


async def test_a_peer_that_does_not_take_the_goodbye_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        loop, gone = asyncio.get_running_loop(), asyncio.Event()

        class Peer(asyncio.Protocol):
            def connection_lost(self, exc: Exception | None) -> None:
                gone.set()

        transport, _ = await loop.create_connection(Peer, *deaf.getsockname())
        outbox = Outbox(Cork())
        outbox.attach(transport)
        outbox.say(b"x" * 20_000_000)
        await outbox.put(engineio.packet.Packet(engineio.packet.CLOSE))
        await asyncio.wait_for(gone.wait(), 10)


def test_the_fast_sockets_serve_with_the_library_that_is_installed() -> None:
    assert isinstance(fast_server(nothing, unmoved).manager, FastManager)


async def test_a_socket_is_never_pinged_by_the_library_and_forgotten_when_it_is_gone() -> None:
    app, sio = web.Application(), fast_server(nothing, unmoved)
    sio.attach(app)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        line = await session.ws_connect(server.make_url("/socket.io/?EIO=4&transport=websocket"))
        assert (await line.receive_str())[0] == "0"
        assert len(sio.eio.sockets) == 1
        running = [str(task.get_coro()) for task in asyncio.all_tasks()]
        assert not [name for name in running if "_send_ping" in name or "_service_task" in name]
        await line.close()
        async with asyncio.timeout(10):
            while sio.eio.sockets:  # noqa: ASYNC110 - the library rings no bell
                await asyncio.sleep(0.01)
        keyless = {"Upgrade": "websocket", "Connection": "Upgrade"}
        opening = server.make_url("/socket.io/?EIO=4&transport=websocket")
        async with session.get(opening, headers=keyless) as reply:
            assert reply.status >= 400
        assert not sio.eio.sockets


def test_a_library_that_is_built_otherwise_serves_with_its_own_sockets(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(engineio.AsyncServer, "create_queue", None)
    with caplog.at_level(logging.WARNING):
        sio = fast_server(nothing, unmoved)
    assert isinstance(sio, socketio.AsyncServer)
    assert not isinstance(sio.manager, FastManager)
    assert "its own sockets serve" in caplog.text
