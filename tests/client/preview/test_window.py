"""The loop looks at the files and finds out what fits, and ends with its window."""

from __future__ import annotations

from pathlib import Path

from game.client.preview.preview import Look
from game.client.preview.watched import WatchedDeck
from game.client.preview.window import Table
from game.client.settings import Settings
from tests.client.preview.bench import CARD, copied


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
