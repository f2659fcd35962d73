"""Answers as cards in a hand, picked by number key, click or touch: what several ballots are made of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.client.ballots.pick import pick
from game.client.parts.words import SMALLEST, options
from game.client.play import Play
from game.client.ui import Ctx, Grid, Node, OptionCard


def hand(
    play: Play,
    ctx: Ctx,
    seat: str,
    columns: int,
    press: Callable[[str], str],
    chosen: str,
    *,
    ranked: bool = False,
) -> Node:
    """A card for each of the card's choices, all beside each other or in so many `columns`.

    `press` tells what is chosen after a press on a letter; the letters of `chosen` are marked, with their
    places when they are `ranked`.
    """
    letters = play.card["choices"] if play.card else []
    cards: list[Node] = [
        OptionCard(
            letter.upper(),
            text,
            partial(pick, play, ctx, seat, press(letter)),
            str(number),
            chosen=letter in chosen,
            rank=chosen.index(letter) + 1 if ranked and letter in chosen else None,
            key=f"option {letter} {seat}",
            floor=SMALLEST.get(play.kind, 24),
        )
        for number, (letter, text) in enumerate(zip(letters, options(play, ctx), strict=True), start=1)
    ]
    return Grid(cards, columns=columns or max(1, len(cards)), gap=22 if ctx.wide else 12)
