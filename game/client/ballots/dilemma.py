"""A dilemma's ballot: its options as cards in a hand, picked by number key, click or touch."""

from __future__ import annotations

from functools import partial

from game.client.ballots.pick import pick
from game.client.parts.words import SMALLEST, options
from game.client.play import Play
from game.client.ui import Ctx, Grid, Node, OptionCard


def build(play: Play, ctx: Ctx, seat: str, chosen: str, columns: int = 0) -> Node:
    """The options beside each other, or so many `columns`."""
    letters = play.card["choices"] if play.card else []
    cards: list[Node] = [
        OptionCard(
            letter.upper(),
            text,
            partial(pick, play, ctx, seat, letter),
            str(number),
            chosen=chosen == letter,
            key=f"option {letter} {seat}",
            floor=SMALLEST.get(play.kind, 24),
        )
        for number, (letter, text) in enumerate(zip(letters, options(play, ctx), strict=True), start=1)
    ]
    return Grid(cards, columns=columns or max(1, len(cards)), gap=22 if ctx.wide else 12)
