"""The facts of one decision, as the store knows them: time, dice, keys, ballots and receipts."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from hmac import digest as hmac_digest
from random import Random
from typing import TypeVar

from game.rules.sealed import Ballot
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


class StoredFacts:
    """`game.rules.Facts` over one order. What it makes is only kept if the decision is: see `made`."""

    __slots__ = ("_ballots", "_dice", "_secret", "_suggested", "host_gone", "lead_gone", "made", "now")

    def __init__(
        self,
        now: int,
        host_gone: int,
        lead_gone: int,
        dice: Random,
        secret: Callable[[str], bytes | None],
        ballots: Callable[[str, int], Sequence[tuple[str, str]]],
        suggested: Callable[[str], int],
    ) -> None:
        self.now = now
        self.host_gone = host_gone
        self.lead_gone = lead_gone
        self.made: dict[str, bytes] = {}
        """The secrets of boxes that this decision was the first to use."""
        self._dice = dice
        self._secret = secret
        self._ballots = ballots
        self._suggested = suggested

    def suggested(self, team: str) -> int:
        return self._suggested(team)

    def new_id(self, prefix: str) -> str:
        return prefix + "".join(self._dice.choices(ID_ALPHABET, k=9))

    def shuffled(self, items: Sequence[Item]) -> tuple[Item, ...]:
        mixed = list(items)
        self._dice.shuffle(mixed)
        return tuple(mixed)

    def key(self, box: str, seat: str) -> str:
        return key_of(self._of(box), seat)

    def ballots(self, box: str, round: int) -> tuple[Ballot, ...]:
        return tuple(Ballot(key, json.loads(body)) for key, body in self._ballots(box, round))

    def receipt(self, box: str, seat: str) -> tuple[str, str, str]:
        return receipt_of(self._of(box), seat)

    def _of(self, box: str) -> bytes:
        secret = self.made.get(box) or self._secret(box)
        if secret is None:
            secret = self.made[box] = self._dice.randbytes(32)
        return secret
