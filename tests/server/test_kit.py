"""The tests' own clients miss nothing, however late the machine gets round to them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.server.client import Client
from tests.server.kit import Guests


async def test_a_view_that_overtakes_the_answer_at_the_door_is_seen_after_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = Client()

    async def answered(event: str, data: Any, **given: Any) -> dict[str, Any]:
        await client._view({"version": 8, "slices": {"stage": {"phase": "frame"}}})
        return {"ok": True, "version": 7, "slices": {"stage": {"phase": "lobby"}, "room": {}}}

    monkeypatch.setattr(client.sio, "call", answered)
    await client.join("FKT-482")
    assert client.version == 8
    assert client.slices == {"stage": {"phase": "frame"}, "room": {}}


async def test_one_may_wait_for_what_another_sees() -> None:
    guests = Guests()
    one, other = guests.new(), guests.new()
    waiting = asyncio.create_task(one.sees(lambda: other.version == 3))
    await asyncio.sleep(0)
    await other._view({"version": 3, "slices": {}})
    async with asyncio.timeout(1):
        await waiting
