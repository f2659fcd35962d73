"""The facts of one decision, as the store knows them: time, dice, keys, ballots and marks."""

from __future__ import annotations

from collections.abc import Sequence
from hmac import digest as hmac_digest
from random import Random
from typing import Protocol, TypeVar

from pydantic_core import from_json

from game.rules.sealed import Ballot
from server.store.contract import Order

Item = TypeVar("Item")

ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def key_of(secret: bytes, seat: str) -> str:
    """The seat's key in the box with this secret. Once the secret is gone nobody can make it again."""
    return hmac_digest(secret, b"key:" + seat.encode(), "sha256").hex()


class Kept(Protocol):
    """What is kept of rooms, as far as rules may ask for it."""

    def secret(self, room: str, box: str) -> bytes | None:
        """The box's secret; None when nobody has used it."""

    def ballots(self, room: str, box: str, vote: int) -> Sequence[tuple[str, str]]:
        """(key, body) of what lies in a box, in the keys' order."""

    def sent(self, room: str, team: str) -> int:
        """How many dilemmas of its own the team has sent."""

    def pledged(self, room: str, mark: str, key: str) -> bool:
        """Whether a pledge lies under this mark, other than the ballot with this key."""


class StoredFacts:
    """`game.rules.Facts` over one order. What it makes is only kept if the decision is: see `made`."""

    __slots__ = ("_dice", "_kept", "_room", "host_gone", "lead_gone", "made", "now")

    def __init__(self, order: Order, dice: Random, kept: Kept) -> None:
        self.now = order.now
        self.host_gone = order.host_gone
        self.lead_gone = order.lead_gone
        self.made: dict[str, bytes] = {}
        """The secrets of boxes that this decision was the first to use."""
        self._room, self._dice, self._kept = order.room, dice, kept

    def suggested(self, team: str) -> int:
        return self._kept.sent(self._room, team)

    def new_id(self, prefix: str) -> str:
        return prefix + "".join(self._dice.choices(ID_ALPHABET, k=9))

    def shuffled(self, items: Sequence[Item]) -> tuple[Item, ...]:
        mixed = list(items)
        self._dice.shuffle(mixed)
        return tuple(mixed)

    def key(self, box: str, seat: str) -> str:
        return key_of(self._of(box), seat)

    def ballots(self, box: str, round: int) -> tuple[Ballot, ...]:
        lying = self._kept.ballots(self._room, box, round)
        return tuple(Ballot(key, from_json(body)) for key, body in lying)

    def pledged(self, mark: str, key: str) -> bool:
        return self._kept.pledged(self._room, mark, key)

    def _of(self, box: str) -> bytes:
        secret = self.made.get(box) or self._kept.secret(self._room, box)
        if secret is None:
            secret = self.made[box] = self._dice.randbytes(32)
        return secret
