"""The room that follows up another: made in one step, its pledges opened by receipts, numbers in lots."""

from __future__ import annotations

import asyncio
import queue
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import aiohttp
from typer.testing import CliRunner, Result

from game.cli import app
from game.client.paperwork import again_from
from game.client.stations.desk import AgainDesk
from game.pledges import Pledge
from game.rules.command import CloseRoom, MakePledge, OpenNext
from server.config import Limits
from server.recalling import TRIES
from server.store.upkeep import DAY, Due
from tests.pledged import cheap
from tests.report.database import KEY, stored
from tests.report.day import Day, some_cards
from tests.server.client import Client
from tests.server.kit import Guests, HandClock, House, advance, house
from tests.server.stores import open_store

NAME = "min egen"
KEEP = 42


async def follow(place: House, code: str, key: str) -> tuple[int, dict[str, Any]]:
    url = f"{place.url}/api/rooms/{code}/follow-up"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, json={}, headers={"X-Host-Key": key}) as response,
    ):
        return response.status, await response.json()


async def pledged_and_closed(place: House, guests: Guests) -> dict[str, Any]:
    """A session in which one seat has pledged."""
    session = await guests.session(place, solos=1)
    await advance(session, "pledge")
    player = session.players[0]
    opener = cheap(NAME, player.slices["pledge"]["room"])
    sealed = opener.seal(Pledge("det ringer", "andas jag först"))
    await player.must(
        MakePledge(seat=player.seats[0], serial=player.serial, mark=sealed.mark, sealed=sealed.sealed)
    )
    await session.host.must(CloseRoom())
    return session.made


async def at_recall(place: House, guests: Guests, made: dict[str, Any]) -> Client:
    """Somebody at the follow-up's question."""
    host, player = await guests.connected(place), await guests.connected(place)
    assert (await host.join(made["code"], "host", host_key=made["host_key"]))["ok"]
    assert (await player.join(made["code"], "solo"))["ok"]
    await host.must(OpenNext(serial=host.serial))
    while player.stage["phase"] != "recall":
        serial = player.serial
        await player.must(OpenNext(serial=serial))
        await player.sees(lambda serial=serial: player.serial != serial)  # type: ignore[misc]
    return player


async def test_a_receipt_opens_the_pledge_in_the_room_that_follows(open_house: House, guests: Guests) -> None:
    first = await pledged_and_closed(open_house, guests)
    status, made = await follow(open_house, first["code"], first["host_key"])
    assert status == 201
    player = await at_recall(open_house, guests, made)
    opener = cheap(NAME, player.slices["recall"]["room"])
    answer = await player.call("pledge", {"mark": opener.mark})
    assert opener.open(answer["sealed"]) == Pledge("det ringer", "andas jag först")
    assert cheap(NAME, made["room"]).open(answer["sealed"]) is None


