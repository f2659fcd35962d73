"""What a scene sees and may do: one `Play` per window, between the link and the scenes.

Scenes never work out what is allowed: they ask `may`. They keep nothing: what a station remembers by itself
lies in `kept` (as long as it is in the room) or in `fleeting` (until the phase is another).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from game.client.news import Entered, News, PledgeTold, Refused, Saved, Status, ViewChanged
from game.client.outbox import Pending
from game.client.settings import Settings
from game.pledges import Opener, opener_of
from game.rules.command import Command
from game.rules.slices import (
    CardSlice,
    DrawSlice,
    HallSlice,
    HarvestSlice,
    HostSlice,
    KeepSlice,
    NotesSlice,
    PledgeSlice,
    ProgressSlice,
    RecallSlice,
    ResultSlice,
    RoomSlice,
    SeatSlice,
    StageSlice,
    TalkSlice,
    TeamSlice,
    TileSlice,
    YouSlice,
)
from game.tablesheet import TableSheet

State = Pending | Saved | Refused | None


def tried(slow: Callable[[], Any]) -> Any:
    """What comes of something slow; None where this machine has too little memory for it."""
    try:
        return slow()
    except MemoryError:
        return None


def _at_once(slow: Callable[[], Any], then: Callable[[Any], object]) -> None:
    then(tried(slow))


@dataclass
class SheetDesk:
    """The table's own sheet. `save` is None where this machine cannot make one."""

    save: Callable[[TableSheet], Any] | None = None
    works: bool = False
    saved: str = ""
    """Where the last one lies: its folder and name."""
    trouble: Mapping[str, str] = field(default_factory=dict)
    """Why there is none: language -> sentence."""


