"""A room in memory: facts without a database, and a game that is played by calling it. For the tour and for
tests.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self, TypeVar

from game.rules.command import Command, Enter
from game.rules.draft import Decision, evolve
from game.rules.engine import decide
from game.rules.event import Event, RoomOpened, StationEntered
from game.rules.model import SYSTEM, Actor, Room
from game.rules.sealed import Ballot, Destroy, KeptPledge, Seal

T = TypeVar("T")
Boxes = dict[str, dict[tuple[int, str], Mapping[str, Any]]]
"""box -> (round, key) -> body"""


@dataclass
class MemoryFacts:
    """Facts that are the same every time: the clock stands until it is moved, and the dice follow `seed`."""

    seed: int = 1
    now: int = 0
    host_gone: int = 0
    lead_gone: int = 0
    boxes: Boxes = field(default_factory=dict)
    pledges: list[KeptPledge] = field(default_factory=list)
    drawn: int = 0
    ids: int = 0
    sent: Counter[str] = field(default_factory=Counter)
    """team -> how many dilemmas of its own it has sent"""

    def suggested(self, team: str) -> int:
        return self.sent[team]

    def new_id(self, prefix: str) -> str:
        self.ids += 1
        return f"{prefix}{self.ids}"

    def shuffled(self, items: Sequence[T]) -> tuple[T, ...]:
        """An order that depends on the seed and on how often has been drawn."""
        self.drawn += 1
        order = sorted(range(len(items)), key=lambda index: self._digest(f"{self.drawn}/{index}"))
        return tuple(items[index] for index in order)

    def key(self, box: str, seat: str) -> str:
        return hmac.new(self._digest(box), seat.encode(), hashlib.sha256).hexdigest()

    def ballots(self, box: str, round: int) -> tuple[Ballot, ...]:
        lying = self.boxes.get(box, {})
        return tuple(
            Ballot(key, body)
            for (there, key), body in sorted(lying.items(), key=lambda item: item[0])
            if there == round
        )

    def pledged(self, mark: str, key: str) -> bool:
        lying = [at[1] for box in self.boxes.values() for at, body in box.items() if body.get("mark") == mark]
        return any(other != key for other in lying) or any(kept.mark == mark for kept in self.pledges)

    def keep(self, decision: Decision) -> None:
        """Do with the boxes what a decision says, as a store does in its transaction."""
        for seal in decision.seals:
            self.boxes.setdefault(seal.box, {})[seal.round, seal.key] = dict(seal.body)
        for destroy in decision.destroys:
            self._destroy(destroy)
        self.pledges.extend(decision.pledges)
        if decision.suggester:
            self.sent[decision.suggester] += 1

    def own(self, seals: Sequence[Seal]) -> dict[str, Mapping[str, Any]]:
        """What seats have sealed, for their own echo: seat -> body."""
        return {seal.seat: seal.body for seal in seals}

    def _destroy(self, destroy: Destroy) -> None:
        if destroy.round is None:
            self.boxes.pop(destroy.box, None)
            return
        lying = self.boxes.get(destroy.box, {})
        self.boxes[destroy.box] = {at: body for at, body in lying.items() if at[0] != destroy.round}

    def _digest(self, text: str) -> bytes:
        return hashlib.sha256(f"{self.seed}/{text}".encode()).digest()


class Game:
    """A room that is played by calling it. Its log is kept, so that it can be replayed."""

    def __init__(self, opened: RoomOpened, facts: MemoryFacts) -> None:
        self.facts = facts
        self.room: Room = evolve(None, opened)
        self.log: list[Event] = [opened]
        self.own: dict[str, Mapping[str, Any]] = {}

    def enter(
        self,
        kind: Literal["solo", "table", "screen", "host"],
        seats: int = 1,
        team: int | None = None,
        *,
        lead: bool = True,
    ) -> Actor:
        """A station comes through the door."""
        decision = self.decide(SYSTEM, Enter(kind=kind, seats=seats, team=team, lead=lead))
        entered = next(event for event in decision.events if isinstance(event, StationEntered))
        return Actor(entered.who, entered.station, entered.team)

    def decide(self, actor: Actor, command: Command) -> Decision:
        """One command, decided and kept."""
        decision = decide(self.room, actor, command, self.facts)
        self.facts.keep(decision)
        self.own.update(self.facts.own(decision.seals))
        self.log.extend(decision.events)
        self.room = decision.room
        return decision

    def does(self, actor: Actor, command: Command) -> list[str]:
        """One command; the types of the events it led to."""
        return [event.type for event in self.decide(actor, command).events]

    def serial(self, actor: Actor) -> int:
        """The serial of the phase that a station sees."""
        team = self.room.team_of(actor.station)
        return (team.stage if team else self.room.stage).serial

    def seats(self, actor: Actor) -> list[str]:
        """The seats that a station acts for."""
        team = self.room.team_of(actor.station)
        return [seat.id for seat in team.seats.values() if seat.station == actor.station] if team else []

    def fork(self) -> Self:
        """The same game, to be played on in another way."""
        other = copy(self)
        other.facts = replace(
            self.facts,
            boxes={box: dict(lying) for box, lying in self.facts.boxes.items()},
            pledges=list(self.facts.pledges),
            sent=Counter(self.facts.sent),
        )
        other.log, other.own = list(self.log), dict(self.own)
        return other
