"""Nobody learns what a seat chose: not over the wire, not from the file, not from the log lines."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from game.pledges import Opener, Pledge, opener_of
from game.receipts import Receipt, new_receipt
from game.rules.command import CastVote, CheckIn, CloseRoom, MakePledge
from tests.pledged import cheap
from tests.server.client import Client
from tests.server.kit import Guests, HandClock, House, Session, advance, house

SECRET = "Sekretessprov-4711"


def file_bytes(database: Path) -> bytes:
    """Everything on disk that belongs to the database, after what is due has been moved into the file."""
    with sqlite3.connect(database) as reader:
        reader.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    reader.close()
    return b"".join(path.read_bytes() for path in sorted(database.parent.glob(database.name + "*")))


async def test_a_vote_reaches_nobody_else_before_it_is_counted(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=3)
    await advance(session, "vote")
    voter, *others = session.players
    hall = await guests.connected(open_house)
    await hall.join(session.made["code"], "screen", seats=0)
    await voter.must(
        CastVote(seat=voter.seats[0], serial=voter.serial, choice="own", text=SECRET, confidence=1)
    )
    watching: list[Client] = [session.host, *others]
    for client in watching:
        await client.sees(lambda client=client: client.version == voter.version)  # type: ignore[misc]
    assert SECRET in "".join(voter.frames)
    assert all(
        "Sekretess" not in frame and '"own":{"' not in frame
        for client in [*watching, hall]
        for frame in client.frames
    )


async def test_progress_says_how_many_and_never_who(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=3)
    await advance(session, "vote")
    voter, other = session.players[:2]
    told = len(other.frames)
    await voter.must(CastVote(seat=voter.seats[0], serial=voter.serial, choice="a"))
    await other.sees(lambda: other.slices["progress"]["done"] == 1)
    news = "".join(other.frames[told:])
    assert voter.seats[0] not in news
    assert voter.joined["station"] not in news


async def test_a_second_choice_that_is_the_first_one_again_is_answered_like_any_other(
    open_house: House, guests: Guests
) -> None:
    """Whoever listens behind TLS sees how many messages there are, and how long they are."""
    session = await guests.session(open_house, solos=3)
    await advance(session, "vote")
    voter, lengths = session.players[0], []
    for choice in "aab":
        told = len(voter.frames)
        await voter.must(CastVote(seat=voter.seats[0], serial=voter.serial, choice=choice))
        lengths.append([len(frame) for frame in voter.frames[told:]])
    first, same, other = lengths
    assert len(first) == len(same) == 2, "the answer, and what is one's own"
    assert same == other


@pytest.mark.parametrize("sealed", [True, False])
async def test_while_a_vote_is_open_the_file_tells_no_seat_and_afterwards_no_choice(
    database: Path, clock: HandClock, guests: Guests, sealed: bool
) -> None:
    async with house(database, clock=clock) as opened:
        session = await guests.session(opened, solos=3)
        await advance(session, "vote")
        await _vote(session)
        if sealed:
            with sqlite3.connect(database) as reader:
                rows = reader.execute("SELECT * FROM ballots").fetchall()
            reader.close()
            seats = [seat for player in session.players for seat in player.seats]
            assert len(rows) == 3
            assert not any(seat in str(rows) for seat in seats)
            return
        await advance(session, "vote", 2)
        await _vote(session)
        await advance(session, "note")
        await guests.close()
    with sqlite3.connect(database) as reader:
        assert reader.execute("SELECT count(*) FROM ballots").fetchone() == (0,)
        assert reader.execute("SELECT count(*) FROM boxes").fetchone() == (0,)
        texts = reader.execute("SELECT count(*) FROM events WHERE body LIKE ?", (f"%{SECRET}%",)).fetchone()[
            0
        ]
    reader.close()
    assert texts == 2  # the own answer stands among the counted ones, as it stood on the table's screens
    raw = file_bytes(database)
    assert b'"choice": ' not in raw  # as ballots are written; the log writes without the space


async def test_what_was_destroyed_is_nowhere_in_the_file_while_the_server_runs(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as opened:
        session = await guests.session(opened, solos=3, preset="APT 60")
        await advance(session, "checkin")
        for player in session.players:
            await player.must(CheckIn(seat=player.seats[0], serial=player.serial, number=7))
        with sqlite3.connect(database) as reader:
            secret: bytes = reader.execute("SELECT secret FROM boxes").fetchone()[0]
        reader.close()
        assert secret in file_bytes(database)
        await advance(session, "read")
        await session.host.must(CloseRoom())
        await guests.close()
    raw = file_bytes(database)
    assert secret not in raw
    assert b'{"number": 7}' not in raw


async def test_a_pledge_cannot_be_read_from_a_dump_of_the_database_and_its_receipt_opens_it(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    """Sealed as a window seals it; looked for in every byte of the file, in every frame, and in the log."""
    receipt = new_receipt("sv")
    async with house(database, clock=clock) as opened:
        session = await guests.session(opened, solos=2)
        await advance(session, "pledge")
        player = session.players[0]
        opener = opener_of(" ".join(receipt), player.slices["pledge"]["room"])
        sealed = opener.seal(Pledge("Nyckelfiolen ringer", SECRET, "neighbour"))
        pledge = MakePledge(
            seat=player.seats[0], serial=player.serial, mark=sealed.mark, sealed=sealed.sealed
        )
        await player.must(pledge)
        secrets = [SECRET.encode(), b"Nyckelfiolen ringer", *_spelt(receipt)]
        assert [secret for secret in secrets if secret in file_bytes(database)] == []
        await session.host.must(CloseRoom())
        await guests.close()
        frames = "".join(frame for client in session.everybody for frame in client.frames).encode()
        assert [secret for secret in (*secrets, sealed.mark.encode()) if secret in frames] == []
    raw = file_bytes(database)
    assert [secret for secret in secrets if secret in raw] == []
    with closing(sqlite3.connect(database)) as reader:
        names = [row[1] for row in reader.execute("PRAGMA table_info(pledges)")]
        ((room, mark, kept),) = reader.execute("SELECT * FROM pledges").fetchall()
        log = reader.execute("SELECT group_concat(body) FROM events").fetchone()[0]
    assert names == ["room", "mark", "sealed"]
    assert mark not in log
    typed = opener_of(" ".join(receipt).upper(), room)
    assert typed.mark == mark
    assert typed.open(kept) == Pledge("Nyckelfiolen ringer", SECRET, "neighbour")
    # Whoever has the whole dump, and knows two of the words and what else there is, opens nothing with it.
    for wrong in (cheap(mark, room), Opener(mark, bytes.fromhex(mark), room), Opener(mark, b"0" * 32, room)):
        assert wrong.open(kept) is None


def _spelt(receipt: Receipt) -> list[bytes]:
    """However three words could lie in a file."""
    return [between.join(receipt).encode() for between in (" ", "", ",", '","', '", "')]


async def test_no_log_line_holds_what_was_sent(
    open_house: House, guests: Guests, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    player = session.players[0]
    caplog.clear()
    server = [
        name
        for name in logging.root.manager.loggerDict
        if name.startswith(("server", "socketio", "engineio"))
    ]
    assert server
    await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="own", text=SECRET))
    await player.call("command", {"id": "abcdefgh", "command": {"type": "cast_vote", "text": SECRET}})
    await player.call("join", {"token": SECRET + "x" * 20, "more": 1})
    ours = [record for record in caplog.records if not record.name.endswith("client")]
    assert not any("Sekretess" in record.getMessage() for record in ours)


async def _vote(session: Session) -> None:
    for player, choice in zip(session.players, ("a", "b", "own"), strict=True):
        text = SECRET if choice == "own" else ""
        await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice=choice, text=text))
