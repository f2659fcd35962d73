"""The silent vote, before and after the talk. Nothing is chosen beforehand; nobody sees another's choice."""

from __future__ import annotations

from game.client.ballots import BALLOTS, tally
from game.client.parts.around import Secret, all_done, around, voters
from game.client.parts.page import page
from game.client.parts.words import card_text, options, words
from game.client.play import Play
from game.client.scenes.ballot import ballot
from game.client.scenes.card import front, option_row
from game.client.scenes.closing import closing, promise
from game.client.ui import Calm, Column, Ctx, Icon, Largest, Node, Panel, Row, flexible


def build(play: Play, ctx: Ctx) -> Node:
    """The vote as this station does it: alone, passed round, cards held up, or only looked at."""
    _ = ctx._
    if play.card is None:
        return page(play, ctx, _late(play, ctx))
    if play.card["kind"] not in BALLOTS:
        return page(
            play, ctx, Panel(words(play, ctx, _("Det här kortet pratar man bara om."), "display"), grow=1)
        )
    if play.kind == "screen":
        return page(play, ctx, _face(play, ctx))
    if play.may("tally_cards") or (not play.may("cast_vote") and _cards_up(play)):
        return tally.build(play, ctx)
    if not voters(play) or (not play.may("cast_vote") and not _closed(play)):
        return page(play, ctx, _listen(play, ctx), closing(play, ctx))
    if play.kind == "table" and _closed(play):
        return _after(play, ctx)
    return around(play, ctx, Secret(ballot, _after, promise(play, ctx)))


def _face(play: Play, ctx: Ctx) -> Node:
    """The card to look at: the situation and all options."""

    def rows() -> list[Node | None]:
        card = play.card
        if card is None:
            return []
        if card["choices"] and not card["choices"][0].isdigit():
            return [
                option_row(play, ctx, letter, text)
                for letter, text in zip(card["choices"], options(play, ctx), strict=True)
            ]
        text = card_text(play, ctx)
        return [
            Row(
                [
                    words(play, ctx, f"1 · {text.get('low', '')}"),
                    flexible(),
                    words(play, ctx, f"10 · {text.get('high', '')}"),
                ]
            )
        ]

    def looked_at() -> Node:
        return Column([front(play, ctx, tags=False), Panel(Column(rows(), gap=10), pad=(44, 18))], gap=14)

    return Column(
        [Largest([looked_at], grow=1), Calm(words(play, ctx, promise(play, ctx), "small", colour="soft"))],
        gap=14,
        grow=1,
    )


def _after(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    progress = play.progress
    complete = progress is not None and progress["done"] >= progress["of"]
    if progress is not None and progress["closed"]:
        text = _("Omröstningen är stängd.")
    elif complete:
        text = _("Alla är klara.")
    else:
        text = _("Alla här är klara. Några röster kommer från andra skärmar.")
    return page(play, ctx, all_done(play, ctx, text, promise=promise(play, ctx)), closing(play, ctx))


def _cards_up(play: Play) -> bool:
    return bool(
        play.team
        and play.team["way"] == "cards_up"
        and play.kind == "table"
        and not play.team["remote"]
        and len(play.team["seats"]) > 1
    )


def _closed(play: Play) -> bool:
    return bool(play.progress and play.progress["closed"])


def _listen(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    return Panel(
        Column(
            [
                Icon("speech", 96, "accent", at="center"),
                words(play, ctx, _("Du lyssnar på det här kortet"), "display", align="center"),
                words(
                    play,
                    ctx,
                    _(
                        "Du röstade inte första gången, så den här jämförelsen klarar sig utan dig. "
                        "Prata gärna med – på nästa kort röstar du som alla andra."
                    ),
                    "body",
                    align="center",
                ),
            ],
            gap=26,
            justify="center",
        ),
        pad=(140, 44),
        grow=1,
    )


def _late(play: Play, ctx: Ctx) -> Node:
    _ = ctx._
    return Panel(
        Column(
            [
                words(play, ctx, _("Salen är mitt i ett kort"), "display", align="center"),
                words(play, ctx, _("Ni är med från nästa kort."), "body", align="center"),
            ],
            gap=26,
            justify="center",
        ),
        grow=1,
    )
