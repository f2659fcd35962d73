"""Over the wire: one of each role asks for everything there is, and for what there is not."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from game.rules.command import Acknowledge, Who
from tests.rules.asked import KINDS, plainly
from tests.rules.test_roles import OF_THE_SERVER
from tests.server.client import Client
from tests.server.kit import Guests, House, advance

ROLES = ("host", "helper", "solo", "table", "screen", "hall screen")
WHO = {"helper": Who.HOST, "hall screen": Who.SCREEN}


async def one_of_each(house: House, guests: Guests) -> dict[str, Client]:
    """Everybody in one room, in the middle of a vote."""
    session = await guests.session(house, solos=2)
    doors: dict[str, dict[str, Any]] = {
        "helper": {
            "kind": "host",
            "host_key": (await session.host.call("key", {"kind": "helper"}))["key"],
            "seats": 0,
        },
        "table": {"kind": "table", "seats": 2, "team": 1},
        "screen": {"kind": "screen", "seats": 0, "team": 1},
        "hall screen": {"kind": "screen", "seats": 0},
    }
    await advance(session, "vote")
    come = {"host": session.host, "solo": session.players[0]}
    for role, door in doors.items():
        come[role] = await guests.connected(house)
        assert (await come[role].join(session.made["code"], **door))["ok"], role
    return come


@pytest.mark.parametrize("role", ROLES)
async def test_a_role_is_refused_what_is_not_its_own_and_nobody_is_told_of_anything(
    open_house: House, guests: Guests, role: str
) -> None:
    come = await one_of_each(open_house, guests)
    asker, version = come[role], await come["solo"].must(Acknowledge())
    who = WHO.get(role) or Who(role)
    other = come["solo" if role != "solo" else "table"].joined["station"]
    for kind, command in KINDS.items():
        if who in command.by:
            continue
        asked = plainly(kind, seat=come["solo"].seats[0], serial=come["solo"].serial, station=other)
        answer = await asker.call("command", {"id": uuid4().hex, "command": asked})
        assert (answer["ok"], answer.get("code")) == (False, "not_allowed"), (role, kind)
    assert await come["solo"].must(Acknowledge()) == version, "something has happened in the room"


@pytest.mark.parametrize("role", ROLES)
async def test_what_there_is_not_is_malformed_whoever_asks(
    open_house: House, guests: Guests, role: str
) -> None:
    asker = (await one_of_each(open_house, guests))[role]
    wrong: list[Any] = [
        {"type": kind} for kind in (*OF_THE_SERVER, "", "CLOSE_ROOM", "close_room ", "__init__", None)
    ]
    wrong += [{**plainly(kind), "by": ["solo"]} for kind in KINDS]
    wrong += [{**plainly(kind), "type": [kind]} for kind in KINDS]
    wrong += [
        {**plainly(kind), name: {"no": "such"}}
        for kind, command in KINDS.items()
        for name in command.model_fields
        if name != "counts"
    ]
    for asked in wrong:
        answer = await asker.call("command", {"id": uuid4().hex, "command": asked})
        assert (answer["ok"], answer.get("code")) == (False, "malformed"), asked


@pytest.mark.parametrize("role", ["solo", "table", "screen", "hall screen"])
async def test_keys_are_made_for_a_host_who_leads_and_nobody_else(
    open_house: House, guests: Guests, role: str
) -> None:
    come = await one_of_each(open_house, guests)
    for asker in (come[role], come["helper"]):
        for kind in ("host", "helper"):
            assert (await asker.call("key", {"kind": kind}))["code"] == "lead_only"


async def test_a_table_reaches_no_other_table_by_naming_it(open_house: House, guests: Guests) -> None:
    come = await one_of_each(open_house, guests)
    there = await guests.connected(open_house)
    assert (await there.join(come["solo"].slices["room"]["code"], "table", seats=3, team=2))["ok"]
    other = there.slices["team"]["id"]
    for kind, command in KINDS.items():
        if Who.SOLO in command.by and "team" in command.model_fields:
            asked = {**plainly(kind, seat=there.seats[0], serial=come["solo"].serial), "team": other}
            answer = await come["solo"].call("command", {"id": uuid4().hex, "command": asked})
            assert answer.get("code") == "not_allowed", (kind, answer)
        elif Who.SOLO in command.by and "seat" in command.model_fields:
            asked = plainly(kind, seat=there.seats[0], serial=come["solo"].serial)
            answer = await come["solo"].call("command", {"id": uuid4().hex, "command": asked})
            assert not answer["ok"], (kind, answer)
