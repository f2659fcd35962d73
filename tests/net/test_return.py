"""How people come back: by themselves, spread out, and past mistakes of ours."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any

import pytest

from game.client.line import Line
from game.rules.command import Acknowledge
from tests.net.proxy import proxy
from tests.net.stations import Station, station
from tests.server.kit import Guests, HandClock, house

MANY = 40
SPREAD = 0.15
"""Seconds at least between the first and the last to come back, of a first wait of up to half a second."""


async def test_those_who_lost_the_network_together_do_not_come_back_in_one_moment(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with AsyncExitStack() as house_:
        place = await house_.enter_async_context(house(database, clock=clock))
        between = await house_.enter_async_context(proxy(place.running.port))
        session = await guests.session(place, solos=1, preset="Lecture", pace="table")
        code = session.made["code"]
        hall: list[Station] = [
            await house_.enter_async_context(station(between.url, code)) for _ in range(MANY)
        ]
        between.arrivals.clear()
        between.cut_all()
        for one in hall:
            await one.until(lambda one=one: one.online and one.meter.connections == 2)  # type: ignore[misc]
        assert len(between.arrivals) >= MANY
        assert max(between.arrivals) - min(between.arrivals) > SPREAD


async def test_a_wire_that_is_stopped_in_the_moment_it_gets_through_ends(
    database: Path, clock: HandClock, guests: Guests, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library's `wait_for` drops a cancel that comes together with what it waited for (Python 3.11)."""
    async with house(database, clock=clock) as place:
        session = await guests.session(place, solos=1)
        async with station(place.url, session.made["code"]) as one:
            through, stopped = Line._reach, asyncio.Event()

            async def reach(line: Line) -> None:
                await through(line)
                one.wire.stop()
                stopped.set()
                with suppress(asyncio.CancelledError):
                    await asyncio.Event().wait()

            monkeypatch.setattr(Line, "_reach", reach)
            one.wire.drop()
            await stopped.wait()


async def test_a_mistake_of_ours_is_answered_and_the_connection_lives(
    database: Path, clock: HandClock, guests: Guests, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: Any) -> Any:
        raise KeyError("our own")

    async with house(database, clock=clock) as place:
        player = (await guests.session(place, solos=1)).players[0]
        with monkeypatch.context() as patch:
            patch.setattr("server.rooms.decide", mistaken)
            assert (await player.does(Acknowledge(), "again-and-again"))["code"] == "internal"
        assert (await player.does(Acknowledge(), "again-and-again"))["ok"]
        assert not player.gone.is_set()


async def test_a_hall_that_leaves_at_once_is_let_go_and_whoever_stays_is_answered_meanwhile(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with (
        house(database, clock=clock) as place,
        proxy(place.running.port) as between,
        AsyncExitStack() as in_,
    ):
        session = await guests.session(place, solos=1, preset="Lecture", pace="table")
        for _ in range(MANY):
            await in_.enter_async_context(station(between.url, session.made["code"]))
        between.set(still=True)
        between.cut_all()
        assert (await session.players[0].does(Acknowledge()))["ok"]
        await place.holds(2)
        between.set(still=False)
