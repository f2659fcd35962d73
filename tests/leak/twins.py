"""Two sessions that are the same but for one secret: nobody else may be able to tell them apart.

Both are played with the same dice and the same clock. Until it is counted, every frame that anybody but the
chooser was sent must be the same, byte for byte and in the same order, and so must the log and all of the
file but the sealed body. After the counting as many frames must come in the same order, with other counts.
"""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from tests.leak.play import Act, Play
from tests.leak.run import at_once, listening
from tests.leak.search import SOLO, marks
from tests.pledged import pledged
from tests.server.client import Client
from tests.server.kit import Guests, HandClock, house

TOKEN = re.compile(r'"(token|key)":"[^"]*"')
VIEW = '2["view",'
"""How a frame begins, as the library hands it on, that tells of changes."""
COUNTED = ("result", "talk", "stage", "host", "hall")
"""Slices in which a count shows; the rest stay the same."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One seat says one of two or more things in one phase; `after` says whether to look at what follows."""

    phase: str
    who: str
    says: tuple[Act, ...]
    seat: int = 0
    after: bool = False

    def __str__(self) -> str:
        return f"{self.phase} by {self.who}"


TRIALS = (
    Trial("vote", "anna", ({"choice": "a"}, {"choice": "b"}), after=True),
    Trial(
        "vote", "anna",
        (
            {"choice": "pass"},
            {"choice": "c", "confidence": 3},
            {"choice": "own", "text": "Jag vill inte att någon vet att jag säger det här.", "confidence": 1},
        ),
    ),
    Trial("vote", "bord", ({"choice": "a"}, {"choice": "own", "text": "Nej.", "confidence": 2}), seat=1),
    Trial("checkin", "bo", ({"number": 1}, {"number": 10}, {"number": None})),
    Trial("checkin", "trea", ({"number": 2}, {"number": None}), seat=2),
    Trial("pledge", "cilla", (pledged("Jag är trött", "går jag ut", share=True), {})),
    Trial("pledge", "bord", (pledged("När", "Då"), pledged("Om", "Så"))),
    Trial("recall", "bo", ({"kept": "done"}, {"kept": "not_yet"}, {"kept": None})),
    Trial("harvest", "anna", ({"strengthen": 0}, {"strengthen": 1}, {"improve": 0}), after=True),
    Trial("harvest", "bord", ({"strengthen": 0}, {"strengthen": 1}, {}), seat=1),
    Trial("debrief", "anna", ({"safe": 1, "useful": 1, "again": 1}, {"safe": 10}, {})),
)  # fmt: skip
KINDS = {
    "vote": "cast_vote",
    "checkin": "check_in",
    "pledge": "make_pledge",
    "recall": "recall_pledge",
    "debrief": "rate",
    "harvest": "mark_harvest",
}
USUAL: dict[str, Act] = {
    "vote": {"choice": "b"}, "checkin": {"number": 5}, "recall": {"kept": "partly"},
    "harvest": {"strengthen": 0},
}  # fmt: skip
"""What everybody else says; at the end nothing but that they are done. At a harvest notes go by their number,
and so many mark the first that it is chosen whatever one of them does.
"""
STEPS: dict[str, tuple[str, ...]] = {
    "vote": ("round",), "checkin": ("checkin",), "pledge": ("pledge",), "recall": ("recall",),
    "debrief": ("debrief",), "harvest": ("round", "harvest"),
}  # fmt: skip
NOTES = (("Vi hälsar.", "strengthen"), ("Vi lyssnar.", "strengthen"), ("Vi svarar sent.", "improve"))


@dataclass(frozen=True, slots=True)
class Told:
    """What one session left behind it: frames by station, up to the counting and after it."""

    before: dict[str, list[str]]
    after: dict[str, list[str]]
    file: list[Any]
    lines: list[str]


async def told(folder: Path, trial: Trial, says: Act, seed: int) -> Told:
    """One of the twins."""
    database, guests = folder / "bemot.sqlite", Guests()
    programme = tuple({"kind": kind, "minutes": 10} for kind in (*STEPS[trial.phase], "break"))
    with listening() as lines, at_once():
        async with house(database, clock=HandClock(), seed=seed) as opened:
            play = Play(opened, guests, Random(seed), "hall", programme)
            try:
                await play.open()
                await _come_to(play, trial.phase)
                await _say(play, trial, says)
                here = marks(play)
                file, counted = _file(database), len(lines)
                for _ in range(3 if trial.after else 0):
                    await play.lead()
            finally:
                await guests.close()
    frames = {name: [_plain(frame) for frame in client.frames] for name, client in play.here.items()}
    return Told(
        {name: sent[: here[name]] for name, sent in frames.items()},
        {name: sent[here[name] :] for name, sent in frames.items()},
        file,
        [re.sub(r"[0-9A-Za-z_-]{20}", "", line) for line in lines[:counted]],
    )


