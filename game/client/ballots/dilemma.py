"""A dilemma's ballot: one of its options, or of a mirror's five answers."""

from __future__ import annotations

from game.client.ballots.hand import hand
from game.client.play import Play
from game.client.ui import Ctx, Node


def build(play: Play, ctx: Ctx, seat: str, chosen: str, columns: int = 0) -> Node:
    """The options as cards; a press picks one."""
    letters = play.card["choices"] if play.card else []
    return hand(play, ctx, seat, columns, lambda letter: letter, chosen if chosen in letters else "")
