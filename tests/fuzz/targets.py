"""The targets by name: how an input is made from dice, and what is to hold when it has been put in."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import Final

from tests.fuzz import database, files, setting, wire
from tests.fuzz.wired import Wired

Settle = Callable[[bytes], str]
"""Puts an input in; how it ended. Raises AssertionError, or anything else, for a fault."""


@dataclass(frozen=True, slots=True)
class Target:
    """`share` is how much of the time it is given."""

    make: Callable[[Random], bytes]
    opened: Callable[[], AbstractContextManager[Settle]]
    share: int = 1


def plainly(settle: Settle) -> Callable[[], AbstractContextManager[Settle]]:
    """A target that needs nothing to be set up."""

    @contextmanager
    def opened() -> Iterator[Settle]:
        yield settle

    return opened


@contextmanager
def played() -> Iterator[Settle]:
    """A database in which people have played."""
    with tempfile.TemporaryDirectory(prefix="bemot-fuzz-") as folder:
        yield database.Played(Path(folder)).settle


@contextmanager
def wired() -> Iterator[Settle]:
    """A server in a process of its own."""
    with Wired() as settle:
        yield settle


TARGETS: Final[Mapping[str, Target]] = MappingProxyType(
    {
        "wire": Target(wire.make, wired, share=4),
        "deck": Target(files.deck, plainly(files.settle_deck)),
        "package": Target(files.package, plainly(files.settle_package)),
        "sheet": Target(files.sheet, plainly(files.settle_sheet), share=2),
        "picture": Target(files.picture, plainly(files.settle_picture)),
        "setting": Target(setting.setting, plainly(setting.settle_setting)),
        "database": Target(database.change, played, share=2),
    }
)


def input_of(target: str, seed: int, number: int) -> bytes:
    """The same bytes for the same three, always."""
    return TARGETS[target].make(Random(f"{target}/{seed}/{number}"))
