"""A room is erased while the server runs: nothing of it is left, and nobody else notices."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import stat
import sys
from pathlib import Path

import aiohttp
import pytest
from typer.testing import CliRunner

from game.cli import app
from game.rules.command import CastVote, CloseRoom, SuggestCard
from server.caretaker import BESIDE, Unheard, ask_to_purge
from server.store.opening import hold
from tests.server.client import PATIENCE, Client
from tests.server.kit import Guests, HandClock, House, Session, advance, house

TEXT = "Någon ringer och gråter i växeln."
OWN = "Jag skulle säga något helt annat."


def file_bytes(database: Path) -> bytes:
    return b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(database) as reader:
        found = reader.execute(query).fetchall()
    reader.close()
    return found


async def voting(guests: Guests, place: House, choice: str) -> Session:
    """A session with two at a table who have voted, the first in their own words."""
    session = await guests.session(place, solos=2)
    await advance(session, "vote")
    first, second = session.players
    own = CastVote(seat=first.seats[0], serial=first.serial, choice="own", text=OWN + choice)
    await first.must(own)
    await second.must(CastVote(seat=second.seats[0], serial=second.serial, choice=choice))
    assert (await first.does(SuggestCard(situation=TEXT + choice)))["ok"]
    return session


async def let_go(clients: list[Client]) -> None:
    async with asyncio.timeout(PATIENCE):
        for client in clients:
            await client.gone.wait()


async def test_of_a_room_that_is_purged_nothing_is_left_and_the_other_votes_on(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place:
        gone, other = await voting(guests, place, "a"), await voting(guests, place, "b")
        room, code = gone.host.joined["room"], gone.made["code"]
        raw = file_bytes(database)
        assert all(words in raw for words in (room.encode(), code.encode(), (TEXT + "a").encode()))
        assert await ask_to_purge(database, code.lower().replace("-", " ")) == 0
        raw = file_bytes(database)
        assert [
            words
            for words in (room, code, TEXT + "a", OWN + "a", gone.made["host_key"])
            if words.encode() in raw
        ] == []
        await let_go(gone.everybody)
        for client in gone.everybody:
            back = await guests.connected(place)
            assert (await back.come_back(client.token))["code"] == "room_closed"
        newcomer = await guests.connected(place)
        assert (await newcomer.join(code))["code"] == "unknown_code"
        assert await ask_to_purge(database, code) is None
        # the others: their votes lie where they lay, and may be changed
        assert not any(client.gone.is_set() for client in other.everybody)
        assert (TEXT + "b").encode() in file_bytes(database)
        second = other.players[1]
        await second.must(CastVote(seat=second.seats[0], serial=second.serial, choice="c"))
        assert rows(database, "SELECT count(*) FROM ballots") == [(2,)]
        await advance(other, "reveal")
        assert rows(database, "SELECT count(*) FROM rooms") == [(1,)]
        assert rows(database, "SELECT week FROM spent") == []  # nothing had been told of it
        assert rows(database, "PRAGMA integrity_check") == [("ok",)]


async def test_a_closed_room_is_purged_with_its_pledges_and_its_week_is_spent(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place:
        session = await guests.session(place, solos=1)
        await session.host.must(CloseRoom())
        assert await ask_to_purge(database, session.made["code"]) == 0
        await let_go(session.everybody)
        assert len(rows(database, "SELECT week FROM spent")) == 1
        async with aiohttp.ClientSession() as asked, asked.get(f"{place.url}/healthz") as reply:
            assert (await reply.json())["rooms"] == 0


async def test_the_command_asks_the_server_that_runs(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place:
        session = await voting(guests, place, "a")
        command = ["room", "purge", session.made["code"], "--yes", "--database", str(database)]
        done = await asyncio.to_thread(CliRunner().invoke, app, command, env={"BEMOT_LANGUAGE": "en"})
        assert (done.exit_code, "is erased" in done.output) == (0, True), done.output
        assert TEXT.encode() not in file_bytes(database)
        done = await asyncio.to_thread(CliRunner().invoke, app, command, env={"BEMOT_LANGUAGE": "sv"})
        assert (done.exit_code, "Inget rum" in done.output) == (2, True), done.output


async def test_only_whoever_may_read_the_file_beside_the_database_is_heard(
    database: Path, clock: HandClock
) -> None:
    beside = database.with_name(database.name + BESIDE)
    async with house(database, clock=clock) as place:
        made = await place.make_room()
        told = json.loads(beside.read_text())
        if sys.platform != "win32":
            assert stat.S_IMODE(beside.stat().st_mode) == 0o600
        async with aiohttp.ClientSession() as asked:
            for url in (f"http://127.0.0.1:{told['port']}/purge", f"{place.url}/purge"):
                for headers in ({}, {"Authorization": "Bearer " + "x" * 43}, {"Authorization": "Bearer "}):
                    async with asked.post(url, json={"code": made["code"]}, headers=headers) as reply:
                        assert reply.status in (403, 404)
            right = {"Authorization": f"Bearer {told['secret']}"}
            for body in (b"", b"[]", b'{"kod": 1}', b"\xff", b"x" * 2_000):
                async with asked.post(
                    f"http://127.0.0.1:{told['port']}/purge", data=body, headers=right
                ) as reply:
                    assert reply.status in (400, 413)
        assert len(rows(database, "SELECT id FROM rooms")) == 1
    assert not beside.exists()


@pytest.mark.parametrize("left", [None, "", "{}", '{"port": 1, "secret": "old"}'])
async def test_a_server_that_does_not_hear_is_told_of_and_nothing_is_erased(
    database: Path, left: str | None
) -> None:
    """What a server that was killed has left leads nowhere."""
    guard = await asyncio.to_thread(hold, database)
    if left is not None:
        database.with_name(database.name + BESIDE).write_text(left)
    with pytest.raises(Unheard) as refused:
        await ask_to_purge(database, "BCD-234")
    assert set(refused.value.message) == {"sv", "en"}
    guard.close()
