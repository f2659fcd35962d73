"""A question: open talk, no vote."""

from game.rules.kinds.base import Kind

QUESTION = Kind("question")
