"""Where the server finds decks: those that come with the game, and the folders it was given besides."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import aiohttp
import pytest

from game import places
from server.app import running
from server.config import Settings
from server.errors import StartError
from server.library import Library, deck_folders
from tests.cards.build import CARD, CARD_FILE, COVER
from tests.cards.hostile import packed, zipped
from tests.server.kit import HandClock, House, house

SHIPPED = {folder.name for folder in places.decks().iterdir() if (folder / "deck.yaml").is_file()}


def copied(folder: Path, slug: str, version: str = "9.9.9") -> Path:
    """The check-in deck under another name and version."""
    shutil.copytree(places.decks() / "incheckning", folder / slug)
    cover = folder / slug / "deck.yaml"
    lines = [
        f"slug: {slug}"
        if line.startswith("slug:")
        else f"version: {version}"
        if line.startswith("version:")
        else line
        for line in cover.read_text("utf-8").splitlines()
    ]
    cover.write_text("\n".join(lines) + "\n", "utf-8")
    return folder / slug


async def listed(place: House) -> Mapping[str, str]:
    """slug -> version"""
    async with aiohttp.ClientSession() as session, session.get(f"{place.url}/api/decks") as response:
        return {deck["slug"]: deck["version"] for deck in (await response.json())["decks"] if deck["ok"]}


async def test_a_folder_of_ones_own_comes_besides_the_games(
    database: Path, clock: HandClock, tmp_path: Path
) -> None:
    copied(tmp_path / "decks", "hemma")
    async with house(database, clock=clock, decks=(tmp_path / "decks",)) as place:
        assert set(await listed(place)) == SHIPPED | {"hemma"}


async def test_the_later_folder_wins(database: Path, clock: HandClock, tmp_path: Path) -> None:
    for name, version in (("one", "7.0.0"), ("two", "8.0.0")):
        copied(tmp_path / name, "incheckning", version)
        copied(tmp_path / name, "hemma", version)
    async with house(database, clock=clock, decks=(tmp_path / "two", tmp_path / "one")) as place:
        found = await listed(place)
        assert set(found) == SHIPPED | {"hemma"}
        assert (found["incheckning"], found["hemma"]) == ("7.0.0", "7.0.0")


async def test_the_folder_of_one_deck_may_be_given(
    database: Path, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copied(tmp_path, "hemma"))
    copied(tmp_path, "granne")
    async with house(database, clock=clock, decks=(Path(),)) as place:
        assert set(await listed(place)) == SHIPPED | {"hemma"}


async def test_hidden_and_underlined_folders_are_no_decks(
    database: Path, clock: HandClock, tmp_path: Path
) -> None:
    copied(tmp_path / "decks", "hemma")
    for name in (".git", "_utkast"):
        (tmp_path / "decks" / name).mkdir()
    async with house(database, clock=clock, decks=(tmp_path / "decks",)) as place:
        async with aiohttp.ClientSession() as session, session.get(f"{place.url}/api/decks") as response:
            slugs = {deck["slug"] for deck in (await response.json())["decks"]}
        assert slugs == SHIPPED | {"hemma"}


async def test_who_wants_one_deck_does_not_wait_for_folders_with_other_names(tmp_path: Path) -> None:
    for slug in ("hemma", "granne"):
        copied(tmp_path / "decks", slug)
    packed(
        tmp_path / "decks", "prov-1.0.0.zip", zipped({"deck.yaml": COVER.encode(), CARD_FILE: CARD.encode()})
    )
    library = Library(deck_folders([tmp_path / "decks"])[1:])
    assert set(await library.some(["hemma"])) == {"hemma", "prov"}
    assert set(await library.decks()) == {"hemma", "granne", "prov"}


@pytest.mark.parametrize("name", ["saknas", "en-fil"])
async def test_a_folder_that_is_not_there_stops_the_start_and_makes_no_database(
    database: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "en-fil").write_text("")
    chosen = Settings(host="127.0.0.1", port=0, database=database, decks=(tmp_path / name,))
    with pytest.raises(StartError) as refusal:
        async with running(chosen):
            pass
    assert refusal.value.code == "no_deck_folder"
    assert all(name in refusal.value.message[language] for language in ("sv", "en"))
    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(f"file:{database}?mode=ro", uri=True)
