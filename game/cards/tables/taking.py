"""A translator's work list comes back: every row is checked against the deck before anything is written.

A card is stamped (`of`) when all its texts are there and each has been looked at: it was missing and is
filled in, or it was changed, or somebody wrote that it is done. A language that the deck does not have is
added when every text is there, because a deck with half a language cannot be played.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from pydantic import TypeAdapter, ValidationError

from game.cards.digest import source_hash, text_of
from game.cards.findings import Finding, Loc, Place, closest, finding
from game.cards.format import Card, Cover
from game.cards.load import COVER, Reading
from game.cards.mistakes import mistakes
from game.cards.tables.cells import Problem, clean, read
from game.cards.tables.columns import MAX_HEADING, Field, key
from game.cards.tables.flat import Flat, Leaf, flat_card, tree_of
from game.cards.tables.grid import Grid, Row, Table, source
from game.cards.tables.merge import Outcome, raised
from game.cards.tables.telling import in_cells
from game.cards.tables.worklist import STATES, Job, field_of, headings, jobs
from game.cards.whole import CardFile, card_findings, cover_findings

_CARD: Final[TypeAdapter[Card]] = TypeAdapter(Card)
_DONE: Final = frozenset(STATES["current"])
_PLAIN: Final = Field(("id",), "", "")


@dataclass(frozen=True)
class Taken:
    """What the list gives: the outcome to write, and which cards were translated and which stamped."""

    outcome: Outcome
    written: tuple[str, ...] = ()
    stamped: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Entry:
    """One row: what it translates, and what the translator made of it."""

    job: Job
    value: Leaf | None
    done: bool
    place: Place


@dataclass
class _List:
    """The rows of the file that may be used, by card and path."""

    grid: Grid
    language: str
    entries: dict[tuple[str, Loc], _Entry] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def take(reading: Reading, table: Table, language: str) -> Taken:
    """What the work list in this table makes of the deck. `reading` must have a cover; nothing is written."""
    cover = reading.cover
    assert cover is not None
    found = list(table.findings)
    if any(item.is_error for item in found):
        return Taken(Outcome(None, (), tuple(found)))
    every = jobs(reading, language)
    rows = _read(table, every, cover.source, language)
    if rows is None:
        refused = finding("no-work-sheet", table.file, language=language)
        return Taken(Outcome(None, (), (*found, refused)))
    found += rows.findings
    if language not in cover.languages:
        found += _lacking(every, rows)
    cards: list[CardFile] = []
    stamped: list[str] = []
    for item in reading.cards:
        work = [job for job in every if job.card == item.card.id]
        if any((job.card, job.path) in rows.entries for job in work):
            card, wrong, is_stamped = _card(item.card, work, rows, cover.source, language)
            found += wrong if language in cover.languages else [note for note in wrong if note.is_error]
            if card is not None:
                cards.append(card)
                stamped += [card.card.id] if is_stamped else []
    new_cover = _cover(cover, rows, language)
    found += _whole(reading, new_cover, cards, found, rows)
    outcome = Outcome(new_cover, tuple(item.card for item in cards), tuple(found))
    return Taken(outcome, tuple(item.card.id for item in cards), tuple(stamped))


def _read(table: Table, every: tuple[Job, ...], origin: str, language: str) -> _List | None:
    """The rows of the sheet that has a work list's headings for this language; None when none has."""
    wanted = [[key(name) for name in headings(origin, language, tongue)] for tongue in ("sv", "en")]
    for grid in table.grids:
        for row in grid.rows[:10]:
            there = {key(heading[:MAX_HEADING]): at for at, heading in row.words()}
            for names in wanted:
                if all(name in there for name in names[:2] + names[4:6]):
                    columns = [there.get(name, 0) for name in names]
                    return _entries(grid, row.number, columns, every, language)
    return None


def _entries(grid: Grid, top: int, columns: list[int], every: tuple[Job, ...], language: str) -> _List:
    rows = _List(grid, language, findings=[*grid.findings])
    by_name = {(job.card, job.name): job for job in every}
    for row in grid.rows:
        if row.number > top:
            _entry(rows, row, columns, by_name)
    return rows


def _entry(rows: _List, row: Row, columns: list[int], by_name: dict[tuple[str, str], Job]) -> None:
    grid, number = rows.grid, row.number
    card, name = (str(row.cell(at).value or "").strip()[:MAX_HEADING] for at in columns[:2])
    job = by_name.get((card, name))
    if job is None:
        cards = {known for known, _ in by_name}
        names = [other for known, other in by_name if known == card]
        code, at, facts, guess = (
            ("work-field", columns[1], {"name": name}, closest(name, names))
            if card in cards
            else ("work-card", columns[0], {"id": card}, closest(card, cards))
        )
        rows.findings.append(grid.finding(code, number, at, (), **facts).guessing(guess))
        return
    loc: Loc = (job.card, *job.path)
    if (job.card, job.path) in rows.entries:
        other = rows.entries[job.card, job.path].place.line
        heading = f"{card} {name}"
        rows.findings.append(grid.finding("row-twice", number, columns[1], loc, heading=heading, other=other))
        return
    values: list[Leaf | None] = []
    for at in columns[4:6]:
        value = read(row.cell(at), field_of(job), grid.is_text)
        if isinstance(value, Problem):
            rows.findings.append(grid.finding(value.code, number, at, loc, **value.facts))
            return
        values.append(value)
    if values[0] != _cleaned(job.source):
        rows.findings.append(grid.finding("source-changed", number, columns[4], loc))
        return
    state = read(row.cell(columns[3]), _PLAIN, grid.is_text) if columns[3] else None
    done = isinstance(state, str) and state.casefold() in _DONE
    rows.entries[job.card, job.path] = _Entry(job, values[1], done, Place(number, columns[5]))


