"""A whole session as it is meant, press by press: what is explored begins at each of its states."""

from __future__ import annotations

from collections.abc import Iterator

from game.rules import Actor, Command, MemoryFacts, Who
from tests.model.moves import Node, actors, after, made, people

SAID = frozenset({"cast_vote", "check_in", "mark_harvest", "make_pledge", "rate", "write_note"})
LEADING = ("deal_card", "draw_card", "accept_heavy", "open_next")


def spine(node: Node, facts: MemoryFacts) -> Iterator[Node]:
    """Every state from the door to the end, in which everybody says what they are asked."""
    for _ in range(200):
        yield node
        if node.room.closed:
            return
        for actor, command in list(people(node.room)):
            if command.type in SAID:
                led = after(node, actor, command, facts)
                if led is not None and led.room.version > node.room.version:
                    node = led
                    yield node
        following = _lead(node, facts)
        if following is None:
            return
        node = following


def _lead(node: Node, facts: MemoryFacts) -> Node | None:
    hall = node.room.settings.pace == "hall" or node.room.started is None
    for actor in actors(node.room):
        if (actor.who is Who.HOST) == hall:
            for kind in LEADING:
                led = after(node, actor, _press(node, actor, kind), facts) if _wants(actor, kind) else None
                if led is not None and led.room.version > node.room.version:
                    return led
    return None


def _wants(actor: Actor, kind: str) -> bool:
    return kind == "open_next" or (kind == "deal_card") == (actor.who is Who.HOST)


def _press(node: Node, actor: Actor, kind: str) -> Command:
    return made(kind, node.room, actor, None, **({"ready": True} if kind == "deal_card" else {}))
