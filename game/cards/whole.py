"""What makes separate files one deck that can be played: languages, themes and names that agree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from game.cards.digest import text_of
from game.cards.findings import Finding, closest
from game.cards.format import Card, Cover, DilemmaText, OpenText, Text
from game.cards.source import Source

_CODES: Final = MappingProxyType({"se": "sv", "swe": "sv", "gb": "en", "uk": "en", "us": "en", "eng": "en"})
"""Country codes and others that people write for a language."""


@dataclass(frozen=True)
class CardFile:
    """One card and the file it was read from."""

    card: Card
    source: Source
    stem: str


def cover_findings(cover: Cover, source: Source, folder: str) -> Iterator[Finding]:
    """The folder's name unless it is empty, the languages and the words of the cover."""
    if folder and cover.slug != folder:
        yield source.finding("slug-mismatch", ("slug",), folder=folder, slug=cover.slug)
    if cover.source not in cover.languages:
        yield source.finding("source-language", ("source",), language=cover.source)
    for index, language in enumerate(cover.languages):
        if language in cover.languages[:index]:
            yield source.finding("language-twice", ("languages", index), language=language)
    for name in ("title", "description", "facilitator"):
        yield from _languages(cover, getattr(cover, name), source, (name,))
    for theme, words in cover.themes.items():
        yield from _languages(cover, words, source, ("themes", theme))


def card_findings(cover: Cover, cards: Iterable[CardFile]) -> Iterator[tuple[CardFile, Finding]]:
    """Names, themes and languages of the cards, each against the cover and the others, with whose each is."""
    files: dict[str, str] = {}
    for item in cards:
        found = [
            *_named(item, files),
            *_themes(cover, item),
            *_languages(cover, item.card.text, item.source, ("text",)),
            *_parallel(cover, item),
        ]
        yield from ((item, one) for one in found)
        files.setdefault(item.card.id, item.source.file)


def _named(item: CardFile, files: dict[str, str]) -> Iterator[Finding]:
    card_id = item.card.id
    if card_id in files:
        yield item.source.finding("duplicate-id", ("id",), id=card_id, other=files[card_id])
    if card_id != item.stem:
        yield item.source.finding("file-name", ("id",), stem=item.stem, id=card_id)


def _themes(cover: Cover, item: CardFile) -> Iterator[Finding]:
    for index, theme in enumerate(item.card.themes):
        if theme not in cover.themes:
            yield unknown_theme(item.source, index, theme, tuple(cover.themes))


def unknown_theme(source: Source, index: int, theme: str, known: tuple[str, ...]) -> Finding:
    """The card's theme of this index is none of those that the deck has."""
    there = ", ".join(known) or "–"
    found = source.finding("theme-unknown", ("themes", index), theme=theme, themes=there)
    return found.guessing(closest(theme, known))


def _languages(cover: Cover, words: Iterable[str], source: Source, loc: tuple[str, ...]) -> Iterator[Finding]:
    there = tuple(words)
    for language in dict.fromkeys(cover.languages):
        if language not in there:
            yield source.finding("language-missing", (*loc, language), language=language)
    for language in there:
        if language not in cover.languages:
            guess = _CODES.get(language, "")
            found = source.finding("language-unlisted", (*loc, language), on_key=True, language=language)
            yield found.guessing(guess if guess in cover.languages else "")


def _parallel(cover: Cover, item: CardFile) -> Iterator[Finding]:
    """Every language offers the same number of options and questions, and a twist or none."""
    origin = text_of(item.card, cover.source)
    if origin is None:
        return
    if origin.of:
        yield item.source.finding("of-in-source", ("text", cover.source, "of"), on_key=True)
    for language in item.card.text:
        text = text_of(item.card, language)
        if text is None or language == cover.source:
            continue
        for name in ("options", "questions", "steps"):
            actual, expected = len(getattr(text, name, ())), len(getattr(origin, name, ()))
            if actual != expected:
                yield item.source.finding(
                    f"{name}-differ",
                    ("text", language, name),
                    on_key=True,
                    actual=actual,
                    expected=expected,
                    language=cover.source,
                )
        if bool(_twist(text)) != bool(_twist(origin)):
            yield item.source.finding("twist-differs", ("text", language, "twist"), on_key=True)


def _twist(text: Text) -> str:
    return text.twist if isinstance(text, DilemmaText | OpenText) else ""
