"""Whoever sees only how long messages are, as behind TLS, learns nothing of what was chosen."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from game.client.news import Saved
from game.rules import Command
from game.rules.command import CastVote, MakePledge, OpenNext
from tests.net.proxy import _Messages, proxy
from tests.net.stations import station
from tests.pledged import pledged
from tests.server.client import Client
from tests.server.kit import Guests, HandClock, house

PING, PONG = 3, 7
"""Bytes of the library's own signs of life."""
VOTES: tuple[Mapping[str, Any], ...] = (
    {"choice": "a"},
    {"choice": "pass"},
    {"choice": "b", "confidence": 3},
    {"choice": "own"},
    {"choice": "own", "text": "Å" * 120, "confidence": 1},
    {"choice": "own", "text": "😀" * 60 + '"' * 60},
)
PLEDGES: tuple[Mapping[str, Any], ...] = (
    {},
    pledged("Jag", "går"),
    pledged("😀" * 140, '"' * 140, share=True),
)


async def lengths(
    folder: Path, phase: str, command: type[Command], says: Mapping[str, Any], sockets: str
) -> Any:
    """(frames sent, frames received) of a station that says this: how long each was."""
    await asyncio.to_thread(folder.mkdir)
    guests = Guests()
    kinds = {"vote": "round", "pledge": "pledge"}
    try:
        async with house(folder / "bemot.sqlite", clock=HandClock(), sockets=sockets) as place:
            steps = [{"kind": kinds[phase], "minutes": 9}]
            made = await place.make_room(
                "APT 60", pace="hall", steps=steps, cards=[await place.dilemma()] if phase == "vote" else []
            )
            host = await guests.connected(place)
            assert (await host.join(made["code"], "host", host_key=made["host_key"]))["ok"]
            async with proxy(place.running.port) as between, station(between.url, made["code"]) as one:
                await lead(host, phase)
                await one.until(lambda: one.view["stage"]["phase"] == phase)
                between.tape = bytearray(), bytearray()
                serial = one.view["stage"]["serial"]
                one.wire.send(command.model_validate({"seat": one.seat, "serial": serial, **says}))
                await one.until(lambda: bool(one.all(Saved)))
                await one.until(lambda: one.seat in one.view["you"]["done"])
                own = one.view["you"]["own"].get(one.seat, {})  # a pledge is not told, even to its writer
                assert own.items() >= says.items() or phase == "pledge"
                return tuple(tuple(sorted(frames(bytes(side)))) for side in between.tape)
    finally:
        await guests.close()


def frames(tape: bytes) -> list[int]:
    """How long each message was, signs of life left out."""
    messages = _Messages()
    messages.open = True
    return [size for frame in messages.found(tape) if (size := len(frame)) not in (PING, PONG)]


async def lead(host: Client, phase: str) -> None:
    while host.stage["phase"] != phase:
        serial = host.serial
        if host.stage["phase"] == "draw":
            await host.call(
                "command", {"id": f"deal-{serial:08}", "command": {"type": "deal_card", "serial": serial}}
            )
        else:
            await host.does(OpenNext(serial=serial))
        await host.sees(lambda serial=serial: host.serial != serial)  # type: ignore[misc]


@pytest.mark.parametrize("sockets", ["fast", "stock"])
async def test_a_vote_is_as_long_as_any_other(tmp_path: Path, sockets: str) -> None:
    some = VOTES if sockets == "fast" else VOTES[::4]
    seen = [await lengths(tmp_path / str(n), "vote", CastVote, says, sockets) for n, says in enumerate(some)]
    assert len(set(seen)) == 1, seen
    sent, told = seen[0]
    assert (len(sent), len(told)) == (1, 2)


async def test_a_pledge_is_as_long_as_any_other(tmp_path: Path) -> None:
    seen = [
        await lengths(tmp_path / str(n), "pledge", MakePledge, says, "fast") for n, says in enumerate(PLEDGES)
    ]
    assert len(set(seen)) == 1, seen
