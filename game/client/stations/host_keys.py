"""A key on the screen, once: the host's own or one for a co-host."""

from __future__ import annotations

from game.client.stations.board import Act, Board
from game.client.ui import Button, Column, Ctx, Dialog, Flow, Node, Panel, Status, Text


def key_dialog(board: Board, ctx: Ctx, title: str, key: str, about: str, put_away: Act) -> Node:
    """The key, what it is for, and the ways to keep it; `put_away` forgets it."""
    _, kept = ctx._, board.play.kept

    def copy() -> None:
        board.copy(key)
        kept["copied"] = key

    def done() -> None:
        kept.pop("copied", None)
        put_away()

    shown = Text(key, "strong", size=44, min=26, align="center")
    body: list[Node | None] = [
        Text(title, "title"),
        Panel(shown, pad=(28, 26), fill="tint", shadow="", radius="field"),
        Text(about),
        Text(
            _("Spara den där bara du läser, till exempel på papper. Visa den inte på storbilden."),
            "small",
            colour="soft",
        ),
        Status("saved", _("Kopierad")) if kept.get("copied") == key else None,
        Flow(
            [
                Button(_("Kopiera"), copy, icon="link", key="copy key"),
                # No Enter: a key that is told this once is not thrown away by the press that asked for it.
                Button(_("Jag har sparat den"), done, "primary", key="key saved"),
            ]
        ),
    ]
    return Dialog(Column(body, gap=24), done, span=1080)
