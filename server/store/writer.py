"""The one thread that writes. What waits is written together: the first after a rest at once, then every few
ms.
"""

from __future__ import annotations

import asyncio
import logging
import os
import queue
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
Told = Callable[[Any], None]
"""Is given a task's result, or the error it ended with."""

PACE = 0.016
"""Seconds between the starts of two batches; nobody notices, and a spread-out burst costs far fewer syncs."""


WRITERLESS = 70
"""The exit code of a server that has lost its writer (EX_SOFTWARE)."""

log = logging.getLogger(__name__)


class Writer(Generic[Task, Result]):
    """Hands tasks to a thread in batches and their results back to the event loop, in the order they came."""

    def __init__(
        self,
        work: Callable[[Sequence[Task]], Sequence[Result]],
        told: Callable[[Sequence[tuple[Told, Result]]], None],
        idle: Callable[[], bool],
    ) -> None:
        """`idle` runs in the thread when nothing waits; it returns whether it wants to run again within the
        second.
        """
        self._work, self._told, self._idle = work, told, idle
        self._loop = asyncio.get_running_loop()
        self._waiting: queue.SimpleQueue[tuple[Task, Told] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="bemot-writer", daemon=True)
        self._thread.start()

    def put(self, task: Task, told: Told) -> None:
        """`told` is given this task's result, as `told` of the writer sees fit. Only on the event loop."""
        self._waiting.put((task, told))

    def ask(self, task: Task) -> asyncio.Future[Result]:
        """The future of this task's result; a result that is an error is raised. Only on the event loop."""
        future: asyncio.Future[Result] = self._loop.create_future()
        self.put(task, partial(_settle, future))
        return future

    async def stop(self) -> None:
        """Everything put so far is done; then the thread is over."""
        self._waiting.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        over = False
        try:
            self._write()
            over = True
        finally:
            if not over:
                # Full memory, or worse. A server whose writer is gone would answer nobody and look alive;
                # whoever starts it again finds everything that was acknowledged.
                log.critical("the writer has ended (%s), and the server with it", _kind())
                os._exit(WRITERLESS)

    def _write(self) -> None:
        again, last = False, 0.0
        while True:
            try:
                first = self._waiting.get(timeout=1 if again else None)
            except queue.Empty:
                again = self._idle()
                continue
            if first is None:
                return
            wait = last + PACE - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            last = time.monotonic()
            batch, over = self._drain(first)
            results = self._work([task for task, _ in batch])
            waiting = [told for _, told in batch]
            self._loop.call_soon_threadsafe(self._told, list(zip(waiting, results, strict=True)))
            again = True
            if over:
                return

    def _drain(self, first: tuple[Task, Told]) -> tuple[list[tuple[Task, Told]], bool]:
        batch = [first]
        while True:
            try:
                following = self._waiting.get_nowait()
            except queue.Empty:
                return batch, False
            if following is None:
                return batch, True
            batch.append(following)


def _settle(future: asyncio.Future[Any], result: object) -> None:
    if future.done():  # its caller has gone; what is durable is durable
        return
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)


def _kind() -> str:
    kind = sys.exc_info()[0]
    return kind.__name__ if kind else "no error"
