"""Ways to break a good deck in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from tests.cards.build import CARD, CARD_FILE, DeckFolder

TODAY: Final = date(2026, 11, 22)
Break: TypeAlias = Callable[[DeckFolder], object]


@dataclass(frozen=True)
class Broken:
    """One broken deck and the finding that must name what is wrong. `file` is a name inside the deck."""

    what: str
    make: Break
    code: str
    file: str
    line: int
    column: int
    field: str


def card(old: str, new: str) -> Break:
    """The good dilemma with one place changed."""
    return lambda deck: deck.edit(CARD_FILE, old, new)


def cover(old: str, new: str) -> Break:
    """The good cover with one place changed."""
    return lambda deck: deck.edit("deck.yaml", old, new)


def other(text: str, old: str = "", new: str = "", name: str = "") -> Break:
    """A second card, of this text with one place changed, under the name of its id."""
    assert not old or text.count(old) == 1, (old, text.count(old))
    file = f"cards/{name or text.splitlines()[0].removeprefix('id: ')}.yaml"
    return lambda deck: deck.write(file, text.replace(old, new) if old else text)


def bytes_(name: str, data: bytes) -> Break:
    """A file with these bytes."""
    return lambda deck: deck.write(name, data)


def renamed(old: str, new: str) -> Break:
    """A file or folder under another name."""
    return lambda deck: (deck.path / old).rename(deck.path / new)


def both(*makes: Break) -> Break:
    """One after the other."""

    def make(deck: DeckFolder) -> None:
        for one in makes:
            one(deck)

    return make


def windows(name: str, codec: str) -> Break:
    """A file as an old editor saves it."""
    return lambda deck: deck.write(name, deck.read(name).encode(codec, "replace"))


def situation(words: str) -> Break:
    """The good dilemma with another situation in Swedish."""
    start, end = CARD.index("      Du sitter i växeln"), CARD.index("    options:\n")
    return card(CARD[start:end], f"      {words}\n")


def before_prevent(line: str) -> Break:
    """The good dilemma with one more line in its Swedish text."""
    return card("    prevent: Ring", f"    {line}\n    prevent: Ring")


SV_ONE: Final = "Jag säger som det är och lovar att ringa på fredag."
SV_TWO: Final = "Jag lyssnar klart och tar reda på mer medan hon väntar."
SV_OPTIONS: Final = CARD[CARD.index("    options:\n") : CARD.index("    questions:\n")]
