"""Which texts of a translation were made from today's source texts.

A translation's `of` begins with the hash of the whole source text. After it stands a short mark for each of
the texts in it, so that one changed question makes one translation outdated and not the whole card. A hash
without marks, as older decks have it, can only tell of the card as a whole.
"""

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Final

from game.cards.digest import HASH_LENGTH, source_hash
from game.cards.findings import Loc
from game.cards.format import Text
from game.cards.tables.flat import Leaf, flat_text

MARK_LENGTH: Final = 6
"""How many hex digits mark one text: a changed one looks like another of its card once in a million."""
_NEVER: Final = "0" * HASH_LENGTH


def translated(text: Text) -> Mapping[Loc, Leaf]:
    """What somebody translates in a text, by its place there."""
    return {loc: leaf for loc, leaf in flat_text(text).items() if loc[-1] not in {"of", "checked_on"}}


def made_from(origin: Text) -> str:
    """The `of` of a translation that was made from this source text, all of it."""
    return " ".join([source_hash(origin), *sorted(_mark(*item) for item in translated(origin).items())])


def is_current(of: str, origin: Text) -> bool:
    """True when the translation with this `of` was made from exactly this source text."""
    return of[:HASH_LENGTH] == source_hash(origin)


def current_in(of: str, origin: Text) -> frozenset[Loc]:
    """The places of the source texts that have not changed since they were translated."""
    texts = translated(origin)
    if is_current(of, origin):
        return frozenset(texts)
    marks = set(of.split()[1:])
    return frozenset(loc for loc, leaf in texts.items() if _mark(loc, leaf) in marks)


def partly_from(of: str, origin: Text, current: Collection[Loc]) -> str:
    """The `of` that says so of these places alone; all of them make it whole."""
    texts = translated(origin)
    if set(texts) <= set(current):
        return made_from(origin)
    return " ".join(
        [of[:HASH_LENGTH] or _NEVER, *sorted(_mark(loc, texts[loc]) for loc in texts if loc in current)]
    )


def _mark(loc: Loc, leaf: Leaf) -> str:
    return sha256(json.dumps([loc, leaf], ensure_ascii=False).encode()).hexdigest()[:MARK_LENGTH]
