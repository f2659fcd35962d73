"""One word about a card's figures. The limits are ours to choose; why they are so stands with each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal, TypeAlias

from game.rules.insight.figures import Figures, Votes

Verdict: TypeAlias = Literal["hot", "agree", "splits", "talk", "few"]
"""In the order in which cards want a look: too hot, everyone agrees, splits well, talked about without a
vote, too few yet."""

TOO_HOT: Final = 0.25
"""Swaps and time-outs per table and passes per vote, added up: one in four that cannot take the card is more
than the heat of a good talk, and more than the chance of one evening."""
AGREE: Final = 0.70
"""The largest answer's share of the first vote: a good card is expected to lie between 30 and 70 per cent."""
CLOSE: Final = 1
"""Steps on a scale between the quarter below and the quarter above: nobody has then far to go to anybody."""

_ORDER: Final[tuple[Verdict, ...]] = ("hot", "agree", "splits", "talk", "few")


def verdict(figures: Figures) -> Verdict:
    """What to think of the card, before reading it again."""
    if figures.lays and strain(figures) >= TOO_HOT:
        return "hot"
    if not figures.choices:
        return "talk" if figures.lays else "few"
    if figures.votes is None:
        return "few"
    return "agree" if _agreed(figures.kind, figures.votes) else "splits"


def strain(figures: Figures) -> float:
    """Swaps and time-outs per table, and passes per vote, added up."""
    if not figures.lays:
        return 0.0
    passes = figures.passed / figures.asked if figures.asked else 0.0
    return (figures.swaps + figures.timeouts) / figures.lays + passes


def in_need_first(figures: Iterable[Figures]) -> list[Figures]:
    """Those that want a look first; within a verdict the most strained first, then the most agreed."""

    def key(one: Figures) -> tuple[int, float, float]:
        return _ORDER.index(verdict(one)), -strain(one), -(largest(one.votes) if one.votes else 0.0)

    return sorted(figures, key=lambda one: (*key(one), one.edition))


def largest(votes: Votes) -> float:
    """The share of the first vote that the most chosen answer had, own answers among the rest."""
    cast = sum(votes.before) + votes.own_before
    return max(votes.before, default=0) / cast if cast else 0.0


def spread(counts: Sequence[int]) -> tuple[int, int, int]:
    """(quarter below, middle, quarter above) of numbers from 1 on given as counts; zeros when there are none.

    >>> spread([0, 2, 0, 4, 2])
    (2, 4, 5)
    """
    numbers = [n for n, count in enumerate(counts, start=1) for _ in range(count)]
    if not numbers:
        return 0, 0, 0
    last = len(numbers) - 1
    return numbers[last // 4], numbers[last // 2], numbers[last - last // 4]


def _agreed(kind: str, votes: Votes) -> bool:
    if kind == "scale":
        low, _, high = spread(votes.before)
        return high - low <= CLOSE
    return largest(votes) > AGREE
