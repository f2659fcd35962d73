"""Changing the card on a table: once per block for no reason, or out of a time-out whenever it is needed."""

from __future__ import annotations

from game.rules.command import SwapCard
from game.rules.draft import Draft
from game.rules.errors import Missing
from game.rules.event import CardDealt, CardSwapped, TeamSetFree
from game.rules.model import Actor, Room, Team
from game.rules.moving import open_place
from game.rules.opened import CardFacts
from game.rules.phases.base import reads, self_paced
from game.rules.phases.common import target
from game.rules.pile import pile, voted
from game.rules.programme import HEAVY


def swap_left(room: Room, team: Team) -> bool:
    """Whether the team still has its swap of this block."""
    step = team.stage.step
    return (
        0 <= step < len(room.steps)
        and room.steps[step].kind == "round"
        and room.steps[step].block not in team.swapped
    )


def may_swap(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The reader or the host, in a round, once per block, while a light card is left."""
    if team is None or team.turn is None:
        return "no_card"
    if room.steps[team.stage.step].kind != "round":
        return "wrong_phase"
    if not swap_left(room, team):
        return "already_swapped"
    return reads(room, team, actor) if others(room, team) else "no_cards_left"


def too_late(room: Room, team: Team | None, actor: Actor) -> str:
    """Why no card can be swapped from the first vote on."""
    return "too_late_to_swap" if team and team.turn else "no_card"


def others(room: Room, team: Team) -> list[CardFacts]:
    """Cards to change to: light ones, so that nothing heavier comes unasked."""
    return [card for card in pile(room, team) if card.heat < HEAVY]


def swap_card(draft: Draft, command: SwapCard) -> None:
    """Another card instead of the turned one."""
    swap(draft, draft.team(target(draft, command)).id, counted=True)


def swap(draft: Draft, team_id: str, *, counted: bool) -> None:
    """Put the card aside, its ballots with it, and read another.

    At the hall's pace a card that is voted on is changed for another such card, so that the table can go on
    with the others; one that cannot, or that changes after the reading, catches up with them at the next
    step.
    """
    team = draft.team(team_id)
    turn = team.turn
    if turn is None:
        raise Missing("no_card")
    left = others(draft.room, team)
    if not left:
        raise Missing("no_cards_left")
    alike = [card for card in left if voted(card) == voted(draft.room.cards[turn.card])]
    draft.destroy(turn.box)
    draft.add(CardSwapped(team=team_id, card=turn.card, counted=counted))
    if not self_paced(draft.room, team) and (team.stage.phase != "read" or not alike):
        draft.add(TeamSetFree(team=team_id, until="step", at=draft.now))
    # The phase is left before the new card comes, so that nothing which closes behind it touches that card.
    open_place(draft, team_id, team.stage.step, ("read", 1))
    card = draft.facts.shuffled(alike or left)[0]
    draft.add(CardDealt(team=team_id, card=card.id, practice=turn.practice))
