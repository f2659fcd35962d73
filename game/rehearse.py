"""Play whole sessions with bots, over the real protocol, and tell what came of it.

A rehearsal starts a server of its own or uses a running one, makes rooms, fills them and plays them to the
end. With `join` the bots only sit down beside people, and leave the room when they are stopped. For one seed
every card has the same outcome at every table.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from game.bots import Bot, Figures, Host, Seats, Table, Tables
from game.bots.dice import roll
from game.bots.figures import Outcome, Spread, spread
from game.bots.station import Pace, Watch
from game.client.address import PORT, parse
from game.client.api import ballots_left, create_room, decks, presets
from game.client.offers import usual
from game.client.outbox import new_id
from game.rules import KINDS
from game.wire import Join, Nack, RoomMade, RoomRequest

HEAVY = 3
"""Cards of this heat ask a question first, and never open a session."""
HERE = f"http://127.0.0.1:{PORT}"
"""Where a room is looked for when only its code was given."""

Starter = Callable[[], AbstractContextManager[str]]
"""Starts a server and gives its address; only the command line may bring one."""


class Options(BaseModel):
    """`join` is an address with a code; `server`, `rooms` and `preset` then mean nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    seed: int = 1
    preset: str = "APT 30"
    decks: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    """In order, "deck/card". At the tables' own pace, rounds without one are drawn by the server's dice."""
    rooms: Annotated[int, Field(ge=1, le=50)] = 1
    tables: Annotated[int, Field(ge=1, le=200)] = 3
    seats: Annotated[int, Field(ge=1, le=1000)] = 5
    mix: Literal["solo", "table", "mixed"] = "mixed"
    """Screens of one's own, one shared machine a table, or some of each."""
    pace: Pace = "fast"
    language: Literal["sv", "en"] = "sv"
    server: str | None = None
    join: str | None = None
    first_table: Annotated[int, Field(ge=1)] = 1
    patience: float = 60.0
    """Seconds without anything happening after which the rehearsal is given up; people get an hour."""


class Latency(BaseModel):
    """Waiting times in ms. `seen` ends when the change has reached every station it concerns."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    vote_acked: Spread
    vote_seen: Spread
    phase_seen: Spread


class Traffic(BaseModel):
    """Per seat, over the whole session; bytes of text without framing."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    frames_in: float
    frames_out: float
    bytes_in: float
    bytes_out: float


class Report(BaseModel):
    """What came of it. Everything but times, traffic and `events` is the same for the same seed."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    seed: int
    preset: str
    seconds: float
    rooms: int
    tables: int
    seats: int
    stations: int
    sent: int
    acked: int
    already: int
    refused: dict[str, int]
    asked_again: int
    reconnected: int
    events: int
    ballots: int
    ballots_left: int | None
    """What the server still holds when the rooms are closed; None beside people, without a host key."""
    wrong: list[str]
    """Counts that are not what the bots cast. Must be empty."""
    outcomes: list[Outcome]
    latency: Latency
    traffic: Traffic


class Progress(BaseModel):
    """How far the slowest room has come, in steps of the programme."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    done: int
    of: int
    phase: str


class NoRoom(Exception):
    """The server would not make a room, or not tell of it."""

    def __init__(self, nack: Nack) -> None:
        super().__init__(f"{nack.code}: {nack.message.get('en', '')}")
        self.nack = nack


class Stuck(Exception):
    """Nothing has happened for too long."""


def rehearse(
    options: Options,
    progress: Callable[[Progress], None],
    starter: Starter | None = None,
    watch: Watch | None = None,
) -> Report:
    """Play it all and report. `watch` sees every view of every station in the first room.

    Raises NoRoom, Stuck, `game.client.trouble.Trouble` or `game.bots.station.TurnedAway`; ValueError when
    there is neither a server nor a way to start one.
    """
    if options.join:
        return asyncio.run(_beside_people(options))
    if options.server is None and starter is None:
        raise ValueError("neither a server nor a way to start one")
    serving = starter() if starter and not options.server else nullcontext(options.server or "")
    with serving as address:
        url = parse(address).url
        return asyncio.run(_own_rooms(options, url, progress, watch))


