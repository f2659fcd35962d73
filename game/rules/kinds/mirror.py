"""A mirror: "Hur ofta gör vi …", five fixed answers from very often to very seldom."""

from game.rules.kinds.base import Kind, quiet_first
from game.rules.kinds.dilemma import LETTERS
from game.rules.opened import CardFacts


def how_often(card: CardFacts) -> tuple[str, ...]:
    """a: very often, b: often, c: sometimes, d: seldom, e: very seldom - on every mirror card."""
    return LETTERS


MIRROR = Kind("mirror", choices=how_often, prompts=quiet_first)
