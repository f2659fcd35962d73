"""Who is here and who is gone: one roll a room, and a clock held in the hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.rules import Room, Settings, Who
from game.rules.always import ALONE_AFTER
from game.rules.command import Command, Leave
from game.rules.hosting import LEAD_GONE
from server.presence import LOST_AFTER, SILENT_AFTER, Attendance
from tests.rules.build import LIGHT, Session
from tests.server.kit import HandClock


@dataclass
class Hall:
    """A room with its attendance; what it tells and shows is written down."""

    clock: HandClock = field(default_factory=HandClock)
    told: list[Command] = field(default_factory=list)
    shown: list[Iterable[str] | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.played = Session("round", (LIGHT,), Settings(preset="APT 60", pace="hall"), 3)
        self.roll = Attendance(
            self.clock,
            lambda room, command: self.told.append(command),
            lambda room, teams: self.shown.append(teams),
        )
        self.roll.watch(self.room)

    @property
    def room(self) -> Room:
        return self.played.room

    def come(self, kind: str, *, lead: bool = True) -> str:
        """A new station, with its socket."""
        actor = self.played.enter(kind, 1 if kind == "solo" else 0, lead=lead)  # type: ignore[arg-type]
        assert actor.station
        self.roll.arrived(self.room, actor.station)
        return actor.station

    def go(self, station: str) -> None:
        """Its socket is gone."""
        known = self.room.stations.get(station)
        self.roll.left(self.room, station, known.who if known else Who.HOST)


def test_a_station_without_its_socket_is_lost_after_a_while_and_found_at_once() -> None:
    hall = Hall()
    player = hall.come("solo")
    hall.go(player)
    hall.clock.advance(LOST_AFTER - 1)
    assert hall.roll.of(hall.room).lost == frozenset()
    hall.shown.clear()
    hall.clock.advance(1)
    assert hall.roll.of(hall.room).lost == {player}
    team = hall.room.stations[player].team
    assert {team} in hall.shown
    hall.shown.clear()
    hall.roll.arrived(hall.room, player)
    assert hall.roll.of(hall.room).lost == frozenset()
    assert hall.shown == [{team}]


def test_a_station_with_two_sockets_is_here_until_both_are_gone() -> None:
    hall = Hall()
    player = hall.come("solo")
    hall.roll.arrived(hall.room, player)
    hall.go(player)
    hall.clock.advance(SILENT_AFTER)
    assert (hall.roll.of(hall.room).lost, hall.told) == (frozenset(), [])
    hall.go(player)
    assert not hall.roll.connected(hall.room.id, player)
    assert not hall.roll.anybody(hall.room.id)
    hall.clock.advance(SILENT_AFTER)
    assert [command.type for command in hall.told] == ["silence"]


def test_a_station_whose_socket_only_looks_alive_is_gone_since_it_was_heard() -> None:
    hall = Hall()
    player = hall.come("solo")
    hall.clock.advance(LOST_AFTER)
    hall.roll.missed(hall.room, player, LOST_AFTER - 1)
    assert hall.roll.of(hall.room).lost == frozenset()
    hall.clock.advance(1)
    assert hall.roll.of(hall.room).lost == {player}
    assert hall.roll.connected(hall.room.id, player), "its socket is open, and told what the others are"
    hall.clock.advance(1)
    hall.roll.left(hall.room, player, Who.SOLO, silent=True)
    hall.clock.advance(SILENT_AFTER - LOST_AFTER - 2)
    assert hall.told == []
    hall.clock.advance(1)
    assert [command.type for command in hall.told] == ["silence"], "counted from when it was heard"
    assert not hall.roll.anybody(hall.room.id)


def test_a_station_that_is_heard_again_on_the_same_socket_is_back() -> None:
    hall = Hall()
    player = hall.come("solo")
    hall.clock.advance(LOST_AFTER)
    hall.roll.missed(hall.room, player, LOST_AFTER)
    hall.clock.advance(0)
    hall.shown.clear()
    hall.roll.heard(hall.room, player)
    assert (hall.roll.of(hall.room).lost, len(hall.shown)) == (frozenset(), 1)
    hall.clock.advance(SILENT_AFTER)
    assert hall.told == []
    hall.go(player)
    hall.clock.advance(SILENT_AFTER)
    assert [command.type for command in hall.told] == ["silence"]


def test_a_station_with_two_sockets_is_missed_when_neither_is_heard() -> None:
    hall = Hall()
    player = hall.come("solo")
    hall.roll.arrived(hall.room, player)
    hall.roll.missed(hall.room, player, LOST_AFTER)
    hall.clock.advance(0)
    assert hall.roll.of(hall.room).lost == frozenset(), "the other one is heard"
    hall.go(player)
    hall.clock.advance(LOST_AFTER)
    assert hall.roll.of(hall.room).lost == {player}
    hall.roll.arrived(hall.room, player)
    assert hall.roll.of(hall.room).lost == frozenset()
    hall.roll.left(hall.room, player, Who.SOLO, silent=True)
    hall.clock.advance(SILENT_AFTER)
    assert hall.told == []


def test_the_host_is_gone_when_the_last_of_them_is() -> None:
    hall = Hall()
    first, second = hall.come("host"), hall.come("host", lead=False)
    hall.go(first)
    hall.clock.advance(ALONE_AFTER)
    assert (hall.roll.of(hall.room).host, hall.roll.of(hall.room).lead_gone) == ("here", True)
    hall.go(second)
    hall.clock.advance(LOST_AFTER)
    assert hall.roll.of(hall.room).host == "gone"
    hall.shown.clear()
    hall.clock.advance(ALONE_AFTER - LOST_AFTER)
    assert hall.roll.of(hall.room).host == "long_gone"
    assert None in hall.shown, "everybody is told"
    hall.shown.clear()
    third = hall.come("host")
    assert hall.roll.of(hall.room).host == "here"
    assert hall.shown == [None], "a new host is news, too"
    assert third in hall.room.stations


def test_a_host_who_has_left_for_good_is_missed_from_then_on() -> None:
    hall = Hall()
    actor = hall.played.enter("host")
    assert actor.station
    hall.roll.arrived(hall.room, actor.station)
    hall.clock.advance(ALONE_AFTER)
    hall.played.does(actor, Leave())
    hall.go(actor.station)
    assert hall.roll.host_gone(hall.room.id) == 0
    hall.clock.advance(LOST_AFTER)
    assert (hall.roll.of(hall.room).host, hall.roll.of(hall.room).lost) == ("gone", frozenset())


def test_a_room_waits_for_its_first_host_from_when_it_is_made() -> None:
    hall = Hall()
    hall.clock.advance(LOST_AFTER)
    assert hall.roll.of(hall.room).host == "gone"
    assert hall.shown == [None]
    hall.come("host")
    assert hall.roll.of(hall.room).host == "here"
    hall.shown.clear()
    hall.clock.advance(ALONE_AFTER)
    assert hall.shown == [], "nobody is waited for any more"


def test_of_a_room_that_is_let_go_nothing_is_remembered_and_nothing_rings() -> None:
    hall = Hall()
    for kind in ("host", "solo"):
        hall.go(hall.come(kind))
    hall.shown.clear()
    hall.roll.forget(hall.room)
    hall.clock.advance(ALONE_AFTER + LEAD_GONE)
    assert (hall.shown, hall.told, hall.roll.host_gone(hall.room.id)) == ([], [], 0)
