from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from game.client.news import Refused, Saved
from game.client.outbox import Kept, Outbox, Pending, read
from game.rules.command import Acknowledge, AddSeat, CastVote

HOME = Kept(url="http://10.0.0.5:8765", room="r1", station="s1", token="token-0123456789-0123456789")
VOTE = CastVote(seat="s1", serial=3, choice="own", text="fråga först")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "link.json"


def test_commands_lie_in_the_order_they_were_given() -> None:
    box = Outbox()
    first, second = box.put(VOTE), box.put(Acknowledge())
    assert [letter.id for letter in box.waiting] == [first, second]
    assert box.first() == box.waiting[0]
    assert box.waiting[0].command == VOTE


def test_an_answered_command_lies_there_no_more_and_its_outcome_is_remembered() -> None:
    box = Outbox()
    first, second = box.put(VOTE), box.put(Acknowledge())
    box.settle(Saved(first, 5))
    box.settle(Refused(second, "paused", {}))
    assert box.waiting == ()
    assert box.state(first) == Saved(first, 5)
    assert box.state(second) == Refused(second, "paused", {})
    assert box.state("never-heard-of") is None


def test_a_pending_command_tells_whether_it_is_on_its_way() -> None:
    box = Outbox()
    sent = box.put(VOTE)
    assert box.state(sent) == Pending(sent, offline=True)
    box.offline = False
    assert box.state(sent) == Pending(sent, offline=False)


def test_what_waits_and_the_token_outlive_the_client(file: Path) -> None:
    box = Outbox(file)
    box.settle_in(HOME)
    sent = box.put(VOTE)
    again = Outbox(file)
    assert again.home == HOME
    assert [(letter.id, letter.command) for letter in again.waiting] == [(sent, VOTE)]


def test_a_client_that_is_killed_right_after_a_press_loses_nothing(file: Path) -> None:
    dies = (
        "import os, sys; from pathlib import Path; from game.client.outbox import Kept, Outbox;"
        "from game.rules.command import Acknowledge;"
        "box = Outbox(Path(sys.argv[1])); box.settle_in(Kept.model_validate_json(sys.argv[2]));"
        "box.put(Acknowledge()); os._exit(9)"
    )
    ended = subprocess.run([sys.executable, "-c", dies, str(file), HOME.model_dump_json()], check=False)
    assert ended.returncode == 9
    assert [letter.command for letter in Outbox(file).waiting] == [Acknowledge()]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's files apart in another way")
def test_only_the_owner_may_read_the_file(file: Path) -> None:
    box = Outbox(file)
    box.settle_in(HOME)
    box.put(VOTE)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_saved_vote_is_no_longer_on_disk(file: Path) -> None:
    box = Outbox(file)
    box.settle_in(HOME)
    box.settle(Saved(box.put(VOTE), 5))
    assert "own" not in file.read_text(encoding="utf-8")
    assert read(file) == HOME


def test_forgetting_takes_the_file_away(file: Path) -> None:
    box = Outbox(file)
    box.settle_in(HOME)
    box.put(VOTE)
    box.forget()
    assert not file.exists()
    assert box.home is None
    assert not box.waiting


@pytest.mark.parametrize("content", ["", "{", '{"format": 2}', "[]", '{"format": 1, "url": 3}'])
def test_a_file_that_makes_no_sense_is_as_none(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    assert Outbox(file).home is None


def test_a_disk_that_cannot_be_written_stops_no_vote(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    box = Outbox(tmp_path / "file" / "below" / "link.json")
    box.settle_in(HOME)
    box.put(VOTE)
    assert not box.kept
    assert len(box.waiting) == 1


def test_another_door_drops_what_waited_and_the_way_home_keeps_it() -> None:
    box = Outbox()
    box.settle_in(HOME)
    box.put(AddSeat())
    box.turn_to(HOME.token)
    assert len(box.waiting) == 1
    box.turn_to(None)
    assert box.home is None
    assert not box.waiting


def test_a_new_token_for_the_same_station_keeps_what_waits() -> None:
    box = Outbox()
    box.settle_in(HOME)
    box.put(AddSeat())
    box.settle_in(HOME.model_copy(update={"token": "token-9876543210-9876543210"}))
    assert len(box.waiting) == 1
