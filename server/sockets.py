"""What comes in over the sockets. Every call is answered; whatever is not one of ours ends the connection."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import socketio
from aiohttp import web
from pydantic import ValidationError
from pydantic_core import to_json

from game.wire import PROTOCOL, SEAT_FRAME, Ack, CommandIn, Hello, Nack
from server.clock import Clock
from server.config import Limits
from server.door import Door
from server.errors import StoreError
from server.faults import FAULTS, log_fault
from server.keys import Keys
from server.limits import Bucket
from server.lines import Line, Lines
from server.origin import Origins
from server.recalling import Recalls
from server.rooms import Rooms, nack
from server.stock import FAREWELL

log = logging.getLogger(__name__)

_BROKEN = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What the library raises on packets that are no packets."""

_COMMAND = re.compile(r'42(0|[1-9][0-9]{0,14})\["command",(?=\{)')
"""A call as every client of ours writes it."""

Handler = Callable[[Line, Any], Awaitable[dict[str, Any]]]


class Sockets(socketio.AsyncNamespace):  # type: ignore[misc]
    """The one place where messages enter. Their contents are never logged."""

    def __init__(
        self,
        sio: socketio.AsyncServer,
        lines: Lines,
        door: Door,
        keys: Keys,
        recalls: Recalls,
        rooms: Rooms,
        clock: Clock,
        limits: Limits,
        origins: Origins,
        counted: Callable[[object, str], None],
    ) -> None:
        """`counted` hears of every call that was answered, and of its outcome."""
        super().__init__("/")
        self._sio, self._lines, self._door, self._keys, self._rooms = sio, lines, door, keys, rooms
        self._recalls = recalls
        self._clock, self._limits, self._origins, self._counted = clock, limits, origins, counted
        self._calls: dict[str, Handler] = {
            "join": self._join,
            "command": self._command,
            "key": self._key,
            "pledge": self._pledge,
        }
        self._closing: set[asyncio.Task[None]] = set()
        self._beneath = dict(sio.eio.handlers)
        sio.eio.on("connect", self._opened)
        sio.eio.on("message", self._received)
        sio.eio.on("disconnect", self._closed)
        sio.register_namespace(self)

    # --- the transport: before anybody has said who they are
    # --------------------------------------------------------

    async def _opened(self, eio: str, environ: dict[str, Any]) -> bool | None:
        if self._rooms.stopping or len(self._lines) >= self._limits.sockets:
            return False
        request: web.Request = environ["aiohttp.request"]
        if request.transport is None or request.transport.is_closing():
            return False  # it hung up before it was answered, and would never be heard to leave
        address, now = self._origins.of(request), self._clock.now()
        if self._lines.of_address(address) >= self._limits.connections:
            return False
        if not _leads_to_a_socket(request):
            return False  # it would hold a place, and never be heard to leave it
        line = Line(
            eio=eio,
            address=address,
            transport=request.transport,
            bucket=Bucket(self._limits.commands, self._limits.command_burst, now),
            queue=self._sio.eio.sockets[eio].queue,
        )
        line.alarm = self._clock.call_at(now + self._limits.join_within, line.cut)
        self._lines.add(line)
        await self._beneath["connect"](eio, environ)
        return None

    async def _received(self, eio: str, data: str | bytes) -> None:
        line = self._lines.by_eio(eio)
        if line is None:
            return
        if not isinstance(data, str) or data[:1] in ("4", "5", "6"):  # binary has no bound in the library
            line.cut()
            return
        if data[:1] == "0" and line.sid is not None:
            return  # a greeting that arrives twice: it has been answered, and to refuse it now ends the first
        line.oversize = len(data) > SEAT_FRAME
        try:
            await self._beneath["message"](eio, data)
        except _BROKEN as error:
            log.info("a packet could not be read: %s", type(error).__name__)
            line.cut()

    def take(self, eio: str, data: str, say: Callable[[bytes], None]) -> bool:
        """Takes a command without waiting for it; `say` sends the answer once it is durable. False leaves the
        message untouched to the slow way: whatever is not a command that will be heard is answered there.
        """
        found, line = _COMMAND.match(data), self._lines.by_eio(eio)
        if found is None or line is None or line.sid is None or line.room is None or line.actor is None:
            return False
        if line.transport is None or line.transport.is_closing():
            return False
        if data[-1] != "]" or len(data) > SEAT_FRAME:
            return False
        if self._rooms.stopping or self._lines.cut_if_behind(line):
            return False
        try:
            message = CommandIn.model_validate_json(data[found.end() : -1])
        except ValidationError:
            return False
        if self._door.refusal(line) is not None or not line.bucket.take(self._clock.now()):
            return False
        number = found[1].encode()

        def answered(answer: Ack | Nack) -> None:
            line.answered()
            self._counted("command", _outcome(answer))
            say(b"43" + number + to_json([_told(answer)]))

        line.taken += 1
        self._rooms.take(line.room, line.actor, message.command, message.id, answered)
        return True

    def missed(self, eio: str, seconds: float | None) -> None:
        """The socket has not been heard for so long; None when it is heard again."""
        line = self._lines.by_eio(eio)
        if line is not None:
            self._door.miss(line, seconds)

    async def _closed(self, eio: str, reason: str) -> None:
        line = self._lines.by_eio(eio)
        await self._beneath["disconnect"](eio, reason)
        if line is not None:
            self._hung_up(line)

    def _hung_up(self, line: Line) -> None:
        if line.alarm is not None:
            line.alarm.cancel()
        self._door.leave(line)
        self._lines.remove(line.eio)
        # Whatever the peer does with the goodbye: a socket that is nobody's any more must not stay open.
        asyncio.get_running_loop().call_later(FAREWELL, line.cut)

    # --- messages
    # ---------------------------------------------------------------------------------------------------

    async def trigger_event(self, event: Any, *args: Any) -> dict[str, Any] | None:
        """Whatever the library has to tell: ("connect", sid, environ, auth), ("disconnect", sid, reason), or
        a call.
        """
        sid: str = args[0]
        line = self._lines.by_sid(sid)
        if line is None:
            if event == "connect" and len(args) == 3 and "aiohttp.request" in args[1]:
                self._greet(sid, args[2])
            return None
        if event == "disconnect" and not self._sio.manager.is_connected(sid, "/"):
            line.cut()  # it has left the conversation; nothing it could still send would be answered
            return None
        await line.caught_up()  # what was asked before is decided, and answered, before
        answer = await self._answer(line, event, args[1:])
        self._counted(event, "already" if answer.get("already") else str(answer.get("code", "ok")))
        return answer

    def _greet(self, sid: str, auth: Any) -> None:
        """Raises the library's refusal, with `code` and `message`, to a client of another version."""
        line = self._lines.by_eio(self._sio.manager.eio_sid_from_sid(sid, "/"))
        code = "stopping" if self._rooms.stopping else _wrong(auth)
        if code is not None or line is None:
            refusal = nack(code or "internal")
            raise socketio.exceptions.ConnectionRefusedError(
                refusal.code, {"code": refusal.code, "message": refusal.message}
            )
        self._lines.name(line, sid)

    async def _answer(self, line: Line, event: Any, data: tuple[Any, ...]) -> dict[str, Any]:
        if line.sid is None or self._lines.cut_if_behind(line):
            return _said(nack("too_fast"))  # it asks and does not listen
        handler = self._calls.get(event) if isinstance(event, str) else None
        if self._rooms.stopping:
            return _said(nack("stopping"))
        if not line.bucket.take(self._clock.now()):
            return _said(nack("too_fast"))
        if line.oversize and not _is_host(line):
            return _said(nack("too_large"))
        if handler is None or len(data) != 1:
            return _said(nack("malformed"))
        try:
            return await handler(line, data[0])
        except ValidationError:
            return _said(nack("malformed"))
        except FAULTS as error:
            log_fault(log, "a call went wrong", error)
            return _said(nack("internal"))

    async def _join(self, line: Line, data: Any) -> dict[str, Any]:
        answer = await self._door.join(line, data)
        if line.room is not None and line.alarm is not None:
            line.alarm.cancel()
        return _said(answer) if isinstance(answer, Nack) else answer

    async def _command(self, line: Line, data: Any) -> dict[str, Any]:
        if line.room is None or line.actor is None:
            return _said(nack("not_joined"))
        message = CommandIn.model_validate(data)
        refusal = self._door.refusal(line)
        if refusal is not None:
            return _said(refusal)
        return _told(await self._rooms.submit(line.room, line.actor, message.command, message.id))

    async def _key(self, line: Line, data: Any) -> dict[str, Any]:
        refusal = nack("not_joined") if line.actor is None else self._door.refusal(line)
        if refusal is not None:
            return _said(refusal)
        try:
            answer = await self._keys.renew(line, data)
        except StoreError:
            answer = nack("storage")
        return _said(answer) if isinstance(answer, Nack) else {"ok": True, "key": answer.key}

    async def _pledge(self, line: Line, data: Any) -> dict[str, Any]:
        refusal = nack("not_joined") if line.actor is None else self._door.refusal(line)
        if refusal is not None:
            return _said(refusal)
        try:
            answer = await self._recalls.find(line, data)
        except StoreError:
            answer = nack("storage")
        return _said(answer) if isinstance(answer, Nack) else {"ok": True, "sealed": answer.sealed}

    # --- letting go
    # -------------------------------------------------------------------------------------------------

    def part(self, sid: str) -> None:
        """Closes the socket of a station that has been removed; what was sent to it before still arrives."""
        line = self._lines.by_sid(sid)
        socket = self._sio.eio.sockets.get(line.eio) if line is not None else None
        if line is None or socket is None:
            return
        self._hung_up(line)
        task = asyncio.get_running_loop().create_task(_close([socket], [line]))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def close(self) -> None:
        """Closes every socket; the clients come back when there is a server again."""
        await _close(list(self._sio.eio.sockets.values()), list(self._lines.all))
        await asyncio.gather(*self._closing)
        await self._sio.shutdown()


