"""What opens over the preview: the keys, and the list of cards to go to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from game.client.parts.words import kind_name
from game.client.preview.preview import Preview
from game.client.preview.watched import Leaf
from game.client.ui import (
    Button,
    Calm,
    Column,
    Ctx,
    Dialog,
    Hotkey,
    Icon,
    KeyHint,
    Node,
    Row,
    Scroll,
    Stack,
    Text,
    TextField,
    Tile,
    flexible,
)

FIND = "find card"
"""The key of the field that one searches in."""


def dialog(preview: Preview, ctx: Ctx) -> Node | None:
    """The open one, if any."""
    if preview.dialog == "help":
        return _help(preview, ctx)
    if preview.dialog == "find":
        return _find(preview, ctx)
    ctx.pane.memory.fields.pop(FIND, None)
    return None


def _help(preview: Preview, ctx: Ctx) -> Node:
    _ = ctx._
    keys: list[tuple[tuple[str, ...], str]] = [
        (("left", "right"), _("Förra och nästa kort; PageUp och PageDown går också")),
        (("Home", "End"), _("Första och sista kortet")),
        (("g",), _("Gå till ett kort: sök på namn eller rubrik; Ctrl + F går också")),
        (("up", "down"), _("Byt plats: framsida, röst, samtal, baksida")),
        (("1", "2", "3", "4"), _("Framsida, röst, samtal eller baksida direkt")),
        (("space",), _("Nästa fråga i samtalet, eller nästa bild av platsen; Backsteg går tillbaka")),
        (("s",), _("Skärmens storlek")),
        (("t",), _("Textens storlek")),
        (("c",), _("Hög kontrast")),
        (("l",), _("Språk")),
        (("v",), _("Egen skärm eller väggskärm")),
        (("f",), _("Visa eller göm fynden")),
        (("F11",), _("Hela skärmen")),
        (("F1",), _("Den här hjälpen; ? går också")),
        (("q",), _("Stäng fönstret; Esc går också, och lämnar först hela skärmen")),
    ]
    rows: list[Node | None] = [
        Row([Row([KeyHint(key) for key in hints], gap=8, width=190), Text(text, size=28, grow=1)], gap=20)
        for hints, text in keys
    ]
    half = -(-len(rows) // 2)
    listed: Node = Column(rows, gap=16)
    if ctx.wide:
        sides: list[Node | None] = [Column(rows[:half], gap=16, grow=1), Column(rows[half:], gap=16, grow=1)]
        listed = Row(sides, gap=50, align="start")
    about = _(
        "Kortet läses om när filen sparas. Peka, rulla och tryck i bilden som i spelet: "
        "inget skickas någonstans."
    )
    close = Button(_("Stäng"), preview.ask, "primary", "return", key="close dialog")
    body = [
        Text(_("Hjälp och tangenter"), "title"),
        Text(about, "small", colour="soft"),
        Scroll(listed, key="help list", grow=1),
        Row([flexible(), close]),
    ]
    return Dialog(Column(body, gap=20), preview.ask, span=1640)


def _find(preview: Preview, ctx: Ctx) -> Node:
    """Typing narrows the list; arrows move the mark and Enter goes there."""
    _ = ctx._
    found = matching(preview, ctx.typed(FIND))
    marked = max(0, min(preview.marked, len(found) - 1))

    def mark(by: int) -> None:
        preview.marked = max(0, min(len(found) - 1, marked + by))
        ctx.pane.reveal(f"card {found[preview.marked].name}") if found else None

    def pick(_text: str = "") -> None:
        if found:
            preview.go(found[marked].name)

    def typed(_text: str) -> None:
        preview.marked = 0

    tiles: list[Node | None] = [_tile(preview, ctx, leaf, n == marked) for n, leaf in enumerate(found)]
    listed: Node = Scroll(Column(tiles, gap=10, pad=(6, 6)), key="cards", grow=1)
    if not found:
        listed = Column([Text(_("Inget kort heter så."), colour="soft"), flexible()], grow=1)
    close = Button(_("Avbryt"), preview.ask, "secondary", key="close dialog")
    field = TextField(
        "", placeholder=_("Namn eller rubrik"), limit=39, key=FIND, on_change=typed, on_submit=pick
    )
    body = [
        Text(_("Gå till kort"), "title"),
        field,
        listed,
        Row([flexible(), close]),
    ]
    arrows = [Hotkey("up", partial(mark, -1)), Hotkey("down", partial(mark, 1))]
    return Dialog(Stack([Column(body, gap=16), *arrows], height=900), preview.ask, span=1100)


def matching(preview: Preview, text: str) -> Sequence[Leaf]:
    """The cards with all these words in their name or one of their titles."""
    words = text.casefold().split()
    return [leaf for leaf in preview.deck.leaves if all(word in _sought(leaf) for word in words)]


def _sought(leaf: Leaf) -> str:
    titles = [text.title for text in leaf.card.text.values()] if leaf.card else []
    return " ".join([leaf.name, *titles]).casefold()


def _tile(preview: Preview, ctx: Ctx, leaf: Leaf, marked: bool) -> Node:
    title = leaf.title(preview.look.language)
    kind = kind_name(leaf.card.kind, ctx) if leaf.card else ""
    wrong = None if leaf.fresh else Icon("cross", 30, "danger")
    about = " · ".join(part for part in (kind, leaf.name) if part)
    names = Column([Text(title, "strong", size=28), Text(about, "small", colour="soft")], gap=0, grow=1)
    words = Calm(Row([names, wrong], gap=18))
    return Tile(words, title, partial(preview.go, leaf.name), chosen=marked, pad=14, key=f"card {leaf.name}")
