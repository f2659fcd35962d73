"""A scale's ballot: ten numbers in a row, with the words of the two ends. Keys 1-9, and 0 for ten."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.client.ballots.pick import pick
from game.client.parts.words import card_text, words
from game.client.play import Play
from game.client.ui import Column, Ctx, Node, Row, Tile, flexible


def build(play: Play, ctx: Ctx, seat: str, chosen: str, columns: int = 0) -> Node:
    """The ten numbers of the card's scale."""
    text = card_text(play, ctx)
    return numbers(
        play,
        ctx,
        chosen,
        lambda n: pick(play, ctx, seat, n),
        f"number {seat}",
        text.get("low", ""),
        text.get("high", ""),
    )


def numbers(
    play: Play,
    ctx: Ctx,
    chosen: str,
    on_pick: Callable[[str], object],
    key: str,
    low: str = "",
    high: str = "",
    keys: bool = True,
    pad: float = 24,
    size: float = 52,
) -> Node:
    """1 to 10 as tiles; `keys` lets the number keys pick."""
    row: list[Node] = []
    for number in range(1, 11):
        value = str(number)
        face = words(play, ctx, value, "number", size=size, least=28, align="center")
        row.append(
            Tile(
                face,
                value,
                partial(on_pick, value),
                chosen=chosen == value,
                pad=pad,
                grow=1,
                shortcut=str(number % 10) if keys else "",
                key=f"{key} {value}",
            )
        )
    ends = (
        Row(
            [
                words(play, ctx, low, "small", colour="soft"),
                flexible(),
                words(play, ctx, high, "small", colour="soft", align="end"),
            ]
        )
        if low or high
        else None
    )
    return Column([Row(row, gap=14), ends], gap=12)
