"""A bot: one station's wire, and a mind that says what it does next."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Hashable, Mapping
from contextlib import suppress
from typing import Any

from game.bots.dice import roll
from game.bots.figures import Figures
from game.bots.mind import Act, Mind, View
from game.bots.options import Speed
from game.bots.tables import Table, Tables
from game.client.connection import Wire
from game.client.line import Meter
from game.client.news import Entered, News, Refused, Saved, Status, ViewChanged
from game.rules.command import CastVote, Command
from game.wire import Join, Return

Watch = Callable[[View, float], None]
"""Sees every view a station gets, and the server's clock in ms."""
TRIES = 3
"""How often an act is done anew when a view shows it undone."""
HELD = frozenset({"paused", "timeout_open", "host_only"})
"""Refusals that pass: asked again when the view has changed."""
LAST_WORD = 1.0
"""Seconds an answer may come after the room has closed."""
GOODBYE = 3.0
"""Seconds a guest that is stopped may take to leave the room."""
OUT = frozenset({"unknown_token", "removed", "barred", "room_closed"})
"""Not wanted any more: the end of a bot, not an error."""


class TurnedAway(Exception):
    """The server would not let a bot in; the sentence is the server's."""

    def __init__(self, code: str, message: Mapping[str, str]) -> None:
        super().__init__(f"{code}: {message.get('en', '')}")
        self.code = code
        self.message = dict(message)


