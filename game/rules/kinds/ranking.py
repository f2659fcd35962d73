"""A ranking: put three to five things in order; a choice is all their letters, what matters most first."""

from game.rules.kinds.base import Kind, quiet_first
from game.rules.kinds.dilemma import letters

RANKING = Kind("ranking", ordered=True, choices=letters, prompts=quiet_first)
