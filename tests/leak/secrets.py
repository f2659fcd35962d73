"""What somebody said in secret during a session, and who may have it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Literal

Kind = Literal["replaced", "counted", "private", "shared", "receipt", "number", "key"]
"""replaced: an answer that was changed before the vote closed; nobody's ever after
counted: an answer of one's own that was in the box when the vote closed; the own table's from then on
private, shared: pledges
receipt: the words under which a pledge is sealed; nobody's but the station's that made them
number: unusual bytes of a sealed number or order
key: host keys, tokens
"""


@dataclass(frozen=True, slots=True)
class Secret:
    text: str
    kind: Kind
    owner: str
    """The station that sent it."""
    team: str = ""


@dataclass
class Secrets:
    """Made as they are needed, no two alike, and easy to find."""

    dice: Random
    all: list[Secret] = field(default_factory=list)

    def new(self, kind: Kind, owner: str, team: str = "") -> str:
        """A text that is nowhere else."""
        text = f"Hemlis{self.dice.randrange(10**9):09d}x{len(self.all)}"
        self.all.append(Secret(text, kind, owner, team))
        return text

    def keep(self, text: str, kind: Kind, owner: str) -> None:
        """One that somebody else made."""
        self.all.append(Secret(text, kind, owner))
