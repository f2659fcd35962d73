"""How often one may be wrong, and that nobody who is right pays for it longer than a moment."""

from __future__ import annotations

from pathlib import Path

import aiohttp
import pytest

from server.config import Limits
from tests.server.kit import Guests, HandClock, House, house

FEW = Limits(tries=1, tries_burst=5, keys=1, keys_burst=2)


async def use_up(place: House, guests: Guests, **headers: str) -> None:
    """Five wrong codes from an address: all its tries."""
    guesser = await guests.new().connect(place.url, headers=headers)
    codes = [(await guesser.join("BBB-222"))["code"] for _ in range(6)]
    assert codes == ["unknown_code"] * 5 + ["too_many_tries"]


async def test_after_too_many_wrong_codes_a_right_one_waits_a_second_and_no_longer(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock, limits=FEW) as place:
        code = (await place.make_room())["code"]
        await use_up(place, guests)
        player = await guests.connected(place)
        assert (await player.join(code))["code"] == "too_many_tries"
        clock.advance(1_000)
        assert (await player.join(code))["ok"]
        assert (await (await guests.connected(place)).join(code))["ok"]


async def test_a_whole_hall_may_come_in_behind_one_address(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock, limits=FEW) as place:
        code = (await place.make_room())["code"]
        assert all([(await (await guests.connected(place)).join(code))["ok"] for _ in range(8)])


async def test_who_comes_back_is_let_in_whatever_others_at_the_address_have_tried(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock, limits=FEW) as place:
        player = (await guests.session(place, solos=1)).players[0]
        await use_up(place, guests)
        assert (await (await guests.connected(place)).come_back(player.token))["ok"]


async def test_a_false_token_costs_no_try(database: Path, clock: HandClock, guests: Guests) -> None:
    async with house(database, clock=clock, limits=FEW) as place:
        lost = await guests.connected(place)
        codes = {(await lost.come_back(f"{n:043}"))["code"] for n in range(10)}
        assert codes == {"unknown_token"}
        assert (await lost.join((await place.make_room())["code"]))["ok"]


async def test_wrong_keys_are_turned_away_and_the_right_one_opens_all_the_same(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock, limits=FEW) as place:
        made = await place.make_room()
        host = await guests.connected(place)
        keys = [(await host.join(made["code"], "host", host_key="x"))["code"] for _ in range(3)]
        assert keys == ["wrong_host_key", "wrong_host_key", "too_many_tries"]
        assert (await host.join(made["code"], "host", host_key=made["host_key"]))["ok"]


async def test_wrong_keys_over_http_are_turned_away_too(database: Path, clock: HandClock) -> None:
    async with house(database, clock=clock, limits=FEW) as place, aiohttp.ClientSession() as session:
        made = await place.make_room()
        told = []
        for key in ("x", "y", "z", made["host_key"]):
            url = f"{place.url}/api/rooms/{made['code']}/left"
            async with session.get(url, headers={"X-Host-Key": key}) as response:
                told.append((response.status, (await response.json()).get("code")))
        assert told == [(403, "wrong_host_key")] * 2 + [(429, "too_many_tries"), (200, None)]


async def test_behind_a_trusted_proxy_each_visitor_has_its_own_tries(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock, limits=FEW, proxies=("127.0.0.0/8",)) as place:
        code = (await place.make_room())["code"]
        for address in ("192.0.2.1", "2001:db8::1"):
            await use_up(place, guests, **{"X-Forwarded-For": f"10.0.0.1, {address}"})
        same = await guests.new().connect(place.url, headers={"X-Forwarded-For": "10.9.9.9, 192.0.2.1"})
        other = await guests.new().connect(place.url, headers={"X-Forwarded-For": "192.0.2.1, 192.0.2.2"})
        assert (await same.join(code))["code"] == "too_many_tries"
        assert (await other.join(code))["ok"]


