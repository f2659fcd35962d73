"""Headings that texts on the wall could hang under, taken from their own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

SHORTEST = 5
"""Letters of a word that could say what a text is about."""
SUGGESTED = 4
LONGEST = 39
"""Characters of a heading: one less than there may be, since a field that short counts none aloud."""
# fmt: off
PLAIN = frozenset((
    "about", "after", "again", "alltid", "always", "andra", "annan", "another", "before", "being", "borde",
    "could", "doing", "efter", "eller", "every", "first", "före", "genom", "gärna", "göra", "ibland",
    "ingen", "inget", "innan", "inte", "kanske", "kunna", "mellan", "mindre", "minst", "mycket", "någon",
    "något", "några", "också", "other", "redan", "samma", "sedan", "should", "själv", "skulle", "större",
    "sådan", "their", "there", "these", "thing", "things", "think", "those", "under", "until", "varandra",
    "varje", "vilja", "vilka", "vilket", "where", "which", "while", "would",
))
# fmt: on
"""Words that say nothing of what a text is about, in the languages of the game."""


def common_words(texts: Iterable[str]) -> list[str]:
    """Words that stand in at least two of the texts, those in most of them first; at most `SUGGESTED`."""
    found: Counter[str] = Counter()
    for text in texts:
        words = dict.fromkeys(word.casefold() for word in re.findall(r"[^\W\d_]+", text))
        found.update(word for word in words if len(word) >= SHORTEST and word not in PLAIN)
    shared = [word for word, number in found.most_common() if number > 1]
    return [word[:1].upper() + word[1:] for word in shared[:SUGGESTED]]
