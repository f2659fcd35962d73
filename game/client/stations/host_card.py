"""What helps the host with the card on the table: notes for whoever leads, and the back of the card,
early.
"""

from __future__ import annotations

from game.client.play import Play
from game.client.stations.host_tables import gone, table_name
from game.client.ui import Choice, Column, Ctx, Icon, Node, Panel, Row, Scroll, Select, Status, Text
from game.rules.slices import CardText, PlayedSlice

ABREAST = 4
"""Cards to choose among side by side; more are a list."""


def notes(play: Play, ctx: Ctx) -> Node:
    """Facilitator's notes, the situation, and what the card wants to say.

    Never shown to a table or the hall.
    """
    if play.room is not None and play.room["pace"] == "table":
        return _tables_cards(play, ctx)
    host = play.host
    texts = play.card["text"] if play.card else {}
    card: CardText = texts.get(ctx.language) or texts.get("sv") or {}
    facilitator = ctx._.pick(host["facilitator"]) if host else ""
    perspective = ctx._.pick(host["perspective"]) if host else ""
    if not facilitator and not perspective:
        return _nothing(ctx)
    return _page(ctx, None, card.get("situation", ""), facilitator, perspective)


def _tables_cards(play: Play, ctx: Ctx) -> Node:
    """Each table plays its own card: choose one by its tables."""
    _ = ctx._
    cards = play.host["played"] if play.host else []
    if not cards:
        return _nothing(ctx)
    ids = [card["id"] for card in cards]
    at = str(play.kept.get("played", ids[0]))
    shown = cards[ids.index(at)] if at in ids else cards[0]

    def pick(card: str) -> None:
        play.kept["played"] = card

    if len(cards) > 1:
        ways = [(card["id"], _whose(play, ctx, card)) for card in cards]
        many = len(cards) > ABREAST
        choose: Node = (
            Select(ways, shown["id"], pick, label=_("Bord"), key="played")
            if many
            else Choice(ways, shown["id"], pick, key="played")
        )
        head: Node = Column(
            [
                Text(
                    _("Varje bord har sitt eget kort. Välj vilket du vill läsa om."), "small", colour="soft"
                ),
                choose,
            ],
            gap=10,
        )
    else:
        head = Text(_whose(play, ctx, shown), "small", colour="soft")
    title = Text(_.pick(shown["title"]), "title", size=34)
    situation, facilitator = _.pick(shown["situation"]), _.pick(shown["facilitator"])
    return _page(ctx, Column([head, title], gap=14), situation, facilitator, _.pick(shown["perspective"]))


def _whose(play: Play, ctx: Ctx, card: PlayedSlice) -> str:
    """The tables that play a card, by name while they are few."""
    _ = ctx._
    tiles = [tile for tile in play.tiles if tile["card"] == card["id"] and tile["seats"]]
    there = [tile for tile in tiles if not gone(tile)] or tiles
    if len(there) > 2:
        return ctx.plural("{n} bord", "{n} bord", len(there))
    return ", ".join(table_name(tile, ctx) for tile in there) or _.pick(card["title"])


def _nothing(ctx: Ctx) -> Node:
    words = Text(ctx._("Här står tips om kortet så snart ett kort är draget."), colour="soft", align="center")
    return Column([Icon("bulb", 72, "edge"), words], gap=18, align="center", pad=48, grow=1)


def _page(ctx: Ctx, head: Node | None, situation: str, facilitator: str, perspective: str) -> Node:
    _ = ctx._
    parts = [
        _part(_("KORTET"), situation),
        _part(_("ATT LEDA DET HÄR KORTET"), facilitator),
        _part(_("KORTETS BAKSIDA"), perspective),
    ]
    only = Status("info", _("Bara du ser det här. Baksidan visas för alla efter andra omröstningen."))
    return Column([head, only, Scroll(Column(parts, gap=20), key="notes", grow=1)], gap=20, grow=1)


def _part(label: str, text: str) -> Node | None:
    if not text:
        return None
    paragraphs = [Text(part.strip(), size=28, min=24) for part in text.split("\n\n") if part.strip()]
    return Panel(
        Column([Row([Text(label, "label", colour="soft")]), *paragraphs], gap=14), pad=32, radius="card"
    )
