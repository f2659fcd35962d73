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
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from random import Random, SystemRandom

from aiohttp import web

from game.cards.load import Loaded
from game.rules.command import Command, Recover
from game.rules.insight import HOLD
from game.rules.model import SYSTEM
from game.wire import PATH
from server.api import MAX_BODY, Api, safe_headers
from server.beacon import shining, told_of
from server.clock import Alarm, Clock, SystemClock
from server.config import Settings
from server.deadlines import Deadlines
from server.door import Door
from server.errors import CorruptStore, StoreError
from server.fast import fast_server
from server.faults import Terse, log_fault
from server.health import Health
from server.hub import Hub
from server.keys import Keys
from server.left import Left
from server.library import Library, deck_folders
from server.lines import Lines
from server.listening import listen, own_address
from server.making import Maker
from server.origin import Origins
from server.own import OwnChoices
from server.presence import Attendance
from server.rooms import Rooms
from server.sockets import Sockets
from server.stock import new_server
from server.store.contract import Committed, Store
from server.store.sqlite import SqliteStore

log = logging.getLogger(__name__)
BEAT = 2_000
"""Ms between two signs of life; after a crash the clocks stand where the last one was."""
AFTER = HOLD + BEAT
"""Ms for which they go on when no room is left: whoever reads the figures knows no other clock."""


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
    url: str = ""
    beat: Alarm | None = None


PARTS: web.AppKey[Parts] = web.AppKey("parts")


def build(
    settings: Settings, store: Store, library: Library, clock: Clock, dice: Random, read: Read
) -> web.Application:
    """The application, every dependency in sight. Nothing runs before it is started."""
    limits = settings.limits
    origins = Origins(settings.trusted_proxies)

    def lane(eio: str, message: str, say: Callable[[bytes], None]) -> bool:
        return sockets.take(eio, message, say)

    sio = fast_server(lane) if settings.socket == "fast" else new_server()
    lines = Lines(limits)
    own = OwnChoices()

    def tell(room_id: str, command: Command) -> None:
        rooms.tell(room_id, command)

    def changed(room_id: str, teams: Iterable[str] | None) -> None:
        hub.touch(room_id, teams)

    def part(sid: str) -> None:
        sockets.part(sid)

    attendance = Attendance(clock, tell, changed)
    rooms = Rooms(store, library, clock, attendance.host_gone, attendance.lead_gone)
    hub = Hub(partial(sio.manager.emit, namespace="/"), rooms, own, lines, clock, attendance.of, part)
    deadlines = Deadlines(clock, tell)
    rooms.follow(lambda outcome: deadlines.changed(outcome.room))
    rooms.follow(lambda outcome: _tidy(outcome, rooms, attendance))
    keys = Keys(store, rooms, clock, limits)
    door = Door(store, rooms, hub, attendance, own, keys, clock, limits)
    sockets = Sockets(sio, lines, door, keys, rooms, clock, limits, origins)
    maker = Maker(store, rooms, library, attendance, clock, dice)
    parts = Parts(store, rooms, library, hub, sockets, lines, deadlines, attendance, clock, read)

    app = web.Application(client_max_size=MAX_BODY, middlewares=[safe_headers])
    app[PARTS] = parts
    app.router.add_routes(Api(maker, library, rooms, clock, limits, origins, lambda: parts.url).routes())
    app.router.add_routes(Left(store, clock, limits, origins).routes())
    app.router.add_routes(Health(store, rooms, lines, clock.now).routes())
    sio.attach(app, socketio_path=PATH)
    app.cleanup_ctx.append(_recovered)
    app.cleanup_ctx.append(_beating)
    app.cleanup_ctx.append(_reading)
    return app


def _tidy(outcome: Committed, rooms: Rooms, attendance: Attendance) -> None:
    """A room that closes while nobody looks is let go at once; otherwise the last one to leave sees to it."""
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
    """A sign of life every two seconds while there is something to lose, and for a moment after."""
    parts = app[PARTS]
    until = parts.clock.now()
    tasks: set[asyncio.Task[None]] = set()

    async def beat() -> None:
        with suppress(StoreError):  # the disk is full or held; the next commit will say so to somebody
            await parts.store.beat(parts.clock.now())

    def again() -> None:
        nonlocal until
        if parts.rooms.all:
            until = parts.clock.now() + AFTER
        if parts.clock.now() <= until:
            task = asyncio.get_running_loop().create_task(beat())
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        parts.beat = parts.clock.call_at(parts.clock.now() + BEAT, again)

    again()
    yield
    if parts.beat is not None:
        parts.beat.cancel()
    await beat()


async def _reading(app: web.Application) -> AsyncIterator[None]:
    """The decks are read while the first people are still sitting down."""
    parts = app[PARTS]

    async def read() -> None:
        parts.read(await parts.library.decks())

    task = asyncio.get_running_loop().create_task(read())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def _stop(parts: Parts) -> None:
    """No new word is taken; what was taken is durable and told; then the sockets are closed."""
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
    store = SqliteStore(settings.database, dice)
    runner = web.AppRunner(
        build(settings, store, library, clock, dice, read), access_log=None, shutdown_timeout=5
    )
    try:
        await runner.setup()
        listening = await listen(runner, settings)
        parts = runner.app[PARTS]
        parts.url = settings.public_url or f"http://{own_address(settings.host)}:{listening}"
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
    terminal = logging.StreamHandler()
    terminal.setFormatter(Terse("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=settings.log_level.upper(), handlers=[terminal])
    logging.getLogger("alembic").setLevel(logging.WARNING)  # its steps at every start are no news to anybody

    def started(server: Running) -> None:
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # Windows stops the loop by itself on Ctrl-C
                loop.add_signal_handler(name, server.stop)
        gc.freeze()  # what has been built so far stays; the collector need not look at it again
        gc.set_threshold(50_000, 20, 100)
        sys.setswitchinterval(0.001)  # while decks are read the loop waits for a thread five times less
        ready(server)

    with suppress(KeyboardInterrupt):
        asyncio.run(serve(settings, ready=started, read=read))