async def _own_rooms(
    options: Options, url: str, progress: Callable[[Progress], None], watch: Watch | None
) -> Report:
    began = time.perf_counter()
    made = [await _made(options, url) for _ in range(options.rooms)]
    casts = [Cast(options, url, index, room) for index, room in enumerate(made)]
    for bot in casts[0].everybody:
        bot.watch = watch
    teller = _Teller(casts, progress)
    await _together([cast.play(teller.tell) for cast in casts])
    teller.tell()
    seconds = time.perf_counter() - began
    left = [await _left(url, room) for room in made]
    return _report(options, casts, seconds, sum(left))


async def _left(url: str, room: RoomMade) -> int:
    answer = await asyncio.to_thread(ballots_left, url, room.code, room.host_key)
    if isinstance(answer, Nack):
        raise NoRoom(answer)
    return answer


async def _beside_people(options: Options) -> Report:
    began = time.perf_counter()
    address = parse(options.join or "", default=parse(options.server).url if options.server else HERE)
    if address.code is None:
        raise ValueError(
            "to join, give the address with the room's code, as in http://192.168.1.20:8765/j/FKT-482"
        )
    cast = Cast(options, address.url, 0, code=address.code)
    await cast.play(lambda: None)
    return _report(options, [cast], time.perf_counter() - began, None)


async def _made(options: Options, url: str) -> RoomMade:
    chosen = options.decks or tuple(sorted(usual(await asyncio.to_thread(decks, url))))
    options = options.model_copy(update={"decks": chosen})
    cards = options.cards or await asyncio.to_thread(_drawn, options, url)
    request = RoomRequest(preset=options.preset, decks=chosen, cards=cards)
    answer = await asyncio.to_thread(create_room, url, request)
    if isinstance(answer, Nack):
        raise NoRoom(answer)
    return answer


def _drawn(options: Options, url: str) -> tuple[str, ...]:
    """Cards by our own dice where the tables draw for themselves: the server's fall anew each time."""
    preset = next((each for each in presets(url) if each.name == options.preset), None)
    if preset is None or preset.pace == "hall":
        return ()
    rounds = sum(step.kind == "round" for step in preset.steps)
    pile = [
        card.id
        for deck in decks(url)
        if deck.slug in options.decks
        for card in deck.cards
        if KINDS[card.kind].drawn and card.heat < HEAVY
    ]
    return tuple(roll(options.seed, "cards").sample(sorted(pile), min(rounds, len(pile))))


