"""A line of a host's dialog: what it is about, and what to press."""

from __future__ import annotations

from game.client.ui import Column, Ctx, Node, Row, Text


def line(ctx: Ctx, label: str | Node, control: Node) -> Node:
    """Beside each other, or below each other where there is no width."""
    words = Text(label) if isinstance(label, str) else label
    if ctx.wide:
        return Row([Column([words], grow=1), control])
    return Column([words, control], gap=8, align="start")
