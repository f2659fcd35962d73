"""The debrief: "Hur kändes det?", "Vad såg vi?", "Vad tar vi med?" - and on the last screen a rating per
seat.
"""

from __future__ import annotations

from game.rules.command import Rate
from game.rules.counting import RATING_BOX, RATINGS, count_ratings
from game.rules.draft import Draft
from game.rules.errors import Stale
from game.rules.model import Actor, Room, Team
from game.rules.phases.base import Phase, Rule
from game.rules.phases.common import ON, seal_once
from game.rules.phases.note import ADD

LAST = 3


def rating(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Only on the last screen, until the ratings are counted with one's own among them."""
    if team is None or team.stage.round != LAST:
        return "wrong_phase"
    own = set(team.seats_of(actor.station))
    return "vote_closed" if room.rating is not None and own <= team.done else None


def rate(draft: Draft, command: Rate) -> None:
    """Seal a seat's rating; when all are done they are counted, so that the hall may see them before it
    parts.
    """
    if draft.room.rating is not None and command.seat in draft.team(draft.actor.team).done:
        raise Stale("vote_closed")
    seal_once(draft, RATING_BOX, command.seat, {name: getattr(command, name) for name in RATINGS})
    if all(_rated(team) for team in draft.room.teams.values() if team.present):
        count_ratings(draft)


def _rated(team: Team) -> bool:
    return team.stage.phase == "closed" or (
        team.stage.place == ("debrief", LAST) and team.present <= team.done
    )


DEBRIEF = Phase("debrief", (*ON, ADD, Rule(Rate, rate, rating)))
