"""The real server as a process of its own, which can be killed and started again where it was."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from subprocess import Popen

from game.process import announced

ENV = {"BEMOT_LOG_LEVEL": "error", "BEMOT_LIMITS__ROOMS_BURST": "1000"}


class Service(AbstractContextManager["Service"]):
    """`url` stays the same over a restart."""

    def __init__(self, folder: Path) -> None:
        self._database = folder / "bemot.sqlite"
        self._stack = ExitStack()
        self._process: Popen[str] | None = None
        self.url = ""
        self.start()

    def start(self) -> None:
        port = self.url.rsplit(":", 1)[-1] if self.url else "0"
        command = [sys.executable, "-m", "game", "serve", "--announce", "--host", "127.0.0.1", "--port", port]
        running = announced([*command, "--database", str(self._database)], {**os.environ, **ENV})
        self.url, self._process = self._stack.enter_context(running)

    def kill(self) -> None:
        """As a power cut would: no goodbye, nothing flushed."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        self._stack.close()

    def restart(self) -> None:
        self.kill()
        self.start()

    def __exit__(self, *error: object) -> None:
        self._stack.close()
