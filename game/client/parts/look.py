"""The host asks everybody to look up: one and the same cover on every screen of the room."""

from __future__ import annotations

from game.client.play import Play
from game.client.ui import Column, Ctx, Curtain, Icon, Node, Row, Text, flexible


def looks_up(play: Play) -> bool:
    """Whether the host asks all to look up now."""
    return play.stage is not None and play.stage["paused"] == "look"


def look(play: Play, ctx: Ctx, below: Node | None = None) -> Node:
    """Over the whole window: nothing of what lies under it is seen, and nothing of it is lost."""
    text = play.stage["pause_text"] if play.stage else ""
    inside = Column(
        [
            flexible(),
            Icon("eye", 200, "on_accent", at="center"),
            Text(
                ctx._("Titta fram"), "display", size=300, min=140, colour="on_accent", align="center", lines=1
            ),
            Text(text, "title", size=80, min=44, colour="on_accent", align="center") if text else None,
            flexible(),
            Row([flexible(), below, flexible()]) if below is not None else None,
        ],
        gap=28,
    )
    return Curtain(inside, "accent_deep")
