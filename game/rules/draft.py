"""Folding a log into a room, and drafting what a command leads to.

    evolve   (room, event) -> room
    replay   events -> room
    Draft    the events, ballots and keys that a command leads to, while they are being decided

Everything impure comes in through `Facts`: the clock, the dice, fresh ids, the keys and contents of sealed
ballots. What they gave stands in the events, so that a replay needs neither clock nor dice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from game.rules.errors import Missing
from game.rules.event import Event, RoomOpened
from game.rules.mappings import replace
from game.rules.model import Actor, Room, Team
from game.rules.sealed import Ballot, Destroy, KeptPledge, Seal

if TYPE_CHECKING:
    from game.rules.phases.base import Phase

T = TypeVar("T")


class Facts(Protocol):
    """What the rules may ask of the world."""

    @property
    def now(self) -> int:
        """The server's clock in ms."""

    @property
    def host_gone(self) -> int:
        """Ms since a host was last connected; 0 while one is here."""

    def suggested(self, team: str) -> int:
        """How many dilemmas of its own the team has sent, as far as is remembered: the log does not say."""

    @property
    def lead_gone(self) -> int:
        """Ms since a host who leads was last connected; 0 while one is here."""

    def new_id(self, prefix: str) -> str:
        """A fresh id, unique in the room."""

    def shuffled(self, items: Sequence[T]) -> tuple[T, ...]:
        """The items in a drawn order."""

    def key(self, box: str, seat: str) -> str:
        """The seat's key in a box: an HMAC under the box's secret, the same as long as the box lives."""

    def ballots(self, box: str, round: int) -> tuple[Ballot, ...]:
        """What lies sealed in a box, in no order."""

    def pledged(self, mark: str, key: str) -> bool:
        """Whether a pledge lies under this mark already, in a box or kept, other than the ballot with this
        key.
        """


class Decision(NamedTuple):
    """What a command leads to. All of it is stored in one transaction or not at all."""

    room: Room
    events: tuple[Event, ...] = ()
    seals: tuple[Seal, ...] = ()
    destroys: tuple[Destroy, ...] = ()
    pledges: tuple[KeptPledge, ...] = ()
    suggester: str | None = None
    """The team whose own dilemma is among the events: counted in memory, and never written down."""

    @property
    def already(self) -> bool:
        """What was asked for was already so."""
        return not self.events


@dataclass(slots=True)
class Draft:
    """A decision in the making: each added event is folded at once, so that what follows sees it."""

    room: Room
    actor: Actor
    facts: Facts
    phases: Mapping[str, Phase]
    events: list[Event] = field(default_factory=list)
    seals: list[Seal] = field(default_factory=list)
    destroys: list[Destroy] = field(default_factory=list)
    pledges: list[KeptPledge] = field(default_factory=list)
    suggester: str | None = None

    @property
    def now(self) -> int:
        return self.facts.now

    @property
    def moment(self) -> int:
        """The room's version before this decision."""
        return self.room.version - len(self.events)

    def add(self, event: Event) -> None:
        self.room = evolve(self.room, event)
        self.events.append(event)

    def team(self, team_id: str | None) -> Team:
        """The team as it now stands; refuses when there is none."""
        team = self.room.teams.get(team_id or "")
        if team is None:
            raise Missing("unknown_team")
        return team

    def seal(self, box: str, round_: int, seat: str, body: dict[str, Any]) -> None:
        self.seals.append(Seal(box, round_, self.facts.key(box, seat), body, seat))

    def ballots(self, box: str, round_: int = 1) -> tuple[Ballot, ...]:
        """What lies in a box, with what this very decision seals in it and without what it destroys."""
        emptied = {Destroy(box, None), Destroy(box, round_)} & set(self.destroys)
        lying = {} if emptied else {ballot.key: ballot for ballot in self.facts.ballots(box, round_)}
        lying.update({s.key: Ballot(s.key, s.body) for s in self.seals if (s.box, s.round) == (box, round_)})
        return tuple(lying.values())

    def destroy(self, box: str, round_: int | None = None) -> None:
        """Ballots go with the box or its round; those that this decision has sealed are never stored at
        all.
        """
        if Destroy(box, round_) not in self.destroys:
            self.destroys.append(Destroy(box, round_))
        self.seals = [s for s in self.seals if s.box != box or round_ not in (None, s.round)]

    def decision(self) -> Decision:
        return Decision(
            self.room,
            tuple(self.events),
            tuple(self.seals),
            tuple(self.destroys),
            tuple(self.pledges),
            self.suggester,
        )


def evolve(room: Room | None, event: Event) -> Room:
    """The room after an event, one version on."""
    if room is None:
        if not isinstance(event, RoomOpened):
            raise ValueError(f"a log begins with room_opened, not {event.type}")
        room = event.create()
    after = event.apply(room)
    if after is room:
        return replace(room, version=room.version + 1)
    # Nobody else has seen this value yet; a vote is spared a third copy of the whole room.
    object.__setattr__(after, "version", room.version + 1)
    return after


def replay(events: Iterable[Event]) -> Room:
    """The room that a log tells of. Raises `ValueError` for an empty log or one without its beginning."""
    room: Room | None = None
    for event in events:
        room = evolve(room, event)
    if room is None:
        raise ValueError("an empty log tells of no room")
    return room
