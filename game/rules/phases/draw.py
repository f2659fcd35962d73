"""Draw: at the hall's pace the host deals one card to all; at a table's own pace its reader turns one of a
few.

A heavy card first asks whether the table is ready for it.
"""

from __future__ import annotations

from game.rules.command import AcceptHeavy, DealCard, DrawCard, OpenNext, SwapCard, WriteNote
from game.rules.draft import Draft
from game.rules.errors import Malformed, Missing
from game.rules.event import CardDealt, CardsOffered, HeavyAccepted, OwnCardsSet
from game.rules.kinds import KINDS
from game.rules.model import Actor, Room, Team
from game.rules.moving import open_place, skip
from game.rules.opened import CardFacts
from game.rules.phases.base import DONE, Phase, Rule, leads, may_come_to, reads, self_paced
from game.rules.phases.common import SKIP, following_teams, has_its_own, target
from game.rules.phases.note import may_add, write
from game.rules.pile import pile
from game.rules.programme import HEAVY
from game.rules.swapping import may_swap, swap_card


def offer(draft: Draft, team_id: str) -> None:
    """Lay out what the team may turn: the chosen card, or a few drawn ones."""
    team = draft.team(team_id)
    if not self_paced(draft.room, team):
        return
    chosen = draft.room.steps[team.stage.step].card
    drawn = draft.facts.shuffled([card.id for card in pile(draft.room, team)])[: draft.room.settings.offer]
    draft.add(CardsOffered(team=team_id, cards=(chosen,) if chosen else drawn))


def enter(draft: Draft, team_id: str) -> None:
    has_its_own(draft, team_id)
    offer(draft, team_id)


def may_draw(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The reader, while no card is turned."""
    if team is None or not self_paced(room, team):
        return "host_only"
    if team.turn is not None:
        return "wrong_phase"
    return reads(room, team, actor) if team.offer else "no_cards_left"


def draw(draft: Draft, command: DrawCard) -> None:
    """Turn the picked card; a light one is read at once."""
    team = draft.team(draft.actor.team)
    if command.pick >= len(team.offer):
        raise Missing("unknown_card")
    card = draft.room.cards[team.offer[command.pick]]
    ready = card.heat < HEAVY
    draft.add(CardDealt(team=team.id, card=card.id, ready=ready))
    if ready:
        open_place(draft, team.id, team.stage.step, ("read", 1))


def may_accept(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The reader, when a heavy card has been turned."""
    return reads(room, team, actor) if team and team.turn and not team.turn.ready else "no_card"


def accept(draft: Draft, command: AcceptHeavy) -> None:
    """The table is ready."""
    team = draft.team(draft.actor.team)
    draft.add(HeavyAccepted(team=team.id))
    open_place(draft, team.id, team.stage.step, ("read", 1))


def may_deal(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The host, at the hall's pace, until every table has been let draw its own."""
    if room.settings.pace != "hall" or room.stage.phase != "draw":
        return "wrong_phase"
    return DONE if room.own else None


def deal(draft: Draft, command: DealCard) -> None:
    """The named card, the step's own, or a drawn one, on every table; it is read at once. What has been left
    to the tables stays with them.
    """
    if draft.room.own:
        return
    if command.own:
        drawing = following_teams(draft.room)
        draft.add(OwnCardsSet(on=True, at=draft.now))
        for team_id in drawing:
            offer(draft, team_id)
        return
    card = _dealt(draft, command)
    if card.heat >= HEAVY and not command.ready:
        raise Malformed("heavy_card")
    draft.add(CardDealt(card=card.id))
    open_place(draft, None, draft.room.stage.step, ("read", 1))


def _dealt(draft: Draft, command: DealCard) -> CardFacts:
    own = draft.room.steps[draft.room.stage.step].card
    wanted = command.card or (own if own not in draft.room.dealt else None)
    if wanted:
        card = draft.room.cards.get(wanted)
        if card is None or not (card.pile or wanted == own) or not KINDS[card.kind].drawn:
            raise Missing("unknown_card")
        if wanted in draft.room.dealt:
            raise Missing("unknown_card")
        return card
    # An unnamed draw never surprises the host with a heavy card while a lighter one is left.
    left = pile(draft.room, None)
    light = [card for card in left if card.heat < HEAVY] if not command.ready else left
    if not (light or left):
        raise Missing("no_cards_left")
    return draft.facts.shuffled(light or left)[0]


def may_pass_by(room: Room, team: Team | None, actor: Actor) -> str | None:
    """At a table's own pace, when no card is left, or a heavy one is turned that cannot be changed."""
    if team is None:
        if room.settings.pace != "hall":
            return "name_a_table"
        return may_come_to(room, actor, room.stage.step + 1) if room.own else "wrong_phase"
    if not self_paced(room, team):
        return "wrong_phase"
    if team.turn is None:
        blocked = not team.offer
    else:
        blocked = not team.turn.ready and may_swap(room, team, actor) in ("already_swapped", "no_cards_left")
    return leads(room, team, actor) if blocked else "wrong_phase"


def pass_by(draft: Draft, command: OpenNext) -> None:
    """On without a card, or past the step in which every table had its own."""
    skip(draft, target(draft, command))


def may_mend(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The last card's notes may be mended, and what was not saved in time added, until the next one is
    turned.
    """
    return "no_card" if team is None or team.turn is not None else may_add(room, team, actor)


DRAW = Phase(
    "draw",
    (
        SKIP,
        Rule(OpenNext, pass_by, may_pass_by, moves=True),
        Rule(DrawCard, draw, may_draw, moves=True),
        Rule(DealCard, deal, may_deal, moves=True),
        Rule(AcceptHeavy, accept, may_accept, moves=True),
        Rule(SwapCard, swap_card, may_swap, moves=True),
        Rule(WriteNote, write, may_mend),
    ),
    enter=enter,
)
