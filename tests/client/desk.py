"""A server of a few lines that says what a test wants: for what a real one does too seldom to wait for."""

from __future__ import annotations

import asyncio
import queue
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import socketio
from aiohttp import web

from game.client.news import News

WAIT = 20.0
TOKEN = "token-of-a-station-0123456789"
Answer = dict[str, Any] | None
NOTHING: dict[str, Any] = {"ok": True, "version": 1}


def free_port() -> int:
    with socket.socket() as plug:
        plug.bind(("127.0.0.1", 0))
        return int(plug.getsockname()[1])


def joined(version: int = 1, slices: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "ok": True,
        "station": "s1",
        "token": TOKEN,
        "room": "r1",
        "version": version,
        "now": 1_000_000,
        "slices": slices or {"room": {"closed": False}},
    }


def nack(code: str) -> dict[str, Any]:
    return {"ok": False, "code": code, "message": {"sv": f"{code} på svenska", "en": f"{code} in English"}}


class Desk:
    """Notes what it hears in `heard` and answers with `answer_join`, `answer_command` and `answer_key`; None
    hangs up.
    """

    def __init__(self, port: int, *, sockets: bool = True) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.heard: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self.answer_join: Callable[[Any], Answer] = lambda body: joined()
        self.answer_command: Callable[[Any], Answer] = lambda body: NOTHING
        self.answer_key: Callable[[Any], Answer] = lambda body: {"ok": True, "key": "K7PR-2MXA"}
        self.refuse: dict[str, Any] | None = None
        self._port, self._sockets = port, sockets
        self._loop = asyncio.new_event_loop()
        self._sio = socketio.AsyncServer(async_mode="aiohttp", async_handlers=False)
        self._sio.on("connect", self._connect)
        self._sio.on("join", self._join)
        self._sio.on("command", self._command)
        self._sio.on("key", self._key)
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._sid = ""

    @contextmanager
    def open(self) -> Iterator[Desk]:
        self._thread.start()
        runner = asyncio.run_coroutine_threadsafe(self._serve(), self._loop).result(WAIT)
        try:
            yield self
        finally:
            asyncio.run_coroutine_threadsafe(self._close(runner), self._loop).result(WAIT)
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(WAIT)
            self._loop.close()

    def push(self, version: int, slices: dict[str, Any], now: int = 1_000_000) -> None:
        body = {"version": version, "now": now, "slices": slices}
        asyncio.run_coroutine_threadsafe(self._sio.emit("view", body), self._loop).result(WAIT)

    def next(self) -> tuple[str, Any]:
        return self.heard.get(timeout=WAIT)

    async def _serve(self) -> web.AppRunner:
        app = web.Application()
        if self._sockets:
            self._sio.attach(app)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self._port).start()
        return runner

    async def _close(self, runner: web.AppRunner) -> None:
        await self._sio.shutdown()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await runner.cleanup()
        await asyncio.sleep(0)  # the loop's own turn to let go of the sockets

    async def _connect(self, sid: str, environ: Any, auth: Any) -> None:
        self._sid = sid
        self.heard.put(("connect", auth))
        if self.refuse is not None:
            raise socketio.exceptions.ConnectionRefusedError(self.refuse["code"], self.refuse)

    async def _join(self, sid: str, body: Any) -> Answer:
        self.heard.put(("join", body))
        return await self._said(sid, self.answer_join(body))

    async def _command(self, sid: str, body: Any) -> Answer:
        self.heard.put(("command", body))
        return await self._said(sid, self.answer_command(body))

    async def _key(self, sid: str, body: Any) -> Answer:
        self.heard.put(("key", body))
        return await self._said(sid, self.answer_key(body))

    async def _said(self, sid: str, answer: Answer) -> Answer:
        if answer is None:
            await self._sio.disconnect(sid)
        return answer


def until(mailbox: queue.SimpleQueue[News], kind: type[Any], **wanted: Any) -> Any:
    """The first news of this kind with these fields; those before it are passed over."""
    while True:
        news = mailbox.get(timeout=WAIT)
        if isinstance(news, kind) and all(getattr(news, name) == value for name, value in wanted.items()):
            return news
