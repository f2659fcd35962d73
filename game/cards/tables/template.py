"""An empty workbook to make a new deck in."""

import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from game.cards.format import Cover
from game.cards.load import read_deck
from game.cards.near import slug_of
from game.cards.starter import begin
from game.cards.tables.book import template_book
from game.cards.tables.deckrows import row_of
from game.cards.tables.flat import Flat


def template(name: str, languages: tuple[str, ...], tongue: str) -> tuple[str, bytes]:
    """The slug that a deck of this name has, and the workbook, in whose language the headings are.

    The example of a card is in Swedish and English; a deck in neither gets its columns empty.
    """
    title = name.replace("-", " ").strip().capitalize()[:40]
    slug = slug_of(name) or ("min-lek" if tongue == "sv" else "my-deck")
    with tempfile.TemporaryDirectory() as folder:
        begun = Path(folder) / slug
        begin(begun, "sv" if tongue == "sv" else "en", datetime.now(UTC).date(), title)
        deck = read_deck(begun).deck
    assert deck is not None
    cover = Cover.model_construct(
        slug=deck.slug,
        version=deck.version,
        source=languages[0],
        languages=languages,
        licence=deck.licence,
        authors=deck.authors,
        title=dict.fromkeys(languages, title),
        description=_in(deck.description, languages),
        themes={slug: words for slug, there in deck.themes.items() if (words := _in(there, languages))},
        facilitator=_in(deck.facilitator, languages),
    )
    example = _spoken(row_of(deck.cards[0]), languages)
    names = tuple(next(iter(words.values())) for words in cover.themes.values())
    return slug, template_book(cover, {**example, ("themes",): names}, tongue)


def _in(words: Mapping[str, str], languages: tuple[str, ...]) -> dict[str, str]:
    return {language: text for language, text in words.items() if language in languages}


def _spoken(row: Flat, languages: tuple[str, ...]) -> Flat:
    """The row in these languages, as it would be written by somebody who has no other; without stamps."""
    kept = {loc: leaf for loc, leaf in row.items() if loc[0] != "text" or loc[1] in languages}
    return {loc: leaf for loc, leaf in kept.items() if loc[-1] != "of"}
