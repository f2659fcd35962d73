"""Which field of a card stands in which column, and what people may call it in a heading."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, get_args

from game.cards.findings import Loc, field_path
from game.cards.format import KINDS, Channel, Setting, Status

Kind: TypeAlias = Literal["text", "code", "number", "yes", "date", "list", "choice"]
"""How a cell is read. A `code` is text that is never meant to be read as words: an id, a hash, a version."""

MOST: Final[Mapping[str, int]] = MappingProxyType({"options": 5, "questions": 4, "steps": 5, "refs": 6})
"""How many of each numbered thing a card may have."""

CHOICES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "kind": tuple(KINDS),
        "status": get_args(Status),
        "setting": get_args(Setting),
        "channel": get_args(Channel),
    }
)
"""The fields with a fixed set of words, and the words."""


@dataclass(frozen=True)
class Field:
    """One field of a card, or of a card's text in one language when `spoken`."""

    path: Loc
    sv: str
    en: str
    kind: Kind = "text"
    spoken: bool = True
    wide: bool = False
    """True for a text of several lines."""

    @property
    def name(self) -> str:
        """The stable name, such as `options[1].text`."""
        return field_path(self.path)

    def label(self, tongue: str) -> str:
        """What a person calls it, in Swedish or English."""
        return self.sv if tongue == "sv" else self.en


@dataclass(frozen=True)
class Column:
    """A field in one language, or a field that has no language (then `language` is empty)."""

    field: Field
    language: str = ""

    @property
    def loc(self) -> Loc:
        """Where the value stands in the card's tree."""
        return ("text", self.language, *self.field.path) if self.language else self.field.path

    def heading(self, tongue: str) -> str:
        """Such as `Situation (sv)`."""
        label = self.field.label(tongue)
        return f"{label} ({self.language})" if self.language else label


COMMON: Final[tuple[Field, ...]] = (
    Field(("id",), "Id", "Id", "code", spoken=False),
    Field(("kind",), "Sort", "Kind", "choice", spoken=False),
    Field(("status",), "Status", "Status", "choice", spoken=False),
    Field(("rev",), "Rev", "Rev", "number", spoken=False),
    Field(("themes",), "Teman", "Themes", "list", spoken=False),
    Field(("setting",), "Sammanhang", "Setting", "choice", spoken=False),
    Field(("channel",), "Kanal", "Channel", "choice", spoken=False),
    Field(("roles",), "Roller", "Roles", "list", spoken=False),
    Field(("heat",), "Hetta", "Heat", "number", spoken=False),
    Field(("minutes",), "Minuter", "Minutes", "number", spoken=False),
    Field(("practice",), "Provkort", "Practice card", "yes", spoken=False),
)
"""The fields that are the same in every language, in the order of the columns."""


def _option(index: int) -> Iterator[Field]:
    number = index + 1
    yield Field(("options", index, "text"), f"Alternativ {number}", f"Option {number}")
    yield Field(
        ("options", index, "speaks_for"), f"Alternativ {number} talar för", f"Option {number} speaks for"
    )
    yield Field(
        ("options", index, "values"), f"Alternativ {number} värden", f"Option {number} values", "list"
    )


def _ref(index: int) -> Iterator[Field]:
    number = index + 1
    yield Field(("refs", index, "label"), f"Hänvisning {number}", f"Reference {number}")
    yield Field(
        ("refs", index, "paragraph"), f"Hänvisning {number} paragraf", f"Reference {number} paragraph"
    )
    yield Field(
        ("refs", index, "checked_on"),
        f"Hänvisning {number} kontrollerad",
        f"Reference {number} checked on",
        "date",
    )


def _spoken() -> Iterator[Field]:
    yield Field(("title",), "Titel", "Title")
    yield Field(("situation",), "Situation", "Situation", wide=True)
    yield Field(("low",), "Skalans låga ände", "Low end of the scale")
    yield Field(("high",), "Skalans höga ände", "High end of the scale")
    for index in range(MOST["options"]):
        yield from _option(index)
    for index in range(MOST["steps"]):
        yield Field(("steps", index), f"Steg {index + 1}", f"Step {index + 1}")
    for index in range(MOST["questions"]):
        yield Field(("questions", index), f"Fråga {index + 1}", f"Question {index + 1}")
    yield Field(("twist",), "Vändning", "Twist")
    yield Field(("when",), "När", "When")
    yield Field(("then",), "Så ska jag", "Then I will")
    yield Field(("perspective",), "Perspektiv", "Perspective", wide=True)
    yield Field(("prevent",), "Förebygga", "Prevent")
    yield Field(("facilitator",), "Spelledare", "Facilitator", wide=True)
    yield Field(("read_aloud",), "Högläsning", "Read aloud", wide=True)
    yield Field(("warn",), "Varning", "Warning")
    yield Field(("alt",), "Bildens text", "Picture text")
    for index in range(MOST["refs"]):
        yield from _ref(index)
    yield Field(("of",), "Översatt från", "Translated from", "code")


