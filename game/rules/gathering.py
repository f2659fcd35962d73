"""Calling tables that have gone on alone back to where the hall is."""

from __future__ import annotations

from game.rules.command import GatherTeams
from game.rules.counting import compare, reveal
from game.rules.draft import Draft
from game.rules.event import OwnCardsSet, TeamGathered
from game.rules.event.moving import is_past, shares_card, with_hall
from game.rules.model import Room, Team
from game.rules.moving import drop_ballots
from game.rules.phases.practice import deal_to_hall
from game.rules.phases.vote import clear_vote, is_open


def gather_teams(draft: Draft, command: GatherTeams) -> None:
    """Whoever went on alone comes to the hall's phase; unfinished cards are left, their ballots destroyed."""
    away = [team for team in draft.room.teams.values() if team.alone and not _is_past_hall(draft.room, team)]
    apart = bool(away) and draft.room.own
    if apart:
        draft.add(OwnCardsSet(on=False, at=draft.now))
    moved = [team.id for team in away if _gather(draft, team)]
    for team_id in moved:
        _catch_up(draft, team_id)
    if apart and draft.room.stage.phase == "practice":
        deal_to_hall(draft)


def _is_past_hall(room: Room, team: Team) -> bool:
    """Whether a table would be called back within a step whose answers are counted once, or from the end."""
    if team.stage.phase == "closed":
        return True
    there, step = room.stage, team.stage.step
    same = 0 <= step == there.step
    return same and room.steps[step].kind != "round" and team.stage.round > there.round


def _gather(draft: Draft, team: Team) -> bool:
    """Whether it was somewhere else."""
    moves, keeps = not with_hall(draft.room, team), shares_card(draft.room, team)
    if keeps and is_open(team) and is_past(team.stage, draft.room.stage.place):
        clear_vote(draft, team.id)  # it votes with the others instead
    elif moves:
        draft.phases[team.stage.phase].leave(draft, team.id)
    if moves and not keeps:
        drop_ballots(draft, team.id)
    draft.add(TeamGathered(team=team.id, at=draft.now))
    return moves


def _catch_up(draft: Draft, team_id: str) -> None:
    """What a team has missed on the way to the hall's phase: its votes are counted."""
    stage = draft.room.stage
    if is_past(stage, ("reveal", 1)):
        reveal(draft, team_id)
    if is_past(stage, ("compare", 1)):
        compare(draft, team_id)
    draft.phases[stage.phase].enter(draft, team_id)
