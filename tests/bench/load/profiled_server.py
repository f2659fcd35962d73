"""Our server under a profiler in each of its two threads, by processor time.

python -m tests.bench.load.profiled_server PORT DATABASE OUT: SIGUSR1 begins, SIGUSR2 ends and writes to OUT
what each function took with all it called. A profiler slows what it looks at, most of all many small calls,
so the shares are rough and nothing else is measured then.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
from collections.abc import Sequence
from cProfile import Profile
from pathlib import Path
from pstats import Stats
from typing import Any

import server.app
from game.process import when_orphaned
from server.app import Running, run
from server.config import Settings
from server.store.sqlite import SqliteStore

LOOP, WRITER = Profile(time.thread_time), Profile(time.thread_time)


class _Watch:
    """Whether the profilers look."""

    on = False


class Profiled(SqliteStore):
    """The same store; its thread is looked at too."""

    def _work(self, tasks: Sequence[Any]) -> list[Any]:
        if not _Watch.on:
            return super()._work(tasks)
        WRITER.enable()
        try:
            return super()._work(tasks)
        finally:
            WRITER.disable()


def begin() -> None:
    _Watch.on = True
    LOOP.enable()


def end(out: Path) -> None:
    _Watch.on = False
    LOOP.disable()
    told = {name: _told(profile) for name, profile in (("loop", LOOP), ("writer", WRITER))}
    fresh = out.with_suffix(".new")
    fresh.write_text(json.dumps(told), "utf-8")
    fresh.rename(out)  # there at once and whole


def _told(profile: Profile) -> dict[str, Any]:
    """Seconds in all, and those of each function with what it called: "module.function"."""
    stats: dict[tuple[str, int, str], tuple[int, int, float, float, Any]] = Stats(profile).stats  # type: ignore[attr-defined]
    whole: dict[str, float] = {}
    for (file, _, name), (_, _, _, cumulative, _) in stats.items():
        key = f"{Path(file).stem}.{name}"
        whole[key] = whole.get(key, 0.0) + cumulative
    return {"all": sum(own for _, _, own, _, _ in stats.values()), "functions": whole}


def main(port: int, database: Path, out: Path) -> None:
    """Serves until whoever started it is gone."""

    def ready(running: Running) -> None:
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGUSR1, begin)
        loop.add_signal_handler(signal.SIGUSR2, end, out)
        when_orphaned(lambda: loop.call_soon_threadsafe(running.stop))
        sys.stdout.write(json.dumps({"url": running.url}) + "\n")
        sys.stdout.flush()

    server.app.SqliteStore = Profiled  # type: ignore[attr-defined]
    run(Settings(host="127.0.0.1", port=port, database=database), ready=ready)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
