"""An acknowledged command is on disk; one that is not on disk is not acknowledged, nor shown to anybody."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from game.rules.command import CastVote
from tests.server.kit import Guests, House, advance


def logged(database: Path, room: str) -> int:
    """How many events another program finds in the file."""
    with sqlite3.connect(database) as reader:
        found: int = reader.execute("SELECT max(seq) FROM events WHERE room = ?", (room,)).fetchone()[0]
    reader.close()
    return found


async def test_when_the_answer_comes_the_vote_is_in_the_file(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    for player in session.players:
        answer = await player.does(CastVote(seat=player.seats[0], serial=player.serial, choice="a"))
        assert logged(open_house.database, session.made["room"]) >= answer["version"]


async def test_what_could_not_be_saved_is_refused_shown_to_nobody_and_counted_once_when_it_is_sent_again(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    player, other = session.players
    vote = CastVote(seat=player.seats[0], serial=player.serial, choice="a")
    frames = len(other.frames)
    holder = sqlite3.connect(open_house.database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    refused = await player.does(vote, "vote-again-and-again")
    holder.execute("ROLLBACK")
    holder.close()
    assert refused["code"] == "storage"
    await other.call("command", {})
    assert len(other.frames) == frames + 1  # nothing but the answer to its own call
    assert other.slices["progress"]["done"] == 0
    assert await player.does(vote, "vote-again-and-again") == {
        "ok": True,
        "version": player.version + 1,
        "already": False,
    }
    await other.sees(lambda: other.slices["progress"]["done"] == 1)
