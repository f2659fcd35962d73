"""The sheet about the deck: one row per thing, its languages side by side, and each theme on a row."""

import re
from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError

from game.cards.findings import Finding, Loc, Place, closest
from game.cards.format import Cover
from game.cards.mistakes import mistakes
from game.cards.near import slug_of
from game.cards.source import Source, Tree
from game.cards.tables.cells import Problem, guarded, listed, read
from game.cards.tables.columns import MAX_HEADING, Field, key
from game.cards.tables.flat import Flat, tree_of
from game.cards.tables.grid import Grid, Row, source

SINGLE: Final = (
    Field(("slug",), "Mappens namn (slug)", "Name of the folder (slug)", "code"),
    Field(("version",), "Version (version)", "Version (version)", "code"),
    Field(("source",), "Källspråk (source)", "Source language (source)", "code"),
    Field(("languages",), "Språk (languages)", "Languages (languages)", "list"),
    Field(("licence",), "Licens (licence)", "Licence (licence)"),
    Field(("authors",), "Upphov (authors)", "Authors (authors)", "list"),
)
"""What the deck has one of, in the column Value."""
SPOKEN: Final = (
    Field(("title",), "Titel (title)", "Title (title)", wide=True),
    Field(("description",), "Beskrivning (description)", "Description (description)", wide=True),
    Field(("facilitator",), "Till spelledaren (facilitator)", "To the facilitator (facilitator)", wide=True),
)
"""What the deck has in each language."""

_THEME: Final = re.compile(r"^(?:tema|theme|themes)\s*[:.\s]\s*(?P<slug>.+)$", re.IGNORECASE)
_THEME_ROWS: Final = frozenset({"tema", "theme"})
"""What begins the row of a theme that has no id yet."""
_LANGUAGE: Final = re.compile(r"^(?:.*[(\[])?\s*([A-Za-z]{2,3})\s*[)\]]?$")
_MARKS: Final = (frozenset({"lek", "deck"}), frozenset({key("Värde"), "value"}))


def cover_rows(cover: Cover, tongue: str, numbers: bool, spare: int = 0) -> Iterator[tuple[str, ...]]:
    """The sheet's rows, headings first. `numbers` as in `cells.guarded`; `spare` rows are for more themes."""
    languages = cover.languages
    yield ("Lek", "Värde", *languages) if tongue == "sv" else ("Deck", "Value", *languages)
    for field in SINGLE:
        value = getattr(cover, field.name)
        yield field.label(tongue), guarded(listed(value) if isinstance(value, tuple) else value, numbers)
    for field in SPOKEN[:2]:
        yield _spoken(field.label(tongue), getattr(cover, field.name), languages, numbers)
    for slug, words in cover.themes.items():
        yield _spoken(f"{'Tema' if tongue == 'sv' else 'Theme'}: {slug}", words, languages, numbers)
    for _ in range(spare):
        yield _spoken("Tema:" if tongue == "sv" else "Theme:", {}, languages, numbers)
    yield _spoken(SPOKEN[2].label(tongue), cover.facilitator, languages, numbers)


def cover_label(name: str, tongue: str) -> str:
    """What the sheet calls a field of the cover, such as `Titel`; the name itself for anything else."""
    if name == "themes":
        return "Teman" if tongue == "sv" else "Themes"
    labels = {field.name: field.label(tongue).partition(" (")[0] for field in SINGLE + SPOKEN}
    return labels.get(name, name)


def begins_cover(row: Row) -> bool:
    """True for the row of headings above what is said about the deck."""
    first, second = (key(str(row.cell(column).value or "")[:MAX_HEADING]) for column in (1, 2))
    return first in _MARKS[0] and second in _MARKS[1]


def read_cover(grid: Grid, rows: tuple[Row, ...]) -> tuple[Cover | None, Source, list[Finding]]:
    """The cover in these rows, headings first, with where everything stands and what is wrong."""
    sheet = _Sheet(grid, rows[0])
    for row in rows[1:]:
        sheet.take(row)
    there = source(grid.file, sheet.tree(), sheet.places)
    if sheet.findings:
        return None, there, sheet.findings
    try:
        return Cover.model_validate(there.tree), there, []
    except ValidationError as error:
        return None, there, mistakes(error, there)


