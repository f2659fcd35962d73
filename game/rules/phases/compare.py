"""The comparison: before and after at the team's own table. The ballots are destroyed as it opens."""

from game.rules.counting import compare
from game.rules.phases.base import Phase
from game.rules.phases.common import ON

COMPARE = Phase("compare", ON, enter=compare)
