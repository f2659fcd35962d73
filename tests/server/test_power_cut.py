"""What a power cut would leave: no answer goes out before the disk has been told to keep what it speaks of.

Seen from beneath, in the calls that the real server makes to the operating system.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.process import announced
from game.rules.command import CastVote
from tests.server.client import Client
from tests.server.kit import Guests, House, Session, advance

VOTES = 25
SYNCED_LATER = """
import sys, server.store.opening as opening
opening.PRAGMAS = tuple(each.replace("synchronous=FULL", "synchronous=NORMAL") for each in opening.PRAGMAS)
from game.cli import main
sys.argv[0] = "bemot"
main()
"""
"""The same server with the setting that survives a kill and not a power cut."""


def traceable() -> str:
    """Why the calls of a process cannot be seen here; "" when they can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-qq", "-e", "trace=none", "true"], capture_output=True)
    return "" if tried.returncode == 0 else "strace may not look into processes here"


pytestmark = pytest.mark.skipif(bool(traceable()), reason=traceable())


@contextmanager
def traced(folder: Path, program: Sequence[str]) -> Iterator[tuple[House, Path]]:
    """A server as a process, and the file that tells of its calls."""
    trace, database = folder / "calls", folder / "bemot.sqlite"
    calls = "trace=fsync,fdatasync,pwrite64,write,sendto,sendmsg"
    command = ["strace", "-f", "-qq", "-y", "--seccomp-bpf", "-s", "300", "-e", calls, "-o", str(trace), "--"]
    command += [sys.executable, *program, "serve", "--announce", "--host", "127.0.0.1", "--port", "0"]
    with announced([*command, "--database", str(database)], {**os.environ, "BEMOT_LOG_LEVEL": "error"}) as up:
        yield _Process(up[0], database), trace


class _Process(House):
    """A house whose server is somewhere else."""

    def __init__(self, url: str, database: Path) -> None:
        self._url, self.database = url, database

    @property
    def url(self) -> str:
        return self._url


async def voted(session: Session) -> None:
    """One vote after the other, each sent when the one before has been answered."""
    player: Client = session.players[0]
    for turn in range(VOTES):
        vote = CastVote(seat=player.seats[0], serial=player.serial, choice="abc"[turn % 3])
        assert (await player.does(vote))["ok"]


CALL = re.compile(r"^(?P<thread>\d+) +(?:<\.\.\. (?P<again>\w+) resumed>|(?P<name>\w+)\()(?P<rest>.*)$")
ACK = re.compile(r'43\d+\[\{\\"ok\\":true,\\"version\\":')


def unsynced(lines: Iterator[str]) -> tuple[int, int]:
    """How many answers to commands were sent, and before how many of them the write-ahead log had not been
    both written and synced since the answer before.
    """
    answers, early = 0, 0
    written = synced = False
    waiting: dict[str, bool] = {}
    for line in lines:
        call = CALL.match(line)
        if call is None:
            continue
        thread, name, rest = call["thread"], call["name"] or call["again"], call["rest"]
        ours = waiting.pop(thread, False) if call["again"] else "bemot.sqlite-wal>" in rest
        if rest.endswith("<unfinished ...>"):
            waiting[thread] = ours
        if name == "pwrite64" and ours:
            written = True
        elif name in ("fdatasync", "fsync") and ours and rest.endswith("= 0"):
            synced = synced or written
        elif ACK.search(rest):
            answers += 1
            early += not synced
            written = synced = False
    return answers, early


@pytest.mark.parametrize(
    ("program", "safe"), [(("-m", "game"), True), (("-c", SYNCED_LATER), False)], ids=["ours", "synced later"]
)
async def test_between_the_writing_of_a_vote_and_its_answer_the_disk_is_synced(
    tmp_path: Path, guests: Guests, program: tuple[str, ...], safe: bool
) -> None:
    """The second server is there to show that a missing sync would be seen."""
    with traced(tmp_path, program) as (place, trace):
        session = await guests.session(place, solos=2)
        await advance(session, "vote")
        await voted(session)
        await guests.close()
    with trace.open(encoding="utf-8", errors="replace") as lines:
        answers, early = unsynced(line.rstrip("\n") for line in lines)
    assert answers > VOTES
    assert (early == 0) is safe
