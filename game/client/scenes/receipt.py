"""The receipt of a pledge: three words, with which nobody but their keeper finds it again."""

from __future__ import annotations

from game.client.outbox import Pending
from game.client.parts.around import lower
from game.client.parts.page import page, status
from game.client.parts.words import words
from game.client.play import Play
from game.client.ui import Button, Column, Ctx, Flow, Icon, Node, Panel, Pill


def receipt_words(play: Play, ctx: Ctx, three: list[str]) -> Node:
    """Three words to photograph or write down."""
    pills: list[Node] = [
        Pill(words(play, ctx, word, "display"), "accent_soft", pad=(36, 16)) for word in three
    ]
    return Flow(pills, gap=22, justify="center")


def receipt(play: Play, ctx: Ctx, seat: str) -> Node | None:
    """The three words, for this seat alone."""
    _ = ctx._
    three = (play.you["receipts"] if play.you else {}).get(seat) or play.kept.get("receipts", {}).get(seat)

    def leave() -> None:
        play.fleeting.pop("receipt", None)
        if play.kind == "table":
            lower(play, ctx)

    if three is None and not isinstance(play.going, Pending) and play.notice is not None:
        return None
    shown = (
        receipt_words(play, ctx, list(three))
        if three
        else status(play, ctx, "waiting", _("Kvittot kommer när löftet har nått servern."))
    )
    body = Column(
        [
            Icon("key", 80, "accent", at="center"),
            words(play, ctx, _("Ditt kvitto"), "display", align="center"),
            shown,
            words(
                play,
                ctx,
                _(
                    "Fotografera eller skriv upp orden. Med dem hittar du ditt löfte på återträffen – "
                    "ingen annan kan se vems det är."
                ),
                "body",
                align="center",
            ),
        ],
        gap=30,
        justify="center",
    )
    close = Button(_("Jag har sparat orden"), leave, "primary", "return", key="receipt seen")
    return page(play, ctx, Panel(body, pad=(110, 44), grow=1), [close])
