"""Who is connected. Lives beside the log and never holds anything up: a lost station's seat merely counts as
away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from game.rules import Presence, Room, Who
from game.rules.always import ALONE_AFTER
from game.rules.command import Command, Hear, Silence
from game.rules.hosting import LEAD_GONE
from server.clock import Alarm, Clock

LOST_AFTER = 10_000
"""Ms without being heard until a station is shown as lost, and a host as gone."""
SILENT_AFTER = 30_000
"""Ms without being heard until a solo station's seat counts as away."""

ANY_HOST = ""
"""The host that a room waits for before one has come; no station is called so."""


@dataclass(slots=True)
class Roll:
    """One room's stations: how many sockets each has, how many of them only look alive, and since when those
    are gone that are heard on none.
    """

    sockets: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)
    gone: dict[str, int] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    """Every host there has been: one who has left for good was here until then."""
    alarms: dict[str, list[Alarm]] = field(default_factory=dict)

    def absence(self, stations: Iterable[str], now: int) -> int | None:
        """Ms since the last of these was connected, 0 while one is; None when there is none of them."""
        shortest = None
        for station in stations:
            since = self.gone.get(station)
            if since is None:
                return 0
            shortest = now - since if shortest is None else min(shortest, now - since)
        return shortest

    def lost(self, now: int) -> frozenset[str]:
        """Those that have been gone for so long that it is shown."""
        return frozenset(station for station, since in self.gone.items() if now - since >= LOST_AFTER)

    def heard(self, station: str) -> bool:
        """Whether it is, on any of its sockets."""
        return self.sockets[station] > self.silent[station]

    def quiet(self, station: str) -> None:
        """Its alarms ring no more."""
        for alarm in self.alarms.pop(station, ()):
            alarm.cancel()


class Attendance:
    """Sockets by station. `tell` submits the server's own commands; `changed` hears when what is shown has
    changed.
    """

    def __init__(
        self,
        clock: Clock,
        tell: Callable[[str, Command], None],
        changed: Callable[[str, Iterable[str] | None], None],
    ) -> None:
        self._clock, self._tell, self._changed = clock, tell, changed
        self._rolls: dict[str, Roll] = {}

    def watch(self, room: Room) -> None:
        """A room that this server has just begun to serve: nobody is connected yet."""
        self._rolls[room.id] = Roll()
        self._miss(room.id, ANY_HOST, None, Who.HOST)
        for station in room.stations.values():
            self._miss(room.id, station.id, station.team, station.who)

    def forget(self, room: Room) -> None:
        """The room is closed."""
        roll = self._rolls.pop(room.id, Roll())
        for station in list(roll.alarms):
            roll.quiet(station)

    def arrived(self, room: Room, station: str) -> None:
        """A socket of this station has joined."""
        self._rolls.setdefault(room.id, Roll()).sockets[station] += 1
        self._back(room, station)

    def heard(self, room: Room, station: str) -> None:
        """A socket of this station that had been missed is heard again."""
        self._rolls[room.id].silent[station] -= 1
        self._back(room, station)

    def missed(self, room: Room, station: str, silence: int) -> None:
        """A socket of this station has not been heard for so many ms."""
        roll, known = self._rolls[room.id], room.stations[station]
        roll.silent[station] += 1
        if not roll.heard(station) and not room.closed:
            self._miss(room.id, station, known.team, known.who, silence)

    def _back(self, room: Room, station: str) -> None:
        roll, known = self._rolls[room.id], room.stations[station]
        was_lost = (roll.absence((station,), self._clock.now()) or 0) >= LOST_AFTER
        no_host = known.who is Who.HOST and self.host_gone(room.id) >= LOST_AFTER
        roll.gone.pop(station, None)
        roll.quiet(station)
        if known.who is Who.HOST:
            roll.hosts.add(station)
            roll.quiet(ANY_HOST)
        if was_lost or no_host:
            self._changed(room.id, None if known.team is None else {known.team})
        if _is_silent(room, station):
            self._tell(room.id, Hear(station=station))

    def left(self, room: Room, station: str, who: Who, *, silent: bool = False) -> None:
        """A socket of this station is gone; it may have been `silent` before."""
        roll = self._roll(room.id)
        roll.sockets[station] -= 1
        roll.silent[station] -= silent
        if roll.heard(station):
            return
        if not roll.sockets[station]:
            del roll.sockets[station], roll.silent[station]
        if room.closed or station in roll.gone:
            return
        if station in room.stations:
            self._miss(room.id, station, room.stations[station].team, who)
        elif who is Who.HOST:
            self._miss(room.id, station, None, who)

    def of(self, room: Room) -> Presence:
        """What of it may be shown."""
        gone = self.host_gone(room.id)
        host = "here" if gone < LOST_AFTER else "gone" if gone < ALONE_AFTER else "long_gone"
        return Presence(
            host=host,  # type: ignore[arg-type]
            lost=self._roll(room.id).lost(self._clock.now()).intersection(room.stations),
            lead_gone=self.lead_gone(room) >= LEAD_GONE,
        )

    def host_gone(self, room_id: str) -> int:
        """Ms since a host was last connected; 0 while one is here."""
        roll = self._roll(room_id)
        return roll.absence(roll.hosts, self._clock.now()) or 0

    def lead_gone(self, room: Room) -> int:
        """Ms since a host who leads was last connected; 0 while one is here, long ago when nobody leads."""
        leading = (station.id for station in room.stations.values() if station.lead)
        gone = self._roll(room.id).absence(leading, self._clock.now())
        return LEAD_GONE if gone is None else gone

    def connected(self, room_id: str, station: str) -> bool:
        """Whether the station has a socket."""
        return self._roll(room_id).sockets[station] > 0

    def anybody(self, room_id: str) -> bool:
        """Whether any station of the room has a socket."""
        return bool(self._roll(room_id).sockets)

    def stop(self) -> None:
        """No alarm rings any more."""
        for roll in self._rolls.values():
            for station in list(roll.alarms):
                roll.quiet(station)

    def _roll(self, room_id: str) -> Roll:
        """That of the room, or an empty one of no room."""
        return self._rolls.get(room_id) or Roll()

    def _miss(self, room_id: str, station: str, team: str | None, who: Who, silence: int = 0) -> None:
        """The station is heard no more, or not yet: for so many ms already."""
        roll, since = self._rolls.setdefault(room_id, Roll()), self._clock.now() - silence
        roll.gone[station] = since
        roll.quiet(station)
        told = None if team is None else {team}

        def show() -> None:
            self._changed(room_id, told)

        rings: list[tuple[int, Callable[[], None]]] = [(LOST_AFTER, show)]
        if who is Who.SOLO:
            rings.append((SILENT_AFTER, lambda: self._tell(room_id, Silence(station=station))))
        if who is Who.HOST:
            roll.hosts.add(station)
            rings += [(LEAD_GONE, show), (ALONE_AFTER, show)]
        roll.alarms[station] = [self._clock.call_at(since + after, ring) for after, ring in rings]


def _is_silent(room: Room, station: str) -> bool:
    team = room.team_of(station)
    return team is not None and any(seat.silent for seat in team.seats.values() if seat.station == station)
