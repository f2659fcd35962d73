"""The back of the card: "Att tänka på", never a right answer, never before the second vote."""

from __future__ import annotations

from functools import partial
from typing import Final

from game.client.parts.meanwhile import meanwhile, offer
from game.client.parts.page import onward, page
from game.client.parts.wait import waits_for
from game.client.parts.words import card_text, words
from game.client.play import Play
from game.client.scenes.card import sources
from game.client.ui import Column, Ctx, First, Grid, Icon, Largest, Letter, Node, Panel, Row, Scroll
from game.rules.slices import OptionText

BESIDE: Final = 30
"""Design units: the size of what is read beside or below something else."""
ALONE: Final = (38, 36, 34, 32, BESIDE)
"""The sizes of what has the whole page: the largest with which all of it is seen at once."""


def build(play: Play, ctx: Ctx) -> Node:
    """What speaks for each option, and what else there is to think of."""
    if play.kind == "screen":
        return page(play, ctx, _for_wall(play, ctx))
    if (asked := meanwhile(play, ctx)) is not None:
        return asked
    options = _options(play, ctx)
    there = [side for side in (options, _thoughts(play, ctx, BESIDE)) if side is not None]
    if ctx.wide and len(there) > 1:
        panels: list[Node | None] = [
            Panel(Scroll(side, key=f"side {index}"), pad=(44, 34), grow=1) for index, side in enumerate(there)
        ]
        body: Node = Row(panels, gap=28, align="stretch", grow=1)
    else:
        whole = [] if options else [partial(_alone, play, ctx, size) for size in ALONE]
        body = Panel(First([*whole, partial(_scrolled, there)]), pad=(44, 34), grow=1)
    actions = [offer(play, ctx), onward(play, ctx, ctx._("Anteckna"))]
    return page(play, ctx, body, actions, waits_for(play, ctx))


def _for_wall(play: Play, ctx: Ctx) -> Node:
    """All of it at once, large: nobody can scroll a wall."""
    text = card_text(play, ctx)
    found = text.get("options", [])
    letters = play.card["choices"] if play.card else []
    spoken = [
        (letter, option["speaks_for"])
        for letter, option in zip(letters, found, strict=False)
        if option.get("speaks_for")
    ]

    def inside() -> Node:
        rows: list[Node | None] = [
            Row([Letter(letter.upper(), 52), words(play, ctx, speaks, valign="center", grow=1)], gap=20)
            for letter, speaks in spoken
        ]
        prevent = text.get("prevent", "")
        return Column(
            [
                words(play, ctx, text.get("perspective", "")),
                words(play, ctx, prevent, "strong", colour="accent") if prevent else None,
                Grid(rows, columns=2, gap=16) if rows else None,
            ],
            gap=16,
            justify="center",
        )

    return Panel(Largest([inside]), pad=(44, 24), grow=1)


def _options(play: Play, ctx: Ctx) -> Node | None:
    card, found = play.card, card_text(play, ctx).get("options", [])
    if card is None or not any(option.get("speaks_for") for option in found):
        return None
    rows: list[Node | None] = [words(play, ctx, ctx._("Vad talar för"), "title")]
    rows += [
        _option(play, ctx, letter, option) for letter, option in zip(card["choices"], found, strict=False)
    ]
    return Column(rows, gap=22)


def _option(play: Play, ctx: Ctx, letter: str, option: OptionText) -> Node:
    values = " · ".join(option.get("values", []))
    text = Column(
        [
            words(play, ctx, option.get("speaks_for", ""), "body", size=30),
            words(play, ctx, values, "small", colour="accent") if values and play.kind != "screen" else None,
        ],
        gap=2,
        grow=1,
    )
    return Row([Letter(letter.upper(), 52), text], gap=20, align="start")


def _alone(play: Play, ctx: Ctx, size: float) -> Node:
    return Column([_thoughts(play, ctx, size)])


def _scrolled(there: list[Node]) -> Node:
    return Scroll(Column(there, gap=40), key="back of card")


def _thoughts(play: Play, ctx: Ctx, size: float) -> Node | None:
    _ = ctx._
    text = card_text(play, ctx)
    prevent = text.get("prevent", "")
    rows: list[Node | None] = [words(play, ctx, _("Att tänka på"), "title")]
    if text.get("perspective"):
        rows.append(words(play, ctx, text["perspective"], "body", size=size))
    if prevent:
        rows.append(
            Row([Icon("bulb", 44, "accent"), words(play, ctx, prevent, "strong", size=size, grow=1)], gap=18)
        )
    rows += sources(play, ctx)
    return Column(rows, gap=22) if len(rows) > 1 else None
