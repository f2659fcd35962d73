"""Check-in: each seat picks 1-10 in secret (round 1), then everybody says one sentence about why, or passes
(round 2).

The numbers lie in one box for the whole room: no team's numbers are ever counted by themselves.
"""

from __future__ import annotations

from game.rules.command import CheckIn
from game.rules.counting import CHECKIN_BOX
from game.rules.draft import Draft
from game.rules.model import Actor, Room, Team
from game.rules.phases.base import Phase, Rule
from game.rules.phases.common import ON, seal_once


def picking(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Only before the talk."""
    return None if team and team.stage.round == 1 else "wrong_phase"


def check_in(draft: Draft, command: CheckIn) -> None:
    """Seal the seat's number, or its pass."""
    seal_once(draft, CHECKIN_BOX, command.seat, {"number": command.number})


CHECKIN = Phase("checkin", (*ON, Rule(CheckIn, check_in, picking)))
