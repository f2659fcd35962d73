"""How long somebody waits for the trend of a year: 800 tables of which nothing has been written down yet.

The rules and the store make the year. The baseline is the same command with nothing to read.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
from pathlib import Path
from random import Random
from time import perf_counter
from typing import NamedTuple

from tests.trend.year import halls, lived

TABLES = 800


class Waited(NamedTuple):
    """Seconds, and how many rooms the tables sat in."""

    year: float
    empty: float
    rooms: int


def waited(folder: Path, runs: int = 3) -> Waited:
    """Medians of some runs of `bemot trend -o trend.pdf`."""
    plans = halls(TABLES, Random(7))
    year = asyncio.run(lived(folder / "year.sqlite", plans))
    empty = asyncio.run(lived(folder / "empty.sqlite", plans[:1]))
    return Waited(_median(year, folder, runs), _median(empty, folder, runs), len(plans))


def _median(database: Path, folder: Path, runs: int) -> float:
    file = folder / "trend.pdf"
    command = [sys.executable, "-m", "game", "trend", "--from", str(database), "-o", str(file), "--force"]
    times = []
    for _ in range(runs):
        start = perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(perf_counter() - start)
    return statistics.median(times)
