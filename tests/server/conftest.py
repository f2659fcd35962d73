from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from game import places
from tests.server.kit import Guests, HandClock, House, house


@pytest.fixture(scope="session")
def few_cards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every deck with its first six cards only, so that a server is ready in no time."""
    folder = tmp_path_factory.mktemp("decks")
    for deck in places.decks().iterdir():
        (folder / deck.name / "cards").mkdir(parents=True)
        shutil.copy(deck / "deck.yaml", folder / deck.name)
        for card in sorted((deck / "cards").glob("*.yaml"))[:6]:
            shutil.copy(card, folder / deck.name / "cards")
    return folder


@pytest.fixture(autouse=True)
def small_decks(few_cards: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small decks win over those that come with the game; only here, as other tests play them whole."""
    monkeypatch.setenv("BEMOT_DECKS", json.dumps([str(few_cards)]))


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "bemot.sqlite"


BOTH = ("test_calls", "test_conformance", "test_door", "test_rough", "test_views")
"""Where every test is run on the fast sockets and on the library's own: they must do the same."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "sockets" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".")[2] in BOTH:
        metafunc.parametrize("sockets", ["fast", "stock"])


@pytest.fixture
def sockets() -> str:
    return "fast"


@pytest_asyncio.fixture
async def open_house(database: Path, clock: HandClock, sockets: str) -> AsyncIterator[House]:
    async with house(database, clock=clock, sockets=sockets) as opened:
        yield opened


@pytest_asyncio.fixture
async def guests() -> AsyncIterator[Guests]:
    invited = Guests()
    yield invited
    await invited.close()
