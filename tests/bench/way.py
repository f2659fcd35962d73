"""From one person's vote to everybody's screen, on one machine: a real server, real links, real windows.

The voter, three watchers and the clock that measures are one process, the server another. One vote at a
time: this is the wait a person feels, not a load.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from game.client.address import parse
from game.client.api import create_room
from game.client.app import App
from game.client.booth import Booth
from game.client.join import Wish
from game.client.session import Options, Session
from game.rules.command import CastVote, Command, DrawCard, OpenNext, VoteAgain
from game.wire import RoomMade, RoomRequest
from tests.e2e.service import Service

WATCHERS = 3
QUIET = 0.15
"""Seconds between two votes, longer than the server holds views back when there are many."""


class Hand(App):
    """An app that is turned by hand, woken by the network as ever."""

    def until(self, so: Callable[[], bool]) -> None:
        while not so():
            self._bell.wait(1)
            self._bell.clear()
            self.turn()


def way(folder: Path, votes: int = 30) -> list[float]:
    """Ms from sending a vote until every watcher's window has drawn how many are done, vote by vote."""
    with Service(folder) as service:
        made = create_room(service.url, RoomRequest(preset="APT 30", decks=("motet",)))
        assert isinstance(made, RoomMade)
        app = Hand()
        session = Session(Options(folder=folder, server=service.url), None, app)
        at = parse(f"{service.url}/j/{made.code}")
        booths = [_sit(app, session, f"w{number}", Wish(at, "solo", 1, 1)) for number in range(WATCHERS + 1)]
        host = _sit(app, session, "host", Wish(at, "host", 0, None, made.host_key))
        _to_the_vote(app, host, booths[0])
        waits = [_one_vote(app, booths[0], booths[1:]) for _ in range(votes)]
        session.close()
    return waits


def _sit(app: Hand, session: Session, name: str, wish: Wish) -> Booth:
    booth = session.open(name)
    booth.enter(wish)
    app.until(lambda: booth.play.stage is not None)
    return booth


def _to_the_vote(app: Hand, host: Booth, reader: Booth) -> None:
    """The host opens the door, the reader the rest."""
    while (stage := reader.play.stage) and stage["phase"] != "vote":
        leader = host if stage["phase"] == "lobby" else reader
        turn = leader.play.serial
        command: Command = DrawCard(serial=turn) if stage["phase"] == "draw" else OpenNext(serial=turn)
        leader.play.do(command)
        app.until(lambda serial=stage["serial"]: reader.play.serial != serial)  # type: ignore[misc]


def _one_vote(app: Hand, voter: Booth, watchers: list[Booth]) -> float:
    """One vote, seen by all, and cleared again."""
    play = voter.play
    began = time.perf_counter()
    play.do(CastVote(seat=play.seats[0]["id"], serial=play.serial, choice="b"))
    app.until(lambda: all(_done(watcher) == 1 for watcher in watchers))
    spent = (time.perf_counter() - began) * 1000
    _quiet(app)
    serial = play.serial
    play.do(VoteAgain(serial=serial))
    app.until(lambda: all(_done(booth) == 0 and booth.play.serial != serial for booth in (voter, *watchers)))
    _quiet(app)
    return spent


def _done(booth: Booth) -> int:
    return booth.play.progress["done"] if booth.play.progress else -1


def _quiet(app: Hand) -> None:
    until = time.perf_counter() + QUIET
    while time.perf_counter() < until:
        app._bell.wait(0.02)
        app.turn()
