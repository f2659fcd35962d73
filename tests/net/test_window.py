"""What a person sees in the window when the network is gone: what is waited for, and that nothing is lost."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from game.rules.command import AddSeat
from tests.client.running import WAIT, Run, a_led_room, a_run, a_server
from tests.net.proxy import Proxy, proxy

NOBODY = "Ingen kontakt med servern. Skärmen försöker igen av sig själv, och inget har gått förlorat."
KEPT = "Ingen kontakt med servern. Det du gjorde är sparat här och skickas när nätet är tillbaka."


class Between:
    """A proxy in a thread of its own."""

    def __init__(self, between: Proxy, loop: asyncio.AbstractEventLoop) -> None:
        self._between, self._loop = between, loop
        self.url = between.url

    def do(self, what: Callable[[Proxy], object]) -> None:
        """Done when this returns."""
        done = threading.Event()

        def act() -> None:
            what(self._between)
            done.set()

        self._loop.call_soon_threadsafe(act)
        assert done.wait(WAIT)


@contextmanager
def a_proxy(target: int) -> Iterator[Between]:
    told: queue.SimpleQueue[Between] = queue.SimpleQueue()
    over: list[Callable[[], object]] = []

    async def serve() -> None:
        end, loop = asyncio.Event(), asyncio.get_running_loop()
        over.append(lambda: loop.call_soon_threadsafe(end.set))
        async with proxy(target) as between:
            told.put(Between(between, loop))
            await end.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        yield told.get(timeout=WAIT)
    finally:
        over[0]()
        thread.join(WAIT)


def gone(between: Proxy) -> None:
    between.set(still=True)
    between.cut_all()


def seats(run: Run) -> int:
    return len(run.booth().play.seats)


def test_the_window_says_that_the_network_is_gone_what_waits_and_when_it_is_back(tmp_path: Path) -> None:
    with (
        a_server(tmp_path / "db") as served,
        a_proxy(served.running.port) as between,
        a_run(tmp_path / "host", server=served.url) as leading,
        a_run(tmp_path / "me", server=between.url) as run,
    ):
        leading.open()
        code = a_led_room(leading)
        pilot = run.open()
        pilot.press("2")
        pilot.type(code.replace("-", "").lower())
        pilot.click("kind table")
        pilot.press("return")
        run.until(lambda: run.booth().page == "room" and run.booth().play.team is not None)
        before = seats(run)
        between.do(gone)
        run.until(lambda: run.booth().play.status.state == "offline")
        pilot.pane.refresh()
        assert pilot.see(NOBODY)
        run.booth().play.do(AddSeat())
        pilot.pane.refresh()
        assert pilot.see(KEPT)
        assert pilot.problems() == []
        between.do(lambda proxy: proxy.set(still=False))
        run.until(lambda: run.booth().play.status.state == "online" and seats(run) > before)
        pilot.pane.refresh()
        assert seats(run) == before + 1
        assert not pilot.see("Ingen kontakt med servern.")
