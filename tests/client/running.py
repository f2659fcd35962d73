"""A whole session for tests: real windows without a display, real links, and a real server on a free port."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from game.client.app import App
from game.client.booth import Booth
from game.client.pilot import ManualClock, Pilot
from game.client.serving import NotStarted, StartRehearsal, StartServer
from game.client.session import Options, Session
from server.app import Running, serve
from server.config import Limits, Settings

WAIT = 30.0
"""Seconds until a test gives up waiting for what should come at once."""
OPEN = Limits(commands=10_000, command_burst=10_000, rooms=1_000, rooms_burst=1_000)


class Served:
    """A server in a thread, as the command line would hold one in a process."""

    def __init__(self, database: Path, port: int = 0) -> None:
        self._ready: queue.SimpleQueue[Running | BaseException] = queue.SimpleQueue()
        self._settings = Settings(host="127.0.0.1", port=port, database=database, limits=OPEN)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        found = self._ready.get(timeout=WAIT)
        if isinstance(found, BaseException):
            raise found
        self.running = found
        self._loop: asyncio.AbstractEventLoop

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.running.port}"

    @property
    def addresses(self) -> tuple[str, ...]:
        return (f"http://192.168.1.20:{self.running.port}",)

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self.running.stop)
            self._thread.join(WAIT)

    def wait(self) -> bool:
        self._thread.join()
        return True

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        await serve(self._settings, ready=self._ready.put)


class Bell(App):
    """An app that is turned by the test, and tells when somebody wants it turned."""

    def __init__(self) -> None:
        self.rang: queue.SimpleQueue[None] = queue.SimpleQueue()
        super().__init__(ManualClock())

    def wake(self) -> None:
        self.rang.put(None)


class Run:
    """A session in a test's hands."""

    def __init__(
        self,
        folder: Path,
        start_server: StartServer | None = None,
        server: str | None = None,
        interfaces: Sequence[str] = (),
        start_rehearsal: StartRehearsal | None = None,
        hall: bool = False,
    ) -> None:
        self.app = Bell()
        given = Options(
            folder=folder, server=server, interfaces=interfaces, start_rehearsal=start_rehearsal, hall=hall
        )
        self.session = Session(given, start_server, self.app)

    def open(self, name: str = "window") -> Pilot:
        self.session.open(name)
        return self.pilot()

    def pilot(self, number: int = -1) -> Pilot:
        """The hands on a window."""
        return Pilot(pane=self.app.windows[number].pane)

    def booth(self, number: int = 0) -> Booth:
        return self.session.booths[number]

    def until(self, seen: Callable[[], bool]) -> None:
        """Turn, as news come in, until this is so."""
        self.app.turn()
        while not seen():
            self.app.rang.get(timeout=WAIT)
            self.app.turn()


def a_led_room(run: Run) -> str:
    """The code of a room that this window leads."""
    booth = run.booth()
    booth.ask_programme()
    run.until(lambda: booth.make.ready)
    booth.make.make(booth.make.request())
    run.until(lambda: booth.play.host is not None)
    booth.board.put_away()
    assert booth.play.room is not None
    return booth.play.room["code"]


@contextmanager
def a_run(
    folder: Path,
    start_server: StartServer | None = None,
    server: str | None = None,
    interfaces: Sequence[str] = (),
    start_rehearsal: StartRehearsal | None = None,
    hall: bool = False,
) -> Iterator[Run]:
    """`interfaces` are those that a door listens through; a test's door hears nobody otherwise."""
    run = Run(folder, start_server, server, interfaces, start_rehearsal, hall)
    try:
        yield run
    finally:
        run.session.close()
        for window in list(run.app.windows):
            run.app.close(window)


@contextmanager
def a_server(database: Path) -> Iterator[Served]:
    served = Served(database)
    try:
        yield served
    finally:
        served.stop()


def taken() -> Served:
    """A way to start a server that finds the port taken."""
    raise NotStarted({"sv": "Port 8765 används redan.", "en": "Port 8765 is in use already."})
