"""What lies sealed beside the log, and what a decision does to it. A choice is nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Ballot:
    """A sealed choice as it comes out of its box: no seat, no time, no order; `key` pairs two rounds of one
    seat.
    """

    key: str
    body: Mapping[str, Any]


class Seal(NamedTuple):
    """Put this choice into a box. An earlier one with the same key and round is replaced."""

    box: str
    round: int
    key: str
    body: Mapping[str, Any]
    seat: str
    """For the sender's own echo only; it is never stored."""


@dataclass(frozen=True, slots=True)
class Destroy:
    """Empty a box for good, its key with it; with a round, only that vote is emptied and the key stays."""

    box: str
    round: int | None = None


@dataclass(frozen=True, slots=True)
class KeptPledge:
    """A pledge as its writer's station has sealed it: neither seat nor team, and nothing that can be read."""

    mark: str
    sealed: str
