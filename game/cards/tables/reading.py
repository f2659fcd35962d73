"""Grids become cards and a cover, or findings that say sheet, row and column.

A row says what a card is in the columns that are there. What has no column keeps the value that the deck's
card has; an empty cell empties it. A new card without a status is a draft, and without a rev it has rev 1.
A draft may be unfinished: it is kept as far as it is written, and what it lacks is advice.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from openpyxl.utils import get_column_letter
from pydantic import TypeAdapter, ValidationError

from game.cards import files
from game.cards.drafts import unfinished
from game.cards.findings import Finding, Loc, Place, closest
from game.cards.format import Card, Cover
from game.cards.mistakes import mistakes
from game.cards.near import MAX_SLUG, slug_of
from game.cards.source import Source
from game.cards.tables.cells import Problem, read
from game.cards.tables.columns import Column, column_of, columns, guess
from game.cards.tables.commas import read_csv
from game.cards.tables.covers import begins_cover, read_cover
from game.cards.tables.flat import Flat, flat_draft, gaps, tree_of
from game.cards.tables.grid import Grid, Row, Table, source
from game.cards.tables.lacking import Lacking
from game.cards.tables.layout import card_grid, card_rows, grids, headings, known, likely, tongue_of
from game.cards.tables.themes import Themes
from game.cards.tables.xlsx import read_xlsx
from game.cards.tables.zipped import is_zip, refusal
from game.cards.whole import CardFile

MAX_FILE: Final = 10 * 1024 * 1024
_CARD: Final[TypeAdapter[Card]] = TypeAdapter(Card)
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIXED: Final = frozenset({"id", "rev", "status"})
"""What a draft too must have right: its file is named and counted by it."""


@dataclass(frozen=True)
class Unfinished:
    """A draft as far as it is written: its leaves, and where each stands."""

    id: str
    flat: Flat
    source: Source


@dataclass(frozen=True)
class Sheets:
    """What a file says of a deck. `cover` is None when the file says nothing of it, or something wrong."""

    file: str
    cover: Cover | None
    cover_source: Source | None
    cards: tuple[CardFile, ...]
    drafts: tuple[Unfinished, ...]
    languages: tuple[str, ...]
    """The languages that have columns."""
    undated: frozenset[str]
    """Ids of rows without a rev of their own: nobody can tell whether the deck's card is newer."""
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
        if not path.exists():
            near = get_close_matches(
                path.name, [item.name for item in path.parent.glob("*.*")], n=1, cutoff=0.8
            )
            refused = Table.refused(file, "no-table-file")
            return Table(file, findings=(refused.findings[0].guessing("".join(near)),))
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


def read_sheets(table: Table, there: Mapping[str, Flat], cover: Cover | None) -> Sheets:
    """The cards and the cover in the file. `there` and `cover` are those of the deck it is meant for: the
    leaves of its cards and drafts by id.
    """
    found = list(table.findings)
    own, own_source = None, None
    for grid in grids(table):
        start = next((index for index, row in enumerate(grid.rows) if begins_cover(row)), None)
        if start is not None:
            found += grid.findings
            own, own_source, wrong = read_cover(grid, grid.rows[start:])
            found += wrong
            break
    if any(item.is_error for item in table.findings):
        return Sheets(table.file, None, None, (), (), (), frozenset(), Place(1, 1), tuple(found))
    sheet = card_grid(table)
    if sheet is None:
        guessed = closest("kort", [item.name for item in grids(table)])
        refused = Table.refused(table.file, "no-card-sheet").findings[0].guessing(guessed)
        return Sheets(table.file, own, own_source, (), (), (), frozenset(), Place(1, 1), (*found, refused))
    reader = _Cards(sheet, there, own or cover)
    unread = (other.finding("unread-sheet", 1, sheet=other.name) for other in likely(table) if other != sheet)
    found = list(dict.fromkeys([*sheet.findings, *found, *reader.findings, *unread]))
    place = Place(reader.headings.number, 1)
    cards, drafts, undated = tuple(reader.cards), tuple(reader.drafts), frozenset(reader.undated)
    return Sheets(table.file, own, own_source, cards, drafts, reader.languages, undated, place, tuple(found))


