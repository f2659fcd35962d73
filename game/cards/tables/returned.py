"""The rows of a work list that a translator has sent back, each checked against the deck."""

from dataclasses import dataclass, field, replace
from typing import Final

from game.cards.findings import Finding, Loc, Place, closest, finding
from game.cards.tables.begun import is_headed, mark_of, place_of
from game.cards.tables.cells import Problem, read
from game.cards.tables.columns import MAX_HEADING, Field
from game.cards.tables.flat import Leaf
from game.cards.tables.grid import Grid, Row, Table
from game.cards.tables.listheads import NAME, SOURCE, STATE, TRANSLATION
from game.cards.tables.worklist import STATES, Job, cleaned, field_of, marked

_DONE: Final = frozenset(STATES["current"])
_PLAIN: Final = Field(("id",), "", "")


@dataclass(frozen=True)
class Entry:
    """One row: what it translates, and what the translator made of it."""

    job: Job
    value: Leaf | None
    done: bool
    place: Place

    @property
    def after(self) -> Job:
        """The job as the translator has left it."""
        if self.value is None:
            there = self.done and self.job.translation is not None
            return replace(self.job, state="current", once=None) if there else self.job
        if self.done or self.value != self.job.translation:
            return replace(self.job, translation=self.value, state="current", once=None)
        return self.job


@dataclass
class Rows:
    """The rows of the file that may be used, by card and path."""

    grid: Grid
    language: str
    older: bool = False
    """True when a text that the deck has changed since may be written over."""
    entries: dict[tuple[str, Loc], Entry] = field(default_factory=dict)
    late: dict[tuple[str, Loc], Job] = field(default_factory=dict)
    """Rows whose source text has changed since: they wait as outdated, with the source text they had."""
    newer: list[Place] = field(default_factory=list)
    """Rows that were filled in, and left because the deck has another text than when the list was made."""
    findings: list[Finding] = field(default_factory=list)


def rows_in(
    table: Table, before: tuple[Job, ...], origin: str, language: str, older: bool = False
) -> Rows | None:
    """The rows of the sheet that has a work list's headings for this language; None when none has."""
    by_place = {(job.card, job.path): job for job in before}
    for grid in table.grids:
        for row in grid.rows[:10]:
            columns = is_headed(row, origin, language)
            if columns is not None:
                rows = Rows(grid, language, older, findings=[*grid.findings])
                for below in grid.rows:
                    if below.number > row.number:
                        _entry(rows, below, columns, by_place)
                return rows
    return None


def _entry(rows: Rows, row: Row, columns: dict[int, int], by_place: dict[tuple[str, Loc], Job]) -> None:
    grid, number = rows.grid, row.number
    name = str(row.cell(columns[NAME]).value or "").strip()[:MAX_HEADING]
    where = place_of(name)
    job = by_place.get(where) if where else None
    if where is None or job is None:
        guess = closest(name, [known.name for known in by_place.values()])
        found = grid.finding("work-row", number, columns[NAME], (), name=name)
        rows.findings.append(found.guessing(guess))
        return
    loc: Loc = (job.card, *job.path)
    if where in rows.entries:
        other = rows.entries[where].place.line
        found = grid.finding("row-twice", number, columns[NAME], loc, heading=job.name, other=other)
        rows.findings.append(found)
        return
    values: list[Leaf | None] = []
    for at in (columns[SOURCE], columns[TRANSLATION]):
        value = read(row.cell(at), field_of(*where), grid.is_text)
        if isinstance(value, Problem):
            rows.findings.append(grid.finding(value.code, number, at, loc, **value.facts))
            return
        values.append(value)
    old, value = values
    state = read(row.cell(columns[STATE]), _PLAIN, grid.is_text) if columns[STATE] else None
    done = isinstance(state, str) and state.casefold() in _DONE
    mark, place = mark_of(name), Place(number, columns[TRANSLATION])
    touched = not mark or marked(value) != mark
    if old != cleaned(job.source):
        if touched or done:
            rows.findings.append(grid.finding("source-changed", number, columns[SOURCE], loc))
        if old is not None and value is not None and job.translation is None:
            rows.late[where] = replace(job, translation=value, state="outdated", once=old)
        return
    if mark and marked(job.translation) != mark:  # the deck has another text than when the list was made
        is_newer = touched and value is not None and marked(value) != marked(job.translation)
        if is_newer and not rows.older:
            rows.newer.append(place)
        if not touched or (is_newer and not rows.older):
            value, done = None, False
    rows.entries[where] = Entry(job, value, done, place)


def after(job: Job, rows: Rows) -> Job:
    """The job as the list leaves it."""
    entry = rows.entries.get((job.card, job.path))
    return entry.after if entry else rows.late.get((job.card, job.path), job)


def too_long(work: tuple[Job, ...], rows: Rows) -> list[Finding]:
    """Texts that their card or the deck could not hold."""
    found = []
    for job in work:
        entry = rows.entries.get((job.card, job.path))
        actual = len(entry.value) if entry and isinstance(entry.value, str) else 0
        if entry and job.most and actual > job.most:
            facts = {"actual": actual, "limit": job.most, "gap": actual - job.most}
            found.append(finding("too-long", rows.grid.file, entry.place, (job.card, *job.path), **facts))
    return found


def still_left(work: tuple[Job, ...], rows: Rows) -> list[Finding]:
    """How many texts are not there, and how many nobody has looked at, and how many were
    left, each at the first such row."""
    found = []
    for code, state in (("work-left", "missing"), ("work-unread", "outdated")):
        left = [(job.card, job.path) for job in work if job.state == state]
        places = [rows.entries[where].place for where in left if where in rows.entries]
        if left:
            place = min(places, default=Place(1, 1))
            found.append(finding(code, rows.grid.file, place, (), actual=len(left), total=len(work)))
    if rows.newer:
        found.append(rows.grid.finding("work-newer", *rows.newer[0], actual=len(rows.newer)))
    return found
