"""Whatever is sent, an answer comes back, with a code."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.command import Acknowledge, CastVote, OpenNext
from game.wire import SEAT_FRAME
from tests.server.kit import Guests, House, advance


@pytest.mark.parametrize(
    ("event", "data"),
    [
        ("dance", {}),
        ("connect", {}),
        ("disconnect", {}),
        ("command", None),
        ("command", []),
        ("command", {"id": "abcdefgh"}),
        ("command", {"id": "abcdefgh", "command": {"type": "conquer"}}),
        ("command", {"id": "x", "command": {"type": "acknowledge"}}),
        ("command", {"id": "abcdefgh", "command": {"type": "acknowledge"}, "more": 1}),
        ("command", {"id": "abcdefgh", "command": {"type": "acknowledge", "more": 1}}),
        ("command", {"id": "abcdefgh", "command": {"type": "enter", "kind": "host"}}),
        ("command", {"id": "abcdefgh", "command": {"type": "time_up", "team": "t", "serial": 1}}),
        ("join", {"code": "BBB-222", "kind": "king", "id": "abcdefgh"}),
        ("join", {"token": 7}),
        ("join", "BBB-222"),
        ("view", {}),
    ],
)
async def test_nonsense_is_answered_and_the_connection_lives(
    open_house: House, guests: Guests, event: str, data: Any
) -> None:
    player = (await guests.session(open_house, solos=1)).players[0]
    assert (await player.call(event, data))["code"] == "malformed"
    assert (await player.does(OpenNext(serial=99)))["code"] == "wrong_phase"


async def test_more_than_one_argument_is_answered(open_house: House, guests: Guests) -> None:
    player = await guests.connected(open_house)
    assert (await player.call("command", ({}, {})))["code"] == "malformed"


async def test_a_command_before_joining_is_answered(open_house: House, guests: Guests) -> None:
    player = await guests.connected(open_house)
    assert (await player.does(OpenNext(serial=0)))["code"] == "not_joined"


async def test_a_seats_large_message_is_answered(open_house: House, guests: Guests) -> None:
    player = (await guests.session(open_house, solos=1)).players[0]
    answer = await player.call("command", {"id": "abcdefgh", "command": {"type": "x" * SEAT_FRAME}})
    assert answer["code"] == "too_large"


async def test_a_refusal_has_a_sentence_in_both_languages(open_house: House, guests: Guests) -> None:
    player = (await guests.session(open_house, solos=1)).players[0]
    answer = await player.does(CastVote(seat="nobody", serial=0, choice="a"))
    assert not answer["ok"]
    assert set(answer["message"]) == {"sv", "en"}


async def test_the_same_command_again_is_given_the_earlier_answer_and_does_nothing(
    open_house: House, guests: Guests
) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    player = session.players[0]
    vote = CastVote(seat=player.seats[0], serial=player.serial, choice="a")
    once = await player.does(vote, "vote-once")
    changed = await player.does(vote.model_copy(update={"choice": "b"}), "vote-twice")
    again = await player.does(vote, "vote-once")
    assert changed["version"] == once["version"] + 1
    assert again == once == {"ok": True, "version": once["version"], "already": False}
    await player.sees(lambda: player.version >= changed["version"])
    assert player.slices["you"]["own"][player.seats[0]]["choice"] == "b"


async def test_what_was_answered_already_so_is_answered_so_again(open_house: House, guests: Guests) -> None:
    player = (await guests.session(open_house, solos=1)).players[0]
    await player.must(Acknowledge())
    answers = [await player.does(Acknowledge(), "acknowledge-again") for _ in range(2)]
    assert [answer["already"] for answer in answers] == [True, True]
    assert answers[0] == answers[1]


async def test_two_hosts_press_next_and_the_room_moves_one_step(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=1, preset="Halvdag")
    other = await guests.connected(open_house)
    await other.join(session.made["code"], "host", host_key=session.made["host_key"])
    serial = session.host.serial
    first, second = (
        await session.host.does(OpenNext(serial=serial)),
        await other.does(OpenNext(serial=serial)),
    )
    assert (first["ok"], first["already"]) == (True, False)
    assert (second["ok"], second["already"]) == (True, True)
    await other.sees(lambda: other.stage["phase"] == "frame")


async def test_a_station_cannot_act_for_another_ones_seat(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    one, other = session.players
    answer = await one.does(CastVote(seat=other.seats[0], serial=one.serial, choice="a"))
    assert answer["code"] == "not_your_seat"


async def test_a_table_cannot_do_what_is_the_hosts(open_house: House, guests: Guests) -> None:
    player = (await guests.session(open_house, solos=1)).players[0]
    answer = await player.call("command", {"id": "abcdefgh", "command": {"type": "close_room"}})
    assert answer["code"] == "not_allowed"


async def test_two_rooms_hear_nothing_of_each_other(open_house: House, guests: Guests) -> None:
    one, other = await guests.session(open_house, solos=1), await guests.session(open_house, solos=1)
    quiet = [len(client.frames) for client in other.everybody]
    await advance(one, "vote")
    # A call of the other room's own: everything sent to it before has arrived when its answer has.
    for client in other.everybody:
        await client.does(OpenNext(serial=99))
    heard = [len(client.frames) for client in other.everybody]
    assert [after - before for before, after in zip(quiet, heard, strict=True)] == [1, 1]
    assert one.made["room"] not in str([client.frames for client in other.everybody])
