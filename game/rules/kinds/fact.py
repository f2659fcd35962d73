"""A fact: something that is so, with where it is said; open talk, no vote."""

from game.rules.kinds.base import Kind

FACT = Kind("fact", front=("refs",))
