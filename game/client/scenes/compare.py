"""The comparison: what the talk did, at this table."""

from __future__ import annotations

from game.client.parts.page import onward, page, waits_for
from game.client.parts.words import words
from game.client.play import Play
from game.client.scenes.results import besides, chart
from game.client.ui import Column, Ctx, Node, Panel, Stack


def build(play: Play, ctx: Ctx) -> Node:
    """Before and after, and how many changed."""
    _ = ctx._
    result = play.result
    bars = chart(play, ctx)
    if result is None or result["after"] is None or bars is None:
        empty = Panel(
            words(play, ctx, _("Det finns inget att jämföra."), "title", align="center", valign="center"),
            grow=1,
        )
        return page(play, ctx, empty, [onward(play, ctx, _("Vidare"))], waits_for(play, ctx))
    said = besides(play, ctx, result["after"], result["before"])
    lines: list[Node | None] = [
        words(play, ctx, line, "small", colour="soft")
        for line in (
            said
            if ctx.wide
            else [" · ".join(said)]
            if play.kind != "screen"
            else said[:1]
            if _own(play)
            else []
        )
        if line
    ]
    inside = Column(
        [words(play, ctx, _headline(play, ctx), "title"), Stack([bars], grow=1), *lines],
        gap=18 if ctx.wide else 8,
    )
    note = _("Att byta är inte bättre än att stå kvar.") if play.may("open_next") else waits_for(play, ctx)
    return page(
        play,
        ctx,
        Panel(inside, pad=(60, 36 if ctx.wide else 16), grow=1),
        [onward(play, ctx, _("Vänd på kortet"))],
        note,
    )


def _own(play: Play) -> bool:
    result = play.result
    return any(counts["own"] for counts in (result["before"], result["after"]) if counts) if result else False


def _headline(play: Play, ctx: Ctx) -> str:
    _ = ctx._
    result = play.result
    if result is None or result["paired"] is None or result["changed"] is None:
        return _("Före och efter samtalet")
    if play.card is not None and play.card["kind"] == "ranking":
        return _("{n} av {m} ändrade sin ordning", n=result["changed"], m=result["paired"])
    return _("{n} av {m} bytte", n=result["changed"], m=result["paired"])
