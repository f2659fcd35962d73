"""Advice on how one text is written: left-over notes, damaged letters, the wrong language, doubles."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from game.cards.findings import Finding, Loc
from game.cards.format import (
    Card,
    DilemmaText,
    ExerciseText,
    MirrorText,
    PledgeText,
    RankingText,
    Text,
)
from game.cards.people import first_names
from game.cards.source import Source

ALIKE: Final = 0.88
"""difflib's ratio of two texts, from which on they say the same thing."""
MAX_NAMES: Final = 1
MIN_HITS: Final = 8
"""Little words that one must meet before the language of a text is guessed at."""

_LEFT_OVER: Final = re.compile(
    r"\b(?:TODO|FIXME|XXX+|TBD|lorem ipsum)\b|\?\?\?|\[\.\.\.\]|<[^<>]{1,40}>", re.IGNORECASE
)
_DAMAGED: Final = re.compile("Ã[\x80-\xbf¤¥¶…„–˜©¨]|Â[\xa0-\xbf]|â€|\ufffd")
_LAW: Final = re.compile(r"§|\b(?:19|20)\d\d:\d{1,4}\b")
_LITTLE: Final = {
    "sv": re.compile(
        r"\b(?:och|att|det|som|är|på|inte|en|ett|av|för|med|till|den|har|jag|du|vi|ni|om|så|men|vad|kan|ska|när"
        r"|eller|hur)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:the|and|to|of|is|that|it|you|in|not|for|with|on|have|was|they|what|do|when|or|how|this|are|but|who"
        r"|will|be)\b",
        re.IGNORECASE,
    ),
}
_HOW_OFTEN: Final = {
    "sv": re.compile(r"hur ofta\b", re.IGNORECASE),
    "en": re.compile(r"how often\b", re.IGNORECASE),
}
_LEAD_IN: Final = {
    "sv": (re.compile(r"när\b", re.IGNORECASE), re.compile(r"(?:så )?ska jag\b", re.IGNORECASE)),
    "en": (re.compile(r"when\b", re.IGNORECASE), re.compile(r"(?:then )?I (?:will|shall)\b", re.IGNORECASE)),
}


def text_craft(
    card: Card, source: Source, language: str, texts: Sequence[tuple[Loc, str]]
) -> Iterator[Finding]:
    """All of it for one card in one language; `texts` is every string of that language with its location."""
    text = card.text[language]
    for loc, words in texts:
        yield from marks(source, loc, words)
    yield from wrong_language(source, ("text", language), language, [words for _, words in texts])
    yield from _twice(source, text, ("text", language))
    yield from _names(source, text, ("text", language))
    yield from _forms(source, text, ("text", language), language)
    if not text.refs:
        yield from _laws(source, texts)


def marks(source: Source, loc: Loc, words: str) -> Iterator[Finding]:
    """Left-over notes to oneself, letters damaged by a wrong encoding, and letters that cannot be seen."""
    for match in _LEFT_OVER.finditer(words):
        yield source.finding("left-over", loc, value=match.group())
    if damaged := _DAMAGED.search(words):
        yield source.finding("damaged", loc, value=damaged.group())
    for letter in sorted(set(words)):
        if unicodedata.category(letter) in ("Cf", "Co", "Cn"):
            name = unicodedata.name(letter, "")
            yield source.finding("odd-letter", loc, point=f"U+{ord(letter):04X}", name=name or "–")


def wrong_language(source: Source, loc: Loc, language: str, texts: Iterable[str]) -> Iterator[Finding]:
    """Said when the little words of another language clearly outnumber those of the declared one."""
    if language not in _LITTLE:
        return
    words = "\n".join(texts)
    hits = {tongue: len(little.findall(words)) for tongue, little in _LITTLE.items()}
    other = max(hits, key=lambda tongue: hits[tongue])
    if other != language and hits[other] >= max(MIN_HITS, 3 * hits[language]):
        yield source.finding("wrong-language", loc, on_key=True, language=language, other=other)


def _twice(source: Source, text: Text, loc: Loc) -> Iterator[Finding]:
    options = [option.text for option in getattr(text, "options", ())]
    for name, texts in (
        ("options", options),
        ("questions", getattr(text, "questions", ())),
        ("steps", getattr(text, "steps", ()) if isinstance(text, ExerciseText) else ()),
    ):
        for index, words in enumerate(texts):
            for other, earlier in enumerate(texts[:index]):
                if _alike(earlier, words):
                    inner = (*loc, name, index, "text") if name == "options" else (*loc, name, index)
                    yield source.finding("alike", inner, other=other + 1)


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _names(source: Source, text: Text, loc: Loc) -> Iterator[Finding]:
    if isinstance(text, DilemmaText | RankingText):
        names = list(dict.fromkeys(first_names(text.situation)))
        if len(names) > MAX_NAMES:
            yield source.finding("many-names", (*loc, "situation"), names=", ".join(names))


def _forms(source: Source, text: Text, loc: Loc, language: str) -> Iterator[Finding]:
    often = _HOW_OFTEN.get(language)
    if isinstance(text, MirrorText) and often is not None and not often.search(text.situation):
        yield source.finding("mirror-form", (*loc, "situation"))
    if isinstance(text, PledgeText) and language in _LEAD_IN:
        for name, words, pattern in zip(
            ("when", "then"), (text.when, text.then), _LEAD_IN[language], strict=True
        ):
            if match := pattern.match(words):
                yield source.finding("pledge-form", (*loc, name), value=match.group())


def _laws(source: Source, texts: Iterable[tuple[Loc, str]]) -> Iterator[Finding]:
    for loc, words in texts:
        if match := _LAW.search(words):
            yield source.finding("law-without-ref", loc, value=match.group())
            return
