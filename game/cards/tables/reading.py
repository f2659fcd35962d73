"""Grids become cards and a cover, or findings that say sheet, row and column.

A row says what a card is in the columns that are there. What has no column keeps the value that the deck's
card has; an empty cell empties it. A new card without a status is a draft, and without a rev it has rev 1.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from openpyxl.utils import get_column_letter
from pydantic import TypeAdapter, ValidationError

from game.cards import files
from game.cards.findings import Finding, Loc, Place, closest
from game.cards.format import Card, Cover
from game.cards.mistakes import mistakes
from game.cards.source import Source
from game.cards.tables.cells import Problem, read
from game.cards.tables.columns import Column, column_of, columns, guess, key
from game.cards.tables.commas import read_csv
from game.cards.tables.covers import begins_cover, read_cover
from game.cards.tables.flat import Flat, flat_card, gaps, tree_of
from game.cards.tables.grid import Grid, Row, Table, source
from game.cards.tables.xlsx import read_xlsx
from game.cards.tables.zipped import is_zip, refusal
from game.cards.whole import CardFile

MAX_FILE: Final = 10 * 1024 * 1024
_CARD: Final[TypeAdapter[Card]] = TypeAdapter(Card)
_SHEETS: Final = frozenset({"kort", "cards"})
_HEADING_ROWS: Final = 10


@dataclass(frozen=True)
class Sheets:
    """What a file says of a deck. `cover` is None when the file says nothing of it, or something wrong."""

    file: str
    cover: Cover | None
    cover_source: Source | None
    cards: tuple[CardFile, ...]
    languages: tuple[str, ...]
    """The languages that have columns."""
    headings: Place
    findings: tuple[Finding, ...]

    @property
    def is_broken(self) -> bool:
        """True when nothing of it may be written."""
        return any(item.is_error for item in self.findings)


def read_table(path: Path) -> Table:
    """The file's sheets, opened with care. Never raises: what is wrong with the file is a finding."""
    file = files.shown(path)
    try:
        if not path.is_file():
            return Table.refused(file, "unreadable")
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except OSError:
        return Table.refused(file, "unreadable")
    return table_of(data, file)


