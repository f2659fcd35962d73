"""The frame: four rules for the talk, and "Alla dagar är inte perfekta."."""

from game.rules.phases.base import Phase
from game.rules.phases.common import ON

FRAME = Phase("frame", ON)
