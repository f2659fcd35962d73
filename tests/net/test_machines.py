"""A hall without the internet: a server on three networks, and people in each of them, each on a machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.net.machines import Desk, impossible

HOST = {"cable": "10.71.1.1", "radio": "10.71.2.1", "guest": "10.71.3.1"}
OPENS = """
import json
from game.client.api import create_room
from game.client.stations.door import door_of
from game.wire import RoomRequest
url = "http://127.0.0.1:8765"
made, door = create_room(url, RoomRequest(preset="APT 30", decks=("motet",))), door_of(url)
print(json.dumps([made.code, door.words, door.others, door.link(made.code)]))
"""
JOINS = """
import json, os, sys, tempfile
os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
from pathlib import Path
from tests.client.running import a_run
code, address = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder, a_run(Path(folder), interfaces=None) as run:
    pilot = run.open()
    pilot.press("2")
    if not address:
        run.until(lambda: bool(run.booth().join.found.servers))
    pilot.type(code.replace("-", ""))
    pilot.press("return")
    trouble = {}
    if address:
        run.until(lambda: bool(run.booth().notice.trouble))
        trouble = dict(run.booth().notice.trouble)
        pilot.press("tab")
        pilot.type(address)
        pilot.press("return")
    run.until(lambda: run.booth().play.team is not None)
    print(json.dumps([run.booth().link.home.url, trouble]))
"""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300), pytest.mark.xdist_group("machines")]


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    reason = impossible()
    if reason:
        pytest.skip(reason)
    guests = {"near": {"cable": "10.71.1.2"}, "far": {"radio": "10.71.2.2"}, "deaf": {"guest": "10.71.3.2"}}
    with Desk({"trainer": HOST, **guests}) as desk:
        desk.deafen("guest")
        yield desk


@pytest.fixture(scope="module")
def opened(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """A room on the trainer's machine: its code, and what its hall screen tells."""
    desk.serve("trainer", "--database", str(tmp_path_factory.mktemp("machines") / "bemot.sqlite"))
    told: list[Any] = desk.run("trainer", OPENS)
    return told


def test_the_hall_is_told_an_address_in_each_network_though_none_leads_out(opened: list[Any]) -> None:
    code, words, others, link = opened
    assert sorted([words, *others]) == sorted(f"{address}:8765" for address in HOST.values())
    assert link == f"http://{words}/j/{code}"


@pytest.mark.parametrize(("guest", "switch"), [("near", "cable"), ("far", "radio")])
def test_a_machine_in_either_network_finds_the_room_and_sits_down(
    desk: Desk, opened: list[Any], guest: str, switch: str
) -> None:
    assert desk.run(guest, JOINS, opened[0], "") == [f"http://{HOST[switch]}:8765", {}]


def test_where_multicast_is_dropped_the_address_on_the_hall_screen_leads_in(
    desk: Desk, opened: list[Any]
) -> None:
    where, trouble = desk.run("deaf", JOINS, opened[0], HOST["guest"])
    assert "Skriv adressen som står på spelledarens skärm" in trouble["sv"]
    assert where == f"http://{HOST['guest']}:8765"