async def _come_to(play: Play, phase: str) -> None:
    host = play.here["host"]
    while (host.stage["phase"], phase == "debrief" and host.stage["round"] < 3) != (phase, False):
        await play.lead()
        if phase == "harvest" and host.stage["phase"] == "note":
            for text, tag in NOTES:
                note = {"type": "write_note", "serial": play.here["bord"].serial, "text": text, "tag": tag}
                assert (await play.do("bord", note))["ok"]


async def _say(play: Play, trial: Trial, says: Act) -> None:
    """The seat says it, and everybody else something that is the same in both."""
    kind = KINDS[trial.phase]
    usual = USUAL.get(trial.phase, {})
    for name, client in play.here.items():
        if trial.phase == "harvest" and not client.slices.get("harvest", {}).get("strengthen"):
            continue  # a table without notes has nothing to mark
        for at, seat in enumerate(client.slices["you"]["seats"]):
            mine = (name, at) == (trial.who, trial.seat)
            answers: tuple[Act, ...] = (usual, says) if mine else (usual,)
            if mine and trial.phase == "harvest":
                answers = (says,)  # it is over when the last has marked
            for what in answers:
                what = _marked(client, what) if trial.phase == "harvest" else what
                answer = await play.do(name, {"type": kind, "seat": seat, "serial": client.serial, **what})
                assert answer["ok"], answer


def _marked(client: Client, marks: Act) -> Act:
    """The same with the notes' ids for their numbers."""
    return {tag: list(client.slices["harvest"][tag])[number] for tag, number in marks.items()}


def _plain(frame: str) -> str:
    """Without what is drawn by the system's own dice: tokens and keys, and the library's greeting."""
    return "" if frame.startswith("0") else TOKEN.sub("", frame)


def _file(database: Path) -> list[Any]:
    """Every row but what is sealed in a ballot, and hashes of keys."""
    wanted = (
        "SELECT * FROM events",
        "SELECT room, by, version, already, station FROM outcomes ORDER BY version, by",
        "SELECT room, box, round, key FROM ballots",
        "SELECT room, station FROM tokens ORDER BY station",
        "SELECT * FROM boxes",
        "SELECT * FROM pledges",
    )
    with closing(sqlite3.connect(database)) as reader:
        return [reader.execute(query).fetchall() for query in wanted]


def apart(trial: Trial, twins: Sequence[Told]) -> Iterator[str]:
    """By what somebody could tell the twins from one another."""
    first, *others = twins
    for other in others:
        for name, frames in first.before.items():
            if name == trial.who and name in SOLO:
                continue
            if frames != other.before[name]:
                yield f"{trial}: {name} was sent other frames before it was counted"
        if first.file != other.file:
            yield f"{trial}: the file tells them apart"
        if first.lines != other.lines:
            yield f"{trial}: the log lines tell them apart"
        for name, frames in first.after.items():
            yield from (f"{trial}: {name} {how}" for how in _shown(frames, other.after[name]))


def _shown(one: Sequence[str], two: Sequence[str]) -> Iterator[str]:
    if len(one) != len(two):
        yield "was sent more or fewer frames after it was counted"
        return
    for left, right in zip(one, two, strict=True):
        if left == right or not left.startswith(VIEW):
            continue
        slices = [json.loads(frame[1:])[1]["slices"] for frame in (left, right)]
        if list(slices[0]) != list(slices[1]):
            yield "was sent other slices after it was counted"
        for name in slices[0]:
            if name not in COUNTED and slices[0][name] != slices[1].get(name):
                yield f"was sent another {name} after it was counted"


async def compared(folder: Path, trial: Trial, seed: int) -> tuple[list[str], int]:
    """(what tells them apart, frames compared)"""
    twins = []
    for n, says in enumerate(trial.says):
        await asyncio.to_thread((folder / str(n)).mkdir, parents=True)
        twins.append(await told(folder / str(n), trial, says, seed))
    return list(apart(trial, twins)), sum(len(sent) for one in twins for sent in one.before.values())
