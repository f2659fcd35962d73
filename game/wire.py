"""What goes over the wire: a message and three calls, all JSON, all versioned.

    connect   the handshake: `Hello`
    join      a call: `Join` or `Return` -> `Joined` or `Nack`; joining and coming back are the same code
    command   a call: `CommandIn` -> `Ack` or `Nack`; every command is answered
    pledge    a call: `PledgeRequest` -> `PledgeFound` or `Nack`; a sealed pledge of the session before
    key       a call: `KeyRequest` -> `KeyMade` or `Nack`; a new key to hand out
    view      from the server: `ViewOut`, the slices that have changed

docs/PROTOCOL.md tells it in prose; `bemot protocol` prints the JSON Schema of everything here.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from game.rules.command import FromPeople, Id
from game.rules.opened import K_TABLES, MIN_K_SEATS, MOST_K_SEATS, MOST_K_TABLES, Step
from game.rules.slices import Slices, TileSlice

PROTOCOL = 4
"""Raised when an old client could misread a new server or the other way round."""

PATH = "socket.io"
SERVICE = "_bemot._tcp.local."
"""The name under which servers are found in the same network (DNS-SD, RFC 6763)."""
SEAT_FRAME = 16 * 1024
"""Bytes: the largest message a seat's station may send."""

LAST_TABLE = 999
"""The highest number a table may have."""

Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=16)]
Token = Annotated[str, StringConstraints(min_length=20, max_length=128)]
CommandId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]


class Message(BaseModel):
    """Frozen, and nothing unknown is let through."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Hello(Message):
    """The `auth` of the socket's connect."""

    protocol: int
    client: Annotated[str, StringConstraints(max_length=40)] = ""


class Join(Message):
    """Come through the door with the code. Only hosts give `host_key`, or the key of a
    helper. `team` is a table's number."""

    code: Code
    kind: Literal["solo", "table", "screen", "host"]
    seats: Annotated[int, Field(ge=0, le=8)] = 1
    team: Annotated[int, Field(ge=1, le=LAST_TABLE)] | None = None
    host_key: Annotated[str, StringConstraints(max_length=64)] | None = None
    id: CommandId
    """Sent again after a lost answer, it gives the same station, not a second one."""


class Return(Message):
    """Come back with the token that `Joined` gave."""

    token: Token


class Joined(Message):
    """The answer to a join: who one is, and the whole view."""

    ok: Literal[True] = True
    station: Id
    token: Token
    room: Id
    version: int
    now: int
    """The server's clock in ms; deadlines in slices are on it."""
    slices: dict[str, Any]


class CommandIn(Message):
    """One command. The same id again gives the earlier outcome and changes nothing."""

    id: CommandId
    command: FromPeople


class Ack(Message):
    """Durable: it will still be there after a power cut. `already` means that nothing needed doing."""

    ok: Literal[True] = True
    version: int
    already: bool = False


class Nack(Message):
    """Not done, and why: a stable code, and a sentence per language."""

    ok: Literal[False] = False
    code: str
    message: dict[str, str]


class ViewOut(Message):
    """The slices that have changed up to `version`; null takes a slice away."""

    version: int
    now: int
    slices: dict[str, Any]


class PledgeRequest(Message):
    """The pledge that lies under this mark, of the session that the room follows up."""

    mark: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class PledgeFound(Message):
    """What was sealed there; only its receipt opens it."""

    ok: Literal[True] = True
    sealed: str


class KeyRequest(Message):
    """A new key in place of the last of its kind; a host who leads may ask for it."""

    kind: Literal["host", "helper"]


class KeyMade(Message):
    """The only time that this key is told."""

    ok: Literal[True] = True
    key: str


class RoomRequest(Message):
    """POST /api/rooms"""

    preset: Annotated[str, StringConstraints(max_length=40)]
    decks: Annotated[tuple[Annotated[str, StringConstraints(max_length=64)], ...], Field(max_length=60)] = ()
    cards: Annotated[tuple[Id, ...], Field(max_length=40)] = ()
    """Chosen cards in order; steps without one draw theirs."""
    checkin: Id | None = None
    """The scale card whose question the check-in asks; the usual one without."""
    pace: Literal["hall", "table"] | None = None
    factor: Literal[100, 150, 200] = 100
    k_seats: Annotated[int, Field(ge=MIN_K_SEATS, le=MOST_K_SEATS)] | None = None
    """The smallest group whose numbers are shown outside its own table, for as long as the room is there."""
    k_tables: Annotated[int, Field(ge=K_TABLES, le=MOST_K_TABLES)] | None = None
    """From how many tables it comes. A lecture that is given it takes its audience as tables."""
    managers: Literal["own", "mixed", "host"] = "own"
    steps: Annotated[tuple[Step, ...], Field(max_length=60)] = ()
    """A programme of one's own; `preset` is then the one it is otherwise like."""
    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)] = ""
    """What that programme is called."""


class RoomMade(Message):
    """The answer: the only time the host key is told."""

    ok: Literal[True] = True
    room: Id
    code: str
    host_key: str
    url: str
    """Where a browser or `bemot join` finds the room."""


COMMAND: TypeAdapter[FromPeople] = TypeAdapter(FromPeople, config=ConfigDict(defer_build=True))


def schema() -> dict[str, Any]:
    """JSON Schema of every message and slice, by name."""
    models: list[Any] = [
        Hello, Join, Return, Joined, CommandIn, Ack, Nack, PledgeRequest, PledgeFound, KeyRequest, KeyMade,
        ViewOut, RoomRequest, RoomMade,
    ]  # fmt: skip
    named = {model.__name__: TypeAdapter(model).json_schema() for model in models}
    named["Slices"] = TypeAdapter(Slices).json_schema()
    named["TileSlice"] = TypeAdapter(TileSlice).json_schema()
    return {"protocol": PROTOCOL, "messages": named}
