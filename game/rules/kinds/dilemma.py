"""A dilemma: pick one of two to five ways to act, or give one's own."""

from game.rules.kinds.base import Kind, quiet_first
from game.rules.opened import CardFacts

LETTERS = ("a", "b", "c", "d", "e")


def letters(card: CardFacts) -> tuple[str, ...]:
    """One letter per option of the card."""
    return LETTERS[: card.options]


DILEMMA = Kind("dilemma", own=True, choices=letters, prompts=quiet_first)
