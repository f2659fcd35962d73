"""The talk: an hourglass and prompts, one at a time, the quiet view first.

More time is a simple majority of the present seats at a table's own pace, and a question to the host at the
hall's.
"""

from __future__ import annotations

from game.rules.command import AskTime, OpenTwist, ShowPrompt
from game.rules.counting import choices_of
from game.rules.draft import Draft
from game.rules.errors import Missing
from game.rules.event import PromptShown, PromptsLaid, TimeAsked, TimeExtended, TwistOpened
from game.rules.kinds import KINDS
from game.rules.model import Actor, Prompt, Room, Team, Turn
from game.rules.phases.base import Phase, Rule, reads, self_paced
from game.rules.phases.common import ON, following_teams, own_seat, targets
from game.rules.pile import voted

FIRST_EXTENSION = 120_000
NEXT_EXTENSION = 60_000


def lay_prompts(draft: Draft, team_id: str) -> None:
    """The kind's prompts for the counts, the card's steps and questions, then "Hur ser det ut hos er?"."""
    team = draft.team(team_id)
    if team.turn is None:
        return
    card = draft.room.cards[team.turn.card]
    counts, choices = team.turn.before, choices_of(draft.room, card.id)
    opening = KINDS[card.kind].prompts(choices, counts, draft.facts.shuffled) if counts else ()
    steps = tuple(Prompt(kind="step", index=index) for index in range(card.steps))
    questions = tuple(Prompt(kind="question", index=index) for index in range(card.questions))
    draft.add(PromptsLaid(team=team_id, prompts=(*opening, *steps, *questions, Prompt(kind="ours"))))


def has_card(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The reader, or a host, while a card lies there."""
    return reads(room, team, actor) if team and team.turn else "no_card"


def show_prompt(draft: Draft, command: ShowPrompt) -> None:
    """One prompt is shown on all of the team's stations."""
    team = draft.team(draft.actor.team)
    if team.turn is None or command.index >= len(team.turn.prompts):
        raise Missing("unknown_prompt")
    if command.index != team.turn.shown:
        draft.add(PromptShown(team=team.id, index=command.index))


def may_twist(room: Room, team: Team | None, actor: Actor) -> str | None:
    """While a twist lies face down, the card's own or one of a twist deck. A host may, while it lies so at a
    table that has none up.
    """
    if team is None:
        waits = any(_waits(room, room.teams[one]) for one in following_teams(room))
        return None if waits else "unknown_prompt"
    if team.turn is None:
        return "no_card"
    if not (has_own(room, team.turn) or loose(room, team)):
        return "unknown_prompt"
    return reads(room, team, actor)


def _waits(room: Room, team: Team) -> bool:
    """Whether nothing is turned up on a table that has something to turn up."""
    turn = team.turn
    untouched = turn is not None and not (turn.twist or turn.what_if)
    return turn is not None and untouched and bool(has_own(room, turn) or loose(room, team))


def has_own(room: Room, turn: Turn) -> bool:
    """Whether the card's own twist still lies face down."""
    return room.cards[turn.card].twist and not turn.twist


def loose(room: Room, team: Team) -> tuple[str, ...]:
    """Cards of twist decks that the team may still turn up: one a card, and none of them twice."""
    if team.turn is None or team.turn.what_if or not voted(room.cards[team.turn.card]):
        return ()
    return tuple(
        card.id for card in room.cards.values() if card.kind == "twist" and card.id not in team.twisted
    )


def open_twist(draft: Draft, command: OpenTwist) -> None:
    """ "Tänk om …": the card's own, or one drawn from a twist deck. Pressed twice it is turned up once."""
    for team_id in targets(draft, command):
        team = draft.team(team_id)
        if team.turn is None or ((team.turn.twist or team.turn.what_if) and not command.second):
            continue
        if has_own(draft.room, team.turn):
            draft.add(TwistOpened(team=team_id))
        elif left := loose(draft.room, team):
            draft.add(TwistOpened(team=team_id, card=draft.facts.shuffled(left)[0]))


def may_ask(room: Room, team: Team | None, actor: Actor) -> str | None:
    """While a card lies there and the station's seats have not all asked."""
    if team is None or team.turn is None:
        return "no_card"
    own = {seat for seat in team.seats_of(actor.station) if not team.seats[seat].away}
    return None if own - team.turn.asked else "already_asked"


def ask_time(draft: Draft, command: AskTime) -> None:
    """One seat, or a shared machine for its seats. At its own pace a majority gives the time at once."""
    team = draft.team(draft.actor.team)
    if command.seat:
        team, _ = own_seat(draft, command.seat)
        seats = {command.seat}
    else:
        seats = {
            seat.id for seat in team.seats.values() if seat.station == draft.actor.station and not seat.away
        }
    if team.turn is None or not seats - team.turn.asked:
        return
    draft.add(TimeAsked(team=team.id, seats=tuple(sorted(seats))))
    asked = team.turn.asked | seats
    if self_paced(draft.room, team) and 2 * len(asked & team.present) > len(team.present):
        ms = NEXT_EXTENSION if team.turn.extensions else FIRST_EXTENSION
        draft.add(TimeExtended(team=team.id, ms=ms, at=draft.now))


TALK = Phase(
    "talk",
    (
        *ON,
        Rule(ShowPrompt, show_prompt, has_card),
        Rule(OpenTwist, open_twist, may_twist),
        Rule(AskTime, ask_time, may_ask),
    ),
    enter=lay_prompts,
)
