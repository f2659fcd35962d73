"""Everything a designer should know before a deck meets people."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from game.cards import files
from game.cards.advice import card_advice
from game.cards.changes import changes
from game.cards.digest import text_of
from game.cards.findings import Finding, finding
from game.cards.format import Card, Cover, Deck, DilemmaText
from game.cards.load import Progress, Reading, in_order, read_deck
from game.cards.tongue import TONGUES
from game.cards.whole import CardFile

Fit: TypeAlias = Callable[[Deck, Card, str], Sequence[str]]
"""Draws one card in one language and names what does not fit. The renderer is the caller's."""

ESCAPE_SHARE: Final = 10
"""At most one card in so many may offer "talk to your manager"."""
HEAVY_SHARE: Final = 5
"""At most one card in so many may have heat 3."""


def check_deck(
    path: Path,
    languages: Sequence[str] | None = None,
    fit: Fit | None = None,
    progress: Progress | None = None,
    previous: Deck | None = None,
) -> list[Finding]:
    """All findings of the deck in this folder, in the order of its files; never raises on what they hold.

    `languages` are those that must be there and are looked at, all of the deck's when None. `previous` is the
    version that people have: then ids that vanished and changes without a new `rev` are found too. `progress`
    counts cards.
    """
    reading = read_deck(path)
    found = list(reading.findings)
    if reading.cover is not None:
        chosen = tuple(dict.fromkeys(languages or reading.cover.languages))
        found += _wanted(reading, reading.cover, chosen)
        found += _cards(reading, reading.cover, chosen, fit, progress)
        found += _shares(reading, reading.cover)
        found += _unused(reading, reading.cover)
        if previous is not None and reading.deck is not None:
            found += changes(previous, reading.deck, reading)
    return list(in_order(found))


def _wanted(reading: Reading, cover: Cover, chosen: Sequence[str]) -> Iterator[Finding]:
    for language in chosen:
        if language not in cover.languages:
            yield reading.cover_source.finding("language-missing", ("languages",), language=language)


def _cards(
    reading: Reading, cover: Cover, chosen: Sequence[str], fit: Fit | None, progress: Progress | None
) -> Iterator[Finding]:
    images = {path.stem: path for path in files.pictures(reading.path)}
    partial = reading.partial
    for done, item in enumerate(reading.cards, start=1):
        image = images.pop(item.card.id, None)
        yield from card_advice(item, cover.source, chosen, image.name if image else "")
        if fit is not None and partial is not None:
            yield from _overflow(item, partial, chosen, fit)
        if progress is not None:
            progress(done, len(reading.cards))
    if not any(item.is_error for item in reading.findings):
        for path in images.values():
            yield finding("image-unknown", files.shown(path))


def _overflow(item: CardFile, deck: Deck, chosen: Iterable[str], fit: Fit) -> Iterator[Finding]:
    for language in chosen:
        if language in item.card.text:
            for problem in fit(deck, item.card, language):
                yield item.source.finding("overflow", ("text", language), on_key=True, problem=problem)


def _shares(reading: Reading, cover: Cover) -> Iterator[Finding]:
    """What is fine on one card and too much on many."""
    cards = [item.card for item in reading.cards]
    drawn = [card for card in cards if card.kind != "pledge" and card.status != "retired"]
    heavy = sum(card.heat == 3 for card in drawn)
    if heavy * HEAVY_SHARE > len(drawn):
        yield reading.cover_source.finding(
            "heat-share", actual=heavy, total=len(drawn), limit=len(drawn) // HEAVY_SHARE
        )
    escapes = sum(_has_escape(card, cover.source) for card in drawn)
    limit = max(1, sum(card.kind == "dilemma" for card in drawn) // ESCAPE_SHARE)
    if escapes > limit:
        yield reading.cover_source.finding("escapes", actual=escapes, limit=limit)


def _has_escape(card: Card, source: str) -> bool:
    text = text_of(card, source)
    if source not in TONGUES or not isinstance(text, DilemmaText):
        return False
    return any(TONGUES[source].is_escape(option.text) for option in text.options)


def _unused(reading: Reading, cover: Cover) -> Iterator[Finding]:
    """Themes that no card has, unless a card that could not be read may have them."""
    if any(item.is_error for item in reading.findings):
        return
    used = {theme for item in reading.cards for theme in item.card.themes}
    for theme in cover.themes:
        if theme not in used:
            yield reading.cover_source.finding("theme-unused", ("themes", theme), on_key=True, theme=theme)
