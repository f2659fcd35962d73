"""`bemot doctor --server`: whether a session on that server would work from this machine, and if not, why."""

from __future__ import annotations

import asyncio
import json
import ssl
import statistics
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp

from game.client.trouble import Trouble
from game.doctor import Symptom
from game.reachwords import (
    CERTIFICATES,
    away,
    broken_certificate,
    certificate,
    clocks,
    moved,
    no_socket,
    not_ready,
    other_version,
    round_trip,
    unencrypted,
)
from game.wire import PATH, PROTOCOL
from game.words import pick, say

CALLS: Final = 20
PATIENCE: Final = 10.0
"""Seconds until an answer is given up."""
EXPIRES: Final = 14
"""Days before its end that a certificate is spoken of."""
SLOW, STUCK = 0.25, 1.0
"""Seconds for the slowest calls: from the first on a table notices, from the second on it is annoyed."""
ASTRAY: Final = 60
"""Seconds between two clocks from which on it is worth a word."""


@dataclass(frozen=True, slots=True)
class Call:
    """One answer of `/healthz`: what it said, how long it took, and how far the server's clock is ahead."""

    said: Mapping[str, Any]
    seconds: float
    ahead: float | None


class Ill(Exception):
    """Nothing further can be looked at."""

    def __init__(self, symptom: Symptom) -> None:
        super().__init__(symptom.name)
        self.symptom = symptom


async def examine_server(url: str) -> AsyncIterator[Symptom]:
    """Looks at the server at `url` (scheme, host and port). Ends where nothing further can be seen."""
    try:
        trust = ssl.create_default_context()
        yield await _encryption(url, trust)
        async with aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=trust), timeout=aiohttp.ClientTimeout(total=PATIENCE)
        ) as session:
            first = await _called(session, url)
            yield Symptom(say(f"Svarar: {url}", f"Answers: {url}"), True)
            yield await _readiness(session, url)
            yield other_version(first.said.get("protocol"), PROTOCOL)
            yield await _socket(session, url)
            calls = [await _called(session, url) for _ in range(CALLS)]
    except Ill as ill:
        yield ill.symptom
        return
    nearest = min(calls, key=lambda call: call.seconds)
    if nearest.ahead is not None:
        yield clocks(nearest.ahead, ASTRAY)
    taken = sorted(call.seconds for call in calls)
    yield round_trip(statistics.median(taken), taken[int(0.95 * (len(taken) - 1))], SLOW, STUCK)


async def _encryption(url: str, trust: ssl.SSLContext) -> Symptom:
    """The certificate as every client of ours would judge it. Raises `Ill`."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or 443
    if parts.scheme != "https":
        return unencrypted(host)
    try:
        async with asyncio.timeout(PATIENCE):
            _, writer = await asyncio.open_connection(host, port, ssl=trust, server_hostname=host)
    except ssl.SSLCertVerificationError as error:
        kind = CERTIFICATES.get(error.verify_code, "other")
        raise Ill(broken_certificate(kind, host, error.verify_message)) from error
    except ssl.SSLError as error:
        raise Ill(broken_certificate("plain", host)) from error
    except OSError as error:  # a timeout is one
        raise Ill(_unreachable(url)) from error
    try:
        until = (writer.get_extra_info("peercert") or {}).get("notAfter", "")
        left = datetime.fromtimestamp(ssl.cert_time_to_seconds(until), UTC) - datetime.now(UTC)
        return certificate(left.days, EXPIRES)
    finally:
        writer.transport.abort()


async def _called(session: aiohttp.ClientSession, url: str) -> Call:
    """One call. Raises `Ill`."""
    began, started = time.time(), time.monotonic()
    try:
        async with session.get(f"{url}/healthz", allow_redirects=False) as answer:
            if answer.status in (301, 302, 307, 308):
                raise Ill(moved(url, answer.headers.get("Location", "").removesuffix("/healthz")))
            if answer.status in (502, 503, 504):
                raise Ill(away(url, answer.status))
            said = await answer.json(content_type=None)
    except (aiohttp.ClientConnectionError, TimeoutError) as error:
        raise Ill(_unreachable(url)) from error
    except (aiohttp.ClientError, ValueError) as error:
        raise Ill(_stranger(url)) from error
    seconds = time.monotonic() - started
    if not isinstance(said, dict) or "ok" not in said or "sockets" not in said:
        raise Ill(_stranger(url))
    now = said.get("now")
    ahead = now / 1000 - (began + seconds / 2) if isinstance(now, int | float) else None
    return Call(said, seconds, ahead)


async def _readiness(session: aiohttp.ClientSession, url: str) -> Symptom:
    try:
        async with session.get(f"{url}/readyz", allow_redirects=False) as answer:
            said = await answer.json(content_type=None) if answer.status in (200, 503) else {}
    except (aiohttp.ClientError, TimeoutError, ValueError):
        said = {}
    reasons = said.get("reasons", ()) if isinstance(said, dict) else ()
    return not_ready([str(reason) for reason in reasons])


async def _socket(session: aiohttp.ClientSession, url: str) -> Symptom:
    """Opens a WebSocket and greets, as a client does; all the way through whatever stands in between."""
    try:
        async with (
            asyncio.timeout(PATIENCE),
            session.ws_connect(f"{url}/{PATH}/?EIO=4&transport=websocket", max_msg_size=65536) as socket,
        ):
            if not str(await socket.receive_str()).startswith("0{"):
                return no_socket(None)
            await socket.send_str("40" + json.dumps({"protocol": PROTOCOL, "client": "doctor"}))
            answer = await socket.receive_str()
    except aiohttp.WSServerHandshakeError as error:
        return no_socket(error.status)
    except (aiohttp.ClientError, TimeoutError, TypeError):
        return no_socket(None)
    if answer.startswith("40"):
        return Symptom("WebSocket", True)
    return Symptom("WebSocket", False, _refusal(answer))


def _refusal(answer: str) -> str:
    """What the server said to our greeting, in its own words."""
    try:
        words = json.loads(answer[2:])["data"]["message"]
        return pick({str(language): str(sentence) for language, sentence in words.items()})
    except (ValueError, LookupError, TypeError, AttributeError):
        return no_socket(None).advice


def _unreachable(url: str) -> Symptom:
    return Symptom(
        say(f"Svarar inte: {url}", f"No answer: {url}"),
        False,
        pick(Trouble("unreachable", given=url).message),
    )


def _stranger(url: str) -> Symptom:
    return Symptom(
        say(f"Svarar: {url}", f"Answers: {url}"), False, pick(Trouble("not_bemot", given=url).message)
    )
