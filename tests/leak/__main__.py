"""`python -m tests.leak --seed N --sessions M`: sessions, twins and faults; ends in figures, and with 1 when
something leaked.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from typing import get_args

from game import places
from tests.leak.broken import provoked
from tests.leak.play import Pace
from tests.leak.run import Found, reports, session
from tests.leak.search import in_texts
from tests.leak.secrets import Kind
from tests.leak.twins import TRIALS, compared


async def main(seed: int, sessions: int) -> int:
    """How many leaked."""
    found, apart, twins, frames = Found(), list[str](), 0, 0
    decks = (places.decks(),)
    for n in range(sessions):
        with tempfile.TemporaryDirectory() as folder:
            pace: Pace = "hall" if n % 2 else "table"
            play = await session(Path(folder), seed + n, pace, found, decks=decks)
            if n < 4:
                told = await asyncio.to_thread(reports, Path(folder) / f"{seed + n}-{pace}.sqlite", play.code)
                for name, texts in told.items():
                    kinds = ("replaced", "key") if name == "an export" else get_args(Kind)
                    found.leaks += in_texts(play, texts, name, kinds)
            for trial in TRIALS[n % len(TRIALS) :: len(TRIALS)]:
                told_apart, compared_frames = await compared(
                    Path(folder) / f"twins-{trial.phase}-{trial.who}-{len(trial.says)}", trial, seed + n
                )
                apart, twins, frames = apart + told_apart, twins + len(trial.says), frames + compared_frames
        sys.stdout.write(f"{found}\n")
        sys.stdout.flush()
    with tempfile.TemporaryDirectory() as folder:
        faults, quoted = await provoked(Path(folder))
    sys.stdout.write(f"{twins} twins, {frames} frames compared; {len(apart)} told apart\n")
    sys.stdout.write(f"{faults} faults provoked; {len(quoted)} quoted an answer\n")
    wrong = found.leaks + apart + quoted
    if found.pairs > 400 and not 0.3 < found.alike / found.pairs < 0.7:
        wrong.append("ballots lie in the order in which they were cast")
    for line in sorted(set(wrong)):
        sys.stdout.write(f"  {line}\n")
    return len(wrong)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.leak")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sessions", type=int, default=8)
    given = parser.parse_args()
    sys.exit(1 if asyncio.run(main(given.seed, given.sessions)) else 0)
