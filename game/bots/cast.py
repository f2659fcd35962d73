"""Everybody in one room of a rehearsal: who sits where, and how they come and go."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import Any, Literal

from game.bots.dice import roll
from game.bots.figures import Figures
from game.bots.host import Host
from game.bots.moods import live, moods
from game.bots.options import Options
from game.bots.seats import Seats
from game.bots.station import Bot, TurnedAway
from game.bots.tables import Table, Tables
from game.client.outbox import new_id
from game.rules import PRESETS, settings_of
from game.wire import Join, RoomMade

ARRIVAL = 15.0
"""Seconds that a lively hall takes to come in."""

Pause = Callable[[float], Awaitable[object]]
"""Waits so many seconds."""


HOUR = 3600.0
"""Seconds: how long bots with a person's pace may take over one thing."""


class Stuck(Exception):
    """Nothing has happened in the room `code` for so many `seconds`. `places` counts the bots in each (phase,
    round); those who are not in stand under ("", 0). `lost`: none of them hears the server.
    """

    def __init__(self, code: str, seconds: float, places: Mapping[tuple[str, int], int], lost: bool) -> None:
        super().__init__(f"nothing has happened in room {code} for {seconds:.0f} s")
        self.code, self.seconds, self.places, self.lost = code, seconds, dict(places), lost


class Cast:
    """Everybody in one room: its bots, who sits where, and their figures."""

    def __init__(
        self,
        options: Options,
        url: str,
        index: int,
        made: RoomMade | None = None,
        code: str = "",
        pause: Pause = asyncio.sleep,
    ) -> None:
        self.options = options
        self.index = index
        self.figures = Figures(index)
        self._pause = pause
        self.code = made.code if made else code
        self._host_key = made.host_key if made else None
        self.host: Bot | None = None
        self.tables: list[tuple[Table, list[tuple[Bot, Join]]]] = []
        seed = options.seed * 1000 + index
        numbers = range(options.first_table, options.first_table + options.tables)
        if made is not None and _is_lecture(options):
            self.tables.append(self._table(url, seed, 1, options.seats * options.tables, "solo"))
        else:
            self.tables += [self._table(url, seed, n, options.seats, options.mix) for n in numbers]
        if made is not None:
            waits_for = Tables(table for table, _ in self.tables)
            self.host = Bot(
                url, Host(seed), self.figures, name="host", seed=seed, speed=options.speed, tables=waits_for
            )

    @property
    def everybody(self) -> list[Bot]:
        """The host, if it is a bot, and those at the tables."""
        return [*([self.host] if self.host else []), *self.bots]

    @property
    def bots(self) -> list[Bot]:
        """Those at the tables; not the host."""
        return [bot for _, bots in self.tables for bot, _ in bots]

    async def play(self, tell: Callable[[], None]) -> None:
        """Everybody comes in, in order of seats, and plays until the room is closed. Raises Stuck."""
        stands = (0, False)
        try:
            async with asyncio.timeout(None if self.options.join else self._patience) as guard:

                def happened() -> None:
                    nonlocal stands
                    if stands != (self.figures.version, self.figures.lost):
                        stands = (self.figures.version, self.figures.lost)
                        if guard.when() is not None:
                            guard.reschedule(asyncio.get_running_loop().time() + self._patience)
                    tell()

                self.figures.on_change = happened
                parts = (self._sit_down(table.number, bots) for table, bots in self.tables)
                await together([self._lead(), *parts])
        except TimeoutError as stuck:
            raise Stuck(self.code, self._patience, self._places(), self.figures.lost) from stuck

    @property
    def _patience(self) -> float:
        """Seconds without news after which it is given up. People take their time, but only where there is a
        server to play on.
        """
        slow = self.options.speed == "human" and not self.figures.lost
        return HOUR if slow else self.options.patience

    async def _lead(self) -> None:
        if self.host is not None:
            await self.host.play(
                Join(code=self.code, kind="host", seats=0, host_key=self._host_key, id=new_id())
            )

    async def _sit_down(self, number: int, bots: Sequence[tuple[Bot, Join]]) -> None:
        """One station after the other, so that the same bot always gets the same seat."""
        playing: list[asyncio.Task[None]] = []
        moody: list[asyncio.Task[None]] = []
        try:
            if self.options.lively:
                await self._pause(roll(self.options.seed, "arrival", number).uniform(0, ARRIVAL))
                course = moods(self.options.seed, number, self.options.tables)
                moody.append(asyncio.create_task(live(bots[0][0], course, self._pause)))
            for bot, door in bots:
                playing.append(asyncio.create_task(bot.play(door)))
                await bot.entered.wait()
            await asyncio.gather(*playing)
        except TurnedAway as away:
            if away.code != "room_locked" or not any(bot.station for bot in self.bots):
                raise  # but a host who locks the door while some come in has those who are in
        finally:
            await _ended([*moody, *playing])

    def _table(
        self, url: str, seed: int, number: int, seats: int, mix: str
    ) -> tuple[Table, list[tuple[Bot, Join]]]:
        options = self.options
        shares = _shares(mix, number, seats)
        table = Table(number, len(shares))
        bots = []
        for place, (kind, seats) in enumerate(shares):
            bot = Bot(
                url, Seats(seed, options.language), self.figures, name=f"{number}.{place}", seed=seed,
                speed=options.speed, table=table, guest=options.join is not None,
            )  # fmt: skip
            bots.append((bot, Join(code=self.code, kind=kind, seats=seats, team=number, id=new_id())))
        return table, bots

    def _places(self) -> Counter[tuple[str, int]]:
        seen = (bot.view.get("stage", {}) for bot in self.everybody)
        return Counter((stage.get("phase", ""), stage.get("round", 0)) for stage in seen)


def _is_lecture(options: Options) -> bool:
    """Whether all of them are one audience."""
    shape = PRESETS.get(options.preset)
    return shape is not None and settings_of(shape).lecture


def _shares(mix: str, number: int, seats: int) -> list[tuple[Literal["solo", "table"], int]]:
    """(kind, seats) of each station at a table."""
    solo: tuple[Literal["solo", "table"], int] = ("solo", 1)
    if mix == "solo" or (mix == "mixed" and number % 3 == 2) or seats == 1:
        return [solo] * seats
    if mix == "mixed" and number % 3 == 0 and 2 < seats <= 9:
        return [("table", seats - 1), solo]
    shared = min(seats, 8)
    return [("table", shared), *[solo] * (seats - shared)]


async def together(parts: Sequence[Coroutine[Any, Any, None]]) -> None:
    """All at once; the first failure ends the others and is raised as it is."""
    tasks = [asyncio.create_task(part) for part in parts]
    try:
        await asyncio.gather(*tasks)
    finally:
        await _ended(tasks)


async def _ended(tasks: Sequence[asyncio.Task[None]]) -> None:
    """End those that still go on; one that is ending already is left to finish its goodbye."""
    for task in tasks:
        if not task.cancelling():
            task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
