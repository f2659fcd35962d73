"""Who is connected. Lives beside the log and never holds anything up: a lost station's seat merely counts as
away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from game.rules import Presence, Room, Who
from game.rules.always import ALONE_AFTER
from game.rules.command import Command, Hear, Silence
from game.rules.hosting import LEAD_GONE
from server.clock import Alarm, Clock

LOST_AFTER = 10_000
"""Ms without its socket until a station is shown as lost, and a host as gone."""
SILENT_AFTER = 30_000
"""Ms without its socket until a solo station's seat counts as away."""

Place = tuple[str, str]
"""(room, station)"""


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
        self._sockets: Counter[Place] = Counter()
        self._here: Counter[str] = Counter()
        self._hosts: Counter[str] = Counter()
        self._host_left: dict[str, int] = {}
        self._left: dict[Place, int] = {}
        self._lost: dict[str, frozenset[str]] = {}
        self._alarms: dict[Place, list[Alarm]] = {}
        self._host_alarms: dict[str, list[Alarm]] = {}

    def watch(self, room: Room) -> None:
        """A room that this server has just begun to serve: nobody is connected yet."""
        self._miss_host(room.id)
        for station in room.stations.values():
            self._expect(room.id, station.id, station.team, station.who)

    def forget(self, room: Room) -> None:
        """The room is closed."""
        for station in room.stations:
            self._found((room.id, station))
            self._left.pop((room.id, station), None)
        for alarm in self._host_alarms.pop(room.id, ()):
            alarm.cancel()
        self._host_left.pop(room.id, None)
        self._lost.pop(room.id, None)
        del self._here[room.id], self._hosts[room.id]

    def arrived(self, room: Room, station: str) -> None:
        """A socket of this station has joined."""
        place = (room.id, station)
        known = room.stations[station]
        self._sockets[place] += 1
        self._here[room.id] += 1
        self._found(place)
        if known.lead and self._clock.now() - self._left.pop(place, self._clock.now()) >= LEAD_GONE:
            self._changed(room.id, None)
        if station in self._lost.get(room.id, frozenset()):
            self._lost[room.id] -= {station}
            self._changed(room.id, None if known.team is None else {known.team})
        if known.who is Who.HOST:
            self._hosts[room.id] += 1
            if self._hosts[room.id] == 1:
                self._greet_host(room.id)
        if _is_silent(room, station):
            self._tell(room.id, Hear(station=station))

    def left(self, room: Room, station: str, who: Who) -> None:
        """A socket of this station is gone."""
        place = (room.id, station)
        self._sockets[place] -= 1
        self._here[room.id] -= 1
        if who is Who.HOST:
            self._hosts[room.id] -= 1
            if self._hosts[room.id] == 0:
                self._miss_host(room.id)
        if self._sockets[place] > 0:
            return
        del self._sockets[place]
        if station in room.stations and not room.closed:
            self._expect(room.id, station, room.stations[station].team, who)

    def of(self, room: Room) -> Presence:
        """What of it may be shown."""
        gone = self.host_gone(room.id)
        host = "here" if gone < LOST_AFTER else "gone" if gone < ALONE_AFTER else "long_gone"
        return Presence(
            host=host,  # type: ignore[arg-type]
            lost=self._lost.get(room.id, frozenset()),
            lead_gone=self.lead_gone(room) >= LEAD_GONE,
        )

    def host_gone(self, room_id: str) -> int:
        """Ms since a host was last connected; 0 while one is here."""
        if self._hosts[room_id] > 0:
            return 0
        return self._clock.now() - self._host_left.get(room_id, self._clock.now())

    def lead_gone(self, room: Room) -> int:
        """Ms since a host who leads was last connected; 0 while one is here, long ago when nobody leads."""
        places = [(room.id, station.id) for station in room.stations.values() if station.lead]
        if any(self._sockets[place] > 0 for place in places):
            return 0
        now = self._clock.now()
        return min((now - self._left.get(place, now) for place in places), default=LEAD_GONE)

    def connected(self, room_id: str, station: str) -> bool:
        """Whether the station has a socket."""
        return self._sockets[(room_id, station)] > 0

    def anybody(self, room_id: str) -> bool:
        """Whether any station of the room has a socket."""
        return self._here[room_id] > 0

    def stop(self) -> None:
        """No alarm rings any more."""
        for alarms in (*self._alarms.values(), *self._host_alarms.values()):
            for alarm in alarms:
                alarm.cancel()
        self._alarms.clear()
        self._host_alarms.clear()

    def _greet_host(self, room_id: str) -> None:
        was_gone = self._clock.now() - self._host_left.get(room_id, 0) >= LOST_AFTER
        for alarm in self._host_alarms.pop(room_id, ()):
            alarm.cancel()
        if was_gone:
            self._changed(room_id, None)

    def _miss_host(self, room_id: str) -> None:
        now = self._host_left[room_id] = self._clock.now()
        self._host_alarms[room_id] = [
            self._clock.call_at(now + after, lambda: self._changed(room_id, None))
            for after in (LOST_AFTER, ALONE_AFTER)
        ]

    def _expect(self, room_id: str, station: str, team: str | None, who: Who) -> None:
        place, now = (room_id, station), self._clock.now()
        self._left[place] = now
        self._found(place)
        self._alarms[place] = [self._clock.call_at(now + LOST_AFTER, lambda: self._lose(place, team))]
        if who is Who.SOLO:
            self._alarms[place].append(self._clock.call_at(now + SILENT_AFTER, lambda: self._hush(place)))
        if who is Who.HOST:
            told = self._clock.call_at(now + LEAD_GONE, lambda: self._changed(room_id, None))
            self._alarms[place].append(told)

    def _found(self, place: Place) -> None:
        for alarm in self._alarms.pop(place, ()):
            alarm.cancel()

    def _lose(self, place: Place, team: str | None) -> None:
        room_id, station = place
        self._lost[room_id] = self._lost.get(room_id, frozenset()) | {station}
        self._changed(room_id, None if team is None else {team})

    def _hush(self, place: Place) -> None:
        self._tell(place[0], Silence(station=place[1]))


def _is_silent(room: Room, station: str) -> bool:
    team = room.team_of(station)
    return team is not None and any(seat.silent for seat in team.seats.values() if seat.station == station)
