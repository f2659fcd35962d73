"""From lunch to the end: who may come back, a card that many put aside, and words for the wall."""

from __future__ import annotations

from typing import Any

from game.client.stations.host_tables import neighbour
from game.rules.command import (
    CallTimeout,
    CloseRoom,
    DealCard,
    EndTimeout,
    Leave,
    Lock,
    Pause,
    ReleaseText,
    RemoveStation,
    Resume,
    ShowResult,
    SkipStep,
)
from tests.server.client import Client
from tests.server.staffday.hall import Day
from tests.server.staffday.people import refused


async def lunch(day: Day) -> None:
    await day.next("draw")
    await day.host.must(Pause(text="Lunch i matsalen.", minutes=45))
    await day.hall.sees(lambda: day.hall.stage["pause_text"] == "Lunch i matsalen.")
    assert day.hall.stage["pause_until"] == day.clock.now() + 2_700_000


async def one_who_sat_alone_joins_the_neighbours(day: Day) -> None:
    """She has played alone, with her own counts; now she takes the board's advice, with the same code."""
    assert len({ballot[1] for ballot in day.eva.cast}) >= 2
    near = neighbour(day.tile(day.eva.table), day.tiles)
    assert near is not None
    assert near["number"] == 5
    assert (await day.eva.client.does(Leave()))["ok"]
    day.people.remove(day.eva)
    day.eva = await day.sits("solo", near["number"])
    await day.settled()
    assert day.tile(day.eva.table)["seats"] == 4


async def the_removed_may_come_back_and_the_barred_may_not(day: Day) -> None:
    """With the code, that is: their token is of no use to either. A locked room keeps out new ones only."""
    code = day.made["code"]
    await day.host.must(RemoveStation(station=day.dora.client.joined["station"], bar=True))
    await day.host.must(RemoveStation(station=day.late.client.joined["station"]))
    for person, why in ((day.dora, "barred"), (day.late, "removed")):
        day.people.remove(person)
        back = await day.guests.connected(day.at)
        assert (await back.come_back(person.client.token))["code"] == why
    await day.host.must(Lock(on=True))
    new = await day.guests.connected(day.at)
    assert (await new.join(code, "solo", team=3))["code"] == "room_locked"
    returning = day.three[3]
    await day.sleeps(returning)
    await day.wakes(returning)
    assert returning.client.slices["room"]["locked"]
    await day.host.must(Lock(on=False))
    day.late = await day.sits("solo", 3)
    await day.settled()
    assert day.tile(day.late.table)["seats"] == 5
    await day.lasts(45)
    await day.host.must(Pause(look=True))
    await day.hall.sees(lambda: day.hall.stage["paused"] == "look")
    await day.host.must(Resume())


async def a_card_comes_too_close(day: Day) -> None:
    """All tables but two change it out of a time-out, whatever they have swapped before. What two tables are
    left with is no number for the hall.
    """
    await day.deal()
    close = day.one.client.slices["card"]["id"]
    for client in (day.three[0].client, day.four.client, day.five.client):
        await client.must(CallTimeout())
        await client.must(EndTimeout(how="swap"))
        assert client.slices["card"]["id"] != close
        assert client.stage["phase"] == "read"
    await day.a_card()
    await day.settled()
    day.counts_are_what_was_cast()
    cards = {tile["card"] for tile in day.tiles if tile["number"] in (1, 2)}
    assert cards == {close}
    assert day.tile(day.one.table)["seats"] + day.tile(day.two.table)["seats"] >= 6
    assert await refused(day.host, ShowResult(what=f"card:{close}")) == "no_grounds"
    for client in (day.host, day.hall):
        assert close not in {chart["card"] for chart in client.slices["hall"]["charts"]}
    charts = day.host.slices["host"]["charts"]
    assert charts
    assert all(chart["tables"] >= 3 and chart["seats"] >= 6 for chart in charts)


async def cards_without_trouble(day: Day) -> None:
    """Three, and one at which every table draws its own."""
    for _ in range(3):
        while day.host.stage["phase"] != "draw":
            await day.host.must(SkipStep(serial=day.host.serial))
        await day.arrives("draw")
        if day.host.stage["card"] < 6:
            await day.deal()
            await day.a_card(8)
    await day.host.must(DealCard(serial=day.host.serial, own=True))
    await day.until(lambda: all(tile["waits"] for tile in day.tiles if tile["present"]), 25)
    assert len({tile["card"] for tile in day.tiles if tile["present"]}) > 1


async def a_text_is_shown_and_hidden(day: Day) -> None:
    """Nothing typed reaches the hall without a host; what is hidden again stays with its table."""
    await day.next("harvest")
    await day.lasts(8)
    wall = day.host.slices["host"]["wall"]
    assert wall
    assert not any(text["released"] for text in wall)
    assert on_the_wall(day.hall) == []
    (text, writers) = next(
        (text, person.client)
        for person in day.people
        for text in wall
        if text["id"] in notes_of(person.client)
    )
    await day.host.must(ReleaseText(text=text["id"]))
    await day.hall.sees(lambda: on_the_wall(day.hall) == [text["text"]])
    await day.host.must(ReleaseText(text=text["id"], on=False))
    await day.hall.sees(lambda: on_the_wall(day.hall) == [])
    assert notes_of(writers)[text["id"]] == text["text"]


def notes_of(client: Client) -> dict[str, str]:
    """The notes that a table still has: id -> text."""
    return {note["id"]: note["text"] for note in client.slices.get("notes", {"notes": ()})["notes"]}


def on_the_wall(hall: Client) -> list[str]:
    wall: list[dict[str, Any]] = hall.slices["hall"]["wall"]
    return [text["text"] for text in wall]


async def they_go_home(day: Day) -> None:
    await day.next("pledge")
    await day.until(day.all_done, 8)
    for screen in (1, 2, 3):
        await day.next("debrief", screen)
        await day.lasts(3)
    await day.until(day.all_done, 4)
    await day.host.must(CloseRoom())
