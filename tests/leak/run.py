"""Plays sessions and searches them."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import aiohttp

from server import hub
from server.store import residue
from tests.leak import search
from tests.leak.play import ROOM, Act, Pace, Play
from tests.server.kit import Guests, HandClock, House, house

NOT_OURS = ("socketio.client", "engineio.client", "alembic")
"""Loggers of the other side, and what is told of a new file."""
PATHS = ("/healthz", "/readyz", "/metrics", "/privacy", "/api/decks", "/")


@dataclass
class Found:
    """What was looked at, and what was found there that must not be."""

    sessions: int = 0
    commands: int = 0
    frames: int = 0
    bytes: int = 0
    secrets: int = 0
    lines: int = 0
    alike: int = 0
    pairs: int = 0
    leaks: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        order = f", {self.alike} of {self.pairs} pairs of ballots lie as they were cast" if self.pairs else ""
        return (
            f"{self.sessions} sessions, {self.commands} commands, {self.secrets} secrets searched for in "
            f"{self.frames} frames ({self.bytes} bytes), {self.lines} log lines, files and answers{order}; "
            f"{len(self.leaks)} leaked"
        )


class Lines(logging.Handler):
    """Every line that the server's side logs, at any level."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(NOT_OURS):
            self.lines.append(self.format(record))


@contextmanager
def listening() -> Iterator[list[str]]:
    """The lines logged meanwhile."""
    handler, root = Lines(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield handler.lines
    finally:
        root.removeHandler(handler)
        root.setLevel(before)


@contextmanager
def at_once() -> Iterator[None]:
    """Views go and files are cleaned as soon as something has happened, so that every run is the same."""
    with patch.object(hub, "PACE", 0), patch.object(hub, "REST", 0), patch.object(residue, "PAUSE", 0):
        yield


async def session(
    folder: Path, seed: int, pace: Pace, found: Found, programme: tuple[Act, ...] = ROOM, **settings: Any
) -> Play:
    """One session from the door to the end, searched on the way and afterwards."""
    database, guests, clock = folder / f"{seed}-{pace}.sqlite", Guests(), HandClock()
    with listening() as lines, at_once():
        async with house(database, clock=clock, seed=seed, **settings) as opened:
            play = Play(opened, guests, Random(seed), pace, programme)
            try:
                await play.open()
                await _played(play, clock, found)
                answers = [text async for text in _answers(opened, play)]
            finally:
                await guests.close()
    found.leaks += search.in_frames(play)
    found.leaks += search.in_closed_file(play, database)
    found.leaks += search.in_texts(play, lines, "log lines")
    found.leaks += search.in_texts(play, answers, "answers")
    found.sessions += 1
    found.commands += play.sent
    found.secrets += len(play.secrets.all)
    found.frames += sum(len(client.frames) for client in play.here.values())
    found.bytes += sum(len(frame) for client in play.here.values() for frame in client.frames)
    found.lines += len(lines)
    return play


async def _played(play: Play, clock: HandClock, found: Found) -> None:
    counted, lying = False, search.Order()
    for _ in range(120):
        if play.closed:
            found.alike += sum(alike for alike, _ in lying.values())
            found.pairs += sum(pairs for _, pairs in lying.values())
            return
        await play.say()
        found.leaks += search.in_open_file(play, play.house.database)
        search.order(play, play.house.database, lying)
        before = search.marks(play)
        await play.lead()
        clock.advance(6_000)
        await play.quiet()
        if not counted and any(client.slices.get("result") for client in play.here.values()):
            counted = True
            found.leaks += search.early(play, before)
    raise AssertionError(f"the session did not end: {[c.stage['phase'] for c in play.here.values()]}")


async def _answers(opened: House, play: Play) -> Any:
    async with aiohttp.ClientSession() as asked:
        for path in (*PATHS, f"/j/{play.code}", f"/api/rooms/{play.code}", f"/api/rooms/{play.code}/left"):
            async with asked.get(opened.url + path, headers={"X-Host-Key": play.key}) as answer:
                yield await answer.text() + str(answer.headers)


def reports(database: Path, code: str) -> dict[str, list[str]]:
    """What the command line tells of a closed database. An export holds all that is kept, so only
    what is not kept is out of place there.
    """
    kept = database.with_suffix(".json")
    asked = {
        "figures": ("deck", "stats", "motet"),
        "a review": ("deck", "review", "--list"),
        "a list of rooms": ("room", "list"),
        "an export": ("room", "export", code, "--output", str(kept)),
    }
    told: dict[str, list[str]] = {}
    for name, words in asked.items():
        done = subprocess.run(
            [sys.executable, "-m", "game", *words, "--database", str(database)],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done
        told[name] = [done.stdout, done.stderr]
    told["an export"].append(kept.read_text("utf-8"))
    return told


def command_lines() -> list[str]:
    """Those of every process that runs now, where the system shows them."""
    told: list[str] = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            told.append(path.read_bytes().decode(errors="replace"))
    return told
