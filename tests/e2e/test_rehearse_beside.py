"""Bots beside a host who does all that a host may: they follow, and the hall lives."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

import pytest

from game.bots.moods import moods
from game.client.api import ballots_left, create_room
from game.client.connection import Wire
from game.client.news import News, Refused, ViewChanged
from game.client.outbox import new_id
from game.rehearse import Cast, Options
from game.rules import Step
from game.rules.command import (
    ArrangeSteps,
    CloseRoom,
    Command,
    DealCard,
    OpenNext,
    Pause,
    RemoveStation,
    Resume,
    SendMessage,
    SetPace,
)
from game.wire import Join, RoomMade, RoomRequest
from tests.e2e.service import Service

STEPS = (
    Step(kind="frame", minutes=1),
    Step(kind="checkin", minutes=2),
    Step(kind="round", minutes=5),
    Step(kind="round", minutes=5),
    Step(kind="harvest", minutes=3),
)
ONE, PLEDGE = Step(kind="round", minutes=5), Step(kind="pledge", minutes=2)


class Leader:
    """Somebody who leads from elsewhere, and notes what the board shows."""

    def __init__(self, url: str, made: RoomMade) -> None:
        self.view: Mapping[str, Any] = {}
        self.refused: list[str] = []
        self.seen: set[str] = set()
        self._changed = asyncio.Event()
        self._wire = Wire(url, self._hear)
        self._wire.enter(Join(code=made.code, kind="host", seats=0, host_key=made.host_key, id=new_id()))

    async def run(self) -> None:
        await self._wire.run()

    def stop(self) -> None:
        self._wire.stop()

    @property
    def tiles(self) -> list[Any]:
        return [tile for name, tile in self.view.items() if name.startswith("tile:") and tile["seats"]]

    def does(self, command: Command) -> None:
        self._wire.send(command)

    async def until(self, so: Callable[[], bool]) -> None:
        async with asyncio.timeout(60):
            while not (self.view and so()):
                self._changed.clear()
                await self._changed.wait()

    async def opens(self, phase: str) -> None:
        """Step by step to this phase, when everybody is done with the one before."""
        while self.view["stage"]["phase"] != phase:
            serial = self.view["stage"]["serial"]
            await self.until(lambda: all(tile["done"] >= tile["of"] for tile in self.tiles))
            self.does(OpenNext(serial=serial))
            await self.until(lambda serial=serial: self.view["stage"]["serial"] != serial)  # type: ignore[misc]

    def _hear(self, news: News) -> None:
        if isinstance(news, Refused):
            self.refused.append(news.code)
        if isinstance(news, ViewChanged):
            self.view = news.slices
            self.seen |= {"hand" for tile in self.tiles if tile["help"] is not None}
            self.seen |= {"timeout" for tile in self.tiles if tile["timeout"]}
            self._changed.set()


async def hurried(seconds: float) -> None:
    """A rehearsal's day in a minute."""
    await asyncio.sleep(seconds / 400)


def beside(service: Service, **chosen: object) -> tuple[RoomMade, Cast]:
    made = create_room(
        service.url, RoomRequest(preset="Halvdag", decks=("motet",), steps=STEPS, name="Vår dag")
    )
    assert isinstance(made, RoomMade)
    options = Options.model_validate(
        {"join": f"{service.url}/j/{made.code}", "tables": 3, "seats": 4, **chosen}
    )
    return made, Cast(options, service.url, 0, code=made.code, pause=hurried)


@pytest.mark.parametrize("lively", [False, True])
def test_bots_follow_whatever_the_host_does(service: Service, lively: bool) -> None:
    made, cast = beside(service, lively=lively)

    async def day() -> Leader:
        leader = Leader(service.url, made)
        leading = asyncio.create_task(leader.run())
        playing = asyncio.create_task(cast.play(lambda: None))
        await leader.until(lambda: leader.view["room"]["seats"] == 12)
        await leader.opens("checkin")
        leader.does(Pause(look=True))
        leader.does(SendMessage(text="Se hit."))
        await leader.until(lambda: leader.view["stage"]["paused"] == "look")
        leader.does(Resume())
        await leader.opens("draw")
        leader.does(DealCard(serial=leader.view["stage"]["serial"], own=True))
        await leader.until(lambda: all(tile["waits"] for tile in leader.tiles))
        leader.does(ArrangeSteps(plan=leader.view["host"]["plan"], steps=(ONE, ONE, PLEDGE)))
        await leader.until(lambda: len(leader.view["host"]["steps"]) == 6)
        leader.does(SetPace(pace="table"))
        await leader.until(lambda: any(tile["step"] == 4 for tile in leader.tiles))
        leader.does(SetPace(pace="hall"))
        await leader.until(lambda: leader.view["room"]["pace"] == "hall")
        leader.does(SetPace(pace="table"))
        await leader.until(lambda: all(tile["phase"] == "closed" for tile in leader.tiles))
        leader.does(CloseRoom())
        await playing
        leader.stop()
        await leading
        return leader

    leader = asyncio.run(day())
    assert leader.refused == []
    assert cast.figures.wrong() == []
    assert cast.figures.ballots >= 2 * 12
    back = sum(bot.meter.connections - 1 for bot in cast.bots)
    assert (leader.seen == {"hand", "timeout"}, back > 0) == (lively, lively)
    assert ballots_left(service.url, made.code, made.host_key) == 0


def test_a_table_goes_on_without_the_bot_that_the_host_has_removed(service: Service) -> None:
    made, cast = beside(service, tables=1, mix="solo")

    async def day() -> None:
        leader = Leader(service.url, made)
        leading = asyncio.create_task(leader.run())
        playing = asyncio.create_task(cast.play(lambda: None))
        await leader.until(lambda: leader.view["room"]["seats"] == 4)
        await leader.opens("frame")
        leader.does(SetPace(pace="table"))
        leader.does(RemoveStation(station=leader.tiles[0]["stations"][1]["id"]))
        await leader.until(lambda: leader.view["room"]["seats"] == 3)
        await leader.until(lambda: leader.tiles[0]["phase"] == "closed")
        leader.does(CloseRoom())
        await playing
        leader.stop()
        await leading

    asyncio.run(day())
    assert cast.figures.wrong() == []


def test_a_hall_has_a_mood_every_twenty_seconds_or_so_however_large_it_is() -> None:
    def spread(tables: int) -> float:
        waits = [wait for table in range(tables) for wait, _ in islice(moods(1, table, tables), 50)]
        return sum(waits) / len(waits) / tables

    assert spread(40) == pytest.approx(20, rel=0.15)
    assert spread(5) == pytest.approx(21, rel=0.25)


def test_moods_are_of_every_kind_and_the_same_for_the_same_seed() -> None:
    first, second = (list(islice(moods(3, 7, 40), 40)) for _ in range(2))
    assert first == second
    assert {mood for _, mood in first} == {"hand", "timeout", "network"}
