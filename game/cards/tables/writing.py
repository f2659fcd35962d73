"""A deck as rows of text: the sheet of cards, the sheet about the deck, and both in one CSV."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.cards.format import KINDS, Cover
from game.cards.tables.cells import guarded, listed
from game.cards.tables.columns import Column, columns
from game.cards.tables.commas import write_csv
from game.cards.tables.covers import cover_rows
from game.cards.tables.flat import Flat, Leaf
from game.cards.tables.shape import fits

USUAL_REFS: Final = 1
"""So many references have columns though no card has one."""


def kinds_in(rows: Sequence[Flat]) -> tuple[str, ...]:
    """The kinds of these cards; every kind there is when one of them has not said its own yet."""
    kinds = {str(row.get(("kind",), "")) for row in rows}
    return tuple(sorted(kinds)) if kinds <= set(KINDS) else tuple(KINDS)


def columns_for(languages: tuple[str, ...], kinds: Sequence[str], rows: Sequence[Flat]) -> tuple[Column, ...]:
    """The columns that a card of these kinds may fill or one of the rows does, in order.

    References beyond those used and one more are left out; they can be added by their headings.
    """
    used = {loc for row in rows for loc in row}
    refs = max([loc[3] + 2 for loc in used if "refs" in loc and isinstance(loc[3], int)] or [USUAL_REFS])

    def wanted(column: Column) -> bool:
        path = column.field.path
        if column.loc in used or not column.language:
            return True
        if path[0] == "refs" and isinstance(path[1], int) and path[1] >= refs:
            return False
        return any(fits(kind, path) for kind in kinds)

    return tuple(column for column in columns(languages) if wanted(column))


def card_cells(row: Flat, chosen: Sequence[Column], tongue: str) -> Iterator[Leaf | None]:
    """One row's values, None where the card has none; nothing is guarded yet."""
    yes, no = ("ja", "nej") if tongue == "sv" else ("yes", "no")
    for column in chosen:
        value = row.get(column.loc)
        if isinstance(value, bool):
            value = yes if value else no
        yield listed(value) if isinstance(value, tuple) else value


def csv_of(cover: Cover, rows: Sequence[Flat], tongue: str, plain: bool) -> bytes:
    """The cards, an empty row, and the rows about the deck."""
    chosen = columns_for(cover.languages, kinds_in(rows), rows)
    lines: list[Sequence[str]] = [[column.heading(tongue) for column in chosen]]
    for row in rows:
        cells = card_cells(row, chosen, tongue)
        lines.append([_text(value, column) for value, column in zip(cells, chosen, strict=True)])
    lines.append([])
    lines += cover_rows(cover, tongue, numbers=True)
    width = max(map(len, lines))
    return write_csv([[*line, *[""] * (width - len(line))] for line in lines], plain)


def _text(value: Leaf | None, column: Column) -> str:
    """A number or a date stands as it is: Excel gives it back as it was."""
    if value is None:
        return ""
    words = isinstance(value, str) and column.field.kind != "date"
    return guarded(str(value), numbers=True) if words else str(value)
