"""A person's connection as it really is, on the loop of the server that it speaks to through a proxy."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from game.client.connection import Wire
from game.client.line import Meter
from game.client.news import News, Status, ViewChanged
from game.client.outbox import new_id
from game.wire import Join
from tests.server.client import PATIENCE

Heard = TypeVar("Heard")


class Station:
    """A wire and what it has heard."""

    def __init__(self, url: str) -> None:
        self.news: list[News] = []
        self.view: Any = {}
        self.state = "idle"
        self._bell = asyncio.Event()
        self.wire = Wire(url, self._hear, meter=Meter())

    @property
    def meter(self) -> Meter:
        return self.wire.meter

    @property
    def online(self) -> bool:
        return self.state == "online"

    @property
    def seat(self) -> str:
        seat: str = self.view["you"]["seats"][0]
        return seat

    def all(self, kind: type[Heard]) -> list[Heard]:
        return [news for news in self.news if isinstance(news, kind)]

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits, in real time, until it has heard what makes it so."""
        async with asyncio.timeout(PATIENCE * 3):
            while not holds():
                self._bell.clear()
                await self._bell.wait()

    def _hear(self, news: News) -> None:
        self.news.append(news)
        if isinstance(news, ViewChanged):
            self.view = news.slices
        elif isinstance(news, Status):
            self.state = news.state
        self._bell.set()


@asynccontextmanager
async def station(url: str, code: str, kind: Any = "solo", seats: int = 1) -> AsyncIterator[Station]:
    """Somebody who has sat down, and leaves no task behind."""
    one = Station(url)
    running = asyncio.create_task(one.wire.run())
    one.wire.enter(Join(code=code, kind=kind, seats=seats, id=new_id()))
    try:
        await one.until(lambda: bool(one.view))
        yield one
    finally:
        one.wire.stop()
        await running
