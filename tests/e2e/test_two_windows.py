"""Two people with real windows play one round against the real server, one by keyboard, one by mouse.

Each has an X display of their own. A third device, without a window, hosts and sees what comes of it.
"""

from __future__ import annotations

import queue
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from game.client.api import create_room
from game.client.link import Link
from game.client.news import News, ViewChanged
from game.client.outbox import new_id
from game.client.pilot import Pilot
from game.client.settings import Settings
from game.client.stations import team
from game.client.ui.area import middle
from game.rules.command import Command, OpenNext
from game.wire import Join, RoomMade, RoomRequest
from tests.client.tables import House
from tests.e2e.screens import NEEDED, PICTURES, SIZE, Person
from tests.e2e.service import Service

CARD = "motet/sockorna"
PATIENCE = 60.0

pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.xdist_group("windows"),
    pytest.mark.timeout(240),
]


class Host:
    """A host's device without a window: what the server makes of what the others do."""

    def __init__(self, url: str, made: RoomMade) -> None:
        self._mail: queue.SimpleQueue[News] = queue.SimpleQueue()
        self.link = Link(url, self._mail, lambda: None)
        self.slices: Mapping[str, Any] = {}
        self.link.join(Join(code=made.code, kind="host", seats=0, host_key=made.host_key, id=new_id()))

    @property
    def tile(self) -> dict[str, Any]:
        """The only table."""
        return next(value for name, value in self.slices.items() if name.startswith("tile:"))

    def until(self, so: Callable[[], bool], meanwhile: Callable[[], object] = lambda: None) -> None:
        """Wait for news until it is so. `meanwhile` is done again whenever nothing has come for a while."""
        gives_up = time.monotonic() + PATIENCE
        while not (self.slices and so()):
            assert time.monotonic() < gives_up, self.slices and self.tile
            try:
                news = self._mail.get(timeout=2)
            except queue.Empty:
                meanwhile()
                continue
            if isinstance(news, ViewChanged):
                self.slices = news.slices

    def at(self, phase: str, round_: int = 1) -> bool:
        return (self.tile["phase"], self.tile["round"]) == (phase, round_)

    def does(self, command: Command) -> None:
        self.link.send(command)


@contextmanager
def a_host(service: Service, preset: str = "APT 30") -> Iterator[tuple[Host, str]]:
    made = create_room(service.url, RoomRequest(preset=preset, decks=("motet",), cards=(CARD,)))
    assert isinstance(made, RoomMade)
    host = Host(service.url, made)
    try:
        yield host, f"{service.url}/j/{made.code}"
    finally:
        host.link.stop()


def spots(phase: str, *keys: str, round_: int = 1) -> dict[str, tuple[int, int]]:
    """Where the second person's window has its buttons in this phase: the same scene, laid out by a pilot."""
    house = House("APT 30", cards=[CARD])
    house.table(2)
    solo = house.solo(team=1, ready=phase != "lobby")
    house.host()
    house.to(phase, round_)
    pilot: Pilot = house.pilot(solo, team.build, SIZE, Settings())
    found = {}
    for key in keys:
        target = pilot.find(key)
        found[key] = middle(target.seen)
        pilot.click(key)
    return found


def test_two_windows_play_a_round(service: Service) -> None:
    missing = [program for program in NEEDED if shutil.which(program) is None]
    assert not missing, f"install {', '.join(missing)}: .ci/run does"
    with a_host(service) as (host, address), ExitStack() as people:
        folder = Path(people.enter_context(_folder()))
        shared = people.enter_context(Person(folder / "shared", "join", address, "--seats", "2"))
        host.until(lambda: host.slices["room"]["seats"] == 2)
        own = people.enter_context(Person(folder / "own", "join", address, "--seats", "1", "--table", "1"))
        host.until(lambda: host.slices["room"]["seats"] == 3)
        shared.shot(PICTURES / "1-shared-lobby.png")
        own.shot(PICTURES / "1-own-lobby.png")

        # Who sees what is read once on each screen; then the session is opened from the host's device.
        shared.press("Return")
        own.click(spots("lobby", "Jag har läst")["Jag har läst"])
        host.does(OpenNext(serial=host.slices["stage"]["serial"]))
        host.until(lambda: host.at("frame"))
        host.until(lambda: host.at("checkin"), lambda: shared.press("Return"))
        _lead(host, "checkin")
        host.until(lambda: host.at("read"), lambda: shared.press("1", "Return"))
        _lead(host, "read")
        host.until(lambda: host.at("vote"))
        shared.shot(PICTURES / "2-shared-vote.png")
        own.shot(PICTURES / "2-own-vote.png")

        vote(host, shared, own, 1)
        host.until(lambda: not host.at("vote"))
        host.until(lambda: host.at("talk"), lambda: shared.press("Return"))
        shared.shot(PICTURES / "3-shared-talk.png")
        own.shot(PICTURES / "3-own-talk.png")
        _lead(host, "talk")
        host.until(lambda: host.at("vote", 2))
        vote(host, shared, own, 2)
        voted = shared.look(), own.look()
        host.until(lambda: host.at("compare"))
        shared.until_changed(voted[0])
        own.until_changed(voted[1])
        shared.shot(PICTURES / "4-shared-compare.png")
        own.shot(PICTURES / "4-own-compare.png")
        assert shared.client.poll() is None
        assert own.client.poll() is None


def vote(host: Host, shared: Person, own: Person, round_: int) -> None:
    """The shared machine goes round by keyboard; the other chooses and seals with the mouse."""
    host.until(lambda: host.tile["done"] == 2, lambda: shared.press("Return", "2", "Return"))
    for spot in spots("vote", "Säger hur glad", "Lägg min röst", round_=round_).values():
        own.click(spot)
    host.until(lambda: host.tile["closed"] or not host.at("vote", round_))


def _lead(host: Host, phase: str) -> None:
    """The host moves the table on from a phase that is not looked at here, part by part."""
    host.until(lambda: True)
    while host.tile["phase"] == phase:
        serial = host.tile["serial"]
        host.does(OpenNext(serial=serial, team=host.tile["id"]))
        host.until(lambda serial=serial: host.tile["serial"] != serial)  # type: ignore[misc]


@contextmanager
def _folder() -> Iterator[str]:
    import tempfile

    with tempfile.TemporaryDirectory(prefix="bemot-windows-") as folder:
        yield folder
