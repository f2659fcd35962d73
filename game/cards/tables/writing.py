"""A deck as rows of text: the sheet of cards, the sheet about the deck, and both in one CSV."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.cards.format import Card, Deck
from game.cards.tables.cells import guarded, listed
from game.cards.tables.columns import Column, columns
from game.cards.tables.commas import write_csv
from game.cards.tables.covers import cover_rows
from game.cards.tables.flat import Flat, Leaf, flat_card
from game.cards.tables.shape import fits

USUAL_REFS: Final = 1
"""So many references have columns though no card has one."""


def columns_for(
    languages: tuple[str, ...], kinds: Sequence[str], cards: Sequence[Card]
) -> tuple[Column, ...]:
    """The columns that a card of these kinds may fill or one of the cards does, in order.

    References beyond those used and one more are left out; they can be added by their headings.
    """
    used = {column for card in cards for column in flat_card(card)}
    refs = max([loc[3] + 2 for loc in used if "refs" in loc and isinstance(loc[3], int)] or [USUAL_REFS])

    def wanted(column: Column) -> bool:
        path = column.field.path
        if column.loc in used or not column.language:
            return True
        if path[0] == "refs" and isinstance(path[1], int) and path[1] >= refs:
            return False
        return any(fits(kind, path) for kind in kinds)

    return tuple(column for column in columns(languages) if wanted(column))


def card_cells(card: Card, chosen: Sequence[Column], tongue: str) -> Iterator[Leaf | None]:
    """One row's values, None where the card has none; nothing is guarded yet."""
    flat: Flat = flat_card(card) | {("heat",): card.heat, ("minutes",): card.minutes}
    yes, no = ("ja", "nej") if tongue == "sv" else ("yes", "no")
    flat["practice",] = yes if card.practice else no
    for column in chosen:
        value = flat.get(column.loc)
        yield listed(value) if isinstance(value, tuple) else value


def csv_of(deck: Deck, tongue: str, plain: bool) -> bytes:
    """The cards, an empty row, and the rows about the deck."""
    chosen = columns_for(deck.languages, sorted({card.kind for card in deck.cards}), deck.cards)
    rows: list[Sequence[str]] = [[column.heading(tongue) for column in chosen]]
    for card in deck.cards:
        cells = card_cells(card, chosen, tongue)
        rows.append([_text(value, column) for value, column in zip(cells, chosen, strict=True)])
    rows.append([])
    rows += cover_rows(deck, tongue, numbers=True)
    width = max(map(len, rows))
    return write_csv([[*row, *[""] * (width - len(row))] for row in rows], plain)


def _text(value: Leaf | None, column: Column) -> str:
    """A number or a date stands as it is: Excel gives it back as it was."""
    if value is None:
        return ""
    words = isinstance(value, str) and column.field.kind != "date"
    return guarded(str(value), numbers=True) if words else str(value)
