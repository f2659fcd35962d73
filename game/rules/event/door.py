"""Coming and going: the room, its stations, tables and seats."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from game.rules.command import Who
from game.rules.event.base import Event, TeamEvent, change
from game.rules.event.moving import hall_turn
from game.rules.mappings import patched, replace, without
from game.rules.model import Room, Stage, Team
from game.rules.opened import Before, CardFacts, DeckRef, Settings, Step
from game.rules.seated import Seat, Station


class RoomOpened(Event):
    """The first event of every room."""

    type: Literal["room_opened"] = "room_opened"
    id: str
    code: str
    at: int
    settings: Settings
    steps: tuple[Step, ...]
    decks: tuple[DeckRef, ...]
    cards: tuple[CardFacts, ...]
    follows: Before | None = None

    def create(self) -> Room:
        """The room as it stands when nothing has happened in it yet."""
        cards = MappingProxyType({card.id: card for card in self.cards})
        return Room(
            self.id,
            self.code,
            0,
            self.at,
            self.settings,
            self.steps,
            self.decks,
            cards,
            follows=self.follows,
        )

    def apply(self, room: Room) -> Room:
        return room


class StationEntered(Event):
    type: Literal["station_entered"] = "station_entered"
    station: str
    who: Who
    lead: bool = True

    def apply(self, room: Room) -> Room:
        lead = self.lead and self.who is Who.HOST
        station = Station(self.station, self.who, self.team, lead=lead)
        return replace(room, stations=patched(room.stations, self.station, station))


class StationAcknowledged(Event):
    type: Literal["station_acknowledged"] = "station_acknowledged"
    station: str

    def apply(self, room: Room) -> Room:
        station = replace(room.stations[self.station], acknowledged=True)
        return replace(room, stations=patched(room.stations, self.station, station))


class StationRemoved(Event):
    """The station left or was taken out by the host; its seats go with it."""

    type: Literal["station_removed"] = "station_removed"
    station: str
    barred: bool

    def apply(self, room: Room) -> Room:
        room = replace(
            room,
            stations=without(room.stations, self.station),
            removed=patched(room.removed, self.station, self.barred),
        )
        if self.team is None:
            return room
        return change(room, self.team, self._left)

    def _left(self, team: Team) -> Team:
        """The table without the station's seats; a hand comes down with the last seat: nobody is there to be
        helped.
        """
        seats = {key: seat for key, seat in team.seats.items() if seat.station != self.station}
        return replace(team, seats=MappingProxyType(seats), hand=team.hand if seats else None)


class TeamOpened(Event):
    """A new table. At the hall's pace it enters at the hall's phase and meets its card; otherwise in the
    lobby.
    """

    type: Literal["team_opened"] = "team_opened"
    team: str
    number: int

    def apply(self, room: Room) -> Room:
        stage = room.stage if room.settings.pace == "hall" else Stage(serial=room.version + 1)
        team = Team(self.team, self.number, room.settings.way, stage=stage, held=bool(room.paused))
        if room.settings.pace == "hall":
            team = replace(team, played=room.dealt)
        if room.card is not None:
            team = replace(team, turn=hall_turn(room, self.team, 1), turns=1, rotation=1)
        return replace(room, teams=patched(room.teams, self.team, team))


class SeatTaken(TeamEvent):
    type: Literal["seat_taken"] = "seat_taken"
    seat: str
    station: str
    symbol: int

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, seats=patched(team.seats, self.seat, Seat(self.seat, self.station, self.symbol)))


class SeatLeft(TeamEvent):
    type: Literal["seat_left"] = "seat_left"
    seat: str

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, seats=without(team.seats, self.seat))


class SeatAway(TeamEvent):
    type: Literal["seat_away"] = "seat_away"
    seat: str
    silent: bool = False

    def on(self, team: Team, room: Room) -> Team:
        seat = replace(team.seats[self.seat], away=True, silent=self.silent)
        return replace(team, seats=patched(team.seats, self.seat, seat))


class SeatBack(TeamEvent):
    type: Literal["seat_back"] = "seat_back"
    seat: str

    def on(self, team: Team, room: Room) -> Team:
        seat = replace(team.seats[self.seat], away=False, silent=False)
        return replace(team, seats=patched(team.seats, self.seat, seat))


class WayChosen(TeamEvent):
    type: Literal["way_chosen"] = "way_chosen"
    way: Literal["pass_around", "cards_up"]

    def on(self, team: Team, room: Room) -> Team:
        return replace(team, way=self.way)
