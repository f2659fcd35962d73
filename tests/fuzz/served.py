"""A real server in a process of its own, whose words and memory are looked at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

LOOSE = {
    "BEMOT_LOG_LEVEL": "warning",
    "BEMOT_LIMITS__COMMANDS": "100000",
    "BEMOT_LIMITS__COMMAND_BURST": "100000",
    "BEMOT_LIMITS__TRIES": "100000",
    "BEMOT_LIMITS__TRIES_BURST": "100000",
    "BEMOT_LIMITS__KEYS": "100000",
    "BEMOT_LIMITS__KEYS_BURST": "100000",
    "BEMOT_LIMITS__ROOMS": "100000",
    "BEMOT_LIMITS__ROOMS_BURST": "100000",
}
"""Limits out of the way: what lies behind them is to be reached."""


class Served(AbstractContextManager["Served"]):
    """`url` listens as long as the block lasts."""

    def __init__(self, folder: Path, env: dict[str, str] | None = None) -> None:
        self._words = folder / "server.log"
        command = [sys.executable, "-m", "game", "serve", "--announce", "--hidden", "--host", "127.0.0.1"]
        command += ["--port", "0", "--database", str(folder / "bemot.sqlite")]
        with self._words.open("wb") as words:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=words,
                env={**os.environ, **LOOSE, **(env or {})},
            )
        assert self._process.stdout is not None
        self.url: str = json.loads(self._process.stdout.readline())["url"]

    def __exit__(self, *error: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.terminate()
        self._process.wait(20)
        self._process.stdout.close()

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def words(self) -> str:
        """All it has said so far of warnings and errors."""
        return self._words.read_text("utf-8", "replace")

    def memory(self) -> int:
        """Megabytes in use; 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text("ascii")
        except OSError:
            return 0
        return int(status.split("VmRSS:")[1].split()[0]) // 1024
