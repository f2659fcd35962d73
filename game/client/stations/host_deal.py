"""Dealing at the hall's pace: the programme's own card, one from the pile, or one that is drawn."""

from __future__ import annotations

from functools import partial

from game.client.parts.words import kind_name
from game.client.play import Play
from game.client.ui import (
    Button,
    Column,
    Ctx,
    Dialog,
    Flow,
    Grid,
    Icon,
    Node,
    Panel,
    Row,
    Scroll,
    Text,
    Tile,
    flexible,
)
from game.rules.command import DealCard
from game.rules.slices import PileCard

HEAVY = 3


def dealing(play: Play) -> bool:
    """Whether the hall waits for a card from this host."""
    return play.may("deal_card")


def deal_board(play: Play, ctx: Ctx) -> Node:
    """The pile, open for the host alone."""
    _, host = ctx._, play.host
    cards = host["cards"] if host else []
    ordered = sorted(cards, key=lambda card: (card["heat"], _.pick(card["title"])))
    about = _("Välj ett ur högen, eller blanda och dra. Bara du ser titlarna.")
    words = [Text(_("Samma kort överallt"), "title", size=36), Text(about, "small", colour="soft")]
    own = _own(play, ctx)
    head: Node = Column(words, gap=4)
    if own is not None:
        head = Row([Column(words, gap=4, grow=1), own]) if ctx.wide else Column([*words, own], gap=8)
    if not ordered:
        return Column(
            [head, Text(_("Högen är slut. Hoppa över steget eller stäng rummet."), colour="soft")], gap=20
        )
    tiles = [_card(play, ctx, card) for card in ordered]
    grid = Grid(tiles, columns=3 if ctx.wide else 2, gap=18)
    return Column([head, Scroll(Column([grid]), key="pile", grow=1)], gap=18, grow=1)


def _card(play: Play, ctx: Ctx, card: PileCard) -> Node:
    _ = ctx._
    title = _.pick(card["title"])
    themes = " · ".join(card["themes"].get(ctx.language) or card["themes"].get("sv") or [])
    flames = Row([Icon("flame", 26, "late") for _n in range(card["heat"])], gap=2)
    foot = Row(
        [
            Text(themes or kind_name(card["kind"], ctx), "small", size=24, min=20, colour="soft", grow=1),
            flames,
        ]
    )
    words = Column([Text(title, "title", size=30, min=24), flexible(), foot], gap=10)
    return Tile(words, title, lambda: deal(play, card), key=f"card {card['id']}", pad=24)


def deal(play: Play, card: PileCard | None) -> None:
    """Deal this card, or draw one; a heavy one is asked about first."""
    if card is not None and card["heat"] >= HEAVY:
        play.fleeting["heavy"] = card
        return
    play.do(DealCard(serial=play.serial, card=card["id"] if card else None))


def deal_buttons(play: Play, ctx: Ctx) -> Node:
    """The same card everywhere: the one that the programme names, or one that is drawn."""
    _, named = ctx._, _named(play, ctx)
    label = _("Dela ut: {name}", name=named) if named else _("Blanda och dra")
    return Button(label, lambda: deal(play, None), "primary", shortcut="return", icon="cards", key="deal")


def _named(play: Play, ctx: Ctx) -> str:
    """The title of the card that the programme has for this step; "" when it is drawn."""
    host, stage = play.host, play.stage
    at = stage["step"] if stage else -1
    return ctx._.pick(host["steps"][at]["title"]) if host and 0 <= at < len(host["steps"]) else ""


def _own(play: Play, ctx: Ctx) -> Node | None:
    """A card of its own for every table, in a step whose card is not chosen."""
    if _named(play, ctx) or play.lecture:
        return None
    act = partial(play.do, DealCard(serial=play.serial, own=True))
    return Button(ctx._("Varje bord drar sitt eget"), act, icon="table", key="deal own")


def heavy(play: Play, ctx: Ctx) -> Node | None:
    """The question before a heavy card: asked when the host picked one, or when the programme's own card
    is heavy.
    """
    _ = ctx._
    card: PileCard | None = play.fleeting.get("heavy")
    refused = play.notice is not None and play.notice.code == "heavy_card"
    if card is None and not refused:
        return None

    def back() -> None:
        play.fleeting.pop("heavy", None)
        play.notice = None

    def ready() -> None:
        back()
        play.do(DealCard(serial=play.serial, card=card["id"] if card else None, ready=True))

    title = _.pick(card["title"]) if card else ""
    body: list[Node | None] = [
        Text(_("Är rummet redo för ett tungt kort?"), "title"),
        Panel(Text(title, "title", size=34), pad=(28, 20), fill="tint", radius="field", shadow="")
        if title
        else None,
        Text(
            _(
                "Det kan väcka något hos någon. Påminn om att alla får passa, och att "
                "time-out går att trycka när som helst."
            )
        ),
        Flow(
            [
                Button(_("Välj ett annat"), back, "primary", shortcut="return", key="not heavy"),
                Button(_("Ja, dela ut det"), ready, key="heavy"),
            ]
        ),
    ]
    return Dialog(Column(body, gap=26), back, span=1040)
