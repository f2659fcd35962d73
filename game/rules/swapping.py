"""Changing the card on a table: once per block for no reason, or out of a time-out whenever it is needed."""

from __future__ import annotations

from game.rules.draft import Draft
from game.rules.errors import Missing, NotAllowed
from game.rules.event import CardDealt, CardSwapped, TeamSetFree
from game.rules.model import Actor, Room, Team
from game.rules.moving import open_place
from game.rules.phases.base import reads, self_paced
from game.rules.pile import pile


def swap_left(room: Room, team: Team) -> bool:
    """Whether the team still has its swap of this block."""
    step = team.stage.step
    return 0 <= step < len(room.steps) and room.steps[step].kind == "round" and room.steps[step].block not in team.swapped


def may_swap(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The reader or the host, once per block, while cards are left."""
    if team is None or not swap_left(room, team):
        return "already_swapped"
    if not _lighter(room, team):
        return "no_cards_left"
    return reads(room, team, actor)


def _lighter(room: Room, team: Team) -> list[str]:
    """Cards to change to: light ones as long as there are any."""
    left = pile(room, team)
    return [card.id for card in left if card.heat < 3] or [card.id for card in left]


def swap(draft: Draft, team_id: str, *, counted: bool) -> None:
    """Put the card aside, its ballots with it, and read another. At the hall's pace the team catches up at the next step."""
    team = draft.team(team_id)
    turn = team.turn
    if turn is None:
        raise Missing("no_card")
    if counted and not swap_left(draft.room, team):
        raise NotAllowed("already_swapped")
    others = _lighter(draft.room, team)
    if not others:
        raise Missing("no_cards_left")
    draft.destroy(turn.box)
    draft.add(CardSwapped(team=team_id, card=turn.card, counted=counted))
    draft.add(CardDealt(team=team_id, card=draft.facts.shuffled(others)[0], practice=turn.practice))
    if not self_paced(draft.room, team) and team.stage.phase != "read":
        draft.add(TeamSetFree(team=team_id, until="step"))
    open_place(draft, team_id, team.stage.step, ("read", 1))
