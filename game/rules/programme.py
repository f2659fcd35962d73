"""The programme: the places each step leads through, what may still change of it, and each soft clock.

    lobby -> frame -> checkin 1 2 -> practice read vote reveal talk vote compare
          -> draw read vote 1 reveal talk vote 2 compare perspective note     (a round, for each card)
          -> break -> harvest -> pledge -> debrief 1 2 3 -> closed

A follow-up has recall 1 2 after its check-in: how did it go with what was pledged?

A card that is only talked about skips the votes; a room without distribution (Solo) skips what would show
counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from game.rules.command import Who
from game.rules.errors import Malformed, Missing
from game.rules.kinds import KINDS
from game.rules.model import Room, Stage, Team
from game.rules.opened import CardFacts, Settings, Step

HEAVY = 3
"""The heat from which a table is first asked whether it is ready."""

Place = tuple[str, int]
"""(phase, round)"""

_ONE: Mapping[str, tuple[Place, ...]] = MappingProxyType(
    {
        "frame": (("frame", 1),),
        "checkin": (("checkin", 1), ("checkin", 2)),
        "break": (("break", 1),),
        "harvest": (("harvest", 1),),
        "pledge": (("pledge", 1),),
        "recall": (("recall", 1), ("recall", 2)),
        "debrief": (("debrief", 1), ("debrief", 2), ("debrief", 3)),
    }
)
_VOTED: tuple[Place, ...] = (("vote", 1), ("reveal", 1), ("talk", 1), ("vote", 2), ("compare", 1))
_SHOWING: frozenset[Place] = frozenset({("reveal", 1), ("compare", 1), ("checkin", 2), ("recall", 2)})


def places(step: Step, card: CardFacts | None, settings: Settings) -> tuple[Place, ...]:
    """The places a step leads through, in order, with this card on the table; without one nothing follows the
    pile.
    """
    if step.kind in ("round", "practice"):
        first: Place = ("draw", 1) if step.kind == "round" else ("practice", 1)
        path = (first, *_with(step, card)) if card else (first,)
    else:
        path = _ONE[step.kind]
    return path if settings.distribution else tuple(place for place in path if place not in _SHOWING)


def _with(step: Step, card: CardFacts) -> tuple[Place, ...]:
    middle = _VOTED if KINDS[card.kind].choices(card) else (("talk", 1),)
    back: tuple[Place, ...] = (("perspective", 1),) if card.back else ()
    return ("read", 1), *middle, *((*back, ("note", 1)) if step.kind == "round" else ())


def card_on(room: Room, team: Team | None) -> CardFacts | None:
    """The card on a team's table, or on the hall's."""
    card = room.card if team is None else team.turn and team.turn.card
    return room.cards.get(card) if card else None


def following(room: Room, team: Team | None) -> tuple[int, Place]:
    """(step, place) that comes next for a team or the hall; the step past the last one is ("closed", 1)."""
    stage: Stage = room.stage if team is None else team.stage
    if 0 <= stage.step < len(room.steps):
        path = places(room.steps[stage.step], card_on(room, team), room.settings)
        rest = path[path.index(stage.place) + 1 :] if stage.place in path else ()
        if rest:
            return stage.step, rest[0]
    return opening(room, stage.step + 1)


def opening(room: Room, step: int) -> tuple[int, Place]:
    """(step, place) with which a step begins."""
    if step >= len(room.steps):
        return len(room.steps), ("closed", 1)
    return step, places(room.steps[step], None, room.settings)[0]


ONCE = frozenset({"frame", "checkin", "practice", "harvest", "pledge", "recall", "debrief"})
"""Steps that a session has once, some of them because their answers are counted together."""


def fixed_steps(room: Room) -> int:
    """How many steps of the programme have begun and stay, whoever began them; more than there are while
    somebody sits at a table that has finished.
    """
    finished = any(team.seats and team.stage.phase == "closed" for team in room.teams.values())
    return room.begun + finished


def check_steps(
    steps: Sequence[Step], behind: int, cards: Mapping[str, CardFacts], played: Iterable[str]
) -> None:
    """Raises `Malformed` or `Missing` when these steps cannot be gone through after the first `behind`, which
    have begun and in which these cards were `played`.
    """
    if any(number > 1 for kind, number in Counter(step.kind for step in steps).items() if kind in ONCE):
        raise Malformed("once_only")
    seen = set(played)
    for step in steps[behind:]:
        if step.card is None:
            continue
        card = cards.get(step.card)
        if card is None or step.card in seen or not _suits(step, card):
            raise Missing("unknown_card")
        if step.kind != "checkin":
            seen.add(step.card)


def _suits(step: Step, card: CardFacts) -> bool:
    if step.kind == "checkin":
        return card.kind == "scale"
    if step.kind == "practice":
        return bool(KINDS[card.kind].choices(card))
    return step.kind == "round" and KINDS[card.kind].drawn


def waits_for_hall(room: Room, team: Team) -> bool:
    """Whether a team with a card of its own is done with it and rejoins the others with the next step."""
    choosing = team.turn is None and bool(team.offer)
    return team.alone == "step" and not choosing and following(room, team)[0] != team.stage.step


def sand(room: Room, team: Team | None, step: int, place: Place) -> int:
    """Milliseconds of soft clock for a place, the room's factor included; 0 where there is none."""
    kind = room.steps[step].kind if 0 <= step < len(room.steps) else ""
    seconds = _seconds(room, team, kind, step, place)
    return int(seconds * 1000 * room.settings.factor / 100)


_SECONDS: Mapping[str, float] = MappingProxyType(
    {
        "read": 60,
        "reveal": 15,
        "compare": 60,
        "perspective": 60,
        "note": 60,
    }
)


def _seconds(room: Room, team: Team | None, kind: str, step: int, place: Place) -> float:
    phase, round_ = place
    if phase == "vote":
        seconds = _vote_seconds(room, [team] if team else room.teams.values())
        return seconds / 2 if kind == "practice" else seconds
    if phase == "talk":
        card = card_on(room, team)
        # Two votes and what belongs to them take about six minutes; around a talk alone it is two.
        besides = 2 if card and not KINDS[card.kind].choices(card) else 6
        return (
            60 if kind == "practice" else min(900, max(180, ((card.minutes if card else 12) - besides) * 60))
        )
    if phase == "checkin":
        return 60 if round_ == 1 else 120
    if phase == "recall":
        return room.steps[step].minutes * (36 if round_ == 1 else 24)
    if phase == "debrief":
        return room.steps[step].minutes * 20
    if phase in ("frame", "break", "harvest", "pledge"):
        return room.steps[step].minutes * 60
    return _SECONDS.get(phase, 0)


def _vote_seconds(room: Room, teams: Iterable[Team]) -> float:
    """One minute on screens of one's own; 20 s and 10 s a seat where a machine goes round the table."""
    shared = [
        len(team.seats)
        for team in teams
        if any(
            room.stations[seat.station].who is Who.TABLE
            for seat in team.seats.values()
            if seat.station in room.stations
        )
    ]
    return 20 + 10 * max(shared) if shared else 60
