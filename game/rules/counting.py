"""Opening boxes: sealed ballots become counts, and the boxes are destroyed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from game.rules.draft import Draft
from game.rules.event import CheckinCounted, Compared, RatingsCounted, RecallCounted, Revealed
from game.rules.kinds import KINDS
from game.rules.model import Counts, Room, Stage, Team, Turn
from game.rules.opened import MAX_TALK
from game.rules.sealed import Ballot

MIN_SHOWN = 3
"""A remote team's counts, a pooled confidence and a number of changed votes need at least this many."""

MIN_ORDERS = 4
"""Sums of places need at least so many orders: out of three, whoever takes away their own knows the two."""

CHECKIN_BOX = "room/checkin"
RATING_BOX = "room/rating"
RECALL_BOX = "room/recall"
RECALLED = ("done", "partly", "not_yet")
RATINGS = ("safe", "useful", "again")


def choices_of(room: Room, card: str) -> tuple[str, ...]:
    """What may be voted on a card, in the order counts are kept in."""
    facts = room.cards[card]
    return KINDS[facts.kind].choices(facts)


def entitled(team: Team, round_: int) -> frozenset[str]:
    """The seats that have a vote: all present in the first round, in the second those of the first."""
    return team.present & team.turn.voted[0] if team.turn and round_ == 2 else team.present


def electorate(team: Team, round_: int) -> frozenset[str]:
    """The seats whose vote is waited for: once cards have been counted, nobody who comes later is one of
    them.
    """
    if team.turn and team.turn.tallied[round_ - 1]:
        return team.present & team.turn.voted[round_ - 1]
    return entitled(team, round_)


def complete(team: Team) -> bool:
    """Whether every seat that is waited for in the open vote has voted."""
    waited = electorate(team, team.stage.round)
    return bool(waited) and team.turn is not None and waited <= team.turn.voted[team.stage.round - 1]


def count(
    ballots: Sequence[Ballot],
    choices: Sequence[str],
    missing: int,
    own_texts: Iterable[str] = (),
    *,
    ordered: bool = False,
) -> Counts:
    """Ballots as counts. `missing` seats had a vote and cast none. Of `ordered` ones the first choice is
    counted, and the places of all are added up.
    """
    chosen = [str(ballot.body["choice"]) for ballot in ballots]
    orders = [choice for choice in chosen if choice != "pass"] if ordered else []
    tally = Counter(order[0] for order in orders) if ordered else Counter(chosen)
    sure = Counter(int(c) for ballot in ballots if (c := ballot.body.get("confidence")))
    pooled = (sure[1], sure[2], sure[3]) if sum(sure.values()) >= MIN_SHOWN else None
    return Counts(
        votes=tuple(tally[choice] for choice in choices),
        places=tuple(sum(order.index(choice) + 1 for order in orders) for choice in choices)
        if len(orders) >= MIN_ORDERS
        else (),
        own=chosen.count("own"),
        passed=chosen.count("pass"),
        missing=missing,
        confidence=pooled,
        own_texts=tuple(own_texts),
    )


def gone(team: Team, round_: int) -> frozenset[str]:
    """Seats that voted in this round and have left the table since."""
    return team.turn.voted[round_ - 1] - team.seats.keys() if team.turn else frozenset()


def too_small(team: Team, turn: Turn, votes: int, round_: int) -> bool:
    """Whether the votes are so few that each might be told from the others: less than three of several
    machines, or a single one where several sit.

    Then they are counted only when everybody present and everybody who voted has asked. Who has left can
    neither ask nor object: with one of the voters gone the counts stay hidden, and nobody is asked to wait.
    Which machines the votes came from is kept with the vote, so nobody's going makes it a vote of one; and
    nobody makes it one by closing it as soon as the first has voted.
    """
    several = len(team.seats.keys() | turn.voted[round_ - 1]) > 1
    few = MIN_SHOWN if team.remote_in(round_) else 1 + several
    asked = team.present | turn.voted[round_ - 1] <= turn.show
    return votes < few and (bool(gone(team, round_)) or not asked)


def reveal(draft: Draft, team_id: str) -> None:
    """Count the first vote on a team's table, unless it was counted openly or the team is too small and
    remote.
    """
    team = draft.team(team_id)
    turn = team.turn
    if turn is None or turn.before is not None or not turn.voted[0]:
        return
    ballots = draft.ballots(turn.box, 1)
    if ballots and not too_small(team, turn, len(ballots), 1):  # a backup restored in between holds none
        draft.add(Revealed(team=team_id, counts=_counted(draft, team, turn, ballots, turn.missing[0])))


def _counted(draft: Draft, team: Team, turn: Turn, ballots: Sequence[Ballot], missing: int) -> Counts:
    texts = draft.facts.shuffled(own_texts(ballots)) if len(team.seats) <= MAX_TALK else ()
    ordered = KINDS[draft.room.cards[turn.card].kind].ordered
    return count(ballots, choices_of(draft.room, turn.card), missing, texts, ordered=ordered)


def own_texts(ballots: Iterable[Ballot]) -> list[str]:
    """The own answers' words, sorted so that not even the box's order is told."""
    return sorted(str(ballot.body["text"]) for ballot in ballots if ballot.body.get("text"))


