"""Encryption by the server itself: what it takes, what it says of the rest, and who joins over it."""

from __future__ import annotations

import asyncio
import logging
import ssl
from pathlib import Path

import pytest

from game.client.api import create_room, presets
from game.client.connection import Wire
from game.client.line import Line, Meter
from game.client.news import Entered, News
from game.client.trouble import Trouble
from game.wire import Join, RoomMade, RoomRequest
from server.app import Running, running
from server.beacon import told_of
from server.config import Settings
from server.errors import StartError
from server.tls import context_of
from tests.server.certificates import Pair, certificate, needs_openssl
from tests.server.client import PATIENCE

pytestmark = needs_openssl


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return certificate(tmp_path_factory.mktemp("tls"))


def settings_of(database: Path, pair: Pair) -> Settings:
    return Settings(host="127.0.0.1", port=0, database=database, tls_cert=pair.cert, tls_key=pair.key)


def refusal(certificate: Path | None, key: Path | None) -> str:
    with pytest.raises(StartError) as refused:
        context_of(certificate, key)
    assert set(refused.value.message) == {"sv", "en"}
    return refused.value.code


async def trouble_of(url: str) -> set[str]:
    """What both ways to the server say: the request and the socket."""
    told = set()
    with pytest.raises(Trouble) as asked:
        await asyncio.to_thread(presets, url)
    told.add(asked.value.code)
    with pytest.raises(Trouble) as called:
        async with Line(url, Meter(), lambda view: None):
            pass
    return told | {called.value.code}


def test_without_a_certificate_nothing_is_encrypted() -> None:
    assert context_of(None, None) is None


def test_what_cannot_be_used_is_told_in_a_sentence(pair: Pair, tmp_path: Path) -> None:
    other = certificate(tmp_path, "other")
    text = tmp_path / "text.pem"
    text.write_text("no certificate", "ascii")
    assert refusal(pair.cert, None) == refusal(None, pair.key) == "tls_half"
    assert refusal(tmp_path / "none.pem", pair.key) == refusal(tmp_path, pair.key) == "tls_unreadable"
    assert refusal(pair.cert, other.key) == "tls_mismatch"
    assert refusal(text, pair.key) == refusal(pair.key, pair.key) == refusal(pair.cert, text) == "tls_broken"


def test_one_that_has_expired_is_refused_before_anybody_is_turned_away(tmp_path: Path) -> None:
    old = certificate(tmp_path, ends="20010101000000Z")
    assert refusal(old.cert, old.key) == "tls_expired"


def test_one_that_is_soon_over_is_warned_of(pair: Pair, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert isinstance(context_of(pair.cert, pair.key), ssl.SSLContext)
    assert caplog.text == ""


async def test_a_client_that_trusts_the_certificate_makes_a_room_and_joins_it(
    database: Path, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(pair.cert))
    async with running(settings_of(database, pair)) as server:
        assert server.url.startswith("https://127.0.0.1:")
        made = await asyncio.to_thread(create_room, server.url, RoomRequest(preset="Solo"))
        assert isinstance(made, RoomMade)
        assert made.url.startswith(f"{server.url}/j/")
        assert await _entered(server, made)


async def _entered(server: Running, made: RoomMade) -> bool:
    heard: list[News] = []
    inside = asyncio.Event()

    def hear(news: News) -> None:
        heard.append(news)
        if isinstance(news, Entered):
            inside.set()

    wire = Wire(server.url, hear)
    task = asyncio.create_task(wire.run())
    wire.enter(Join(code=made.code, kind="solo", id="over-tls-1"))
    async with asyncio.timeout(PATIENCE):
        await inside.wait()
    wire.stop()
    await task
    return inside.is_set()


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(database: Path, pair: Pair) -> None:
    async with running(settings_of(database, pair)) as server:
        assert await trouble_of(server.url) == {"untrusted"}


async def test_a_certificate_of_another_machine_is_told_as_such(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = certificate(tmp_path, host="DNS:bemot.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(other.cert))
    async with running(settings_of(database, other)) as server:
        assert await trouble_of(server.url) == {"other_name"}


async def test_https_to_a_server_that_does_not_encrypt_is_told_as_such(database: Path) -> None:
    async with running(Settings(host="127.0.0.1", port=0, database=database)) as server:
        assert await trouble_of(server.url.replace("http:", "https:")) == {"not_encrypted"}


def test_the_network_is_not_told_of_a_server_that_no_certificate_could_vouch_for_there(pair: Pair) -> None:
    assert told_of(Settings(host="192.0.2.1", hidden=False))
    assert not told_of(Settings(host="192.0.2.1", hidden=False, tls_cert=pair.cert, tls_key=pair.key))
