"""The facts of one decision, as the store knows them: time, dice, keys, ballots and receipts."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from hmac import digest as hmac_digest
from random import Random
from typing import Protocol, TypeVar

from pydantic_core import from_json

from game.rules.sealed import Ballot
from server.store.contract import Order
from server.words import WORDS

Item = TypeVar("Item")

ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def key_of(secret: bytes, seat: str) -> str:
    """The seat's key in the box with this secret. Once the secret is gone nobody can make it again."""
    return hmac_digest(secret, b"key:" + seat.encode(), "sha256").hex()


def receipt_of(secret: bytes, seat: str) -> tuple[str, str, str]:
    """Three words of 1024 each: 30 bits that lead back to a pledge, and from it to nobody."""
    number = int.from_bytes(hmac_digest(secret, b"receipt:" + seat.encode(), "sha256")[:4])
    return WORDS[number & 1023], WORDS[(number >> 10) & 1023], WORDS[(number >> 20) & 1023]


def receipt_hash(room: str, receipt: Sequence[str]) -> str:
    """Where a kept pledge lies: `receipt` as typed, in any case."""
    return sha256(" ".join([room, *(word.strip().lower() for word in receipt)]).encode()).hexdigest()


class Kept(Protocol):
    """What is kept of rooms, as far as rules may ask for it."""

    def secret(self, room: str, box: str) -> bytes | None:
        """The box's secret; None when nobody has used it."""

    def ballots(self, room: str, box: str, vote: int) -> Sequence[tuple[str, str]]:
        """(key, body) of what lies in a box, in the keys' order."""

    def sent(self, room: str, team: str) -> int:
        """How many dilemmas of its own the team has sent."""


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

    def receipt(self, box: str, seat: str) -> tuple[str, str, str]:
        return receipt_of(self._of(box), seat)

    def _of(self, box: str) -> bytes:
        secret = self.made.get(box) or self._kept.secret(self._room, box)
        if secret is None:
            secret = self.made[box] = self._dice.randbytes(32)
        return secret
