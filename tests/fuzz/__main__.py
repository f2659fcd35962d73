"""`make fuzz`: as many inputs as there is time for, and figures.

    python -m tests.fuzz --minutes 10 --seed 1
    python -m tests.fuzz --target wire --replay 1234 --seed 1

An input that finds a fault is written to build/fuzz; put it into tests/fuzz/corpus with the mend.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.fuzz.targets import TARGETS, Settle, input_of

FOUND = Path("build/fuzz")
CORPUS = Path(__file__).with_name("corpus")
ENOUGH = 20
"""Faults after which a target is left: there is something to mend."""


def main() -> int:
    """How many inputs, how they ended, how many faults; 1 when there was one."""
    given = _given()
    logging.disable(logging.CRITICAL)
    names = given.target or list(TARGETS)
    shares = sum(TARGETS[name].share for name in names)
    faults = 0
    for name in names:
        with TARGETS[name].opened() as settle:
            if given.replay is not None:
                print(name, given.replay, settle(input_of(name, given.seed, given.replay)))  # noqa: T201
                continue
            seconds = given.minutes * 60 * TARGETS[name].share / shares
            faults += _run(name, settle, given.seed, seconds)
    return 1 if faults else 0


def _run(name: str, settle: Settle, seed: int, seconds: float) -> int:
    outcomes: Counter[str] = Counter()
    began = time.monotonic()
    for path in sorted((CORPUS / name).glob("*")):  # what is kept comes first, however little time there is
        try:
            outcomes[settle(path.read_bytes())] += 1
        except Exception as fault:  # noqa: BLE001 - as below
            outcomes["faults"] += 1
            print(f"{path}: {type(fault).__name__}: {str(fault)[:500]}")  # noqa: T201
    kept = outcomes.total()
    number = 0
    while time.monotonic() - began < seconds and outcomes["faults"] < ENOUGH:
        data = input_of(name, seed, number)
        try:
            outcomes[settle(data)] += 1
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is what was looked for
            outcomes["faults"] += 1
            _keep(name, seed, number, data, fault)
        number += 1
    faults = outcomes.pop("faults", 0)
    ended = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    passed = time.monotonic() - began
    print(f"{name:9} {number + kept:7} inputs in {passed:5.0f} s ({ended}), {faults} faults", flush=True)  # noqa: T201
    return faults


def _keep(name: str, seed: int, number: int, data: bytes, fault: Exception) -> None:
    FOUND.mkdir(parents=True, exist_ok=True)
    path = FOUND / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    print(f"{name} --seed {seed} --replay {number}: {type(fault).__name__}: {str(fault)[:500]} -> {path}")  # noqa: T201
    traceback.print_exception(fault, limit=-4)


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", action="append", choices=sorted(TARGETS))
    parser.add_argument("--replay", type=int, help="one input of the target, by its number")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
