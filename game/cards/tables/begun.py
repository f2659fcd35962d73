"""A language that is begun and not whole: its texts wait in the deck's folder, in a list of their own.

The list is a translator's work list, `translations/<language>.csv`, with the source text that each row was
translated from. No card and no cover knows of it, so the deck can be played in its other languages meanwhile.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from game.cards.findings import Loc
from game.cards.load import COVER
from game.cards.tables.cells import Problem, read
from game.cards.tables.columns import key
from game.cards.tables.grid import Row
from game.cards.tables.listheads import NAME, SOURCE, TRANSLATION, headings
from game.cards.tables.lists import work_csv
from game.cards.tables.reading import read_table
from game.cards.tables.worklist import FIELDS, Begun, Job, Waiting, field_of

FOLDER = "translations"


def list_of(deck: Path, language: str) -> Path:
    """Where the deck's list for this language lies."""
    return deck / FOLDER / f"{language}.csv"


def begun(deck: Path, source: str, language: str) -> Waiting:
    """What waits in the deck's list; nothing when there is none that can be read."""
    path = list_of(deck, language)
    if not path.is_file():
        return {}
    found: dict[tuple[str, Loc], Begun] = {}
    for grid in read_table(path).grids:
        for row in grid.rows:
            where = place_of(str(row.cell(NAME + 1).value or ""))
            texts = _texts(row, where) if where else None
            if where and texts:
                found[where] = texts
    return found


def as_list(work: Sequence[Job], source: str, language: str) -> bytes:
    """The list with these jobs, which have a translation each, beside what each was translated from."""
    made = tuple(job if job.once is None else replace(job, source=job.once) for job in work)
    return work_csv(made, source, language, "en", plain=True)


def place_of(name: str) -> tuple[str, Loc] | None:
    """The card and the place in its text that a row's name stands for; None when it stands for none."""
    card, _, field = name.partition(" #")[0].strip().partition(" ")
    if card == COVER:
        first, _, second = field.partition(".")
        return (COVER, (first, second) if second else (first,)) if first else None
    return (card, _BY_NAME[field]) if field in _BY_NAME else None


def mark_of(name: str) -> str:
    """What the row's text was when the list was made (`marked`); empty when the row does not say."""
    return name.partition(" #")[2].strip()


def is_headed(row: Row, source: str, language: str) -> dict[int, int] | None:
    """Where each of the list's columns stands when this is its row of headings, else None."""
    there = {key(heading[:200]): at for at, heading in row.words()}
    for tongue in ("sv", "en"):
        names = [key(name) for name in headings(source, language, tongue)]
        if all(names[at] in there for at in (SOURCE, TRANSLATION, NAME)):
            return {at: there.get(name, 0) for at, name in enumerate(names)}
    return None


def _texts(row: Row, where: tuple[str, Loc]) -> Begun | None:
    texts = [read(row.cell(at + 1), field_of(*where), True) for at in (SOURCE, TRANSLATION)]
    source, translation = texts
    if (
        source is None
        or translation is None
        or isinstance(source, Problem)
        or isinstance(translation, Problem)
    ):
        return None
    return Begun(source, translation)


_BY_NAME = {field.name: path for path, field in FIELDS.items()}
