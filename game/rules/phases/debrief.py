"""The debrief: "Hur kändes det?", "Vad såg vi?", "Vad tar vi med?" - and on the last screen a rating per seat."""

from __future__ import annotations

from game.rules.command import Rate
from game.rules.counting import RATING_BOX, RATINGS
from game.rules.draft import Draft
from game.rules.errors import Stale
from game.rules.model import Actor, Room, Team
from game.rules.phases.base import Phase, Rule
from game.rules.phases.common import ON, seal_once

LAST = 3


def rating(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Only on the last screen."""
    return None if team and team.stage.round == LAST else "wrong_phase"


def rate(draft: Draft, command: Rate) -> None:
    """Seal a seat's rating."""
    if draft.team(draft.actor.team).stage.round != LAST:
        raise Stale("wrong_phase")
    seal_once(draft, RATING_BOX, command.seat, {name: getattr(command, name) for name in RATINGS})


DEBRIEF = Phase("debrief", (*ON, Rule(Rate, rate, rating)))
