"""Text for the back row: nothing on the hall's screen is smaller than 24 design units, no card text than
40.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from game.client.parts.words import tag_name
from game.client.play import Play
from game.client.ui import Column, Ctx, Grid, Largest, Node, Panel, Pill, Row, Text, flexible
from game.rules.slices import WallSlice

PAGE, FEW = 9, 4
"""Texts on the wall at one time; fewer where the text is large or the window narrow."""
TURN = 12_000
"""Ms until the wall turns to its next page."""


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


def small(ctx: Ctx, text: str, size: float = 36, *, colour: str = "soft", align: str = "start") -> Text:
    """Words beside: never under 24."""
    return Text(text, size=size, min=24, colour=colour, align=align)


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


def wall(play: Play, ctx: Ctx, kinds: frozenset[str]) -> Node | None:
    """Released texts, a page at a time; None when there are none."""
    hall = play.hall
    texts = [text for text in hall["wall"] if text["kind"] in kinds] if hall else []
    if not texts:
        return None
    many = PAGE if ctx.wide else FEW
    pages = [texts[at : at + many] for at in range(0, len(texts), many)]
    if len(pages) > 1:
        ctx.again_in(TURN - ctx.now % TURN)
    shown = pages[int(ctx.now // TURN) % len(pages)]
    columns = 1 if len(shown) == 1 else 2 if len(shown) <= 4 or not ctx.wide else 3
    return Grid([_note(ctx, text, 60 if columns == 1 else 42) for text in shown], columns=columns, gap=28)


def wall_text(text: WallSlice, ctx: Ctx) -> str:
    """The words of a text on the wall; a pledge as one sentence."""
    when, _line, then = text["text"].partition("\n")
    if text["kind"] == "pledge" and then:
        return ctx._("När {when} så ska jag {then}.", when=when.strip(), then=then.strip().rstrip("."))
    return text["text"]


def _note(ctx: Ctx, text: WallSlice, size: float) -> Node:
    name = tag_name(text["kind"], ctx)
    tag = Pill(
        Text(name, "label", size=28, min=24),
        "good_soft" if text["kind"] == "strengthen" else "warn_soft",
        at="start",
    )
    words = Text(wall_text(text, ctx), size=size, min=30)
    return Panel(Column([tag if name else None, words], gap=14), pad=(36, 28), radius="card")


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
