"""A scale: a number from 1 to 10."""

from game.rules.kinds.base import Kind, edges_first
from game.rules.opened import CardFacts


def one_to_ten(card: CardFacts) -> tuple[str, ...]:
    """The ten numbers."""
    return tuple(str(n) for n in range(1, 11))


SCALE = Kind("scale", choices=one_to_ten, prompts=edges_first)
