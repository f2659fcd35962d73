"""A twist: a "what if" for the middle of the talk about another card; never drawn in a round."""

from game.rules.kinds.base import Kind

TWIST = Kind("twist", drawn=False)
