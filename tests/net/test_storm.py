"""A whole hall whose network comes back at the same moment."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from game.client.news import Refused, Saved
from tests.net.ether import Ether
from tests.net.proxy import proxy
from tests.net.stations import Station, station
from tests.net.test_gone import kept, vote, voting
from tests.server.kit import Guests, HandClock, house

HALL = 100


async def test_a_hall_that_comes_back_at_once_is_let_in_and_every_vote_counts_once(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    """Each has voted while the network was gone; half of the votes had reached the server."""
    async with (
        house(database, clock=clock) as place,
        proxy(place.running.port) as between,
        AsyncExitStack() as in_,
    ):
        session = await guests.session(place, solos=1, preset="Lecture", pace="table")
        code = session.made["code"]
        hall: list[Station] = []
        for _ in range(HALL // 20):  # as people come in
            hall += await asyncio.gather(
                *(in_.enter_async_context(station(between.url, code)) for _ in range(20))
            )
        await voting(session, *hall)
        ether = Ether(clock, session.host)
        early, late = hall[: HALL // 2], hall[HALL // 2 :]
        sent = {one.wire.send(vote(one)): one for one in early}
        between.cut_all()
        between.set(still=True)
        sent |= {one.wire.send(vote(one)): one for one in late}
        await ether.passes(5)
        assert not any(one.online for one in hall)
        between.set(still=False)
        await ether.passes_until(lambda: all(one.online and one.all(Saved) for one in hall))
        assert {one.all(Saved)[0].id: one for one in hall} == sent
        assert [one.all(Refused) for one in hall] == [[]] * HALL
        assert kept(database) == ({one.seat: 1 for one in hall}, HALL)
        await session.players[0].sees(lambda: session.players[0].slices["progress"]["done"] == HALL)
        await place.holds(HALL + 2)
