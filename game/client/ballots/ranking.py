"""A ranking's ballot: the things are picked one by one, what matters most first; pressing one again takes it
back.
"""

from __future__ import annotations

from functools import partial

from game.client.ballots.pick import pick
from game.client.parts.words import SMALLEST, options
from game.client.play import Play
from game.client.ui import Ctx, Grid, Node, OptionCard


def build(play: Play, ctx: Ctx, seat: str, chosen: str, columns: int = 0) -> Node:
    """The things to put in order, each with its place once it has one."""
    letters = play.card["choices"] if play.card else []
    placed = chosen if chosen != "pass" else ""
    cards: list[Node] = [
        OptionCard(
            letter.upper(),
            text,
            partial(pick, play, ctx, seat, turned(placed, letter, letters)),
            str(number),
            chosen=letter in placed,
            rank=placed.index(letter) + 1 if letter in placed else None,
            key=f"option {letter} {seat}",
            floor=SMALLEST.get(play.kind, 24),
        )
        for number, (letter, text) in enumerate(zip(letters, options(play, ctx), strict=True), start=1)
    ]
    return Grid(cards, columns=columns or max(1, len(cards)), gap=22 if ctx.wide else 12)


def turned(placed: str, letter: str, letters: list[str]) -> str:
    """The order after a press: one thing more, or one less. The last one left takes its place by itself."""
    if letter in placed:
        whole = len(placed) == len(letters)
        rest = placed.replace(letter, "")
        # What came last by itself goes with the one before it.
        return (
            rest[:-1] if whole and placed[-1] != letter and placed.index(letter) == len(placed) - 2 else rest
        )
    order = placed + letter
    left = [other for other in letters if other not in order]
    return order + left[0] if len(left) == 1 else order
