"""What a deck has that goes into rows: its cards, and those drafts that a row can hold."""

from typing import Final

from pydantic import TypeAdapter, ValidationError

from game.cards.format import Card
from game.cards.load import Reading
from game.cards.source import Tree
from game.cards.tables.flat import Flat, flat_card, flat_draft

_CARD: Final[TypeAdapter[Card]] = TypeAdapter(Card)


def flats(reading: Reading) -> dict[str, Flat]:
    """The leaves of the deck's cards and drafts by their ids, in the order of the ids."""
    found = {item.card.id: flat_card(item.card) for item in reading.cards}
    for source in reading.drafts:
        flat = _draft(source.tree)
        if flat is not None and isinstance(flat.get(("id",)), str):
            found.setdefault(str(flat["id",]), flat)
    return dict(sorted(found.items()))


def rows(reading: Reading) -> tuple[Flat, ...]:
    """The same as they stand in a sheet, where a whole card says its heat and minutes too."""
    cards = {item.card.id: row_of(item.card) for item in reading.cards}
    return tuple(cards.get(name, flat) for name, flat in flats(reading).items())


def row_of(card: Card) -> Flat:
    """One card's row."""
    usual: Flat = {("heat",): card.heat, ("minutes",): card.minutes, ("practice",): card.practice}
    return flat_card(card) | usual


def left_out(reading: Reading) -> tuple[str, ...]:
    """The files of drafts that hold something that no column is for."""
    return tuple(source.file for source in reading.drafts if _draft(source.tree) is None)


def _draft(tree: Tree) -> Flat | None:
    """A draft that only its deck has something against is read as any card."""
    try:
        return flat_card(_CARD.validate_python(tree))
    except ValidationError:
        return flat_draft(tree)
