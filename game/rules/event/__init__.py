"""What has happened. Names are past tense; an event is a fact and carries everything needed to replay it.

`apply` folds an event into the room. No event holds what a seat chose while its vote is open; `VoteCast` says
who is done, `Revealed` how many chose what. `team` is None when an event concerns the whole room.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter

from game.rules.event.base import Event, TeamEvent
from game.rules.event.card import (
    CardDealt,
    CardsOffered,
    CardsTallied,
    CardSwapped,
    Compared,
    GraceSet,
    HeavyAccepted,
    NoteWritten,
    OwnCardsSet,
    PromptShown,
    PromptsLaid,
    Revealed,
    ShowAsked,
    TimeAsked,
    TimeExtended,
    TwistOpened,
    VoteCast,
    VoteCleared,
    VoteClosed,
)
from game.rules.event.door import (
    RoomOpened,
    SeatAway,
    SeatBack,
    SeatLeft,
    SeatTaken,
    StationAcknowledged,
    StationEntered,
    StationRemoved,
    TeamOpened,
    WayChosen,
)
from game.rules.event.moving import PhaseOpened, TeamGathered, TeamSetFree, follows
from game.rules.event.order import (
    CardSuggested,
    ClockSet,
    HelpCalled,
    HelpGiven,
    LeadGiven,
    Locked,
    MessageSent,
    PaceSet,
    Paused,
    ProgrammeChanged,
    ResultShown,
    Resumed,
    RoomClosed,
    TimeoutCalled,
    TimeoutEnded,
)
from game.rules.event.seats import (
    CheckinCounted,
    HarvestChosen,
    HarvestOpened,
    PledgesShared,
    RatingsCounted,
    RecallCounted,
    SeatDone,
    SeatsUndone,
    TextReleased,
    TextsGrouped,
)

AnyEvent = Annotated[
    RoomOpened
    | StationEntered
    | StationAcknowledged
    | StationRemoved
    | TeamOpened
    | SeatTaken
    | SeatLeft
    | SeatAway
    | SeatBack
    | WayChosen
    | PhaseOpened
    | TeamSetFree
    | TeamGathered
    | CardsOffered
    | OwnCardsSet
    | CardDealt
    | HeavyAccepted
    | CardSwapped
    | VoteCast
    | GraceSet
    | CardsTallied
    | VoteClosed
    | VoteCleared
    | Revealed
    | ShowAsked
    | PromptsLaid
    | PromptShown
    | TwistOpened
    | Compared
    | TimeAsked
    | TimeExtended
    | NoteWritten
    | SeatDone
    | SeatsUndone
    | CheckinCounted
    | HarvestOpened
    | HarvestChosen
    | PledgesShared
    | RatingsCounted
    | RecallCounted
    | TextReleased
    | TextsGrouped
    | TimeoutCalled
    | TimeoutEnded
    | HelpCalled
    | HelpGiven
    | Paused
    | Resumed
    | ClockSet
    | PaceSet
    | ProgrammeChanged
    | MessageSent
    | LeadGiven
    | Locked
    | ResultShown
    | CardSuggested
    | RoomClosed,
    Field(discriminator="type"),
]

EVENT: TypeAdapter[AnyEvent] = TypeAdapter(AnyEvent, config=ConfigDict(defer_build=True))
"""Reads an event back from the log."""

__all__ = [
    "EVENT",
    "AnyEvent",
    "CardDealt",
    "CardSuggested",
    "CardSwapped",
    "CardsOffered",
    "CardsTallied",
    "CheckinCounted",
    "ClockSet",
    "Compared",
    "Event",
    "GraceSet",
    "HarvestChosen",
    "HarvestOpened",
    "HeavyAccepted",
    "HelpCalled",
    "HelpGiven",
    "LeadGiven",
    "Locked",
    "MessageSent",
    "NoteWritten",
    "OwnCardsSet",
    "PaceSet",
    "Paused",
    "PhaseOpened",
    "PledgesShared",
    "ProgrammeChanged",
    "PromptShown",
    "PromptsLaid",
    "RatingsCounted",
    "RecallCounted",
    "ResultShown",
    "Resumed",
    "Revealed",
    "RoomClosed",
    "RoomOpened",
    "SeatAway",
    "SeatBack",
    "SeatDone",
    "SeatLeft",
    "SeatTaken",
    "SeatsUndone",
    "ShowAsked",
    "StationAcknowledged",
    "StationEntered",
    "StationRemoved",
    "TeamEvent",
    "TeamGathered",
    "TeamOpened",
    "TeamSetFree",
    "TextReleased",
    "TextsGrouped",
    "TimeAsked",
    "TimeExtended",
    "TimeoutCalled",
    "TimeoutEnded",
    "TwistOpened",
    "VoteCast",
    "VoteCleared",
    "VoteClosed",
    "WayChosen",
    "follows",
]
