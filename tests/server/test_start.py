"""Starting and stopping: what is wrong is said in words, and a planned stop loses nothing."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from game.rules.command import CastVote
from server.app import Running, running, serve
from server.config import Limits, Settings
from server.errors import LockedStore, ReadOnlyStore, ServerError, StartError
from tests.server.client import PATIENCE
from tests.server.kit import Guests, HandClock, House, advance, house


def settings(database: Path, **more: object) -> Settings:
    return Settings.model_validate({"host": "127.0.0.1", "port": 0, "database": database, **more})


async def refused(chosen: Settings) -> ServerError:
    with pytest.raises(ServerError) as refusal:
        async with running(chosen):
            pass
    assert set(refusal.value.message) == {"sv", "en"}
    return refusal.value


async def test_a_taken_port_is_named(database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        error = await refused(settings(database, port=port))
    assert isinstance(error, StartError)
    assert error.code == "port_taken"
    assert str(port) in error.message["sv"]


async def test_an_address_that_is_not_ours_is_named(database: Path) -> None:
    assert (await refused(settings(database, host="192.0.2.7"))).code == "unknown_host"


async def test_a_database_in_use_is_named(open_house: House) -> None:
    assert isinstance(await refused(settings(open_house.database)), LockedStore)


async def test_a_second_server_in_the_same_place_is_told_so_and_the_first_goes_on(
    open_house: House, guests: Guests, tmp_path: Path
) -> None:
    port = open_house.running.port
    assert (await refused(settings(open_house.database, port=port))).code == "store_locked"
    assert (await refused(settings(tmp_path / "other.sqlite", port=port))).code == "port_taken"
    assert (await guests.session(open_house, solos=1)).players[0].joined["ok"]


async def test_a_database_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    assert isinstance(await refused(settings(tmp_path)), ReadOnlyStore)


async def test_after_a_failed_start_the_file_is_free_again(database: Path) -> None:
    assert (await refused(settings(database, host="192.0.2.7"))).code == "unknown_host"
    async with running(settings(database)) as server:
        assert server.port > 0


async def test_serve_tells_when_it_listens_and_ends_when_it_is_asked(database: Path) -> None:
    told: asyncio.Future[Running] = asyncio.get_running_loop().create_future()
    chosen = settings(database, public_url="https://exempel.se")
    task = asyncio.create_task(serve(chosen, ready=told.set_result))
    async with asyncio.timeout(PATIENCE):
        server = await told
        assert server.url == "https://exempel.se"
        server.stop()
        await task


async def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEMOT_PORT", "9000")
    monkeypatch.setenv("BEMOT_LIMITS__SOCKETS", "7")
    monkeypatch.setenv("BEMOT_TRUSTED_PROXIES", '["127.0.0.1", "10.0.0.0/8"]')
    assert (Settings().port, Settings().limits) == (9000, Limits(sockets=7))
    assert [str(network) for network in Settings().trusted_proxies] == ["127.0.0.1/32", "10.0.0.0/8"]


async def test_every_vote_that_was_acknowledged_before_a_planned_stop_is_there_after_it(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as first:
        session = await guests.session(first, solos=5)
        await advance(session, "vote")
        votes = [
            asyncio.create_task(player.does(CastVote(seat=player.seats[0], serial=player.serial, choice="a")))
            for player in session.players
        ]
        answers = [await vote for vote in votes[:3]]
    results = await asyncio.gather(*votes[3:], return_exceptions=True)
    answers += [result for result in results if isinstance(result, dict)]
    acked = sum(answer["ok"] for answer in answers)
    async with house(database, clock=clock) as second:
        host = await guests.connected(second)
        await host.come_back(session.host.token)
        tile = next(value for name, value in host.slices.items() if name.startswith("tile:"))
        assert tile["done"] >= acked >= 3


async def test_a_server_that_stops_while_people_leave_ends_all_the_same(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with asyncio.timeout(PATIENCE):
        async with house(database, clock=clock) as place:
            players = [await guests.connected(place) for _ in range(8)]
            for player in players:
                await player.leave()
