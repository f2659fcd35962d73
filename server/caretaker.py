"""What whoever looks after the server may ask of it while it runs.

It listens on a port of its own, for this machine alone and never through a proxy, and hears only who shows
the secret in a small file beside the database. Whoever may read that file may read the database itself, so
nothing is opened by it that was not open before. Port and secret are new at every start.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import aiohttp
from aiohttp import web

from server.auth import hashed, same
from server.errors import StoreError
from server.faults import log_fault
from server.store.upkeep import Erased

log = logging.getLogger(__name__)

BESIDE: Final = ".caretaker"
"""How the name of the file beside the database ends."""
HERE: Final = "127.0.0.1"
PATIENCE: Final = 600
"""Seconds for an answer: the file is written anew, however large it is."""

Purge = Callable[[str], Awaitable[Erased | None]]


class Unheard(StoreError):
    slug = "store_unheard"
    sv = (
        "En server är i gång med {path}, men den hör inte härifrån. Kör kommandot på serverns dator som den "
        "användare som kör servern, eller stoppa servern först."
    )
    en = (
        "A server is running on {path}, but does not hear from here. Run the command on the server's machine "
        "as the user who runs the server, or stop the server first."
    )


class Unwilling(StoreError):
    """The server's own reason, instead of words of ours."""

    def __init__(self, code: str, message: dict[str, str]) -> None:
        super().__init__("")
        self.code, self.message = code, message


@dataclass(frozen=True, slots=True)
class Note:
    """What the file says."""

    port: int
    secret: str


# --- in the server


@asynccontextmanager
async def caretaking(database: Path, purge: Purge) -> AsyncIterator[None]:
    """Listens as long as the block lasts. Where that cannot be, the server runs without it."""
    secret = secrets.token_urlsafe(32)

    async def purged(request: web.Request) -> web.Response:
        return await _purged(request, hashed(secret), purge)

    app = web.Application(client_max_size=1024)
    app.router.add_post("/purge", purged)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
    await runner.setup()
    place = _beside(database)
    try:
        try:
            await web.TCPSite(runner, HERE, 0).start()
            await asyncio.to_thread(_leave, place, Note(runner.addresses[0][1], secret))
        except OSError as error:
            log_fault(log, "rooms can be purged only while this server is stopped", error)
        yield
    finally:
        await runner.cleanup()
        with suppress(OSError):
            place.unlink(missing_ok=True)


async def _purged(request: web.Request, secret: str, purge: Purge) -> web.Response:
    shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not same(hashed(shown), secret):
        return web.json_response({"ok": False}, status=403)
    try:
        code = json.loads(await request.text())["code"]
        erased = await purge(str(code))
    except (ValueError, LookupError, TypeError):
        return web.json_response({"ok": False}, status=400)
    except StoreError as error:
        return web.json_response({"ok": False, "code": error.code, "message": error.message}, status=503)
    return web.json_response({"ok": True, "pledges": None if erased is None else erased.pledges})


def _leave(place: Path, note: Note) -> None:
    """For its owner alone, from the first byte."""
    place.unlink(missing_ok=True)
    with os.fdopen(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        json.dump({"port": note.port, "secret": note.secret}, file)


def _beside(database: Path) -> Path:
    return database.with_name(database.name + BESIDE)


# --- beside it


async def ask_to_purge(database: Path, code: str) -> int | None:
    """Asks the server that runs on this database to erase a room: how many pledges went with it, None when
    there is no such room. Raises `StoreError`.
    """
    note = await asyncio.to_thread(_found, database)
    if note is None:
        raise Unheard(database)
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=PATIENCE)) as session,
            session.post(
                f"http://{HERE}:{note.port}/purge",
                json={"code": code},
                headers={"Authorization": f"Bearer {note.secret}"},
            ) as reply,
        ):
            told: dict[str, Any] = await reply.json()
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise Unheard(database) from error
    if told.get("ok"):
        pledges: int | None = told["pledges"]
        return pledges
    if "message" in told:
        raise Unwilling(told["code"], told["message"])
    raise Unheard(database)


def _found(database: Path) -> Note | None:
    try:
        told = json.loads(_beside(database).read_text("ascii"))
        return Note(int(told["port"]), str(told["secret"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None
