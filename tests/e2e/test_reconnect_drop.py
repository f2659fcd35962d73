"""The network fails under a station: cut sockets, lost answers. Every press counts once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from game.client.api import create_room
from game.client.connection import Wire
from game.client.line import Meter
from game.client.news import News, Saved, Status, ViewChanged
from game.client.outbox import new_id
from game.rules.command import AddSeat
from game.wire import Join, RoomMade, RoomRequest
from tests.e2e.service import Service

PATIENCE = 60


class Ringing(Meter):
    """Rings for every frame that goes out."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        super().__init__()

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if name == "frames_out":
            self._ring()


class Station:
    """A wire and what it has heard."""

    def __init__(self, url: str) -> None:
        self.news: list[News] = []
        self._bell = asyncio.Event()
        self.meter = Ringing(self._bell.set)
        self.wire = Wire(url, self._hear, meter=self.meter)

    @asynccontextmanager
    async def running(self, door: Join) -> AsyncIterator[Station]:
        running = asyncio.create_task(self.wire.run())
        self.wire.enter(door)
        try:
            yield self
        finally:
            self.wire.stop()
            await running

    async def until(self, what: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not what():
                self._bell.clear()
                await self._bell.wait()

    def all(self, kind: type[Any]) -> list[Any]:
        return [news for news in self.news if isinstance(news, kind)]

    @property
    def view(self) -> Any:
        views = self.all(ViewChanged)
        return views[-1].slices if views else {}

    def _hear(self, news: News) -> None:
        self.news.append(news)
        self._bell.set()


async def made(url: str) -> RoomMade:
    answer = await asyncio.to_thread(create_room, url, RoomRequest(preset="APT 30"))
    assert isinstance(answer, RoomMade)
    return answer


def table(code: str) -> Join:
    return Join(code=code, kind="table", seats=1, id=new_id())


async def test_a_cut_socket_comes_back_to_the_same_view(service: Service) -> None:
    station = Station(service.url)
    async with station.running(table((await made(service.url)).code)):
        await station.until(lambda: bool(station.view))
        before = station.view
        station.wire.drop()
        await station.until(lambda: len(station.all(Status)) == 4)
        assert [status.state for status in station.all(Status)] == [
            "connecting",
            "online",
            "offline",
            "online",
        ]
        await station.until(lambda: len(station.all(ViewChanged)) > 1)
        assert {**station.view, "room": 0} == {**before, "room": 0}
        assert station.meter.connections == 2


async def test_a_press_whose_answer_is_lost_counts_once(service: Service) -> None:
    station = Station(service.url)
    async with station.running(table((await made(service.url)).code)):
        await station.until(lambda: bool(station.view))
        for press in range(7):
            frames = station.meter.frames_out
            station.wire.send(AddSeat())
            await station.until(lambda: station.meter.frames_out > frames)  # noqa: B023
            station.wire.drop()
            await station.until(lambda: len(station.all(Saved)) == press + 1)  # noqa: B023
        await station.until(lambda: len(station.view["team"]["seats"]) == 8)
        assert station.meter.connections >= 2
        last = station.all(Saved)[-1].version
        await station.until(lambda: station.all(ViewChanged)[-1].version >= last)
        assert len(station.view["team"]["seats"]) == 8


async def test_a_join_whose_answer_is_lost_seats_nobody_twice(service: Service) -> None:
    code = (await made(service.url)).code
    station = Station(service.url)
    async with station.running(table(code)):
        await station.until(lambda: station.meter.frames_out == 2)
        station.wire.drop()
        await station.until(lambda: bool(station.view))
        assert station.view["room"]["seats"] == 1
