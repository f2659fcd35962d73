"""A designer with the preview beside the editor: a real window, real keys, and a card that is saved."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from game.places import decks
from tests.e2e.screens import NEEDED, Person

PICTURES = Path(os.environ.get("BEMOT_PICTURES", "build/windows"))

pytestmark = [
    pytest.mark.window,
    pytest.mark.slow,
    pytest.mark.xdist_group("windows"),
    pytest.mark.timeout(120),
]


def test_a_saved_card_is_seen_in_the_open_window(tmp_path: Path) -> None:
    missing = [program for program in NEEDED if shutil.which(program) is None]
    assert not missing, f"install {', '.join(missing)}: .ci/run does"
    deck = Path(shutil.copytree(decks() / "motet", tmp_path / "motet"))
    card = deck / "cards" / "sockorna.yaml"
    with Person(tmp_path, "deck", "preview", str(deck), "sockorna") as designer:
        before = designer.look()
        designer.press("3")
        designer.until_changed(before)
        designer.shot(PICTURES / "preview-1-talk.png")

        before, text = designer.look(), card.read_text(encoding="utf-8")
        card.write_text(text.replace("Tänk om mannen i baksätet", "Tänk om kvinnan därbak"), encoding="utf-8")
        designer.until_changed(before)
        designer.shot(PICTURES / "preview-2-saved.png")

        before = designer.look()
        card.write_text(text[: len(text) // 2] + "\n  : [", encoding="utf-8")
        designer.until_changed(before)
        designer.shot(PICTURES / "preview-3-half-written.png")

        before = designer.look()
        designer.press("F1")
        designer.until_changed(before)
        assert designer.client.poll() is None
