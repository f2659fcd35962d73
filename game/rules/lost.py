"""What was sealed and is gone: a backup holds no sealed boxes, so a room that resumes on one asks again.

A box is known to be lost when seats are done with it and nothing lies in it. That never happens to a server
that goes on with its own file: a choice and the mark that it was made are written together.
"""

from __future__ import annotations

from game.rules.counting import CHECKIN_BOX, RATING_BOX, RECALL_BOX
from game.rules.draft import Draft
from game.rules.event import SeatsUndone
from game.rules.model import Team
from game.rules.phases import harvest, pledge
from game.rules.phases.vote import clear_vote, which


def ask_again(draft: Draft) -> None:
    """Whoever has answered what is still open, and whose answer is gone, is no longer done with it."""
    for team_id in draft.room.teams:
        team = draft.room.teams[team_id]
        if _vote_is_lost(draft, team):
            clear_vote(draft, team_id)
        box = _open_box(draft, team)
        if box is not None and team.done and not draft.ballots(box):
            draft.add(SeatsUndone(team=team_id))


def _vote_is_lost(draft: Draft, team: Team) -> bool:
    """Also a vote that has closed and waits to be counted. Cards held up were never sealed."""
    turn = team.turn
    if turn is None or team.stage.phase != "vote":
        return False
    round_ = which(team)
    sealed = turn.voted[round_ - 1] and not turn.tallied[round_ - 1]
    return bool(sealed) and not draft.ballots(turn.box, round_)


def _open_box(draft: Draft, team: Team) -> str | None:
    """The box that the team's seats are putting something into besides votes."""
    if team.stage.place == ("checkin", 1):
        return CHECKIN_BOX
    if team.stage.place == ("recall", 1):
        return RECALL_BOX
    if team.stage.phase == "harvest" and harvest.unsettled(team):
        return harvest.box_of(team)
    if team.stage.phase == "pledge":
        return pledge.box_of(team)
    if team.stage.place == ("debrief", 3) and draft.room.rating is None:
        return RATING_BOX
    return None