class Cast:
    """Everybody in one room: its bots, who sits where, and their figures."""

    def __init__(
        self, options: Options, url: str, index: int, made: RoomMade | None = None, code: str = ""
    ) -> None:
        self.options = options
        self.index = index
        self.figures = Figures(index)
        self.code = made.code if made else code
        self._host_key = made.host_key if made else None
        self.host: Bot | None = None
        self.tables: list[tuple[Table, list[tuple[Bot, Join]]]] = []
        seed = options.seed * 1000 + index
        for number in range(options.first_table, options.first_table + options.tables):
            self.tables.append(self._table(url, seed, number))
        if made is not None:
            waits_for = Tables(table for table, _ in self.tables)
            self.host = Bot(
                url, Host(seed), self.figures, name="host", seed=seed, pace=options.pace, tables=waits_for
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
        patience = self.options.patience if self.options.pace == "fast" else 3600.0
        try:
            async with asyncio.timeout(patience) as guard:
                version = 0

                def happened() -> None:
                    nonlocal version
                    if self.figures.version > version:
                        version = self.figures.version
                        guard.reschedule(asyncio.get_running_loop().time() + patience)
                        tell()

                self.figures.on_change = happened
                await _together([self._lead(), *(self._sit_down(bots) for _, bots in self.tables)])
        except TimeoutError as stuck:
            raise Stuck(
                f"nothing has happened in room {self.code} for {patience:.0f} s: {self._where()}"
            ) from stuck

    async def _lead(self) -> None:
        if self.host is not None:
            await self.host.play(
                Join(code=self.code, kind="host", seats=0, host_key=self._host_key, id=new_id())
            )

    async def _sit_down(self, bots: Sequence[tuple[Bot, Join]]) -> None:
        """One station after the other, so that the same bot always gets the same seat."""
        playing: list[asyncio.Task[None]] = []
        try:
            for bot, door in bots:
                playing.append(asyncio.create_task(bot.play(door)))
                await bot.entered.wait()
            await asyncio.gather(*playing)
        finally:
            await _ended(playing)

    def _table(self, url: str, seed: int, number: int) -> tuple[Table, list[tuple[Bot, Join]]]:
        options = self.options
        shares = _shares(options.mix, number, options.seats)
        table = Table(number, len(shares))
        bots = []
        for place, (kind, seats) in enumerate(shares):
            bot = Bot(
                url, Seats(seed, options.language), self.figures, name=f"{number}.{place}", seed=seed,
                pace=options.pace, table=table, guest=options.join is not None,
            )  # fmt: skip
            bots.append((bot, Join(code=self.code, kind=kind, seats=seats, team=number, id=new_id())))
        return table, bots

    def _where(self) -> str:
        places = Counter(
            f"{bot.view['stage']['phase']} {bot.view['stage']['round']}" if bot.view else "outside"
            for bot in self.everybody
        )
        return ", ".join(f"{n} in {place}" for place, n in places.most_common())


def _shares(mix: str, number: int, seats: int) -> list[tuple[Literal["solo", "table"], int]]:
    """(kind, seats) of each station at a table."""
    solo: tuple[Literal["solo", "table"], int] = ("solo", 1)
    if mix == "solo" or (mix == "mixed" and number % 3 == 2) or seats == 1:
        return [solo] * seats
    if mix == "mixed" and number % 3 == 0 and 2 < seats <= 9:
        return [("table", seats - 1), solo]
    shared = min(seats, 8)
    return [("table", shared), *[solo] * (seats - shared)]


class _Teller:
    """Tells how far the slowest room has come, when that has changed."""

    def __init__(self, casts: Sequence[Cast], progress: Callable[[Progress], None]) -> None:
        self._casts = casts
        self._progress = progress
        self._told: Progress | None = None

    def tell(self) -> None:
        views = [cast.bots[0].view for cast in self._casts if cast.bots[0].view]
        if len(views) < len(self._casts):
            return
        slowest = min((view["stage"] for view in views), key=lambda stage: int(stage["step"]))
        now = Progress(done=max(0, slowest["step"]), of=slowest["steps"], phase=slowest["phase"])
        if now != self._told:
            self._told = now
            self._progress(now)


async def _together(parts: Sequence[Coroutine[Any, Any, None]]) -> None:
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


def _report(options: Options, casts: Sequence[Cast], seconds: float, left: int | None) -> Report:
    figures = [cast.figures for cast in casts]
    meters = [bot.meter for cast in casts for bot in cast.bots]
    seats = options.tables * options.seats * len(casts)
    return Report(
        seed=options.seed,
        preset=options.preset,
        seconds=round(seconds, 2),
        rooms=len(casts),
        tables=options.tables * len(casts),
        seats=seats,
        stations=len(meters) + sum(cast.host is not None for cast in casts),
        sent=sum(each.sent for each in figures),
        acked=sum(each.acked for each in figures),
        already=sum(each.already for each in figures),
        refused=dict(sum((each.refused for each in figures), Counter())),
        asked_again=sum(meter.asked_again for meter in meters),
        reconnected=sum(max(0, meter.connections - 1) for meter in meters),
        events=sum(each.version for each in figures),
        ballots=sum(each.ballots for each in figures),
        ballots_left=left,
        wrong=[line for each in figures for line in each.wrong()] if not options.join else [],
        outcomes=[each.outcomes[key] for each in figures for key in sorted(each.outcomes)],
        latency=Latency(
            vote_acked=spread([wait for each in figures for wait in each.acks]),
            vote_seen=spread([wait for each in figures for wait in each.votes_seen]),
            phase_seen=spread([wait for each in figures for wait in each.phases_seen]),
        ),
        traffic=Traffic(
            frames_in=round(sum(meter.frames_in for meter in meters) / seats, 1),
            frames_out=round(sum(meter.frames_out for meter in meters) / seats, 1),
            bytes_in=round(sum(meter.bytes_in for meter in meters) / seats, 1),
            bytes_out=round(sum(meter.bytes_out for meter in meters) / seats, 1),
        ),
    )
