"""A break, with a clock. A last note may still be mended."""

from game.rules.phases.base import Phase
from game.rules.phases.common import ON
from game.rules.phases.note import WRITE

BREAK = Phase("break", (*ON, WRITE))
