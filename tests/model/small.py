"""A small session in which there is an end to all that can happen: at most three seats, two cards, one host.

What people may send is reduced, and nothing is left to chance:

- Only what can move a table or the hall, change who is there, who reads and who is done, or what stands
  still. Everything else (`STILL`) leads to a room that looks the same.
- One way stands for those that lead to the same (`ALIKE`): any choice for every choice, being away for having
  fallen silent, leaving for being removed.
- That the hosts have been gone for long can come about at any time, so it is no part of a room: what needs it
  is always tried.
- Time either passes until the next deadline or does not.

Rooms are told apart by `sight` alone. Seats stand in it in the order in which they came, as that decides who
reads; what they are called is nothing to it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from game.rules import SYSTEM, Actor, Command, MemoryFacts, Room, Team, TimeUp, Who, deadlines
from game.rules.command import Enter, Hear, Recover, Silence
from game.rules.model import Stage, Turn
from game.rules.timer import Timer
from tests.model.moves import Node, actors, after, made
from tests.rules.anything import KINDS
from tests.rules.build import LIGHT, OTHER, session

Act = tuple[str, dict[str, Any]]
Part = Literal["pauses", "pauses of one table", "time-outs", "paces", "away", "newcomers", "swaps"]
"""What a world may do without."""

HALL: tuple[Act, ...] = (
    ("open_next", {}), ("skip_step", {}), ("deal_card", {"ready": True}), ("deal_card", {"own": True}),
    ("close_vote", {}), ("vote_again", {}), ("gather_teams", {}), ("close_room", {}),
    ("pause", {}), ("resume", {}), ("set_pace", {"pace": "hall"}), ("set_pace", {"pace": "table"}),
)  # fmt: skip
TABLE: tuple[Act, ...] = (
    ("open_next", {}), ("skip_step", {}), ("swap_card", {}), ("close_vote", {}), ("vote_again", {}),
    ("end_timeout", {"how": "continue"}), ("end_timeout", {"how": "swap"}), ("pause", {}), ("resume", {}),
)  # fmt: skip
"""What a host may ask of one table."""
SEATED: tuple[Act, ...] = (
    ("open_next", {}), ("draw_card", {}), ("swap_card", {}), ("close_vote", {}), ("vote_again", {}),
    ("call_timeout", {}), ("end_timeout", {"how": "continue"}), ("end_timeout", {"how": "swap"}),
    ("continue_alone", {}), ("add_seat", {}), ("leave", {}),
)  # fmt: skip
SEAT: tuple[Act, ...] = (("cast_vote", {"choice": "a"}), ("show_counts", {}), ("remove_seat", {}))
STILL: tuple[Act, ...] = (
    ("acknowledge", {}), ("raise_hand", {}), ("end_timeout", {"how": "call"}), ("open_twist", {}),
    ("ask_time", {}), ("show_prompt", {"index": 1}), ("write_note", {"text": "Bra.", "tag": "improve"}),
    ("lock", {"on": True}), ("send_message", {"text": "Hej"}), ("extend", {"minutes": 1, "seen": 0}),
    ("suggest_card", {"situation": "Någon ringer och gråter."}),
    ("set_clock", {"factor": 150, "hard": False}),
)  # fmt: skip
WITHOUT: dict[Part, tuple[str, ...]] = {
    "time-outs": ("call_timeout", "end_timeout"), "paces": ("set_pace",), "swaps": ("swap_card",),
}  # fmt: skip
FULL = 3
"""Seats at most."""


@dataclass(frozen=True, slots=True)
class Small:
    """`seats` are those of each station round the table."""

    name: str
    seats: tuple[int, ...]
    pace: Literal["hall", "table"]
    programme: str
    without: frozenset[Part] = frozenset()

    def start(self) -> tuple[Node, MemoryFacts]:
        played = session(self.programme, pace=self.pace, cards=(LIGHT, OTHER), max_team=FULL, k_tables=1)
        for n in self.seats:
            if n > 1:
                played.table(n, 1)
            else:
                played.solo(1)
        played.host()
        return Node(played.room, {}, played.facts.now), played.facts

    def has(self, kind: str, *, one_table: bool = False) -> bool:
        """Whether a command is part of it."""
        if kind in ("pause", "resume"):
            return ("pauses of one table" if one_table else "pauses") not in self.without
        return not any(kind in WITHOUT.get(part, ()) for part in self.without)


def presses(world: Small, room: Room) -> Iterator[tuple[Actor, Command]]:
    """What everybody may send that could change anything."""
    for actor in actors(room):
        if actor.who is Who.HOST:
            yield from _hosts(world, room, actor)
        else:
            yield from _seated(world, room, actor)


def _hosts(world: Small, room: Room, actor: Actor) -> Iterator[tuple[Actor, Command]]:
    for kind, fields in HALL:
        if world.has(kind):
            yield actor, made(kind, room, actor, None, **fields)
    for team in room.teams:
        for kind, fields in TABLE:
            if world.has(kind, one_table=True):
                yield actor, made(kind, room, actor, team, **fields)
    yield actor, made("remove_station", room, actor, None, station=actor.station)


def _seated(world: Small, room: Room, actor: Actor) -> Iterator[tuple[Actor, Command]]:
    team = room.teams[actor.team or ""]
    for kind, fields in SEATED:
        if world.has(kind) and actor.who in KINDS[kind].by:
            yield actor, made(kind, room, actor, None, **fields)
    for seat in team.seats_of(actor.station):
        for kind, fields in SEAT:
            yield actor, made(kind, room, actor, None, seat=seat, **fields)
    for seat in team.seats if "away" not in world.without else ():
        kind = "mark_back" if team.seats[seat].away else "mark_away"
        yield actor, made(kind, room, actor, None, seat=seat)


def happenings(world: Small, node: Node) -> Iterator[tuple[Node, Command]]:
    """What the server asks by itself: time is up, it was restarted, somebody comes."""
    room = node.room
    for due in deadlines(room):
        yield replace(node, now=max(node.now, due.at)), TimeUp(team=due.team, serial=due.serial)
    if "pauses" not in world.without:
        yield node, Recover(beat=node.now)
    if not any(one.who is Who.HOST for one in room.stations.values()):
        yield node, Enter(kind="host", lead=True)
    if "newcomers" not in world.without and sum(len(team.seats) for team in room.teams.values()) < FULL:
        yield node, Enter(kind="solo", team=1)


def steps(world: Small, node: Node, facts: MemoryFacts) -> Iterator[tuple[Actor, Command, Node]]:
    """(who, what, where it led): everything that is not refused."""
    for actor, command in presses(world, node.room):
        led = after(replace(node, gone=command.type == "continue_alone"), actor, command, facts)
        if led is not None:
            yield actor, command, led
    for before, command in happenings(world, node):
        led = after(before, SYSTEM, command, facts)
        if led is not None:
            yield SYSTEM, command, led


# --- what is left out, and leads nowhere else ---


def still(room: Room) -> Iterator[tuple[Actor, Command]]:
    """What is thought to change nothing that is seen."""
    for actor in actors(room):
        for kind, fields in STILL:
            if actor.who in KINDS[kind].by:
                yield actor, made(kind, room, actor, None, **fields)


def alike(room: Room) -> Iterator[tuple[tuple[Actor, Command], tuple[Actor, Command]]]:
    """Pairs that are thought to lead to the same: one that is left out, and one that is not."""
    host = next((one for one in actors(room) if one.who is Who.HOST), None)
    for actor in actors(room):
        team = room.teams.get(actor.team or "")
        if team is None:
            continue
        for seat in team.seats_of(actor.station):
            a = made("cast_vote", room, actor, None, seat=seat, choice="a")
            for other in ("b", "pass"):
                yield (actor, made("cast_vote", room, actor, None, seat=seat, choice=other)), (actor, a)
            if actor.who is Who.SOLO and actor.station is not None:
                away, silent = team.seats[seat].away, team.seats[seat].silent
                if silent or not away:
                    heard = Hear(station=actor.station) if away else Silence(station=actor.station)
                    kind = "mark_back" if away else "mark_away"
                    yield (SYSTEM, heard), (actor, made(kind, room, actor, None, seat=seat))
        if host is not None:
            gone = made("remove_station", room, host, None, station=actor.station)
            yield (host, gone), (actor, made("leave", room, actor, None))


# --- what a room looks like ---


def sight(room: Room) -> Hashable:
    """All that going on can depend on."""
    if room.closed:
        return "closed"
    return (
        bool(room.paused), room.settings.pace, room.started is not None, room.own, room.card, room.dealt,
        _stage(room.stage), sum(one.who is Who.HOST for one in room.stations.values()),
        tuple(_team(room, team) for team in room.teams.values()),
    )  # fmt: skip


def _stage(stage: Stage) -> Hashable:
    return stage.step, stage.phase, stage.round, _timer(stage.timer), _timer(stage.grace)


def _timer(timer: Timer | None) -> str:
    return "" if timer is None else "runs" if timer.ends is not None else "stands"


def _team(room: Room, team: Team) -> Hashable:
    stations = {name: n for n, name in enumerate(dict.fromkeys(one.station for one in team.seats.values()))}
    turn = team.turn
    return (
        team.way, _stage(team.stage), team.rotation, team.paused, team.held, team.timeout, team.alone,
        team.swapped, team.played, team.offer,
        tuple(
            (stations[seat.station], seat.away, room.stations[seat.station].who is Who.TABLE)
            + (() if turn is None else (name in turn.voted[0], name in turn.voted[1], name in turn.show))
            for name, seat in team.seats.items()
        ),
        turn and _turn(turn, team),
    )  # fmt: skip


def _turn(turn: Turn, team: Team) -> Hashable:
    """Who has voted and left is told by how many, as that decides what is shown."""
    gone = tuple(len(voted - team.seats.keys()) for voted in turn.voted)
    return (
        turn.card, turn.ready, turn.closed, turn.tallied, turn.compared, turn.before is None, gone,
        tuple(len(machines | team.stations) > 1 for machines in turn.machines),
    )  # fmt: skip
