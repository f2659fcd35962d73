"""A short night; `make chaos` is a long one."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pydantic_core import from_json, to_json

from game.rules.command import CastVote, MakePledge
from tests.chaos.audit import Auditor, Letter, Lost, _said
from tests.chaos.night import Night
from tests.chaos.traps import Trap
from tests.pledged import pledged
from tests.server.stores import open_store, voting

TRAPS = (
    Trap("amid_batch", 6),
    Trap("before_commit", 4),
    Trap("after_commit", 4),
    Trap("half_told", 3),
    Trap("before_reveal"),
    Trap("after_compare"),
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill that asks nobody")
async def test_whatever_was_acknowledged_is_there_once_whenever_the_server_is_killed(tmp_path: Path) -> None:
    night = Night(tmp_path, len(TRAPS) + 1, seed=3, tables=2, seats=4, traps=TRAPS)
    figures = await night.run(("APT 30",))
    assert (figures.sessions, figures.kills.total()) == (1, len(TRAPS) + 1)
    assert figures.kills["before_reveal"] == figures.kills["after_compare"] == 1
    assert figures.acknowledged > 50
    assert figures.choices == figures.ballots > 0
    assert figures.returns > len(TRAPS)
    assert figures.paused > 0


DAMAGE: dict[str, str] = {
    "an acknowledged vote is gone": "DELETE FROM outcomes WHERE id = 'vote-1'",
    "a vote counts twice": """INSERT INTO events
        SELECT room, seq + 1, body FROM events ORDER BY seq DESC LIMIT 1""",
    "a vote has another choice": """UPDATE ballots SET body = '{"choice":"c"}'""",
    "a ballot is gone": "DELETE FROM ballots WHERE rowid_free() = 1",
    "a hole in a log": "DELETE FROM events WHERE seq = 4",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
async def test_the_auditor_sees(tmp_path: Path, damage: str) -> None:
    """Each of the promises, broken on purpose, is noticed."""
    database = tmp_path / "bemot.sqlite"
    letters: dict[str, Letter] = {}
    async with open_store(database) as store:
        table = await voting(store)
        for seat in range(2):
            order, name = table.vote(seat, "a", f"vote-{seat}"), f"vote-{seat}"
            outcome = await store.commit(order)
            command = CastVote(seat=table.seats[seat], serial=table.serial, choice="a")
            letters[name] = Letter("r1", order.by, command, (outcome.version, outcome.already))
    Auditor(letters).look(database)
    _break(database, damage)
    with pytest.raises(Lost):
        Auditor(letters).look(database)


def test_a_shared_pledge_is_held_against_its_ballot_as_it_lies_there() -> None:
    command = MakePledge(seat="s1", serial=1, **pledged("det ringer", "andas jag", share=True))
    assert _said(command)["shared"] == from_json(to_json(command.shared)) == ["det ringer", "andas jag"]


def test_an_acknowledged_pledge_is_missed_and_a_refused_one_is_not() -> None:
    def promise(seat: str, answer: tuple[int, bool] | None) -> Letter:
        command = MakePledge(seat=seat, serial=1, **pledged("det ringer", "andas jag", name=seat))
        return Letter("r1", "station", command, answer)

    passed = Letter("r1", "station", MakePledge(seat="s4", serial=1), (7, False))
    audit = Auditor({"1": promise("s1", (5, False)), "2": promise("s2", (6, False)), "3": passed})
    audit.pledges("r1", 2)
    for kept in (1, 3):
        with pytest.raises(Lost, match="2 were acknowledged"):
            audit.pledges("r1", kept)
    late = Auditor({"1": promise("s1", (5, False)), "2": promise("s2", None)})
    late.pledges("r1", 1)
    late.pledges("r1", 2)  # kept, and its answer never came


def _break(database: Path, damage: str) -> None:
    first: Callable[[], int] = iter([1, *[0] * 100]).__next__
    with closing(sqlite3.connect(database)) as file, file:
        file.create_function("rowid_free", 0, first)
        file.execute(damage)
