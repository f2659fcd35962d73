"""A break, with a clock."""

from __future__ import annotations

from game.client.parts.page import onward, page
from game.client.parts.rest import rest
from game.client.play import Play, left
from game.client.ui import Ctx, Node


def build(play: Play, ctx: Ctx) -> Node:
    """How long is left of it."""
    _ = ctx._
    remaining, total = left(play.stage, ctx.now)
    over = bool(total) and remaining == 0
    body = rest(
        play,
        ctx,
        _("Välkomna tillbaka till bordet.") if over else _("Sträck på er en stund."),
        remaining if total else None,
        _("Bordet står kvar som ni lämnade det."),
        frozen=bool(play.stage and play.stage["left"] is not None),
    )
    return page(play, ctx, body, [onward(play, ctx, _("Vi är tillbaka"))])
