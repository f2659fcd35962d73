"""What every store promises.

A store decides and remembers. Given an order it reads the room as it truly is, lets the rules decide, and
makes the
decision durable, all in one transaction; only then does the caller learn of it. Orders that wait at the same
moment are made durable together. Orders of one room are decided one after the other, in the order they came.

What every vote makes one of is a named tuple: it is made in a third of a frozen dataclass's time.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from game.rules import Decision, Facts, Room, RoomOpened
from game.rules.sealed import Ballot, Seal
from game.rules.trend import Taken
from server.store.upkeep import Due, Erased

Decide = Callable[[Room, Facts], Decision]
"""Pure. May raise `Refused`; then nothing is written and nothing remembered."""


class Order(NamedTuple):
    """One command on its way to a room. `by` and `id` name it for ever: the station ("" at the door) and its
    own id.
    """

    room: str
    decide: Decide
    now: int
    """Server ms, for the rules."""
    host_gone: int = 0
    lead_gone: int = 0
    by: str = ""
    id: str | None = None
    """None for the server's own commands, which need no memory. At the door an id is free again when the
    station that entered by it has left or was removed, unless it was barred.
    """
    token: str | None = None
    """The hash of the token that will open the door for the station that enters."""


class Committed(NamedTuple):
    """A durable outcome. `room` is the room with everything that was made durable together with it; `teams`
    are those it touched itself, None when it touched them all.
    """

    room: Room
    version: int
    """The version of the first time, when this is a repeat."""
    already: bool = False
    repeated: bool = False
    station: str | None = None
    """The station that entered."""
    teams: frozenset[str] | None = frozenset()
    seals: tuple[Seal, ...] = ()
    """For the senders' own echo; the caller forgets them when the box is destroyed."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A new room: its first event, the hash of its key, and the decks it plays, digest -> canonical JSON."""

    event: RoomOpened
    host_key: str
    decks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room as the door knows it, its keys as hashes; there is none for helpers until one has been made."""

    id: str
    code: str
    host_key: str
    helper_key: str | None
    closed: bool


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose token it is. The station may since have been removed; the room knows.

    When a room closes its tokens are destroyed: what remains of each is that its hash has been one. Room and
    station are emptied, so it opens nothing and leads to nobody, but whoever comes back with it can be told
    that the session is over.
    """

    room: str
    station: str

    @property
    def ended(self) -> bool:
        """Whether its room is closed."""
        return not self.station


class Store(Protocol):
    """Every method may raise a `StoreError`: then nothing of it was kept, and it may be tried again."""

    def follow(self, listener: Callable[[Committed], None]) -> None:
        """From now on the listener hears of every new outcome, in the order of the log, on the event loop,
        once it is
        durable and before its caller learns of it. Repeats are not new."""

    def commit(self, order: Order) -> Awaitable[Committed]:
        """The durable outcome of the order.

        The same (room, by, id) again gives the earlier outcome, marked as repeated, and writes nothing but a
        new token; see `Order.id` for the door.
        A refusal is raised as `Refused` and not remembered; an unknown room is refused as "unknown_code".
        What the decision seals, destroys and pledges is part of the same transaction as its events.
        """

    def hand(self, order: Order, told: Callable[[Committed | Exception], None]) -> None:
        """As `commit`, for a caller that does not wait: `told` is given the outcome, or what would have been
        raised, once the listeners have heard of everything that became durable together."""

    async def open_room(self, opening: Opening) -> bool:
        """Keeps a new room; False when its code or id is taken."""

    async def room_by_code(self, code: str) -> RoomRow | None:
        """The room with this code, closed or not."""

    async def set_key(self, room: str, kind: Literal["host", "helper"], key: str) -> None:
        """From now on the key with this hash opens, and the last one of its kind no more."""

    async def open_rooms(self) -> Sequence[Room]:
        """Every room that is not closed, folded from its log. One whose log cannot be read is left out, and
        its id is logged.
        """

    async def holder(self, token: str) -> Holder | None:
        """Whose token has this hash; `ended` for a closed room's."""

    async def own_ballots(
        self, room: str, box: str, round: int, seats: Sequence[str]
    ) -> Mapping[str, Ballot]:
        """seat -> the ballot that this seat itself has put into the box. Only for showing a seat its own
        choice again.
        """

    async def pledge(self, room: str, mark: str) -> str | None:
        """What is kept under this mark, as it was sealed; the room itself may be erased already."""

    async def ballots_left(self, room: str) -> int:
        """How many sealed choices lie in the room's boxes, all of them together."""

    async def deck(self, digest: str) -> str | None:
        """The canonical JSON of a deck that some room plays."""

    async def last_signs(self) -> Mapping[str, int]:
        """Open room -> the last moment that its log tells of, server ms; some events bear none."""

    async def keep_trend(self, found: Taken) -> bool:
        """Writes new lots of the trend and the marks of what they are made of. False, and nothing is written,
        when that is no longer what is new.
        """

    async def leaves(self, due: Due) -> bool:
        """Whether `erase` would erase a room."""

    async def erase(self, due: Due) -> Erased:
        """Erases what is due, so that nothing of it is left in the file. When this raises, it may all the
        same be deleted already; erasing again does the rest."""

    async def purge(self, room: str, *, told: bool) -> Erased:
        """Erases this room and all it has, as `erase` does; `told` as in `erase_room`."""

    async def beat(self, now: int) -> None:
        """The server was alive at `now`."""

    async def last_beat(self) -> int | None:
        """When a server last said that it was alive."""

    async def close(self) -> None:
        """Everything taken in is durable or answered; then the file is let go."""
