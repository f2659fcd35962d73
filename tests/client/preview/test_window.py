"""The loop looks at the files and finds out what fits, and ends with its window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.client.preview.preview import Look
from game.client.preview.watched import WatchedDeck
from game.client.preview.window import Table
from game.client.settings import Settings
from tests.client.preview.bench import CARD, copied


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A window that is open, whatever is pressed in it."""
    found = Table(WatchedDeck(copied(tmp_path)), Look(), CARD, Settings())
    yield found
    found.stop()
    found.run()


def press(table: Table, key: int) -> None:
    event = pygame.Event(pygame.KEYDOWN, key=key, mod=0, window=table.windows[0].real)
    pygame.event.post(event)
    table.turn()


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, pygame.K_q])
def test_a_key_closes_the_window(table: Table, key: int) -> None:
    assert table.running
    press(table, key)
    assert not table.running


def test_escape_leaves_what_is_open_and_the_whole_screen_before_the_window(table: Table) -> None:
    press(table, pygame.K_F11)
    press(table, pygame.K_F1)
    seen = []
    for _ in range(3):
        seen.append((table.preview.dialog, table.windows[0].full, table.running))
        press(table, pygame.K_ESCAPE)
    assert seen == [("help", True, True), ("", True, True), ("", False, True)]
    assert not table.running


def test_the_loop_works_on_between_the_pictures_and_then_rests(tmp_path: Path) -> None:
    table = Table(WatchedDeck(copied(tmp_path)), Look(), CARD, Settings())
    window = table.windows[0]
    turns = 0
    while table.preview.busy:
        assert table.busy()
        table.turn()
        turns += 1
    assert turns > 50, "one picture at a time, so that the window never stands still for long"
    table.turn()
    assert any("Får plats på 1280×720" in text for text, _area in window.pane.layout.words)
    table.preview.fill()
    assert window.full
    table.stop()
    table.run()
    assert table.windows == []
