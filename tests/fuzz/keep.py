"""Keeps the few inputs that together reach as much of our code as all of them do.

    python -m tests.fuzz.keep --target deck --inputs 300 --seed 1

They are put into the corpus, which is run through before anything new. A server's inputs are not looked at,
as it runs in a process of its own.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

import coverage

from tests.fuzz.targets import TARGETS, Settle, input_of

CORPUS = Path(__file__).with_name("corpus")
LOOKED_AT = ("deck", "package", "sheet", "picture", "setting")
LARGEST = 16 * 1024
"""Bytes of an input that is kept."""
Line = tuple[str, int]


def lines_of(settle: Settle, data: bytes) -> frozenset[Line]:
    """The lines of ours that settling this input runs."""
    seen = coverage.Coverage(data_file=None, source=["game", "server"])
    seen.start()
    try:
        settle(data)
    finally:
        seen.stop()
    found = seen.get_data()
    return frozenset(
        (Path(name).name, line) for name in found.measured_files() for line in found.lines(name) or ()
    )


def fewest(reached: dict[bytes, frozenset[Line]]) -> list[bytes]:
    """Inputs that reach all the lines that all of them do: the one that adds most first, of those the
    shortest.

    >>> fewest({b"aa": frozenset({("x", 1)}), b"b": frozenset({("x", 1)}), b"c": frozenset({("y", 2)})})
    [b'b', b'c']
    """
    left = set[Line]().union(*reached.values())
    kept: list[bytes] = []
    while left:
        best = max(reached, key=lambda data: (len(reached[data] & left), -len(data)))
        kept.append(best)
        left -= reached[best]
    return kept


def main(target: str, inputs: int, seed: int) -> None:
    """Writes them."""
    with TARGETS[target].opened() as settle:
        made = {input_of(target, seed, number) for number in range(inputs)}
        reached = {data: lines_of(settle, data) for data in sorted(made) if len(data) <= LARGEST}
    kept = fewest(reached)
    (CORPUS / target).mkdir(parents=True, exist_ok=True)
    for data in kept:
        (CORPUS / target / f"reaches-{hashlib.sha256(data).hexdigest()[:12]}").write_bytes(data)
    lines, size = len(set[Line]().union(*reached.values())), sum(map(len, kept))
    sys.stdout.write(
        f"{target}: {len(kept)} of {len(reached)} inputs reach all {lines} lines, {size} bytes\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.keep")
    parser.add_argument("--target", action="append", choices=LOOKED_AT)
    parser.add_argument("--inputs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for name in given.target or LOOKED_AT:
        main(name, given.inputs, given.seed)
