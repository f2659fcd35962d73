"""One value as a cell and back: words, numbers, dates, lists, and the guard that keeps text from being run.

A spreadsheet runs a cell that begins with =, +, - or @. On the way out such a text gets an apostrophe before
it; on the way in exactly that apostrophe is taken away. CSV has no types, and Excel reads "007" or a hash of
digits as a number; there those texts are guarded too.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from game.cards.tables.columns import CHOICES, Field
from game.cards.tables.flat import Leaf

Value: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None
Sort: TypeAlias = Literal["value", "formula", "error"]

MAX_CELL: Final = 32_767
"""Characters that Excel holds in one cell."""


class Cell(NamedTuple):
    """What stands in one cell. `sort` tells a formula and an error such as #NAME? from a value."""

    value: Value = None
    sort: Sort = "value"

    @property
    def is_empty(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())


class Problem(NamedTuple):
    """Why a cell cannot be read: the code of the finding, and its facts."""

    code: str
    facts: Mapping[str, object] = MappingProxyType({})


_RUN: Final = r"[=+\-@\t\r]"
_NUMBER: Final = r"[\d.,][\d.,:/ eE+-]*$"
_GUARDED: Final = {
    False: re.compile(rf"'*{_RUN}"),
    True: re.compile(rf"'*(?:{_RUN}|{_NUMBER})"),
}
_ISO: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00)?)?")
_ITEM: Final = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*|([^",;\n][^,;\n]*))(?:[,;\n]|$)')
_YES: Final = frozenset({"ja", "yes", "true", "sant", "x", "1"})
_NO: Final = frozenset({"nej", "no", "false", "falskt", "0"})
_SYNONYMS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "kind": {
            "dilemman": "dilemma", "spegel": "mirror", "skala": "scale", "rangordning": "ranking",
            "fråga": "question", "fakta": "fact", "vändning": "twist", "övning": "exercise",
            "löfte": "pledge",
        },
        "status": {"utkast": "draft", "granskad": "reviewed", "granskat": "reviewed", "utgången": "retired"},
        "setting": {"extern": "external", "externt": "external", "intern": "internal", "internt": "internal"},
        "channel": {
            "reception": "reception", "telefon": "phone", "mejl": "e-mail", "e-post": "e-mail",
            "email": "e-mail", "chatt": "chat", "besök": "visit", "möte": "meeting", "korridor": "corridor",
        },
    }
)  # fmt: skip
"""The Swedish words a designer may write in a field with a fixed set of words."""


def explained(word: str) -> str:
    """A word of a fixed set with the Swedish one that may be written instead.

    >>> explained("phone"), explained("reception")
    ('phone (telefon)', 'reception')
    """
    for words in _SYNONYMS.values():
        for swedish, meant in words.items():
            if meant == word != swedish:
                return f"{word} ({swedish})"
    return word


def guarded(text: str, numbers: bool) -> str:
    """The text as it may stand in a cell; `numbers` also guards what Excel would take for a number.

    >>> guarded("=1+1", False), guarded("'=1", False), guarded("1.0.0", False), guarded("1.0.0", True)
    ("'=1+1", "''=1", '1.0.0', "'1.0.0")
    """
    return f"'{text}" if _GUARDED[numbers].match(text) else text


def unguarded(text: str, numbers: bool) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and _GUARDED[numbers].match(text) else text


def listed(words: tuple[str, ...]) -> str:
    """The words in one cell, with commas between; one that holds a comma is put in quotation marks.

    >>> listed(("mod", "lugn, men klar"))
    'mod, "lugn, men klar"'
    """
    return ", ".join(f'"{word.replace(chr(34), chr(34) * 2)}"' if _awkward(word) else word for word in words)


def unlisted(text: str) -> tuple[str, ...] | None:
    """The words in a cell, between commas, semicolons or line breaks; None when they cannot be told apart.

    >>> unlisted('mod; "lugn, men klar",'), unlisted('"mod')
    (('mod', 'lugn, men klar'), None)
    """
    words: list[str] = []
    at, text = 0, text.rstrip()
    while at < len(text):
        match = _ITEM.match(text, at)
        if match is None:
            return None
        words.append(match[2].strip() if match[1] is None else match[1].replace('""', '"'))
        at = match.end()
    return tuple(words) if all(words) else None


def clean(text: str) -> str:
    """Line ends as \\n and letters composed, as in the decks' own files; white space at the ends removed."""
    text = text.replace("_x000D_\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).strip()


def read(cell: Cell, field: Field, numbers: bool) -> Leaf | Problem | None:
    """The cell's value for this field; None when it is empty, and a `Problem` when it cannot be used.

    A value of the wrong kind that the format's own schema refuses is passed on, for its wording.
    """
    if cell.sort != "value":
        return Problem("formula" if cell.sort == "formula" else "cell-error", {"value": cell.value})
    if cell.is_empty:
        return None
    if isinstance(cell.value, date | time | timedelta):
        return _dated(cell.value, field)
    if isinstance(cell.value, bool):
        return cell.value if field.kind == "yes" else Problem("cell-boolean")
    if isinstance(cell.value, int | float):
        return _numbered(cell.value, field)
    return _worded(str(cell.value), field, numbers)


def _dated(value: date | time | timedelta, field: Field) -> Leaf | Problem:
    if field.kind == "date" and isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    return Problem("cell-date", {"value": value})


def _numbered(value: int | float, field: Field) -> Leaf | Problem:
    if isinstance(value, float) and not value.is_integer():
        code = "number-expected" if field.kind == "number" else "cell-number"
        return Problem(code, {"value": value})
    if field.kind == "number":
        return int(value)
    if field.kind == "yes" and value in {0, 1}:
        return bool(value)
    if field.kind == "date":
        return Problem("date-expected", {"value": value})
    return (str(int(value)),) if field.kind == "list" else str(int(value))


def _worded(raw: str, field: Field, numbers: bool) -> Leaf | Problem:
    if len(raw) > MAX_CELL:
        return Problem("cell-too-long", {"limit": MAX_CELL})
    if numbers and raw.startswith("="):
        return Problem("formula", {"value": raw})
    text = unguarded(clean(raw), numbers)
    if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\t" for letter in text):
        return Problem("bad-character")
    if field.kind == "number":
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else text
    if field.kind == "yes":
        word = text.casefold()
        return True if word in _YES else False if word in _NO else text
    if field.kind == "date":
        match = _ISO.fullmatch(text)
        return match[1] if match else Problem("date-expected", {"value": text})
    if field.kind == "list":
        words = unlisted(text)
        return Problem("bad-list", {"value": text}) if words is None else words
    return _chosen(text, field.name) if field.kind == "choice" else text


def _chosen(text: str, name: str) -> str:
    word = text.casefold()
    word = _SYNONYMS[name].get(word, word)
    return word if word in CHOICES[name] else text


def _awkward(word: str) -> bool:
    return not word or word != word.strip() or word[0] == '"' or any(mark in word for mark in ",;\n")
