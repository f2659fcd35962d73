"""Keys to hand out, and the lead that goes from one host to another over the sockets."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from game.rules.command import CloseRoom, HandOver, Pause, RemoveStation, TakeLead
from tests.server.client import Client
from tests.server.kit import Guests, HandClock, House, Session, house


async def helper(house: House, guests: Guests, session: Session) -> Client:
    """Somebody who came in with a helper's key."""
    made = await session.host.call("key", {"kind": "helper"})
    somebody = await guests.connected(house)
    assert (await somebody.join(session.made["code"], "host", host_key=made["key"]))["ok"]
    return somebody


def leads(client: Client) -> dict[str, bool]:
    """station -> whether it leads, as this host sees it."""
    return {host["id"]: host["lead"] for host in client.slices["host"]["hosts"]}


async def test_a_helpers_key_lets_in_a_host_who_does_not_lead(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=1)
    somebody = await helper(open_house, guests, session)
    await somebody.must(Pause())
    for command in (CloseRoom(), RemoveStation(station=session.host.joined["station"])):
        assert (await somebody.does(command))["code"] == "lead_only"
    assert (await somebody.call("key", {"kind": "host"}))["code"] == "lead_only"
    assert (await session.players[0].call("key", {"kind": "host"}))["code"] == "lead_only"


@pytest.mark.parametrize("kind", ["host", "helper"])
async def test_a_new_key_opens_and_the_last_one_no_more(open_house: House, guests: Guests, kind: str) -> None:
    session = await guests.session(open_house, solos=0)
    first = (await session.host.call("key", {"kind": kind}))["key"]
    second = (await session.host.call("key", {"kind": kind}))["key"]
    assert first != second
    late = await guests.connected(open_house)
    for old in {first, session.made["host_key"] if kind == "host" else first}:
        assert (await late.join(session.made["code"], "host", host_key=old))["code"] == "wrong_host_key"
    assert (await late.join(session.made["code"], "host", host_key=second))["ok"]
    assert leads(late)[late.joined["station"]] is (kind == "host")
    assert (await session.host.does(Pause()))["ok"], "whoever has come in stays"


async def test_a_key_of_no_kind_and_a_stranger_are_answered(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=0)
    assert (await session.host.call("key", {"kind": "master"}))["code"] == "malformed"
    stranger = await guests.connected(open_house)
    assert (await stranger.call("key", {"kind": "helper"}))["code"] == "not_joined"


async def test_a_closed_room_hands_out_no_keys(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=0)
    await session.host.must(CloseRoom())
    assert (await session.host.call("key", {"kind": "helper"}))["code"] == "room_closed"


async def test_keys_outlive_a_restart_and_stand_nowhere_as_they_are(database: Path, guests: Guests) -> None:
    async with house(database) as first:
        session = await guests.session(first, solos=0)
        key = (await session.host.call("key", {"kind": "helper"}))["key"]
    for file in database.parent.glob(database.name + "*"):
        assert key.encode() not in file.read_bytes()
        assert key.replace("-", "").encode() not in file.read_bytes()
    async with house(database) as again:
        somebody = await guests.connected(again)
        assert (await somebody.join(session.made["code"], "host", host_key=key))["ok"]


async def test_the_lead_is_handed_over(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=0)
    somebody = await helper(open_house, guests, session)
    there = somebody.joined["station"]
    await session.host.must(HandOver(station=there))
    await somebody.sees(lambda: leads(somebody)[there])
    assert (await session.host.does(CloseRoom()))["code"] == "lead_only"
    await somebody.must(RemoveStation(station=session.host.joined["station"]))
    await somebody.must(CloseRoom())


async def test_who_has_handed_over_cannot_take_it_back_with_the_key(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house, solos=0)
    heir = await helper(open_house, guests, session)
    await session.host.must(HandOver(station=heir.joined["station"]))
    again = await guests.connected(open_house)
    old = session.made["host_key"]
    assert (await again.join(session.made["code"], "host", host_key=old))["code"] == "wrong_host_key"
    assert (await again.join(session.made["code"], "host", host_key=""))["code"] == "wrong_host_key"
    made = await heir.call("key", {"kind": "host"})
    assert (await again.join(session.made["code"], "host", host_key=made["key"]))["ok"]


async def test_a_room_whose_lead_was_handed_over_is_served_on_after_a_sweep(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    """Its key opens nothing any more; all the same it has not been erased."""
    async with house(database, clock=clock) as place:
        session = await guests.session(place, solos=0)
        heir = await helper(place, guests, session)
        await session.host.must(HandOver(station=heir.joined["station"]))
    for _ in range(2):  # the sweep at the start
        async with house(database, clock=clock) as again:
            back = await guests.connected(again)
            assert (await back.come_back(heir.token))["ok"]


async def test_a_helper_may_lead_once_whoever_did_has_been_gone_for_a_minute(
    open_house: House, guests: Guests, clock: HandClock
) -> None:
    session = await guests.session(open_house, solos=0)
    somebody = await helper(open_house, guests, session)
    assert (await somebody.does(TakeLead()))["code"] == "lead_here"
    await session.host.leave()
    await open_house.holds(1)
    clock.advance(59_000)
    assert "take_lead" not in somebody.slices["you"]["may"]
    clock.advance(1_000)
    await somebody.sees(lambda: "take_lead" in somebody.slices["you"]["may"])
    await somebody.must(TakeLead())
    back = await guests.connected(open_house)
    assert (await back.come_back(session.host.token))["ok"], "and the other one comes back, leading as well"
    assert all(leads(back).values())


async def test_of_two_helpers_who_take_the_lead_at_the_same_moment_one_leads(
    open_house: House, guests: Guests, clock: HandClock
) -> None:
    session = await guests.session(open_house, solos=0)
    both = [await helper(open_house, guests, session) for _ in range(2)]
    await session.host.leave()
    await open_house.holds(2)
    clock.advance(60_000)
    for one in both:
        await one.sees(lambda one=one: "take_lead" in one.slices["you"]["may"])  # type: ignore[misc]
    answers = await asyncio.gather(*(one.does(TakeLead()) for one in both))
    assert sorted(answer.get("code", "") for answer in answers) == ["", "lead_here"]


async def test_whoever_leads_is_back_and_nobody_is_offered_the_lead(
    open_house: House, guests: Guests, clock: HandClock
) -> None:
    session = await guests.session(open_house, solos=0)
    somebody = await helper(open_house, guests, session)
    await session.host.leave()
    await open_house.holds(1)
    clock.advance(60_000)
    await somebody.sees(lambda: "take_lead" in somebody.slices["you"]["may"])
    back = await guests.connected(open_house)
    assert (await back.come_back(session.host.token))["ok"]
    await somebody.sees(lambda: "take_lead" not in somebody.slices["you"]["may"])
    assert (await somebody.does(TakeLead()))["code"] == "lead_here"
