"""An exercise: something the team does together, step by step; no vote."""

from game.rules.kinds.base import Kind

EXERCISE = Kind("exercise", front=("steps",))
