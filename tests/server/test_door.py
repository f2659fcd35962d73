"""Who may come in, with what, and coming back."""

from __future__ import annotations

from pathlib import Path

import pytest
import socketio

from game.rules.command import CastVote, CloseRoom, Leave, Lock, RemoveStation
from game.wire import PROTOCOL
from tests.server.kit import Guests, HandClock, House, advance, house


async def test_a_player_joins_and_sees_the_room(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=1)
    player = session.players[0]
    assert player.slices["room"]["code"] == session.made["code"]
    assert player.stage["phase"] == "lobby"
    assert len(player.seats) == 1


@pytest.mark.parametrize("typed", ["{0}", "{1}", " {0} ", "{2}"])
async def test_a_code_may_be_typed_in_any_way(open_house: House, guests: Guests, typed: str) -> None:
    code = (await open_house.make_room())["code"]
    player = await guests.connected(open_house)
    assert (await player.join(typed.format(code, code.replace("-", ""), code.lower())))["ok"]


async def test_a_wrong_code_is_refused(open_house: House, guests: Guests) -> None:
    player = await guests.connected(open_house)
    assert (await player.join("BBB-999"))["code"] == "unknown_code"


async def test_whoever_finds_a_table_full_is_told_where_there_is_room(
    open_house: House, guests: Guests
) -> None:
    code = (await open_house.make_room())["code"]
    for number, seats in ((1, 8), (2, 5)):
        table = await guests.connected(open_house)
        assert (await table.join(code, "table", seats=seats, team=number))["ok"]
    ninth = await guests.connected(open_house)
    refused = await ninth.join(code, team=1)
    assert refused["code"] == "team_full"
    assert refused["message"]["sv"].endswith("Plats finns vid bord 2. Bord 3 är ledigt, om ni vill dela er.")
    assert (await ninth.join(code, team=2))["ok"]


@pytest.mark.parametrize("key", [None, "AAAA-BBBB-CCCC-DDDD"])
async def test_only_the_key_opens_the_hosts_door(open_house: House, guests: Guests, key: str | None) -> None:
    code = (await open_house.make_room())["code"]
    somebody = await guests.connected(open_house)
    more = {} if key is None else {"host_key": key}
    assert (await somebody.join(code, "host", **more))["code"] == "wrong_host_key"


async def test_the_key_may_be_typed_in_any_case_without_dashes(open_house: House, guests: Guests) -> None:
    made = await open_house.make_room()
    host = await guests.connected(open_house)
    assert (await host.join(made["code"], "host", host_key=made["host_key"].replace("-", "").lower()))["ok"]


async def test_the_key_of_one_room_does_not_open_another(open_house: House, guests: Guests) -> None:
    one, other = await open_house.make_room(), await open_house.make_room()
    host = await guests.connected(open_house)
    assert (await host.join(one["code"], "host", host_key=other["host_key"]))["code"] == "wrong_host_key"


async def test_a_join_sent_again_gives_the_same_station(open_house: House, guests: Guests) -> None:
    code = (await open_house.make_room())["code"]
    player = await guests.connected(open_house)
    message = {"code": code, "kind": "solo", "id": "join-me-once"}
    once, again = await player.call("join", message), await player.call("join", message)
    assert once["station"] == again["station"]
    assert again["slices"]["room"]["seats"] == 1


async def test_a_token_leads_back_to_the_same_station_and_the_very_same_view(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    player = session.players[0]
    await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="b"))
    await player.sees(lambda: bool(player.slices["you"]["own"]))
    again = await guests.connected(open_house)
    assert (await again.come_back(player.token))["station"] == player.joined["station"]
    assert again.slices == player.slices


async def test_ones_own_sealed_choice_is_there_after_the_socket_was_lost(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    player, seat = session.players[0], session.players[0].seats[0]
    await player.must(CastVote(seat=seat, serial=player.serial, choice="b", confidence=2))
    await player.sees(lambda: bool(player.slices["you"]["own"]))
    before = player.slices["you"]
    await player.leave()
    again = await guests.connected(open_house)
    await again.come_back(player.token)
    assert again.slices["you"]["own"] == {seat: {"choice": "b", "confidence": 2}}
    assert again.slices["you"] == before


async def test_a_false_token_is_refused(open_house: House, guests: Guests) -> None:
    player = await guests.connected(open_house)
    assert (await player.come_back("x" * 43))["code"] == "unknown_token"


@pytest.mark.parametrize(("bar", "code"), [(False, "removed"), (True, "barred")])
async def test_a_removed_station_is_let_go_and_told_why_when_it_returns(
    open_house: House, guests: Guests, bar: bool, code: str
) -> None:
    session = await guests.session(open_house, solos=2)
    player = session.players[0]
    await session.host.must(RemoveStation(station=player.joined["station"], bar=bar))
    await player.gone.wait()
    again = await guests.connected(open_house)
    assert (await again.come_back(player.token))["code"] == code


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ("host", "solo", "wrong_host_key"),
        ("host", "screen", "wrong_host_key"),
        ("solo", "table", "malformed"),
        ("screen", "solo", "malformed"),
    ],
)
async def test_a_joins_id_opens_no_door_of_another_kind(
    open_house: House, guests: Guests, first: str, second: str, code: str
) -> None:
    made = await open_house.make_room()
    message = {"code": made["code"], "id": "join-me-once"}
    key = {"host_key": made["host_key"]} if first == "host" else {}
    one, other = await guests.connected(open_house), await guests.connected(open_house)
    assert (await one.call("join", {**message, "kind": first, **key}))["ok"]
    assert (await other.call("join", {**message, "kind": second}))["code"] == code
    assert (await other.does(Leave()))["code"] == "not_joined"


