"""Clocks: what is due rings once, what is paused does not, and nothing is lost when the server restarts."""

from __future__ import annotations

from pathlib import Path

from game.rules.command import CastVote, Resume
from tests.server.client import Client
from tests.server.kit import START, Guests, HandClock, House, advance, house


async def test_a_complete_vote_closes_when_the_grace_is_over(
    open_house: House, guests: Guests, clock: HandClock
) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    for player in session.players:
        await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="a"))
    player = session.players[0]
    await player.sees(lambda: player.slices["progress"]["grace"] is not None)
    assert player.slices["progress"]["grace"] == START + 5_000
    clock.advance(5_000)
    await session.sees(lambda player: player.stage["phase"] == "reveal")


async def test_the_envelope_tells_the_servers_time(
    open_house: House, guests: Guests, clock: HandClock
) -> None:
    clock.advance(1_234)
    session = await guests.session(open_house, solos=1)
    assert session.host.joined["now"] == START + 1_234


async def test_a_solo_station_that_is_silent_for_half_a_minute_counts_as_away_until_it_is_heard(
    open_house: House, guests: Guests, clock: HandClock
) -> None:
    session = await guests.session(open_house, solos=2)
    lost, other = session.players
    token = lost.token
    await lost.leave()
    await open_house.holds(2)
    clock.advance(10_000)
    await session.host.sees(lambda: _lost(session.host) == [lost.joined["station"]])
    clock.advance(20_000)
    await other.sees(lambda: [seat["away"] for seat in other.slices["team"]["seats"]] == [True, False])
    again = await guests.connected(open_house)
    assert (await again.come_back(token))["ok"]
    await other.sees(lambda: not any(seat["away"] for seat in other.slices["team"]["seats"]))


def _lost(host: Client) -> list[str]:
    """The stations that the host's board shows as lost."""
    tiles = [value for name, value in host.slices.items() if name.startswith("tile:")]
    return [station["id"] for tile in tiles for station in tile["stations"] if station["lost"]]


async def test_a_host_that_is_gone_is_shown_as_gone(
    open_house: House, guests: Guests, clock: HandClock
) -> None:
    session = await guests.session(open_house, solos=1)
    player = session.players[0]
    assert player.slices["room"]["host"] == "here"
    await session.host.leave()
    await open_house.holds(1)
    clock.advance(10_000)
    await player.sees(lambda: player.slices["room"]["host"] == "gone")
    clock.advance(170_000)
    await player.sees(lambda: player.slices["room"]["host"] == "long_gone")


async def test_after_a_restart_the_room_is_paused_with_what_remained(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as first:
        session = await guests.session(first, solos=2)
        await advance(session, "vote")
        player = session.players[0]
        await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="c"))
        clock.advance(10_000)
        await player.call("command", {})
        ends = player.stage["ends"]
        stopped = clock.now()
        tokens = [session.host.token, *(member.token for member in session.players)]
    clock.advance(3_600_000)
    async with house(database, clock=clock) as second:
        host, player, other = [await guests.connected(second) for _ in range(3)]
        for client, token in zip((host, player, other), tokens, strict=True):
            assert (await client.come_back(token))["ok"]
        assert player.stage["paused"] == "restart"
        assert player.stage["left"] == ends - stopped
        assert player.slices["you"]["own"] == {player.seats[0]: {"choice": "c"}}
        assert player.slices["progress"]["done"] == 1
        await host.must(Resume())
        await player.sees(lambda: player.stage["paused"] == "")
        assert player.stage["ends"] == clock.now() + ends - stopped


async def test_the_first_to_come_after_a_restart_already_sees_the_pause(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as first:
        session = await guests.session(first, solos=1)
        await advance(session, "vote")
    async with house(database, clock=clock) as second:
        player = await guests.connected(second)
        await player.come_back(session.players[0].token)
        assert player.stage["paused"] == "restart"
