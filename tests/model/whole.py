"""Everything that can happen in a small session, until no room comes up that has not been seen; and then,
from the end backwards, from which of them somebody can lead there.

    with a host   a host, one who comes through the door if none is left, brings every table to its end
                  without closing the room by force, and could close it at any time
    without one   the table's own presses bring it there, whoever else has left, once the hosts are long gone
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from game.rules import SYSTEM, Actor, Command, MemoryFacts, Room, Who
from game.rules.command import Enter
from tests.model.explore import told
from tests.model.moves import Node, after, made
from tests.model.small import Part, Small, alike, sight, steps, still

BY_HOST, BY_TABLE = 1, 2
"""Whose press a step is: a mark on it. Leaving leads nobody on, and closing the room is no way to its end."""
TWO = "round:prov/luren round:prov/kylen"
ONE = "round:prov/luren"

STILL: frozenset[Part] = frozenset({"pauses", "pauses of one table", "time-outs"})
SHORT = (
    Small("one, one card", (1,), "table", ONE, STILL | {"paces", "newcomers"}),
    Small("two, one card", (1, 1), "table", ONE, STILL | {"paces", "newcomers", "swaps"}),
)
"""Some seconds each."""
LONG = (
    Small("three whom something stops, one card", (1, 1, 1), "table", ONE, frozenset(
        {"pauses of one table", "paces", "newcomers", "away", "swaps"})),
    Small("three who come and go, two cards", (1, 1, 1), "table", TWO, STILL | {
        "paces", "newcomers", "swaps"}),
)  # fmt: skip
"""Minutes each. The hall's pace is left to `explore`: where the hall is and where a table is that has gone on
alone are then two things, and their states too many.
"""


@dataclass
class Whole:
    """What one world came to."""

    world: str
    states: int = 0
    transitions: int = 0
    depth: int = 0
    stuck: list[str] = field(default_factory=list)
    left_out: int = 0
    """Presses that were left out of it, and led nowhere else."""
    seconds: float = 0

    def __str__(self) -> str:
        out = f", {self.left_out} presses left out lead nowhere else" if self.left_out else ""
        return (
            f"{self.world}: all {self.states} states, {self.transitions} transitions, depth {self.depth}"
            f"{out}, {self.seconds:.0f} s; {len(self.stuck)} stuck"
        )


@dataclass
class Graph:
    """States by number in the order in which they were found."""

    number: dict[Hashable, int] = field(default_factory=dict)
    came_by: array[int] = field(default_factory=lambda: array("l"))
    by: list[str] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    """Where every table has come to its end, or the room is closed."""
    begun: list[int] = field(default_factory=list)
    tail: array[int] = field(default_factory=lambda: array("l"))
    head: array[int] = field(default_factory=lambda: array("l"))
    whose: array[int] = field(default_factory=lambda: array("b"))

    def add(self, room: Room, came_by: int, by: str) -> tuple[int, bool]:
        """(its number, whether it is a new one)"""
        here = sight(room)
        known = self.number.get(here)
        if known is not None:
            return known, False
        number = self.number[here] = len(self.number)
        self.came_by.append(came_by)
        self.by.append(by)
        if is_end(room):
            self.ends.append(number)
        elif room.started is not None:
            self.begun.append(number)
        return number, True

    def way(self, number: int) -> str:
        """How it was come to."""
        names = []
        while number >= 0:
            names.append(self.by[number])
            number = self.came_by[number]
        return " > ".join(reversed(names[:-1]))

    def leading(self, whose: int) -> bytearray:
        """1 for each state from which steps of this mark lead to an end: backwards from there."""
        before: dict[int, list[int]] = {}
        for tail, head, marks in zip(self.tail, self.head, self.whose, strict=True):
            if marks & whose:
                before.setdefault(head, []).append(tail)
        led = bytearray(len(self.number))
        waiting = list(self.ends)
        for number in waiting:
            led[number] = 1
        while waiting:
            for tail in before.pop(waiting.pop(), ()):
                if not led[tail]:
                    led[tail] = 1
                    waiting.append(tail)
        return led


def is_end(room: Room) -> bool:
    """Whether the room is closed, or has begun and nobody sits at a table that has not finished."""
    seated = [team.stage.phase == "closed" for team in room.teams.values() if team.seats]
    return room.closed or (room.started is not None and all(seated))


def explore_whole(world: Small, *, prove: bool = False) -> Whole:
    """All of it; with `prove` what is left out is tried in every state too. Raises AssertionError when that
    leads anywhere else.
    """
    began = time.monotonic()
    start, facts = world.start()
    found, graph = Whole(world.name), Graph()
    graph.add(start.room, -1, "")
    level = [start]
    while level:
        following: list[Node] = []
        for node in level:
            if not node.room.closed:
                following += _from(world, graph, node, facts, found)
                found.left_out += sum(1 for _ in left_out(node, facts)) if prove else 0
        level, found.depth = following, found.depth + 1
    found.states = len(graph.number)
    _judge(graph, found)
    found.seconds = time.monotonic() - began
    return found


def _from(world: Small, graph: Graph, node: Node, facts: MemoryFacts, found: Whole) -> Iterator[Node]:
    here = graph.number[sight(node.room)]
    for actor, command, led in steps(world, node, facts):
        found.transitions += 1
        number, new = graph.add(led.room, here, f"{actor.who}: {command.type}")
        if new:
            yield led
        graph.tail.append(here)
        graph.head.append(number)
        graph.whose.append(_whose(actor, command))
    if not could_close(node, facts):
        found.stuck.append(f"nobody could close it, {told(node)}, after {graph.way(here)}")


def _whose(actor: Actor, command: Command) -> int:
    if actor.who is Who.HOST:
        return BY_HOST if command.type != "close_room" else 0
    if actor.who is Who.SYSTEM:
        return BY_HOST if isinstance(command, Enter) and command.kind == "host" else 0
    return 0 if command.type in ("leave", "remove_seat") else BY_TABLE


def could_close(node: Node, facts: MemoryFacts) -> bool:
    """Whether a host could, or one who comes in."""
    hosts = [Actor(one.who, one.id) for one in node.room.stations.values() if one.lead]
    if not hosts:
        came = after(node, SYSTEM, Enter(kind="host", lead=True), facts)
        return came is not None and could_close(came, facts)
    return after(node, hosts[0], made("close_room", node.room, hosts[0], None), facts) is not None


def _judge(graph: Graph, found: Whole) -> None:
    led = graph.leading(BY_HOST)
    found.stuck += [f"with a host, after {graph.way(n)}" for n in range(len(led)) if not led[n]]
    led = graph.leading(BY_TABLE)
    found.stuck += [f"without one, after {graph.way(n)}" for n in graph.begun if not led[n]]


def left_out(node: Node, facts: MemoryFacts) -> Iterator[str]:
    """What is left out of a small world, tried: it leads to a room that looks the same, or the same as what
    stands for it.
    """
    here = sight(node.room)
    for actor, command in still(node.room):
        led = after(node, actor, command, facts)
        if led is not None:
            assert sight(led.room) == here, f"{actor.who}: {command.type} at {told(node)}"
            yield command.type
    for one, other in alike(node.room):
        seen = [led and sight(led.room) for led in (after(node, *press, facts) for press in (one, other))]
        if seen[0] is not None:
            assert seen[0] == seen[1], f"{one[1].type} is not {other[1].type} at {told(node)}"
            yield one[1].type