@pytest.mark.parametrize("proxies", [(), ("192.0.2.9",)])
async def test_nobody_else_is_believed_about_whom_it_speaks_for(
    database: Path, clock: HandClock, guests: Guests, proxies: tuple[str, ...]
) -> None:
    async with house(database, clock=clock, limits=FEW, proxies=proxies) as place:
        code = (await place.make_room())["code"]
        await use_up(place, guests, **{"X-Forwarded-For": "192.0.2.1"})
        other = await guests.new().connect(place.url, headers={"X-Forwarded-For": "192.0.2.2"})
        assert (await other.join(code))["code"] == "too_many_tries"


async def test_a_header_without_an_address_counts_as_the_proxys_own(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock, limits=FEW, proxies=("127.0.0.1",)) as place:
        code = (await place.make_room())["code"]
        await use_up(place, guests, **{"X-Forwarded-For": "192.0.2.1, unknown"})
        assert (await (await guests.connected(place)).join(code))["code"] == "too_many_tries"


async def test_rooms_are_counted_per_visitor_behind_a_proxy(database: Path, clock: HandClock) -> None:
    limits = Limits(rooms_burst=1)
    wish = {"preset": "APT 30"}
    async with (
        house(database, clock=clock, limits=limits, proxies=("127.0.0.1",)) as place,
        aiohttp.ClientSession() as session,
    ):
        made = []
        for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):
            headers = {"X-Forwarded-For": address}
            async with session.post(f"{place.url}/api/rooms", json=wish, headers=headers) as response:
                made.append(response.status)
        assert made == [201, 429, 201]


MANY = Limits(tries=1, tries_burst=50, all_tries=1, all_tries_burst=20, wary_tries=1, wary_tries_burst=3)


async def guess(place: House, guests: Guests, address: str, times: int) -> list[str]:
    """The answers to wrong codes from behind a proxy."""
    guesser = await guests.new().connect(place.url, headers={"X-Forwarded-For": address})
    return [(await guesser.join("BBB-222"))["code"] for _ in range(times)]


async def test_while_many_addresses_guess_a_stranger_has_few_tries_and_a_known_hall_all_of_its_own(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock, limits=MANY, proxies=("127.0.0.1",)) as place:
        code = (await place.make_room())["code"]
        hall = {"X-Forwarded-For": "192.0.2.1"}
        assert (await (await guests.new().connect(place.url, headers=hall)).join(code))["ok"]
        for number in range(4):
            assert await guess(place, guests, f"198.51.100.{number}", 5) == ["unknown_code"] * 5
        stranger = ["unknown_code"] * 3 + ["too_many_tries"] * 2
        assert await guess(place, guests, "198.51.100.9", 5) == stranger
        assert await guess(place, guests, "192.0.2.1", 30) == ["unknown_code"] * 30
        newcomer = await guests.new().connect(place.url, headers={"X-Forwarded-For": "203.0.113.1"})
        assert (await newcomer.join(code))["ok"], "whoever has the right code is let in at once"


async def test_when_the_guessing_is_over_strangers_have_their_tries_again(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock, limits=MANY, proxies=("127.0.0.1",)) as place:
        for number in range(4):
            await guess(place, guests, f"198.51.100.{number}", 5)
        clock.advance(20_000)
        assert await guess(place, guests, "198.51.100.9", 10) == ["unknown_code"] * 10


async def test_guessing_is_told_to_whoever_runs_the_server_once_and_without_an_address(
    database: Path, clock: HandClock, guests: Guests, caplog: pytest.LogCaptureFixture
) -> None:
    async with house(database, clock=clock, limits=MANY, proxies=("127.0.0.1",)) as place:
        for number in range(6):
            await guess(place, guests, f"198.51.100.{number}", 5)
    told = [one.getMessage() for one in caplog.records if one.name == "server.guesses"]
    assert told == ["many codes are being guessed; strangers have few tries until it is over"]


async def test_all_addresses_of_one_ipv6_network_share_their_tries(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock, limits=FEW, proxies=("127.0.0.1",)) as place:
        code = (await place.make_room())["code"]
        await use_up(place, guests, **{"X-Forwarded-For": "2001:db8::1"})
        told = []
        for address in ("2001:db8::2:ffff", "2001:db8:0:1::1"):
            line = await guests.new().connect(place.url, headers={"X-Forwarded-For": address})
            told.append((await line.join(code)).get("code"))
        assert told == ["too_many_tries", None]
