"""What a bot thinks with: a view in, the next act out. Minds are pure; who holds one keeps what is done."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from game.rules.command import Command

View = Mapping[str, Any]
"""Slices by name, as in `game.rules.slices`."""


@dataclass(frozen=True, slots=True)
class Act:
    """A command, and the key under which it is done only once.

    `undone` tells that the view shows it as not done: a host may have cleared the vote. `leads` acts move a
    table or the hall, and wait until those who are at it are done.
    """

    key: Hashable
    command: Command
    undone: bool = False
    always: bool = False
    """However often the view shows it undone; other acts are given up after a few times."""
    leads: bool = False


class Mind(Protocol):
    """How a bot decides."""

    def acts(self, view: View) -> Iterator[Act]:
        """What it would do now, first things first, done or not."""

    def leads(self, view: View) -> Iterator[Act]:
        """What it would do once everybody is done with the open phase."""
