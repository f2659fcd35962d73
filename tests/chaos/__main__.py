"""`make chaos`: kill the server, again and again, and look whether every promise was kept.

`--kills N` how many; `--seed N` which; the same seed sets the same traps.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.chaos.night import Figures, Night


def main() -> None:
    """Ends in figures; any broken promise is an error."""
    parser = argparse.ArgumentParser(prog="chaos")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bemot-chaos-") as folder:
        night = Night(Path(folder), args.kills, args.seed, tell=_tell)
        figures = asyncio.run(night.run())
    sys.stdout.write(_told(figures, args.seed))


def _tell(figures: Figures) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(f"\r{figures.kills.total()} kills, {figures.sessions} sessions")
        sys.stdout.flush()


def _told(figures: Figures, seed: int) -> str:
    where = ", ".join(f"{n} {point}" for point, n in figures.kills.most_common())
    return (
        f"\nseed {seed}, {figures.seconds:.0f} s: {figures.kills.total()} kills, {figures.sessions} sessions"
        f"\n  where: {where}"
        f"\n  network: {', '.join(f'{n} {fault}' for fault, n in figures.faults.most_common())}"
        f"\n  {figures.acknowledged} acknowledged commands, 0 lost, 0 kept twice"
        f"\n  {figures.kept_unanswered} kept at a kill without an answer, sent again and counted once"
        f"\n  {figures.ballots} ballots looked at in open boxes, {figures.choices} the seat's last choice"
        f"\n  {figures.votes} votes at the end of their cards, 0 counted wrong"
        f"\n  {figures.paused} rooms came back paused; {figures.returns} times a client came back by itself\n"
    )


if __name__ == "__main__":
    main()
