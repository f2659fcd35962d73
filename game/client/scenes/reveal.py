"""The reveal: the one theatrical moment. The bars rise, on the table's own screens only."""

from __future__ import annotations

from game.client.parts.page import once, onward, page
from game.client.parts.wait import waits_for
from game.client.parts.words import words
from game.client.play import Play
from game.client.scenes.results import besides, chart, legend, two
from game.client.ui import Button, Column, Ctx, Flow, Icon, Node, Panel, seat_name
from game.rules.command import ShowCounts

MANY = 4
"""Seats at a machine from which on the words need the room more than a picture does."""


def build(play: Play, ctx: Ctx) -> Node:
    """The table's own counts."""
    _ = ctx._
    result = play.result
    if result is not None and result["ask"]:
        # Nobody is made to agree: the talk begins without the counts too.
        go = [onward(play, ctx, _("Börja prata"), "ctrl+return")]
        return page(play, ctx, _ask(play, ctx), go, waits_for(play, ctx))
    if result is not None and result["hidden"]:
        go = [onward(play, ctx, _("Börja prata"))]
        return page(play, ctx, _hidden(play, ctx), go, waits_for(play, ctx))
    bars = chart(play, ctx, rise=True)
    if result is None or result["before"] is None or bars is None:
        empty = Panel(
            words(play, ctx, _("Det finns inga röster att visa."), "title", align="center", valign="center"),
            grow=1,
        )
        return page(play, ctx, empty, [onward(play, ctx, _("Börja prata"))], waits_for(play, ctx))
    once(play, ctx, "reveal")
    lines: list[Node | None] = [
        words(play, ctx, line, "small", colour="soft") for line in besides(ctx, result["before"])
    ]
    if two(result["before"]):
        lines.append(
            words(play, ctx, _("Ni är två, så båda vet nu vad den andra valde."), "small", colour="soft")
        )
    inside = Column(
        [
            words(play, ctx, _("Så valde ni"), "title"),
            legend(play, ctx),
            Column([bars], grow=1, justify="center"),
            *lines,
        ],
        gap=18,
    )
    note = _("Bara ert bord ser det här.") if play.may("open_next") else waits_for(play, ctx)
    return page(
        play,
        ctx,
        Panel(inside, pad=(60, 36 if ctx.wide else 16), grow=1),
        [onward(play, ctx, _("Börja prata"))],
        note,
    )


def _hidden(play: Play, ctx: Ctx) -> Node:
    """Votes there are, but they stay hidden: somebody who cast one can no longer be asked."""
    _ = ctx._
    why = _(
        "Någon som röstade har lämnat bordet, och så få röster kan avslöja vem som valde vad. "
        "Prata om kortet ändå."
    )
    return Panel(
        Column(
            [
                words(play, ctx, _("Rösterna visas inte den här gången."), "title", align="center"),
                words(play, ctx, why, "body", align="center"),
            ],
            gap=28,
            justify="center",
        ),
        pad=(120, 44),
        grow=1,
    )


def _ask(play: Play, ctx: Ctx) -> Node:
    """So few votes that each might be told from the others: counts only when everybody has said yes."""
    _ = ctx._
    asked: set[str] = play.fleeting.setdefault("asked", set())
    result = play.result
    present = [seat for seat in (play.team["seats"] if play.team else []) if not seat["away"]]
    buttons: list[Node] = []
    for seat in play.seats:

        def show(seat_id: str = seat["id"]) -> None:
            asked.add(seat_id)
            play.do(ShowCounts(seat=seat_id, serial=play.serial))

        if seat["away"]:
            continue
        label = _("Visa") if len(play.seats) == 1 else _("Visa ({name})", name=seat_name(seat["symbol"], _))
        buttons.append(
            Button(
                label,
                show,
                "primary",
                enabled=seat["id"] not in asked,
                key=f"show {seat['id']}",
                shortcut="return" if len(play.seats) == 1 else "",
            )
        )
    return Panel(
        Column(
            [
                Icon("eye", 96, "accent", at="center") if len(buttons) < MANY else None,
                words(play, ctx, _("Vill ni se hur ni röstade?"), "display", align="center"),
                words(
                    play,
                    ctx,
                    _("Så få röster kan avslöja vem som valde vad. Antalen visas när alla tryckt Visa."),
                    "body",
                    align="center",
                ),
                words(
                    play,
                    ctx,
                    _("{n} av {m} har tryckt Visa", n=result["asked"] if result else 0, m=len(present)),
                    "small",
                    colour="soft",
                    align="center",
                ),
                Flow(buttons, justify="center") if play.kind != "screen" else None,
            ],
            gap=28,
            justify="center",
        ),
        pad=(120, 44),
        grow=1,
    )
