"""Which sheet of a file holds the cards, which of its rows the headings, and what stands over a cell."""

from collections.abc import Callable
from typing import Final

from game.cards.findings import Finding, printable
from game.cards.tables.columns import column_of, key
from game.cards.tables.covers import begins_cover
from game.cards.tables.grid import Grid, Row, Table

_SHEETS: Final = frozenset({"kort", "cards"})
_EXAMPLES: Final = ("exempel", "example")
"""How the names of sheets begin that only show how it is done."""
_HEADING_ROWS: Final = 10


def grids(table: Table) -> list[Grid]:
    """The sheets that say something of a deck."""
    return [grid for grid in table.grids if not key(grid.name).startswith(_EXAMPLES)]


def card_grid(table: Table) -> Grid | None:
    """The sheet of cards: the one named so, or else one with their headings."""
    named = [grid for grid in grids(table) if key(grid.name) in _SHEETS]
    return next(iter(named + likely(table)), None)


def likely(table: Table) -> list[Grid]:
    """The sheets that look as if they held cards, whatever they are called."""
    return [grid for grid in grids(table) if not grid.name or known(headings(grid)) > 1]


def headings(grid: Grid) -> Row:
    """The row among the first that has most known headings; the very first when none has any."""
    return max(card_rows(grid)[:_HEADING_ROWS], key=known, default=Row(1, ()))


def known(row: Row) -> int:
    """How many of the row's cells are headings of columns."""
    return sum(column_of(heading) is not None for _, heading in row.words())


def tongue_of(row: Row) -> str:
    """The language of the headings: "en" when more of them are English than Swedish, else "sv"."""
    there = [(key(heading), column_of(heading)) for _, heading in row.words()]
    spoken = {
        tongue: sum(column is not None and name == key(column.heading(tongue)) for name, column in there)
        for tongue in ("sv", "en")
    }
    return "en" if spoken["en"] > spoken["sv"] else "sv"


def card_rows(grid: Grid) -> tuple[Row, ...]:
    """The rows before the deck's own, which in CSV follow the cards in the same file."""
    end = next((index for index, row in enumerate(grid.rows) if begins_cover(row)), len(grid.rows))
    return grid.rows[:end]


def seen_in(table: Table) -> Callable[[Finding], str]:
    """What stands over the cell of a finding: the heading of its column, or what its row says of the deck."""
    sheets = {grid.file: grid for grid in table.grids}

    def seen(finding: Finding) -> str:
        grid = sheets.get(finding.file)
        if grid is None:
            return ""
        above = [row for row in grid.rows if row.number < finding.line]
        top = next((row for row in reversed(above) if begins_cover(row)), None)
        if top is None:
            heading = headings(grid)
            if key(_words(heading, 1)) == "text":  # a translator's list: each row says which text it is about
                own = next((row for row in grid.rows if row.number == finding.line), heading)
                return _words(own, 1)
            return _words(heading, finding.column) if heading.number < finding.line else ""
        row = next((row for row in grid.rows if row.number == finding.line), top)
        language = f" ({_words(top, finding.column)})" if finding.column > 2 else ""
        return _words(row, 1).partition(" (")[0] + language

    return seen


def _words(row: Row, column: int) -> str:
    return printable(str(row.cell(column).value or "").strip())
