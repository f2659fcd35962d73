"""A ranking's ballot: the things are picked one by one, what matters most first; pressing one again takes it
back.
"""

from __future__ import annotations

from functools import partial

from game.client.ballots.hand import hand
from game.client.play import Play
from game.client.ui import Ctx, Node


def build(play: Play, ctx: Ctx, seat: str, chosen: str, columns: int = 0) -> Node:
    """The things to put in order, each with its place once it has one."""
    placed = chosen if chosen != "pass" else ""
    letters = play.card["choices"] if play.card else []
    return hand(play, ctx, seat, columns, partial(turned, placed, letters), placed, ranked=True)


def turned(placed: str, letters: list[str], letter: str) -> str:
    """The order after a press: one thing more, or one less. The last one left takes its place by itself."""
    if letter not in placed:
        order = placed + letter
        left = [other for other in letters if other not in order]
        return order + left[0] if len(left) == 1 else order
    # What came last by itself goes with the one before it.
    last_two = len(placed) == len(letters) and placed.index(letter) == len(placed) - 2
    return placed[:-2] if last_two else placed.replace(letter, "")
