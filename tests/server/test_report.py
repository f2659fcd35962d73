"""The report over HTTP: for whoever holds the host key, the same as beside the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import aiohttp

from server.config import Limits
from server.reporting import report_in
from server.store.archive import open_archive
from tests.report.database import KEY, stored
from tests.report.day import Day, some_cards
from tests.server.kit import HandClock, House, house

SECRET = "vad som helst"


async def ask(place: House, code: str, key: str | None) -> tuple[int, dict[str, Any]]:
    headers = {"X-Host-Key": key} if key is not None else {}
    url = f"{place.url}/api/rooms/{code}/report"
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as response:
        body: dict[str, Any] = await response.json()
        return response.status, body


async def test_whoever_holds_the_key_is_told_the_report_that_the_command_makes(
    database: Path, clock: HandClock
) -> None:
    day = Day(3, some_cards("dilemma", of=1)).play()
    clock.time = day.facts.now
    await stored(day, database)
    async with house(database, clock=clock) as place:
        status, body = await ask(place, "fkt482", KEY.lower())
    with open_archive(database) as archive:
        beside = report_in(archive, "r1").model_dump(mode="json")
    assert (status, body) == (200, {"ok": True, "report": beside})
    assert body["report"]["cards"][0]["answers"]["tables"] == 3


async def test_nobody_else_is_told_whether_there_is_such_a_room(database: Path, clock: HandClock) -> None:
    async with house(database, clock=clock) as place:
        made = await place.make_room()
        told = [
            (status, body["code"])
            for code, key in ((made["code"], None), (made["code"], SECRET), ("BBB-222", made["host_key"]))
            for status, body in [await ask(place, code, key)]
        ]
    assert told == [(403, "wrong_host_key")] * 3


async def test_a_key_is_not_guessed_here_and_a_report_is_not_made_without_end(
    database: Path, clock: HandClock
) -> None:
    async with house(database, clock=clock, limits=Limits(keys_burst=2)) as place:
        made = await place.make_room()
        wrong = [(await ask(place, made["code"], "x"))[0] for _ in range(3)]
        right = [(await ask(place, made["code"], made["host_key"]))[0] for _ in range(3)]
    assert (wrong, right) == ([403, 403, 429], [200, 200, 429])


async def test_a_running_rooms_report_is_of_what_is_on_the_disk_now(open_house: House) -> None:
    made = await open_house.make_room()
    status, body = await ask(open_house, made["code"], made["host_key"])
    assert status == 200
    assert (body["report"]["closed"], body["report"]["cards"], body["report"]["date"]) == (False, [], "")
