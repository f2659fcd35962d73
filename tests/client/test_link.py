"""The link against a server that answers as the test says. The real one is tried in tests/e2e."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.client.link import Link
from game.client.news import Entered, KeyTold, News, Refused, Saved, Status, ViewChanged
from game.client.outbox import Kept, Outbox, Pending, new_id, read
from game.rules.command import Acknowledge, AddSeat, CallTimeout, CastVote
from game.wire import PROTOCOL, Join
from tests.client.desk import NOTHING, TOKEN, WAIT, Desk, free_port, joined, nack, until

Mailbox = queue.SimpleQueue[News]
VOTE = CastVote(seat="s1", serial=3, choice="b", confidence=2)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk(free_port()).open() as server:
        yield server


@pytest.fixture
def mailbox() -> Mailbox:
    return queue.SimpleQueue()


@pytest.fixture
def links(mailbox: Mailbox) -> Iterator[list[Link]]:
    opened: list[Link] = []
    yield opened
    for link in opened:
        link.stop()


def linked(links: list[Link], url: str, mailbox: Mailbox, keep: Path | None = None) -> Link:
    links.append(Link(url, mailbox, lambda: None, keep))
    return links[-1]


def door() -> Join:
    return Join(code="FKT-482", kind="solo", id=new_id())


def test_joining_tells_who_one_is_and_shows_the_whole_view(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    desk.answer_join = lambda body: joined(7, {"room": {"closed": False}, "gone": None})
    linked(links, desk.url, mailbox).join(door())
    assert until(mailbox, Status).state == "connecting"
    until(mailbox, Status, state="online")
    assert until(mailbox, Entered) == Entered("r1", "s1", TOKEN)
    seen = until(mailbox, ViewChanged)
    assert (seen.version, dict(seen.slices)) == (7, {"room": {"closed": False}})


def test_the_hello_tells_the_protocol_and_the_join_only_what_was_given(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    asked = door()
    linked(links, desk.url, mailbox).join(asked)
    assert desk.next() == ("connect", {"protocol": PROTOCOL, "client": "bemot"})
    assert desk.next() == ("join", {"code": "FKT-482", "kind": "solo", "seats": 1, "id": asked.id})


def test_news_wake_the_one_who_draws(desk: Desk, links: list[Link], mailbox: Mailbox) -> None:
    woken = threading.Event()
    links.append(Link(desk.url, mailbox, woken.set))
    links[0].join(door())
    assert woken.wait(WAIT)


def test_a_refused_join_is_final_and_in_the_servers_words(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    desk.answer_join = lambda body: nack("unknown_code")
    link = linked(links, desk.url, mailbox)
    link.join(door())
    status = until(mailbox, Status, state="refused")
    assert (status.code, status.message["sv"]) == ("unknown_code", "unknown_code på svenska")
    desk.answer_join = lambda body: joined()
    link.join(door())
    until(mailbox, Status, state="online")


def test_a_refused_connect_is_final_and_in_the_servers_words(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    desk.refuse = nack("wrong_protocol")
    linked(links, desk.url, mailbox).join(door())
    status = until(mailbox, Status, state="refused")
    assert (status.code, status.message["en"]) == ("wrong_protocol", "wrong_protocol in English")


def test_a_stopping_server_is_asked_again(desk: Desk, links: list[Link], mailbox: Mailbox) -> None:
    answers = iter([nack("stopping"), joined()])
    desk.answer_join = lambda body: next(answers)
    linked(links, desk.url, mailbox).join(door())
    until(mailbox, Status, state="online")


def test_a_command_is_pending_until_it_is_saved(desk: Desk, links: list[Link], mailbox: Mailbox) -> None:
    desk.answer_command = lambda body: {"ok": True, "version": 12, "already": True}
    link = linked(links, desk.url, mailbox)
    sent = link.send(VOTE)
    assert link.state(sent) == Pending(sent, offline=True)


def test_a_saved_command_says_at_which_version(desk: Desk, links: list[Link], mailbox: Mailbox) -> None:
    desk.answer_command = lambda body: {"ok": True, "version": 12, "already": True}
    link = linked(links, desk.url, mailbox)
    link.join(door())
    sent = link.send(VOTE)
    assert until(mailbox, Saved) == Saved(sent, 12, already=True) == link.state(sent)


def test_a_refused_command_brings_its_sentence_and_is_not_sent_again(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    answers = iter([nack("vote_closed"), NOTHING])
    desk.answer_command = lambda body: next(answers)
    link = linked(links, desk.url, mailbox)
    link.join(door())
    first, second = link.send(VOTE), link.send(Acknowledge())
    refused = until(mailbox, Refused)
    assert (refused.id, refused.code, refused.message["en"]) == (
        first,
        "vote_closed",
        "vote_closed in English",
    )
    assert until(mailbox, Saved).id == second


def test_too_fast_means_again_and_in_the_same_order(desk: Desk, links: list[Link], mailbox: Mailbox) -> None:
    answers = iter([nack("too_fast"), nack("storage"), NOTHING, NOTHING])
    desk.answer_command = lambda body: next(answers)
    link = linked(links, desk.url, mailbox)
    link.join(door())
    sent = [link.send(VOTE), link.send(Acknowledge())]
    assert [until(mailbox, Saved).id for _ in sent] == sent


def test_what_is_sent_without_a_server_is_sent_in_order_when_there_is_one(
    links: list[Link], mailbox: Mailbox
) -> None:
    desk = Desk(free_port())
    link = linked(links, desk.url, mailbox)
    link.join(door())
    sent = [link.send(command) for command in (AddSeat(), VOTE, CallTimeout())]
    status = until(mailbox, Status, state="offline")
    assert status.code == "unreachable"
    with desk.open():
        assert [until(mailbox, Saved).id for _ in sent] == sent
        heard = [desk.next() for _ in range(5)]
        assert [body["command"]["type"] for kind, body in heard if kind == "command"] == [
            "add_seat", "cast_vote", "call_timeout",
        ]  # fmt: skip
        link.stop()


def test_a_lost_answer_gives_the_same_command_again_and_nothing_else(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    answers = iter([None, NOTHING])
    desk.answer_command = lambda body: next(answers)
    link = linked(links, desk.url, mailbox)
    link.join(door())
    sent = link.send(VOTE)
    until(mailbox, Status, state="offline")
    assert until(mailbox, Saved).id == sent
    heard = [desk.next() for _ in range(6)]
    assert [kind for kind, _ in heard] == ["connect", "join", "command", "connect", "join", "command"]
    assert heard[2] == heard[5]
    assert heard[4] == ("join", {"token": TOKEN})


def test_a_lost_answer_to_a_join_gives_the_same_join_again(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    answers = iter([None, joined()])
    desk.answer_join = lambda body: next(answers)
    linked(links, desk.url, mailbox).join(door())
    until(mailbox, Status, state="online")
    joins = [body for kind, body in (desk.next() for _ in range(4)) if kind == "join"]
    assert joins[0] == joins[1]


def test_pushed_slices_are_merged_and_null_takes_one_away(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    linked(links, desk.url, mailbox).join(door())
    until(mailbox, ViewChanged)
    desk.push(2, {"card": {"id": "a"}})
    assert set(until(mailbox, ViewChanged).slices) == {"room", "card"}
    desk.push(3, {"card": None})
    assert set(until(mailbox, ViewChanged).slices) == {"room"}


def test_an_older_view_is_no_news(desk: Desk, links: list[Link], mailbox: Mailbox) -> None:
    linked(links, desk.url, mailbox).join(door())
    until(mailbox, ViewChanged)
    desk.push(5, {"card": {"id": "new"}})
    desk.push(4, {"card": {"id": "old"}})
    desk.push(6, {"talk": {}})
    assert until(mailbox, ViewChanged, version=5)
    assert until(mailbox, ViewChanged).slices["card"] == {"id": "new"}


def test_a_station_that_is_taken_out_gets_its_waiting_commands_refused(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    answers = iter([joined(), nack("removed")])
    desk.answer_join = lambda body: next(answers)
    desk.answer_command = lambda body: None
    link = linked(links, desk.url, mailbox)
    link.join(door())
    sent = link.send(VOTE)
    refused = until(mailbox, Refused)
    assert (refused.id, refused.code) == (sent, "removed")
    assert until(mailbox, Status, state="refused").code == "removed"
    assert link.home is None


def test_leaving_is_told_after_what_waited_and_forgets_the_room(
    desk: Desk, links: list[Link], mailbox: Mailbox, tmp_path: Path
) -> None:
    link = linked(links, desk.url, mailbox, tmp_path / "link.json")
    link.join(door())
    until(mailbox, Status, state="online")
    link.send(VOTE)
    link.leave()
    until(mailbox, Status, state="idle")
    commands = [
        body["command"]["type"] for kind, body in (desk.next() for _ in range(4)) if kind == "command"
    ]
    assert commands == ["cast_vote", "leave"]
    assert link.home is None
    assert not (tmp_path / "link.json").exists()


def test_the_file_holds_token_and_pending_commands_but_no_saved_ones(
    desk: Desk, links: list[Link], mailbox: Mailbox, tmp_path: Path
) -> None:
    link = linked(links, desk.url, mailbox, tmp_path / "link.json")
    link.join(door())
    until(mailbox, Status, state="online")
    link.send(VOTE)
    until(mailbox, Saved)
    kept = read(tmp_path / "link.json")
    assert kept == Kept(url=desk.url, room="r1", station="s1", token=TOKEN)


def test_a_new_client_sends_what_a_dead_one_left(
    desk: Desk, links: list[Link], mailbox: Mailbox, tmp_path: Path
) -> None:
    file = tmp_path / "link.json"
    dead = Outbox(file)
    dead.settle_in(Kept(url=desk.url, room="r1", station="s1", token=TOKEN))
    left = [dead.put(VOTE), dead.put(Acknowledge())]
    link = linked(links, desk.url, mailbox, file)
    assert link.home is not None
    link.resume(link.home.token)
    assert [until(mailbox, Saved).id for _ in left] == left


def test_a_join_elsewhere_drops_what_waited_for_the_room_before(
    desk: Desk, links: list[Link], mailbox: Mailbox, tmp_path: Path
) -> None:
    file = tmp_path / "link.json"
    dead = Outbox(file)
    dead.settle_in(Kept(url=desk.url, room="r0", station="s9", token="another-token-0123456789"))
    dead.put(VOTE)
    link = linked(links, desk.url, mailbox, file)
    link.join(door())
    sent = link.send(Acknowledge())
    assert until(mailbox, Saved).id == sent
    assert [kind for kind, _ in (desk.next() for _ in range(3))] == ["connect", "join", "command"]
    assert desk.heard.empty()


@pytest.mark.parametrize("when", ["never asked", "without a server", "online"])
def test_stopping_leaves_no_thread(desk: Desk, mailbox: Mailbox, when: str) -> None:
    link = Link(
        f"http://127.0.0.1:{free_port()}" if when == "without a server" else desk.url, mailbox, lambda: None
    )
    if when != "never asked":
        link.join(door())
        until(mailbox, Status, state="online" if when == "online" else "offline")
    link.stop()
    assert "bemot-link" not in {thread.name for thread in threading.enumerate()}
    assert link.send(VOTE), "a late press is no error"


def test_something_that_is_no_bemot_server_is_told_apart_from_silence(
    links: list[Link], mailbox: Mailbox
) -> None:
    with Desk(free_port(), sockets=False).open() as stranger:
        link = linked(links, stranger.url, mailbox)
        link.join(door())
        assert until(mailbox, Status, state="offline").code == "not_bemot"
        link.stop()


def test_a_key_that_is_asked_for_is_told(desk: Desk, links: list[Link], mailbox: Mailbox) -> None:
    link = linked(links, desk.url, mailbox)
    link.join(door())
    until(mailbox, Status, state="online")
    link.ask_key("helper")
    assert until(mailbox, KeyTold) == KeyTold("helper", "K7PR-2MXA")


def test_a_refused_key_is_told_in_the_servers_words(desk: Desk, links: list[Link], mailbox: Mailbox) -> None:
    desk.answer_key = lambda body: nack("lead_only")
    link = linked(links, desk.url, mailbox)
    link.join(door())
    until(mailbox, Status, state="online")
    link.ask_key()
    assert until(mailbox, KeyTold) == KeyTold("helper", "", nack("lead_only")["message"])


def test_a_connection_lost_before_the_answer_ends_the_asking_for_good(
    desk: Desk, links: list[Link], mailbox: Mailbox
) -> None:
    desk.answer_key = lambda body: None
    link = linked(links, desk.url, mailbox)
    link.join(door())
    until(mailbox, Status, state="online")
    link.ask_key()
    told = until(mailbox, KeyTold)
    assert (told.key, "nätet är borta" in told.message["sv"]) == ("", True)
    until(mailbox, Status, state="online")
    link.send(Acknowledge())
    heard = []
    while "command" not in heard:
        heard.append(desk.next()[0])
    assert heard.count("key") == 1


def test_without_a_server_no_key_is_waited_for(links: list[Link], mailbox: Mailbox) -> None:
    link = linked(links, "http://127.0.0.1:9", mailbox)
    link.join(door())
    until(mailbox, Status, state="offline")
    link.ask_key()
    assert until(mailbox, KeyTold).key == ""
