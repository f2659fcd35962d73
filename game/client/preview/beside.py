"""What there is to mend, as sentences beside the card: where it stands, what it is, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from game.cards.findings import Finding
from game.client.preview.preview import Preview
from game.client.ui import Column, Ctx, Icon, Node, Panel, Row, Rule, Scroll, Text


def beside(preview: Preview, ctx: Ctx, width: float) -> Node | None:
    """The card's findings, whether it fits, and those of the deck's cover; without what `broken` tells."""
    _, deck, leaf = ctx._, preview.deck.beside(), preview.leaf
    rows: list[Node | None] = []
    if preview.moment is not None:
        rows += [Text(_("Kortet"), "strong"), *_told(preview.findings, preview, ctx), _fits(preview, ctx)]
    if deck and (preview.moment is not None or (leaf is not None and leaf.card is None)):
        rows += [Rule() if rows else None, Text(_("Kortleken"), "strong"), *_told(deck, preview, ctx)]
    if not rows:
        return None
    return Panel(Scroll(Column(rows, gap=18), key="findings"), pad=(26, 22), radius="card", width=width)


def broken(preview: Preview, ctx: Ctx) -> Node:
    """Instead of the picture, while there has been nothing to draw: what must be mended first."""
    _, leaf = ctx._, preview.leaf
    if leaf is None:
        head, found = _("Det finns inga kort att visa"), preview.deck.beside()
    elif leaf.card is None:
        head, found = _("Kortet kan visas när det här är rättat"), preview.deck.of(leaf)
    else:
        head, found = _("Korten kan visas när det här är rättat"), preview.deck.beside()
    errors = [item for item in found if item.is_error]
    rows = [Icon("edit", 72, "accent", at="start"), Text(head, "title"), *_told(errors, preview, ctx, "body")]
    return Panel(Scroll(Column(rows, gap=26), key="broken"), pad=(60, 48))


def _told(found: Sequence[Finding], preview: Preview, ctx: Ctx, role: str = "small") -> list[Node]:
    return [_one(item, preview, ctx, role) for item in found]


def _one(item: Finding, preview: Preview, ctx: Ctx, role: str) -> Node:
    """The file is named as it stands in the deck's folder."""
    code = ctx.language
    root = preview.deck.path.as_posix().rstrip("/") + "/"
    where = f"{item.file.removeprefix(root)}:{item.line}"
    if item.field:
        where += f" {item.field}"
    sign = Icon("cross", 30, "danger") if item.is_error else Icon("info", 30, "warn")
    words = Column(
        [
            Text(where, "label", size=20, min=16, colour="soft"),
            Text(item.what.in_language(code), role, min=20),
            Text(item.do.in_language(code), role, min=20, colour="soft"),
        ],
        gap=2,
        grow=1,
    )
    return Row([sign, words], gap=14, align="start")


def _fits(preview: Preview, ctx: Ctx) -> Node | None:
    """Whether the card has been seen to fit, and in what."""
    _, leaf = ctx._, preview.leaf
    if leaf is None or leaf.item is None or not leaf.fresh:
        return None
    if not preview.fitting.knows(leaf.item):
        return _line("hourglass", "soft", _("Ser efter om kortet får plats …"))
    if preview.fitting.of(leaf.item):
        return None
    spoken = preview.fitting.spoken(leaf.item)
    if not spoken:
        return _line("info", "soft", _("Fönstren talar inte kortets språk än."))
    about = _("Får plats på 1280×720 med 100 och 150 % text: {languages}", languages=", ".join(spoken))
    return _line("check", "good", about)


def _line(icon: str, colour: str, text: str) -> Node:
    return Row(
        [Icon(icon, 30, colour), Text(text, "small", min=20, colour=colour, grow=1)], gap=14, align="start"
    )
