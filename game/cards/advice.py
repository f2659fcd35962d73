"""Advice on one card: stale translations, balance, traces of people, reading ease, pictures."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from game.cards.craft import text_craft
from game.cards.current import is_current
from game.cards.digest import text_of
from game.cards.findings import Finding, Loc
from game.cards.format import DilemmaText, OpenText, RankingText, Text
from game.cards.people import traces
from game.cards.tongue import TONGUES, Tongue, lix
from game.cards.whole import CardFile

BALANCE: Final = 1.6
"""How many times the shortest option's length another may have."""

SLACK: Final = 20
"""Characters. Things to put in order are often a word or two: one more word says nothing of their weight."""
SENTENCE: Final = 30
"""Characters. Shorter texts may be the same in two languages."""

_TRANSLATED: Final = ("facilitator", "read_aloud", "warn", "alt", "perspective", "prevent")


def card_advice(item: CardFile, source: str, languages: Iterable[str], image: str = "") -> Iterator[Finding]:
    """All advice on one card's texts in these languages.

    `source` is the deck's source language and `image` the file name of the card's picture, or empty.
    """
    card, origin = item.card, text_of(item.card, source)
    if card.practice and card.heat > 1:
        yield item.source.finding("practice-heat", ("heat",), heat=card.heat)
    if card.status == "draft":
        yield item.source.finding("draft", ("status",))
    if origin is not None and card.heat > 1 and not origin.facilitator:
        yield item.source.finding("facilitator-missing", ("heat",), heat=card.heat)
    for language in languages:
        text = text_of(card, language)
        if text is None:
            continue
        loc: Loc = ("text", language)
        if origin is not None and language != source:
            yield from _translation(item, text, origin, loc, source)
        if image and not text.alt:
            yield item.source.finding("alt-missing", (*loc, "alt"), image=image)
        texts = list(_strings(text.model_dump(exclude={"of", "refs"}), loc))
        yield from _people(item, texts)
        yield from text_craft(card, item.source, language, texts)
        yield from _balance(item, text, loc)
        if language in TONGUES:
            yield from _words(item, text, loc, TONGUES[language])


def _translation(item: CardFile, text: Text, origin: Text, loc: Loc, source: str) -> Iterator[Finding]:
    if not text.of:
        yield item.source.finding("no-hash", loc, on_key=True)
    elif not is_current(text.of, origin):
        yield item.source.finding("stale", (*loc, "of"))
    for name in _TRANSLATED:
        if getattr(origin, name, "") and not getattr(text, name, ""):
            yield item.source.finding("translation-gap", (*loc, name), name=name, language=source)
        if getattr(text, name, "") and not getattr(origin, name, ""):
            yield item.source.finding("translation-extra", (*loc, name), name=name, language=source)
    expected, actual = len(origin.refs), len(text.refs)
    if actual and actual != expected:
        yield item.source.finding(
            "refs-missing", (*loc, "refs"), actual=actual, expected=expected, language=source
        )
    yield from _untranslated(item, text, origin, loc, source)


def _untranslated(item: CardFile, text: Text, origin: Text, loc: Loc, source: str) -> Iterator[Finding]:
    """The first long text that was copied and left as it was."""
    there = dict(_strings(origin.model_dump(exclude={"of", "refs"}), ()))
    for inner, words in _strings(text.model_dump(exclude={"of", "refs"}), ()):
        if len(words) >= SENTENCE and there.get(inner) == words:
            yield item.source.finding("untranslated", (*loc, *inner), language=source)
            return


def _people(item: CardFile, texts: Iterable[tuple[Loc, str]]) -> Iterator[Finding]:
    for inner, words in texts:
        for code, value in traces(words):
            yield item.source.finding(code, inner, value=value)


def _strings(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Every text inside a dumped model, with its location."""
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _strings(inner, (*loc, name))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _strings(inner, (*loc, index))


def _balance(item: CardFile, text: Text, loc: Loc) -> Iterator[Finding]:
    if not isinstance(text, DilemmaText | RankingText):
        return
    slack = SLACK if isinstance(text, RankingText) else 0
    shortest = min(len(option.text) for option in text.options)
    for index, option in enumerate(text.options):
        actual = len(option.text)
        if actual > BALANCE * shortest and actual - shortest > slack:
            yield item.source.finding(
                "balance",
                (*loc, "options", index, "text"),
                actual=actual,
                shortest=shortest,
                ratio=f"{actual / shortest:.1f}",
                limit=BALANCE,
            )


def _words(item: CardFile, text: Text, loc: Loc, tongue: Tongue) -> Iterator[Finding]:
    if isinstance(text, DilemmaText) and not tongue.you.search(text.situation):
        yield item.source.finding("you-form", (*loc, "situation"))
    if isinstance(text, DilemmaText | RankingText):
        for index, option in enumerate(text.options):
            for match in tongue.absolute.finditer(option.text):
                inner = (*loc, "options", index, "text")
                yield item.source.finding("absolute-word", inner, word=match.group())
    yield from _ease(item, text.read_aloud, (*loc, "read_aloud"), tongue.situation)
    if isinstance(text, DilemmaText | OpenText):
        yield from _ease(item, text.situation, (*loc, "situation"), tongue.situation)
        yield from _ease(item, text.perspective, (*loc, "perspective"), tongue.perspective)


def _ease(item: CardFile, words: str, loc: Loc, limit: int) -> Iterator[Finding]:
    actual = lix(words)
    if actual is not None and actual > limit:
        yield item.source.finding("lix", loc, actual=actual, limit=limit)
