"""Whoever sits at the machines of the staff day, quick or slow."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

from game.bots.mind import Act
from game.bots.seats import Seats
from game.rules.command import CastVote, Command
from tests.server.client import Client

HURRIED = {
    "wrong_phase",
    "wrong_round",
    "vote_closed",
    "paused",
    "timeout_open",
    "listener",
    "host_only",
    "room_closed",
}
"""What somebody may be told who presses just as the hall goes on."""
Ballot = tuple[str, str, int, str]
"""(table, card, round, seat)"""


class Person:
    """Whoever sits at one machine, quick or slow. Keeps what was acknowledged."""

    def __init__(self, client: Client, number: int) -> None:
        self.client, self.dice = client, Random(number)
        self.mind = Seats(seed=number)
        self.due: dict[Any, int] = {}
        self.done: set[Any] = set()
        self.cast: dict[Ballot, str] = {}
        self.told: Counter[str] = Counter()
        self.wants: dict[tuple[int, str], str] = {}
        """What a seat has made up its mind to choose: (round, seat) -> choice. Others choose as they like."""
        self.asleep = False
        self.waits = False
        """Sees everything and presses nothing."""

    @property
    def table(self) -> str:
        team: str = self.client.slices["you"]["team"]
        return team

    async def look(self, now: int) -> None:
        """Does what it has been thinking about for long enough."""
        if self.asleep or self.waits or "team" not in self.client.slices:
            return
        view = self.client.slices
        for act in (*self.mind.acts(view), *self._leads(view)):
            at = self.due.setdefault(act.key, now + self.dice.randrange(4, 40) * 1_000)
            if at <= now and (act.undone or act.key not in self.done):
                self.due[act.key] = now + 10_000
                self.done.add(act.key)
                await self._do(act, view)
                view = self.client.slices

    def _leads(self, view: dict[str, Any]) -> list[Act]:
        waited = view.get("progress")
        ready = waited is None or waited["done"] >= waited["of"]
        return list(self.mind.leads(view)) if ready and view["stage"]["alone"] else []

    def wish(self, round: int, *choices: str) -> None:
        """What its seats will choose, in their order; "-" leaves a seat to itself."""
        for seat, choice in zip(self.client.seats, choices, strict=False):
            if choice != "-":
                self.wants[round, seat] = choice

    def begins_anew(self, round: int) -> None:
        """Its open vote has been cleared: what it had cast counts no more."""
        self.done.clear()
        card = self.client.slices["card"]["id"]
        self.cast = {
            ballot: choice for ballot, choice in self.cast.items() if (ballot[1], ballot[2]) != (card, round)
        }

    async def _do(self, act: Act, view: dict[str, Any]) -> None:
        stage, card = view["stage"], view.get("card", {}).get("id", "")
        command = self._as_wanted(act.command, stage["round"])
        answer = await self.client.does(command)
        if not answer["ok"]:
            self.told[answer["code"]] += 1
            return
        if isinstance(command, CastVote):
            self.cast[(self.table, card, stage["round"], command.seat)] = command.choice

    def _as_wanted(self, command: Command, round: int) -> Command:
        if not isinstance(command, CastVote) or (round, command.seat) not in self.wants:
            return command
        choice = self.wants[round, command.seat]
        text = f"Svar {self.client.seats.index(command.seat) + 1}" if choice == "own" else ""
        return command.model_copy(update={"choice": choice, "text": text})


async def refused(client: Client, command: Command) -> str:
    """The code with which it is refused."""
    answer = await client.does(command)
    assert not answer["ok"], answer
    code: str = answer["code"]
    return code
