"""Orders that are made durable together: decided one after the other in memory, written as one.

Every vote passes here, so the statements go to the driver as they are (see `statements`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from sqlite3 import Connection
from typing import Any, NamedTuple

from pydantic_core import to_json

from game.rules import EVENT, Decision, Room, evolve
from game.rules.errors import Missing
from game.rules.event import LeadGiven, StationEntered
from game.rules.sealed import Destroy, Seal
from server.store import statements as sql
from server.store.contract import Committed, Order
from server.store.facts import StoredFacts

Name = tuple[str, str, str]
"""(room, by, id): what names an order for ever."""


class Settled(NamedTuple):
    """What an order led to, without the room: a thousand orders hold on to one value of it."""

    room: str
    version: int
    already: bool
    repeated: bool = False
    station: str | None = None
    teams: frozenset[str] | None = frozenset()
    seals: tuple[Seal, ...] = ()


@dataclass(slots=True)
class Known:
    """What the writer remembers of a room: its last committed value and the secrets of its boxes."""

    room: Room
    secrets: dict[str, bytes] = field(default_factory=dict)
    suggested: Counter[str] = field(default_factory=Counter)
    """team -> dilemmas of its own that it has sent while this is remembered; nowhere on the disk."""


def fold(connection: Connection, room_id: str, room: Room | None) -> Room | None:
    """The room with the tail of its log that is newer than `room`; None when there is no such room."""
    after = 0 if room is None else room.version
    for (body,) in connection.execute(sql.TAIL, {"room_id": room_id, "after": after}).fetchall():
        room = evolve(room, EVENT.validate_json(body))
    return room


class Batch:
    """Collects what a transaction will write. Nothing is written before `write`; a refused order leaves
    nothing behind.
    """

    def __init__(self, connection: Connection, known: Mapping[str, Known], dice: Random) -> None:
        self._connection = connection
        self._known = known
        self._dice = dice
        self.rooms: dict[str, Room] = {}
        """Touched rooms as they will be."""
        self.secrets: dict[tuple[str, str], bytes | None] = {}
        """New secrets, and None for those that are destroyed."""
        self.suggested: Counter[tuple[str, str]] = Counter()
        """(room, team) -> the same, in this batch."""
        self.destroys = False
        self._earlier: dict[Name, Settled] = {}
        self._events: list[dict[str, Any]] = []
        self._outcomes: list[dict[str, Any]] = []
        self._tokens: list[dict[str, Any]] = []
        self._pledges: list[dict[str, Any]] = []
        self._closed: dict[str, int] = {}
        self._handed: set[str] = set()  # rooms whose lead was given away: the key must not take it back
        self._sealed: dict[tuple[str, str], dict[int, dict[str, str]]] = {}
        self._emptied: set[tuple[str, str, int | None]] = set()

    def recall(self, orders: Iterable[Order]) -> None:
        """Looks up which of these orders were given before."""
        for order in orders:
            if order.id is None:
                continue
            name = {"room_id": order.room, "sender": order.by, "name": order.id}
            row = self._connection.execute(sql.EARLIER, name).fetchone()
            if row is not None:
                version, already, station = row
                self._earlier[(order.room, order.by, order.id)] = Settled(
                    order.room, version, bool(already), True, station
                )

    def settle(self, order: Order) -> Settled:
        """What the order will have led to once `write` is durable. Raises `Refused`."""
        room = self._room(order.room)
        earlier = self._earlier.get((order.room, order.by, order.id or ""))
        if earlier is not None and not _gone(room, earlier.station):
            self._give_token(order, earlier.station)
            return Settled(order.room, earlier.version, earlier.already, True, earlier.station)
        facts = StoredFacts(order, self._dice, self)
        decision = order.decide(room, facts)
        self.secrets.update({(order.room, box): secret for box, secret in facts.made.items()})
        return self._take(order, room, decision)

    def outcome(self, settled: Settled) -> Committed:
        """The same with the room as this batch leaves it."""
        return Committed(
            self.rooms[settled.room],
            settled.version,
            settled.already,
            settled.repeated,
            settled.station,
            settled.teams,
            settled.seals,
        )

    def write(self) -> None:
        """Everything collected, in as few statements as it takes."""
        run = self._run
        ended = [{"room_id": room} for room in self._closed]
        run(sql.END_TOKENS, ended)
        run(sql.END_OUTCOMES, ended)
        run(sql.END_BALLOTS, ended)
        run(sql.END_BOXES, ended)
        run(sql.END_ROOM, [{"room_id": room, "at": at} for room, at in self._closed.items()])
        whole = [{"room_id": room, "box_id": box} for room, box, vote in self._emptied if vote is None]
        run(sql.EMPTY_BOX, whole)
        run(sql.BURN_KEY, whole)
        run(
            sql.EMPTY_ROUND,
            [{"room_id": room, "box_id": box, "vote": n} for room, box, n in self._emptied if n is not None],
        )
        run(sql.END_KEY, [{"room_id": room} for room in self._handed])
        run(sql.LOG, self._events)
        run(sql.REMEMBER, [row for row in self._outcomes if row["room"] not in self._closed])
        run(sql.GIVE_TOKEN, self._tokens)
        run(sql.KEEP_PLEDGE, self._pledges)
        run(
            sql.NEW_BOX,
            [
                {"room": room, "box": box, "secret": secret}
                for (room, box), secret in self.secrets.items()
                if secret is not None and room not in self._closed
            ],
        )
        run(
            sql.PUT_BALLOT,
            [
                {"room": room, "box": box, "round": vote, "key": key, "body": body}
                for (room, box), votes in self._sealed.items()
                for vote, sealed in votes.items()
                for key, body in sealed.items()
            ],
        )

    def _run(self, statement: str, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._connection.executemany(statement, rows)

    def _room(self, room_id: str) -> Room:
        if room_id not in self.rooms:
            known = self._known.get(room_id)
            room = fold(self._connection, room_id, known.room if known else None)
            if room is None:
                raise Missing("unknown_code")
            self.rooms[room_id] = room
        return self.rooms[room_id]

    def _take(self, order: Order, room: Room, decision: Decision) -> Settled:
        """Collects what the decision writes; all of it is made before any of it is kept."""
        after = decision.room
        rows = [
            {"room": order.room, "seq": seq, "body": event.model_dump_json()}
            for seq, event in enumerate(decision.events, start=room.version + 1)
        ]
        sealed = [(seal, to_json(seal.body).decode()) for seal in decision.seals]
        kept = [
            {"room": order.room, "mark": pledge.mark, "sealed": pledge.sealed} for pledge in decision.pledges
        ]
        self._events += rows
        self._pledges += kept
        for seal, body in sealed:
            self._sealed.setdefault((order.room, seal.box), {}).setdefault(seal.round, {})[seal.key] = body
        for destroy in decision.destroys:
            self._destroy(order.room, destroy)
        if decision.suggester:
            self.suggested[(order.room, decision.suggester)] += 1
        self.rooms[order.room] = after
        teams: set[str | None] = set()
        station = None
        for event in decision.events:
            teams.add(event.team)
            if isinstance(event, StationEntered):
                station = event.station
            elif isinstance(event, LeadGiven) and event.by is not None:
                self._handed.add(order.room)
        if after.closed and not room.closed:
            self._close(order)
        self._give_token(order, station)
        outcome = Settled(
            order.room,
            after.version,
            decision.already,
            station=station,
            teams=None if None in teams else frozenset(teams),  # type: ignore[arg-type]
            seals=decision.seals,
        )
        if order.id is not None:
            self._earlier[(order.room, order.by, order.id)] = outcome
            self._outcomes.append(
                {
                    "room": order.room,
                    "by": order.by,
                    "id": order.id,
                    "version": after.version,
                    "already": decision.already,
                    "station": station,
                }
            )
        return outcome

    def _destroy(self, room_id: str, destroy: Destroy) -> None:
        self.destroys = True
        self._emptied.add((room_id, destroy.box, destroy.round))
        if destroy.round is None:
            self._sealed.pop((room_id, destroy.box), None)
            self.secrets[(room_id, destroy.box)] = None
        elif votes := self._sealed.get((room_id, destroy.box)):
            votes.pop(destroy.round, None)

    def _close(self, order: Order) -> None:
        self.destroys = True
        self._closed[order.room] = order.now
        ended = {"room": "", "station": ""}
        self._tokens = [row | ended if row["room"] == order.room else row for row in self._tokens]
        for place in [place for place in self._sealed if place[0] == order.room]:
            del self._sealed[place]

    def _give_token(self, order: Order, station: str | None) -> None:
        if order.token is not None and station is not None and not self._room(order.room).closed:
            self._tokens.append({"hash": order.token, "room": order.room, "station": station})

    def sent(self, room_id: str, team: str) -> int:
        """Dilemmas of its own that the team has sent, those of this batch too."""
        known = self._known.get(room_id)
        return self.suggested[(room_id, team)] + (known.suggested[team] if known else 0)

    def secret(self, room_id: str, box: str) -> bytes | None:
        """The box's secret, if it has one."""
        if (room_id, box) in self.secrets:
            return self.secrets[(room_id, box)]
        known = self._known.get(room_id)
        if known and box in known.secrets:
            return known.secrets[box]
        row = self._connection.execute(sql.SECRET, {"room_id": room_id, "box_id": box}).fetchone()
        if row is None:
            return None
        secret: bytes = row[0]
        if known:
            known.secrets[box] = secret
        return secret

    def pledged(self, room_id: str, mark: str, key: str) -> bool:
        """Whether a pledge is kept under this mark, or lies in a box that no table has left yet."""
        kept = {"room_id": room_id, "pledge_mark": mark}
        if any((row["room"], row["mark"]) == (room_id, mark) for row in self._pledges):
            return True
        if self._connection.execute(sql.PLEDGED, kept).fetchone() is not None:
            return True
        emptied = {box for room, box, _ in self._emptied if room == room_id}
        lying = set(self._connection.execute(sql.LIES_PLEDGED, kept))
        here = {(box, other) for box, other in lying if box not in emptied and other != key}
        # A ballot that this batch replaces lies no longer; what it puts in its place is looked at below.
        for (room, box), votes in self._sealed.items():
            for other, body in votes.get(1, {}).items() if room == room_id else ():
                here.discard((box, other))
                if other != key and f'"mark":"{mark}"' in body:
                    return True
        return bool(here)

    def ballots(self, room_id: str, box: str, vote: int) -> list[tuple[str, str]]:
        """What lies in the box, what this batch does to it counted in."""
        found: dict[str, str] = {}
        if not {(room_id, box, None), (room_id, box, vote)} & self._emptied:
            found = dict(
                self._connection.execute(sql.LYING, {"room_id": room_id, "box_id": box, "vote": vote})
            )
        found |= self._sealed.get((room_id, box), {}).get(vote, {})
        return sorted(found.items())


def _gone(room: Room, station: str | None) -> bool:
    """Whether the station that once entered is no longer there and may enter anew."""
    return station is not None and station not in room.stations and not room.removed.get(station, False)
