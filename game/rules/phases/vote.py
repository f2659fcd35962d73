"""The silent vote, before the talk (round 1) and after it (round 2).

Choices are sealed in the box of the card; the room only learns which seats are done. A seat may vote again
until the vote closes: five seconds after everybody waited for has voted, or when the reader or the host
closes it.
"""

from __future__ import annotations

from typing import Literal

from game.rules.command import CastVote, CloseVote, TallyCards, VoteAgain, Who
from game.rules.counting import choices_of, complete, electorate, entitled
from game.rules.draft import Draft
from game.rules.errors import Malformed, Missing, NotAllowed
from game.rules.event import CardsTallied, GraceSet, VoteCast, VoteCleared, VoteClosed
from game.rules.kinds import KINDS
from game.rules.model import Actor, Counts, Room, Team, Turn
from game.rules.moving import advance
from game.rules.phases.base import Phase, Rule, reads, self_paced, writes
from game.rules.phases.common import ON, following_teams, own_seat, target, targets

GRACE = 5_000
"""Ms between the last vote and the closing, for second thoughts."""


def which(team: Team) -> Literal[1, 2]:
    """The open round."""
    return 1 if team.stage.round == 1 else 2


def is_open(team: Team | None) -> bool:
    """Whether the team has a card and its vote is open."""
    return bool(team and team.turn and team.stage.phase == "vote" and not team.turn.closed[which(team) - 1])


def turn_of(team: Team) -> Turn:
    """The card that is voted on, while the vote is open."""
    assert team.turn is not None
    return team.turn


def may_cast(room: Room, team: Team | None, actor: Actor) -> str | None:
    """Any of the team's stations with a seat that votes in this round."""
    if team is None or team.turn is None:
        return "vote_closed"
    own = set(team.seats_of(actor.station))
    if which(team) == 2 and not own & team.turn.voted[0]:
        return "listener"
    if not is_open(team):
        return "vote_closed"
    if by_cards(team, actor):
        return "wrong_way"
    return None if any(votes(team, seat) for seat in own) else "listener"


def votes(team: Team, seat: str) -> bool:
    """Whether a seat takes part in the open vote: not in the second without the first, nor once cards are
    counted.
    """
    turn = turn_of(team)
    return not turn.tallied[which(team) - 1] and (which(team) == 1 or seat in turn.voted[0])


def by_cards(team: Team, actor: Actor) -> bool:
    """Whether this station's seats vote by cards held up."""
    return team.way == "cards_up" and actor.who is Who.TABLE and not team.remote and len(team.seats) > 1


def cast(draft: Draft, command: CastVote) -> None:
    """Seal one seat's choice."""
    team, seat = own_seat(draft, command.seat)
    turn = turn_of(team)
    if not votes(team, seat.id):
        raise NotAllowed("listener")
    draft.seal(turn.box, which(team), seat.id, choice_of(draft.room, turn, command))
    draft.add(VoteCast(team=team.id, seat=seat.id, round=which(team)))
    if complete(draft.team(team.id)):
        draft.add(GraceSet(team=team.id, ms=GRACE, at=draft.now))


def choice_of(room: Room, turn: Turn, command: CastVote) -> dict[str, object]:
    """What is sealed: the choice, an own answer's words, and how sure the seat is."""
    card = room.cards[turn.card]
    if not KINDS[card.kind].takes(command.choice, card):
        raise Missing("unknown_option")
    if command.text and command.choice != "own":
        raise Malformed("text_without_own")
    body: dict[str, object] = {"choice": command.choice}
    if command.text:
        body["text"] = command.text
    if command.confidence and command.choice != "pass":
        body["confidence"] = command.confidence
    return body


def may_tally(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The writer at a shared machine whose team holds cards up."""
    if team is None or not is_open(team):
        return "vote_closed"
    return writes(room, team, actor) if by_cards(team, actor) else "wrong_way"


def tally(draft: Draft, command: TallyCards) -> None:
    """The writer's count. It may be mended until the vote closes."""
    team = draft.team(draft.actor.team)
    turn = turn_of(team)
    choices = choices_of(draft.room, turn.card)
    if command.counts.keys() - {*choices, "own", "pass"}:
        raise Missing("unknown_option")
    waited = entitled(team, which(team))
    if sum(command.counts.values()) != len(waited):
        raise Malformed("wrong_sum")
    counts = Counts(
        votes=tuple(command.counts.get(choice, 0) for choice in choices),
        own=command.counts.get("own", 0),
        passed=command.counts.get("pass", 0),
    )
    draft.add(CardsTallied(team=team.id, round=which(team), counts=counts, seats=tuple(sorted(waited))))
    draft.add(GraceSet(team=team.id, ms=GRACE, at=draft.now))


def may_close(room: Room, team: Team | None, actor: Actor) -> str | None:
    """The reader, or a host, who may also close every table's at once."""
    if team is None:
        return None if any(is_open(room.teams[one]) for one in following_teams(room)) else "vote_closed"
    return reads(room, team, actor) if is_open(team) else "vote_closed"


def close(draft: Draft, command: CloseVote) -> None:
    """Close it now; seats that have not voted count as such."""
    for team_id in targets(draft, command):
        if is_open(draft.team(team_id)):
            close_for(draft, team_id)


def close_for(draft: Draft, team_id: str) -> None:
    """Close one team's vote; a team at its own pace goes on at once."""
    leave(draft, team_id)
    team = draft.team(team_id)
    if self_paced(draft.room, team):
        advance(draft, team_id)


def leave(draft: Draft, team_id: str) -> None:
    """An open vote that is left is closed."""
    team = draft.team(team_id)
    if team.turn is not None and is_open(team):
        round_ = which(team)
        missing = electorate(team, round_) - team.turn.voted[round_ - 1]
        draft.add(VoteClosed(team=team_id, round=round_, missing=len(missing)))


def clear(draft: Draft, command: VoteAgain) -> None:
    """The open vote begins anew; its ballots are destroyed. A serial from before it finds that already
    done.
    """
    for team_id in targets(draft, command):
        team = draft.team(team_id)
        if is_open(team):
            clear_vote(draft, team_id)
    if target(draft, command) is None:
        draft.add(VoteCleared(round=1 if draft.room.stage.round == 1 else 2))


def clear_vote(draft: Draft, team_id: str) -> None:
    """The open vote as if nobody had voted."""
    team = draft.team(team_id)
    draft.destroy(turn_of(team).box, which(team))
    draft.add(VoteCleared(team=team_id, round=which(team)))


def regrace(draft: Draft, team_id: str) -> None:
    """After somebody came or went: a vote that is now complete closes after the grace, one that is not stays
    open.
    """
    team = draft.team(team_id)
    if not is_open(team):
        return
    if complete(team) and team.stage.grace is None:
        draft.add(GraceSet(team=team_id, ms=GRACE, at=draft.now))
    elif not complete(team) and team.stage.grace is not None:
        draft.add(GraceSet(team=team_id, ms=None, at=draft.now))


VOTE = Phase(
    "vote",
    (
        *ON,
        Rule(CastVote, cast, may_cast),
        Rule(TallyCards, tally, may_tally),
        Rule(CloseVote, close, may_close, moves=True),
        Rule(VoteAgain, clear, may_close),
    ),
    leave=leave,
)