def table_of(data: bytes, file: str) -> Table:
    """The same for bytes; `file` is what findings call it, and its ending counts."""
    if len(data) > MAX_FILE:
        return Table.refused(file, "table-too-large", limit=MAX_FILE // (1024 * 1024))
    code = refusal(data, file)
    if code:
        return Table.refused(file, code)
    return read_xlsx(data, file) if is_zip(data) else read_csv(data, file)


def read_sheets(table: Table, there: Mapping[str, Card], cover: Cover | None) -> Sheets:
    """The cards and the cover in the file. `there` and `cover` are those of the deck it is meant for."""
    found = list(table.findings)
    own, own_source = None, None
    for grid in table.grids:
        start = next((index for index, row in enumerate(grid.rows) if begins_cover(row)), None)
        if start is not None:
            found += grid.findings
            own, own_source, wrong = read_cover(grid, grid.rows[start:])
            found += wrong
            break
    if any(item.is_error for item in table.findings):
        return Sheets(table.file, None, None, (), (), Place(1, 1), tuple(found))
    sheet = _card_grid(table)
    if sheet is None:
        guessed = closest("kort", [item.name for item in table.grids])
        refused = Table.refused(table.file, "no-card-sheet").findings[0].guessing(guessed)
        return Sheets(table.file, own, own_source, (), (), Place(1, 1), (*found, refused))
    reader = _Cards(sheet, there, own or cover)
    found = list(dict.fromkeys([*sheet.findings, *found, *reader.findings]))
    place = Place(reader.headings.number, 1)
    return Sheets(table.file, own, own_source, tuple(reader.cards), reader.languages, place, tuple(found))


def _card_grid(table: Table) -> Grid | None:
    named = [grid for grid in table.grids if key(grid.name) in _SHEETS]
    likely = [grid for grid in table.grids if not grid.name or _known(_headings(grid)) > 1]
    return next(iter(named + likely), None)


def _headings(grid: Grid) -> Row:
    """The row among the first that has most known headings; the very first when none has any."""
    return max(_card_rows(grid)[:_HEADING_ROWS], key=_known, default=Row(1, ()))


def _known(row: Row) -> int:
    return sum(column_of(heading) is not None for _, heading in row.words())


def _card_rows(grid: Grid) -> tuple[Row, ...]:
    """The rows before the deck's own, which in CSV follow the cards in the same file."""
    end = next((index for index, row in enumerate(grid.rows) if begins_cover(row)), len(grid.rows))
    return grid.rows[:end]


class _Cards:
    """The cards of one grid."""

    def __init__(self, grid: Grid, there: Mapping[str, Card], cover: Cover | None) -> None:
        self.grid = grid
        self.there = there
        self.headings = _headings(grid)
        self.columns: dict[int, Column] = {}
        self.findings: list[Finding] = []
        self.cards: list[CardFile] = []
        wanted = cover.languages if cover else ("sv", "en")
        self._read_headings(wanted)
        self.languages = tuple(
            dict.fromkeys(column.language for column in self.columns.values() if column.language)
        )
        self._id = next((at for at, column in self.columns.items() if column.loc == ("id",)), 0)
        if grid.findings and not grid.rows:
            return
        if not self._id:
            self.findings.append(grid.finding("no-id-column", self.headings.number))
            return
        rows = [row for row in _card_rows(grid) if row.number > self.headings.number]
        if not rows:
            self.findings.append(grid.finding("no-rows", self.headings.number + 1))
        self._seen: dict[str, int] = {}
        for row in rows:
            self._row(row)
        self.findings += self._without_columns(wanted if cover else ())

    def _read_headings(self, wanted: tuple[str, ...]) -> None:
        seen: dict[Loc, int] = {}
        for at, heading in self.headings.words():
            column = column_of(heading)
            if column is None:
                guessed = guess(heading, tuple(wanted), "sv")
                code = "misspelt-column" if guessed else "unread-column"
                self._found(code, at, heading=heading, guessed=guessed)
            elif column.field.spoken and not column.language:
                example = Column(column.field, (*wanted, "sv")[0]).heading("sv")
                self._found("column-language", at, heading=heading, example=example)
            elif column.loc in seen:
                other = get_column_letter(seen[column.loc])
                self._found("column-twice", at, heading=heading, other=other)
            else:
                seen[column.loc] = at
                self.columns[at] = column

    def _found(self, code: str, at: int, guessed: str = "", **facts: object) -> None:
        found = self.grid.finding(code, self.headings.number, at, (), **facts)
        self.findings.append(found.guessing(guessed))

    def _row(self, row: Row) -> None:
        headed = {at for at, _ in self.headings.words()}
        for at, _ in row.words():
            if at not in headed:
                self.findings.append(self.grid.finding("no-heading", row.number, at))
        card_id = read(row.cell(self._id), self.columns[self._id].field, self.grid.is_text)
        base = self.there.get(card_id) if isinstance(card_id, str) else None
        if isinstance(card_id, str):
            other = self._seen.setdefault(card_id, row.number)
            if other != row.number:
                self.findings.append(
                    self.grid.finding("duplicate-row", row.number, self._id, ("id",), id=card_id, other=other)
                )
                return
        flat, places, found = self._cells(row, base)
        there = source(self.grid.file, tree_of(flat), places)
        found += [there.finding("gap", loc) for loc in gaps(flat)]
        card: Card | None = None
        try:
            card = _CARD.validate_python(there.tree)
        except ValidationError as error:
            taken = {(item.line, item.column) for item in found}
            found += [item for item in mistakes(error, there) if (item.line, item.column) not in taken]
        self.findings += sorted(found, key=lambda item: item.column)
        if card is not None and not found:
            self.cards.append(CardFile(card, there, card.id))

    def _cells(self, row: Row, base: Card | None) -> tuple[Flat, dict[Loc, Place], list[Finding]]:
        """The row's values over those of the deck's card, where each stands, and what cannot be read."""
        old = flat_card(base) if base else {}
        covered = {column.loc for column in self.columns.values()}
        flat: Flat = {loc: leaf for loc, leaf in old.items() if loc not in covered}
        places: dict[Loc, Place] = {(): Place(row.number, self._id)}
        found: list[Finding] = []
        for at, column in self.columns.items():
            place, loc = Place(row.number, at), column.loc
            places[loc] = place
            value = read(row.cell(at), column.field, self.grid.is_text)
            if isinstance(value, Problem):
                found.append(self.grid.finding(value.code, row.number, at, loc, **value.facts))
            elif value is not None:
                flat[loc] = value
                if isinstance(value, tuple):
                    places |= {(*loc, index): place for index in range(len(value))}
        for name, usual in (("rev", 1), ("status", "draft")):
            flat.setdefault((name,), old.get((name,), usual))
        return flat, places, found

    def _without_columns(self, wanted: tuple[str, ...]) -> Iterator[Finding]:
        """Languages of the deck that have no column though a card has no text in them either."""
        for language in wanted:
            bare = any(language not in item.card.text for item in self.cards)
            if language not in self.languages and bare:
                title = next(item for item in columns((language,)) if item.language)
                yield self.grid.finding(
                    "no-language-columns",
                    self.headings.number,
                    language=language,
                    example=title.heading("sv"),
                )