class _Sheet:
    """The rows read so far."""

    def __init__(self, grid: Grid, headings: Row) -> None:
        self.grid = grid
        self.flat: Flat = {}
        self.places: dict[Loc, Place] = {(): Place(headings.number, 1)}
        self.findings: list[Finding] = []
        self._seen: dict[Loc, int] = {}
        self._languages: dict[int, str] = {}
        for column, heading in headings.words():
            match = _LANGUAGE.match(heading[:MAX_HEADING])
            if column > 2 and match:
                self._languages[column] = match[1].lower()
            elif column > 2:
                self.findings.append(
                    grid.finding("column-language", headings.number, column, heading=heading, example="sv")
                )

    def tree(self) -> Tree:
        """What was read, with a place for what has no text in any language."""
        tree: dict[str, Tree] = {"themes": {}}
        tree |= tree_of({loc: leaf for loc, leaf in self.flat.items() if loc[0] != "themes"})
        themes = tree_of({loc[1:]: leaf for loc, leaf in self.flat.items() if loc[0] == "themes"})
        slugs = [str(loc[1]) for loc in self._seen if loc[0] == "themes"]
        tree["themes"] = {slug: themes.get(slug, {}) for slug in slugs}
        for loc in self._seen:
            if (loc[0],) in {field.path for field in SPOKEN}:
                tree.setdefault(str(loc[0]), {})
        return tree

    def take(self, row: Row) -> None:
        heading = str(row.cell(1).value or "").strip()[:MAX_HEADING]
        if key(heading) in _THEME_ROWS:
            heading = self._named(row, heading)
            if not heading:
                return
        heading, name = _with_slug(heading)
        field = _field(heading)
        if field is None:
            guess = closest(
                heading, [name.label(tongue) for name in SINGLE + SPOKEN for tongue in ("sv", "en")]
            )
            found = self.grid.finding("unknown-row", row.number, heading=heading)
            self.findings.append(found.guessing(guess))
        elif field.path in self._seen:
            other = self._seen[field.path]
            self.findings.append(self.grid.finding("row-twice", row.number, heading=heading, other=other))
        else:
            self._seen[field.path] = row.number
            self.places[field.path] = Place(row.number, 1 if field not in SINGLE else 2)
            columns = {2: ""} if field in SINGLE else self._languages
            for column, language in columns.items():
                self._cell(row, column, field, (*field.path, language) if language else field.path)
            if name and self._languages and not any(loc[:2] == field.path for loc in self.flat):
                source, spoken = self.flat.get(("source",)), tuple(self._languages.values())
                self.flat[(*field.path, str(source) if source in spoken else spoken[0])] = name

    def _named(self, row: Row, heading: str) -> str:
        """The heading with the theme's slug, made from its name; empty when the row has no name either."""
        names = [str(row.cell(column).value or "") for column in self._languages]
        slugs = [slug for slug in map(slug_of, names) if slug]
        if slugs:
            return f"tema: {slugs[0]}"
        return heading if any(column > 1 for column, _ in row.words()) else ""

    def _cell(self, row: Row, column: int, field: Field, loc: Loc) -> None:
        self.places[loc] = Place(row.number, column)
        value = read(row.cell(column), field, self.grid.is_text)
        if isinstance(value, Problem):
            self.findings.append(self.grid.finding(value.code, row.number, column, loc, **value.facts))
        elif value is not None:
            self.flat[loc] = value
            if isinstance(value, tuple):
                for index in range(len(value)):
                    self.places[(*loc, index)] = Place(row.number, column)


def _with_slug(heading: str) -> tuple[str, str]:
    """The heading with a theme's id where its name stood, and that name; any other as it is, and ""."""
    match = _THEME.match(heading)
    name = match["slug"].strip() if match else ""
    slug = slug_of(name)
    return (f"tema: {slug}", name) if slug not in ("", name) else (heading, "")


def _field(heading: str) -> Field | None:
    match = _THEME.match(heading)
    if match:
        slug = match["slug"].strip()
        return Field(("themes", slug), heading, heading)
    for field in SINGLE + SPOKEN:
        for label in (field.sv, field.en):
            if key(heading) in {key(label), key(label.partition(" (")[0]), field.name}:
                return field
    return None


def _spoken(label: str, words: object, languages: tuple[str, ...], numbers: bool) -> tuple[str, ...]:
    there = dict(words) if isinstance(words, dict) else {}
    return (label, "", *(guarded(there.get(language, ""), numbers) for language in languages))
