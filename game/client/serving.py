"""A server that this machine runs for its people. Only the command line knows how to start one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from game.client.trouble import Trouble


class ServerHandle(Protocol):
    """A server in a process of its own."""

    @property
    def url(self) -> str:
        """Where this machine reaches it: scheme, host and port."""

    @property
    def addresses(self) -> Sequence[str]:
        """Where others reach it, the best first."""

    def stop(self) -> None:
        """End it in good order. Rooms and votes are kept on disk."""

    def wait(self) -> bool:
        """Wait, in a thread of its own, until the server has ended, for whatever reason.

        False, at once, when it is not this program's to start again.
        """


StartServer = Callable[[], ServerHandle]
"""Waits until the server answers. Raises NotStarted."""


class NotStarted(Trouble):
    """The server could not be started; `message` says why, in every language, such as that the port is
    taken.
    """

    def __init__(self, message: Mapping[str, str]) -> None:
        super().__init__("not_started")
        self._said = dict(message)

    @property
    def message(self) -> dict[str, str]:
        """The server's own sentence."""
        return self._said


@dataclass(frozen=True)
class Company:
    """Bots beside a host: so many tables, with so many seats at each."""

    tables: int = 6
    seats: int = 5
    speed: Literal["fast", "human"] = "human"


class Rehearsal(Protocol):
    """A server of its own for a rehearsal, and the bots that fill it. Its rooms and votes are thrown away."""

    @property
    def server(self) -> ServerHandle:
        """The server that was started last."""

    def start_again(self) -> ServerHandle:
        """Start the server where it was, with its rooms, after it has died. Raises NotStarted."""

    def fill(self, room: str, company: Company) -> None:
        """Let bots sit down in the room at this address and follow its host, until `stop`."""

    def bots_lost(self) -> Mapping[str, str]:
        """Wait, in a thread of its own, until the bots are gone. What to tell when nobody has asked them to
        go, language -> sentence; else empty.
        """

    def stop(self) -> None:
        """Send the bots away, end the server, and throw away what it kept."""


StartRehearsal = Callable[[], Rehearsal]
"""Waits until its server answers. Raises NotStarted."""
