"""A seat's own sealed choice, kept in memory while its station is connected and the choice may still be
changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from game.rules import Room, Seal, Team, Who
from game.rules.counting import CHECKIN_BOX, RATING_BOX, RECALL_BOX
from game.rules.phases import harvest, pledge

Place = tuple[str, int]
"""(box, round)"""


def open_place(team: Team) -> Place | None:
    """Where the team's seats may put and change a choice now."""
    stage = team.stage
    if stage.phase == "vote":
        return (team.turn.box, stage.round) if team.turn and not team.turn.closed[stage.round - 1] else None
    if stage.place == ("checkin", 1):
        return CHECKIN_BOX, 1
    if stage.place == ("recall", 1):
        return RECALL_BOX, 1
    if stage.phase == "harvest":
        return (harvest.box_of(team), 1) if team.harvest and not team.harvest.settled else None
    if stage.phase == "pledge":
        return pledge.box_of(team), 1
    return (RATING_BOX, 1) if stage.place == ("debrief", 3) else None


class OwnChoices:
    """Latest choice per seat, of screens of one's own: what was chosen at a shared machine is nobody's to
    see, and a pledge is sealed before it comes here.
    """

    def __init__(self, connected: Callable[[str, str], bool]) -> None:
        """`connected` tells of (room, station) whether it has a socket."""
        self._connected = connected
        self._kept: dict[tuple[str, str], dict[str, tuple[Place, Mapping[str, Any]]]] = {}

    def sealed(self, room: Room, seals: Iterable[Seal], teams: Iterable[str]) -> None:
        """What a commit has put into boxes. Of a station that has hung up since nothing is remembered."""
        for seal in seals:
            for team_id in teams:
                seat = room.teams[team_id].seats.get(seal.seat)
                if seat is not None and self._connected(room.id, seat.station):
                    self._keep(room, seat.station, seal.seat, (seal.box, seal.round), seal.body)

    def read_again(
        self, room: Room, station: str, place: Place, bodies: Mapping[str, Mapping[str, Any]]
    ) -> None:
        """What the store still has of a returning station's seats: seat -> body."""
        for seat, body in bodies.items():
            self._keep(room, station, seat, place, body)

    def of(self, room: Room, station: str) -> dict[str, Mapping[str, Any]]:
        """seat -> body, of what may be changed now. The rest is forgotten on the way."""
        kept = self._kept.get((room.id, station))
        team = room.team_of(station) if kept else None
        if kept is None or team is None:
            return {}
        place = open_place(team)
        fresh = {seat: body for seat, (put, body) in kept.items() if put == place}
        if len(fresh) < len(kept):
            self._kept[(room.id, station)] = {seat: item for seat, item in kept.items() if item[0] == place}
        return fresh

    def forget(self, room_id: str, station: str) -> None:
        """The station is gone; the store knows what it needs when it comes back."""
        self._kept.pop((room_id, station), None)

    def _keep(self, room: Room, station: str, seat: str, place: Place, body: Mapping[str, Any]) -> None:
        known = room.stations.get(station)
        if known is None or known.who is not Who.SOLO or "mark" in body:
            return
        self._kept.setdefault((room.id, station), {})[seat] = (place, body)
