"""Read: the situation on every screen of the team, the options still hidden. No vote is possible yet."""

from game.rules.command import SwapCard
from game.rules.phases.base import Phase, Rule
from game.rules.phases.common import ON
from game.rules.swapping import may_swap, swap_card

READ = Phase("read", (*ON, Rule(SwapCard, swap_card, may_swap, moves=True)))
