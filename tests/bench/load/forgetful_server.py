"""Our server with a store that keeps nothing: what durability costs is what it takes less.

python -m tests.bench.load.forgetful_server PORT DATABASE. Everything is decided, sealed, batched and told as
ever; of what people do, nothing is written, synced or looked up on a disk. A new room is still kept, for that
is where its decks and its first value come from.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import server.app
from game.process import when_orphaned
from game.rules import Refused, Room
from server.app import Running, run
from server.config import Settings
from server.store.batch import Batch, Name, Settled
from server.store.contract import Committed, Order
from server.store.sqlite import SqliteStore

Lying = defaultdict[tuple[str, str], dict[int, dict[str, str]]]
"""(room, box) -> round -> key -> ballot"""


class Remembered(Batch):
    """A batch whose ballots and outcomes are put into dicts."""

    def __init__(self, *given: Any, lying: Lying, outcomes: dict[Name, Settled]) -> None:
        super().__init__(*given)
        self._lying, self._earlier = lying, outcomes

    def _room(self, room_id: str) -> Room:
        if room_id not in self.rooms and room_id in self._known:
            self.rooms[room_id] = self._known[room_id].room
        return super()._room(room_id)

    def secret(self, room_id: str, box: str) -> bytes | None:
        known = self._known.get(room_id)
        return self.secrets.get((room_id, box)) or (known.secrets.get(box) if known else None)

    def ballots(self, room_id: str, box: str, vote: int) -> list[tuple[str, str]]:
        lying = self._lying[(room_id, box)].get(vote, {})
        return sorted((lying | self._sealed.get((room_id, box), {}).get(vote, {})).items())

    def write(self) -> None:
        for room, box, vote in self._emptied:
            if vote is None:
                self._lying.pop((room, box), None)
            else:
                self._lying[(room, box)].pop(vote, None)
        for place, votes in self._sealed.items():
            for vote, sealed in votes.items():
                self._lying[place].setdefault(vote, {}).update(sealed)


class Forgetful(SqliteStore):
    """`Store`, but for its promises."""

    def __init__(self, path: Path, dice: Random, timed: Any) -> None:
        self._lying: Lying = defaultdict(dict)
        self._outcomes: dict[Name, Settled] = {}
        super().__init__(path, dice, timed)

    def _commit(self, orders: Sequence[Order]) -> list[Committed | Exception]:
        batch = Remembered(self._raw, self._known, self._dice, lying=self._lying, outcomes=self._outcomes)
        results: list[Settled | Exception] = []
        for order in orders:
            try:
                results.append(batch.settle(order))
            except Refused as refusal:
                results.append(refusal)
        batch.write()
        self._remember(batch)
        return [batch.outcome(one) if isinstance(one, Settled) else one for one in results]

    async def ballots_left(self, room: str) -> int:
        places = [votes for (where, _), votes in self._lying.items() if where == room]
        return sum(len(sealed) for votes in places for sealed in votes.values())


def main(port: int, database: Path) -> None:
    """Serves until whoever started it is gone."""

    def ready(running: Running) -> None:
        loop = asyncio.get_running_loop()
        when_orphaned(lambda: loop.call_soon_threadsafe(running.stop))
        sys.stdout.write(json.dumps({"url": running.url}) + "\n")
        sys.stdout.flush()

    server.app.SqliteStore = Forgetful  # type: ignore[attr-defined,assignment]
    run(Settings(host="127.0.0.1", port=port, database=database), ready=ready)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
