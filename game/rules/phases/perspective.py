"""The back of the card: what speaks for each option. "Att tänka på", never before the second vote."""

from game.rules.moving import drop_ballots
from game.rules.phases.base import Phase
from game.rules.phases.common import ON

PERSPECTIVE = Phase("perspective", ON, enter=drop_ballots)