async def test_the_numbers_of_the_first_come_along_as_its_report_tells_them(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    cards = some_cards("dilemma", of=2)
    day = Day(3, cards).play()
    clock.time = day.facts.now
    await stored(day, database)
    async with house(database, clock=clock) as place:
        status, made = await follow(place, "FKT-482", KEY)
        assert status == 201
        host = await guests.connected(place)
        await host.join(made["code"], "host", host_key=made["host_key"])
        steps = host.slices["host"]["steps"]
        assert [step["kind"] for step in steps] == ["checkin", "recall", "round", "round"]
        assert steps[2]["card"] in cards
        assert host.slices["hall"]["then"]["checkin"] is None  # nothing is shown before the host opens it
        await guests.close()
    with closing(sqlite3.connect(database)) as reader:
        (follows,) = reader.execute("SELECT follows FROM rooms WHERE code = ?", (made["code"],)).fetchone()
        query = "SELECT json_extract(body, '$.follows') FROM events WHERE seq = 1 AND room = ?"
        (told,) = reader.execute(query, (made["room"],)).fetchone()
    assert follows == "r1"
    assert f'"checkin":{list(day.room.checkin or ())}'.replace(" ", "") in told.replace(" ", "")


async def test_only_a_closed_room_is_followed_up_and_only_by_whoever_has_its_key(open_house: House) -> None:
    made = await open_house.make_room()
    assert (await follow(open_house, made["code"], made["host_key"]))[1]["code"] == "not_over"
    for code, key in ((made["code"], "fel"), ("BBB-222", made["host_key"])):
        status, refusal = await follow(open_house, code, key)
        assert (status, refusal["code"]) == (403, "wrong_host_key")


async def test_receipts_are_not_guessed_here(database: Path, clock: HandClock, guests: Guests) -> None:
    async with house(database, clock=clock, limits=Limits(tries=1000, tries_burst=1000)) as place:
        first = await pledged_and_closed(place, guests)
        _, made = await follow(place, first["code"], first["host_key"])
        player = await at_recall(place, guests, made)
        told = [
            (await player.call("pledge", {"mark": cheap(f"gissning {n}").mark}))["code"]
            for n in range(TRIES + 1)
        ]
        assert told == ["no_pledge"] * TRIES + ["too_many_tries"]
        right = {"mark": cheap(NAME).mark}
        assert (await player.call("pledge", right))["code"] == "too_many_tries"
        clock.advance(60_000)
        assert (await player.call("pledge", right))["ok"]
        assert (await player.call("pledge", {"mark": "x"}))["code"] == "malformed"


async def test_outside_the_question_nothing_is_told(open_house: House, guests: Guests) -> None:
    first = await pledged_and_closed(open_house, guests)
    _, made = await follow(open_house, first["code"], first["host_key"])
    outside, host = await guests.connected(open_house), await guests.connected(open_house)
    mark = {"mark": cheap(NAME).mark}
    assert (await outside.call("pledge", mark))["code"] == "not_joined"
    await outside.join(made["code"], "solo")
    assert (await outside.call("pledge", mark))["code"] == "no_pledge"
    await host.join(made["code"], "host", host_key=made["host_key"])
    assert (await host.call("pledge", mark))["code"] == "no_pledge"
    other = await open_house.make_room("Uppföljning 30")
    player = await at_recall(open_house, guests, other)
    assert player.slices["recall"] == {"room": "", "date": ""}
    assert (await player.call("pledge", mark))["code"] == "no_pledge"


async def test_pledges_wait_for_a_follow_up_that_is_still_to_come(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    async with house(database, clock=clock) as place:
        first = await pledged_and_closed(place, guests)
        _, made = await follow(place, first["code"], first["host_key"])
        await guests.close()
    late = clock.time + 50 * DAY
    due = Due(late, late - 30 * DAY, late - KEEP * DAY)
    async with open_store(database) as store:
        erased = await store.erase(due)
        assert (erased.rooms, erased.pledges) == (1, 0)  # the log is gone, the sealed pledges are not
        opener = cheap(NAME, first["room"])
        assert opener.open(await store.pledge(first["room"], opener.mark) or "") is not None
        with closing(sqlite3.connect(database)) as raw, raw:
            raw.execute("UPDATE rooms SET closed = ? WHERE code = ?", (late, made["code"]))
        assert (await store.erase(due)).pledges == 1


async def test_a_follow_up_of_an_erased_room_is_refused_as_a_wrong_key_is(
    database: Path, clock: HandClock, guests: Guests
) -> None:
    """Then one opens the programme without the first: see the test above."""
    async with house(database, clock=clock) as place:
        first = await pledged_and_closed(place, guests)
        await guests.close()
    late = clock.time + 31 * DAY
    async with open_store(database) as store:
        await store.erase(Due(late, late - 30 * DAY, late - KEEP * DAY))
    async with house(database, clock=clock) as place:
        assert (await follow(place, first["code"], first["host_key"]))[1]["code"] == "wrong_host_key"


async def test_it_is_made_from_the_terminal_and_from_the_hosts_last_page(
    open_house: House, guests: Guests
) -> None:
    first = await pledged_and_closed(open_house, guests)

    def terminal(key: str) -> Result:
        code = first["code"].replace("-", " ").lower()
        words = ["room", "follow-up", code, "--server", open_house.url]
        return CliRunner().invoke(app, words, env={"BEMOT_LANGUAGE": "en", "BEMOT_HOST_KEY": key})

    done = await asyncio.to_thread(terminal, first["host_key"])
    assert done.exit_code == 0
    assert "The follow-up's room: " in done.output
    assert (await asyncio.to_thread(terminal, "fel")).exit_code == 1
    desk, calls = AgainDesk(), queue.SimpleQueue[Callable[[], object]]()
    again_from(desk, calls.put, open_house.url, lambda: first["code"], "")
    assert desk.needs_key
    assert desk.make is not None
    desk.make("fel")
    (await asyncio.to_thread(calls.get, timeout=30))()
    assert (desk.code, desk.needs_key, desk.works) == ("", True, False)
    assert desk.trouble["en"]
    desk.make(first["host_key"])
    (await asyncio.to_thread(calls.get, timeout=30))()
    assert desk.trouble == {}
    newcomer = await guests.connected(open_house)
    assert (await newcomer.join(desk.code, "host", host_key=desk.key))["ok"]
