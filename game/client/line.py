"""One connection to a server, until it is lost. The only client code that knows the socket library.

The libraries are imported when a line is first opened, on the network thread: they cost half a second.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from game.client.padding import packets
from game.client.trouble import Trouble
from game.client.trust import mistrust
from game.wire import PATH, PROTOCOL, Ack, Hello, Joined, KeyMade, Nack, PledgeFound, ViewOut

CONNECT = 6.0
"""Seconds until an attempt to reach the server is given up."""
ANSWER = 8.0
"""Seconds until a call without an answer means that the connection is dead, whatever the socket thinks."""
GOODBYE = 0.3
"""Seconds for a polite end; after that the socket is cut."""

LATER = ConfigDict(defer_build=True)
"""Shapes are built when first needed, so that the first picture does not wait for them."""
JOINED: TypeAdapter[Joined | Nack] = TypeAdapter(Joined | Nack, config=LATER)
ANSWERED: TypeAdapter[Ack | Nack] = TypeAdapter(Ack | Nack, config=LATER)
PLEDGE: TypeAdapter[PledgeFound | Nack] = TypeAdapter(PledgeFound | Nack, config=LATER)
KEY: TypeAdapter[KeyMade | Nack] = TypeAdapter(KeyMade | Nack, config=LATER)

T = TypeVar("T")


@dataclass(slots=True)
class Meter:
    """What has passed over one wire, over all its connections. Bytes are of text, without framing."""

    frames_in: int = 0
    frames_out: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    connections: int = 0
    asked_again: int = 0


class Gone(Exception):
    """The connection is no more; what waits is sent over the next one."""


class Rejected(Exception):
    """The server will not have this station, and says why."""

    def __init__(self, nack: Nack) -> None:
        super().__init__(nack.code)
        self.nack = nack


class Line:
    """A connection. `async with Line(...)` reaches the server, and leaves no socket and no task behind.

    Entering raises Trouble when nobody or somebody else answers, Rejected when the server says no. `gone` is
    set when the connection is lost. `on_view` gets each view, in order.
    """

    def __init__(self, url: str, meter: Meter, on_view: Callable[[ViewOut], None]) -> None:
        self.url = url
        self.gone = asyncio.Event()
        self._meter = meter
        self._on_view = on_view
        self._refusals: list[Any] = []
        self._sio: Any = None
        self._session: Any = None

    async def __aenter__(self) -> Line:
        import aiohttp
        import socketio

        trusted: Any = ssl.create_default_context() if self.url.startswith("https:") else True
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=trusted), ws_response_class=_counting(self._meter)
        )
        self._sio = socketio.AsyncClient(
            reconnection=False,
            handle_sigint=False,
            http_session=self._session,
            serializer=packets(),
            logger=_quiet(),
            engineio_logger=_quiet(),
        )
        self._sio.on("connect_error", lambda data=None: self._refusals.append(data))
        self._sio.on("disconnect", lambda reason=None: self.gone.set())
        self._sio.on("view", self._viewed)
        try:
            await self._reach()
        except BaseException:
            await self._hang_up()
            raise
        self._meter.connections += 1
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._hang_up()

    async def call(self, event: str, body: Mapping[str, Any], shape: TypeAdapter[T]) -> T:
        """The answer to a call. Raises Gone when there is none, or none that can be understood."""
        import socketio

        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def told(reply: Any = None) -> None:
            if not answer.done():
                answer.set_result(reply)

        try:
            async with asyncio.timeout(ANSWER):
                await self._sio.emit(event, body, callback=told)
                return shape.validate_python(await answer)
        except (TimeoutError, ValidationError, socketio.exceptions.SocketIOError) as lost:
            raise Gone from lost

    def drop(self) -> None:
        """Cut the connection as a lost network would, without a goodbye."""
        stream = getattr(self._sio.eio, "ws", None) if self._sio is not None else None
        plug = stream.get_extra_info("socket") if stream is not None else None
        if plug is not None:
            with contextlib.suppress(OSError):
                plug.shutdown(socket.SHUT_RDWR)

    async def _reach(self) -> None:
        import aiohttp
        import socketio

        hello = Hello(protocol=PROTOCOL, client="bemot").model_dump()
        try:
            async with asyncio.timeout(CONNECT):
                await self._sio.connect(
                    self.url, auth=hello, transports=["websocket"], socketio_path=PATH, wait_timeout=CONNECT
                )
        except (TimeoutError, OSError, aiohttp.ClientError) as lost:
            raise Trouble(mistrust(lost) or "unreachable", given=self.url) from lost
        except socketio.exceptions.ConnectionError as lost:
            nack = next((found for data in self._refusals if (found := refusal(data)) is not None), None)
            if nack is not None:
                raise Rejected(nack) from lost
            code = mistrust(lost) or ("not_bemot" if _answered_otherwise(lost) else "unreachable")
            raise Trouble(code, given=self.url) from lost
        except (
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
        ) as strange:  # its first words were no packet
            raise Trouble("not_bemot", given=self.url) from strange

    def _viewed(self, data: Any = None) -> None:
        try:
            view = ViewOut.model_validate(data)
        except ValidationError:
            self.drop()  # out of step; coming back gives the whole view
            return
        self._on_view(view)

    async def _hang_up(self) -> None:
        import socketio

        try:
            with contextlib.suppress(TimeoutError, OSError, socketio.exceptions.SocketIOError):
                async with asyncio.timeout(GOODBYE):
                    if self._sio.connected:
                        await self._sio.disconnect()
            self.drop()
            tasks = [task for task in (self._sio.eio.read_loop_task, self._sio.eio.write_loop_task) if task]
            if tasks:
                await asyncio.wait(tasks, timeout=GOODBYE)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        finally:
            await self._session.close()


def refusal(data: Any) -> Nack | None:
    """The code and sentence in what a refused connect brought; None when only the network failed."""
    while isinstance(data, Mapping):
        if "code" in data:
            words = data.get("message")
            sentences = {str(k): str(v) for k, v in words.items()} if isinstance(words, Mapping) else {}
            return Nack(code=str(data["code"]), message=sentences)
        data = data.get("data")
    return None


def _answered_otherwise(error: BaseException) -> bool:
    """Whether somebody answered, but not with a WebSocket; a proxy without its server does not count."""
    import aiohttp

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, aiohttp.WSServerHandshakeError):
            return cause.status not in (502, 503, 504)
        cause = cause.__cause__ or cause.__context__
    return False


def _counting(meter: Meter) -> Any:
    """A WebSocket class that counts what passes."""
    import aiohttp

    class Counted(aiohttp.ClientWebSocketResponse):
        async def receive(self, *given: Any, **named: Any) -> Any:
            message = await super().receive(*given, **named)
            if message.type is aiohttp.WSMsgType.TEXT:
                meter.frames_in += 1
                meter.bytes_in += len(message.data.encode())
            return message

        async def send_str(self, data: str, compress: int | None = None) -> None:
            meter.frames_out += 1
            meter.bytes_out += len(data.encode())
            await super().send_str(data, compress)

    return Counted


def _quiet() -> logging.Logger:
    """A log that keeps nothing: the library would write down every packet, votes included."""
    log = logging.getLogger("bemot.socket")
    log.setLevel(logging.CRITICAL + 1)
    return log
