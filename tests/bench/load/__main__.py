"""`make bench ARGS=load`; `load-quick` in under two minutes; `load-profile` for the stages alone.

`--cycles N` rounds of bursts; `--only TEXT` scenarios with this in their name; `--beside PATH` our server of
another checkout too, paired, to see what a change has done.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.load.report import table, write
from tests.bench.load.runs import Outcome, run, scenarios
from tests.bench.load.stages import stages

OUT = Path("build/bench")


def main(given: Sequence[str]) -> None:
    """Measure, print, write the report."""
    parser = argparse.ArgumentParser(prog="bench")
    parser.add_argument("what", choices=("load", "load-quick", "load-profile"))
    parser.add_argument("--cycles", type=int, default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--beside", type=Path)
    args = parser.parse_args(given)
    if args.what == "load-profile":
        sys.stdout.write(asyncio.run(stages()))
        return
    quick = args.what == "load-quick"
    also = () if quick else ("node", "colyseus", "memory", "stock")
    chosen = scenarios(args.cycles or (2 if quick else 7), also, quick=quick)
    outcomes: list[Outcome] = [
        asyncio.run(run(scenario, args.beside)) for scenario in chosen if args.only in scenario.name
    ]
    told = "" if quick or args.only else asyncio.run(stages())
    path = write(OUT, outcomes, told)
    sys.stdout.write(f"{table(outcomes)}\n{told}({path})\n")


if __name__ == "__main__":
    main(sys.argv[1:])
