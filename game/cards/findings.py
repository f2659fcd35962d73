"""One thing to mend in a deck: where it is, what is wrong and what to do, in Swedish and English."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal, NamedTuple, TypeAlias

from pydantic import BaseModel, ConfigDict

from game.cards.wording import RULES

Loc: TypeAlias = tuple[str | int, ...]
"""Where in a file's tree: names of fields and indexes of lists, the latter counted from zero."""


class Place(NamedTuple):
    """A line and a column, both counted from one as editors do."""

    line: int
    column: int


TOP = Place(1, 1)


class Words(BaseModel):
    """The same sentence in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sv: str
    en: str

    def in_language(self, language: str) -> str:
        """Swedish for "sv", English for everything else."""
        return self.sv if language == "sv" else self.en


class Finding(BaseModel):
    """An error stops a deck from being played; a warning is advice.

    `line` and `column` count from one. `field` is a path such as `text.sv.options[2].text`, where the numbers
    count from one too (the second option), and is empty when the whole file is meant. `code` is stable.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    severity: Literal["error", "warning"]
    file: str
    line: int
    column: int
    field: str
    code: str
    what: Words
    do: Words

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    def guessing(self, word: str) -> "Finding":
        """The same finding that also asks "did you mean"; unchanged when there is no word to guess."""
        if not word:
            return self
        do = Words(sv=f"{self.do.sv} Menade du ”{word}”?", en=f"{self.do.en} Did you mean “{word}”?")
        return self.model_copy(update={"do": do})

    def sentence(self, language: str) -> str:
        """`file:line:column field: what is wrong, what to do`, on one line, as terminals link it."""
        where = f"{self.file}:{self.line}:{self.column}"
        subject = f"{where} {self.field}" if self.field else where
        return f"{subject}: {self.what.in_language(language)} {self.do.in_language(language)}"


def field_path(loc: Loc) -> str:
    """The tree location as a person reads it: `("options", 1, "text")` is `options[2].text`."""
    path = ""
    for part in loc:
        if isinstance(part, int):
            path += f"[{part + 1}]"
        else:
            path += f".{part}" if path else part
    return path


def finding(code: str, file: str, place: Place = TOP, loc: Loc = (), **facts: object) -> Finding:
    """The finding with this code; `facts` fill the blanks of its sentences.

    Raises KeyError for a code that has no wording or a blank without its fact.
    """
    rule = RULES[code]
    return Finding(
        severity=rule.severity,
        file=printable(file),
        line=place.line,
        column=place.column,
        field=printable(field_path(loc)),
        code=code,
        what=Words(sv=_fill(rule.what_sv, facts), en=_fill(rule.what_en, facts)),
        do=Words(sv=_fill(rule.do_sv, facts), en=_fill(rule.do_en, facts)),
    )


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or an empty string when none is."""
    return next(iter(get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)), "")


def printable(value: object) -> str:
    """Any value as text that can be shown and encoded: surrogates and controls replaced, long text cut."""
    text = str(value).encode("utf-8", "replace").decode("utf-8")
    clean = "".join(letter if letter.isprintable() else " " for letter in text)
    return clean if len(clean) <= 200 else clean[:199] + "…"


def _fill(sentence: str, facts: dict[str, object]) -> str:
    return sentence.format(**{name: printable(value) for name, value in facts.items()})
