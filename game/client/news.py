"""What the link tells the rest of the client. News are values; nothing in them changes afterwards.

Status        whether the server is heard
Entered       this station is in a room
ViewChanged   what it sees now: always the whole view, so that only the newest matters
Saved         a command is durable on the server
Refused       a command was not granted, and why
KeyTold       a new key to hand out, or why there is none
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

State = Literal["idle", "connecting", "online", "offline", "refused"]
NO_WORDS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Status:
    """How things stand with the server. `since` is on the monotonic clock, in seconds.

    `offline` tries again by itself; `refused` is final until the person does something. `code` and `message`
    tell why.
    """

    state: State
    since: float
    code: str = ""
    message: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entered:
    """Through the door, for the first time or again."""

    room: str
    station: str
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ViewChanged:
    """The view at `version`. `server_offset` ms plus the monotonic clock in ms is the server's clock."""

    version: int
    slices: Mapping[str, Any]
    server_offset: int

    def left(self, ends: int, monotonic: float) -> int:
        """Milliseconds until the server time `ends`, seen at `monotonic` seconds; negative when past."""
        return ends - int(monotonic * 1000) - self.server_offset


@dataclass(frozen=True, slots=True)
class Saved:
    """The command will still be there after a power cut. `already`: nothing needed doing."""

    id: str
    version: int
    already: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The command changed nothing."""

    id: str
    code: str
    message: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KeyTold:
    """A key of this kind that was asked for, told this once; or "" and `message`, language -> why not."""

    kind: Literal["host", "helper"]
    key: str = field(default="", repr=False)
    message: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PledgeTold:
    """What lies sealed under a mark that was asked for; or "" and `message`, language -> why not."""

    mark: str
    sealed: str = field(default="", repr=False)
    message: Mapping[str, str] = field(default_factory=dict)


News = Status | Entered | ViewChanged | Saved | Refused | KeyTold | PledgeTold
