"""A pledge starter: something to lean on when the pledge is written; never drawn in a round."""

from game.rules.kinds.base import Kind

PLEDGE = Kind("pledge", drawn=False)
