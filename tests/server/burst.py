"""A process that votes as fast as it can and tells of every acknowledged vote, until it is killed."""

from __future__ import annotations

import asyncio
import itertools
import sys
from pathlib import Path

from server.store.sqlite import SqliteStore
from tests.server.stores import Voting, open_store, voting


async def main(database: Path, burst: int) -> None:
    async with open_store(database) as store:
        table = await voting(store, f"r{burst}", f"BCD-{burst + 2}34", seats=8)
        await asyncio.gather(*(seat(store, table, burst, n) for n in range(8)))


async def seat(store: SqliteStore, table: Voting, burst: int, n: int) -> None:
    for turn in itertools.count():
        vote = f"vote-{burst}-{n}-{turn}"
        await store.commit(table.vote(n, "abc"[turn % 3], vote))
        sys.stdout.write(f"{vote}.\n")
        sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
