"""Sessions with every role in them are searched for what was said in secret; see `tests/leak`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.leak.broken import provoked
from tests.leak.faulty import PLACES
from tests.leak.play import ROOM
from tests.leak.run import Found, session
from tests.leak.search import in_closed_file, in_frames
from tests.leak.twins import TRIALS, Told, Trial, apart, compared

SHORT = ROOM[1:3] + ROOM[5:6]
SOME = (TRIALS[0], TRIALS[2], TRIALS[6], TRIALS[8])
"""A screen of one's own and a shared machine; votes, pledges, marks at the harvest."""


async def test_nothing_said_in_secret_reaches_anybody_and_nothing_of_it_is_left(tmp_path: Path) -> None:
    found = Found()
    play = await session(tmp_path, 1, "table", found, SHORT)
    assert found.leaks == []
    assert found.secrets > 30
    # and what would have leaked would have been found
    secret = next(secret for secret in play.secrets.all if secret.kind == "replaced")
    other = "bo" if secret.owner != "bo" else "anna"
    play.here[other].frames.append(f'2["view",{{"slices":{{"notes":"{secret.text}"}}}}]')
    assert list(in_frames(play)) == [f"{other} was sent {secret.owner}'s replaced"]
    database = tmp_path / "1-table.sqlite"
    with closing(sqlite3.connect(database)) as writer:
        writer.execute("INSERT INTO decks VALUES ('x', ?)", (secret.text,))
        writer.commit()
    assert list(in_closed_file(play, database)) == ["the file has a replaced"]


@pytest.mark.parametrize("trial", SOME, ids=str)
async def test_sessions_that_differ_in_one_secret_are_told_apart_by_nobody(
    tmp_path: Path, trial: Trial
) -> None:
    found, frames = await compared(tmp_path, trial, 3)
    assert found == []
    assert frames > 500


def test_twins_that_differ_are_told_apart() -> None:
    trial = TRIALS[0]
    one = Told({"anna": ["x"], "bo": ["y"]}, {"bo": ['2["view",{"slices":{"team":1}}]']}, [1], ["line"])
    same = Told({"anna": ["-"], "bo": ["y"]}, {"bo": ['2["view",{"slices":{"team":1}}]']}, [1], ["line"])
    longer = Told({"anna": ["x"], "bo": ["yy"]}, {"bo": ['2["view",{"slices":{"team":2}}]']}, [2], ["linje"])
    assert list(apart(trial, [one, same])) == []
    assert len(list(apart(trial, [one, longer]))) == 4


async def test_a_server_that_fails_everywhere_tells_of_no_choice_and_goes_on(tmp_path: Path) -> None:
    assert await provoked(tmp_path) == (len(PLACES), [])
