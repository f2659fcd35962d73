"""A year of sessions in a real database: the rules decide, the store writes, dice answer."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from game.cards.digest import digest, to_json
from game.rules import (
    Actor,
    CastVote,
    CheckIn,
    Command,
    DealCard,
    DeckRef,
    Enter,
    OpenNext,
    Room,
    Settings,
    Step,
    WriteNote,
    open_room,
)
from game.rules.command import CloseRoom
from game.rules.model import SYSTEM
from server.auth import host_key_hash
from server.store.contract import Opening
from server.store.sqlite import SqliteStore
from tests.report.day import library
from tests.server.stores import open_store, order

KEY = "K7PR-2MXA-9TBE-HS4D"
"""Every room's host key."""
DAY = 24 * 60 * 60 * 1000
JANUARY = int(datetime(2026, 1, 8, 9, tzinfo=UTC).timestamp() * 1000)
THEMES = {
    "motet/vantan": ("improve", "improve", "improve", "act"),
    "motet/klagomal": ("improve", "act", "strengthen"),
    "kanaler/mejlen": ("improve", "strengthen"),
    "kollegor/tack": ("strengthen", "strengthen", "improve"),
    "motet/forsta": ("strengthen",),
}
"""Theme -> the tags that tables' notes are drawn from."""
TOGETHER = 24
"""Rooms that are played at once: what waits at the same moment is committed together."""


@dataclass(frozen=True)
class Plan:
    """One session: how many sit at which tables, when it is, and which cards are dealt."""

    name: str
    begins: int
    seats: tuple[int, ...]
    cards: tuple[str, ...]


def halls(tables: int, dice: Random, days: int = 355) -> list[Plan]:
    """So many tables over a year: a few staff days in a hall, and many workplace meetings with few tables."""
    by_theme: dict[str, list[str]] = {}
    for card in library()[0].values():
        slug = card.id.partition("/")[0]
        if card.kind == "dilemma" and card.themes and f"{slug}/{card.themes[0]}" in THEMES:
            by_theme.setdefault(f"{slug}/{card.themes[0]}", []).append(card.id)
    plans: list[Plan] = []
    while tables > 0:
        some = min(tables, dice.choice((1, 1, 1, 2, 3, 4, 4, 5, 8, 20)))
        tables -= some
        themes = dice.sample(sorted(by_theme), 2)
        plans.append(
            Plan(
                f"r{len(plans)}",
                JANUARY + dice.randrange(days) * DAY + dice.randrange(8) * 3_600_000,
                tuple(dice.randint(4, 6) for _ in range(some)),
                tuple(dice.choice(sorted(by_theme[theme])) for theme in themes),
            )
        )
    return sorted(plans, key=lambda plan: plan.begins)


def code_of(number: int) -> str:
    """The code of the room r<number>."""
    letters, digits = "BCDFGHJKMNPQRTVW", "23456789"
    first = "".join(letters[number // 16**n % 16] for n in range(3))
    return f"{first}-{digits[number % 8] * 3}"


async def lived(path: Path, plans: Sequence[Plan], seed: int = 1) -> Path:
    """Every session played to its end. The server's sign of life is of two minutes after the last."""
    gate = asyncio.Semaphore(TOGETHER)

    async def one(store: SqliteStore, number: int, plan: Plan) -> int:
        async with gate:
            return await Player(store, plan, Random(seed + number)).play()

    async with open_store(path) as store:
        ends = await asyncio.gather(*(one(store, n, plan) for n, plan in enumerate(plans)))
        await store.beat(max(ends) + 120_000)
    return path


class Player:
    """Everybody in one room."""

    def __init__(self, store: SqliteStore, plan: Plan, dice: Random) -> None:
        self.store, self.plan, self.dice = store, plan, dice
        self.now = plan.begins
        self.room: Room

    async def play(self) -> int:
        """To the end; when that was, server ms."""
        await self._open()
        host = await self._enter(Enter(kind="host"))
        tables = [await self._enter(Enter(kind="table", seats=seats)) for seats in self.plan.seats]
        while self.room.stage.step < len(self.room.steps) - 1 or self.room.stage.phase != "note":
            self.now += 60_000
            stage = self.room.stage
            await asyncio.gather(*(self._table(table, stage.phase, stage.round) for table in tables))
            if stage.phase == "draw" and self.room.card is None:
                await self._does(host, DealCard(serial=self.room.stage.serial, ready=True))
            else:
                await self._does(host, OpenNext(serial=self.room.stage.serial))
        await asyncio.gather(*(self._table(table, "note", 1) for table in tables))
        await self._does(host, CloseRoom())
        return self.now

    async def _open(self) -> None:
        known, decks = library()
        slugs = {card.partition("/")[0] for card in self.plan.cards} | {"incheckning"}
        kept = [deck for deck in decks if deck.slug in slugs]
        steps = (
            Step(kind="checkin", minutes=4, card="incheckning/dagsform"),
            *(Step(kind="round", minutes=12, card=card) for card in self.plan.cards),
        )
        opened = open_room(
            self.plan.name,
            code_of(int(self.plan.name[1:])),
            Settings(preset="APT 30", pace="hall"),
            steps,
            [DeckRef(slug=deck.slug, version=deck.version, digest=digest(deck)) for deck in kept],
            [known[card] for card in (*self.plan.cards, "incheckning/dagsform")],
            now=self.now,
        )
        rows = {digest(deck): to_json(deck) for deck in kept}
        assert await self.store.open_room(Opening(opened, host_key_hash(KEY), rows))

    async def _enter(self, command: Enter) -> Actor:
        outcome = await self.store.commit(order(self.plan.name, SYSTEM, command, now=self.now))
        self.room = outcome.room
        station = self.room.stations[outcome.station or ""]
        return Actor(station.who, station.id, station.team)

    async def _does(self, actor: Actor, command: Command) -> None:
        outcome = await self.store.commit(order(self.plan.name, actor, command, now=self.now))
        self.room = max(self.room, outcome.room, key=lambda room: room.version)

    async def _table(self, table: Actor, phase: str, round_: int) -> None:
        team = self.room.team_of(table.station)
        assert team is not None
        serial, dice = team.stage.serial, self.dice
        wishes: list[Command] = []
        if phase == "note" and team.turn is not None:
            card = team.turn.card
            theme = f"{card.partition('/')[0]}/{self.room.cards[card].themes[0]}"
            tag: Any = dice.choice(THEMES[theme])
            wishes.append(WriteNote(serial=serial, text="Vi hälsar och säger hur lång tid det tar.", tag=tag))
        for seat in team.seats:
            if phase == "vote":
                weights = (2, 1 + 2 * round_, 1)
                wishes.append(CastVote(seat=seat, serial=serial, choice=dice.choices("abc", weights)[0]))
            elif (phase, round_) == ("checkin", 1):
                number = min(10, max(1, round(dice.gauss(6.5, 2))))
                wishes.append(CheckIn(seat=seat, serial=serial, number=number))
        await asyncio.gather(*(self._does(table, wish) for wish in wishes))
