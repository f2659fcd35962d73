"""A break, with a clock."""

from __future__ import annotations

from game.client.parts.page import onward, page
from game.client.parts.words import words
from game.client.play import Play, left
from game.client.ui import Column, Ctx, Digits, Icon, Node, Panel


def build(play: Play, ctx: Ctx) -> Node:
    """How long is left of it."""
    _ = ctx._
    remaining, total = left(play.stage, ctx.now)
    over = bool(total) and remaining == 0
    frozen = bool(play.stage and play.stage["left"] is not None)
    body = Column(
        [
            Icon("pause", 96, "accent", at="center"),
            words(play, ctx, _("Paus"), "display", align="center"),
            Digits(remaining, 96, paused=frozen, at="center")
            if total and not ctx.settings.hide_timers
            else None,
            words(
                play,
                ctx,
                _("Pausen är slut. Välkomna tillbaka till bordet.")
                if over
                else _("Sträck på er. Bordet står kvar som ni lämnade det."),
                "body",
                colour="soft",
                align="center",
            ),
        ],
        gap=26,
        justify="center",
    )
    return page(play, ctx, Panel(body, grow=1), [onward(play, ctx, _("Vi är tillbaka"))])
