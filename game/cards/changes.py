"""What changed between two versions of a deck without being marked as a change."""

from collections.abc import Iterator

from game.cards.digest import digest
from game.cards.findings import Finding
from game.cards.format import Deck
from game.cards.load import Reading


def changes(previous: Deck, deck: Deck, reading: Reading) -> Iterator[Finding]:
    """Ids that vanished, cards that changed but kept their `rev`, and a changed deck that kept its version.

    `reading` is where `deck` was read. An id is stable: a card that is no longer played is retired, never
    removed.
    """
    files = {item.card.id: item.source for item in reading.cards}
    for old in previous.cards:
        card = deck.card(old.id)
        if card is None:
            yield reading.cover_source.finding("id-gone", id=old.id)
        elif card != old and card.rev <= old.rev:
            yield files[old.id].finding("rev-unchanged", ("rev",), rev=card.rev)
    if digest(previous) != digest(deck) and previous.version == deck.version:
        yield reading.cover_source.finding("version-unchanged", ("version",), version=deck.version)
