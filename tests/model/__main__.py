"""`python -m tests.model --states N --seed S`: every world, at most so many states each; ends in figures, and
with 1 when one is stuck.
"""

from __future__ import annotations

import argparse
import sys

from tests.model.explore import WORLDS, explore


def main(most: int, seed: int) -> int:
    """How many are stuck."""
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
    parser.add_argument("--states", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sys.exit(1 if main(given.states, given.seed) else 0)
