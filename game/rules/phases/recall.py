"""The pledge, weeks later: each seat says in secret whether it is done, partly done or not yet (round 1),
then everybody says what happened, or passes (round 2). What happened is spoken, never typed.

The receipt is typed and the pledge read at the seat's own station; neither comes here. The answers lie in one
box for the whole room, as at the check-in.
"""

from __future__ import annotations

from game.rules.command import RecallPledge
from game.rules.counting import RECALL_BOX
from game.rules.draft import Draft
from game.rules.model import Actor, Room, Team
from game.rules.phases.base import Phase, Rule
from game.rules.phases.common import ON, seal_once


def answering(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Only before the talk."""
    return None if team and team.stage.round == 1 else "wrong_phase"


def recall(draft: Draft, command: RecallPledge) -> None:
    """Seal the seat's answer, or its pass."""
    seal_once(draft, RECALL_BOX, command.seat, {"kept": command.kept})


RECALL = Phase("recall", (*ON, Rule(RecallPledge, recall, answering)))
