"""`python -m tests.model`: first small sessions whole (`--part whole`, some ten minutes), then large ones as
far as `--states N --seed S` go (`--part near`); ends in figures, and with 1 when one is stuck.
"""

from __future__ import annotations

import argparse
import sys

from tests.model.explore import WORLDS, explore
from tests.model.whole import LONG, SHORT, explore_whole


def whole() -> int:
    """How many are stuck in small sessions, of all that can happen there."""
    found = []
    for small in (*SHORT, *LONG):
        found.append(explore_whole(small, prove=small in SHORT))
        sys.stdout.write(f"{found[-1]}\n")
        sys.stdout.write("".join(f"  stuck {way}\n" for way in found[-1].stuck[:5]))
        sys.stdout.flush()
    states, transitions = sum(one.states for one in found), sum(one.transitions for one in found)
    stuck = sum(len(one.stuck) for one in found)
    sys.stdout.write(f"{states} states, all there are, {transitions} transitions; {stuck} stuck\n")
    return stuck


def near(most: int, seed: int) -> int:
    """How many are stuck near large sessions as they are meant."""
    found = []
    for world in WORLDS:
        found.append(explore(world, most, seed))
        sys.stdout.write(f"{found[-1]}\n")
        sys.stdout.write("".join(f"  stuck {way}\n" for way in found[-1].stuck[:5]))
        sys.stdout.flush()
    states, transitions = sum(one.states for one in found), sum(one.transitions for one in found)
    stuck, deepest = sum(len(one.stuck) for one in found), max(one.depth for one in found)
    sys.stdout.write(f"{states} states, {transitions} transitions, depth {deepest}; {stuck} stuck\n")
    return stuck


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.model")
    parser.add_argument("--part", choices=("whole", "near", "both"), default="both")
    parser.add_argument("--states", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    stuck = whole() if given.part != "near" else 0
    stuck += near(given.states, given.seed) if given.part != "whole" else 0
    sys.exit(1 if stuck else 0)
