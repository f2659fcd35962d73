"""The writer's thread, when it meets what nobody can go on from."""

from __future__ import annotations

import subprocess
import sys

from server.store.writer import WRITERLESS

LOST = """
import asyncio
from server.store.writer import Writer

def work(tasks):
    raise MemoryError("what somebody chose")

async def main():
    writer = Writer(work, lambda results: None, lambda: False)
    await writer.ask("a vote")

asyncio.run(main())
"""


def test_a_server_that_has_lost_its_writer_ends_rather_than_looking_alive() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOST], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == WRITERLESS
    assert "the writer has ended (MemoryError)" in ended.stderr
    assert "what somebody chose" not in ended.stderr
