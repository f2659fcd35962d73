"""A bare python-socketio server on aiohttp: acks, progress and reveals to the same audiences, no more.

python -m tests.bench.load.bare_server PORT. Nothing is checked, decided or kept.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from typing import Any

import socketio
from aiohttp import web

from game.process import when_orphaned


def application() -> web.Application:
    """Stock settings, WebSockets only."""
    sio = socketio.AsyncServer(async_mode="aiohttp", transports=["websocket"], async_handlers=False)
    tables: dict[int, Counter[str]] = {}
    sizes: dict[int, int] = {}

    @sio.event  # type: ignore[untyped-decorator]
    async def join(sid: str, data: dict[str, Any]) -> dict[str, bool]:
        await sio.enter_room(sid, str(data["table"]))
        sizes[data["table"]] = data["of"]
        return {"ok": True}

    @sio.event  # type: ignore[untyped-decorator]
    async def vote(sid: str, data: dict[str, Any]) -> dict[str, bool]:
        table = data["table"]
        counts = tables.setdefault(table, Counter())
        counts[data["choice"]] += 1
        await sio.emit("progress", {"done": counts.total(), "of": sizes[table]}, room=str(table))
        return {"ok": True}

    @sio.event  # type: ignore[untyped-decorator]
    async def reveal(sid: str, data: dict[str, Any]) -> dict[str, bool]:
        for table, counts in tables.items():
            await sio.emit("reveal", {"votes": counts}, room=str(table))
        tables.clear()
        return {"ok": True}

    app = web.Application()
    sio.attach(app)
    return app


async def main(port: int) -> None:
    """Serves until whoever started it is gone."""
    runner = web.AppRunner(application(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port, backlog=1024).start()
    over, loop = asyncio.Event(), asyncio.get_running_loop()
    when_orphaned(lambda: loop.call_soon_threadsafe(over.set))
    sys.stdout.write(json.dumps({"url": f"http://127.0.0.1:{runner.addresses[0][1]}"}) + "\n")
    sys.stdout.flush()
    await over.wait()
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