def compare(draft: Draft, team_id: str) -> None:
    """Count the second vote beside the first, and destroy the ballots with their key."""
    team = draft.team(team_id)
    turn = team.turn
    if turn is None:
        return
    ballots = draft.ballots(turn.box, 2)
    counts = turn.after
    if counts is None and ballots and not too_small(team, turn, len(ballots), 2):
        counts = _counted(draft, team, turn, ballots, turn.missing[1])
    if turn.before is not None and counts is not None and not turn.compared:
        first = {ballot.key: str(ballot.body["choice"]) for ballot in draft.ballots(turn.box, 1)}
        second = {ballot.key: str(ballot.body["choice"]) for ballot in ballots}
        told = None if any(turn.tallied) else shift(first, second, draft.room.settings.k_seats)
        draft.add(
            Compared(
                team=team_id,
                step=team.stage.step,
                moment=draft.moment,
                counts=counts,
                changed=told[0] if told else None,
                paired=told[1] if told else None,
            )
        )
    draft.destroy(turn.box)


def shift(first: Mapping[str, str], second: Mapping[str, str], k: int) -> tuple[int, int] | None:
    """(changed, paired) of two votes, key -> choice; None when it would tell what somebody chose.

    Whoever knows that nobody changed their mind may take the second counts from the first: what is left are
    the choices of those who voted once. Everybody saw who went out. So there must be none of them, or k.
    """
    paired = first.keys() & second.keys()
    once = len(first.keys() ^ second.keys())
    if len(paired) < MIN_SHOWN or 0 < once < k:
        return None
    return sum(first[key] != second[key] for key in paired), len(paired)


def picks(room: Room, stage: Stage, kind: str = "checkin") -> bool:
    """Whether somebody at this stage may still answer the check-in, or say how the pledge went."""
    step = next((index for index, step in enumerate(room.steps) if step.kind == kind), None)
    return step is not None and (stage.step < step or (stage.step == step and stage.round == 1))


def tables_behind(draft: Draft, box: str, ballots: Iterable[Ballot]) -> int:
    """How many tables some of these ballots come from. Only their number ever leaves this function."""
    keys = {ballot.key for ballot in ballots}
    return sum(
        any(draft.facts.key(box, seat) in keys for seat in team.seats) for team in draft.room.teams.values()
    )


def is_lot(room: Room, seats: int, tables: int) -> bool:
    """Whether so many may be added to a sum at once: whoever subtracts what the sum was before learns of k
    seats at k tables.
    """
    return seats >= room.settings.k_seats and tables >= room.settings.k_tables


def count_checkin(draft: Draft, *, final: bool = False) -> None:
    """Count the room's check-in once nobody picks any more. Numbers of fewer than k seats or tables wait for
    more, and are destroyed uncounted as the room closes; so no sum tells of a few.
    """
    room = draft.room
    if not final and any(team.seats and picks(room, team.stage) for team in room.teams.values()):
        return
    given = [ballot for ballot in draft.ballots(CHECKIN_BOX) if ballot.body["number"] is not None]
    tables = tables_behind(draft, CHECKIN_BOX, given) if given else 0
    enough = is_lot(room, len(given), tables)
    if enough:
        numbers = Counter(ballot.body["number"] for ballot in given)
        draft.add(CheckinCounted(counts=tuple(numbers[n] for n in range(1, 11)), tables=tables))
    if enough or final:
        draft.destroy(CHECKIN_BOX)


def count_recall(draft: Draft, *, final: bool = False) -> None:
    """Count how the pledges went, as the check-in is counted."""
    room = draft.room
    if not final and any(team.seats and picks(room, team.stage, "recall") for team in room.teams.values()):
        return
    given = [ballot for ballot in draft.ballots(RECALL_BOX) if ballot.body["kept"] is not None]
    tables = tables_behind(draft, RECALL_BOX, given) if given else 0
    enough = is_lot(room, len(given), tables)
    if enough:
        kept = Counter(ballot.body["kept"] for ballot in given)
        done, partly, not_yet = (kept[answer] for answer in RECALLED)
        draft.add(RecallCounted(counts=(done, partly, not_yet), tables=tables))
    if enough or final:
        draft.destroy(RECALL_BOX)


def count_ratings(draft: Draft, *, final: bool = False) -> None:
    """Count the session's ratings over the whole room, each question that k seats at k tables answered; when
    none is, they wait for more, and are destroyed uncounted as the room closes.
    """
    ballots = draft.ballots(RATING_BOX)
    counts: dict[str, tuple[int, ...]] = {}
    tables: dict[str, int] = {}
    for name in RATINGS:
        given = [ballot for ballot in ballots if ballot.body.get(name) is not None]
        behind = tables_behind(draft, RATING_BOX, given) if given else 0
        if is_lot(draft.room, len(given), behind):
            numbers = Counter(ballot.body[name] for ballot in given)
            counts[name], tables[name] = tuple(numbers[n] for n in range(1, 11)), behind
    if counts:
        draft.add(RatingsCounted(counts=counts, tables=tables))
    if counts or final:
        draft.destroy(RATING_BOX)
