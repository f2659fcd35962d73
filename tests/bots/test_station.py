"""One bot, told what a server would tell it: when it acts, when it is done."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from game.bots import Act
from game.bots.figures import Figures
from game.bots.mind import View
from game.bots.station import Bot
from game.bots.tables import Table
from game.client.news import Refused, Saved, ViewChanged
from game.rules.command import CastVote, Command
from game.wire import Join

SERIAL = 4
VOTE = CastVote(seat="s1", serial=SERIAL, choice="a")


class Voter:
    """Votes once, and then has nothing left to do."""

    def acts(self, view: View) -> Iterator[Act]:
        yield Act("vote", VOTE)

    def leads(self, view: View) -> Iterator[Act]:
        yield from ()


class Line:
    """A bot that has been let in, and what it has put into its outbox."""

    def __init__(self) -> None:
        self.table = Table(1, size=1)
        self.sent: asyncio.Queue[tuple[str, Command]] = asyncio.Queue()
        self.bot = Bot("http://127.0.0.1:9", Voter(), Figures(1), name="b", table=self.table)
        put = self.bot.wire.outbox.put

        def noted(command: Command) -> str:
            name = put(command)
            self.sent.put_nowait((name, command))
            return name

        self.bot.wire.outbox.put = noted  # type: ignore[method-assign]

    def see(self, version: int, *, paused: bool = False) -> None:
        stage = {"serial": SERIAL, "paused": paused, "round": 1, "phase": "vote"}
        slices: dict[str, Any] = {"stage": stage, "room": {"closed": False}, "you": {"done": [], "may": []}}
        self.bot._hear(ViewChanged(version, slices, 0))

    async def votes(self) -> str:
        name, command = await asyncio.wait_for(self.sent.get(), 20)
        assert command == VOTE
        return name


async def test_a_bot_that_is_held_up_by_a_pause_is_not_done_with_the_phase() -> None:
    """A host that went on as soon as the pause is over would leave its vote behind."""
    line = Line()
    playing = asyncio.create_task(line.bot.play(Join(code="FKT-482", kind="solo", id="a-bot-alone")))
    try:
        line.see(10, paused=True)
        line.bot._hear(Refused(await line.votes(), "paused", {}))
        line.see(10, paused=True)  # the same view once more: nothing has passed yet
        for _ in range(5):
            await asyncio.sleep(0)
        assert line.sent.empty()
        assert not line.table.ready(SERIAL)
        line.see(11)
        again = await line.votes()
        assert not line.table.ready(SERIAL)
        ready = asyncio.Event()
        line.table.listen(ready)
        line.bot._hear(Saved(again, 12))
        await asyncio.wait_for(ready.wait(), 20)
        assert line.table.ready(SERIAL)
    finally:
        playing.cancel()
        await asyncio.gather(playing, return_exceptions=True)
