"""Opening boxes: sealed ballots become counts, and the boxes are destroyed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from game.rules.draft import Draft
from game.rules.event import CheckinCounted, Compared, RatingsCounted, Revealed
from game.rules.kinds import KINDS
from game.rules.model import Ballot, Counts, Room, Team, Turn

MIN_SHOWN = 3
"""A remote team's counts, a pooled confidence and a number of changed votes need at least this many."""

CHECKIN_BOX = "room/checkin"
RATING_BOX = "room/rating"
RATINGS = ("safe", "useful", "again")


def choices_of(room: Room, card: str) -> tuple[str, ...]:
    """What may be voted on a card, in the order counts are kept in."""
    facts = room.cards[card]
    return KINDS[facts.kind].choices(facts)


def electorate(team: Team) -> frozenset[str]:
    """The seats whose vote is waited for: all present in the first round, those of the first round in the second."""
    if team.turn is None or team.stage.round == 1:
        return team.present
    return team.present & team.turn.voted[0]


def complete(team: Team) -> bool:
    """Whether every seat that is waited for has voted."""
    waited = electorate(team)
    return bool(waited) and team.turn is not None and waited <= team.turn.voted[team.stage.round - 1]


def count(ballots: Sequence[Ballot], choices: Sequence[str], missing: int, own_texts: Iterable[str] = ()) -> Counts:
    """Ballots as counts. `missing` seats had a vote and cast none."""
    tally = Counter(str(ballot.body["choice"]) for ballot in ballots)
    sure = Counter(int(c) for ballot in ballots if (c := ballot.body.get("confidence")))
    pooled = (sure[1], sure[2], sure[3]) if sum(sure.values()) >= MIN_SHOWN else None
    return Counts(
        votes=tuple(tally[choice] for choice in choices), own=tally["own"], passed=tally["pass"], missing=missing,
        confidence=pooled, own_texts=tuple(own_texts),
    )


def too_small(team: Team, turn: Turn, votes: int) -> bool:
    """Whether a remote team has so few votes that it sees counts only when all present have asked."""
    return team.remote and votes < MIN_SHOWN and not (team.present and team.present <= turn.show)


def reveal(draft: Draft, team_id: str) -> None:
    """Count the first vote on a team's table, unless it was counted openly or the team is too small and remote."""
    team = draft.team(team_id)
    turn = team.turn
    if turn is None or turn.before is not None or not choices_of(draft.room, turn.card):
        return
    ballots = draft.ballots(turn.box, 1)
    if not turn.voted[0] or too_small(team, turn, len(ballots)):
        return
    missing = len(team.present - turn.voted[0])
    texts = draft.facts.shuffled(own_texts(ballots)) if len(team.seats) <= 8 else ()
    draft.add(Revealed(team=team_id, counts=count(ballots, choices_of(draft.room, turn.card), missing, texts)))


def own_texts(ballots: Iterable[Ballot]) -> list[str]:
    """The own answers' words, sorted so that not even the box's order is told."""
    return sorted(str(ballot.body["text"]) for ballot in ballots if ballot.body.get("text"))


def compare(draft: Draft, team_id: str) -> None:
    """Count the second vote beside the first, and destroy the ballots with their key."""
    team = draft.team(team_id)
    turn = team.turn
    if turn is None:
        return
    if turn.before is not None and turn.voted[1]:
        first = {b.key: b.body["choice"] for b in draft.ballots(turn.box, 1)}
        ballots = draft.ballots(turn.box, 2)
        second = {b.key: b.body["choice"] for b in ballots}
        paired = first.keys() & second.keys()
        enough = len(paired) >= MIN_SHOWN and not turn.tallied
        counts = turn.after or count(
            ballots, choices_of(draft.room, turn.card), len(electorate(team) - turn.voted[1]),
            draft.facts.shuffled(own_texts(ballots)) if len(team.seats) <= 8 else (),
        )
        draft.add(Compared(
            team=team_id, step=team.stage.step, counts=counts,
            changed=sum(first[key] != second[key] for key in paired) if enough else None,
            paired=len(paired) if enough else None,
        ))
    draft.destroy(turn.box)


def count_checkin(draft: Draft, *, final: bool = False) -> None:
    """Count the room's check-in once no team is in it. Stragglers counted later must be k or more to be added."""
    room = draft.room
    here = [team for team in room.teams.values() if team.seats and team.stage.phase == "checkin"]
    coming = [team for team in room.teams.values() if team.seats and team.stage.phase != "checkin" and not _past_checkin(room, team)]
    if not final and (here or coming):
        return
    numbers = Counter(ballot.body["number"] for ballot in draft.ballots(CHECKIN_BOX) if ballot.body["number"])
    if not numbers:
        if final:
            draft.destroy(CHECKIN_BOX)
        return
    if room.checkin is None or sum(numbers.values()) >= room.settings.k_seats:
        draft.add(CheckinCounted(counts=tuple(numbers[n] for n in range(1, 11))))
    draft.destroy(CHECKIN_BOX)


def _past_checkin(room: Room, team: Team) -> bool:
    steps = [index for index, step in enumerate(room.steps) if step.kind == "checkin"]
    return not steps or team.stage.step > steps[0]


def count_ratings(draft: Draft) -> None:
    """Count the session's ratings over the whole room."""
    ballots = draft.ballots(RATING_BOX)
    if ballots:
        draft.add(RatingsCounted(counts={
            name: tuple(sum(ballot.body.get(name) == n for ballot in ballots) for n in range(1, 11)) for name in RATINGS
        }))
    draft.destroy(RATING_BOX)
