"""The wall in the hall: released texts as large as they may be, in headed clusters, a page at a time."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from game.client.parts.tags import tag_fill, tag_ink
from game.client.parts.words import tag_name
from game.client.play import Play
from game.client.ui import Column, Ctx, Node, Panel, Pill, Row, Rule, Text
from game.client.ui.area import Area, Size
from game.client.ui.layout import Layout
from game.rules.slices import WallSlice

SIZES = (84.0, 64.0, 52.0, 46.0, 40.0)
"""Of a text, the largest first; the last is the smallest that the back row can read."""
MOST = 3
"""Columns, where there is most to show."""
ALONE = 3
"""Texts that may be as large as the first two sizes."""
TURN = 15_000
"""Ms until the wall turns to its next page, by the server's clock: every screen shows the same one."""
GAP, NARROW = 24, 14
HEAD = 120
"""The height that the head of a wall may take."""
ORDER = ("strengthen", "improve", "act", "pledge")


def wall(play: Play, ctx: Ctx, kinds: frozenset[str], title: Text, among: int = 1) -> Node | None:
    """Released texts below a title, a page at a time; None when there are none. `among` so many things that
    take turns on the screen, each for `TURN`, the wall is one.
    """
    hall = play.hall
    texts = [text for text in hall["wall"] if text["kind"] in kinds] if hall else []
    if not texts:
        return None
    rest = ctx._("Mer från borden") if any(text["group"] for text in texts) else ""
    pieces = tuple(
        Piece(text["group"] or rest, wall_text(text, ctx), text["kind"]) for text in _in_order(texts)
    )
    return Wall(title, pieces, ctx, among, key="wall", grow=1)


def wall_text(text: WallSlice, ctx: Ctx) -> str:
    """The words of a text on the wall; a pledge as one sentence."""
    when, _line, then = text["text"].partition("\n")
    if text["kind"] == "pledge" and then:
        return ctx._("När {when} så ska jag {then}.", when=when.strip(), then=then.strip().rstrip("."))
    return text["text"]


def _in_order(texts: Sequence[WallSlice]) -> list[WallSlice]:
    """Clusters in the order in which their first text came, in each of them alike with alike; what has no
    heading last.
    """
    first = {text["group"]: n for n, text in reversed(list(enumerate(texts)))}
    return sorted(
        texts, key=lambda text: (not text["group"], first[text["group"]], ORDER.index(text["kind"]))
    )


@dataclass(frozen=True)
class Piece:
    """A text on the wall and the heading it hangs under."""

    group: str
    words: str
    kind: str


Spot = tuple[Node, int, int]
"""What stands in a column: the node, its height, and the gap above it, in pixels."""
Page = list[list[Spot]]


