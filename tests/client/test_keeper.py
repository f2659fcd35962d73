"""A server that a window has started: it comes back when it dies, and never outlives its window."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.client.api import healthz
from game.client.serving import NotStarted
from game.commands.ownserver import OwnServer, own_server, serve_command
from tests.client.running import a_led_room, a_run

LEADING = """
import sys
from pathlib import Path
from game.client.session import Options, Session
from game.commands.ownserver import own_server

folder = Path(sys.argv[1])
given = ["--host", "127.0.0.1", "--port", "0", "--database", str(folder / "db")]
session = Session(Options(folder=folder), lambda: own_server(given))
booth = session.open()
served = booth.errands._served

def tell(server):
    served(server)
    print(server.url, flush=True)

booth.errands._served = tell
booth.ask_programme()
session.run()
print("closed", flush=True)
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def a_starter(folder: Path, servers: list[OwnServer]) -> Callable[[], OwnServer]:
    given = ["--host", "127.0.0.1", "--port", str(free_port()), "--database", str(folder / "db")]

    def start() -> OwnServer:
        servers.append(own_server(given))
        return servers[-1]

    return start


def kill(server: OwnServer) -> None:
    """As the system does when memory is short: no goodbye."""
    assert server.process is not None
    server.process.kill()


def test_a_server_that_dies_is_started_again_where_it_was(tmp_path: Path) -> None:
    servers: list[OwnServer] = []
    with a_run(tmp_path / "me", a_starter(tmp_path, servers)) as run:
        pilot = run.open()
        code, booth = a_led_room(run), run.booth()
        kill(servers[0])
        run.until(lambda: bool(run.session.keeper.waiting))
        pilot.pane.refresh()
        assert pilot.see("Servern stannade och startas om. Allt sparat finns kvar.")
        run.until(lambda: len(servers) == 2 and booth.play.status.state == "online")
        assert servers[1].url == servers[0].url
        assert booth.play.room is not None
        assert booth.play.room["code"] == code
        pilot.pane.refresh()
        assert not pilot.see("Servern stannade och startas om.")


def test_a_server_that_cannot_come_back_is_started_by_hand(tmp_path: Path) -> None:
    servers: list[OwnServer] = []
    start, ill = a_starter(tmp_path, servers), [False]

    def may_fail() -> OwnServer:
        if ill[0]:
            raise NotStarted({"sv": "Disken är full.", "en": "The disk is full."})
        return start()

    with a_run(tmp_path / "me", may_fail) as run:
        pilot = run.open()
        a_led_room(run)
        ill[0] = True
        kill(servers[0])
        run.until(lambda: bool(run.session.keeper.trouble))
        pilot.pane.refresh()
        assert pilot.see("Disken är full.")
        assert pilot.problems() == []
        ill[0] = False
        pilot.click("Starta servern igen")
        run.until(lambda: len(servers) == 2 and run.booth().play.status.state == "online")
        assert not pilot.see("Servern har stannat")


def test_a_server_that_dies_at_once_again_waits_for_a_person(tmp_path: Path) -> None:
    servers: list[OwnServer] = []
    with a_run(tmp_path / "me", a_starter(tmp_path, servers)) as run:
        pilot = run.open()
        a_led_room(run)
        kill(servers[0])
        run.until(lambda: len(servers) == 2 and not run.session.keeper.waiting)
        kill(servers[1])
        run.until(lambda: bool(run.session.keeper.trouble))
        pilot.pane.refresh()
        assert pilot.see("Starta servern igen")
        assert len(servers) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=str)
def test_a_server_ends_with_the_window_that_started_it(tmp_path: Path, number: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LEADING, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    ) as window:
        assert window.stdout is not None
        url = window.stdout.readline().strip()
        assert healthz(url)
        pipe = server_of(window.pid)
        window.send_signal(number)
        rest = window.stdout.read()
        window.wait(30)
        gone(pipe)
    assert not healthz(url)
    assert ("closed" in rest) is (number != signal.SIGKILL)


def test_an_announced_server_ends_when_its_starter_is_gone(tmp_path: Path) -> None:
    given = ["--host", "127.0.0.1", "--port", "0", "--database", str(tmp_path / "db")]
    with subprocess.Popen(
        serve_command(given), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert "url" in server.stdout.readline()
        server.stdin.close()
        assert server.wait(30) == 0


def server_of(window: int) -> int:
    """The process that the window has started."""
    children = Path(f"/proc/{window}/task/{window}/children")
    if not children.exists():
        pytest.skip("this system does not tell of its processes")
    found = [
        int(pid)
        for task in Path(f"/proc/{window}/task").iterdir()
        for pid in (task / "children").read_text().split()
    ]
    assert len(found) == 1
    return os.pidfd_open(found[0])


def gone(process: int) -> None:
    """Wait until the process behind this descriptor has ended."""
    import select

    try:
        assert select.select([process], [], [], 30)[0]
    finally:
        os.close(process)
