"""Everything the server is made of, put together in one place, started and stopped in order.

Settings ─ Clock ─ dice
   Store ── Rooms ──┬── Hub ────────── sockets out
     │              ├── Deadlines
   Library          └── Attendance
   Door ── Sockets ─────────────────── sockets in
   Maker ── Api, Health ────────────── HTTP
"""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from random import Random, SystemRandom

from aiohttp import web

from game.cards.load import Loaded
from game.rules.command import Command, Recover
from game.rules.model import SYSTEM
from game.rules.trend import Taken
from game.wire import PATH
from server.api import MAX_BODY, Api, safe_headers
from server.beacon import shining, told_of
from server.beating import beating
from server.caretaker import caretaking
from server.clock import Clock, SystemClock
from server.config import Settings
from server.deadlines import Deadlines
from server.door import Door
from server.errors import CorruptStore
from server.fast import fast_server
from server.faults import leave_no_dump, log_fault
from server.gate import Gate, manners
from server.health import Health
from server.hub import Hub
from server.keys import Keys
from server.left import Left
from server.library import Library, deck_folders
from server.lines import Lines
from server.listening import listen, own_addresses
from server.logs import loop_fault, note, set_up
from server.making import Maker
from server.metrics import Exposed, Metrics, look_up
from server.origin import Origins
from server.own import OwnChoices
from server.presence import Attendance
from server.privacy import Privacy
from server.purging import Purger
from server.recalling import Recalls
from server.reporting import Reports
from server.rooms import RETURN, Rooms
from server.sockets import Sockets
from server.stock import new_server
from server.store.contract import Committed, Store
from server.store.sqlite import SqliteStore
from server.sweeping import Sweeper
from server.trending import Trends, gather_in

log = logging.getLogger(__name__)

Read = Callable[[Mapping[str, Loaded]], None]
"""Takes every deck by slug, the broken ones too."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that listens. `url` is what people are told."""

    host: str
    port: int
    url: str
    stopped: asyncio.Event

    def stop(self) -> None:
        """Asks for the end. Only on the event loop."""
        self.stopped.set()


@dataclass(slots=True)
class Parts:
    """What stands behind the routes."""

    store: Store
    rooms: Rooms
    library: Library
    hub: Hub
    sockets: Sockets
    lines: Lines
    deadlines: Deadlines
    attendance: Attendance
    clock: Clock
    read: Read
    """Told of the decks when they have been read for the first time."""
    metrics: Metrics
    url: str = ""


PARTS: web.AppKey[Parts] = web.AppKey("parts")


def build(
    settings: Settings,
    store: Store,
    library: Library,
    clock: Clock,
    dice: Random,
    read: Read,
    metrics: Metrics,
) -> web.Application:
    """The application, every dependency in sight. Nothing runs before it is started."""
    limits = settings.limits
    origins = Origins(settings.trusted_proxies)

    def lane(eio: str, message: str, say: Callable[[bytes], None]) -> bool:
        return sockets.take(eio, message, say)

    def missed(eio: str, seconds: float | None) -> None:
        sockets.missed(eio, seconds)

    sio = fast_server(lane, missed) if settings.socket == "fast" else new_server()
    lines = Lines(limits)
    own = OwnChoices(lambda room_id, station: attendance.connected(room_id, station))

    def tell(room_id: str, command: Command) -> None:
        rooms.tell(room_id, command)

    def changed(room_id: str, teams: Iterable[str] | None) -> None:
        hub.touch(room_id, teams)

    def part(sid: str) -> None:
        sockets.part(sid)

    attendance = Attendance(clock, tell, changed)
    rooms = Rooms(store, library, clock, attendance.host_gone, attendance.lead_gone)
    hub = Hub(sio.manager.tell, rooms, own, lines, clock, attendance.of, part)
    deadlines = Deadlines(clock, tell)
    rooms.follow(lambda outcome: deadlines.changed(outcome.room))
    rooms.follow(lambda outcome: _tidy(outcome, rooms, attendance, own))
    rooms.follow(note)
    keys = Keys(store, rooms, clock, limits)
    door = Door(store, rooms, hub, attendance, own, keys, clock, limits)
    recalls = Recalls(store, rooms, clock, limits)
    sockets = Sockets(sio, lines, door, keys, recalls, rooms, clock, limits, origins, metrics.answered)
    maker = Maker(store, rooms, library, attendance, clock, dice)
    parts = Parts(store, rooms, library, hub, sockets, lines, deadlines, attendance, clock, read, metrics)

    app = web.Application(client_max_size=MAX_BODY, middlewares=[safe_headers])
    app[PARTS] = parts
    app.router.add_routes(Api(maker, library, rooms, clock, limits, origins, lambda: parts.url).routes())
    app.router.add_routes(Privacy(settings).routes())
    app.router.add_routes(Left(store, keys, origins).routes())
    reports = Reports(settings.database, keys, maker, clock, limits, origins, lambda: parts.url)
    app.router.add_routes(reports.routes())
    app.router.add_routes(Trends(settings, library, keys, clock, origins).routes())
    app.router.add_routes(Health(store, rooms, lines, library.ready, clock.now).routes())
    app.router.add_routes(Exposed(metrics, settings.metrics, settings.secret_for_metrics).routes())
    look_up(metrics, lines, rooms, sio.manager)
    halted = threading.Event()
    gathered = partial(gather_in, settings.database, halted=halted.is_set)
    found = gathered if settings.trend else lambda now: Taken()
    sweeper = Sweeper(store, rooms, attendance.anybody, clock, settings.keep, found, halted.set)
    purger = Purger(store, rooms, lines, clock, part, found)

    async def caretaken(app: web.Application) -> AsyncIterator[None]:
        async with caretaking(settings.database, purger.purge):
            yield

    sio.attach(app, socketio_path=PATH)
    app.cleanup_ctx.append(_recovered)
    app.cleanup_ctx.append(sweeper.sweeping)
    app.cleanup_ctx.append(_beating)
    app.cleanup_ctx.append(_reading)
    app.cleanup_ctx.append(caretaken)
    return app


