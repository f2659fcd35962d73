"""Columns that a sheet lacks: told once, by their headings, and not once for every row that needed them."""

from collections.abc import Iterable, Iterator, Mapping

from openpyxl.utils import get_column_letter

from game.cards.findings import Finding, field_path
from game.cards.tables.columns import Column, columns
from game.cards.tables.grid import Grid, Row


class Lacking:
    """What the rows missed and no column is for."""

    def __init__(
        self, grid: Grid, headings: Row, there: Iterable[Column], languages: tuple[str, ...], tongue: str
    ) -> None:
        self._grid, self._headings, self._tongue = grid, headings, tongue
        self._there = {field_path(column.loc) for column in there}
        self._known = {field_path(column.loc): column for column in columns(languages)}
        self._found: dict[str, bool] = {}
        """By heading; true when a row cannot do without it."""

    def sifted(self, found: Iterable[Finding]) -> list[Finding]:
        """The findings of a row without those that its sheet has no column for, which are remembered."""
        kept = []
        for item in found:
            heading = self._heading(item.field) if item.code == "missing" else ""
            if heading:
                self._found[heading] = self._found.get(heading, False) or item.is_error
            else:
                kept.append(item)
        return kept

    def findings(self, misspelt: Mapping[str, int]) -> Iterator[Finding]:
        """One for each such column; `misspelt`: in which column a heading near it stands."""
        for heading, is_error in self._found.items():
            at, row = misspelt.get(heading), self._headings.number
            if at is None:
                found = self._grid.finding("no-column", row, heading=heading)
                yield found if is_error else found.model_copy(update={"severity": "warning"})
            else:
                cell = "!".join(filter(None, (self._grid.name, f"{get_column_letter(at)}{row}")))
                there = str(self._headings.cell(at).value).strip()
                yield self._grid.finding("misnamed-column", row, at, heading=heading, there=there, cell=cell)

    def _heading(self, field: str) -> str:
        """The first heading that a field needs, empty when it has a column or none is for it."""
        if any(_is_of(name, field) for name in self._there):
            return ""
        column = next((column for name, column in self._known.items() if _is_of(name, field)), None)
        return column.heading(self._tongue) if column else ""


def _is_of(name: str, field: str) -> bool:
    """True for the field itself and what is inside it."""
    return name == field or name.startswith((f"{field}[", f"{field}."))
