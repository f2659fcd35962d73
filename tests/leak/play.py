"""One whole session on the real server with every role in it, each secret a sentinel.

Table 1 is a shared machine with a screen of its own on the wall, and one who is elsewhere; table 2 is two
people on screens of their own; table 3 is a shared machine; with them a host, a helper and the hall's screen.
Every command is sent when all have been told of the one before, so two sessions with the same dice send the
same frames.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from random import Random
from typing import Any, Literal

from tests.leak.secrets import Kind, Secrets
from tests.pledged import pledged
from tests.server.client import Client
from tests.server.kit import Guests, House

Pace = Literal["hall", "table"]
Act = dict[str, Any]
PLACES = (
    ("bord", "table", 1, 2),
    ("anna", "solo", 1, 1),
    ("bo", "solo", 2, 1),
    ("cilla", "solo", 2, 1),
    ("trea", "table", 3, 4),
    ("vägg", "screen", 1, 0),
    ("hall", "screen", None, 0),
)
LEADING = ("accept_heavy", "draw_card", "close_vote", "open_next")
ROOM: tuple[Act, ...] = (
    {"kind": "frame", "minutes": 2},
    {"kind": "checkin", "minutes": 4},
    {"kind": "round", "minutes": 12},
    {"kind": "round", "minutes": 12},
    {"kind": "harvest", "minutes": 8},
    {"kind": "pledge", "minutes": 6},
    {"kind": "recall", "minutes": 6},
    {"kind": "debrief", "minutes": 8},
)


class Play:
    """A session being played."""

    def __init__(
        self, house: House, guests: Guests, dice: Random, pace: Pace, programme: tuple[Act, ...] = ROOM
    ) -> None:
        self.house, self.guests, self.dice, self.pace = house, guests, dice, pace
        self.programme = programme
        self.secrets = Secrets(Random(dice.random()))
        self.here: dict[str, Client] = {}
        self.code, self.key = "", ""
        self.sent = 0
        self.order: list[tuple[str, str, int]] = []
        """(table, seat, round) in the order in which votes were cast."""

    async def open(self) -> None:
        """The room is made and everybody comes in."""
        made = await self.house.make_room(
            "APT 60", cards=[await self.house.dilemma()], pace=self.pace, k_seats=5, steps=self.programme
        )
        self.code, self.key = made["code"], made["host_key"]
        self.secrets.keep(self.key, "key", "host")
        host = await self._enter("host", "host", host_key=self.key)
        helper = (await host.call("key", {"kind": "helper"}))["key"]
        self.secrets.keep(helper, "key", "host")
        await self._enter("helper", "host", host_key=helper)
        for name, kind, team, seats in PLACES:
            await self._enter(name, kind, team=team, seats=seats)

    async def _enter(self, name: str, kind: str, **more: Any) -> Client:
        client = await self.guests.connected(self.house)
        answer = await client.join(self.code, kind, **more)
        assert answer["ok"], answer
        self.here[name] = client
        self.secrets.keep(client.token, "key", name)
        await self.quiet()
        return client

    async def quiet(self) -> None:
        """Everybody has been sent what there is: an answer comes after what was sent before it."""
        await asyncio.gather(*(client.call("hush", 0) for client in self.here.values()))

    async def do(self, name: str, act: Act) -> dict[str, Any]:
        """One command, until all have been told of it."""
        self.sent += 1
        command_id = f"{self.sent:08d}-{self.dice.randrange(10**8):08d}"
        answer = await self.here[name].call("command", {"id": command_id, "command": act})
        await self.quiet()
        return answer

    # --- playing on ---

    @property
    def closed(self) -> bool:
        return bool(self.here["host"].slices["room"]["closed"])

    async def say(self) -> None:
        """Everybody says what this phase asks of them."""
        for name, client in self.here.items():
            if client.slices["you"]["seats"]:
                for act in list(self._acts(name, client)):
                    await self.do(name, act)

    async def lead(self) -> None:
        """On to the next phase, at every table that can."""
        host = self.here["host"]
        if self.pace == "hall" or host.stage["phase"] == "lobby":
            kind = "deal_card" if host.stage["phase"] == "draw" else "open_next"
            more = {"ready": True} if kind == "deal_card" else {}
            if host.stage["phase"] == "debrief" and host.stage["round"] == 3:
                await self.do("host", {"type": "close_room"})
                return
            await self.do("host", {"type": kind, "serial": host.serial, **more})
            return
        moved = False
        for team in (1, 2, 3):
            moved = await self._lead_table(team) or moved
        if not moved:
            await self.do("host", {"type": "close_room"})

    async def _lead_table(self, team: int) -> bool:
        for name, _, at, seats in PLACES:
            client = self.here[name]
            for kind in LEADING:
                if at == team and seats and kind in client.slices["you"]["may"]:
                    if kind == "open_next" and client.slices["stage"]["phase"] == "vote":
                        continue
                    answer = await self.do(name, {"type": kind, "serial": client.serial})
                    if answer["ok"]:
                        return True
        return False

    # --- what is said in secret ---

    def _acts(self, name: str, client: Client) -> Iterator[Act]:
        you, serial = client.slices["you"], client.serial
        team = client.slices["team"]["id"]
        for seat in you["seats"]:
            may = set(you["may"])
            base = {"seat": seat, "serial": serial}
            if "cast_vote" in may:
                yield from self._votes(name, client, team, base)
            if "check_in" in may:
                yield {"type": "check_in", **base, "number": self.dice.choice((1, 4, 9, 10, None))}
            if "make_pledge" in may:
                yield from self._pledges(name, team, base)
            if "recall_pledge" in may:
                kept = self.dice.choice(("done", "partly", "not_yet", None))
                yield {"type": "recall_pledge", **base, "kept": kept}
            if "rate" in may:
                yield {"type": "rate", **base, "safe": self.dice.randint(1, 10), "useful": None, "again": 7}
            if "mark_harvest" in may:
                notes = client.slices["harvest"]
                yield {
                    "type": "mark_harvest", **base,
                    "strengthen": next(iter(notes["strengthen"]), None), "improve": None,
                }  # fmt: skip
            if "show_counts" in may:
                yield {"type": "show_counts", **base}
        if "write_note" in you["may"] and client.stage["phase"] == "note":
            note = f"Vi lyssnar {self.sent}."
            yield {"type": "write_note", "serial": serial, "text": note, "tag": "strengthen"}

    def _votes(self, name: str, client: Client, team: str, base: Act) -> Iterator[Act]:
        choices, own = client.slices["card"]["choices"], client.slices["card"]["own"]
        cast = {"type": "cast_vote", **base}
        if not choices:
            return
        if own and self.dice.random() < 0.5:
            yield cast | {"choice": "own", "text": self.secrets.new("replaced", name, team)}
        self.order.append((team, base["seat"], client.stage["round"]))
        kind = self.dice.random()
        if own and kind < 0.4:
            yield cast | {"choice": "own", "text": self.secrets.new("counted", name, team), "confidence": 2}
        elif kind < 0.5:
            yield cast | {"choice": "pass"}
        else:
            yield cast | {"choice": self.dice.choice(choices), "confidence": self.dice.choice((None, 1, 3))}

    def _pledges(self, name: str, team: str, base: Act) -> Iterator[Act]:
        """Sealed here, as a window seals it: neither the receipt nor what is not shared is ever sent."""
        pledge = {"type": "make_pledge", **base}
        kinds: tuple[Kind, ...] = ("replaced", self.dice.choice(("private", "private", "shared")))
        for kind in kinds:
            when, then = (self.secrets.new(kind, name, team) for _ in range(2))
            receipt = self.secrets.new("receipt", name, team)
            yield pledge | pledged(when, then, share=kind == "shared", name=receipt)
