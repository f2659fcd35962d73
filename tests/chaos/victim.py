"""The server as a process: killed from within or without, started again where it was."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.chaos.traps import Trap, serve

START = 30.0
"""Seconds a server may take to listen."""


class NeverUp(Exception):
    """A server that was not to be killed did not start."""


class Victim:
    """One server at a time, always on the same port and file. Its processes are forked from one that has
    everything imported, so that a start takes little.
    """

    def __init__(self, database: Path) -> None:
        self.database = database
        self.port = 0
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["tests.chaos.traps"])
        self._process: BaseProcess | None = None
        self._told: Connection | None = None

    def start(self, trap: Trap) -> None:
        """A new process; it may be dead before it listens."""
        self._told, tell = self._context.Pipe(duplex=False)
        self._process = self._context.Process(
            target=serve, args=(trap, self.port, self.database, tell), daemon=True
        )
        self._process.start()
        tell.close()

    async def listening(self) -> bool:
        """Waits until it listens; False when it has died before."""
        return await asyncio.to_thread(self._heard)

    async def dead_within(self, seconds: float) -> bool:
        """Waits for its death, but no longer."""
        assert self._process is not None
        await asyncio.to_thread(self._process.join, seconds)
        return self._process.exitcode is not None

    async def kill(self) -> None:
        """Now. Raises `NeverUp` when it had ended in any other way than by a kill."""
        process = self._process
        assert process is not None
        process.kill()
        await asyncio.to_thread(process.join)
        if process.exitcode != -signal.SIGKILL:
            raise NeverUp(f"the server ended by itself: {process.exitcode}")

    def _heard(self) -> bool:
        assert self._told is not None
        try:
            if not self._told.poll(START):
                raise NeverUp("the server does not start")
            self.port = self._told.recv()
        except EOFError:
            return False
        return True
