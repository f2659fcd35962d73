"""Everything a designer should know before a deck meets people."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from game.cards import files
from game.cards.advice import card_advice
from game.cards.ages import ref_ages
from game.cards.changes import changes
from game.cards.findings import Finding, finding
from game.cards.format import Card, Cover, Deck
from game.cards.load import Progress, Reading, in_order, read_deck
from game.cards.odd import odd_words
from game.cards.together import cover_advice, doubles, shares, unused
from game.cards.whole import CardFile

Fit: TypeAlias = Callable[[Deck, Card, str], Sequence[str]]
"""Draws one card in one language and names what does not fit. The renderer is the caller's."""

Advise: TypeAlias = Callable[[CardFile, str, Sequence[str], str], Iterable[Finding]]
"""Advice on one card, as `card_advice` gives it: of the card, source language, languages and picture."""


def check_deck(
    path: Path,
    languages: Sequence[str] | None = None,
    fit: Fit | None = None,
    progress: Progress | None = None,
    previous: Deck | None = None,
    today: date | None = None,
) -> list[Finding]:
    """All findings of the deck in this folder or package, in the order of its files; never raises on what
    they hold.

    `languages` are those that must be there and are looked at, all of the deck's when None. `previous` is the
    version that people have: then ids that vanished and changes without a new `rev` are found too. `progress`
    counts cards. References to laws are as old as they are on the day `today`.
    """
    return check_reading(read_deck(path), languages, fit, progress, previous, today=today)


def check_reading(
    reading: Reading,
    languages: Sequence[str] | None = None,
    fit: Fit | None = None,
    progress: Progress | None = None,
    previous: Deck | None = None,
    advise: Advise = card_advice,
    today: date | None = None,
) -> list[Finding]:
    """The same for a deck that has been read already; `advise` may remember its advice on unchanged cards."""
    found = list(reading.findings)
    if reading.cover is not None:
        chosen = tuple(dict.fromkeys(languages or reading.cover.languages))
        found += _wanted(reading, reading.cover, chosen)
        found += _cards(reading, reading.cover, chosen, fit, progress, advise)
        day = today or datetime.now(UTC).date()
        for item in reading.cards:
            found += ref_ages(item, chosen, day)
        for look in (cover_advice, shares, doubles, unused, odd_words):
            found += look(reading, reading.cover)
        if previous is not None and reading.deck is not None:
            found += changes(previous, reading.deck, reading)
    return list(in_order(found))


def _wanted(reading: Reading, cover: Cover, chosen: Sequence[str]) -> Iterator[Finding]:
    for language in chosen:
        if language not in cover.languages:
            yield reading.cover_source.finding("language-missing", ("languages",), language=language)


def _cards(
    reading: Reading,
    cover: Cover,
    chosen: Sequence[str],
    fit: Fit | None,
    progress: Progress | None,
    advise: Advise,
) -> Iterator[Finding]:
    images = {PurePosixPath(name).stem: PurePosixPath(name) for name in reading.pictures}
    partial = reading.partial
    for done, item in enumerate(reading.cards, start=1):
        image = images.pop(item.card.id, None)
        yield from advise(item, cover.source, chosen, image.name if image else "")
        if fit is not None and partial is not None:
            yield from _overflow(item, partial, chosen, fit)
        if progress is not None:
            progress(done, len(reading.cards))
    if not any(item.is_error for item in reading.findings):
        for path in images.values():
            yield finding("image-unknown", files.shown(reading.path / path))


def _overflow(item: CardFile, deck: Deck, chosen: Iterable[str], fit: Fit) -> Iterator[Finding]:
    for language in chosen:
        if language in item.card.text:
            for problem in fit(deck, item.card, language):
                yield item.source.finding("overflow", ("text", language), on_key=True, problem=problem)
