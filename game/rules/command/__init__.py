"""What people ask for. Names are imperative; a command is a wish, never a fact.

Every command says who may send it (`by`). `serial` names the phase the sender sees: it is the number in the
`stage` slice, so that a late or repeated press can never act on the wrong phase. `team` is for hosts, who act
on any team; a station of a team always acts on its own. `seat` names the seat a team's station acts for.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.rules.command.anywhere import (
    Acknowledge,
    AddSeat,
    CallTimeout,
    ChooseWay,
    ContinueAlone,
    EndTimeout,
    Leave,
    MarkAway,
    MarkBack,
    OpenNext,
    RaiseHand,
    RemoveSeat,
    SkipStep,
    SuggestCard,
)
from game.rules.command.base import BOTH, HOST, SERVER, TEAM, Command, Id, Serial, Who, line
from game.rules.command.host import (
    ArrangeSteps,
    CloseRoom,
    Extend,
    GatherTeams,
    GroupTexts,
    HandOver,
    Lock,
    Pause,
    ReleaseText,
    RemoveStation,
    Resume,
    SendMessage,
    SetClock,
    SetPace,
    ShowResult,
    TakeLead,
)
from game.rules.command.server import (
    Enter,
    Expire,
    Hear,
    Recover,
    Silence,
    TimeUp,
)
from game.rules.command.table import (
    AcceptHeavy,
    AskTime,
    CastVote,
    CheckIn,
    CloseVote,
    DealCard,
    DrawCard,
    MakePledge,
    MarkHarvest,
    OpenTwist,
    Rate,
    RecallPledge,
    ShowCounts,
    ShowPrompt,
    SwapCard,
    TallyCards,
    VoteAgain,
    WriteNote,
)

FromPeople = Annotated[
    Acknowledge
    | Leave
    | AddSeat
    | RemoveSeat
    | MarkAway
    | MarkBack
    | ChooseWay
    | CallTimeout
    | EndTimeout
    | ContinueAlone
    | OpenNext
    | SkipStep
    | DrawCard
    | DealCard
    | AcceptHeavy
    | SwapCard
    | CastVote
    | TallyCards
    | CloseVote
    | VoteAgain
    | ShowCounts
    | ShowPrompt
    | OpenTwist
    | AskTime
    | WriteNote
    | CheckIn
    | MarkHarvest
    | MakePledge
    | RecallPledge
    | Rate
    | Pause
    | Resume
    | RaiseHand
    | SuggestCard
    | Extend
    | SetClock
    | SetPace
    | ArrangeSteps
    | SendMessage
    | HandOver
    | TakeLead
    | Lock
    | RemoveStation
    | GatherTeams
    | ShowResult
    | ReleaseText
    | GroupTexts
    | CloseRoom,
    Field(discriminator="type"),
]
"""Everything a station may send; what the server asks of itself is not in it."""

__all__ = [
    "BOTH",
    "HOST",
    "SERVER",
    "TEAM",
    "AcceptHeavy",
    "Acknowledge",
    "AddSeat",
    "ArrangeSteps",
    "AskTime",
    "CallTimeout",
    "CastVote",
    "CheckIn",
    "ChooseWay",
    "CloseRoom",
    "CloseVote",
    "Command",
    "ContinueAlone",
    "DealCard",
    "DrawCard",
    "EndTimeout",
    "Enter",
    "Expire",
    "Extend",
    "FromPeople",
    "GatherTeams",
    "GroupTexts",
    "HandOver",
    "Hear",
    "Id",
    "Leave",
    "Lock",
    "MakePledge",
    "MarkAway",
    "MarkBack",
    "MarkHarvest",
    "OpenNext",
    "OpenTwist",
    "Pause",
    "RaiseHand",
    "Rate",
    "RecallPledge",
    "Recover",
    "ReleaseText",
    "RemoveSeat",
    "RemoveStation",
    "Resume",
    "SendMessage",
    "Serial",
    "SetClock",
    "SetPace",
    "ShowCounts",
    "ShowPrompt",
    "ShowResult",
    "Silence",
    "SkipStep",
    "SuggestCard",
    "SwapCard",
    "TakeLead",
    "TallyCards",
    "TimeUp",
    "VoteAgain",
    "Who",
    "WriteNote",
    "line",
]
