"""What is fine on one card and not on many: shares, doubles, themes without cards, nothing to play."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from game.cards.craft import marks, wrong_language
from game.cards.digest import text_of
from game.cards.findings import Finding
from game.cards.format import Card, Cover, DilemmaText
from game.cards.load import Reading
from game.cards.people import traces
from game.cards.tongue import TONGUES

ESCAPE_SHARE: Final = 10
"""At most one card in so many may offer "talk to your manager"."""
HEAVY_SHARE: Final = 5
"""At most one card in so many may have heat 3."""
NEVER_DRAWN: Final = frozenset({"pledge", "twist"})


def shares(reading: Reading, cover: Cover) -> Iterator[Finding]:
    """Too many hot cards, too many ways out to the manager, or nothing to play at all."""
    cards = [item.card for item in reading.cards]
    whole = reading.deck is not None
    if whole and not any(card.status == "reviewed" for card in cards):
        yield reading.cover_source.finding("nothing-played")
    drawn = [card for card in cards if card.kind not in NEVER_DRAWN and card.status != "retired"]
    heavy = sum(card.heat == 3 for card in drawn)
    if heavy * HEAVY_SHARE > len(drawn):
        yield reading.cover_source.finding(
            "heat-share", actual=heavy, total=len(drawn), limit=len(drawn) // HEAVY_SHARE
        )
    escapes = sum(_has_escape(card, cover.source) for card in drawn)
    limit = max(1, sum(card.kind == "dilemma" for card in drawn) // ESCAPE_SHARE)
    if escapes > limit:
        yield reading.cover_source.finding("escapes", actual=escapes, limit=limit)


def doubles(reading: Reading, cover: Cover) -> Iterator[Finding]:
    """Titles and situations that two cards share: a card was copied and not rewritten, or cannot be told
    from the other in a list. Retired cards are not looked at.
    """
    seen: dict[tuple[str, str], str] = {}
    for item in reading.cards:
        text = text_of(item.card, cover.source)
        if text is None or item.card.status == "retired":
            continue
        for name in ("title", "situation"):
            words = str(getattr(text, name, "")).casefold()
            other = seen.setdefault((name, words), item.source.file) if words else item.source.file
            if other != item.source.file:
                loc = ("text", cover.source, name)
                yield item.source.finding("same-text", loc, name=name, other=PurePosixPath(other).name)


def cover_advice(reading: Reading, cover: Cover) -> Iterator[Finding]:
    """Traces of people, left-over marks and the wrong language in the words of the cover."""
    source = reading.cover_source
    for language in dict.fromkeys(cover.languages):
        for name in ("title", "description", "facilitator"):
            words = getattr(cover, name).get(language, "")
            for code, value in traces(words):
                yield source.finding(code, (name, language), value=value)
            yield from marks(source, (name, language), words)
            if name != "title":
                yield from wrong_language(source, (name, language), language, [words])


def unused(reading: Reading, cover: Cover) -> Iterator[Finding]:
    """Themes that no card has, unless a card that could not be read may have them."""
    if any(item.is_error for item in reading.findings):
        return
    used = {theme for item in reading.cards for theme in item.card.themes}
    for theme in cover.themes:
        if theme not in used:
            yield reading.cover_source.finding("theme-unused", ("themes", theme), on_key=True, theme=theme)


def _has_escape(card: Card, source: str) -> bool:
    text = text_of(card, source)
    if source not in TONGUES or not isinstance(text, DilemmaText):
        return False
    return any(TONGUES[source].is_escape(option.text) for option in text.options)