def _cleaned(leaf: Leaf) -> Leaf:
    return clean(leaf) if isinstance(leaf, str) else leaf


def _lacking(every: tuple[Job, ...], rows: _List) -> Iterator[Finding]:
    """What a new language still needs: empty rows, and texts that have no row."""
    absent = [job for job in every if job.translation is None and (job.card, job.path) not in rows.entries]
    for (card, path), entry in rows.entries.items():
        if entry.value is None and entry.job.translation is None:
            yield finding("work-missing", rows.grid.file, entry.place, (card, *path))
    if absent and not rows.findings:
        example = f"{absent[0].card} {absent[0].name}"
        yield finding("work-absent", rows.grid.file, actual=len(absent), example=example)


def _card(
    card: Card, work: list[Job], rows: _List, origin: str, language: str
) -> tuple[CardFile | None, list[Finding], bool]:
    """The card with its translations, what is wrong with them, and whether it could be stamped."""
    entries = {path: entry for (name, path), entry in rows.entries.items() if name == card.id}
    texts: Flat = {}
    left: list[Job] = []
    unread: list[Job] = []
    for job in work:
        entry = entries.get(job.path)
        value = entry.value if entry and entry.value is not None else job.translation
        if value is None:
            left.append(job)
            continue
        texts[job.path] = value
        looked_at = entry is not None and (entry.done or value != job.translation)
        if job.state == "outdated" and not looked_at:
            unread.append(job)
    if left or unread:
        code, waiting = ("work-left", left) if left else ("work-unread", unread)
        rowed = [entries[job.path].place for job in waiting if job.path in entries]
        place = rowed[0] if rowed else next(entry.place for entry in entries.values())
        note = finding(code, rows.grid.file, place, (), id=card.id, actual=len(waiting))
        if left or not any(texts[job.path] != job.translation for job in work):
            return None, [note], False
    else:
        note = None
    flat = flat_card(card)
    text = text_of(card, origin)
    assert text is not None
    if note is None:
        flat = _renewed(flat, work, origin, language, source_hash(text))
    flat |= {("text", language, *path): leaf for path, leaf in texts.items()}
    places: dict[Loc, Place] = {("text", language, *path): entry.place for path, entry in entries.items()}
    there = source(rows.grid.file, tree_of(flat), places)
    try:
        new = _CARD.validate_python(there.tree)
    except ValidationError as error:
        return None, [in_cells(item) for item in mistakes(error, there)], False
    if new == card:
        return None, [], False
    return CardFile(raised(new, card), there, card.id), [note] if note else [], note is None


def _renewed(flat: Flat, work: list[Job], origin: str, language: str, stamp: str) -> Flat:
    """The card's leaves with the stamp set, without translations of what the source text no longer has."""
    there = {("text", language, *job.path) for job in work}
    kept: Flat = {}
    for loc, leaf in flat.items():
        is_translation = loc[:2] == ("text", language)
        if not is_translation or loc in there or (len(loc) == 3 and loc[2] != "twist"):
            kept[loc] = leaf
    for loc, leaf in flat.items():
        if loc[:2] == ("text", origin) and loc[-1] == "checked_on":
            kept["text", language, *loc[2:]] = leaf
    kept["text", language, "of"] = stamp
    return kept


def _cover(cover: Cover, rows: _List, language: str) -> Cover:
    """The cover with the language and its texts."""
    update: dict[str, object] = {}
    for (card, path), entry in rows.entries.items():
        if card != COVER or entry.value is None:
            continue
        if path[0] == "themes":
            themes = update.setdefault("themes", dict(cover.themes))
            assert isinstance(themes, dict)
            themes[path[1]] = {**themes[path[1]], language: entry.value}
        else:
            name = str(path[0])
            update[name] = {**getattr(cover, name), language: entry.value}
    if language not in cover.languages:
        update["languages"] = (*cover.languages, language)
    return cover.model_copy(update=update)


def _whole(
    reading: Reading, cover: Cover, cards: list[CardFile], known: list[Finding], rows: _List
) -> list[Finding]:
    """What the new cover and the deck as a whole have against it that the deck has not had before."""
    assert reading.cover is not None
    found: list[Finding] = []
    places: dict[Loc, Place] = {
        (*path, rows.language): entry.place for (card, path), entry in rows.entries.items() if card == COVER
    }
    there = source(rows.grid.file, None, places)
    try:
        cover = Cover.model_validate(dict(cover))
    except ValidationError as error:
        found += mistakes(error, there)
    if any(item.is_error for item in known):
        return found
    names = {item.card.id for item in cards}
    others = [item for item in reading.cards if item.card.id not in names]
    found += cover_findings(cover, there, reading.cover.slug)
    found += card_findings(cover, [*others, *cards])
    before = {(item.file, item.field, item.code) for item in reading.findings}
    return [in_cells(item) for item in found if (item.file, item.field, item.code) not in before]
