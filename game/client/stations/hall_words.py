"""Text for the back row: nothing on the hall's screen is smaller than 24 design units, no card text than
40.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from game.client.parts.again import again_at, again_in
from game.client.play import Play
from game.client.ui import Column, Ctx, Grid, Largest, Node, Panel, Row, Text, flexible


def big(
    ctx: Ctx,
    text: str,
    size: float = 48,
    *,
    role: str = "body",
    colour: str = "ink",
    align: str = "start",
    valign: str = "start",
) -> Text:
    """Words that carry the scene: never under 40."""
    return Text(text, role, size=size, min=40, colour=colour, align=align, valign=valign)


def small(
    ctx: Ctx, text: str, size: float = 40, *, least: float = 24, colour: str = "soft", align: str = "start"
) -> Text:
    """Words beside: 40, where there is room, and never under `least`."""
    return Text(text, size=size, min=least, colour=colour, align=align)


def card_field(play: Play, ctx: Ctx, name: str) -> str:
    """One text of the hall's card, in this screen's language; "" when it may not be read yet."""
    texts = play.card["text"] if play.card else {}
    found: Mapping[str, object] = texts.get(ctx.language) or texts.get("sv") or {}
    return str(found.get(name, ""))


def message(ctx: Ctx, title: str, line: str = "", top: Node | None = None, size: float = 110) -> Node:
    """One thought in the middle of the screen."""
    words = [
        flexible(),
        Row([top], justify="center") if top is not None else None,
        big(ctx, title, size, role="display", align="center"),
        big(ctx, line, 52, colour="soft", align="center") if line else None,
        flexible(),
    ]
    return Column(words, gap=32)


def until_again(ctx: Ctx, remaining: float | None, *, frozen: bool = False) -> list[Node]:
    """When a break is over: in how many minutes, and at what time where the clock runs. `remaining` in ms,
    None when nobody has said.
    """
    _ = ctx._
    if remaining is None or remaining <= 0:
        return [small(ctx, _("Nu börjar vi igen."), 48, align="center")] if remaining is not None else []
    if ctx.settings.hide_timers:
        ctx.again_in(remaining)
        return [small(ctx, _("Vi börjar igen snart."), 48, align="center")]
    return [
        small(ctx, _("Vi börjar igen om"), 48, align="center"),
        big(ctx, again_in(remaining, ctx, frozen=frozen), 170, role="number", align="center"),
        *([] if frozen else [big(ctx, again_at(remaining, ctx), 64, align="center")]),
    ]


def points(ctx: Ctx, lines: Sequence[str], size: float = 52) -> Node:
    """A few sentences, each on its own card, all of one size."""
    high, gap = (30, 28) if ctx.wide else (14, 16)

    def cards(columns: int) -> Node:
        panels = [
            Panel(Column([big(ctx, line, size)], justify="center"), pad=(48, high), radius="card")
            for line in lines
        ]
        return Grid(panels, columns=columns, gap=gap)

    ways = [partial(cards, columns) for columns in ((2, 1) if ctx.wide else (1, 2))]
    return Largest(ways)
