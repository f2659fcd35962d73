"""A network that is gone for a while, or says things twice, or breaks off in the middle of a word."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from game.client.news import Refused, Saved
from game.client.outbox import Pending
from game.rules.command import CastVote, RaiseHand
from server.config import Limits
from tests.net.ether import Ether
from tests.net.proxy import proxy
from tests.net.stations import Station, station
from tests.server.client import Client
from tests.server.kit import OPEN, Guests, HandClock, Session, advance, house

ANSWER, SHOWN, PINGS = 8, 10, 25
"""Seconds in which a client notices that it is not answered, the host is shown who is not heard, and either
side lets go of a connection on which nobody is there.
"""


def kept(database: Path) -> tuple[Counter[str], int]:
    """How many votes of each seat the log tells of, and how many ballots lie in boxes."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as file:
        events = [json.loads(body) for (body,) in file.execute("SELECT body FROM events ORDER BY seq")]
        (ballots,) = file.execute("SELECT count(*) FROM ballots").fetchone()
    return Counter(event["seat"] for event in events if event["type"] == "vote_cast"), ballots


def vote(one: Station, choice: str = "a") -> CastVote:
    return CastVote(seat=one.seat, serial=one.view["stage"]["serial"], choice=choice)


async def voting(session: Session, *others: Station) -> None:
    """Everybody has the open vote before them."""
    await advance(session, "vote")
    for one in others:
        await one.until(lambda one=one: one.view["stage"]["phase"] == "vote")  # type: ignore[misc]


@pytest.mark.parametrize("seconds", [1, 10, 60])
async def test_a_vote_cast_without_the_network_is_sent_once_when_it_is_back(
    database: Path, clock: HandClock, guests: Guests, seconds: int
) -> None:
    async with house(database, clock=clock) as place, proxy(place.running.port) as between:
        session = await guests.session(place, solos=2)
        async with station(between.url, session.made["code"]) as away:
            await voting(session, away)
            ether = Ether(clock, session.host)
            between.set(still=True)
            sent = away.wire.send(vote(away))
            await ether.passes(seconds)
            assert isinstance(away.wire.outbox.state(sent), Pending)
            assert away.online is (seconds < ANSWER)
            assert kept(database) == ({}, 0)
            between.set(still=False)
            await ether.passes_until(lambda: bool(away.all(Saved)) and away.online)
            assert [saved.id for saved in away.all(Saved)] == [sent]
            assert away.all(Refused) == []
            assert away.meter.connections == (1 if seconds < ANSWER else 2)
            await session.players[0].sees(lambda: session.players[0].slices["progress"]["done"] == 1)
            assert kept(database) == ({away.seat: 1}, 1)
            await ether.passes_until(lambda: away.view["you"]["own"].get(away.seat) == {"choice": "a"})


