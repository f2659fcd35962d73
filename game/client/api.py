"""What is asked of a server over plain HTTP, before there is a room: presets, decks, a new room.

Every function waits for its answer (at most `PATIENCE` seconds); `errand` runs one beside a loop that draws.
"""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from game.client.trouble import Trouble
from game.wire import Nack, RoomMade, RoomRequest

if TYPE_CHECKING:
    import urllib.error

PATIENCE = 10.0
HOST_KEY = "X-Host-Key"
"""The header that bears the host key; it never stands in an address, which ends up in logs."""

T = TypeVar("T")
LATER = ConfigDict(defer_build=True)


class Told(BaseModel):
    """What a server tells. A newer one may tell more than we know to read."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class StepOffer(Told):
    kind: str
    minutes: float


class PresetOffer(Told):
    """A programme to choose."""

    name: str
    pace: Literal["hall", "table"]
    minutes: int
    steps: tuple[StepOffer, ...]


class CardOffer(Told):
    """A card to choose; `id` is "deck/card"."""

    id: str
    kind: str
    heat: int
    minutes: int
    title: dict[str, str]


class DeckOffer(Told):
    """A deck to choose, or one with errors in it: then `findings` tells which."""

    slug: str
    ok: bool
    reading: bool = False
    """The server has not read its cards yet; asked again it knows more."""
    supporting: bool = False
    """It serves check-in or pledge in every room, and is played from only when chosen."""
    title: dict[str, str]
    description: dict[str, str]
    version: str
    licence: str
    authors: tuple[str, ...]
    cards: tuple[CardOffer, ...]
    findings: tuple[dict[str, Any], ...] = ()


class PresetsTold(Told):
    presets: tuple[PresetOffer, ...]


class DecksTold(Told):
    decks: tuple[DeckOffer, ...]


class Left(Told):
    """How many sealed choices a server still holds."""

    ok: Literal[True]
    ballots: int


class ReportTold(Told):
    """The report of a room, as the server makes it."""

    ok: Literal[True]
    report: dict[str, Any]


class TrendTold(Told):
    """The trend over all rooms, as the server makes it; None where it keeps none."""

    ok: Literal[True]
    trend: dict[str, Any] | None


PRESETS: TypeAdapter[PresetsTold] = TypeAdapter(PresetsTold)
DECKS: TypeAdapter[DecksTold] = TypeAdapter(DecksTold)
LEFT: TypeAdapter[Left | Nack] = TypeAdapter(Left | Nack, config=LATER)
REPORT: TypeAdapter[ReportTold | Nack] = TypeAdapter(ReportTold | Nack, config=LATER)
TREND: TypeAdapter[TrendTold | Nack] = TypeAdapter(TrendTold | Nack, config=LATER)
MADE: TypeAdapter[RoomMade | Nack] = TypeAdapter(RoomMade | Nack, config=LATER)


@dataclass(frozen=True, slots=True)
class Answered(Generic[T]):
    """What an errand brought; `trouble` when it came back without an answer."""

    name: str
    answer: T | None
    trouble: Trouble | None = None


def create_room(url: str, request: RoomRequest) -> RoomMade | Nack:
    """A new room, or why there is none. Raises Trouble."""
    return _understood(url, MADE, _ask(url, "/api/rooms", request.model_dump(mode="json", exclude_none=True)))


def presets(url: str) -> tuple[PresetOffer, ...]:
    """The programmes the server knows. Raises Trouble."""
    return _understood(url, PRESETS, _ask(url, "/api/presets")).presets


def decks(url: str) -> tuple[DeckOffer, ...]:
    """The decks on the server; one that is not `ok` cannot be played. Raises Trouble."""
    return _understood(url, DECKS, _ask(url, "/api/decks")).decks


def healthz(url: str) -> bool:
    """Whether a healthy server listens there."""
    try:
        _ask(url, "/healthz")
    except Trouble:
        return False
    return True


def ballots_left(url: str, code: str, host_key: str) -> int | Nack:
    """How many sealed choices the server still holds of the room, or why it does not say. Raises Trouble."""
    left = _understood(url, LEFT, _ask(url, _room(code, "left"), headers=_with(host_key)))
    return left.ballots if isinstance(left, Left) else left


def report(url: str, code: str, host_key: str) -> Mapping[str, Any] | Nack:
    """The room's report, or why the server does not tell it. Raises Trouble."""
    told = _understood(url, REPORT, _ask(url, _room(code, "report"), headers=_with(host_key)))
    return told.report if isinstance(told, ReportTold) else told


def trend(url: str, code: str, host_key: str) -> TrendTold | Nack:
    """The trend over all rooms, or why the server does not tell it. Raises Trouble."""
    return _understood(url, TREND, _ask(url, _room(code, "trend"), headers=_with(host_key)))


def follow_up(url: str, code: str, host_key: str) -> RoomMade | Nack:
    """A room that follows up a closed one, or why there is none. Raises Trouble."""
    return _understood(url, MADE, _ask(url, _room(code, "follow-up"), {}, headers=_with(host_key)))


def errand(
    name: str, ask: Callable[[], T], mailbox: queue.SimpleQueue[Any], wake: Callable[[], object]
) -> None:
    """Ask in a thread of its own; an `Answered` with the name comes into the mailbox."""

    def go() -> None:
        try:
            brought: Answered[T] = Answered(name, ask())
        except Trouble as trouble:
            brought = Answered(name, None, trouble)
        mailbox.put(brought)
        wake()

    threading.Thread(target=go, name=f"bemot-{name}", daemon=True).start()


def _room(code: str, what: str) -> str:
    """The path to something of a room, however its code was typed: the server knows "fkt 482" too."""
    return f"/api/rooms/{quote(code.strip(), safe='')}/{what}"


def _with(host_key: str) -> Mapping[str, str]:
    """The header for a key as it was typed: what no header can hold is in no key either."""
    return {HOST_KEY: "".join(letter for letter in host_key if letter.isascii() and letter.isprintable())}


def _ask(
    url: str, path: str, body: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None
) -> Any:
    """JSON from the server; a refusal is an answer too when it bears a code. Raises Trouble."""
    import http.client
    import urllib.request

    from game.client.trust import mistrust

    data = None if body is None else json.dumps(body).encode()
    said = {"Content-Type": "application/json", **(headers or {})}
    asked = urllib.request.Request(url + path, data=data, headers=said)
    # A room's server is on this network or has an address of its own; a web proxy is not the way to it.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(asked, timeout=PATIENCE) as reply:
            return json.load(reply)
    except urllib.error.HTTPError as refused:
        with refused:
            return _refused(url, refused)
    except http.client.IncompleteRead as cut:
        raise Trouble("unreachable", given=url) from cut
    except (OSError, ValueError, http.client.HTTPException) as lost:
        code = mistrust(lost) or ("unreachable" if isinstance(lost, OSError) else "not_bemot")
        raise Trouble(code, given=url) from lost


def _refused(url: str, reply: urllib.error.HTTPError) -> Any:
    try:
        answer = json.load(reply)
    except ValueError as strange:
        raise Trouble("not_bemot", given=url) from strange
    if not isinstance(answer, Mapping) or "code" not in answer:
        raise Trouble("not_bemot", given=url)
    return answer


def _understood(url: str, shape: TypeAdapter[T], answer: Any) -> T:
    try:
        return shape.validate_python(answer)
    except ValidationError as strange:
        raise Trouble("not_bemot", given=url) from strange
