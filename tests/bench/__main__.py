"""`make bench`: the budgets of a window and of a vote's way: medians, ratios to a baseline in this run.

With arguments it is a server under load: see `tests.bench.load`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench import decks, trends, way, window
from tests.bench.load import __main__ as load

SAMPLES = 5


def main() -> None:
    """Print a line a figure: measured, budget, and the ratio to the baseline."""
    start, bare = window.medians("start", SAMPLES), window.medians("bare", SAMPLES)
    _tell(
        "first picture at 1080p, ms from the process's birth",
        start["ms"],
        500,
        bare["ms"],
        "a bare pygame window",
    )
    _tell("that window can be used, ms from birth", start["alive"], 1000)
    _tell("memory of the start window, MB", start["mb"], 120, bare["mb"], "a bare pygame window")
    full, plain = window.frames()
    _tell("a whole frame of a vote at 1080p, ms", full, 8, plain, "one fill and one blit of the window")
    rest = window.medians("rest", 3)
    _tell("at rest, per cent of a core", rest["percent"], 2)
    card = decks.per_card()
    _tell("deck check, ms a card", card.checked, 100, card.parsed, "reading its YAML")
    _tell("deck check with every card drawn, ms a card", card.fitted, 500, card.parsed, "reading its YAML")
    _tell("deck print, ms a card", card.printed, 250, card.parsed, "reading its YAML")
    with tempfile.TemporaryDirectory(prefix="bemot-bench-") as folder:
        waits = way.way(Path(folder))
        year = trends.waited(Path(folder))
    _tell("vote to everybody's screen, median ms", statistics.median(waits), 50)
    _tell("vote to everybody's screen, slowest of ten, ms", statistics.quantiles(waits, n=10)[-1], 100)
    _tell(
        f"trend of a year, {trends.TABLES} tables in {year.rooms} rooms, as a PDF, s",
        year.year,
        10,
        year.empty,
        "one room",
    )


def _tell(what: str, measured: float, budget: float, baseline: float | None = None, of: str = "") -> None:
    verdict = "within" if measured <= budget else "OVER"
    beside = f", {measured / baseline:.1f} x {of} ({baseline:.1f})" if baseline else ""
    sys.stdout.write(f"{what}: {measured:.1f} ({verdict} {budget:g}{beside})\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:]:
        load.main(sys.argv[1:])
    else:
        main()
