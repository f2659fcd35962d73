"""What a browser or the host's program may ask for."""

from __future__ import annotations

import re
import shutil
import zlib
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from game import places
from game.wire import PROTOCOL
from server.config import Limits
from tests.server.kit import START, Guests, HandClock, House, house


async def get(place: House, path: str) -> tuple[int, str, dict[str, str]]:
    async with aiohttp.ClientSession() as session, session.get(place.url + path) as response:
        return response.status, await response.text(), dict(response.headers)


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"preset": "Okänt"}, "unknown_preset"),
        ({"decks": ["okand"]}, "unknown_deck"),
        ({"cards": ["motet/okant"]}, "unknown_card"),
        ({"decks": ["lofte"]}, "empty_deck"),
        ({"k_seats": 1}, "malformed"),
        ({"k_tables": 2}, "malformed"),
        ({"more": 1}, "malformed"),
    ],
)
async def test_a_room_that_cannot_be_made_is_refused_with_a_reason(
    open_house: House, wish: dict[str, object], code: str
) -> None:
    answer = await open_house.make_room(**{"preset": "APT 30", **wish})  # type: ignore[arg-type]
    assert answer["code"] == code
    assert set(answer["message"]) == {"sv", "en"}


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b" " * 20_000, {}, 413, "too_large"),
        (zlib.compress(b" " * 1_000_000), {"Content-Encoding": "deflate"}, 413, "too_large"),
        (b"", {}, 400, "malformed"),
        (b"{", {}, 400, "malformed"),
        (b'{"preset": "\xff"}', {}, 400, "malformed"),
        (b"[" * 10_000, {}, 400, "malformed"),
        (b"no deflate", {"Content-Encoding": "deflate"}, 400, "malformed"),
    ],
)
async def test_a_body_that_is_no_wish_is_answered_with_a_code(
    open_house: House, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    url = f"{open_house.url}/api/rooms"
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as response:
        answer = await response.json()
    assert (response.status, answer["ok"], answer["code"]) == (status, False, code)
    assert set(answer["message"]) == {"sv", "en"}


@pytest.mark.parametrize(
    ("wish", "least"),
    [
        ({}, (6, 3)),
        ({"k_seats": 12, "k_tables": 5}, (12, 5)),
        ({"preset": "Lecture"}, (6, 1)),
        ({"preset": "Lecture", "k_seats": 12}, (12, 1)),
    ],
)
async def test_a_room_says_how_many_must_be_behind_a_number(
    open_house: House, guests: Guests, wish: dict[str, Any], least: tuple[int, int]
) -> None:
    made = await open_house.make_room(**wish)
    host = await guests.connected(open_house)
    assert (await host.join(made["code"], "host", host_key=made["host_key"]))["ok"]
    room = host.slices["room"]
    assert (room["k_seats"], room["k_tables"]) == least


async def test_a_new_room_tells_its_code_key_and_address(open_house: House) -> None:
    made = await open_house.make_room(decks=["motet"])
    assert made["url"] == f"{open_house.running.url}/j/{made['code']}"
    assert len(made["host_key"]) == 19


async def test_a_broken_deck_is_listed_with_what_is_wrong_and_cannot_be_played(
    database: Path, clock: HandClock, tmp_path: Path
) -> None:
    folder = tmp_path / "decks"
    shutil.copytree(places.decks() / "motet", folder / "trasig")
    (folder / "trasig" / "deck.yaml").write_text("slug: trasig\n", "utf-8")
    async with house(database, clock=clock, decks=(folder,)) as place:
        _, text, _ = await get(place, "/api/decks")
        assert '"slug": "trasig", "ok": false' in text
        assert "deck.yaml" in text
        assert (await place.make_room(decks=["trasig"]))["code"] == "broken_deck"
        assert "code" in await place.make_room(decks=["motet"])


async def test_an_edited_deck_is_read_again_for_the_next_room(
    database: Path, clock: HandClock, tmp_path: Path
) -> None:
    folder = tmp_path / "decks"
    shutil.copytree(places.decks() / "motet", folder / "motet")
    async with house(database, clock=clock, decks=(folder,)) as place:
        assert (await place.make_room(decks=["motet"]))["ok"]
        (folder / "motet" / "deck.yaml").write_text("slug: motet\n", "utf-8")
        assert (await place.make_room(decks=["motet"]))["code"] == "broken_deck"
        shutil.rmtree(folder / "motet")
        assert (await place.make_room(decks=["motet"]))["ok"]  # the one that comes with the game


async def test_the_presets_are_listed(open_house: House) -> None:
    status, text, _ = await get(open_house, "/api/presets")
    assert status == 200
    assert '"APT 30"' in text


@pytest.mark.parametrize("path", ["/", "/j/fkt482", "/j/%3Cscript%3E"])
async def test_the_page_tells_how_to_join_and_loads_nothing(open_house: House, path: str) -> None:
    status, text, headers = await get(open_house, path)
    assert status == 200
    assert "Så går du med" in text
    assert "How to join" in text
    assert "<script" not in text.lower()
    assert "src=" not in text
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


async def test_the_page_shows_the_code_that_was_typed(open_house: House) -> None:
    _, text, _ = await get(open_house, "/j/fkt482")
    assert '<p class="code">FKT-482</p>' in text


async def test_the_pages_and_their_style_speak_of_the_same_classes(open_house: House) -> None:
    _, front, _ = await get(open_house, "/j/FKT-482")
    _, privacy, _ = await get(open_house, "/privacy")
    style = front[front.index("<style>") : front.index("</style>")]
    named = {name for page in (front, privacy) for name in re.findall(r' class="([a-z]+)"', page)}
    assert named == set(re.findall(r"\.([a-z]+)[ ,{\[:]", style)) >= {"code"}


async def test_health_is_numbers_only(open_house: House) -> None:
    await open_house.make_room()
    status, text, _ = await get(open_house, "/healthz")
    assert status == 200
    assert text == f'{{"ok": true, "rooms": 1, "sockets": 0, "protocol": {PROTOCOL}, "now": {START}}}'


async def test_rooms_are_not_made_without_end(database: Path, clock: HandClock) -> None:
    async with house(database, clock=clock, limits=Limits(rooms_burst=2)) as place:
        codes = [(await place.make_room()).get("ok") for _ in range(3)]
        assert codes == [True, True, False]


async def test_what_is_not_there_is_404_with_safe_headers(open_house: House) -> None:
    status, text, headers = await get(open_house, "/etc/passwd")
    assert status == 404
    assert ("ingen sida" in text, "no page" in text, "passwd" in text) == (True, True, False)
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert text.count('<a href="/">') == 2
    assert headers["X-Content-Type-Options"] == "nosniff"


async def test_only_who_holds_the_key_may_ask_how_many_choices_are_left(open_house: House) -> None:
    made = await open_house.make_room()
    url = f"{open_house.url}/api/rooms/{made['code']}/left"
    async with aiohttp.ClientSession() as session:
        async with session.get(url, headers={"X-Host-Key": made["host_key"]}) as response:
            assert await response.json() == {"ok": True, "ballots": 0}
        async with session.get(url) as response:
            assert (response.status, (await response.json())["code"]) == (403, "wrong_host_key")


async def test_a_room_may_follow_a_programme_of_its_own(open_house: House, guests: Guests) -> None:
    steps = [
        {"kind": "frame", "minutes": 3},
        {"kind": "round", "minutes": 10},
        {"kind": "break", "minutes": 5},
    ]
    made = await open_house.make_room("Halvdag", steps=steps, name="Torsdagar", decks=["motet"])
    host = await guests.connected(open_house)
    await host.join(made["code"], "host", host_key=made["host_key"])
    assert [step["kind"] for step in host.slices["host"]["steps"]] == ["frame", "round", "break"]
    assert host.slices["room"]["preset"] == "Torsdagar"
    twice = [{"kind": "pledge", "minutes": 6}] * 2
    assert (await open_house.make_room("Halvdag", steps=twice))["code"] == "once_only"


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        (None, 201),
        ("http://{host}", 201),
        ("https://elsewhere.example", 403),
        ("null", 403),
        ("http://127.0.0.1", 403),
    ],
)
async def test_a_page_from_elsewhere_makes_no_room_in_somebodys_browser(
    open_house: House, origin: str | None, status: int
) -> None:
    """A form there may send text without asking first."""
    host = open_house.url.removeprefix("http://")
    headers = {"Content-Type": "text/plain", **({"Origin": origin.format(host=host)} if origin else {})}
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{open_house.url}/api/rooms", data=b'{"preset": "APT 30"}', headers=headers
        ) as response,
    ):
        answer = await response.json()
    assert response.status == status
    assert answer["ok"] or answer["code"] == "not_allowed"


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null"])
async def test_a_page_from_elsewhere_opens_no_socket(open_house: House, origin: str) -> None:
    url = f"{open_house.url}/socket.io/?EIO=4&transport=websocket"
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url, headers={"Origin": origin})
        async with session.ws_connect(url, headers={"Origin": open_house.url}) as line:
            assert (await line.receive_str())[0] == "0"


@pytest.mark.parametrize("path", ["/", "/j/FKT-482", "/healthz", "/api/decks", "/api/presets", "/nowhere"])
async def test_every_answer_says_how_little_a_browser_may_do_with_it(open_house: House, path: str) -> None:
    _, _, headers = await get(open_house, path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "aiohttp" not in headers["Server"]