class Bot:
    """One station. `table` is where it sits, None for a host; `tables` are those a host waits for. A `guest`
    sits beside people, and leaves the room when it is stopped, so that nobody waits for its seats.

    A fast one acts as soon as it may. With human speed every act takes a person's time, and it leads on when
    most of the soft clock has run.
    """

    def __init__(
        self,
        url: str,
        mind: Mind,
        figures: Figures,
        *,
        name: str,
        seed: int = 0,
        speed: Speed = "fast",
        table: Table | None = None,
        tables: Tables | None = None,
        guest: bool = False,
    ) -> None:
        self.meter = Meter()
        self.name = name
        self.station = ""
        self.view: View = {}
        self.entered = asyncio.Event()
        self.over = asyncio.Event()
        self.watch: Watch | None = None
        self.wire = Wire(url, self._hear, meter=self.meter)
        self._mind, self._figures, self._seed, self._speed = mind, figures, seed, speed
        self._table, self._tables = table, tables
        self._guest = guest
        self._out = asyncio.Event()
        self._seen: ViewChanged | None = None
        self._bell = asyncio.Event()
        self._done: dict[Hashable, int] = {}
        self._held: dict[Hashable, int] = {}
        self._tries: Counter[Hashable] = Counter()
        self._answers: dict[str, asyncio.Future[Saved | Refused]] = {}
        self._turned_away: TurnedAway | None = None
        self._token = ""
        self._running: asyncio.Task[None] | None = None
        for each in tables or ((table,) if table else ()):
            each.listen(self._bell)

    async def play(self, door: Join) -> None:
        """Go in and play until the room closes. Raises TurnedAway when it is not let in."""
        self.wire.enter(door)
        self._running = asyncio.create_task(self.wire.run())
        try:
            while not self.over.is_set():
                await self._bell.wait()
                self._bell.clear()
                while not self.over.is_set() and (act := self._next()) is not None:
                    await self._do(act)
        except asyncio.CancelledError:
            if self._guest:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._leave(), GOODBYE)
            raise
        finally:
            if self._table is not None:
                self._table.leave(self.name)
            self.wire.stop()
            await self._running
        if self._turned_away is not None:
            raise self._turned_away

    def may(self, name: str) -> bool:
        """Whether a command of this type would be heard now."""
        return not self.over.is_set() and name in self.view["you"]["may"]

    async def say(self, command: Command) -> Saved | Refused | None:
        """Send a command and wait for its outcome; None when the room closed first."""
        answer: asyncio.Future[Saved | Refused] = asyncio.get_running_loop().create_future()
        self._answers[self.wire.send(command)] = answer
        self._figures.sent += 1
        await self._unless_over(answer)
        outcome = answer.result() if answer.done() else None
        if isinstance(outcome, Refused):
            self._figures.refused[outcome.code] += 1
        return outcome

    async def lose_network(self, gone: Callable[[], Awaitable[object]]) -> None:
        """Be away for as long as `gone` takes, and then come back to the same seats."""
        lost = self.wire
        lost.stop()
        if self._running is not None:
            await self._running
        await gone()
        if not self.over.is_set():
            self.wire = Wire(lost.url, self._hear, lost.outbox, self.meter)
            self.wire.enter(Return(token=self._token))
            self._running = asyncio.create_task(self.wire.run())

    async def _leave(self) -> None:
        """Out of the room for good. Who is still at the door sits down first: else that seat would stay."""
        await self.entered.wait()
        if not self.over.is_set():
            self.wire.leave()
            await self._out.wait()

    # --- what is heard ---

    def _hear(self, news: News) -> None:
        if isinstance(news, ViewChanged):
            self._see(news)
        elif isinstance(news, Saved | Refused):
            answer = self._answers.pop(news.id, None)
            if answer is not None and not answer.done():
                answer.set_result(news)
        elif isinstance(news, Entered):
            self.station, self._token = news.station, news.token
        elif isinstance(news, Status) and news.state == "refused":
            if news.code not in OUT:
                self._turned_away = TurnedAway(news.code, news.message)
            self.over.set()
            self.entered.set()
            self._out.set()
        elif isinstance(news, Status) and news.state == "idle":
            self._out.set()
        elif isinstance(news, Status) and news.state in ("online", "offline"):
            self._figures.hears(self.name, news.state == "online")
        self._bell.set()

    def _see(self, seen: ViewChanged) -> None:
        self._seen, self.view = seen, seen.slices
        self._figures.seen(self.name, self._table.number if self._table else None, seen.version, seen.slices)
        self.entered.set()
        if self.watch is not None:
            self.watch(seen.slices, time.monotonic() * 1000 + seen.server_offset)
        if self.view["room"]["closed"]:
            self.over.set()

    # --- what is done ---

    def _next(self) -> Act | None:
        """The next act, if there is one; a bot without one is done with the phase, unless one is held."""
        if self._seen is None:
            return None
        held = False
        for act in self._mind.acts(self.view):
            if self._is_held(act):
                held = True
            elif not self._has_done(act):
                return act
        if held:
            return None
        serial = self.view["stage"]["serial"]
        if self._table is not None:
            self._table.done(self.name, serial)
        if self.view["stage"]["paused"] or not self._may_lead():
            return None
        leads = self._mind.leads(self.view)
        return next((act for act in leads if not (self._is_held(act) or self._has_done(act))), None)

    def _is_held(self, act: Act) -> bool:
        """Whether it was refused for what may have passed when the view changes."""
        version = self._seen.version if self._seen else -1
        return act.key not in self._done and version <= self._held.get(act.key, -2)

    def _has_done(self, act: Act) -> bool:
        if act.key not in self._done:
            return False
        shown = self._seen is not None and self._seen.version >= self._done[act.key]
        again = act.always or self._tries[act.key] < TRIES
        return not (act.undone and shown and again)

    def _may_lead(self) -> bool:
        if self._table is not None and not self._table.ready(self.view["stage"]["serial"]):
            return False
        tiles = [tile for name, tile in self.view.items() if name.startswith("tile:")]
        if self._tables is not None:
            seated = {tile["number"] for tile in tiles if tile["seats"]}
            if not seated.issuperset(table.number for table in self._tables):
                return False
            return all(self._tables.ready(tile["number"], tile["serial"]) for tile in tiles if tile["seats"])
        return True

    async def _do(self, act: Act) -> None:
        if self._speed == "human" and not await self._as_a_person(act):
            return
        self._tries[act.key] += 1
        card, round_ = self.view.get("card", {}).get("id", ""), self.view["stage"]["round"]
        sent = time.perf_counter()
        outcome = await self.say(act.command)
        if outcome is None:
            return
        if isinstance(outcome, Refused):
            seen = self._seen.version if self._seen else 0
            (self._held if outcome.code in HELD else self._done)[act.key] = seen
            return
        self._done[act.key] = outcome.version
        number = self._table.number if self._table else None
        self._figures.saved(
            number, act.command, (sent, time.perf_counter()), outcome.version, outcome.already
        )
        if isinstance(act.command, CastVote) and number is not None:
            self._figures.ballot(number, card, round_, act.command)

    async def _unless_over(self, answer: asyncio.Future[Saved | Refused]) -> None:
        """Wait for the answer; the very last one may come just after the view that closes the room."""
        ending = asyncio.ensure_future(self.over.wait())
        waiting: list[asyncio.Future[Any]] = [answer, ending]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        await asyncio.wait([answer], timeout=LAST_WORD)

    async def _as_a_person(self, act: Act) -> bool:
        """Take a person's time; False when the phase was over before, and the act is to be thought over."""
        serial = self.view["stage"]["serial"]
        wait = roll(self._seed, "pace", self.name, act.key).uniform(2, 12)
        ends = self.view["stage"]["ends"]
        if act.leads and ends is not None and self._seen is not None:
            wait = max(wait, self._seen.left(ends, time.monotonic()) / 1000 - wait)
        try:
            async with asyncio.timeout(wait):
                while not self.over.is_set() and self.view["stage"]["serial"] == serial:
                    self._bell.clear()
                    await self._bell.wait()
        except TimeoutError:
            return True
        self._bell.set()
        return False
