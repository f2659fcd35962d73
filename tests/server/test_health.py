"""Alive, ready, and in numbers: what those who look after a server can ask it, and what it never tells."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from game.rules.command import CastVote
from server.app import running
from server.config import Settings
from server.errors import BrokenStore
from server.health import FRESH
from server.metrics import Metrics
from tests.server.client import PATIENCE
from tests.server.kit import Guests, HandClock, House, advance
from tests.server.test_store_troubles import no_room_to_grow

TOKEN = "mycket-hemligt-matvarde"


async def get(url: str, **headers: str) -> tuple[int, str]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with aiohttp.ClientSession() as session, session.get(url, headers=named) as response:
        return response.status, await response.text()


async def ready(house: House) -> tuple[int, dict[str, Any]]:
    async with aiohttp.ClientSession() as session, session.get(f"{house.url}/readyz") as response:
        return response.status, await response.json()


def numbers(text: str) -> dict[str, float]:
    """metric with its labels -> value"""
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


async def metrics(house: House) -> dict[str, float]:
    return numbers((await get(f"{house.url}/metrics"))[1])


async def test_a_server_is_ready_once_its_decks_have_been_read(open_house: House) -> None:
    await open_house.decks()
    assert await ready(open_house) == (200, {"ok": True, "reasons": []})


async def test_a_disk_that_fails_makes_it_unready_and_says_why_and_leaves_it_alive(
    open_house: House, clock: HandClock
) -> None:
    await open_house.decks()
    assert (await ready(open_house))[0] == 200
    with no_room_to_grow():
        clock.advance(FRESH)
        status, body = await ready(open_house)
        assert (status, body["reasons"]) == (503, [BrokenStore.slug])
        assert (await get(f"{open_house.url}/healthz"))[0] == 200
    clock.advance(FRESH)
    assert (await ready(open_house))[0] == 200


async def test_asking_often_does_not_write_often(open_house: House, clock: HandClock) -> None:
    await ready(open_house)
    at = clock.time
    with no_room_to_grow():  # whoever wrote would hear of it
        assert (await ready(open_house))[1]["reasons"] in ([], ["decks_unread"])
    assert clock.time == at


async def test_what_is_counted_grows_with_what_happens(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=3)
    await advance(session, "vote")
    before = await metrics(open_house)
    for player in session.players:
        await player.must(CastVote(seat=player.seats[0], serial=player.serial, choice="a"))
    late = await session.players[0].does(
        CastVote(seat=session.players[0].seats[0], serial=1, choice="a"), "an-old-one-1"
    )
    await session.players[0].call("nonsense" + session.made["code"], {})
    after = await metrics(open_house)

    def grown(name: str) -> float:
        return after.get(name, 0) - before.get(name, 0)

    assert grown('bemot_calls_total{call="command",outcome="ok"}') == 3
    assert grown(f'bemot_calls_total{{call="command",outcome="{late["code"]}"}}') == 1
    assert grown('bemot_calls_total{call="other",outcome="malformed"}') == 1
    assert grown("bemot_commit_seconds_count") >= 1
    assert grown("bemot_commit_orders_sum") >= 3
    assert grown("bemot_views_total") >= 3
    assert grown("bemot_view_bytes_total") > 100
    assert (after["bemot_rooms"], after["bemot_sockets"], after["bemot_sockets_joined"]) == (1, 4, 4)
    assert after["bemot_database_bytes"] > 4096
    assert after["bemot_readers_cut_off_total"] == 0


async def test_a_batch_that_is_not_saved_is_counted_by_its_reason(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=1)
    await advance(session, "vote")
    player = session.players[0]
    with no_room_to_grow():
        answer = await player.does(CastVote(seat=player.seats[0], serial=player.serial, choice="a"))
    assert answer["code"] == "storage"
    told = await metrics(open_house)
    assert told[f'bemot_commit_failures_total{{code="{BrokenStore.slug}"}}'] == 1
    assert told['bemot_calls_total{call="command",outcome="storage"}'] == 1


async def test_a_late_event_loop_is_seen() -> None:
    counted = Metrics()
    async with counted.watching_the_loop(), asyncio.timeout(PATIENCE):
        while numbers(counted.text().decode())["bemot_loop_lag_seconds_count"] < 1:  # noqa: ASYNC110
            await asyncio.sleep(0)


async def test_metrics_name_no_room_table_person_or_address(open_house: House, guests: Guests) -> None:
    session = await guests.session(open_house, solos=2)
    await advance(session, "vote")
    _, text = await get(f"{open_house.url}/metrics")
    words = set(re.findall(r"[A-Za-z0-9_-]+", text))
    told = {session.made["code"], session.made["room"], session.made["host_key"], "127"}
    for client in session.everybody:
        told |= {client.token, client.joined["station"], *client.seats}
    assert not words & told
    labels = set(re.findall(r'(\w+)="', text))
    assert labels <= {"call", "outcome", "code", "le"}


@pytest.mark.parametrize("header", ["X_Forwarded_For", "Forwarded", "X_Real_IP", "Via"])
async def test_a_proxy_on_the_same_machine_opens_the_metrics_to_nobody(
    open_house: House, header: str
) -> None:
    assert (await get(f"{open_house.url}/metrics"))[0] == 200
    status, text = await get(f"{open_house.url}/metrics", **{header: "203.0.113.9"})
    assert status == 403
    assert "BEMOT_METRICS_TOKEN" in text
    assert "bemot_sockets" not in text


@pytest.mark.parametrize(
    ("more", "headers", "status"),
    [
        ({"metrics_token": TOKEN}, {}, 403),
        ({"metrics_token": TOKEN}, {"Authorization": "Bearer fel"}, 403),
        ({"metrics_token": TOKEN}, {"Authorization": f"Basic {TOKEN}"}, 403),
        ({"metrics_token": TOKEN}, {"Authorization": f"Bearer {TOKEN}", "Via": "1.1 proxy"}, 200),
        ({"metrics": "open"}, {"Via": "1.1 proxy"}, 200),
        ({"metrics": "off"}, {}, 404),
    ],
)
async def test_who_may_read_the_metrics_can_be_chosen(
    database: Path, more: dict[str, str], headers: dict[str, str], status: int
) -> None:
    chosen = Settings.model_validate({"host": "127.0.0.1", "port": 0, "database": database, **more})
    assert TOKEN not in repr(chosen)
    async with running(chosen) as server:
        assert (await get(f"http://127.0.0.1:{server.port}/metrics", **headers))[0] == status
