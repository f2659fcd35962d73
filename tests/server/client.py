"""A person's machine as the server's tests have it: a real socket, and the view that it has been sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any
from uuid import uuid4

import socketio

from game.rules.command import Command
from game.wire import PROTOCOL

PATIENCE = 10
"""Seconds until a test gives up waiting for what should come at once."""


class Client:
    """A real socket. Keeps every frame it was sent, and the view they add up to.

    `news` is notified of every view; who shares it may wait for what another sees.
    """

    def __init__(self, news: asyncio.Condition | None = None) -> None:
        self.sio = socketio.AsyncClient(reconnection=False)
        self.frames: list[str] = []
        self.joined: dict[str, Any] = {}
        self.slices: dict[str, Any] = {}
        self.version = 0
        self.news = news or asyncio.Condition()
        self._early: list[dict[str, Any]] | None = None
        """Views that overtake the answer at the door: they are seen after it."""
        self.gone = asyncio.Event()
        self.sio.on("view", self._view)
        self.sio.on("disconnect", self._disconnected)
        beneath = self.sio.eio.handlers["message"]

        async def recorded(data: Any) -> None:
            self.frames.append(str(data))
            await beneath(data)

        self.sio.eio.on("message", recorded)

    async def connect(self, url: str, headers: dict[str, str] | None = None, **hello: Any) -> Client:
        auth = {"protocol": PROTOCOL, "client": "test", **hello}
        await self.sio.connect(
            url, headers=headers or {}, auth=auth, transports=["websocket"], wait_timeout=PATIENCE
        )
        return self

    async def call(self, event: str, data: Any) -> dict[str, Any]:
        answer: dict[str, Any] = await self.sio.call(event, data, timeout=PATIENCE)
        return answer

    async def join(self, code: str, kind: str = "solo", **more: Any) -> dict[str, Any]:
        return await self._enter({"code": code, "kind": kind, "id": uuid4().hex, **more})

    async def come_back(self, token: str) -> dict[str, Any]:
        return await self._enter({"token": token})

    async def does(self, command: Command, command_id: str | None = None) -> dict[str, Any]:
        return await self.call("command", {"id": command_id or uuid4().hex, "command": command.model_dump()})

    async def must(self, command: Command) -> int:
        """Does it; it was not refused. The version."""
        answer = await self.does(command)
        assert answer["ok"], answer
        version: int = answer["version"]
        await self.sees(lambda: self.version >= version or answer["already"])
        return version

    async def sees(self, holds: Callable[[], bool]) -> None:
        """Waits until the view is such."""
        async with asyncio.timeout(PATIENCE), self.news:
            await self.news.wait_for(holds)

    async def leave(self) -> None:
        await self.sio.disconnect()

    @property
    def stage(self) -> dict[str, Any]:
        stage: dict[str, Any] = self.slices["stage"]
        return stage

    @property
    def serial(self) -> int:
        serial: int = self.stage["serial"]
        return serial

    @property
    def seats(self) -> list[str]:
        seats: list[str] = self.slices["you"]["seats"]
        return seats

    @property
    def token(self) -> str:
        token: str = self.joined["token"]
        return token

    async def _enter(self, data: dict[str, Any]) -> dict[str, Any]:
        self._early = []
        try:
            answer = await self.call("join", data)
        finally:
            early, self._early = self._early, None
        if answer["ok"]:
            self.joined, self.slices, self.version = answer, dict(answer["slices"]), answer["version"]
        await self._see(early)
        return answer

    async def _view(self, message: dict[str, Any]) -> None:
        if self._early is not None:
            self._early.append(message)
        else:
            await self._see([message])

    async def _see(self, messages: Iterable[dict[str, Any]]) -> None:
        async with self.news:
            for message in messages:
                for name, value in message["slices"].items():
                    if value is None:
                        self.slices.pop(name, None)
                    else:
                        self.slices[name] = value
                self.version = message["version"]
            self.news.notify_all()

    async def _disconnected(self, reason: str) -> None:
        self.gone.set()
