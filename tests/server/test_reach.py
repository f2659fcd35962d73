"""`bemot doctor --server`: what stands between this machine and a server, in words and in the exit code."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from typer.testing import CliRunner, Result

from game.cli import app
from game.doctor import Symptom
from game.reach import examine_server
from game.reachwords import CERTIFICATES, broken_certificate, clocks, not_ready, other_version, round_trip
from server.app import running
from server.config import Settings
from tests.server.kit import House

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def found(url: str) -> list[Symptom]:
    return [symptom async for symptom in examine_server(url)]


async def doctor(url: str, language: str = "en") -> Result:
    speaking = {"BEMOT_LANGUAGE": language, "COLUMNS": "300"}
    return await asyncio.to_thread(CliRunner().invoke, app, ["doctor", "--server", url], env=speaking)


@asynccontextmanager
async def listening(answer: Answering) -> AsyncIterator[str]:
    """Something that answers every request so."""
    served = web.Application()
    served.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(served)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def passing_on(url: str) -> Answering:
    """A proxy that knows pages and no WebSockets."""

    async def answer(request: web.Request) -> web.Response:
        if "Upgrade" in request.headers:
            return web.Response(status=400)
        async with aiohttp.ClientSession() as session, session.get(url + request.path) as reply:
            return web.Response(body=await reply.read(), status=reply.status, content_type=reply.content_type)

    return answer


@pytest.mark.parametrize(
    ("language", "told"), [("sv", ("Svarar:", "Svarstid:", "Klockor:")), ("en", ("Answers:", "Round trip:"))]
)
async def test_a_server_that_a_session_would_work_on_is_well(
    open_house: House, language: str, told: tuple[str, ...]
) -> None:
    await open_house.decks()
    done = await doctor(open_house.url, language)
    assert done.exit_code == 0, done.output
    assert all(word in done.output for word in (*told, "✓ WebSocket"))


async def test_twenty_calls_are_made_and_the_socket_is_let_go_again(open_house: House) -> None:
    await open_house.decks()
    symptoms = await found(open_house.url)
    assert all(symptom.well for symptom in symptoms if not symptom.hint)
    await open_house.holds(0)


async def test_a_proxy_that_lets_no_socket_through_is_told_from_a_server_that_is_away(
    open_house: House,
) -> None:
    await open_house.decks()
    async with listening(passing_on(open_house.url)) as proxy:
        done = await doctor(proxy)
    assert done.exit_code == 1
    assert "✗ WebSocket (400)" in done.output
    assert "Upgrade" in done.output


async def test_an_address_that_sends_people_on_names_the_right_one() -> None:
    async def answer(request: web.Request) -> web.Response:
        raise web.HTTPPermanentRedirect("https://bemot.example.se/healthz")

    async with listening(answer) as url:
        done = await doctor(url)
    assert done.exit_code == 1
    assert "https://bemot.example.se instead" in " ".join(done.output.split())


async def test_a_proxy_without_a_server_behind_it_is_named() -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=502, text="<h1>Bad gateway</h1>")

    async with listening(answer) as url:
        done = await doctor(url, "sv")
    assert done.exit_code == 1
    assert "En proxy svarar (502)" in done.output


async def test_somebody_elses_server_is_no_server_of_ours() -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.Response(text="<html>Skrivare</html>", content_type="text/html")

    async with listening(answer) as url:
        done = await doctor(url)
    assert done.exit_code == 1
    assert "not as a Bemöt server" in done.output


async def test_where_nobody_listens_it_says_so_and_ends_at_once(open_house: House) -> None:
    async with listening(passing_on(open_house.url)) as gone:
        pass
    done = await doctor(gone)
    assert done.exit_code == 1
    assert "does not answer" in done.output
    assert done.output.count("✗") == 1


async def test_what_is_no_address_is_wrong_use() -> None:
    assert (await doctor("ftp://x")).exit_code == 2
    assert (await doctor("FKT-482")).exit_code == 2


def made_certificate(folder: Path, *names: str) -> tuple[Path, Path]:
    """A certificate of its own for these names, good for ten days."""
    certificate, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "10", "-subj", "/CN=prov"),
            *("-keyout", str(key), "-out", str(certificate), "-addext", f"subjectAltName={','.join(names)}"),
        ],
        check=True,
        capture_output=True,
    )
    return certificate, key


@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl, which makes the certificates, is missing"
)
@pytest.mark.parametrize(
    ("names", "trusted", "told"),
    [
        ("IP:127.0.0.1", False, "self-signed"),
        ("DNS:annan.example", True, "is not for 127.0.0.1"),
        ("IP:127.0.0.1", True, "Certificate: 9 days left"),
    ],
)
async def test_a_certificate_is_judged_as_the_clients_would_judge_it(
    database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    names: str,
    trusted: bool,
    told: str,
) -> None:
    certificate, key = await asyncio.to_thread(made_certificate, tmp_path, names)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    chosen = Settings(host="127.0.0.1", port=0, database=database, tls_cert=certificate, tls_key=key)
    decks_read = asyncio.Event()
    async with running(chosen, read=lambda _: decks_read.set()) as server:
        await decks_read.wait()
        done = await doctor(f"https://127.0.0.1:{server.port}")
        plain = await doctor(f"http://127.0.0.1:{server.port}")
    assert told in done.output
    assert done.exit_code == (0 if "days left" in told else 1), done.output
    assert plain.exit_code == 1


async def test_where_no_tls_is_spoken_https_is_told_from_a_bad_certificate(open_house: House) -> None:
    done = await doctor(open_house.url.replace("http:", "https:"))
    assert done.exit_code == 1
    assert "No TLS is spoken there" in done.output


@pytest.mark.parametrize(
    ("symptom", "well", "hint"),
    [
        (clocks(2.0, 60), True, True),
        (clocks(-90.0, 60), False, True),
        (round_trip(0.02, 0.08, 0.25, 1.0), True, True),
        (round_trip(0.2, 0.4, 0.25, 1.0), False, True),
        (round_trip(0.9, 3.0, 0.25, 1.0), False, False),
        (other_version(3, 3), True, False),
        (other_version(4, 3), False, False),
        (other_version(None, 3), True, False),
        (not_ready([]), True, False),
        (not_ready(["store_full", "decks_unread"]), False, False),
    ],
)
def test_what_matters_is_a_fault_and_what_is_only_worth_knowing_a_hint(
    symptom: Symptom, well: bool, hint: bool
) -> None:
    assert (symptom.well, symptom.hint) == (well, hint)
    assert symptom.advice or well


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_trouble_with_a_certificate_has_its_own_words(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEMOT_LANGUAGE", language)
    told = {kind: broken_certificate(kind, "x.se").advice for kind in {*CERTIFICATES.values(), "plain"}}
    assert len(set(told.values())) == len(told) == 6
