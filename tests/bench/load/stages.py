"""Where our server's time goes: every stage's share of its processor time, in a run of its own."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.load.machine import python_server
from tests.bench.load.ours import Ours
from tests.bench.load.site import Plan

BURSTS = 2

_LOOP = (
    ("parse: pydantic", ("main.model_validate_json",), ()),
    ("taking in commands", ("sockets.take",), ("main.model_validate_json",)),
    ("answering", ("rooms.settled",), ()),
    ("view making", ("hub._parcels",), ()),
    ("encoding", ("fast.emit",), ()),
    ("writing to sockets", ("fast._write",), ()),
)
_WRITER = (
    ("decide", ("engine.decide",), ("facts.key",)),
    ("keys", ("facts.key",), ()),
    ("rows", ("batch.settle",), ("engine.decide",)),
    ("repeats looked up", ("batch.recall",), ()),
    ("rows written", ("batch.write",), ()),
    ("begin and commit", ("sqlite._transaction",), ()),
)
"""Stage, functions ("module.function") whose time it is, and those inside them whose time is another's."""


async def stages() -> str:
    """Markdown: two hundred tables, votes all at once and over a second."""
    lines = ["## Where the time goes", "", "Our server alone, profiled; shares of its processor time.", ""]
    lines += ["| thread | stage | all at once | over 1 s |", "|---|---|---|---|"]
    once, spread = [await _profile(window) for window in (0.0, 1.0)]
    for thread, stage in once:
        lines.append(
            f"| {thread} | {stage} | {once[thread, stage]:.0%} | {spread.get((thread, stage), 0):.0%} |"
        )
    return "\n".join(lines) + "\n"


async def _profile(window: float) -> dict[tuple[str, str], float]:
    with TemporaryDirectory(prefix="bemot-bench-") as folder:
        out = Path(folder) / "profile.json"
        machine = python_server("tests.bench.load.profiled_server", f"{folder}/bemot.sqlite", str(out))
        site = Ours("profiled", machine, Plan(200, 5))
        try:
            await site.seat_everybody()
            machine.tell(signal.SIGUSR1)
            for seed in range(BURSTS):
                await site.burst(window, seed)
            machine.tell(signal.SIGUSR2)
            while not out.exists():  # noqa: ASYNC110 - another process writes it
                await asyncio.sleep(0.1)
            return shares(json.loads(out.read_text("utf-8")))
        finally:
            site.close()


def shares(told: Mapping[str, Any]) -> dict[tuple[str, str], float]:
    """(thread, stage) -> share of all time.

    >>> took = {"hub._parcels": 2.0, "sockets.take": 3.0, "main.model_validate_json": 1.0}
    >>> found = shares({"loop": {"all": 8.0, "functions": took}, "writer": {"all": 2.0, "functions": {}}})
    >>> found["loop", "view making"], found["loop", "taking in commands"]
    (0.2, 0.2)
    >>> found["loop", "event loop, tasks, queues and the rest"]
    0.3
    """
    everything = told["loop"]["all"] + told["writer"]["all"]
    found: dict[tuple[str, str], float] = {}
    for thread, known in (("loop", _LOOP), ("writer", _WRITER)):
        took = told[thread]["functions"]
        left = told[thread]["all"]
        for stage, names, inside in known:
            spent = sum(took.get(name, 0.0) for name in names) - sum(took.get(name, 0.0) for name in inside)
            left -= spent
            found[thread, stage] = max(0.0, spent) / everything
        rest = "event loop, tasks, queues and the rest" if thread == "loop" else "the rest"
        found[thread, rest] = max(0.0, left) / everything
    return found
