"""The frame: four rules for the talk, and "Alla dagar är inte perfekta."."""

from __future__ import annotations

from game.client.parts.page import onward, page
from game.client.parts.words import by_oneself, words
from game.client.play import Play
from game.client.ui import Column, Ctx, Grid, Icon, Largest, Node, Panel, Row


def build(play: Play, ctx: Ctx) -> Node:
    """The same for everybody."""
    _ = ctx._
    alone = by_oneself(play)
    rules = (
        _alone(ctx)
        if alone
        else [
            ("hand", _("Du får alltid passa.")),
            ("speech", _("Tala för din egen åsikt, inte mot någon annans.")),
            (
                "table",
                _("Det som sägs här stannar här.")
                if play.lecture
                else _("Det som sägs vid bordet stannar vid bordet."),
            ),
            ("pause", _("Time-out går att trycka när som helst.")),
        ]
    )
    head = _("Fyra saker gäller när du övar") if alone else _("Fyra saker gäller vid bordet")
    if play.lecture and not alone:
        head = _("Fyra saker gäller här")

    def body() -> Node:
        return Column(
            [
                words(play, ctx, head, "display"),
                Grid([_rule(play, ctx, icon, text) for icon, text in rules], columns=2, gap=22, grow=1),
                words(play, ctx, _("Alla dagar är inte perfekta."), "title", colour="soft", align="center"),
            ],
            gap=26,
            grow=1,
        )

    return page(
        play, ctx, Largest([body]), [onward(play, ctx, _("Det gäller mig") if alone else _("Det gäller oss"))]
    )


def _rule(play: Play, ctx: Ctx, icon: str, text: str) -> Node:
    return Panel(
        Row([Icon(icon, 64, "accent"), words(play, ctx, text, "title", least=26, grow=1)], gap=28),
        pad=(40, 30),
        radius="card",
    )


def _alone(ctx: Ctx) -> list[tuple[str, str]]:
    _ = ctx._
    return [
        ("hand", _("Du får alltid passa.")),
        ("speech", _("Svara som du skulle göra, inte som man borde.")),
        ("lock", _("Det du svarar stannar hos dig.")),
        ("pause", _("Ta en time-out när du vill.")),
    ]
