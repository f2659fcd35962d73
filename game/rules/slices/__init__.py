"""The shape of what people may see: one TypedDict per slice. `views` fills them, field by field.

A slice is sent whole when it has changed. Times are server milliseconds; the envelope carries the server's
`now`. Texts come in every language of the deck: `{"sv": ..., "en": ...}`.
"""

from __future__ import annotations

from typing_extensions import TypedDict

from game.rules.slices import card, everybody, hall, host, team, work, you
from game.rules.slices.card import BackSlice, CardSlice, CardText, DrawSlice, OptionText, RefText
from game.rules.slices.everybody import DeckSlice, MessageSlice, RoomSlice, StageSlice
from game.rules.slices.hall import ChartSlice, HallSlice, ThenSlice, WallSlice, WhereSlice
from game.rules.slices.host import (
    HostSlice,
    HostStation,
    PileCard,
    PlayedSlice,
    StepSlice,
    TileSlice,
    TileStation,
)
from game.rules.slices.team import ProgressSlice, SeatSlice, TeamSlice
from game.rules.slices.words import Words
from game.rules.slices.work import (
    CountsSlice,
    HarvestSlice,
    KeepSlice,
    KeptCard,
    NoteSlice,
    NotesSlice,
    PledgeSlice,
    PromptSlice,
    RecallSlice,
    ResultSlice,
    StarterSlice,
    TalkSlice,
)
from game.rules.slices.you import OwnSlice, YouSlice

PARTS = (everybody, team, card, work, you, hall, host)
"""In the order of docs/PROTOCOL.md."""


class Slices(TypedDict, total=False):
    """A view: every slice by name. Host views also hold one `tile:<team>` per table (TileSlice)."""

    room: RoomSlice
    stage: StageSlice
    team: TeamSlice
    progress: ProgressSlice
    card: CardSlice
    draw: DrawSlice
    result: ResultSlice
    talk: TalkSlice
    notes: NotesSlice
    harvest: HarvestSlice
    keep: KeepSlice
    pledge: PledgeSlice
    recall: RecallSlice
    you: YouSlice
    hall: HallSlice
    host: HostSlice


__all__ = [
    "PARTS",
    "BackSlice",
    "CardSlice",
    "CardText",
    "ChartSlice",
    "CountsSlice",
    "DeckSlice",
    "DrawSlice",
    "HallSlice",
    "HarvestSlice",
    "HostSlice",
    "HostStation",
    "KeepSlice",
    "KeptCard",
    "MessageSlice",
    "NoteSlice",
    "NotesSlice",
    "OptionText",
    "OwnSlice",
    "PileCard",
    "PlayedSlice",
    "PledgeSlice",
    "ProgressSlice",
    "PromptSlice",
    "RecallSlice",
    "RefText",
    "ResultSlice",
    "RoomSlice",
    "SeatSlice",
    "Slices",
    "StageSlice",
    "StarterSlice",
    "StepSlice",
    "TalkSlice",
    "TeamSlice",
    "ThenSlice",
    "TileSlice",
    "TileStation",
    "WallSlice",
    "WhereSlice",
    "Words",
    "YouSlice",
]
