"""The comparison: what the talk did, at this table."""

from __future__ import annotations

from game.client.parts.meanwhile import meanwhile, offer
from game.client.parts.page import onward, page
from game.client.parts.wait import waits_for
from game.client.parts.words import words
from game.client.play import Play
from game.client.scenes.results import besides, changes, chart, legend
from game.client.ui import Column, Ctx, Node, Panel, Stack
from game.rules.slices import CountsSlice


def build(play: Play, ctx: Ctx) -> Node:
    """Before and after, and how many changed."""
    _ = ctx._
    if (asked := meanwhile(play, ctx)) is not None:
        return asked
    result, bars = play.result, chart(play, ctx)
    before, after = (result["before"], result["after"]) if result else (None, None)
    if before is None or after is None or bars is None:
        empty = Panel(
            words(play, ctx, _("Det finns inget att jämföra."), "title", align="center", valign="center"),
            grow=1,
        )
        actions = [offer(play, ctx), onward(play, ctx, _("Vidare"))]
        return page(play, ctx, empty, actions, waits_for(play, ctx))
    lines: list[Node | None] = [
        words(play, ctx, line, "small", colour="soft") for line in _below(play, ctx, before, after)
    ]
    inside = Column(
        [
            words(play, ctx, _headline(play, ctx), "title"),
            legend(play, ctx),
            Stack([bars], grow=1),
            *lines,
        ],
        gap=18 if ctx.wide else 8,
    )
    note = _("Att byta är inte bättre än att stå kvar.") if play.may("open_next") else waits_for(play, ctx)
    return page(
        play,
        ctx,
        Panel(inside, pad=(60, 36 if ctx.wide else 16), grow=1),
        [offer(play, ctx), onward(play, ctx, _("Vänd på kortet"))],
        note,
    )


def _below(play: Play, ctx: Ctx, before: CountsSlice, after: CountsSlice) -> list[str]:
    """What the bars do not show: on one line where room is short; on a small wall own answers alone."""
    said = besides(ctx, after, before)
    if ctx.wide:
        return said
    if play.kind == "screen":
        return said[:1] if before["own"] or after["own"] else []
    return [" · ".join(said)] if said else []


def _headline(play: Play, ctx: Ctx) -> str:
    _ = ctx._
    card, result = play.card, play.result
    if card is None or result is None or result["paired"] is None or result["changed"] is None:
        return _("Före och efter samtalet")
    return changes(card["kind"], result["changed"], result["paired"], ctx)
