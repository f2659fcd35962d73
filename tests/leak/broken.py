"""Goes to a server that fails in every place there is, and reads all it wrote of that."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import aiohttp

from tests.leak.faulty import PLACES
from tests.leak.run import command_lines
from tests.server.client import PATIENCE, Client
from tests.server.kit import Guests, House

WORDS = "Hemlis000000042"
ENV = {"BEMOT_LOG_LEVEL": "debug", "PYTHONUNBUFFERED": "1", "PYTHONFAULTHANDLER": "1"}


def _started(database: Path, written: Path) -> subprocess.Popen[bytes]:
    with written.open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.leak.faulty", str(database)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, **ENV},
        )


async def provoked(folder: Path) -> tuple[int, list[str]]:
    """(faults that came about, where the secret was found)"""
    written = folder / "stderr"
    process = await asyncio.to_thread(_started, folder / "bemot.sqlite", written)
    try:
        assert process.stdout is not None
        line = await asyncio.to_thread(process.stdout.readline)
        answers = await _visit(json.loads(line)["url"].rsplit(":", 1)[1])
        lines = command_lines()
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await asyncio.to_thread(process.wait, PATIENCE)
        if process.stdout is not None:
            process.stdout.close()
    texts = {"what it wrote": written.read_text("utf-8", errors="replace"), "answers": "".join(answers)}
    texts["command lines"] = "".join(lines)
    return len(answers), [
        f"{name} of a failing server have an answer" for name, text in texts.items() if WORDS in text
    ]


async def _visit(port: str) -> list[str]:
    """One room, and a vote for each fault; the server goes on afterwards. What was answered."""
    guests = Guests()
    house = House(cast(Any, SimpleNamespace(port=port)), Path())
    answers: list[str] = []
    try:
        made = await _room(house)
        host, voter = await guests.connected(house), await guests.connected(house)
        assert (await host.join(made["code"], "host", host_key=made["host_key"]))["ok"]
        assert (await voter.join(made["code"], "table", seats=3))["ok"]
        await _come_to_vote(host, voter)
        answers += [await _fail(voter, place) for place in PLACES]
        vote = {"type": "cast_vote", "seat": voter.seats[0], "serial": voter.serial, "choice": "a"}
        answer = await voter.call("command", {"id": "afterwards", "command": vote})
        assert answer["ok"], "the server goes on"
    finally:
        await guests.close()
    return answers


async def _fail(voter: Client, place: str) -> str:
    """What was answered by the time that a later command had been."""
    vote = {"type": "cast_vote", "seat": voter.seats[0], "serial": voter.serial, "choice": "own"}
    command = {**vote, "text": f"{WORDS} FEL:{place}"}
    asked = asyncio.ensure_future(voter.call("command", {"id": f"fault-{place}", "command": command}))
    await asyncio.sleep(0)
    await voter.call("command", {"id": f"later-{place}", "command": {"type": "acknowledge"}})
    if asked.done():
        return str(asked.result())
    asked.cancel()
    return "no answer"


async def _room(house: House) -> dict[str, Any]:
    steps = [{"kind": "round", "minutes": 10}, {"kind": "break", "minutes": 5}]
    card = await house.dilemma()
    async with (
        aiohttp.ClientSession() as session,
        session.post(
            f"{house.url}/api/rooms", json={"preset": "APT 30", "cards": [card], "steps": steps}
        ) as answer,
    ):
        made: dict[str, Any] = await answer.json()
        return made


async def _come_to_vote(host: Client, table: Client) -> None:
    await host.call("command", {"id": "begin-00", "command": {"type": "open_next", "serial": host.serial}})
    for n, kind in enumerate(("draw_card", "open_next")):
        await table.sees(lambda kind=kind: kind in table.slices["you"]["may"])  # type: ignore[misc]
        command = {"type": kind, "serial": table.serial}
        answer = await table.call("command", {"id": f"go-on-{n:03d}", "command": command})
        assert answer["ok"], answer
    await table.sees(lambda: table.stage["phase"] == "vote")
