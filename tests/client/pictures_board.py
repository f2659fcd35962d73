"""The host's board with one table, a dozen, forty and two hundred, and all that may happen at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.client.pilot import Pilot
from game.client.play import Play
from game.client.stations import host
from game.client.stations.board import Board
from game.client.stations.door import Door
from game.client.ui.fonts import Fonts
from game.rules import Actor, Presence
from game.rules.command import (
    AskTime,
    CallTimeout,
    CastVote,
    CheckIn,
    DealCard,
    OpenNext,
    Pause,
    RaiseHand,
    SendMessage,
)
from game.rules.engine import may
from tests.client.looks import Look, Shot
from tests.client.tables import House

COUNTS = (1, 12, 40, 200)
DOOR = Door(("http://192.168.1.20:8765",))
Happens = Callable[[House, Play, Sequence[Actor]], None]
Person = Callable[[Pilot], None]


def crowd(count: int, phase: str, round: int = 1, preset: str = "Halvdag") -> tuple[House, Play, list[Actor]]:
    """(house, host, the tables' stations): so many tables that the host has led to this place of a card. The
    tables have no windows of their own, which would be slow.
    """
    house = House(preset)
    tables = [house.game.enter("table", 4 + number % 3, None) for number in range(count)]
    leader = house.host()
    lead(house, leader, phase, round)
    return house, leader, tables


def lead(house: House, leader: Play, phase: str, round: int = 1) -> None:
    """The host opens step after step, whether the tables are done or not."""
    for _ in range(60):
        stage = house.game.room.stage
        if (stage.phase, stage.round) == (phase, round):
            return
        if leader.may("deal_card") and leader.host is not None:
            light = min(leader.host["cards"], key=lambda card: (card["heat"], card["id"]))
            house.does(leader, DealCard(serial=leader.serial, card=light["id"]))
        else:
            house.does(leader, OpenNext(serial=leader.serial))
    raise AssertionError(f"the room never came to {phase} {round}")


def seats_of(house: House, table: Actor) -> list[str]:
    """The seats of a table's station, by id."""
    team = house.game.room.team_of(table.station or "")
    assert team is not None
    return [seat.id for seat in team.seats.values()]


def vote(house: House, table: Actor, count: int) -> None:
    """So many of the table's seats vote."""
    for seat in seats_of(house, table)[:count]:
        house.game.decide(table, CastVote(seat=seat, serial=house.game.serial(table), choice="a"))


def hand(house: House, table: Actor) -> None:
    """The table asks for the host."""
    house.game.decide(table, RaiseHand())


def more_time(house: House, table: Actor) -> None:
    """All at the table want more time."""
    for seat in seats_of(house, table):
        house.game.decide(table, AskTime(seat=seat, serial=house.game.serial(table)))


def lose(house: House, *tables: Actor) -> None:
    """The network of these is gone."""
    gone = frozenset(table.station for table in tables if table.station)
    house.presence = Presence(lost=house.presence.lost | gone)


def busy(house: House, leader: Play, tables: Sequence[Actor]) -> None:
    """What happens in a real hall: some are done, and some need the host."""
    count = len(tables)
    voting = house.game.room.stage.phase == "vote"
    for number, table in enumerate(tables):
        if voting and number % 7 != 3:
            vote(house, table, (number * 5) % 8)
    for number in (11, 6, 30):
        if number < count:
            hand(house, tables[number])
            house.facts.now += 64_000
    if count > 4:
        house.game.decide(tables[2], CallTimeout())
        lose(house, *tables[3 :: max(19, count // 6)])
    for number in (4, 8, 21, 33):
        if number < count and house.game.room.stage.phase == "talk":
            more_time(house, tables[number])
    house.refresh()


def quiet(house: House, leader: Play, tables: Sequence[Actor]) -> None:
    """Nothing more."""


def _alone(house: House, leader: Play, tables: Sequence[Actor]) -> None:
    """At a few more tables one person sits alone."""
    for number in range(1 + len(tables) // 8):
        house.game.enter("solo", 1, 201 + number)
    house.refresh()


def still(pilot: Pilot) -> None:
    """Nobody touches it."""


def board_shots() -> Iterator[Shot]:
    """The board by number of tables, and everything that may be done from its top."""
    for count in COUNTS:
        yield _shot(f"board-{count}-lobby", count, "lobby", quiet)
        yield _shot(f"board-{count}-vote", count, "vote", busy)
        yield _shot(f"board-{count}-talk", count, "talk", busy)
    for count in (12, 170):
        yield _shot(f"board-{count}-lobby-alone", count, "lobby", _alone)
        yield _shot(f"board-{count}-vote-alone", count, "vote", _alone)
    yield _shot("board-40-calm", 40, "vote", _half)
    yield _shot("board-40-number", 40, "vote", busy, _press("sort number"))
    yield _shot("board-40-none", 40, "vote", _half, _press("show help"))
    yield _shot("board-40-find", 40, "vote", busy, _keys("2", "3"))
    yield _shot("board-40-nobody", 40, "vote", busy, _keys("9", "9"))
    yield _shot("board-40-look", 40, "talk", _look)
    for count in (40, 200):
        yield _shot(f"board-{count}-paused", count, "talk", _paused)
    yield _shot("board-40-message", 40, "talk", _said, _press("message"))
    yield _shot("board-40-hand", 40, "talk", busy, _keys("h"))
    yield _shot("board-40-own", 40, "draw", _own)
    yield _shot("board-40-pace", 40, "frame", _apart, preset="APT 60")
    yield _shot("board-200-pace", 200, "frame", _apart, preset="APT 60")


def _shot(
    name: str, count: int, phase: str, happens: Happens, person: Person = still, *, preset: str = "Halvdag"
) -> Shot:
    def take(look: Look, fonts: Fonts) -> Pilot:
        house, leader, tables = crowd(count, phase, preset=preset)
        happens(house, leader, tables)
        whole = Board(leader, DOOR, "", lambda: None)
        pilot = house.pilot(leader, lambda play, ctx: host.build(whole, ctx), look.size, look.settings)
        person(pilot)
        return pilot

    return Shot(name, take)


def _half(house: House, leader: Play, tables: Sequence[Actor]) -> None:
    for number, table in enumerate(tables):
        vote(house, table, number % 7)
    house.refresh()


def _look(house: House, leader: Play, tables: Sequence[Actor]) -> None:
    busy(house, leader, tables)
    house.does(leader, Pause(look=True))


def _paused(house: House, leader: Play, tables: Sequence[Actor]) -> None:
    busy(house, leader, tables)
    house.wait(30 * 60_000)
    house.does(leader, Pause(text="Bensträckare. Kaffe finns i hallen.", minutes=10))


def _said(house: House, leader: Play, tables: Sequence[Actor]) -> None:
    house.does(leader, SendMessage(text="Fem minuter kvar. Börja runda av, så möts vi vid skörden."))


def _own(house: House, leader: Play, tables: Sequence[Actor]) -> None:
    house.does(leader, DealCard(serial=leader.serial, own=True))
    house.refresh()


def _apart(house: House, leader: Play, tables: Sequence[Actor]) -> None:
    """At their own pace the tables are in different places of the programme."""
    for number, table in enumerate(tables):
        for _ in range(number % 6):
            _goes_on(house, table, number)
    hand(house, tables[4])
    house.facts.now += 75_000
    house.refresh()


def _goes_on(house: House, table: Actor, number: int) -> None:
    team = house.game.room.team_of(table.station or "")
    assert team is not None
    if "check_in" in may(house.game.room, table, team.id):
        for seat in list(team.seats)[number % 3 :]:
            house.game.decide(table, CheckIn(seat=seat, serial=house.game.serial(table), number=6))
    if "open_next" in may(house.game.room, table, team.id):
        house.game.decide(table, OpenNext(serial=house.game.serial(table)))


def _press(key: str) -> Person:
    return lambda pilot: pilot.click(key)


def _keys(*names: str) -> Person:
    return lambda pilot: pilot.press(*names)
