"""The figures of a deck out of a server's database: the logs are folded by the game's own rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.cards.editions import edition_of
from game.cards.format import Deck
from game.rules.insight import Figures, Log, figures_of, observe, week_of
from server.faults import FAULTS
from server.store.archive import Archive, Unreadable

Progress = Callable[[int, int], None]
"""Called with how many rooms have been read and how many there are."""


@dataclass(frozen=True, slots=True)
class Insight:
    """A deck's figures. `newest` is the version that was played last; `skipped` counts rooms that could not
    be read.
    """

    figures: tuple[Figures, ...]
    newest: Deck | None
    skipped: int


def gather(
    archive: Archive, slug: str, now: int, since: int = 0, progress: Progress | None = None
) -> Insight:
    """The figures of the deck with this slug, of whatever version; times are server ms. Raises `StoreError`.

    `now` is when the reading began, by the reader's clock: what happens meanwhile waits for the next one. It
    counts for no more than the newest moment that the server has written down by then: the reader's clock may
    be ahead, and a room that closed a minute ago by it may have closed just now.

    A room that is erased while the others are read leaves its week spent, as it does for ever; so which weeks
    are is asked last. A room that cannot be read is as good as erased.
    """
    now = min(now, archive.newest())
    decks = archive.decks()
    logs: list[Log] = []
    newest: tuple[int, Deck] | None = None
    rooms, skipped = archive.rooms(), list[str]()
    for done, room in enumerate(rooms, start=1):
        try:
            opened = archive.opened(room)
            digests = {ref.slug: ref.digest for ref in opened.decks}
            if slug in digests:
                logs.append(_observed(archive, room))
                deck = decks.get(digests[slug])
                if deck is not None and (newest is None or opened.at >= newest[0]):
                    newest = opened.at, deck
        except Unreadable:
            skipped.append(room)
        if progress is not None:
            progress(done, len(rooms))
    lost = {week_of(closed) for closed in map(archive.closed, skipped) if closed is not None}
    spent = archive.spent() | lost
    figures = figures_of(slug, logs, lambda log, card: _text(decks, log, card), now, since, spent)
    return Insight(tuple(figures), newest[1] if newest else None, len(skipped))


def _observed(archive: Archive, room: str) -> Log:
    events = archive.log(room)
    try:
        return observe(events)
    except FAULTS as error:
        raise Unreadable from error


def _text(decks: Mapping[str, Deck], log: Log, card_id: str) -> str:
    """Names the text that this room played: by the text itself, or by the deck when that cannot be read."""
    slug = card_id.partition("/")[0]
    digest = next((ref.digest for ref in log.room.decks if ref.slug == slug), "")
    deck = decks.get(digest)
    card = deck.card(card_id.partition("/")[2]) if deck else None
    edition = edition_of(deck, card) if deck and card else None
    return edition.text if edition else digest[:12]
