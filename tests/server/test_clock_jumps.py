"""The machine's clock is set while people play, or while the server is down: no deadline moves."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from game.rules.command import CastVote, Resume
from server.clock import SystemClock
from tests.server.kit import Guests, HandClock, advance, house

HOUR = 3_600_000


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
async def test_setting_the_machines_clock_moves_neither_the_time_nor_an_alarm(
    hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, real, rung = SystemClock(), time.time_ns, asyncio.Event()
    before = clock.now()
    early, late = clock.call_at(before + 20, rung.set), clock.call_at(before + HOUR // 2, pytest.fail)
    monkeypatch.setattr(time, "time_ns", lambda: real() + hours * HOUR * 1_000_000)
    monkeypatch.setattr(time, "time", lambda: real() / 1e9 + hours * 3600)
    assert 0 <= clock.now() - before < HOUR // 2
    await rung.wait()
    assert 20 <= clock.now() - before < HOUR // 2
    early.cancel()
    late.cancel()


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
async def test_a_clock_that_was_set_while_the_server_was_down_gives_the_same_sand(
    database: Path, clock: HandClock, guests: Guests, hours: int
) -> None:
    async with house(database, clock=clock) as first:
        session = await guests.session(first, solos=2)
        await advance(session, "vote")
        player = session.players[0]
        clock.advance(7_000)
        await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="a"))
        left = player.stage["ends"] - clock.now()
        tokens = [session.host.token, player.token]
    async with house(database, clock=HandClock(clock.now() + hours * HOUR)) as second:
        host, player = await guests.connected(second), await guests.connected(second)
        for client, token in zip((host, player), tokens, strict=True):
            assert (await client.come_back(token))["ok"]
        assert (player.stage["paused"], player.stage["left"]) == ("restart", left)
        await host.must(Resume())
        await player.sees(lambda: player.stage["paused"] == "")
        assert player.stage["ends"] == clock.now() + hours * HOUR + left
        assert player.slices["progress"]["done"] == 1
