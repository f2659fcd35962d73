"""Orders that are made durable together: decided one after the other in memory, written as one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, tuple_, update
from sqlalchemy.dialects.sqlite import insert as upsert

from game.rules import EVENT, Decision, Event, Room, evolve
from game.rules.errors import Missing
from game.rules.model import Destroy, KeptPledge
from server.store.contract import Committed, Order
from server.store.facts import StoredFacts, receipt_hash
from server.store.tables import ballots, boxes, events, outcomes, pledges, rooms, tokens

Name = tuple[str, str, str]
"""(room, by, id): what names an order for ever."""

_TAIL = (
    select(events.c.body)
    .where(events.c.room == bindparam("room_id"), events.c.seq > bindparam("after"))
    .order_by(events.c.seq)
)
BALLOTS = select(ballots.c.key, ballots.c.body).where(
    ballots.c.room == bindparam("room_id"),
    ballots.c.box == bindparam("box_id"),
    ballots.c.round == bindparam("vote"),
)
SECRET = select(boxes.c.secret).where(
    boxes.c.room == bindparam("room_id"), boxes.c.box == bindparam("box_id")
)
_PUT = upsert(ballots)
_PUT_BALLOT = _PUT.on_conflict_do_update(set_={"body": _PUT.excluded.body})
_KEEP_PLEDGE = upsert(pledges).on_conflict_do_nothing()
_EMPTY_ROUND = delete(ballots).where(
    ballots.c.room == bindparam("room_id"),
    ballots.c.box == bindparam("box_id"),
    ballots.c.round == bindparam("vote"),
)
_EMPTY_BOX = delete(ballots).where(
    ballots.c.room == bindparam("room_id"), ballots.c.box == bindparam("box_id")
)
_BURN_KEY = delete(boxes).where(boxes.c.room == bindparam("room_id"), boxes.c.box == bindparam("box_id"))
_NAMES = tuple_(outcomes.c.room, outcomes.c.by, outcomes.c.id)
_EARLIER = select(outcomes).where(_NAMES.in_(bindparam("names", expanding=True)))
_END_TOKENS = update(tokens).where(tokens.c.room == bindparam("room_id")).values(room="", station="")
_END_BALLOTS = delete(ballots).where(ballots.c.room == bindparam("room_id"))
_END_BOXES = delete(boxes).where(boxes.c.room == bindparam("room_id"))
_END_ROOM = update(rooms).where(rooms.c.id == bindparam("room_id")).values(closed=bindparam("at"))
_LOG = insert(events)
_OUTCOME = upsert(outcomes)
_REMEMBER = _OUTCOME.on_conflict_do_update(
    set_={name: _OUTCOME.excluded[name] for name in ("version", "already", "station")}
)
_GIVE_TOKEN = insert(tokens)
_NEW_BOX = insert(boxes)
_CHUNK = 500


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
    for body in connection.execute(_TAIL, {"room_id": room_id, "after": after}).scalars():
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
        self._earlier: dict[Name, Committed] = {}
        self._events: list[dict[str, Any]] = []
        self._outcomes: list[dict[str, Any]] = []
        self._tokens: list[dict[str, Any]] = []
        self._pledges: list[dict[str, Any]] = []
        self._closed: dict[str, int] = {}
        self._sealed: dict[tuple[str, str], dict[int, dict[str, str]]] = {}
        self._emptied: set[tuple[str, str, int | None]] = set()

    def recall(self, orders: Iterable[Order]) -> None:
        """Looks up which of these orders were given before."""
        names = [(order.room, order.by, order.id) for order in orders if order.id is not None]
        for start in range(0, len(names), _CHUNK):
            for row in self._connection.execute(_EARLIER, {"names": names[start : start + _CHUNK]}):
                self._earlier[(row.room, row.by, row.id)] = Committed(
                    self._room(row.room), row.version, row.already, repeated=True, station=row.station
                )

    def settle(self, order: Order) -> Committed:
        """The outcome that the order will have once `write` is durable. Raises `Refused`."""
        room = self._room(order.room)
        earlier = self._earlier.get((order.room, order.by, order.id or ""))
        if earlier is not None and not _gone(room, earlier.station):
            self._give_token(order, earlier.station)
            return Committed(room, earlier.version, earlier.already, repeated=True, station=earlier.station)
        facts = StoredFacts(
            order.now,
            order.host_gone,
            order.lead_gone,
            self._dice,
            lambda box: self._secret(order.room, box),
            lambda box, vote: self._ballots(order.room, box, vote),
            lambda team: self._suggested(order.room, team),
        )
        decision = order.decide(room, facts)
        self.secrets.update({(order.room, box): secret for box, secret in facts.made.items()})
        return self._take(order, room, decision)

    def write(self) -> None:
        """Everything collected, in as few statements as it takes."""
        run = self._run
        ended = [{"room_id": room} for room in self._closed]
        run(_END_TOKENS, ended)
        run(_END_BALLOTS, ended)
        run(_END_BOXES, ended)
        run(_END_ROOM, [{"room_id": room, "at": at} for room, at in self._closed.items()])
        whole = [{"room_id": room, "box_id": box} for room, box, vote in self._emptied if vote is None]
        run(_EMPTY_BOX, whole)
        run(_BURN_KEY, whole)
        run(
            _EMPTY_ROUND,
            [{"room_id": room, "box_id": box, "vote": n} for room, box, n in self._emptied if n is not None],
        )
        run(_LOG, self._events)
        run(_REMEMBER, self._outcomes)
        run(_GIVE_TOKEN, self._tokens)
        run(_KEEP_PLEDGE, self._pledges)
        run(
            _NEW_BOX,
            [
                {"room": room, "box": box, "secret": secret}
                for (room, box), secret in self.secrets.items()
                if secret is not None and room not in self._closed
            ],
        )
        run(
            _PUT_BALLOT,
            [
                {"room": room, "box": box, "round": vote, "key": key, "body": body}
                for (room, box), votes in self._sealed.items()
                for vote, sealed in votes.items()
                for key, body in sealed.items()
            ],
        )

    def _run(self, statement: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._connection.execute(statement, rows)

    def _room(self, room_id: str) -> Room:
        if room_id not in self.rooms:
            known = self._known.get(room_id)
            room = fold(self._connection, room_id, known.room if known else None)
            if room is None:
                raise Missing("unknown_code")
            self.rooms[room_id] = room
        return self.rooms[room_id]

    def _take(self, order: Order, room: Room, decision: Decision) -> Committed:
        """Collects what the decision writes; all of it is made before any of it is kept."""
        after = decision.room
        rows = [
            {"room": order.room, "seq": seq, "body": event.model_dump_json()}
            for seq, event in enumerate(decision.events, start=room.version + 1)
        ]
        sealed = [(seal, json.dumps(dict(seal.body), ensure_ascii=False)) for seal in decision.seals]
        kept = [_kept(order.room, pledge) for pledge in decision.pledges]
        self._events += rows
        self._pledges += kept
        for seal, body in sealed:
            self._sealed.setdefault((order.room, seal.box), {}).setdefault(seal.round, {})[seal.key] = body
        for destroy in decision.destroys:
            self._destroy(order.room, destroy)
        if decision.suggester:
            self.suggested[(order.room, decision.suggester)] += 1
        self.rooms[order.room] = after
        if after.closed and not room.closed:
            self._close(order)
        station = _entered(decision.events)
        self._give_token(order, station)
        outcome = Committed(
            after,
            after.version,
            decision.already,
            station=station,
            teams=_teams(decision.events),
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

    def _suggested(self, room_id: str, team: str) -> int:
        known = self._known.get(room_id)
        return self.suggested[(room_id, team)] + (known.suggested[team] if known else 0)

    def _secret(self, room_id: str, box: str) -> bytes | None:
        if (room_id, box) in self.secrets:
            return self.secrets[(room_id, box)]
        known = self._known.get(room_id)
        if known and box in known.secrets:
            return known.secrets[box]
        secret: bytes | None = self._connection.execute(SECRET, {"room_id": room_id, "box_id": box}).scalar()
        if secret is not None and known:
            known.secrets[box] = secret
        return secret

    def _ballots(self, room_id: str, box: str, vote: int) -> list[tuple[str, str]]:
        found: dict[str, str] = {}
        if not {(room_id, box, None), (room_id, box, vote)} & self._emptied:
            rows = self._connection.execute(BALLOTS, {"room_id": room_id, "box_id": box, "vote": vote})
            found = {row.key: row.body for row in rows}
        found |= self._sealed.get((room_id, box), {}).get(vote, {})
        return sorted(found.items())


def _gone(room: Room, station: str | None) -> bool:
    """Whether the station that once entered is no longer there and may enter anew."""
    return station is not None and station not in room.stations and not room.removed.get(station, False)


def _teams(happened: Sequence[Event]) -> frozenset[str] | None:
    teams = frozenset(event.team for event in happened)
    return None if None in teams else frozenset(team for team in teams if team is not None)


def _entered(happened: Sequence[Event]) -> str | None:
    return next((event.station for event in happened if event.type == "station_entered"), None)  # type: ignore[attr-defined]


def _kept(room_id: str, pledge: KeptPledge) -> dict[str, Any]:
    body = json.dumps({"when": pledge.when, "then": pledge.then, "buddy": pledge.buddy}, ensure_ascii=False)
    return {
        "room": room_id,
        "receipt": receipt_hash(room_id, pledge.receipt),
        "digest": sha256(body.encode()).hexdigest(),
        "body": body,
    }
