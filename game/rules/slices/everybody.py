"""What everybody sees alike: the room and where it is in its programme."""

from __future__ import annotations

from typing_extensions import TypedDict

from game.rules.slices.words import Words


class RoomSlice(TypedDict):
    """`room`: the same for everybody."""

    code: str
    preset: str
    pace: str  # "hall" | "table"
    k_seats: int
    k_tables: int
    locked: bool
    closed: bool
    distribution: bool  # False in Solo: no counts are ever shown
    lecture: bool  # one audience in place of tables
    decks: list[DeckSlice]
    tables: int  # teams with at least one seat
    seats: int
    message: MessageSlice | None  # the host's line to everybody
    host: str  # "here" | "gone" | "long_gone" (three minutes: a team may go on by itself)


class MessageSlice(TypedDict):
    """A line from the host. Of one to all and one to this table the later, by `serial`, is shown first."""

    text: str
    serial: int


class DeckSlice(TypedDict):
    slug: str
    version: str
    title: Words
    licence: str
    authors: list[str]


class StageSlice(TypedDict):
    """`stage`: where this team (or, for host and hall screen, the hall) is."""

    step: int  # -1 in the lobby, len(steps) when closed
    steps: int
    kind: str  # of the step: frame, checkin, practice, round, break, harvest, pledge, recall, debrief; ""
    phase: str
    round: int  # 1 or 2: which vote, which part of the check-in, which screen of the debrief
    serial: int
    card: int  # number of this card, 0 when none; practice does not count
    cards: int  # cards in the programme
    total: int  # ms of the soft timer, 0 when there is none
    ends: int | None  # server ms when the sand has run; None when frozen or none
    left: int | None  # ms left while frozen
    hard: bool
    paused: str  # "" | "host" | "look" | "restart" | "team" | "timeout"; "look": the host asks all to look up
    pause_text: str
    pause_until: int | None
    alone: str  # this team goes at its own pace: "" | "step", then it joins the others | "session"