@dataclass(frozen=True, eq=False)
class Wall(Node):
    """A title, and pieces below it in columns like a newspaper's: the fewest columns and the largest text
    with which all of them fit; when not even the smallest does, as many pages as are needed, and then not
    larger for whoever reads with large text. A heading is never left alone at the foot of a column; its line,
    and what kind of text it is, stand above every column of its cluster. `late` and `corner` stand beside the
    title.
    """

    title: Text
    pieces: Sequence[Piece]
    ctx: Ctx
    among: int = 1
    late: Node | None = None
    corner: Sequence[Node | None] = ()

    def natural(self, lay: Layout, width: int) -> Size:
        return width, lay.u(400)

    def least(self, lay: Layout, width: int, soft: bool) -> int:
        """So high that one page holds all the pieces."""
        (page,) = self._pages(lay, width, sys.maxsize, self._smallest, MOST)
        page = self._even(lay, width, self._smallest, MOST, page)
        head = self._head_height(lay, self._head(""), width)
        return head + lay.u(GAP) + max((_high(column) for column in page), default=0)

    def place(self, lay: Layout, area: Area) -> None:
        head = self._head_height(lay, self._head(self._told(99, 99)), area[2])
        below = (area[0], area[1] + head + lay.u(GAP), area[2], area[3] - head - lay.u(GAP))
        count, pages = self._fitted(lay, below)
        at = int(self.ctx.now // (TURN * self.among)) % len(pages)
        told = ""
        if len(pages) > 1:
            self.ctx.again_in(TURN - self.ctx.now % TURN)
            told = self._told(at + 1, len(pages))
        self._head(told).place(lay, (*area[:3], head))
        self._set(lay, below, count, [column for column in pages[at] if column])

    def _told(self, page: int, pages: int) -> str:
        return self.ctx._("Sida {n} av {m}", n=page, m=pages)

    def _head(self, told: str) -> Node:
        page = Text(told, size=40, min=24, colour="soft", align="end") if told else None
        beside = Column([self.late, page], gap=0, justify="center")
        return Row([Column([self.title], grow=1, justify="center"), beside, *self.corner], gap=40)

    def _head_height(self, lay: Layout, head: Node, width: int) -> int:
        return max(min(lay.size(head, width)[1], lay.u(HEAD)), lay.least(head, width, False))

    def _set(self, lay: Layout, area: Area, count: int, page: Page) -> None:
        """Place one page: a few pieces in the middle, more from the top."""
        wide, gap = self._wide(lay, area[2], count), lay.u(GAP)
        high = max((_high(column) for column in page), default=0)
        top = area[1] + (max(0, area[3] - high) // 2 if len(self.pieces) <= ALONE else 0)
        left = area[0] + (area[2] - len(page) * wide - (len(page) - 1) * gap) // 2
        if len(self.pieces) > ALONE:
            left = area[0]
        for column in page:
            y = top
            for node, tall, above in column:
                y += above
                node.place(lay, (left, y, wide, tall))
                y += tall
            left += wide + gap

    def _fitted(self, lay: Layout, area: Area) -> tuple[int, list[Page]]:
        """How many columns, and the pages of them."""
        for size, most in self._ways():
            for count in range(1 if len(self.pieces) == 1 else 2, most + 1):
                pages = self._pages(lay, area[2], area[3], size, count)
                if len(pages) == 1 and all(_high(column) <= area[3] for column in pages[0]):
                    return count, [self._even(lay, area[2], size, count, pages[0])]
        pages = self._pages(lay, area[2], area[3], self._smallest, MOST)
        return MOST, [self._even(lay, area[2], self._smallest, MOST, pages[0])] if len(pages) == 1 else pages

    def _ways(self) -> list[tuple[float, int]]:
        """(size of the text, most columns) as tried: the station's text size first, then without it."""
        own = [
            (size, MOST if self.ctx.wide else 2) for size in SIZES[0 if len(self.pieces) <= ALONE else 2 :]
        ]
        plain = [(size / self.ctx.settings.text, MOST) for size in SIZES[2:]]
        return own if self.ctx.settings.text == 1 else own + plain

    @property
    def _smallest(self) -> float:
        """The last of `SIZES` whatever the station's text size."""
        return SIZES[-1] / self.ctx.settings.text

    def _even(self, lay: Layout, width: int, size: float, count: int, page: Page) -> Page:
        """The same page with columns as low as they can be."""
        low, high = 0, max(_high(column) for column in page)
        while high - low > lay.u(8):
            middle = (low + high) // 2
            pages = self._pages(lay, width, middle, size, count)
            if len(pages) == 1 and max(_high(column) for column in pages[0]) <= middle:
                page, high = pages[0], middle
            else:
                low = middle
        return page

    def _pages(self, lay: Layout, width: int, room: int, size: float, count: int) -> list[Page]:
        wide, gap = self._wide(lay, width, count), lay.u(NARROW)
        columns: Page = [[]]
        used = 0
        for group, pieces in groupby(self.pieces, key=lambda piece: piece.group):
            kind = None
            for number, piece in enumerate(pieces):
                note = self._note(piece, size)
                tall = lay.size(note, wide)[1]
                begins = number == 0
                before = (2 * gap if begins else gap) if columns[-1] else 0
                heading = self._heading(piece, size, group if begins else "") if piece.kind != kind else None
                above = lay.size(heading, wide)[1] if heading else 0
                if columns[-1] and used + before + above + bool(heading) * gap + tall > room:
                    columns.append([])
                    again = len(columns) % count == 1 or count == 1
                    goes_on = self.ctx._("{heading} (forts.)", heading=group) if group and again else ""
                    heading = self._heading(piece, size, group if begins else goes_on)
                    above = lay.size(heading, wide)[1] if heading else 0
                    used, before = 0, 0
                if heading:
                    columns[-1].append((heading, above, before))
                    used, before = used + before + above, gap
                columns[-1].append((note, tall, before))
                used += before + tall
                kind = piece.kind
        return [columns[at : at + count] for at in range(0, len(columns), count)]

    def _wide(self, lay: Layout, width: int, count: int) -> int:
        return (width - lay.u(GAP) * (count - 1)) // count

    def _heading(self, piece: Piece, size: float, words: str) -> Node | None:
        """What stands above this piece and those like it: the cluster's heading, or only its line where it
        goes on, and what kind of text they are.
        """
        name, large = tag_name(piece.kind, self.ctx), self.ctx.settings.text
        label = Text(name, "label", size=40 / large, min=40, colour=tag_ink(piece.kind))
        tag = Pill(label, tag_fill(piece.kind), pad=(20, 2), at="start") if name else None
        title = Text(words, "title", size=max(46 / large, min(60.0, size)), min=44, colour="accent")
        line = [title if words else None, Rule("accent")] if piece.group else []
        return Column([*line, tag], gap=8) if line or tag else None

    def _note(self, piece: Piece, size: float) -> Node:
        return Panel(Text(piece.words, size=size, min=40), pad=(26, 14), radius="card")


def _high(column: Sequence[Spot]) -> int:
    return sum(tall + above for _node, tall, above in column)
