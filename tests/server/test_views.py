"""What one has been told piece by piece is what one would be told at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from game.rules.command import CastVote, CheckIn, SendMessage, SetClock
from server import hub, watched
from tests.server.client import Client
from tests.server.kit import Guests, House, Session, advance

PLACES = (
    ("lobby", 1), ("frame", 1), ("checkin", 1), ("checkin", 2), ("draw", 1), ("read", 1), ("vote", 1),
    ("reveal", 1), ("talk", 1), ("vote", 2), ("compare", 1), ("perspective", 1), ("note", 1), ("pledge", 1),
)  # fmt: skip


@pytest.mark.parametrize("preset", ["APT 30"])
async def test_at_every_step_each_role_comes_back_to_the_view_it_had(
    open_house: House, guests: Guests, preset: str
) -> None:
    session = await guests.session(open_house, solos=2, preset=preset)
    hall, wall, table = [await guests.connected(open_house) for _ in range(3)]
    await hall.join(session.made["code"], "screen", seats=0)
    await wall.join(session.made["code"], "screen", seats=0, team=1)
    await table.join(session.made["code"], "table", seats=2, team=1)
    roles = [session.host, *session.players, hall, wall, table]
    for phase, round_ in PLACES:
        await advance(session, phase, round_)
        await _act(session)
        for role in roles:
            await _same(open_house, guests, role)


async def _act(session: Session) -> None:
    player = session.players[0]
    if player.stage["phase"] == "vote":
        await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="a", confidence=1))
    if (player.stage["phase"], player.stage["round"]) == ("checkin", 1):
        await player.must(CheckIn(seat=player.seats[0], serial=player.serial, number=3))


async def _same(house: House, guests: Guests, role: Client) -> None:
    again = await guests.connected(house)
    assert (await again.come_back(role.token))["ok"]
    await role.sees(lambda: role.slices == again.slices)
    await again.leave()


async def test_a_burst_of_votes_is_told_in_few_messages(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=5)
    await advance(session, "vote")
    watcher = await guests.connected(open_house)
    await watcher.join(session.made["code"], "screen", seats=0, team=1)
    before = len(watcher.frames)
    for _ in range(4):
        for player in session.players:
            assert (await player.does(CastVote(seat=player.seats[0], serial=player.serial, choice="a")))["ok"]
    await watcher.sees(lambda: watcher.slices["progress"]["done"] == 5)
    assert len(watcher.frames) - before < 20


async def test_votes_in_a_crowd_wait_half_a_second_and_anything_else_takes_them_along_at_once(
    open_house: House, guests: Guests, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    monkeypatch.setattr(hub, "CROWD", len(session.everybody))
    player, other = session.players
    with LoopInHand.taken() as loop:
        while not other.slices["room"]["message"]:  # what went before has been told, however long it took
            loop.passes(1)
            await session.host.does(SendMessage(text="hej"))
            await _heard(other)
        loop.passes(1)
        await _heard(other)

        await _vote(player, "a")
        loop.passes(0.45)
        await _heard(other)
        assert other.slices["progress"]["done"] == 0
        loop.passes(0.1)
        await _heard(other)
        assert other.slices["progress"]["done"] == 1

        await _vote(other, "b")
        await _heard(player)
        assert player.slices["progress"]["done"] == 1
        await session.host.does(SendMessage(text="hej hej"))
        await _heard(player)
        assert player.slices["room"]["message"]["text"] == "hej hej"
        assert player.slices["progress"]["done"] == 2


class LoopInHand:
    """The event loop's own clock, which stands until it is moved."""

    def __init__(self, time: float) -> None:
        self._time = time

    @classmethod
    @contextmanager
    def taken(cls) -> Iterator[LoopInHand]:
        loop = asyncio.get_running_loop()
        hand = cls(loop.time())
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(loop, "time", lambda: hand._time)
            yield hand

    def passes(self, seconds: float) -> None:
        self._time += seconds


async def _vote(player: Client, choice: str) -> None:
    answer = await player.does(CastVote(seat=player.seats[0], serial=player.serial, choice=choice))
    assert answer["ok"], answer
    await _heard(player)


async def _heard(client: Client) -> None:
    """What the server has to tell without waiting has reached the client: it was asked again and again."""
    for _ in range(25):
        await client.call("command", {})


async def test_what_comes_after_votes_does_not_wait_for_their_pace(
    open_house: House, guests: Guests, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    player = session.players[0]
    monkeypatch.setattr(hub, "PACE", 3600)
    await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="a"))
    await session.sees(lambda player: player.slices["progress"]["done"] == 1)
    await session.host.must(SendMessage(text="hej"))
    await session.sees(lambda player: player.slices["room"]["message"] is not None)


async def test_what_one_table_does_is_not_told_to_another(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=1, preset="APT 60")
    other = await guests.connected(open_house)
    await other.join(session.made["code"], "table", seats=2, team=7)
    await advance(session, "vote")
    before = len(other.frames)
    player = session.players[0]
    await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="a"))
    await session.host.sees(lambda: session.host.version == player.version)
    await other.call("command", {})
    assert len(other.frames) == before + 1  # the answer to its own call


async def test_a_view_that_could_not_be_made_keeps_nobody_from_the_next(
    open_house: House, guests: Guests, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The host's view is made before the team's, which fails once."""
    session = await guests.session(open_house, solos=2)
    host, real, failures = session.host, watched.composed, [ValueError("once")]

    def composed(room: Any, name: str, *more: Any) -> Any:
        if name.startswith("team:") and failures:
            raise failures.pop()
        return real(room, name, *more)

    monkeypatch.setattr("server.hub.composed", composed)
    assert (await host.does(SetClock(factor=200)))["ok"]
    await host.must(SendMessage(text="hej"))
    await host.sees(lambda: host.slices["room"]["message"] is not None)
    assert not failures
    assert host.slices["host"]["factor"] == 200
    await session.sees(lambda player: player.slices["room"]["message"] is not None)
