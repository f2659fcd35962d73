"""Read: the situation on every screen of the team, the options still hidden. No vote is possible yet."""

from game.rules.command import SwapCard
from game.rules.phases.base import Phase, Rule
from game.rules.phases.common import ON
from game.rules.phases.draw import swap_turned
from game.rules.swapping import may_swap

READ = Phase("read", (*ON, Rule(SwapCard, swap_turned, may_swap, moves=True)))
