"""What whoever starts a server is told of its decks: which are broken, and which replace the game's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from game import places
from game.commands.terminal import out, typed
from game.words import say

if TYPE_CHECKING:
    from game.cards.load import Loaded


def tell_shelf(shelf: Mapping[str, Loaded]) -> None:
    """One line for each deck that somebody should know of, and one that sums up."""
    for line in broken_ones(shelf.values()):
        out.print(line, style="yellow", highlight=False, markup=False, soft_wrap=True)
    for line in _replacing(shelf.values()):
        out.print(line, highlight=False, markup=False, soft_wrap=True)
    out.print(_sum(shelf.values()), highlight=False)


def broken_ones(decks: Iterable[Loaded]) -> Iterator[str]:
    """One line for each broken deck: its name, how much is wrong, and how to see what."""
    for loaded in decks:
        if loaded.deck is None:
            errors = sum(found.is_error for found in loaded.findings)
            check = f"bemot deck check {typed(loaded.path)}"
            yield say(
                f"Kortleken ”{loaded.slug}” är trasig och spelas inte: {errors} fel. Se dem: {check}",
                f"The deck “{loaded.slug}” is broken and is not played: {_many(errors, 'error')}. "
                f"See {'it' if errors == 1 else 'them'}: {check}",
            )


def _replacing(decks: Iterable[Loaded]) -> Iterator[str]:
    from game.cards.files import COVER

    own = places.decks()
    for loaded in decks:
        if loaded.path.parent != own and (own / loaded.slug / COVER).is_file():
            yield say(
                f"Kortleken ”{loaded.slug}” i {loaded.path} ersätter spelets egen med samma namn.",
                f"The deck “{loaded.slug}” in {loaded.path} replaces the game's own of the same name.",
            )


def _sum(decks: Iterable[Loaded]) -> str:
    listed = list(decks)
    sound = [loaded.deck for loaded in listed if loaded.deck is not None]
    cards = sum(card.status == "reviewed" for deck in sound for card in deck.cards)
    broken = len(listed) - len(sound)
    sv = [f"{len(sound)} {'kortlek' if len(sound) == 1 else 'kortlekar'}", f"{cards} kort"]
    en = [_many(len(sound), "deck"), _many(cards, "card")]
    if broken:
        sv.append(f"{broken} {'trasig' if broken == 1 else 'trasiga'}")
        en.append(f"{broken} broken")
    return say(", ".join(sv), ", ".join(en))


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
