"""The morning: the door, the first presses, and the check-in."""

from __future__ import annotations

import asyncio

from game.client.stations.host_tables import neighbour
from game.rules.command import (
    AddSeat,
    Extend,
    OpenNext,
    RemoveSeat,
    SkipStep,
)
from tests.server.staffday.hall import Day
from tests.server.staffday.people import refused


async def they_come(day: Day) -> None:
    """Two lead the day; five tables sit down, and one person alone."""
    mild = await day.at.dilemmas()
    await day.open(preset="Halvdag", decks=["motet", "kollegor"], cards=mild[:3])
    key = (await day.host.call("key", {"kind": "helper"}))["key"]
    day.vera = await day.comes("host", host_key=key)
    day.one = await day.sits("table", 1, 5)
    day.two = await day.sits("table", 2, 4)
    day.three = [await day.sits("solo", 3) for _ in range(4)]
    day.dora = await day.sits("solo", 4)
    day.four = await day.sits("table", 4, 2)
    day.eva = await day.sits("solo", 6)
    await day.settled()


async def managers_sit_where_the_room_says(day: Day) -> None:
    """By themselves where nobody has chosen otherwise; any of three ways is kept with the room, no other is.

    A manager who is the host has no seat, and so no vote.
    """
    assert day.log()[0]["settings"]["managers"] == "own"
    for where in ("mixed", "host"):
        made = await day.at.make_room("APT 30", managers=where)
        assert day.log(made["code"])[0]["settings"]["managers"] == where
    assert (await day.at.make_room("APT 30", managers="alone"))["code"] == "malformed"
    assert day.host.slices["you"]["seats"] == []


async def a_table_is_full_at_eight(day: Day) -> None:
    """Nine are told to be two tables, whether they come by a machine or one by one."""
    many = await day.guests.connected(day.at)
    told = await many.join(day.made["code"], "table", team=1, seats=4)
    assert told["code"] == "team_full"
    assert "Välj ett annat bord. Plats finns vid bord" in told["message"]["sv"]
    await many.leave()
    table = day.one.client
    for _ in range(3):
        await table.must(AddSeat())
    assert "add_seat" not in table.slices["you"]["may"]
    assert await refused(table, AddSeat()) == "team_full"
    for seat in table.seats[5:]:
        await table.must(RemoveSeat(seat=seat))
    await day.settled()
    assert day.tile(day.one.table)["seats"] == 5


async def one_who_sits_alone_could_have_company(day: Day) -> None:
    """The host's board names the nearest table with room; nobody is moved, and the tables have none."""
    alone = day.tile(day.eva.table)
    near = neighbour(alone, day.tiles)
    assert near is not None
    assert near["number"] == 4
    assert not any(neighbour(tile, day.tiles) for tile in day.tiles if tile is not alone)
    assert alone["seats"] == 1


async def two_hosts_press_next(day: Day) -> None:
    """It opens once, and more time is given once."""
    pressed = OpenNext(serial=day.host.serial)
    await day.host.must(pressed)
    assert (await day.vera.does(pressed))["already"]
    await day.arrives("frame")
    await day.vera.sees(lambda: day.vera.stage["phase"] == "frame")
    ends = day.host.stage["ends"]
    given = [Extend(serial=one.serial, seen=one.version, minutes=2) for one in (day.host, day.vera)]
    await asyncio.gather(day.host.does(given[0]), day.vera.does(given[1]))
    await day.settled()
    assert day.one.client.stage["ends"] == day.host.stage["ends"] == ends + 120_000
    await day.lasts(2)


async def a_late_person_checks_in(day: Day) -> None:
    """Whoever comes before it closes is part of it."""
    await day.next("checkin")
    day.late = await day.sits("solo", 3)
    await day.voted()
    await day.settled()
    assert day.late.client.slices["you"]["done"]
    await day.next("checkin", 2)
    await day.lasts(2)
    for phase in ("practice", "draw"):
        await day.host.must(SkipStep(serial=day.host.serial))
        await day.arrives(phase)
