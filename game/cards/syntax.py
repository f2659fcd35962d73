"""What a YAML reader gave up on, in the words of the person who wrote the file."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from ruamel.yaml.error import MarkedYAMLError, StringMark

from game.cards.findings import TOP, Finding, Place, finding

MAX_LINE: Final = 400
"""Characters that are looked at, so that no line can take long to judge."""

_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_CURLY: Final = re.compile(r"[\s-]*(?:[\w-]+:\s+)?(?:- )?[“”„«»].*:\s")
_KEY: Final = re.compile(r"\s*(?:- )*[\w-]+")
_OPENED: Final = re.compile(r"\s*(?:- )*[\w-]+:\s+(\"[^\"]*|'(?:[^']|'')*)$")
_FIELD: Final = re.compile(r"\s*(?:- )*[a-z_]+:(?:\s|$)")


def explained(error: MarkedYAMLError, file: str, text: str) -> Finding:
    """The finding at the place where the mistake most likely is, not always where reading stopped."""
    mark = error.problem_mark or error.context_mark
    place = _place(mark) if mark else TOP
    problem = str(error.problem or error.context or "")
    lines = _BREAK.split(text)
    if r"'\t'" in problem or "tab" in problem.split():
        return finding("tab", file, place)
    opened = _opened(lines, place.line)
    if opened is not None:
        return finding("quote-open", file, opened)
    line = "".join(lines[place.line - 1 : place.line])[:MAX_LINE]
    if "mapping values are not allowed" in problem:
        if _KEY.fullmatch(line[: place.column - 1]):
            return finding("indent", file, place)
        return finding("curly-quotes" if _CURLY.match(line) else "colon", file, place)
    if "could not find expected ':'" in problem and error.context_mark:
        return finding("no-colon", file, _place(error.context_mark))
    if "expected <block end>, but found '<block" in problem:
        return finding("indent", file, place)
    return finding("not-yaml", file, place, problem=problem)


def odd_character(text: str, file: str, error: Exception) -> Finding:
    """What the reader or scanner gave up on without saying where: the first control character, if any."""
    for number, line in enumerate(text.splitlines(), start=1):
        for column, letter in enumerate(line, start=1):
            if letter != "\t" and unicodedata.category(letter) in {"Cc", "Cs", "Cn"}:
                return finding("bad-character", file, Place(number, column))
    return finding("not-yaml", file, problem=type(error).__name__)


def _opened(lines: list[str], until: int) -> Place | None:
    """The quotation mark that swallowed the fields below it, if one was opened before `until`."""
    for number, line in enumerate(lines[:until], start=1):
        match = _OPENED.match(line)
        if match is None:
            continue
        quote = match[1][0]
        for below in lines[number:]:
            if _FIELD.match(below):
                return Place(number, match.start(1) + 1)
            if quote in below:
                break
    return None


def _place(mark: StringMark) -> Place:
    return Place(mark.line + 1, mark.column + 1)
