"""From every state of a whole session through the shapes that a room can take: the nearest first, and as many
at random, so that it also gets far.
"""

from __future__ import annotations

import time
from collections.abc import Hashable
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from game.rules import MemoryFacts
from tests.model.home import Homes
from tests.model.moves import Node, steps
from tests.model.shape import shape
from tests.model.spine import spine
from tests.rules.build import HEAVY, LIGHT, OTHER, session

Way = tuple[Node, tuple[str, ...]]
"""A state, and what was pressed on the way there."""


@dataclass(frozen=True, slots=True)
class World:
    """Where it begins: three seats, two of them round one machine, and a host."""

    name: str
    programme: str
    pace: Literal["hall", "table"]
    helper: bool = False
    hard: bool = False

    def start(self) -> tuple[Node, MemoryFacts]:
        played = session(
            self.programme,
            pace=self.pace,
            cards=(LIGHT, OTHER, HEAVY),
            max_team=3,
            hard=self.hard,
            k_tables=1,
        )
        played.table(2, 1)
        played.solo(1)
        played.host()
        if self.helper:
            played.enter("host", lead=False)
        return Node(played.room, {}, played.facts.now), played.facts


WORLDS = (
    World("two cards, own pace", "round:prov/luren round:prov/kylen", "table"),
    World("two cards, hall's pace", "round:prov/luren round:prov/kylen", "hall"),
    World("drawn cards, one heavy, a co-host", "round round", "table", helper=True),
    World("hard clocks", "round round", "hall", hard=True),
    World("check-in, harvest and pledge", "checkin round:prov/luren harvest pledge", "table"),
    World("the whole, hall's pace", "frame checkin practice harvest pledge debrief", "hall", helper=True),
)


@dataclass
class Explored:
    """What one world came to."""

    world: str
    line: int = 0
    """Shapes of the session as it is meant."""
    states: int = 0
    transitions: int = 0
    depth: int = 0
    whole: bool = False
    """Whether nothing was left to explore, or the bound was met."""
    closed: int = 0
    stuck: list[str] = field(default_factory=list)
    presses: int = 0
    seconds: float = 0

    def __str__(self) -> str:
        bound = "all there are" if self.whole else "as far as the bound"
        return (
            f"{self.world}: {self.states} states from {self.line} of a session as it is meant, "
            f"{self.transitions} transitions, depth {self.depth} ({bound}), {self.closed} closed, "
            f"{self.presses} presses on the ways home, {self.seconds:.0f} s; {len(self.stuck)} stuck"
        )


class Frontier:
    """States that wait to be looked at, by how many presses they are from the session as it is meant."""

    def __init__(self, dice: Random) -> None:
        self._dice, self._by_depth, self._near = dice, dict[int, list[Way]](), True

    def __bool__(self) -> bool:
        return bool(self._by_depth)

    def add(self, node: Node, way: tuple[str, ...]) -> None:
        self._by_depth.setdefault(len(way), []).append((node, way))

    def pop(self) -> Way:
        """One of the nearest, and every other time any one."""
        self._near = not self._near
        depth = min(self._by_depth) if self._near else self._dice.choice(sorted(self._by_depth))
        here = self._by_depth[depth]
        at = self._dice.randrange(len(here))
        here[at], here[-1] = here[-1], here[at]
        found = here.pop()
        if not here:
            del self._by_depth[depth]
        return found


def explore(world: World, most: int, seed: int = 1) -> Explored:
    """At most so many states."""
    began = time.monotonic()
    start, facts = world.start()
    found, homes, waiting = Explored(world.name), Homes(facts), Frontier(Random(seed))
    seen: set[Hashable] = set()
    for node in spine(start, facts):
        if (here := shape(node.room, node.gone)) not in seen:
            seen.add(here)
            waiting.add(node, ())
    found.line = len(seen)
    while waiting and found.states < most:
        node, way = waiting.pop()
        found.states, found.depth = found.states + 1, max(found.depth, len(way))
        if node.room.closed:
            found.closed += 1
            continue
        if not homes.with_a_host(node):
            found.stuck.append(f"with a host, {told(node)}, after {' > '.join(way)}")
        if not homes.without_one(node):
            found.stuck.append(f"without one, {told(node)}, after {' > '.join(way)}")
        for done, led in steps(node, facts):
            found.transitions += 1
            if (here := shape(led.room, led.gone)) not in seen:
                seen.add(here)
                waiting.add(led, (*way, done))
    found.whole, found.presses = not waiting, homes.presses
    found.seconds = time.monotonic() - began
    return found


def told(node: Node) -> str:
    """Where everybody is."""
    room = node.room
    return " ".join(str(stage.place) for stage in (room.stage, *(team.stage for team in room.teams.values())))
