"""What a language lacks: every text of a deck that is missing or outdated, as a list to work through.

A translation is outdated when its card's source text has changed since (`of`); then all the card's texts are
listed, as nobody can tell which of them the change reached.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from game.cards.digest import source_hash, text_of
from game.cards.findings import Loc, field_path
from game.cards.format import Card, Cover
from game.cards.load import COVER, Reading
from game.cards.tables.book import AMBER, RED, RIGHT_TO_LEFT, head, heighten, paper, put, saved
from game.cards.tables.cells import guarded, listed
from game.cards.tables.columns import SPOKEN, Field
from game.cards.tables.commas import write_csv
from game.cards.tables.flat import Flat, Leaf, flat_text
from game.cards.tables.shape import limits

State: TypeAlias = Literal["missing", "outdated", "current"]

STATES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {"missing": ("saknas", "missing"), "outdated": ("inaktuell", "outdated"), "current": ("klar", "done")}
)
"""What a person reads in the column State, in Swedish and English."""

_COVER_LIMITS: Final[Mapping[str, int]] = MappingProxyType(
    {"title": 40, "description": 600, "facilitator": 3000, "themes": 40}
)
_FIELDS: Final = MappingProxyType({field.path: field for field in SPOKEN})


@dataclass(frozen=True)
class Job:
    """One text to translate. `card` is the card's id, or `deck.yaml` for what the deck says of itself."""

    card: str
    path: Loc
    """Where it stands in the text of a language, or in the cover without its language."""
    source: Leaf
    translation: Leaf | None
    state: State
    most: int
    """The most characters; 0 for no limit."""

    @property
    def name(self) -> str:
        """The stable name of the field."""
        return field_path(self.path)

    def label(self, tongue: str) -> str:
        """What a person calls the field."""
        if self.card != COVER:
            return _FIELDS[self.path].label(tongue)
        words = {
            "title": ("Lekens titel", "The deck's title"),
            "description": ("Lekens beskrivning", "The deck's description"),
            "facilitator": ("Till spelledaren", "To the facilitator"),
            "themes": ("Tema", "Theme"),
        }
        return words[str(self.path[0])][tongue != "sv"]


def jobs(reading: Reading, language: str) -> tuple[Job, ...]:
    """Every text of the deck as seen from this language, the current ones too; the deck's own come first.

    Empty without a cover. Cards that could not be read, or lack their source text, are not there.
    """
    if reading.cover is None:
        return ()
    found = list(_cover_jobs(reading.cover, language))
    for item in reading.cards:
        found += _card_jobs(item.card, reading.cover.source, language)
    return tuple(found)


def translatable(card: Card, language: str) -> Flat:
    """The texts of one language that somebody translates; empty when the card has no such language."""
    text = text_of(card, language)
    flat = flat_text(text) if text is not None else {}
    return {path: leaf for path, leaf in flat.items() if path[-1] not in {"of", "checked_on"}}


def field_of(job: Job) -> Field:
    """How the job's cells are read."""
    return _FIELDS[job.path] if job.card != COVER else Field(job.path, job.name, job.name)


def _card_jobs(card: Card, source: str, language: str) -> Iterator[Job]:
    origin, text = text_of(card, source), text_of(card, language)
    if origin is None:
        return
    there = translatable(card, language)
    is_current = text is not None and text.of == source_hash(origin)
    texts = translatable(card, source)
    for path in sorted(texts, key=list(_FIELDS).index):
        leaf = texts[path]
        state: State = "missing" if path not in there else "current" if is_current else "outdated"
        limit = limits(card.kind, path)
        yield Job(card.id, path, leaf, there.get(path), state, limit.most if limit else 0)


def _cover_jobs(cover: Cover, language: str) -> Iterator[Job]:
    texts: list[tuple[Loc, Mapping[str, str]]] = [
        (("title",), cover.title),
        (("description",), cover.description),
        (("facilitator",), cover.facilitator),
        *((("themes", theme), words) for theme, words in cover.themes.items()),
    ]
    for path, words in texts:
        if cover.source in words:
            state: State = "current" if language in words else "missing"
            most = _COVER_LIMITS[str(path[0])]
            yield Job(COVER, path, words[cover.source], words.get(language), state, most)


def headings(source: str, language: str, tongue: str) -> tuple[str, ...]:
    """The work list's headings."""
    if tongue == "sv":
        return (
            "Kort",
            "Fält",
            "Vad",
            "Läge",
            f"Källtext ({source})",
            f"Översättning ({language})",
            "Högst tecken",
        )
    return (
        "Card", "Field", "What", "State", f"Source text ({source})", f"Translation ({language})", "At most",
    )  # fmt: skip


def _rows(work: tuple[Job, ...], tongue: str) -> Iterator[tuple[str | int | None, ...]]:
    for job in work:
        state = STATES[job.state][tongue != "sv"]
        yield (
            job.card,
            job.name,
            job.label(tongue),
            state,
            _words(job.source),
            _words(job.translation),
            job.most or None,
        )


def work_csv(work: tuple[Job, ...], source: str, language: str, tongue: str, plain: bool) -> bytes:
    """The work list as CSV."""
    rows = [
        [
            guarded(cell, numbers=True) if isinstance(cell, str) else "" if cell is None else str(cell)
            for cell in row
        ]
        for row in _rows(work, tongue)
    ]
    return write_csv([headings(source, language, tongue), *rows], plain)


def work_book(work: tuple[Job, ...], source: str, language: str, tongue: str) -> bytes:
    """The work list as a workbook; a translation that is too long turns red, a missing one amber."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Översättning" if tongue == "sv" else "Translation"
    head(sheet, headings(source, language, tongue))
    for number, row in enumerate(_rows(work, tongue), start=2):
        for at, value in enumerate(row, start=1):
            put(sheet, number, at, value)
        for at, spoken in ((5, source), (6, language)):
            if spoken in RIGHT_TO_LEFT:
                sheet.cell(number, at).alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2)
    for letter, width in zip("ABCDEFG", (26, 22, 22, 11, 60, 60, 9), strict=True):
        sheet.column_dimensions[letter].width = width
    last = len(work) + 1
    for formula, fill in (('AND($G2<>"",LEN(TRIM($F2))>$G2)', RED), ("LEN(TRIM($F2))=0", AMBER)):
        rule = Rule(type="expression", dxf=DifferentialStyle(fill=fill), formula=[formula])
        sheet.conditional_formatting.add(f"F2:F{last}", rule)
    words = ",".join(pair[tongue != "sv"] for pair in STATES.values())
    choice = DataValidation("list", formula1=f'"{words}"', sqref=f"D2:D{last}", allow_blank=True)
    choice.prompt = (
        "Skriv klar när du har läst en gammal översättning mot källtexten och den får stå som den är."
        if tongue == "sv"
        else "Write done when you have read an old translation against its source and it may stay as it is."
    )
    choice.showInputMessage = True
    sheet.add_data_validation(choice)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:G{last}"
    heighten(sheet, 2)
    paper(sheet)
    return saved(book)


def _words(leaf: Leaf | None) -> str:
    if leaf is None:
        return ""
    return listed(leaf) if isinstance(leaf, tuple) else str(leaf)
