"""The reveal: the team's own counts on the team's own stations. The hall stays silent."""

from __future__ import annotations

from game.rules.command import ShowCounts
from game.rules.counting import gone, reveal
from game.rules.draft import Draft
from game.rules.event import ShowAsked
from game.rules.model import Actor, Room, Team
from game.rules.phases.base import Phase, Rule
from game.rules.phases.common import ON, own_seat


def asks(team: Team | None) -> bool:
    """Whether a small remote team's counts still wait for everybody's asking; when one of those who voted has
    left, asking opens nothing.
    """
    return _waits(team) and not hides(team)


def hides(team: Team | None) -> bool:
    """Whether such counts stay hidden for good: one of those who voted has left."""
    return team is not None and _waits(team) and bool(gone(team, 1))


def _waits(team: Team | None) -> bool:
    """Whether votes were cast that nobody has been shown."""
    return (
        team is not None and team.turn is not None and team.turn.before is None and bool(team.turn.voted[0])
    )


def may_show(room: Room, team: Team | None, actor: Actor) -> str | None:
    """While the counts wait."""
    return None if asks(team) else "wrong_phase"


def show_counts(draft: Draft, command: ShowCounts) -> None:
    """One seat asks; the last one opens the counts."""
    team, seat = own_seat(draft, command.seat)
    if team.turn and seat.id not in team.turn.show:
        draft.add(ShowAsked(team=team.id, seat=seat.id))
    reveal(draft, team.id)


def reveal_when_asked(draft: Draft, team_id: str) -> None:
    """After somebody came or went: counts that waited for them alone are opened."""
    team = draft.team(team_id)
    if team.stage.phase == "reveal" and team.turn and team.turn.show:
        reveal(draft, team_id)


REVEAL = Phase("reveal", (*ON, Rule(ShowCounts, show_counts, may_show)), enter=reveal)
