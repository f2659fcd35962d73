"""Decks before all of them have been read: what is told of them, and what can be played."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from game import places
from game.cards.load import Loaded, load_deck
from game.cards.sheets import shelf_of, together
from game.client.api import DECKS
from server.api import _shelf
from server.library import Glimpsed, Library
from tests.cards.build import CARD_FILE, good_deck
from tests.server.client import PATIENCE
from tests.server.kit import house
from tests.server.test_decks import copied
from tests.server.test_health import ready


def told(found: Any) -> dict[str, dict[str, Any]]:
    """slug -> the deck as `GET /api/decks` tells of it."""
    return {deck["slug"]: deck for deck in json.loads(_shelf(found))["decks"]}


async def test_a_deck_whose_cards_are_not_read_yet_is_told_of_by_its_cover(tmp_path: Path) -> None:
    copied(tmp_path, "hemma")
    good_deck(tmp_path).edit(CARD_FILE, "kind: dilemma", "kind: dilema")
    library = Library([tmp_path])
    found = await library.seen(0)
    assert {type(seen) for seen in found.values()} == {Glimpsed}
    deck = told(found)["hemma"]
    assert (deck["ok"], deck["reading"], deck["cards"], deck["version"]) == (True, True, [], "9.9.9")
    assert deck["title"]["sv"]


async def test_a_cover_that_cannot_be_read_is_a_broken_deck_at_once(tmp_path: Path) -> None:
    (copied(tmp_path, "hemma") / "deck.yaml").write_text("slug: [", "utf-8")
    deck = told(await Library([tmp_path]).seen(0))["hemma"]
    assert (deck["ok"], deck["reading"]) == (False, False)
    assert deck["findings"][0]["file"].endswith("hemma/deck.yaml")


async def test_what_has_been_read_is_told_whole_beside_what_has_not(tmp_path: Path) -> None:
    for slug in ("hemma", "granne"):
        copied(tmp_path, slug)
    library = Library([tmp_path])
    assert isinstance((await library.some(["hemma"]))["hemma"], Loaded)
    decks = told(await library.seen(0))
    assert {slug: (deck["reading"], bool(deck["cards"])) for slug, deck in decks.items()} == {
        "granne": (True, False),
        "hemma": (False, True),
    }


async def test_when_all_have_been_read_once_everything_is_told_and_changes_are_seen(tmp_path: Path) -> None:
    copied(tmp_path, "hemma")
    library = Library([tmp_path])
    await library.decks()
    assert not told(await library.seen(0))["hemma"]["reading"]
    copied(tmp_path, "granne")
    decks = told(await library.seen(0))
    assert [deck["reading"] for deck in decks.values()] == [False, False]


async def test_who_asks_for_the_decks_ends_their_waiting_and_so_does_time(tmp_path: Path) -> None:
    copied(tmp_path, "hemma")
    library = Library([tmp_path])
    await library.wanted(0)
    waiting = asyncio.create_task(library.wanted(PATIENCE))
    await asyncio.sleep(0)
    assert not waiting.done()
    await library.seen(0)
    async with asyncio.timeout(PATIENCE / 2):
        await waiting


async def test_a_server_with_open_rooms_lets_people_come_back_before_it_reads_the_decks(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    real = Library.wanted

    async def wanted(self: Library, longest: float) -> None:
        waited.append(longest)
        await real(self, longest)

    monkeypatch.setattr(Library, "wanted", wanted)
    async with house(database) as place:
        await place.decks()
        await place.make_room("APT 30")
    monkeypatch.setattr("server.app.RETURN", PATIENCE * 1000)
    async with house(database) as place:
        assert (await ready(place))[0] == 200  # long before they can have been read
        assert {deck["reading"] for deck in await place.decks()} == {False}
    assert waited == [0, PATIENCE]


async def test_a_window_understands_what_is_told_meanwhile(tmp_path: Path) -> None:
    copied(tmp_path, "hemma")
    answer = DECKS.validate_json(_shelf(await Library([tmp_path]).seen(0)))
    assert [(deck.slug, deck.reading) for deck in answer.decks] == [("hemma", True)]


def test_the_words_of_several_decks_are_those_of_each() -> None:
    decks = [load_deck(places.decks() / slug).deck for slug in ("lofte", "incheckning")]
    sound = [deck for deck in decks if deck]
    assert len(sound) == 2
    assert together(shelf_of([deck]) for deck in sound) == shelf_of(sound)
