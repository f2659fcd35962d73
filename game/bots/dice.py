"""Dice that fall the same way whenever they are rolled for the same thing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b


def roll(seed: int, *about: object) -> random.Random:
    """Dice for one question; equal arguments give equal dice, on every machine."""
    digest = blake2b(repr((seed, *about)).encode(), digest_size=8).digest()
    return random.Random(int.from_bytes(digest))


@dataclass(frozen=True, slots=True)
class Will:
    """One ballot a seat wishes to cast."""

    choice: str
    confidence: int | None = None


def will(
    seed: int, table: int, symbol: int, card: str, round_: int, choices: Sequence[str], own: bool
) -> tuple[Will, ...]:
    """The ballots a seat casts in a vote, in order; the last one counts.

    Most choose what their dice lean to, a few pass or answer in words of their own, some think again before
    the vote closes, and about a third change their mind after the talk.
    """
    dice = roll(seed, "vote", table, symbol, card, 1)
    final = _choice(dice, choices, own)
    if round_ == 2:
        dice = roll(seed, "vote", table, symbol, card, 2)
        if dice.random() < 0.35:
            final = _choice(dice, choices, own)
    sure = None if dice.random() < 0.2 else dice.randint(1, 3)
    ballots = (Will(final, sure),)
    if dice.random() < 0.15:
        return (Will(dice.choice([*choices, "pass"])), *ballots)
    return ballots


def _choice(dice: random.Random, choices: Sequence[str], own: bool) -> str:
    point = dice.random()
    if point < 0.05:
        return "pass"
    if own and point < 0.11:
        return "own"
    return choices[min(int(abs(dice.gauss(0, 0.45)) * len(choices)), len(choices) - 1)]
