"""Whoever is given the lead has a key that works, unasked: real windows and a real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.client import api
from game.client.join import Wish
from game.client.news import KeyTold
from game.client.pilot import Pilot
from game.client.trouble import Trouble
from game.rules.command import CloseRoom, HandOver
from game.wire import RoomMade
from tests.client.running import Run, a_led_room, a_run, a_server


class Two:
    """One room led from `host`, and helped with from `heir`; `key` is that which the room was made with."""

    def __init__(self, host: Run, heir: Run, url: str) -> None:
        self.host, self.heir, self.url = host, heir, url
        host.open()
        self.code = a_led_room(host)
        self.key = host.booth()._leading.key
        board = host.booth().board
        assert board.desk.ask_key is not None
        board.desk.ask_key()
        host.until(lambda: bool(board.desk.key))
        self.pilot: Pilot = heir.open()
        at = heir.booth()
        heir.booth().ask_code("host")
        at.enter(Wish(at.join._found(self.code, url), "host", 0, None, board.desk.key))
        heir.until(lambda: at.play.leads is False)

    def hand_over(self) -> None:
        you = self.heir.booth().play.you
        assert you is not None
        self.host.booth().play.do(HandOver(station=you["station"]))

    def make_follow_up(self, run: Run) -> None:
        again = run.booth().board.desk.again
        assert again.make is not None
        again.make("")
        run.until(lambda: not again.works)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with _two(tmp_path) as found:
        yield found


@contextmanager
def _two(folder: Path) -> Iterator[Two]:
    with (
        a_server(folder / "db") as served,
        a_run(folder / "host", server=served.url) as host,
        a_run(folder / "heir", server=served.url) as heir,
    ):
        yield Two(host, heir, served.url)


def test_who_is_given_the_lead_is_told_so_and_gets_a_key_that_opens_the_closed_room(two: Two) -> None:
    heir, board = two.heir, two.heir.booth().board
    assert board.desk.again.needs_key, "a co-host's key is none for the report"
    two.hand_over()
    heir.until(lambda: bool(board.key))
    assert two.pilot.see("Du leder rummet nu")
    assert two.pilot.see(board.key)
    assert two.pilot.problems() == []
    key = board.key
    assert key not in repr(KeyTold("host", key))
    two.pilot.press("escape", "return", "m")
    assert two.pilot.see(key), "no key throws it away"
    two.pilot.click("key saved")
    assert not two.pilot.see(key)
    assert not two.pilot.see("Du leder rummet nu")
    two.host.until(lambda: two.host.booth().play.leads is False)
    assert two.host.booth().board.desk.again.needs_key
    heir.booth().play.do(CloseRoom())
    heir.until(lambda: two.pilot.see("Sessionen är slut"))
    two.make_follow_up(heir)
    assert board.desk.again.code
    assert isinstance(api.follow_up(two.url, two.code, key), RoomMade)


def test_where_no_key_came_it_is_asked_for_again(two: Two) -> None:
    heir, board = two.heir, two.heir.booth().board
    two.hand_over()
    heir.until(lambda: bool(board.key))
    lost = board.key
    board.key, board.renewed = "", False  # as if the answer had been lost
    heir.booth().mail.put(KeyTold("host", message=Trouble("no_key_came").message))
    heir.booth().take()
    heir.app.windows[0].pane.refresh()
    assert two.pilot.see("Du leder rummet nu")
    assert two.pilot.see("Nyckeln kom inte fram")
    assert two.pilot.problems() == []
    two.pilot.click("ask host key")
    heir.until(lambda: bool(board.key))
    assert board.key != lost
    assert two.pilot.see(board.key)


def test_who_leads_makes_a_new_key_under_more(two: Two) -> None:
    heir, board = two.heir, two.heir.booth().board
    two.hand_over()
    heir.until(lambda: bool(board.key))
    first = board.key
    two.pilot.click("key saved")
    two.pilot.press("m")
    two.pilot.pane.reveal("new host key")
    two.pilot.settle()
    two.pilot.click("new host key")
    assert two.pilot.see("Ny spelledarnyckel")
    two.pilot.press("return")
    assert board.asked == "more", "Enter is the way back"
    two.pilot.pane.reveal("new host key")
    two.pilot.settle()
    two.pilot.click("new host key")
    two.pilot.click("ask host key")
    heir.until(lambda: bool(board.key))
    assert board.key != first
    assert two.pilot.see("Din nya spelledarnyckel")
    heir.booth().play.do(CloseRoom())
    heir.until(lambda: two.pilot.see("Sessionen är slut"))
    assert two.pilot.see(board.key), "also when the room is closed meanwhile"
    assert two.pilot.problems() == []
    two.pilot.click("key saved")
    assert not two.pilot.see("Din nya spelledarnyckel")


def test_who_took_the_lead_decides_whether_the_key_of_the_one_who_is_gone_ends(two: Two) -> None:
    heir, board = two.heir, two.heir.booth().board
    heir.booth().play.kept["takes lead"] = True
    two.hand_over()
    heir.until(lambda: board.desk.lead.came)
    assert two.pilot.see("Du leder rummet nu")
    assert not board.desk.lead.works
    two.pilot.press("return")
    assert not two.pilot.see("Du leder rummet nu")
    assert board.key == ""


def test_who_closes_the_room_without_a_key_is_told_what_needs_one(two: Two) -> None:
    board = two.heir.booth().board
    board.ask("close")
    two.heir.app.windows[0].pane.refresh()
    assert two.pilot.see("Har du den inte sparad")
    two.host.booth().board.ask("close")
    two.host.app.windows[0].pane.refresh()
    assert not two.host.pilot().see("Har du den inte sparad")