async def _close(sockets: Iterable[Any], lines: Iterable[Line]) -> None:
    """Says goodbye, and cuts the lines of those that do not take it: the library would wait for ever."""
    goodbyes = [asyncio.ensure_future(socket.close()) for socket in sockets]
    if not goodbyes:
        return
    _, waiting = await asyncio.wait(goodbyes, timeout=FAREWELL)
    for goodbye in waiting:
        goodbye.cancel()
    await asyncio.gather(*goodbyes, return_exceptions=True)
    if waiting:
        for line in lines:
            line.cut()


def _leads_to_a_socket(request: web.Request) -> bool:
    try:
        return bool(web.WebSocketResponse().can_prepare(request))
    except ValueError:  # a key in letters that no key has
        return False


def _outcome(answer: Ack | Nack) -> str:
    return answer.code if isinstance(answer, Nack) else "already" if answer.already else "ok"


def _told(answer: Ack | Nack) -> dict[str, Any]:
    if isinstance(answer, Nack):
        return _said(answer)
    return {"ok": True, "version": answer.version, "already": answer.already}


def _said(refusal: Nack) -> dict[str, Any]:
    return {"ok": False, "code": refusal.code, "message": refusal.message}


def _is_host(line: Line) -> bool:
    return line.actor is not None and line.actor.who == "host"


def _wrong(auth: Any) -> str | None:
    """Why this greeting cannot be accepted. The version is looked at first: a newer greeting may have more
    to say.
    """
    if isinstance(auth, dict) and isinstance(auth.get("protocol"), int) and auth["protocol"] != PROTOCOL:
        return "wrong_protocol"
    try:
        Hello.model_validate(auth)
    except ValidationError:
        return "malformed"
    return None
