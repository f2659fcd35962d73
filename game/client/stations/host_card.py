"""What helps the host with the card on the table: notes for whoever leads, and the back of the card,
early.
"""

from __future__ import annotations

from game.client.play import Play
from game.client.ui import Column, Ctx, Icon, Node, Panel, Row, Scroll, Status, Text
from game.rules.slices import CardText


def notes(play: Play, ctx: Ctx) -> Node:
    """Facilitator's notes, the situation, and what the card wants to say.

    Never shown to a table or the hall.
    """
    _, host = ctx._, play.host
    facilitator = _.pick(host["facilitator"]) if host else ""
    perspective = _.pick(host["perspective"]) if host else ""
    if not facilitator and not perspective:
        words = Text(
            _("Här står tips om kortet så snart ett kort ligger på bordet."), colour="soft", align="center"
        )
        return Column([Icon("bulb", 72, "edge"), words], gap=18, align="center", pad=48, grow=1)
    texts = play.card["text"] if play.card else {}
    card: CardText = texts.get(ctx.language) or texts.get("sv") or {}
    parts = [
        _part(_("KORTET"), card.get("situation", "")),
        _part(_("ATT LEDA DET HÄR KORTET"), facilitator),
        _part(_("KORTETS BAKSIDA"), perspective),
    ]
    only = Status("info", _("Bara du ser det här. Baksidan visas för borden efter andra omröstningen."))
    return Column([only, Scroll(Column(parts, gap=20), key="notes", grow=1)], gap=20, grow=1)


def _part(label: str, text: str) -> Node | None:
    if not text:
        return None
    paragraphs = [Text(part.strip(), size=28, min=24) for part in text.split("\n\n") if part.strip()]
    return Panel(
        Column([Row([Text(label, "label", colour="soft")]), *paragraphs], gap=14), pad=32, radius="card"
    )
