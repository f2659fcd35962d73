"""A room whose log or deck cannot be read is left out; the others are played as if it were not there."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from game.rules.command import Acknowledge
from server.errors import CorruptStore
from tests.server.kit import Guests, HandClock, house

MOTET = (
    "digest IN (SELECT deck.value ->> 'digest' FROM events, json_each(events.body, '$.decks') AS deck "
    "WHERE seq = 1 AND room = :room AND deck.value ->> 'slug' = 'motet')"
)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE events SET body = '{' WHERE seq = 2 AND room = :room",
        f"DELETE FROM decks WHERE {MOTET}",
        f"UPDATE decks SET body = 'x' WHERE {MOTET}",
    ],
)
async def test_a_room_that_cannot_be_read_answers_storage_and_the_others_go_on(
    database: Path, clock: HandClock, guests: Guests, damage: str
) -> None:
    async with house(database, clock=clock) as first:
        hurt = await guests.session(first, solos=1, decks=["motet"])
        sound = await guests.session(first, solos=1, decks=["lofte", "incheckning"], preset="Solo", cards=[])
        await guests.close()
    with sqlite3.connect(database) as other:
        assert other.execute(damage, {"room": hurt.made["room"]}).rowcount == 1
    other.close()
    async with house(database, clock=clock) as second:
        somebody = await guests.connected(second)
        key = hurt.made["host_key"]
        assert (await somebody.join(hurt.made["code"]))["code"] == "storage"
        assert (await somebody.join(hurt.made["code"], "host", host_key=key))["code"] == "storage"
        assert (await somebody.come_back(hurt.players[0].token))["code"] == "storage"
        assert (await somebody.come_back(sound.players[0].token))["ok"]
        assert (await somebody.does(Acknowledge()))["ok"]
        assert (await second.make_room())["ok"]


async def test_a_file_whose_tables_have_names_that_are_no_text_is_told_of_as_damaged(database: Path) -> None:
    async with house(database):
        pass
    with sqlite3.connect(database) as other:
        other.execute("PRAGMA writable_schema=ON")
        other.execute(
            "UPDATE sqlite_master SET name = CAST(x'9f62' AS TEXT), sql = CAST(x'9f62' AS TEXT) "
            "WHERE name = 'rooms'"
        )
    other.close()
    with pytest.raises(CorruptStore):
        async with house(database):
            pass
