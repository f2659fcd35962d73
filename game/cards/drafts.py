"""Drafts may be unfinished. What is missing in one is advice, and the rest of the deck is played without it.

So a draft can lie among the cards of a deck that a server plays while somebody writes on it. A card that is
`reviewed` has no such leave: there, and in a file that cannot be read at all, a mistake stops the deck.
"""

from collections.abc import Iterable, Iterator, Sequence

from game.cards.findings import Finding
from game.cards.format import Cover
from game.cards.source import Source
from game.cards.whole import CardFile


def unfinished(found: Sequence[Finding], source: Source) -> list[Finding]:
    """What is wrong with one file, as advice when it says that it is a draft."""
    if not isinstance(source.tree, dict) or source.tree.get("status") != "draft":
        return list(found)
    return [source.finding("unfinished", ("status",)), *map(_advice, found)]


def silent(cover: Cover, drafts: Iterable[Source]) -> Iterator[Finding]:
    """The deck's languages in which a draft says nothing though it does in another, as advice."""
    for source in drafts:
        text = source.tree.get("text") if isinstance(source.tree, dict) else None
        if isinstance(text, dict) and text:
            for language in dict.fromkeys(cover.languages):
                if language not in text:
                    yield _advice(source.finding("language-missing", ("text", language), language=language))


def set_aside(
    cards: Sequence[CardFile], found: Iterable[tuple[CardFile, Finding]]
) -> tuple[list[CardFile], list[Finding]]:
    """The cards without those drafts that do not agree with their deck yet, and the findings with theirs as
    advice.
    """
    listed = list(found)
    wrong = {id(item) for item, one in listed if one.is_error}
    aside = [item for item in cards if item.card.status == "draft" and id(item) in wrong]
    drafts = {id(item) for item in aside}
    return (
        [item for item in cards if id(item) not in drafts],
        [
            *(item.source.finding("unfinished", ("status",)) for item in aside),
            *(_advice(one) if id(item) in drafts else one for item, one in listed),
        ],
    )


def _advice(found: Finding) -> Finding:
    return found.model_copy(update={"severity": "warning"})
