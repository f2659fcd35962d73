"""Words that one card alone has and that look like what many have: a role, theme or value misspelt."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Final

from game.cards.findings import Finding, Loc
from game.cards.format import Cover
from game.cards.load import Reading
from game.cards.whole import CardFile

OFTEN: Final = 3
"""On so many cards a word is meant as it is written."""
LEAST: Final = 5
"""Letters. Shorter words are near each other by chance."""
_ENDINGS: Final = frozenset("aenrst")
"""What makes another form of a word when it is added, in Swedish and English."""


def odd_words(reading: Reading, cover: Cover) -> Iterator[Finding]:
    """Advice on each such word in a deck."""
    del cover  # every look at a whole deck is given it
    yield from odd_in(reading.cards)


def odd_in(cards: Iterable[CardFile]) -> Iterator[Finding]:
    """Advice on each such word on these cards."""
    places: dict[tuple[str, str], list[tuple[CardFile, Loc]]] = {}
    for item in cards:
        for column, word, loc in dict.fromkeys(_words(item)):
            places.setdefault((column, word), []).append((item, loc))
    counts = Counter({key: len({id(item) for item, _ in there}) for key, there in places.items()})
    for (column, word), there in places.items():
        if counts[column, word] == 1 and len(word) >= LEAST:
            often = [other for (name, other), count in counts.items() if name == column and count >= OFTEN]
            near = [other for other in often if _slipped(word, other)]
            for other in near[:1]:
                item, loc = there[0]
                count = counts[column, other]
                yield item.source.finding("odd-word", loc, word=word, count=count, other=other).guessing(
                    other
                )


def _slipped(word: str, other: str) -> bool:
    """True when one letter is left out, put in, another, or has changed places with the next."""
    start = _alike(word, other)
    ours, theirs = word[start:], other[start:]
    end = _alike(ours[::-1], theirs[::-1])
    ours, theirs = ours[: len(ours) - end], theirs[: len(theirs) - end]
    if not end and not (ours and theirs) and ours + theirs in _ENDINGS:
        return False
    return max(len(ours), len(theirs)) == 1 or (len(ours) == 2 and ours == theirs[::-1])


def _alike(one: str, two: str) -> int:
    """How many letters they begin with that are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def _words(item: CardFile) -> Iterator[tuple[str, str, Loc]]:
    card = item.card
    yield from (("themes", word, ("themes", at)) for at, word in enumerate(card.themes))
    yield from (("roles", word, ("roles", at)) for at, word in enumerate(card.roles))
    for language in card.text:
        for at, option in enumerate(getattr(card.text[language], "options", ())):
            loc: Loc = ("text", language, "options", at, "values")
            yield from ((f"values {language}", word, (*loc, n)) for n, word in enumerate(option.values))
