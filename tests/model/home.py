"""The way home: from any state to the end, with a host, and without."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

from game.rules import SYSTEM, Actor, Command, MemoryFacts, Room, Team, Who
from game.rules.command import Enter
from tests.model.moves import Node, actors, after, made
from tests.model.shape import shape

FAR = 400
"""Presses after which somebody who has not come home is taken to be stuck."""
ALONE = ("end_timeout", "continue_alone", "draw_card", "accept_heavy", "close_vote", "open_next")


class Homes:
    """Which states are known to lead home, so that no way is walked twice."""

    def __init__(self, facts: MemoryFacts) -> None:
        self._facts = facts
        self._led, self._walked = set[Hashable](), set[Hashable]()
        self.presses = 0

    def with_a_host(self, node: Node) -> bool:
        """A host who leads, one who comes back through the door if none is left, gets every table to its end
        without closing the room by force; and could close it at any time.
        """
        return self._home(replace(node, gone=False), self._led, self._lead)

    def without_one(self, node: Node) -> bool:
        """Every table that has begun comes to its end by itself, whoever else has left, when its time without
        a host is over.
        """
        if node.room.started is None:
            return True
        return self._home(replace(node, gone=True), self._walked, self._walk)

    def _home(self, node: Node, known: set[Hashable], press: Callable[[Node], Node | None]) -> bool:
        way: set[Hashable] = set()
        for _ in range(FAR):
            here = shape(node.room, node.gone)
            if here in known or node.room.closed:
                known |= way
                return True
            way.add(here)
            following = press(node)
            if following is None:
                return False
            if following is node:  # everybody is at the end
                known |= way
                return True
            node, self.presses = following, self.presses + 1
        return False

    # --- with a host ---

    def _lead(self, node: Node) -> Node | None:
        """The next press; the same node when nobody has anything left to do, None when nothing helps."""
        host = next((one for one in actors(node.room) if _leads(node.room, one)), None)
        if host is None:
            return after(node, SYSTEM, Enter(kind="host"), self._facts)
        if after(node, host, made("close_room", node.room, host, None), self._facts) is None:
            return None
        if node.room.started is not None and all(team.stage.phase == "closed" for team in _seated(node.room)):
            return node
        for command in self._leading(node.room, host):
            led = after(node, host, command, self._facts)
            if led is not None and led.room.version > node.room.version:
                return led
        return None

    def _leading(self, room: Room, host: Actor) -> Iterator[Command]:
        if room.paused:
            yield made("resume", room, host, None)
        for team in _seated(room):
            if team.paused:
                yield made("resume", room, host, team.id)
            if team.timeout:
                yield made("end_timeout", room, host, team.id, how="continue")
        if room.settings.pace == "table" and room.started is not None:
            for team in _seated(room):
                yield made("skip_step", room, host, team.id)
        yield made("deal_card", room, host, None, ready=True)
        yield made("open_next", room, host, None)
        yield made("skip_step", room, host, None)

    # --- without one ---

    def _walk(self, node: Node) -> Node | None:
        seated = [team for team in _seated(node.room) if team.stage.phase != "closed"]
        if not seated:
            return node
        for actor in actors(node.room):
            if actor.who not in (Who.SOLO, Who.TABLE) or actor.team != seated[0].id:
                continue
            for kind in ALONE:
                fields = {"how": "continue"} if kind == "end_timeout" else {}
                led = after(node, actor, made(kind, node.room, actor, None, **fields), self._facts)
                if led is not None and led.room.version > node.room.version:
                    return led
        return None


def _leads(room: Room, actor: Actor) -> bool:
    return actor.who is Who.HOST and room.stations[actor.station or ""].lead


def _seated(room: Room) -> list[Team]:
    return [team for team in room.teams.values() if team.seats]