def _tidy(outcome: Committed, rooms: Rooms, attendance: Attendance, own: OwnChoices) -> None:
    """A room that closes while nobody looks is let go at once; otherwise the last one to leave sees to it."""
    if outcome.room.closed:
        for station in outcome.room.stations:
            own.forget(outcome.room.id, station)
    if outcome.room.closed and not attendance.anybody(outcome.room.id):
        attendance.forget(outcome.room)
        rooms.forget(outcome.room.id)


async def _recovered(app: web.Application) -> AsyncIterator[None]:
    """Open rooms are served again, paused where they stood when the last server died. One whose decks cannot
    be read is left out; whoever comes to it hears "storage".
    """
    parts = app[PARTS]
    beat = await parts.store.last_beat()
    for room in await parts.store.open_rooms():
        try:
            await parts.rooms.serve(room)
        except CorruptStore as error:
            log_fault(log, f"room {room.id} is not served: its decks cannot be read", error)
            continue
        parts.attendance.watch(room)
    recover = Recover(beat=beat if beat is not None else parts.clock.now())
    served = list(parts.rooms.all)
    answers = await asyncio.gather(*(parts.rooms.submit(room_id, SYSTEM, recover) for room_id in served))
    for room_id, answer in zip(served, answers, strict=True):
        if not answer.ok:
            parts.rooms.tell(room_id, recover)  # the disk is busy; the room is paused as soon as it can be
    yield


async def _beating(app: web.Application) -> AsyncIterator[None]:
    parts = app[PARTS]
    async with beating(parts.store, parts.rooms, parts.clock), parts.metrics.watching_the_loop():
        yield


async def _reading(app: web.Application) -> AsyncIterator[None]:
    """The decks are read while the first people are still sitting down, and after those who come back."""
    parts = app[PARTS]
    longest = RETURN / 1000 if parts.rooms.all else 0

    async def read() -> None:
        await parts.library.wanted(longest)
        parts.read(await parts.library.decks())

    task = asyncio.get_running_loop().create_task(read())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _stop(parts: Parts) -> None:
    """No new word is taken; what was taken is durable and told; then the sockets are closed."""
    log.info("the server is stopping")
    parts.rooms.stopping = True
    parts.attendance.stop()
    parts.deadlines.stop()
    await parts.rooms.settle()
    await parts.hub.stop()
    await parts.sockets.close()


@asynccontextmanager
async def running(
    settings: Settings,
    *,
    clock: Clock | None = None,
    dice: Random | None = None,
    read: Read = lambda decks: None,
) -> AsyncIterator[Running]:
    """A listening server until its `stop` is called or the context ends; `read` is told of its decks. Raises
    `StartError` or `StoreError` when it cannot start.
    """
    clock, dice = clock or SystemClock(), dice or SystemRandom()
    library = Library(deck_folders(settings.decks))
    metrics = Metrics()
    metrics.files(settings.database)
    store = SqliteStore(settings.database, dice, metrics.committed)
    runner = web.AppRunner(
        build(settings, store, library, clock, dice, read, metrics),
        **manners(),
    )
    try:
        await runner.setup()
        Gate(settings.limits.connections, settings.trusted_proxies).guard(runner.server)
        listening = await listen(runner, settings)
        parts = runner.app[PARTS]
        parts.url = (
            settings.public_url or f"{settings.scheme}://{own_addresses(settings.host)[0]}:{listening}"
        )
        try:
            yield Running(settings.host, listening, parts.url, asyncio.Event())
        finally:
            await _stop(parts)
    finally:
        await runner.cleanup()
        await store.close()


async def serve(
    settings: Settings,
    *,
    clock: Clock | None = None,
    dice: Random | None = None,
    ready: Callable[[Running], None],
    read: Read = lambda decks: None,
) -> None:
    """Serves until `Running.stop` is called or the task is cancelled. Raises `StartError` or `StoreError`."""
    async with running(settings, clock=clock, dice=dice, read=read) as server:
        ready(server)
        async with shining(server.port, told_of(settings)):
            await server.stopped.wait()


def run(
    settings: Settings,
    ready: Callable[[Running], None] = lambda running: None,
    read: Read = lambda decks: None,
) -> None:
    """Serves until the process is asked to stop. Raises `StartError` or `StoreError`."""
    set_up(settings.log_level, settings.log_format)
    leave_no_dump()

    def started(server: Running) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(loop_fault)
        for name in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # Windows stops the loop by itself on Ctrl-C
                loop.add_signal_handler(name, server.stop)
        gc.freeze()  # what has been built so far stays; the collector need not look at it again
        gc.set_threshold(50_000, 20, 100)
        sys.setswitchinterval(0.001)  # while decks are read the loop waits for a thread five times less
        ready(server)

    with suppress(KeyboardInterrupt):
        asyncio.run(serve(settings, ready=started, read=read))
