"""A connection in a thread of its own, for a loop that draws and must never wait."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from game.client.connection import Wire
from game.client.news import News, Refused, Saved
from game.client.outbox import Kept, Outbox, Pending
from game.rules.command import Command
from game.wire import Join, Return


class Link:
    """A wire in a thread of its own, to be used from the loop that draws; only `stop` waits, and not long.

    News are put into `mailbox`, after which `wake` is called (on the network thread). With `keep`, the token
    and what is not yet answered are in that file: `home` then tells of the room an earlier run was in.
    """

    def __init__(
        self,
        address: str,
        mailbox: queue.SimpleQueue[News],
        wake: Callable[[], object],
        keep: Path | None = None,
    ) -> None:
        def hear(news: News) -> None:
            mailbox.put(news)
            wake()

        self._outbox = Outbox(keep)
        self._runner = asyncio.Runner(loop_factory=asyncio.new_event_loop)
        self._loop = self._runner.get_loop()
        self._wire = Wire(address, hear, self._outbox)
        self._thread = threading.Thread(target=self._run, name="bemot-link", daemon=True)
        self._thread.start()

    @property
    def home(self) -> Kept | None:
        """The room this station is in, or was in when an earlier run ended."""
        return self._outbox.home

    def join(self, join: Join, address: str | None = None) -> None:
        """Go through the door of a room, leaving the one before."""
        self._outbox.turn_to(None)
        self._on_loop(self._wire.go, join, address)

    def resume(self, token: str, address: str | None = None) -> None:
        """Come back with a token; what still waited for that room is then sent."""
        self._outbox.turn_to(token)
        self._on_loop(self._wire.go, Return(token=token), address)

    def send(self, command: Command) -> str:
        """Into the outbox, and away as soon as there is a server; gives the command's id."""
        command_id = self._outbox.put(command)
        self._on_loop(self._wire.nudge)
        return command_id

    def state(self, command_id: str) -> Pending | Saved | Refused | None:
        """How it stands with a command; None when it is unknown or long ago."""
        return self._outbox.state(command_id)

    def ask_key(self, kind: Literal["host", "helper"] = "helper") -> None:
        """Ask for a new key to hand out. `KeyTold` comes soon: it waits for no lost network."""
        self._on_loop(self._wire.ask_key, kind)

    def ask_pledge(self, mark: str) -> None:
        """Ask for what lies under this mark. `PledgeTold` comes soon: it waits for no lost network."""
        self._on_loop(self._wire.ask_pledge, mark)

    def leave(self) -> None:
        """Out of the room for good; what waits is sent first if there is a server."""
        self._on_loop(self._wire.leave)

    def stop(self) -> None:
        """Close the connection and end the thread; the room and what waits for it are kept."""
        self._on_loop(self._wire.stop)
        self._thread.join(timeout=2)

    def _on_loop(self, what: Callable[..., None], *given: Any) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: the link has been stopped
            self._loop.call_soon_threadsafe(what, *given)

    def _run(self) -> None:
        with self._runner:
            self._runner.run(self._wire.run())