async def test_second_thoughts_without_the_network_arrive_in_their_order(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place, proxy(place.running.port) as between:
        session = await guests.session(place, solos=2)
        async with station(between.url, session.made["code"]) as away:
            await voting(session, away)
            ether = Ether(clock, session.host)
            between.set(still=True)
            sent = [away.wire.send(vote(away, choice)) for choice in "abca"]
            await ether.passes(20)
            between.set(still=False)
            await ether.passes_until(lambda: len(away.all(Saved)) == 4)
            assert [saved.id for saved in away.all(Saved)] == sent
            await ether.passes_until(lambda: away.view["you"]["own"].get(away.seat, {}).get("choice") == "a")
            assert kept(database) == ({away.seat: 4}, 1)


async def test_a_vote_that_comes_too_late_is_refused_and_told(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place, proxy(place.running.port) as between:
        session = await guests.session(place, solos=2)
        async with station(between.url, session.made["code"]) as away:
            await voting(session, away)
            ether = Ether(clock, session.host)
            between.set(still=True)
            sent = away.wire.send(vote(away))
            await ether.passes(ANSWER + 1)
            await advance(session, "reveal")
            between.set(still=False)
            await ether.passes_until(lambda: bool(away.all(Refused)))
            assert [(refused.id, refused.code) for refused in away.all(Refused)] == [(sent, "wrong_round")]
            assert away.view["stage"]["phase"] == "reveal"
            assert kept(database) == ({}, 0)


async def test_a_connection_that_only_looks_alive_is_noticed_by_both_sides(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place, proxy(place.running.port) as between:
        session = await guests.session(place, solos=1)
        async with station(between.url, session.made["code"]) as quiet:
            ether = Ether(clock, session.host)
            host = session.host
            between.set(still=True)
            assert await ether.passes_until(lambda: lost(host) == 1) <= SHOWN + 1
            assert await ether.passes_until(lambda: not quiet.online) <= PINGS + 2 - SHOWN
            await ether.passes(2)
            await place.holds(2)
            assert lost(host) == 1
            between.set(still=False)
            await ether.passes_until(lambda: quiet.online)
            await host.sees(lambda: lost(host) == 0)


async def test_a_network_that_falters_shows_who_is_lost_and_costs_nobody_the_connection(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place, proxy(place.running.port) as between:
        session = await guests.session(place, solos=1)
        async with station(between.url, session.made["code"]) as quiet:
            ether, host = Ether(clock, session.host), session.host
            between.set(still=True)
            await ether.passes_until(lambda: lost(host) == 1)
            between.set(still=False)
            await ether.passes_until(lambda: lost(host) == 0)
            assert (quiet.online, quiet.meter.connections) == (True, 1)
            await ether.passes(40)  # as long again as somebody silent is waited for: nothing rings late
            assert lost(host) == 0
            assert not any(seat["away"] for seat in quiet.view["team"]["seats"])


def lost(host: Client) -> int:
    """How many stations the host is shown as not heard."""
    tiles = [value for name, value in host.slices.items() if name.startswith("tile:")]
    return sum(station["lost"] for tile in tiles for station in tile["stations"])


async def test_a_client_that_does_not_read_is_cut_and_comes_back_to_the_whole_view(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    limits = Limits(**{**OPEN.model_dump(), "backlog_bytes": 20_000})
    async with house(database, clock=clock, limits=limits) as place, proxy(place.running.port) as between:
        session = await guests.session(place, solos=1)
        player = session.players[0]
        between.set(narrow=True)
        async with station(between.url, session.made["code"]) as slow:
            between.set(deaf=True)
            ether = Ether(clock, session.host)
            for turn in range(4000):
                await player.must(RaiseHand(on=turn % 2 == 0))
                await ether.passes(0.2)
                if not between.connections:
                    break
            assert not between.connections
            await place.holds(2)
            between.set(deaf=False)
            await ether.passes_until(lambda: slow.meter.connections == 2 and slow.online)
            assert slow.view["team"] == player.slices["team"]
            assert slow.view["stage"]["serial"] == player.serial
            assert (await player.does(RaiseHand()))["ok"]


async def test_messages_that_arrive_twice_count_once(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    """All of them: the greeting, the join, every vote."""
    async with house(database, clock=clock) as place, proxy(place.running.port) as between:
        between.set(twice=1.0)
        session = await guests.session(place, solos=2)
        async with station(between.url, session.made["code"]) as double:
            await voting(session, double)
            sent = [double.wire.send(vote(double, choice)) for choice in "abc"]
            await double.until(lambda: len(double.all(Saved)) == 3)
            assert [saved.id for saved in double.all(Saved)] == sent
            assert double.meter.connections == 1
            assert between.faults["said twice"] >= 5
            assert kept(database) == ({double.seat: 3}, 1)
            assert double.view["room"]["seats"] == 3


@pytest.mark.parametrize("seed", range(3))
async def test_words_that_are_cut_in_the_middle_lose_and_double_nothing(
    database: Path, clock: HandClock, guests: Guests, seed: int
) -> None:
    async with house(database, clock=clock) as place, proxy(place.running.port) as between:
        session = await guests.session(place, solos=2)
        async with station(between.url, session.made["code"]) as torn:
            await voting(session, torn)
            ether = Ether(clock, session.host)
            between.set(cut=0.15, twice=0.2, latency=0.3, dice=Random(seed))
            sent = [torn.wire.send(vote(torn, "abc"[turn % 3])) for turn in range(20)]
            await ether.passes_until(lambda: len(torn.all(Saved)) == len(sent), 600)
            between.set(cut=0.0)
            assert between.faults["cut in the middle"] > 2
            assert [saved.id for saved in torn.all(Saved)] == sent
            assert kept(database) == ({torn.seat: len(sent)}, 1)
