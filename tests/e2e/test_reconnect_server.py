"""The server dies and comes back while people play: nothing is lost, nothing is counted twice."""

from __future__ import annotations

import threading
from pathlib import Path
from queue import SimpleQueue

from game.client.api import create_room
from game.client.link import Link
from game.client.news import News, Saved, Status, ViewChanged
from game.client.outbox import Pending, new_id
from game.rehearse import Options, Progress, rehearse
from game.rules.command import AddSeat
from game.wire import Join, RoomMade, RoomRequest
from tests.client.desk import until
from tests.e2e.service import Service


def test_a_session_survives_the_server_being_killed_in_every_vote(service: Service) -> None:
    killers: list[threading.Thread] = []
    places: set[tuple[int, str, int]] = set()

    def kill_when_voting(progress: Progress) -> None:
        place = progress.done, progress.phase, progress.round
        if progress.phase in ("vote", "checkin", "talk") and place not in places:
            places.add(place)  # that nobody hears the server any more is told from here, too
            killers.append(threading.Thread(target=service.restart))
            killers[-1].start()
            killers[-1].join()

    options = Options(server=service.url, tables=2, seats=4, seed=5)
    report = rehearse(options, kill_when_voting)
    assert len(killers) >= 3
    assert report.reconnected >= 3
    assert report.wrong == []
    assert report.ballots == 2 * 4 * 2
    assert report.ballots_left == 0


def test_what_was_pressed_while_the_server_was_away_is_done_once_when_it_is_back(
    service: Service, tmp_path: Path
) -> None:
    mailbox: SimpleQueue[News] = SimpleQueue()
    link = Link(service.url, mailbox, lambda: None, tmp_path / "link.json")
    link.join(Join(code=_room(service.url).code, kind="table", seats=1, id=new_id()))
    until(mailbox, Status, state="online")
    service.kill()
    until(mailbox, Status, state="offline")
    pressed = [link.send(AddSeat()) for _ in range(3)]
    assert [link.state(sent) for sent in pressed] == [Pending(sent, offline=True) for sent in pressed]
    service.start()
    assert [until(mailbox, Saved).id for _ in pressed] == pressed
    seats = len(until(mailbox, ViewChanged).slices["team"]["seats"])
    while seats < 4:
        seats = len(until(mailbox, ViewChanged).slices["team"]["seats"])
    assert seats == 4
    link.stop()


def test_a_client_that_dies_with_the_server_away_leaves_its_presses_to_the_next_one(
    service: Service, tmp_path: Path
) -> None:
    mailbox: SimpleQueue[News] = SimpleQueue()
    first = Link(service.url, mailbox, lambda: None, tmp_path / "link.json")
    first.join(Join(code=_room(service.url).code, kind="table", seats=1, id=new_id()))
    until(mailbox, Status, state="online")
    service.kill()
    until(mailbox, Status, state="offline")
    pressed = [first.send(AddSeat()) for _ in range(2)]
    first.stop()
    service.start()
    after: SimpleQueue[News] = SimpleQueue()
    second = Link(service.url, after, lambda: None, tmp_path / "link.json")
    assert second.home is not None
    second.resume(second.home.token)
    assert [until(after, Saved).id for _ in pressed] == pressed
    second.stop()


def _room(url: str) -> RoomMade:
    made = create_room(url, RoomRequest(preset="APT 30"))
    assert isinstance(made, RoomMade)
    return made