@dataclass
class Play:
    """Everything one station's scenes see and do. `slices` is always the whole view, empty before the door.

    `notice` is the last refusal, to be read as a sentence until the person does something else. `last` is the
    id of the last command sent.
    """

    send: Callable[[Command], str]
    state: Callable[[str], State]
    leave: Callable[[], object]
    configure: Callable[[Settings], object]
    slices: Mapping[str, Any] = field(default_factory=dict)
    version: int = 0
    """Of the view in `slices`."""
    status: Status = field(default_factory=lambda: Status("idle", 0.0))
    kept: dict[str, Any] = field(default_factory=dict)
    fleeting: dict[str, Any] = field(default_factory=dict)
    last: str | None = None
    notice: Refused | None = None
    offset: float = 0.0
    """Add to the monotonic clock, both in ms, to get the server's time."""
    sheets: SheetDesk = field(default_factory=SheetDesk)
    work: Callable[[Callable[[], Any], Callable[[Any], object]], object] = _at_once
    """Does something slow beside the thread that draws, and hands that thread what `tried` makes of it."""
    ask_pledge: Callable[[str], object] = lambda mark: None
    """Asks the server what lies under a mark; the answer comes into `told`."""
    told: dict[str, PledgeTold] = field(default_factory=dict)
    opener: Callable[[str, str], Opener] = opener_of
    """What a receipt opens in a room: (words, room). Slow on purpose."""
    speak: Callable[[str, str], object] | None = None
    """Reads a text in a language aloud; None on a computer without a voice."""

    def take(self, news: News) -> None:
        """News from the link."""
        if isinstance(news, ViewChanged):
            self._see(news)
        elif isinstance(news, Status):
            self.status = news
        elif isinstance(news, Refused):
            self.notice = news
        elif isinstance(news, Entered):
            self.notice = None
        elif isinstance(news, PledgeTold):
            self.told[news.mark] = news

    @property
    def leads(self) -> bool | None:
        """Whether this host leads, and does not only help; None for who is no host, or not told yet."""
        hosts = self.host["hosts"] if self.host and self.you else []
        return next((one["lead"] for one in hosts if self.you and one["id"] == self.you["station"]), None)

    def may(self, name: str) -> bool:
        """Whether a command of this type would be heard now."""
        return self.you is not None and name in self.you["may"]

    def do(self, command: Command) -> None:
        """Send it; how it goes is read from `going` and `notice`."""
        self.notice = None
        self.last = self.send(command)

    @property
    def going(self) -> State:
        """How it stands with the last command."""
        return self.state(self.last) if self.last else None

    @property
    def lecture(self) -> bool:
        """Whether this is an audience and no tables."""
        return self.room is not None and self.room["lecture"]

    @property
    def serial(self) -> int:
        """The phase that commands should name."""
        return self.stage["serial"] if self.stage else 0

    def _see(self, news: ViewChanged) -> None:
        before = self.serial
        self.slices, self.version, self.offset = news.slices, news.version, float(news.server_offset)
        if self.serial != before:
            self.fleeting.clear()

    # --- the view, slice by slice ---

    @property
    def room(self) -> RoomSlice | None:
        return cast(RoomSlice | None, self.slices.get("room"))

    @property
    def stage(self) -> StageSlice | None:
        return cast(StageSlice | None, self.slices.get("stage"))

    @property
    def team(self) -> TeamSlice | None:
        return cast(TeamSlice | None, self.slices.get("team"))

    @property
    def progress(self) -> ProgressSlice | None:
        return cast(ProgressSlice | None, self.slices.get("progress"))

    @property
    def card(self) -> CardSlice | None:
        return cast(CardSlice | None, self.slices.get("card"))

    @property
    def draw(self) -> DrawSlice | None:
        return cast(DrawSlice | None, self.slices.get("draw"))

    @property
    def result(self) -> ResultSlice | None:
        return cast(ResultSlice | None, self.slices.get("result"))

    @property
    def talk(self) -> TalkSlice | None:
        return cast(TalkSlice | None, self.slices.get("talk"))

    @property
    def notes(self) -> NotesSlice | None:
        return cast(NotesSlice | None, self.slices.get("notes"))

    @property
    def harvest(self) -> HarvestSlice | None:
        return cast(HarvestSlice | None, self.slices.get("harvest"))

    @property
    def keep(self) -> KeepSlice | None:
        return cast(KeepSlice | None, self.slices.get("keep"))

    @property
    def pledge(self) -> PledgeSlice | None:
        return cast(PledgeSlice | None, self.slices.get("pledge"))

    @property
    def recall(self) -> RecallSlice | None:
        return cast(RecallSlice | None, self.slices.get("recall"))

    @property
    def you(self) -> YouSlice | None:
        return cast(YouSlice | None, self.slices.get("you"))

    @property
    def hall(self) -> HallSlice | None:
        return cast(HallSlice | None, self.slices.get("hall"))

    @property
    def host(self) -> HostSlice | None:
        return cast(HostSlice | None, self.slices.get("host"))

    @property
    def tiles(self) -> list[TileSlice]:
        """The host's tables by number."""
        tiles = [cast(TileSlice, value) for name, value in self.slices.items() if name.startswith("tile:")]
        return sorted(tiles, key=lambda tile: tile["number"])

    # --- who is who at this station ---

    @property
    def kind(self) -> str:
        """solo, table, screen or host; "" before the door."""
        return self.you["kind"] if self.you else ""

    @property
    def seats(self) -> list[SeatSlice]:
        """This station's own seats."""
        own = self.you["seats"] if self.you else []
        return [seat for seat in (self.team["seats"] if self.team else []) if seat["id"] in own]

    def seat(self, seat_id: str | None) -> SeatSlice | None:
        """A seat of the team."""
        seats = self.team["seats"] if self.team else []
        return next((seat for seat in seats if seat["id"] == seat_id), None)


def left(stage: StageSlice | None, now: float) -> tuple[int, int]:
    """(ms left, ms in all) of the soft clock at server time `now`; (0, 0) where there is none."""
    if stage is None or not stage["total"]:
        return 0, 0
    if stage["left"] is not None:
        return stage["left"], stage["total"]
    return max(0, round((stage["ends"] or 0) - now)), stage["total"]