class _Cards:
    """The cards of one grid."""

    def __init__(self, grid: Grid, there: Mapping[str, Flat], cover: Cover | None) -> None:
        self.grid = grid
        self.there = there
        self.headings = headings(grid)
        self.tongue = tongue_of(self.headings)
        self.columns: dict[int, Column] = {}
        self.findings: list[Finding] = []
        self.cards: list[CardFile] = []
        self.drafts: list[Unfinished] = []
        self.undated: set[str] = set()
        self._misspelt: dict[str, int] = {}
        self._themes = Themes(cover)
        self._wanted = cover.languages if cover else ()
        wanted = self._wanted or ("sv", "en")
        self._read_headings(wanted)
        self.languages = tuple(
            dict.fromkeys(column.language for column in self.columns.values() if column.language)
        )
        self._id = next((at for at, column in self.columns.items() if column.loc == ("id",)), 0)
        if grid.findings and not grid.rows:
            return
        if not self._id and known(self.headings) < 2:
            self.findings = [grid.finding("no-headings", self.headings.number)]
            return
        if not self._id:
            self.findings.append(grid.finding("no-id-column", self.headings.number))
            return
        rows = [row for row in card_rows(grid) if row.number > self.headings.number]
        if not rows:
            self.findings.append(grid.finding("no-rows", self.headings.number + 1))
        self._seen: dict[str, int] = {}
        self._lacking = Lacking(grid, self.headings, self.columns.values(), wanted, self.tongue)
        for row in rows:
            self._row(row)
        lacking = list(self._lacking.findings(self._misspelt))
        told = {(item.line, item.column) for item in lacking if item.code == "misnamed-column"}
        heard = (i for i in self.findings if i.code != "misspelt-column" or (i.line, i.column) not in told)
        self.findings = [*lacking, *heard]
        self.findings += self._without_columns(wanted if cover else ())

    def _read_headings(self, wanted: tuple[str, ...]) -> None:
        seen: dict[Loc, int] = {}
        for at, heading in self.headings.words():
            column = column_of(heading)
            if column is None:
                guessed = guess(heading, tuple(wanted), self.tongue)
                code = "misspelt-column" if guessed else "unread-column"
                if guessed:
                    self._misspelt.setdefault(guessed, at)
                self._found(code, at, heading=heading, guessed=guessed)
            elif column.field.spoken and not column.language:
                example = Column(column.field, (*wanted, "sv")[0]).heading(self.tongue)
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
        base = self.there.get(card_id, {}) if isinstance(card_id, str) else {}
        if isinstance(card_id, str):
            other = self._seen.setdefault(card_id, row.number)
            if other != row.number:
                self.findings.append(
                    self.grid.finding("duplicate-row", row.number, self._id, ("id",), id=card_id, other=other)
                )
                return
        flat, places, found = self._cells(row, base)
        there = source(self.grid.file, tree_of(flat), places)
        empty = [there.finding("gap", loc) for loc in gaps(flat)]
        if empty and flat["status",] == "draft":
            empty = unfinished(empty, there)[1:]
            flat = flat_draft(there.tree) or flat
        found += empty
        card: Card | None = None
        try:
            card = _CARD.validate_python(there.tree)
        except ValidationError as error:
            taken = {(item.line, item.column) for item in found}
            wrong = [item for item in mistakes(error, there) if (item.line, item.column) not in taken]
            wrong = [one for item in wrong if (one := self._themes.told(item, flat, there))]
            wrong.sort(key=lambda item: item.column)
            told = {item.field for item in wrong}
            wrong += [item for item in _unfit(there, card_id, flat.get(("rev",))) if item.field not in told]
            is_readable = not any(item.is_error for item in found)
            if is_readable and not any(item.field in _FIXED for item in wrong):
                wrong = unfinished([*wrong, *self._silent(flat, there)], there)
            if is_readable and not any(item.is_error for item in wrong):
                self.drafts.append(Unfinished(str(card_id), flat, there))
            found += self._lacking.sifted(wrong)
        self.findings += found
        if card is not None and not any(item.is_error for item in found):
            self.cards.append(CardFile(card, there, card.id))

    def _cells(self, row: Row, old: Flat) -> tuple[Flat, dict[Loc, Place], list[Finding]]:
        """The row's values over those of the deck's card, where each stands, and what cannot be read."""
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
                if loc == ("themes",) and isinstance(value, tuple):
                    value = tuple(self._themes.slug(str(word)) for word in value)
                flat[loc] = value
                if isinstance(value, tuple):
                    places |= {(*loc, index): place for index in range(len(value))}
        rev = next((at for at, column in self.columns.items() if column.loc == ("rev",)), 0)
        if not rev or row.cell(rev).is_empty:
            self.undated.add(str(flat.get(("id",))))
        for name, usual in (("rev", 1), ("status", "draft")):
            flat.setdefault((name,), old.get((name,), usual))
        return flat, places, found

    def _silent(self, flat: Flat, there: Source) -> Iterator[Finding]:
        """The deck's languages in which a draft says nothing though it does in another."""
        spoken = {loc[1] for loc in flat if loc[0] == "text"}
        for language in self._wanted if spoken else ():
            if language not in spoken:
                yield there.finding("language-missing", ("text", language, "title"), language=language)

    def _without_columns(self, wanted: tuple[str, ...]) -> Iterator[Finding]:
        """Languages of the deck that have no column though a card has no text in them either."""
        for language in wanted:
            bare = any(language not in item.card.text for item in self.cards if item.card.status != "draft")
            if language not in self.languages and bare:
                title = next(item for item in columns((language,)) if item.language)
                yield self.grid.finding(
                    "no-language-columns",
                    self.headings.number,
                    language=language,
                    example=title.heading(self.tongue),
                )


def _unfit(row: Source, card_id: object, rev: object) -> Iterator[Finding]:
    """What not even a draft may lack, and what pydantic passes over in a row that has no kind."""
    if card_id is None:
        yield row.finding("missing", ("id",), name="id")
    elif not _ID.fullmatch(str(card_id)) or len(str(card_id)) > MAX_SLUG:
        yield row.finding("slug-shape", ("id",), value=card_id).guessing(slug_of(str(card_id)))
    if not isinstance(rev, int) or isinstance(rev, bool):
        yield row.finding("number-expected", ("rev",), value=rev)
    elif rev < 1:
        yield row.finding("too-low", ("rev",), value=rev, limit=1)