async def test_a_hosts_join_sent_again_needs_the_key_again(open_house: House, guests: Guests) -> None:
    made = await open_house.make_room()
    message = {"code": made["code"], "kind": "host", "id": "join-me-once"}
    host = await guests.connected(open_house)
    assert (await host.call("join", {**message, "host_key": made["host_key"]}))["ok"]
    assert (await host.call("join", message))["code"] == "wrong_host_key"


async def test_a_removed_station_may_join_again_with_the_same_id_as_a_new_one(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house, solos=1)
    message = {"code": session.made["code"], "kind": "solo", "id": "join-me-once"}
    player = await guests.connected(open_house)
    before = await player.call("join", message)
    await session.host.sees(lambda: session.host.slices["room"]["seats"] == 2)
    await session.host.must(RemoveStation(station=before["station"]))
    await player.gone.wait()
    again = await guests.connected(open_house)
    after = await again.call("join", message)
    repeated = await again.call("join", message)
    assert after["ok"]
    assert after["station"] == repeated["station"] != before["station"]
    assert repeated["slices"]["room"]["seats"] == 2


async def test_a_barred_station_is_refused_when_it_repeats_its_join(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house, solos=1)
    message = {"code": session.made["code"], "kind": "solo", "id": "join-me-once"}
    player = await guests.connected(open_house)
    station = (await player.call("join", message))["station"]
    await session.host.sees(lambda: session.host.slices["room"]["seats"] == 2)
    await session.host.must(RemoveStation(station=station, bar=True))
    await player.gone.wait()
    again = await guests.connected(open_house)
    assert (await again.call("join", message))["code"] == "barred"


async def test_who_comes_back_to_a_closed_room_is_told_so_also_after_a_restart(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as first:
        session = await guests.session(first, solos=1)
        await session.host.must(CloseRoom())
        late = await guests.connected(first)
        for member in session.everybody:
            assert (await late.come_back(member.token))["code"] == "room_closed"
    async with house(database, clock=clock) as second:
        late = await guests.connected(second)
        assert (await late.come_back(session.players[0].token))["code"] == "room_closed"
        assert (await late.join(session.made["code"]))["code"] == "unknown_code"


async def test_who_leaves_is_gone_for_the_others(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=2)
    assert (await session.players[0].does(Leave()))["ok"]
    other = session.players[1]
    await other.sees(lambda: len(other.slices["team"]["seats"]) == 1)


async def test_a_locked_room_lets_returns_in_and_nobody_else(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=1)
    await session.host.must(Lock(on=True))
    assert (await (await guests.connected(open_house)).join(session.made["code"]))["code"] == "room_locked"
    assert (await (await guests.connected(open_house)).come_back(session.players[0].token))["ok"]


async def test_a_client_of_another_version_is_told_so(open_house: House, guests: Guests) -> None:
    client = guests.new()
    said: list[object] = []
    client.sio.on("connect_error", said.append)
    with pytest.raises(socketio.exceptions.ConnectionError):
        await client.connect(open_house.url, protocol=PROTOCOL + 1, something_new=True)
    assert said[0]["data"]["code"] == "wrong_protocol"  # type: ignore[index]
    assert set(said[0]["data"]["message"]) == {"sv", "en"}  # type: ignore[index]


async def test_a_screen_and_a_hall_see_what_is_theirs(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=1)
    hall, wall = await guests.connected(open_house), await guests.connected(open_house)
    await hall.join(session.made["code"], "screen", seats=0)
    await wall.join(session.made["code"], "screen", seats=0, team=session.players[0].slices["team"]["number"])
    assert set(hall.slices) == {"room", "stage", "hall", "you"}
    assert wall.slices["team"] == session.players[0].slices["team"]
