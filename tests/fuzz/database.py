"""A restored database with other bytes than it had: refused in a sentence, or the rest of it is served."""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import aiohttp

from game.rules.command import Acknowledge
from server.app import running
from server.config import Settings
from server.errors import ServerError
from tests.fuzz.said import in_both
from tests.server.kit import OPEN, Guests, House, advance, house


class Played:
    """A database in which two sessions lie: one that is being voted in, and one that has been closed."""

    def __init__(self, folder: Path, decks: tuple[Path, ...] = ()) -> None:
        self._folder, self._decks = folder, decks
        self.whole = folder / "whole.sqlite"
        asyncio.run(self._play())
        self.size = self.whole.stat().st_size

    def settle(self, data: bytes) -> str:
        """ "refused" or "served"."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "bemot.sqlite")
            shutil.copy(self.whole, path)
            with path.open("r+b") as file:
                for place, spoilt in json.loads(data):
                    file.seek(int(place * self.size))
                    file.write(base64.b64decode(spoilt))
            return asyncio.run(self._served(path))

    async def _play(self) -> None:
        guests = Guests()
        async with house(self.whole, decks=self._decks) as place:
            session = await guests.session(place, solos=2)
            self.token, self.code = session.players[0].token, session.made["code"]
            await advance(session, "vote")
            await guests.session(place, solos=1)
            await guests.close()

    async def _served(self, path: Path) -> str:
        settings = Settings(host="127.0.0.1", port=0, database=path, limits=OPEN, decks=self._decks)
        try:
            async with running(settings) as server:
                return await self._visited(House(server, path))
        except ServerError as refused:
            in_both(refused.message)
            return "refused"

    async def _visited(self, place: House) -> str:
        """Whoever was there comes back, or hears why not; a new room can be made, or why not."""
        guests = Guests()
        try:
            back = await guests.connected(place)
            _told(await back.come_back(self.token))
            _told(await back.does(Acknowledge()))
            new = await guests.connected(place)
            _told(await new.join(self.code))
            made = await place.make_room()
            _told(made)
            async with aiohttp.ClientSession() as session, session.get(f"{place.url}/healthz") as reply:
                assert reply.status in (200, 503)
        finally:
            await guests.close()
        return "served"


def _told(answer: dict[str, Any]) -> None:
    if answer["ok"]:
        return
    assert set(answer["message"]) == {"sv", "en"}, answer
    assert answer["code"] != "internal", answer


def change(dice: Random) -> bytes:
    """One to six stretches, each at a place between 0 and 1 and what is written there."""
    places = [
        (dice.random() ** dice.choice((1, 1, 4)), dice.choice((1, 1, 4, 100, 4096)))
        for _ in range(dice.choice((1, 2, 6)))
    ]
    return json.dumps(
        [[place, base64.b64encode(_bytes(dice, size)).decode()] for place, size in places]
    ).encode()


def _bytes(dice: Random, size: int) -> bytes:
    return dice.choice((bytes(size), b"\xff" * size, dice.randbytes(size)))
