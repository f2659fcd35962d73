"""The end: thank you, and what happens to what was stored."""

from __future__ import annotations

from game.client.parts.page import page
from game.client.parts.take_home import sheet_button, sheet_state
from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.scenes.receipt import receipt_words
from game.client.ui import Button, Column, Ctx, Icon, Largest, Node, Panel, Row


def build(play: Play, ctx: Ctx) -> Node:
    """A team that has finished waits here too, until the room is closed."""
    _ = ctx._
    over = bool(play.room and play.room["closed"])
    kept = [
        (
            "trash",
            _("Alla röster och siffror från platserna är raderade, och nycklarna till dem också.")
            if over
            else _("Rösterna raderas kort för kort.")
            if by_oneself(play)
            else _("Rösterna raderas kort för kort. Resten raderas när spelledaren stänger rummet."),
        ),
        (
            "note",
            _("Antal, anteckningar och löften ligger kvar på servern en tid och raderas sedan."),
        ),
        ("lock", _("Ingen kan se vem som svarade vad, inte heller den som sköter servern.")),
    ]
    text = (
        _("Rummet är stängt. Tack för i dag.")
        if over
        else _("Tack för i dag.")
        if by_oneself(play)
        else _("Tack för i dag. Ni kan prata kvar så länge ni vill.")
    )

    def body() -> Node:
        rows = [
            Row(
                [Icon(icon, 44, "accent"), words(play, ctx, line, "body", size=30, valign="center", grow=1)],
                gap=22,
            )
            for icon, line in kept
        ]
        head = words(play, ctx, text, "display", align="center")
        return Column([head, _receipt(play, ctx), *rows, sheet_state(play, ctx)], gap=24, justify="center")

    leave = None
    if play.kind != "screen":
        leave = Button(
            _("Till startsidan"),
            play.leave,
            "primary" if over else "secondary",
            "return" if over else "",
            key="leave",
        )
    return page(play, ctx, Panel(Largest([body]), pad=(84, 40), grow=1), [sheet_button(play, ctx), leave])


def _receipt(play: Play, ctx: Ctx) -> Node | None:
    """Once more, on the screen of whoever has one to remember."""
    receipts = play.kept.get("receipts", {}) if play.kind == "solo" else {}
    if not receipts:
        return None
    hint = ctx._("Ditt kvitto – skriv upp det innan du går")
    return Column(
        [
            words(play, ctx, hint, "small", colour="soft", align="center"),
            receipt_words(play, ctx, list(next(iter(receipts.values())))),
        ],
        gap=10,
    )
