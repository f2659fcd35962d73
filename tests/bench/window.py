"""What one window costs: start, frame, rest and memory. Each figure stands beside a bare pygame window's.

python -m tests.bench.window start|bare|rest runs one sample in a process of its own and prints it as JSON.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

if TYPE_CHECKING:
    from game.client.pilot import Pilot

SIZE = (1920, 1080)
REST = 6.0
"""Seconds that a resting window is watched."""
BORN = "BEMOT_BENCH_BORN"


def sample(name: str) -> dict[str, float]:
    """One sample, in a process of its own."""
    env = {**os.environ, BORN: repr(time.time())}
    command = [sys.executable, "-m", "tests.bench.window", name]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def medians(name: str, times: int) -> dict[str, float]:
    """The median of each figure over some samples."""
    samples = [sample(name) for _ in range(times)]
    return {key: statistics.median(each[key] for each in samples) for key in samples[0]}


def frames(times: int = 30) -> tuple[float, float]:
    """(ms for a whole 1080p frame of a vote, ms to fill and blit as many pixels bare)."""
    import pygame

    pilot = _vote()
    full = _median(lambda: _whole(pilot), times)
    layer = pygame.Surface(SIZE, pygame.SRCALPHA)
    bare = _median(lambda: (pilot.surface.fill("white"), pilot.surface.blit(layer, (0, 0))), times)
    return full, bare


def _vote() -> Pilot:
    from game.client.settings import Settings
    from game.client.stations import team
    from tests.client.tables import House

    house = House("APT 30", cards=["motet/sockorna"])
    solo = house.solo()
    house.host()
    house.to("vote")
    return house.pilot(solo, team.build, SIZE, Settings())


def _whole(pilot: Pilot) -> None:
    """Draw everything anew."""
    pilot.pane.redraw()
    pilot.pane.draw(pilot.surface)


def _median(work: Callable[[], object], times: int) -> float:
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent)


def _memory() -> float:
    """This process's resident memory in MB, where the system tells."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def _since_birth() -> float:
    return (time.time() - float(os.environ[BORN])) * 1000


def _start() -> dict[str, float]:
    """The program's own start window, from the birth of the process to its first picture."""
    from game.client.first import first_picture
    from game.client.settings import Settings

    app, window = first_picture(Settings(), SIZE)
    spent = _since_birth()
    from game.client.session import Options, Session

    session = Session(Options(folder=_folder(), size=SIZE), None, app)
    session.open(window=window)
    app.turn()
    alive = _since_birth()
    session.close()
    return {"ms": spent, "alive": alive, "mb": _memory()}


def _bare() -> dict[str, float]:
    """A bare pygame window, filled once."""
    import pygame

    pygame.display.init()
    window = pygame.Window("bare", SIZE)
    window.get_surface().fill("white")
    window.flip()
    return {"ms": _since_birth(), "mb": _memory()}


def _rest() -> dict[str, float]:
    """A whole client in its start window, left alone: the share of one core it uses, and its memory."""
    from game.client.session import Options, Session

    session = Session(Options(folder=_folder(), size=SIZE))
    session.open()
    threading.Timer(REST / 2, lambda: marks.append(time.process_time())).start()
    marks: list[float] = []
    threading.Timer(REST, session.stop).start()
    began = time.perf_counter()
    session.run()
    wall = time.perf_counter() - began - REST / 2
    return {"percent": (time.process_time() - marks[0]) / wall * 100, "mb": _memory()}


def _folder() -> Path:
    import tempfile

    return Path(tempfile.mkdtemp(prefix="bemot-bench-"))


if __name__ == "__main__":
    told = {"start": _start, "bare": _bare, "rest": _rest}[sys.argv[1]]()
    sys.stdout.write(json.dumps(told) + "\n")
