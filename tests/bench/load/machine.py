"""Servers as processes of their own, and what the system says of them. Linux only."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen

from game.process import announced

ENV = {"BEMOT_LOG_LEVEL": "error", "BEMOT_LIMITS__ROOMS_BURST": "1000"}
HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]


class Machine:
    """One server. `port` stays the same over a restart."""

    def __init__(self, command: Sequence[str], folder: Path = ROOT, env: Mapping[str, str] = {}) -> None:
        self._command, self._folder, self._env = list(command), folder, dict(env)
        self._life = ExitStack()
        self._process: Popen[str] | None = None
        self.url = ""
        self.start()

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[-1])

    def start(self) -> None:
        """It listens when this returns."""
        port = str(self.port) if self.url else "0"
        command = [part.replace("{port}", port) for part in self._command]
        # The checkout meant, not the one this process happens to stand in.
        there = {"PYTHONPATH": str(self._folder), "PYTHONSAFEPATH": "1"}
        env = {**os.environ, **ENV, **self._env, **there}
        self.url, self._process = self._life.enter_context(announced(command, env))

    def stop(self) -> None:
        """As whoever runs it would: asked to end, and waited for."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        self._process.wait()
        self._life.close()

    def tell(self, signal_number: int) -> None:
        """Sends it a signal."""
        assert self._process is not None
        self._process.send_signal(signal_number)

    def close(self) -> None:
        self._life.close()

    def cpu(self) -> float:
        """Seconds of processor time that all its threads have used since it began."""
        return time.clock_gettime((~self._pid << 3) | 2)  # the process's own clock, to the nanosecond

    def memory(self) -> float:
        """Kilobytes resident."""
        lines = Path(f"/proc/{self._pid}/status").read_text("ascii").splitlines()
        return next(float(line.split()[1]) for line in lines if line.startswith("VmRSS"))

    @property
    def _pid(self) -> int:
        assert self._process is not None
        return self._process.pid


def own_server(database: Path, folder: Path = ROOT, env: Mapping[str, str] = {}) -> Machine:
    """`bemot serve` of the checkout in `folder`, on this file."""
    command = [sys.executable, "-m", "game", "serve", "--announce", "--host", "127.0.0.1", "--port", "{port}"]
    return Machine([*command, "--database", str(database)], folder, env)


def python_server(module: str, *given: str) -> Machine:
    """A server of ours for the bench, as a module that takes a port."""
    return Machine([sys.executable, "-m", module, "{port}", *given])


def node_server(script: str, package: str) -> Machine | None:
    """A bare server on node, where node is and NODE_PATH names a folder that holds the package."""
    node, modules = shutil.which("node"), os.environ.get("NODE_PATH", "")
    if node is None or not (Path(modules) / package).is_dir():
        return None
    env = {"NODE_PATH": modules, "NODE_ENV": "production"}
    return Machine([node, str(HERE / script), "{port}"], env=env)