SPOKEN: Final[tuple[Field, ...]] = tuple(_spoken())
"""The fields that each language has of its own, in the order of the columns."""

_HEADING: Final = re.compile(r"^(?P<label>.*?)\s*[(\[]\s*(?P<language>[A-Za-z]{2,3})\s*[)\]]\s*$", re.DOTALL)
_PATH: Final = re.compile(r"^\s*text\.(?P<language>[A-Za-z]{2,3})\.(?P<label>.+)$", re.DOTALL)
_ENDING: Final = re.compile(r"^(?P<label>.+?)[\s._-]+(?P<language>[A-Za-z]{2,3})\s*$", re.DOTALL)
_BEGINNING: Final = re.compile(r"^\s*(?P<language>[A-Za-z]{2,3})[\s._:-]+(?P<label>.+)$", re.DOTALL)


MAX_HEADING: Final = 200
"""Characters; whatever is longer is no heading, and is not looked at closely."""


def key(heading: str) -> str:
    """The heading without case, spaces and punctuation."""
    folded = unicodedata.normalize("NFKC", heading).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def column_of(heading: str) -> Column | None:
    """The column with this heading in Swedish, English or by the stable name; None when there is none.

    A field of a language comes back without its language when the heading does not name one.
    """
    common, spoken = _names()
    if len(heading) > MAX_HEADING:
        return None
    if key(heading) in common:
        return Column(common[key(heading)])
    for pattern in (_PATH, _HEADING, _ENDING, _BEGINNING):
        match = pattern.match(heading)
        if match is not None and key(match["label"]) in spoken:
            return Column(spoken[key(match["label"])], match["language"].lower())
    return Column(spoken[key(heading)]) if key(heading) in spoken else None


def guess(heading: str, languages: tuple[str, ...], tongue: str) -> str:
    """The heading that was probably meant, or an empty string when none is near."""
    known = {key(column.heading(name)): column for column in columns(languages) for name in ("sv", "en")}
    near = get_close_matches(key(heading[:MAX_HEADING]), list(known), n=1, cutoff=0.75)
    return known[near[0]].heading(tongue) if near else ""


def columns(languages: tuple[str, ...]) -> Iterator[Column]:
    """Every column a deck in these languages can have: each field's languages side by side."""
    yield from (Column(field) for field in COMMON)
    for field in SPOKEN:
        yield from (Column(field, language) for language in languages)


def label_of(field: str, tongue: str) -> str:
    """The heading of a finding's field such as `text.sv.options[2].text`; empty when it has no column."""
    match = _PATH.match(field)
    name, language = (match["label"], match["language"]) if match else (field, "")
    for known in SPOKEN if language else COMMON:
        if known.name == name or re.sub(r"\[\d+\]$", "", name) == known.name:
            return Column(known, language).heading(tongue)
    return ""


def field_at(loc: Loc) -> Field | None:
    """The field that stands at this place in a card's tree; None when no column is for it."""
    common, spoken = _places()
    if loc[:1] == ("text",) and len(loc) > 2 and re.fullmatch("[a-z]{2,3}", str(loc[1])):
        return spoken.get(loc[2:])
    return common.get(loc)


@cache
def _places() -> tuple[Mapping[Loc, Field], Mapping[Loc, Field]]:
    return {field.path: field for field in COMMON}, {field.path: field for field in SPOKEN}


@cache
def _names() -> tuple[Mapping[str, Field], Mapping[str, Field]]:
    """Fields by every key they answer to: those without a language, and those with one."""
    common = {
        key(name): field
        for field in COMMON
        for name in (field.sv, field.en, field.name, *_NICKNAMES.get(field.name, ()))
    }
    spoken = {key(name): field for field in SPOKEN for name in (field.sv, field.en, field.name)}
    for index, letter in enumerate("abcde"):
        for name in ("Alternativ", "Option"):
            spoken[key(f"{name} {letter}")] = spoken[key(f"{name} {index + 1}")]
    return common, spoken


_NICKNAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"id": ("kort-id", "kort", "card"), "kind": ("korttyp", "typ", "type"), "rev": ("revision",)}
)
