"""The handbook in a window: its contents, and one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from game.client.ui import (
    Button,
    Calm,
    Column,
    Ctx,
    Dialog,
    Flow,
    KeyHint,
    Node,
    Panel,
    Row,
    Scroll,
    Spacer,
    Text,
    flexible,
)
from game.handbook import Block, Handbook, Run, handbook, plain

QUOTES = {"sv": "””", "en": "“”"}
SIZE = 30
"""Of text that is read at length, design units."""
NAMES = 250
"""How wide the names of facts stand beside what is said of them."""


@dataclass
class Reader:
    """Where somebody is in the handbook: 0 is the contents, then the pages in order."""

    page: int = 0
    _books: dict[str, Handbook] = field(default_factory=dict)

    def book(self, language: str) -> Handbook:
        """The handbook in this language, read once."""
        if language not in self._books:
            self._books[language] = handbook(language)
        return self._books[language]

    def turn(self, page: int) -> None:
        """To another page."""
        self.page = page


def reading(reader: Reader, ctx: Ctx, close: Callable[[], object]) -> Node:
    """The handbook in a dialog."""
    book = reader.book(ctx.language)
    body = _contents(reader, book, ctx) if reader.page == 0 else _page(reader, book, ctx)
    shown = Scroll(body, key=f"handbook {reader.page}", grow=1)
    head = book.title if reader.page == 0 else book.pages[reader.page - 1].title
    count = ctx._("{n} av {m}", n=reader.page, m=len(book.pages)) if reader.page else ""
    title = Row([Text(head, "title", grow=1), Text(count, "label", colour="soft") if count else None], gap=20)
    return Dialog(Column([title, shown, _foot(reader, book, ctx, close)], gap=22), close, span=1400)


def _foot(reader: Reader, book: Handbook, ctx: Ctx, close: Callable[[], object]) -> Node:
    _, at = ctx._, reader.page
    last = at == len(book.pages)
    back = partial(reader.turn, at - 1)
    to = partial(reader.turn, at + 1)
    shut = Button(
        _("Stäng"),
        close,
        "primary" if last else "secondary",
        "return" if last else "",
        key="close handbook",
    )
    onward = Button(
        _("Nästa sida") if at else _("Läs från början"), to, "primary", "return", icon="next", key="next page"
    )
    contents = Button(_("Innehåll"), partial(reader.turn, 0), "quiet", icon="list", key="contents")
    before = Button(_("Förra sidan"), back, icon="back", key="previous page")
    acts = [contents if at else None, before if at > 1 else None, shut, None if last else onward]
    return Calm(Flow(acts))


def _contents(reader: Reader, book: Handbook, ctx: Ctx) -> Node:
    preface = [_block(block, 0, ctx) for block in book.preface]
    rows = [
        Button(
            page.title,
            partial(reader.turn, number),
            "secondary",
            str(number) if number < 10 else "",
            key=f"page {number}",
        )
        for number, page in enumerate(book.pages, 1)
    ]
    half = -(-len(rows) // 2)
    if not ctx.wide:
        return Column([*preface, Spacer(8), *rows], gap=14, pad=(6, 6))
    sides = [Column(rows[:half], gap=14, grow=1), Column(rows[half:], gap=14, grow=1)]
    return Column([*preface, Spacer(8), Row(sides, gap=24, align="start")], gap=14, pad=(6, 6))


def _page(reader: Reader, book: Handbook, ctx: Ctx) -> Node:
    nodes: list[Node] = []
    number = 0
    for block in book.pages[reader.page - 1].blocks:
        number = number + 1 if block.shape == "step" else 0
        if block.shape == "head" and nodes:
            nodes.append(Spacer(10))
        nodes.append(_block(block, number, ctx))
    return Column(nodes, gap=14, pad=(6, 6))


def _block(block: Block, number: int, ctx: Ctx) -> Node:
    quotes = QUOTES.get(ctx.language, QUOTES["en"])
    if block.shape == "fact":
        return _fact(block, quotes, ctx)
    text = plain(block.runs, quotes)
    if block.shape == "head":
        return Text(text, "title", size=36, min=28)
    if block.shape == "said":
        return Panel(Text(text, size=SIZE), pad=(28, 18), fill="tint", radius="field", shadow="")
    if block.shape in ("bullet", "step"):
        sign = f"{number}." if block.shape == "step" else "•"
        return Row([Text(sign, "strong", size=SIZE, colour="accent", width=46), _words(text)], align="start")
    return Text(text, size=SIZE)


def _fact(block: Block, quotes: str, ctx: Ctx) -> Node:
    """What it is about beside what there is to say of it; keys that it begins with are drawn."""
    keys: list[Node] = []
    runs: Sequence[Run] = block.runs
    while runs and runs[0].kind == "key":
        keys.append(KeyHint(runs[0].text))
        runs = runs[1:]
    name = Text(block.name, "strong", size=SIZE, colour="accent")
    said = _words(plain(runs, quotes).strip())
    if not ctx.wide:
        return Column([Row([name, *keys, flexible()], gap=16), said], gap=2)
    left = Column([name], width=NAMES)
    marked = Row([*keys, said], gap=16, align="start", grow=1) if keys else said
    return Row([left, marked], gap=20, align="start")


def _words(text: str) -> Node:
    return Text(text, size=SIZE, grow=1)
