"""The phases. PHASES is the one list: a new phase is a file here, a line in it, and a scene of the same
name.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from game.rules.phases.base import Phase, Rule
from game.rules.phases.break_ import BREAK
from game.rules.phases.checkin import CHECKIN
from game.rules.phases.closed import CLOSED
from game.rules.phases.compare import COMPARE
from game.rules.phases.debrief import DEBRIEF
from game.rules.phases.draw import DRAW
from game.rules.phases.frame import FRAME
from game.rules.phases.harvest import HARVEST
from game.rules.phases.lobby import LOBBY
from game.rules.phases.note import NOTE
from game.rules.phases.perspective import PERSPECTIVE
from game.rules.phases.pledge import PLEDGE
from game.rules.phases.practice import PRACTICE
from game.rules.phases.read import READ
from game.rules.phases.recall import RECALL
from game.rules.phases.reveal import REVEAL
from game.rules.phases.talk import TALK
from game.rules.phases.vote import VOTE

PHASES: Mapping[str, Phase] = MappingProxyType(
    {
        phase.name: phase
        for phase in (
            LOBBY,
            FRAME,
            CHECKIN,
            PRACTICE,
            DRAW,
            READ,
            VOTE,
            REVEAL,
            TALK,
            COMPARE,
            PERSPECTIVE,
            NOTE,
            BREAK,
            HARVEST,
            PLEDGE,
            RECALL,
            DEBRIEF,
            CLOSED,
        )
    }
)

__all__ = ["PHASES", "Phase", "Rule"]
