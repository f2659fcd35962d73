"""The practice card: what is about to happen, on a light card that leaves no result."""

from __future__ import annotations

from game.client.parts.page import onward, page
from game.client.parts.words import card_text, words
from game.client.play import Play
from game.client.ui import Column, Ctx, Icon, Node, Panel, Row


def build(play: Play, ctx: Ctx) -> Node:
    """How a round goes, in four lines."""
    _ = ctx._
    title = card_text(play, ctx).get("title", "")
    steps = [
        ("speak", _("Någon läser kortet högt.")),
        ("hidden", _("Var och en röstar tyst.")),
        ("speech", _("Ni pratar, den minsta rösten först.")),
        ("repeat", _("Ni röstar om och ser vad samtalet gjorde.")),
    ]
    lines: list[Node | None] = [
        Row([Icon(icon, 48, "accent"), words(play, ctx, text, "body", grow=1)], gap=26)
        for icon, text in steps
    ]
    head = _("Provkort: {title}", title=title) if title else _("Provkort")
    body = Column(
        [
            words(play, ctx, head, "display"),
            words(
                play, ctx, _("Vi provar hur det går till. Inget av det här sparas."), "body", colour="soft"
            ),
            *lines,
        ],
        gap=28,
        justify="center",
    )
    return page(play, ctx, Panel(body, pad=(72, 44), grow=1), [onward(play, ctx, _("Vi provar"))])
