"""The door finds a server in the network: real packets on this machine, a real beacon, a real server."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from game.client.join import Wish
from game.client.nearby import Server
from game.client.pilot import Pilot
from server.beacon import shining
from tests.client.running import WAIT, Run, a_led_room, a_run, a_server

HERE = ["127.0.0.1"]

pytestmark = pytest.mark.usefixtures("network")


@contextmanager
def a_beacon(port: int) -> Iterator[None]:
    """A server at this port is told of, as `bemot serve` does."""
    ready: queue.SimpleQueue[asyncio.AbstractEventLoop] = queue.SimpleQueue()
    over = asyncio.Event()

    async def shine() -> None:
        async with shining(port, HERE, HERE):
            ready.put(asyncio.get_running_loop())
            await over.wait()

    thread = threading.Thread(target=lambda: asyncio.run(shine()))
    thread.start()
    loop = ready.get(timeout=WAIT)
    yield
    loop.call_soon_threadsafe(over.set)
    thread.join(WAIT)


def found(run: Run) -> tuple[Server, ...]:
    return run.booth().join.found.servers


def at_the_door(run: Run) -> Pilot:
    pilot = run.open()
    pilot.press("2")
    return pilot


def test_with_the_code_alone_one_comes_into_a_room_on_the_only_server_around(tmp_path: Path) -> None:
    with a_server(tmp_path / "db") as served, a_run(tmp_path / "host", server=served.url) as host:
        host.open()
        code = a_led_room(host)
        with a_beacon(served.running.port), a_run(tmp_path / "me", interfaces=HERE) as run:
            pilot = at_the_door(run)
            run.until(lambda: bool(found(run)))
            name = found(run)[0].name
            assert pilot.see(f"Hittade datorn ’{name}’ i nätverket")
            assert pilot.problems() == []
            pilot.type(code.replace("-", ""))
            pilot.press("return")
            run.until(lambda: run.booth().play.team is not None)
            home = run.booth().link.home
            assert home is not None
            assert home.url == served.url


def test_of_several_servers_a_person_chooses_from_the_keyboard(tmp_path: Path) -> None:
    with ExitStack() as stack, a_run(tmp_path / "me", interfaces=HERE) as run:
        for port in (8765, 9000):
            stack.enter_context(a_beacon(port))
        pilot = at_the_door(run)
        run.until(lambda: len(found(run)) == 2)
        pilot.press("escape", "2")
        run.until(lambda: len(found(run)) == 2)
        pilot.type("BCD234")
        pilot.press("return")
        assert pilot.see("Flera datorer hittades.")
        pilot.press("tab", "tab", "return", "down", "return")
        chosen = run.booth().join.found.chosen
        assert chosen in {server.url for server in found(run)}
        assert not pilot.see("Välj dator")
        assert pilot.problems() == []


def test_what_is_found_late_does_not_change_where_a_person_goes(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", interfaces=HERE) as run, ExitStack() as stack:
        stack.enter_context(a_beacon(8765))
        pilot = at_the_door(run)
        run.until(lambda: len(found(run)) == 1)
        pilot.type("B")
        stack.enter_context(a_beacon(9000))
        run.until(lambda: len(found(run)) == 2)
        assert run.booth().join.found.url == "http://127.0.0.1:8765"
        assert pilot.see("127.0.0.1:8765")


@pytest.mark.parametrize("typed", ["10.0.0.7", "10.0.0.7:8765/j/BCD-234"])
def test_an_address_that_is_written_goes_before_what_is_found(tmp_path: Path, typed: str) -> None:
    with a_run(tmp_path / "me", interfaces=HERE) as run, a_beacon(8765):
        pilot = at_the_door(run)
        run.until(lambda: len(found(run)) == 1)
        pilot.type("BCD234")
        pilot.press("tab")
        pilot.type(typed)
        asked: list[Wish] = []
        run.booth().join.enter = asked.append
        pilot.press("return")
        assert [wish.address.url for wish in asked] == ["http://10.0.0.7:8765"]


def test_a_server_known_from_before_stays_the_first_choice(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", server="http://10.0.0.7:8765", interfaces=HERE) as run, a_beacon(8765):
        pilot = at_the_door(run)
        run.until(lambda: len(found(run)) == 1)
        assert run.booth().join.found.url == "http://10.0.0.7:8765"
        pilot.click("found")
        pilot.click(f"found {found(run)[0].url}")
        assert run.booth().join.found.url == "http://127.0.0.1:8765"


def test_a_door_that_is_closed_listens_no_more(tmp_path: Path) -> None:
    with a_run(tmp_path / "me", interfaces=HERE) as run, a_beacon(8765):
        pilot = at_the_door(run)
        run.until(lambda: len(found(run)) == 1)
        pilot.press("escape")
        pilot.settle()
        assert run.booth()._lookout._nearby.servers == []
