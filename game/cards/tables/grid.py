"""Rows and columns of cells, whatever file they came from, and findings placed in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from game.cards.findings import TOP, Finding, Loc, Place, finding
from game.cards.source import Source, Spot, Tree
from game.cards.tables.cells import Cell
from game.cards.tables.telling import in_cells

EMPTY = Cell()


@dataclass(frozen=True)
class Row:
    """One row; `number` counts from one as Excel does."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell in this column, counted from one."""
        return self.cells[column - 1] if column <= len(self.cells) else EMPTY

    @property
    def is_empty(self) -> bool:
        return all(cell.is_empty and cell.sort == "value" for cell in self.cells)

    def words(self) -> Iterator[tuple[int, str]]:
        """Each cell that holds something as text, with its column counted from one."""
        for column, cell in enumerate(self.cells, start=1):
            if not cell.is_empty:
                yield column, str(cell.value).strip()


@dataclass(frozen=True)
class Grid:
    """One sheet. `file` is how findings name it: `lek.xlsx#Kort` or `lek.csv`.

    `is_text` is true for CSV, where every value is text. `findings` are what was wrong with the sheet itself.
    """

    file: str
    name: str
    rows: tuple[Row, ...]
    is_text: bool = False
    findings: tuple[Finding, ...] = ()

    def finding(self, code: str, row: int, column: int = 1, loc: Loc = (), **facts: object) -> Finding:
        """A finding at this cell."""
        return finding(code, self.file, Place(row, column), loc, **facts)


@dataclass(frozen=True)
class Table:
    """Every sheet of one file that was read, and what is wrong with the file."""

    file: str
    grids: tuple[Grid, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @classmethod
    def refused(cls, file: str, code: str, **facts: object) -> "Table":
        """A file that is not read at all, and why."""
        return cls(file, findings=(finding(code, file, TOP, (), **facts),))


class CellSource(Source):
    """Values that stand in cells: what is found in them is said of cells, and never of YAML."""

    def finding(self, code: str, loc: Loc = (), *, on_key: bool = False, **facts: object) -> Finding:
        """A finding at the cell."""
        return in_cells(super().finding(code, loc, on_key=on_key, **facts), loc, facts)


def source(file: str, tree: Tree, places: Mapping[Loc, Place]) -> Source:
    """Values that stand in cells as the rest of the decks' checks know them.

    A container stands where the first thing in it stands.
    """
    spots: dict[Loc, Spot] = {}
    for loc, place in places.items():
        for depth in range(len(loc) + 1):
            spots.setdefault(loc[:depth], Spot(place, place, 0, 0))
        spots[loc] = Spot(place, place, 0, 0)
    return CellSource(file, "", tree, spots)


def rows_of(values: Sequence[Sequence[Cell]]) -> tuple[Row, ...]:
    """The rows that hold something, with the numbers they have among all."""
    rows = (Row(number, tuple(cells)) for number, cells in enumerate(values, start=1))
    return tuple(row for row in rows if not row.is_empty)
