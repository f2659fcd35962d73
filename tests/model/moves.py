"""Everything that anybody in a room can do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from game.rules import SYSTEM, Actor, Command, MemoryFacts, Refused, Room, TimeUp, Who, deadlines, decide
from game.rules.command import Enter, Hear, Recover, Silence
from game.rules.memory import Boxes
from tests.rules.anything import KINDS

LONG = 200_000
"""Ms without a host after which a table may go on by itself."""
MOST = 5
"""Stations at most; more come only where fewer are."""
PLAIN = (
    "open_next", "skip_step", "draw_card", "accept_heavy", "swap_card", "close_vote", "vote_again",
    "open_twist", "ask_time",
)  # fmt: skip
"""Commands with nothing in them but what they speak of."""
BARE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("acknowledge", {}), ("leave", {}), ("add_seat", {}), ("call_timeout", {}), ("continue_alone", {}),
    ("raise_hand", {}), ("take_lead", {}), ("gather_teams", {}), ("close_room", {}),
    ("end_timeout", {"how": "continue"}), ("end_timeout", {"how": "swap"}), ("end_timeout", {"how": "call"}),
    ("choose_way", {"way": "pass_around"}), ("choose_way", {"way": "cards_up"}),
    ("pause", {}), ("pause", {"look": True}), ("pause", {"anew": True}), ("resume", {}),
    ("set_pace", {"pace": "hall"}), ("set_pace", {"pace": "table"}),
    ("lock", {"on": True}), ("lock", {"on": False}), ("set_clock", {"factor": 100, "hard": True}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Node:
    """A state of a room, with what lies beside its log."""

    room: Room
    boxes: Boxes
    now: int
    gone: bool = False
    """Whether every host has been away for long."""


def after(node: Node, actor: Actor, command: Command, facts: MemoryFacts) -> Node | None:
    """The state that a command leads to; None when it is refused."""
    facts.now, facts.boxes = node.now, node.boxes
    facts.host_gone = facts.lead_gone = LONG if node.gone else 0
    try:
        decision = decide(node.room, actor, command, facts)
    except Refused:
        return None
    facts.boxes = {box: dict(lying) for box, lying in node.boxes.items()}
    facts.keep(decision)
    return replace(node, room=decision.room, boxes=facts.boxes)


def actors(room: Room) -> list[Actor]:
    """Everybody who could press something."""
    return [Actor(one.who, one.id, one.team) for one in room.stations.values()]


def serial(room: Room, team: str | None) -> int:
    return (room.teams[team].stage if team else room.stage).serial


def made(kind: str, room: Room, actor: Actor, team: str | None, **fields: Any) -> Command:
    """A command with the serial that its sender sees."""
    wants = KINDS[kind].model_fields
    if "serial" in wants:
        fields["serial"] = serial(room, team or actor.team)
    if team and "team" in wants:
        fields["team"] = team
    return KINDS[kind].model_validate(fields)


def people(room: Room) -> Iterator[tuple[Actor, Command]]:
    """What everybody may send: a host for the hall and for each table."""
    for actor in actors(room):
        for team in (None, *room.teams) if actor.who is Who.HOST else (None,):
            for kind in PLAIN:
                if actor.who in KINDS[kind].by and (team is None or "team" in KINDS[kind].model_fields):
                    yield actor, made(kind, room, actor, team)
            for kind, fields in BARE:
                if actor.who in KINDS[kind].by and (team is None or "team" in KINDS[kind].model_fields):
                    yield actor, made(kind, room, actor, team, **fields)
        if actor.who is Who.HOST:
            yield from _hosts(room, actor)
        elif actor.who is not Who.SCREEN:
            yield from _seats(room, actor)


def _hosts(room: Room, actor: Actor) -> Iterator[tuple[Actor, Command]]:
    yield actor, made("deal_card", room, actor, None, ready=True)
    yield actor, made("deal_card", room, actor, None, own=True)
    yield actor, made("arrange_steps", room, actor, None, plan=room.planned, steps=())
    for station in room.stations.values():
        yield actor, made("remove_station", room, actor, None, station=station.id)
        if station.who is Who.HOST:
            yield actor, made("hand_over", room, actor, None, station=station.id)


def _seats(room: Room, actor: Actor) -> Iterator[tuple[Actor, Command]]:
    team = room.teams[actor.team or ""]
    for seat in team.seats:
        yield actor, made("mark_away", room, actor, None, seat=seat)
        yield actor, made("mark_back", room, actor, None, seat=seat)
    for seat in team.seats_of(actor.station):
        yield actor, made("remove_seat", room, actor, None, seat=seat)
        yield actor, made("cast_vote", room, actor, None, seat=seat, choice="a")
        yield actor, made("check_in", room, actor, None, seat=seat, number=5)
        yield actor, made("mark_harvest", room, actor, None, seat=seat)
        yield actor, made("make_pledge", room, actor, None, seat=seat)
        yield actor, made("recall_pledge", room, actor, None, seat=seat, kept="done")
        yield actor, made("rate", room, actor, None, seat=seat)
        yield actor, made("show_counts", room, actor, None, seat=seat)
    if len(team.notes) < 2:
        for tag in ("strengthen", "improve"):
            yield actor, made("write_note", room, actor, None, text="Vi lyssnar.", tag=tag)
    if team.turn and team.stage.phase == "vote":
        yield actor, made("tally_cards", room, actor, None, counts={"a": len(team.present)})


def system(node: Node) -> Iterator[tuple[Node, Command]]:
    """What the server may ask by itself: time passes, somebody falls silent or is heard, it was restarted,
    somebody comes.
    """
    room = node.room
    for due in deadlines(room):
        yield replace(node, now=max(node.now, due.at)), TimeUp(team=due.team, serial=due.serial)
    for station in room.stations.values():
        if station.who is Who.SOLO:
            yield node, Silence(station=station.id)
            yield node, Hear(station=station.id)
    yield node, Recover(beat=node.now)
    if len(room.stations) < MOST:
        yield node, Enter(kind="host", lead=not any(one.lead for one in room.stations.values()))
        if sum(len(team.seats) for team in room.teams.values()) < 3:
            yield node, Enter(kind="solo", team=1)


def steps(node: Node, facts: MemoryFacts) -> Iterator[tuple[str, Node]]:
    """(what was done, where it led): everything that is not refused."""
    if not node.gone:
        yield "the hosts are gone", replace(node, gone=True)
    else:
        yield "a host is back", replace(node, gone=False)
    for actor, command in people(node.room):
        led = after(node, actor, command, facts)
        if led is not None:
            yield f"{actor.who}: {command.type}", led
    for before, command in system(node):
        led = after(before, SYSTEM, command, facts)
        if led is not None:
            yield command.type, led
