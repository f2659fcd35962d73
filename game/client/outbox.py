"""Commands that wait for their answer. They outlive the network, and with a file the client's own death.

The file holds the station's token and what is not yet answered, nothing that is; only its owner may read it.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from game.client.news import Refused, Saved
from game.rules.command import Command
from game.wire import CommandIn

REMEMBERED = 200
"""How many outcomes are kept for those who ask late."""


def new_id() -> str:
    """An id for a command or a join that no other client will make."""
    return secrets.token_urlsafe(12)


class Kept(BaseModel):
    """What the file holds: the way back into a room, and what was on its way there."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    format: Literal[1] = 1
    url: str
    room: str
    station: str
    token: str
    waiting: tuple[CommandIn, ...] = ()


@dataclass(frozen=True, slots=True)
class Pending:
    """Not answered yet: on its way, or sent when the network is back."""

    id: str
    offline: bool


class Outbox:
    """Commands in the order they were given. Any thread may use it.

    With a `path`, a command has been written when `put` returns. A disk that cannot be written never stops a
    vote: then `kept` is False and the commands live in memory alone.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._waiting: OrderedDict[str, CommandIn] = OrderedDict()
        self._outcomes: OrderedDict[str, Saved | Refused] = OrderedDict()
        self._home: Kept | None = None
        self.kept = path is not None
        self.offline = True
        found = read(path) if path else None
        if found is not None:
            self._home = found.model_copy(update={"waiting": ()})
            self._waiting.update((letter.id, letter) for letter in found.waiting)

    @property
    def home(self) -> Kept | None:
        """The room this station is in, as kept; None before a join and after leaving."""
        with self._lock:
            return self._home

    @property
    def waiting(self) -> tuple[CommandIn, ...]:
        """What has no answer yet, oldest first."""
        with self._lock:
            return tuple(self._waiting.values())

    def first(self) -> CommandIn | None:
        """The oldest command without an answer."""
        with self._lock:
            return next(iter(self._waiting.values()), None)

    def put(self, command: Command) -> str:
        """The command waits from now on; gives its id."""
        letter = CommandIn.model_validate({"id": new_id(), "command": command.model_dump()})
        with self._lock:
            self._waiting[letter.id] = letter
            self._write()
        return letter.id

    def settle(self, outcome: Saved | Refused) -> None:
        """The command has its answer and is not sent again."""
        with self._lock:
            if self._waiting.pop(outcome.id, None) is None:
                return
            self._outcomes[outcome.id] = outcome
            while len(self._outcomes) > REMEMBERED:
                self._outcomes.popitem(last=False)
            self._write()

    def state(self, command_id: str) -> Pending | Saved | Refused | None:
        """How it stands with a command; None when it is unknown or long ago."""
        with self._lock:
            if command_id in self._waiting:
                return Pending(command_id, self.offline)
            return self._outcomes.get(command_id)

    def settle_in(self, home: Kept) -> None:
        """This station is in a room. What waited for another room is dropped: it names other seats."""
        with self._lock:
            was = self._home
            if was is not None and (was.room, was.station) != (home.room, home.station):
                self._waiting.clear()
            self._home = home.model_copy(update={"waiting": ()})
            self._write()

    def turn_to(self, token: str | None) -> None:
        """About to go through a door: unless it leads home, what is kept of the room before is forgotten."""
        with self._lock:
            if self._home is None or self._home.token != token:
                self.forget()

    def forget(self) -> None:
        """Out of the room: neither token nor commands remain, in memory or on disk."""
        with self._lock:
            self._home = None
            self._waiting.clear()
            self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        try:
            if self._home is None:
                self._path.unlink(missing_ok=True)
            else:
                whole = self._home.model_copy(update={"waiting": tuple(self._waiting.values())})
                _replace(self._path, whole.model_dump(mode="json"))
            self.kept = True
        except OSError:
            self.kept = False


def read(path: Path) -> Kept | None:
    """What an earlier run left in the file; None when there is nothing, or nothing that can be understood."""
    try:
        return Kept.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _replace(path: Path, content: dict[str, Any]) -> None:
    """Write a file that is either the old or the new one whatever happens, readable by its owner alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    with contextlib.suppress(FileNotFoundError):
        beside.unlink()
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False)
    beside.replace(path)
