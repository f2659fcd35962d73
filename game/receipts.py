"""The receipt of a pledge: three words to write down, drawn where the pledge was written and kept nowhere.

`letters` is what a receipt is, however it was typed: case, accents and spaces do not count, so that no word
can be taken for two. `meant` helps whoever has mistyped one.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, TypeAlias

from game.places import assets

Receipt: TypeAlias = tuple[str, str, str]
"""Three words of one language's list, in order."""
LANGUAGES: Final = ("sv", "en")
_APART: Final[Mapping[int, str]] = MappingProxyType(str.maketrans({"ø": "o", "æ": "a", "ß": "ss"}))
_LONGEST: Final = 100
"""Letters of something typed that are looked at; a receipt has 24 at most."""


@cache
def words(language: str) -> tuple[str, ...]:
    """The words that receipts in this language are drawn from: three to eight letters from a to z, no two a
    slip apart or alike to the ear. What is drawn stands by itself, so the list may change.
    """
    known = language if language in LANGUAGES else LANGUAGES[0]
    return tuple((assets() / "receipts" / f"{known}.txt").read_text("ascii").split())


def new_receipt(language: str) -> Receipt:
    """Three different words, drawn."""
    first, second, third = secrets.SystemRandom().sample(words(language), 3)
    return first, second, third


def letters(typed: str) -> str:
    """The receipt in what somebody typed: letters alone, small and without accents.

    >>> letters(" Gryning, HÄST  ékorre")
    'gryninghastekorre'
    """
    plain = unicodedata.normalize("NFKD", typed[:_LONGEST].casefold().translate(_APART))
    return "".join(re.findall("[a-z]", plain))


def is_receipt(typed: str) -> bool:
    """Whether these are three words of a list, with or without spaces between them."""
    whole = letters(typed)
    return any(_falls_into(whole, 3, frozenset(words(language))) for language in LANGUAGES)


def meant(typed: str) -> Receipt | None:
    """What was probably meant by three words of which one or more are a slip away from the list; None when
    that is not one thing alone.

    >>> meant("abbore adress advent")
    ('abborre', 'adress', 'advent')
    """
    told = [letters(word) for word in re.split(r"[\s,;.+/-]+", typed[:_LONGEST]) if letters(word)]
    found = {tuple(each) for language in LANGUAGES for each in [_nearest(told, language)] if each}
    if len(told) != 3 or len(found) != 1:
        return None
    first, second, third = found.pop()
    return first, second, third


def _nearest(told: list[str], language: str) -> list[str] | None:
    """For every word the one of the list that it is, or is a slip away from."""
    known = frozenset(words(language))
    nearest: list[str] = []
    for word in told:
        near = [word] if word in known else sorted(known & set(_slips(word)))
        if len(near) != 1:
            return None
        nearest.append(near[0])
    return nearest


def _slips(word: str) -> Iterator[str]:
    """Everything that one slip of the keyboard makes of the word."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in "abcdefghijklmnopqrstuvwxyz":
            yield head + letter + tail
            yield head + letter + tail[1:]


def _falls_into(whole: str, count: int, known: frozenset[str]) -> bool:
    if count == 1:
        return whole in known
    return any(whole[:at] in known and _falls_into(whole[at:], count - 1, known) for at in range(3, 9))
