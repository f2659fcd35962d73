"""`/metrics`: how the server is doing, in Prometheus' text. Numbers about the machine, never about anybody:
no room, no table, no code, no content, no address.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Literal

from aiohttp import hdrs, web
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from server.auth import hashed, same
from server.lines import Lines
from server.rooms import Rooms
from server.stock import IndexedManager

CALLS: Final = ("join", "command", "key")
EVERY: Final = 0.5
"""Seconds between two looks at how late the event loop is."""
SECONDS: Final = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)
ORDERS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
PROXIED: Final = ("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP")
"""What proxies write. A request that bears one of them comes from elsewhere, however near it seems."""

Reading = Callable[[], float]


class Metrics:
    """What is counted as it happens, and what is looked up when somebody asks (`gauge`, `counter`)."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._looked_up = _LookedUp()
        self._registry.register(self._looked_up)
        self._calls = Counter(
            "bemot_calls", "Calls answered, by outcome.", ("call", "outcome"), registry=self._registry
        )
        self._answers: dict[tuple[str, str], Counter] = {}
        self._commits = Histogram(
            "bemot_commit_seconds",
            "How long a batch took until durable.",
            buckets=SECONDS,
            registry=self._registry,
        )
        self._orders = Histogram(
            "bemot_commit_orders", "Commands in a batch.", buckets=ORDERS, registry=self._registry
        )
        self._failures = Counter(
            "bemot_commit_failures",
            "Batches that were not saved, by reason.",
            ("code",),
            registry=self._registry,
        )
        self._lag = Histogram(
            "bemot_loop_lag_seconds", "How late the event loop is.", buckets=SECONDS, registry=self._registry
        )

    def answered(self, call: object, outcome: str) -> None:
        """A call was answered: "ok", "already", or a refusal's code. Only on the event loop."""
        name = str(call) if call in CALLS else "other"
        known = self._answers.get((name, outcome))
        if known is None:  # looking it up anew costs as much as everything else about an answer
            known = self._answers[(name, outcome)] = self._calls.labels(name, outcome)
        known.inc()

    def committed(self, orders: int, seconds: float, failed: str = "") -> None:
        """A batch is durable, or failed with this code. From any thread."""
        self._commits.observe(seconds)
        self._orders.observe(orders)
        if failed:
            self._failures.labels(failed).inc()

    def gauge(self, name: str, told: str, now: Reading) -> None:
        """A number that goes up and down."""
        self._looked_up.add("gauge", name, told, now)

    def counter(self, name: str, told: str, now: Reading) -> None:
        """A number that only grows."""
        self._looked_up.add("counter", name, told, now)

    def files(self, database: Path) -> None:
        """The database's sizes."""
        wal = database.with_name(database.name + "-wal")
        self.gauge("bemot_database_bytes", "The database's size.", lambda: _size(database))
        self.gauge("bemot_database_log_bytes", "Its write-ahead log's size.", lambda: _size(wal))

    def text(self) -> bytes:
        """Everything, as Prometheus reads it."""
        return generate_latest(self._registry)

    @asynccontextmanager
    async def watching_the_loop(self) -> AsyncIterator[None]:
        """Measures how late the event loop is for as long as the block lasts."""
        task = asyncio.get_running_loop().create_task(self._watch())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + EVERY
            await asyncio.sleep(EVERY)
            self._lag.observe(max(0.0, loop.time() - due))


def look_up(metrics: Metrics, lines: Lines, rooms: Rooms, told: IndexedManager) -> None:
    """What is only counted when somebody asks."""
    metrics.gauge("bemot_sockets", "Open sockets.", lambda: len(lines))
    metrics.gauge("bemot_sockets_joined", "Sockets that have joined a room.", lines.joined)
    metrics.gauge("bemot_rooms", "Rooms that are served.", lambda: len(rooms.all))
    metrics.counter("bemot_readers_cut_off", "Slow readers cut off.", lambda: lines.cut_off)
    metrics.counter("bemot_views", "Views sent.", lambda: told.views)
    metrics.counter("bemot_view_bytes", "Bytes of views sent.", lambda: told.view_bytes)


class _LookedUp(Collector):
    def __init__(self) -> None:
        self._readings: list[tuple[Literal["gauge", "counter"], str, str, Reading]] = []

    def add(self, kind: Literal["gauge", "counter"], name: str, told: str, now: Reading) -> None:
        self._readings.append((kind, name, told, now))

    def collect(self) -> Iterable[Metric]:
        for kind, name, told, now in self._readings:
            family = GaugeMetricFamily if kind == "gauge" else CounterMetricFamily
            yield family(name, told, value=now())


class Exposed:
    """The route, and who may ask: with a token whoever has it; without one only this machine, and nobody
    through a proxy on it, unless it is open to all.
    """

    def __init__(self, metrics: Metrics, openness: Literal["local", "open", "off"], token: str) -> None:
        self._metrics, self._openness, self._token = metrics, openness, hashed(token) if token else ""

    def routes(self) -> list[web.RouteDef]:
        """What the application serves."""
        return [] if self._openness == "off" else [web.get("/metrics", self.tell)]

    async def tell(self, request: web.Request) -> web.Response:
        """The text, or 403 with what to do."""
        if not self._may(request):
            return web.json_response({"ok": False, "code": "metrics_closed", "message": CLOSED}, status=403)
        return web.Response(body=self._metrics.text(), headers={hdrs.CONTENT_TYPE: CONTENT_TYPE_LATEST})

    def _may(self, request: web.Request) -> bool:
        if self._token:
            kind, _, given = request.headers.get(hdrs.AUTHORIZATION, "").partition(" ")
            return kind.lower() == "bearer" and same(hashed(given.strip()), self._token)
        if self._openness == "open":
            return True
        return _is_here(request.remote) and not any(name in request.headers for name in PROXIED)


CLOSED: Final = {
    "sv": "Mätvärdena visas bara för serverns egen dator, eller för den som har BEMOT_METRICS_TOKEN.",
    "en": "The metrics are for the server's own machine only, or for whoever has BEMOT_METRICS_TOKEN.",
}


def _is_here(peer: str | None) -> bool:
    try:
        address = ip_address(peer or "")
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback


def _size(path: Path) -> float:
    try:
        return float(path.stat().st_size)
    except OSError:
        return 0.0
