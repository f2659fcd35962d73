"""Signs that no font on paper has: told of by card and field, instead of being printed as empty boxes."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from game.cards.findings import Finding, Loc
from game.cards.load import Reading
from game.cards.source import Source
from game.printing.press import Press

_COVER = ("title", "description", "facilitator")


def boxed(
    press: Press, base: Mapping[str, Any], readings: Sequence[Reading], printed: Collection[tuple[str, str]]
) -> list[Finding]:
    """A finding for each field with signs that no font has. `printed` are cards as (slug of the deck, id);
    `base` is what all templates need, with the language that is printed."""
    fields = [field for reading in readings for field in _fields(reading, base["language"], printed)]
    signs = {sign for *_, text in fields for sign in text if not sign.isascii()}
    asked = sorted(sign for sign in signs if unicodedata.category(sign)[0] not in "CMZ")
    missing = frozenset(press.ask("glyphs", {**base, "signs": asked})[0]["missing"]) if asked else frozenset()
    found = []
    for source, name, loc, text in fields:
        lacking = [f"{sign} (U+{ord(sign):04X})" for sign in dict.fromkeys(text) if sign in missing]
        if lacking:
            found.append(source.finding("print-sign", loc, name=name, signs=", ".join(lacking)))
    return found


def _fields(
    reading: Reading, language: str, printed: Collection[tuple[str, str]]
) -> Iterator[tuple[Source, str, Loc, str]]:
    """Each text that is printed: its file, the title it goes under, its place there, and itself."""
    cover = reading.cover
    if cover is None:
        return
    title = cover.title[language]
    for name in _COVER:
        yield reading.cover_source, title, (name, language), getattr(cover, name)[language]
    for theme, names in cover.themes.items():
        yield reading.cover_source, title, ("themes", theme, language), names.get(language, "")
    for item in reading.cards:
        if (cover.slug, item.card.id) in printed:
            text = item.card.text[language]
            for loc, words in _leaves(text.model_dump(mode="json"), ("text", language)):
                yield item.source, text.title, loc, words


def _leaves(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, (*loc, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _leaves(part, (*loc, index))
