"""Looks for every secret of a session wherever it must not be: frames, files, log lines, answers."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import get_args

from server.store.facts import key_of
from tests.leak.play import PLACES, Play
from tests.leak.secrets import Kind, Secret

TEAMS = {name: team for name, _, team, _ in PLACES}
SOLO = frozenset(name for name, kind, _, _ in PLACES if kind == "solo")
UNSENT = ("private", "receipt")
"""What no station ever sends."""
SEALED = ("choice", "confidence", "number", "kept")
OPEN = {"team": ("number",), "progress": (), "you": ()}
"""What goes by the same name and is no secret: the number of a table."""


def may_see(secret: Secret, name: str) -> bool:
    """Whether this station may ever be sent the secret."""
    mine = secret.owner == name and name in SOLO
    if secret.kind in UNSENT:
        return False
    if secret.kind == "counted":
        return mine or TEAMS.get(name) == TEAMS[secret.owner] is not None
    if secret.kind == "shared":
        return mine or name in ("host", "helper")  # who may release it
    return mine or (secret.kind == "key" and secret.owner == name)


def in_frames(play: Play) -> Iterator[str]:
    """What stations were sent that is none of theirs."""
    for name, client in play.here.items():
        told = "".join(client.frames)
        for secret in play.secrets.all:
            if secret.text in told and not may_see(secret, name):
                yield f"{name} was sent {secret.owner}'s {secret.kind}"
        for frame in client.frames:
            yield from (f"{name}: {found}" for found in _echoes(frame, name in SOLO))


def _echoes(frame: str, solo: bool) -> Iterator[str]:
    """A sealed choice outside `you.own` of a screen of somebody's own."""
    start = frame.find("[")
    if frame[:1] not in ("2", "3") or start < 0:
        return
    for part in json.loads(frame[start:]):
        slices = part.get("slices", {}) if isinstance(part, dict) else {}
        for name, value in slices.items():
            if name == "you" and value:
                if value["own"] and not solo:
                    yield "somebody's own choice"
                continue
            if name in ("team", "progress", "you"):
                words = json.dumps(value)
                yield from (
                    f"{key} in {name}" for key in SEALED if f'"{key}": ' in words and key not in OPEN[name]
                )


def early(play: Play, marks: dict[str, int]) -> Iterator[str]:
    """Answers of one's own in frames from before any vote was counted: `marks` is where those end."""
    for name, client in play.here.items():
        told = "".join(client.frames[: marks[name]])
        for secret in play.secrets.all:
            mine = secret.owner == name and (name in SOLO or secret.kind == "key")
            if secret.text in told and not mine:
                yield f"{name} was sent {secret.owner}'s {secret.kind} before it was counted"


def in_open_file(play: Play, database: Path) -> Iterator[str]:
    """What the file tells while votes are open: sealed ballots, and none that names a seat or a station."""
    seats = {seat for client in play.here.values() for seat in client.slices["you"]["seats"]}
    stations = {client.joined["station"] for client in play.here.values()}
    with closing(sqlite3.connect(database)) as reader:
        rows = reader.execute("SELECT * FROM ballots").fetchall()
        log = "\n".join(body for (body,) in reader.execute("SELECT body FROM events"))
    for name in seats | stations:
        if any(name in str(row) for row in rows):
            yield "a ballot names a seat or a station"
    for secret in play.secrets.all:
        if secret.kind in ("replaced", "key", *UNSENT) and secret.text in log:
            yield f"the log has a {secret.kind}"


Order = dict[tuple[str, int], tuple[int, int]]
"""(box, round) -> (in the same order, all) of every two of its ballots: as they lie, and as they were cast.

Half and half means that their order tells nothing.
"""


def order(play: Play, database: Path, found: Order) -> None:
    """Adds what lies in boxes now."""
    with closing(sqlite3.connect(database)) as reader:
        for box, secret in reader.execute("SELECT box, secret FROM boxes").fetchall():
            for round_ in (1, 2):
                lie = [
                    key
                    for (key,) in reader.execute(
                        "SELECT key FROM ballots WHERE box = ? AND round = ?", (box, round_)
                    )
                ]
                last = {key_of(secret, seat): n for n, (_, seat, at) in enumerate(play.order) if at == round_}
                cast = [lie.index(key) for key in sorted(last, key=lambda key: last[key]) if key in lie]
                alike = sum(earlier < later for n, later in enumerate(cast) for earlier in cast[:n])
                found[box, round_] = alike, len(cast) * (len(cast) - 1) // 2


def in_closed_file(play: Play, database: Path) -> Iterator[str]:
    """What is left when the room is closed: in rows, and in the bytes of every file of the database."""
    with closing(sqlite3.connect(database)) as reader:
        for table in ("ballots", "boxes"):
            if reader.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
                yield f"{table} are left"
        log = "\n".join(body for (body,) in reader.execute("SELECT body FROM events"))
        for secret in play.secrets.all:
            if secret.kind in UNSENT and secret.text in log:
                yield f"the log has a {secret.kind}"
        reader.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))
    for secret in play.secrets.all:
        if secret.kind in ("replaced", "key", *UNSENT) and secret.text.encode() in raw:
            yield f"the file has a {secret.kind}"
    for text in set(re.findall(rb'"text":"(Hemlis[^"]*)', raw)):
        yield f"the file has a ballot: {text.decode()}"


def in_texts(
    play: Play, texts: Iterable[str], what: str, kinds: Collection[Kind] = get_args(Kind)
) -> Iterator[str]:
    """Secrets of these kinds in log lines, answers or reports."""
    told = "\n".join(texts)
    for secret in play.secrets.all:
        if secret.kind in kinds and secret.text in told:
            yield f"{what} have a {secret.kind}"


def marks(play: Play) -> dict[str, int]:
    """How many frames each has been sent by now."""
    return {name: len(client.frames) for name, client in play.here.items()}
