"""Connections that say nothing, say nonsense, or come in their thousands from one address."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from server.api import safe_headers
from server.config import Limits
from server.gate import Gate
from tests.server.client import PATIENCE
from tests.server.kit import Guests, HandClock, House, house


async def told(place: House, said: bytes) -> bytes:
    """Everything the server answers to these bytes until it closes the connection."""
    async with asyncio.timeout(PATIENCE):
        reader, writer = await asyncio.open_connection("127.0.0.1", place.running.port)
        writer.write(said)
        answer = await reader.read()
        writer.close()
        return answer


NO_HTTP = (
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nContent-Encoding: br\r\nContent-Length: 3\r\n\r\nabc",
    b"POST /api/rooms HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"GET /" + b"x" * 9_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
)


@pytest.mark.parametrize("said", NO_HTTP)
async def test_what_is_no_request_is_answered_400_and_nobodys_address_is_written_down(
    open_house: House, caplog: pytest.LogCaptureFixture, said: bytes
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert (await told(open_house, said)).startswith(b"HTTP/1.0 400 ")
    assert [one.getMessage() for one in caplog.records if one.name.startswith("aiohttp")] == []
    assert "127.0.0.1" not in caplog.text


async def test_a_body_that_nobody_reads_ends_the_connection_without_a_word_in_the_log(
    open_house: House, caplog: pytest.LogCaptureFixture
) -> None:
    head = b"PUT /healthz HTTP/1.1\r\nHost: x\r\nContent-Encoding: deflate\r\nContent-Length: 100\r\n\r\n"
    assert (await told(open_house, head + b"no deflate")).startswith(b"HTTP/1.1 405 ")
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING] == []


async def test_a_mistake_of_ours_is_answered_with_a_code_and_logged_by_its_place(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def mistaken(request: web.Request) -> web.Response:
        raise ValueError("what somebody chose")

    app = web.Application(middlewares=[safe_headers])
    app.router.add_get("/", mistaken)
    async with TestClient(TestServer(app)) as client, client.get("/") as answer:
        assert (answer.status, (await answer.json())["code"]) == (500, "internal")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "ValueError at" in caplog.text
    assert "what somebody chose" not in caplog.text


async def test_an_address_may_hold_so_many_connections_and_one_more_when_one_is_gone(
    database: Path, clock: HandClock
) -> None:
    async with house(database, clock=clock, limits=Limits(connections=2)) as place:
        port = place.running.port
        held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(2)]
        with pytest.raises((ConnectionError, aiohttp.ClientError)):
            await place.make_room()
        held[0][1].close()
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    assert (await place.make_room())["ok"]
                except (ConnectionError, aiohttp.ClientError):
                    continue
                break
        held[1][1].close()


async def test_a_trusted_proxy_brings_everybody_and_each_visitor_its_own_number_of_sockets(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    limits = Limits(connections=2, sockets=10)
    async with (
        house(database, clock=clock, limits=limits, proxies=("127.0.0.1",)) as place,
        aiohttp.ClientSession() as session,
    ):
        url = f"{place.url}/socket.io/?EIO=4&transport=websocket"
        lines = []
        for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2"):
            lines.append(await session.ws_connect(url, headers={"X-Forwarded-For": address}))
            assert (await lines[-1].receive_str())[0] == "0"
        for address in ("192.0.2.1", "2001:db8::3"):
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(url, headers={"X-Forwarded-For": address})
        await session.close()
        await place.holds(0)


def test_a_gate_forgets_whoever_has_gone() -> None:
    gate = Gate(1)
    for number in range(3):
        transport = asyncio.Transport({"peername": (f"192.0.2.{number}", 1)})
        assert gate._let_in(number, transport)
        gate._gone(number)
    assert not gate._open
    assert not gate._held
