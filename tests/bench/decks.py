"""How long a designer waits for a deck to be checked, drawn and printed, in milliseconds a card.

The baseline is what nobody can do without: reading the same files with the YAML reader and nothing more.
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from ruamel.yaml import YAML

from game.cards.check import check_deck
from game.cards.load import read_deck
from game.client.fit import Renderer
from game.places import decks
from game.printing.job import Wish, prepare
from game.printing.press import Press

DECK = decks() / "motet"
"""Thirty long dilemmas in two languages."""


class PerCard(NamedTuple):
    """Milliseconds a card."""

    parsed: float
    checked: float
    fitted: float
    printed: float


def per_card(runs: int = 3) -> PerCard:
    """Medians of some runs, with fonts loaded and the renderer made beforehand."""
    files = sorted(DECK.glob("cards/*.yaml"))
    renderer, press, reading = Renderer(), Press(), read_deck(DECK)

    def parse() -> None:
        for file in files:
            YAML(typ="safe", pure=True).load(file.read_text("utf-8"))

    def printed() -> None:
        prepare(press, [reading], Wish()).pdf(press)

    return PerCard(
        _median(parse, files, runs),
        _median(lambda: check_deck(DECK), files, runs),
        _median(lambda: check_deck(DECK, fit=renderer), files, runs),
        _median(printed, files, runs),
    )


def _median(work: Callable[[], object], files: list[Path], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return 1000 * statistics.median(times) / len(files)
