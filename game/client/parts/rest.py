"""A break, as a table's screens show it: that it is one, what is said of it, and when it goes on."""

from __future__ import annotations

from game.client.parts.again import again_at, again_in
from game.client.parts.words import words
from game.client.play import Play
from game.client.ui import Column, Ctx, Icon, Node, Panel, Row, Text


def rest(
    play: Play, ctx: Ctx, text: str, remaining: float | None, below: str, *, frozen: bool = False
) -> Node:
    """`remaining` in ms until it goes on, None when nobody has said; below 0 it is over. `frozen`: the clock
    stands.
    """
    _ = ctx._
    timed = remaining is not None and not ctx.settings.hide_timers
    left = max(0.0, remaining or 0.0)
    counts = timed and left > 0
    again = _("Nu börjar vi igen.")
    if left:
        again = _("Vi börjar igen om") if counts else _("Vi börjar igen snart.")
    inside = Column(
        [
            Row(
                [Icon("pause", 56, "accent"), words(play, ctx, _("Paus"), "title", colour="accent")],
                gap=20,
                justify="center",
            ),
            words(play, ctx, text, "display", size=76, align="center"),
            words(play, ctx, again, "body", colour="soft", align="center") if remaining is not None else None,
            Text(again_in(left, ctx, frozen=frozen), "number", size=130, align="center") if counts else None,
            words(play, ctx, again_at(left, ctx), "body", align="center") if counts and not frozen else None,
            words(play, ctx, below, "small", colour="soft", align="center"),
        ],
        gap=24,
        justify="center",
    )
    return Panel(inside, pad=(110, 40), grow=1)
