"""A server tells that it is here, and a client finds it: real packets, on this machine's own network."""

from __future__ import annotations

import asyncio
import socket
import threading
from typing import Any

import pytest

from game.client.nearby import Nearby, Server, heard
from server.beacon import shining, told_of
from server.config import Settings

HERE = ["127.0.0.1"]
PATIENCE = 20
pytestmark = pytest.mark.usefixtures("network")


@pytest.fixture(autouse=True, scope="module")
def multicast() -> None:
    """Some containers carry no multicast at all, not even to themselves; then nothing can be found there."""
    group = socket.inet_aton("224.0.0.251") + socket.inet_aton("127.0.0.1")
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as hears,
        socket.socket(type=socket.SOCK_DGRAM) as says,
    ):
        try:
            hears.bind(("", 0))
            hears.settimeout(5)
            hears.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
            says.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
            says.sendto(b"?", ("224.0.0.251", hears.getsockname()[1]))
            hears.recv(1)
        except OSError as error:
            pytest.skip(f"this machine carries no multicast: {error}")


async def test_a_server_is_found_by_its_machines_name_and_forgotten_when_it_ends() -> None:
    others = set(threading.enumerate())
    news = threading.Event()
    nearby = Nearby(news.set, HERE)
    nearby.start()
    nearby.start()
    async with shining(8765, HERE, HERE):
        assert await asyncio.to_thread(news.wait, PATIENCE)
        (found,) = nearby.servers
        assert found == Server(found.name, "http://127.0.0.1:8765")
        assert found.name
        news.clear()
    assert await asyncio.to_thread(news.wait, PATIENCE)
    assert nearby.servers == []
    (asking,) = (one for one in set(threading.enumerate()) - others if "ServiceBrowser" in one.name)
    nearby.stop()
    await asyncio.to_thread(asking.join, PATIENCE)
    assert not asking.is_alive()


async def test_two_servers_on_machines_of_one_name_are_both_found() -> None:
    ready = threading.Semaphore(0)
    nearby = Nearby(ready.release, HERE)
    nearby.start()
    async with shining(8765, HERE, HERE), shining(9000, HERE, HERE):
        for _ in range(2):
            assert await asyncio.to_thread(ready.acquire, timeout=PATIENCE)
        assert {server.url for server in nearby.servers} == {"http://127.0.0.1:8765", "http://127.0.0.1:9000"}
    nearby.stop()
    assert nearby.servers == []


async def test_who_only_asks_once_hears_of_it_too() -> None:
    async with shining(8765, HERE, HERE):
        found = await asyncio.to_thread(heard, HERE, PATIENCE)
    assert [server.url for server in found] == ["http://127.0.0.1:8765"]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"host": "192.0.2.7"}, ["192.0.2.7"]),
        ({"host": "192.0.2.7", "hidden": True}, []),
        ({"host": "192.0.2.7", "public_url": "https://bemot.example.se"}, []),
        ({"host": "127.0.0.1"}, []),
        ({"host": "bemot.local"}, []),
    ],
)
async def test_only_a_server_that_others_reach_by_its_own_address_is_told_of(
    chosen: dict[str, Any], told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BEMOT_HIDDEN")
    addresses = told_of(Settings(**chosen))
    assert addresses == told
    async with shining(8765, addresses, HERE):
        pass


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the library leaves a socket
async def test_where_nothing_can_be_told_the_server_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    async with shining(8765, HERE, ["203.0.113.7"]):
        assert "not told of in the network" in caplog.text
